// A measure's figures: the baseline, the current period and the change of the force and of each group.
import { type Figure, isKnown } from "../core/figure.ts";
import { problem } from "../core/problems/problems.ts";
import { isOfEvents } from "../measures/by-hand.ts";
import type { Level } from "../measures/measure-kind.ts";
import type { Comparator } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { type Figures, queryFor, type RowContext, type Sides } from "./context.ts";
import { levelOf } from "./query.ts";
import { publishedChangeDoubt } from "./releases.ts";
import { markedByBase } from "./survey-base.ts";

/** The figures of a measure, or of one of its parts; what is doubtful in the change is raised. */
export function measureFigures(context: RowContext, measure: Measure, kind: Measure["kind"], series: Terms): Figures {
  const { raise } = context;
  const level = (side: Comparator, when: PlacedWhen): Level =>
    markedByBase(context, measure, when, side, levelOf(queryFor(context, measure, side, when, series), kind));
  const sides = <T>(make: (side: Comparator) => T): Sides<T> => ({
    force: make(context.sides.force),
    groups: context.sides.groups.map(make),
  });
  const levels = sides((side) => [level(side, measure.baseline), level(side, measure.current)] as const);
  const change = sides((side) => {
    const [baseline, current] =
      side === context.sides.force ? levels.force : (levels.groups[context.sides.groups.indexOf(side)] ?? [{}, {}]);
    const moved = kind.change(baseline, current);
    const { percent } = moved;
    const [of1, of2] = [baseline, current].map(({ count }) => sourcesOf(context, count));
    if (of1 && of2 && of1 !== of2) raise(problem("sources-differ", measure.place("name"), measure.name, of1, of2));
    const base = baseline.count ?? baseline.rate;
    if (percent && !isKnown(percent) && isKnown(base) && base.from[0] && isKnown(current.count ?? current.rate)) {
      raise(problem("baseline-zero", base.from[0], `${measure.name} for ${side.name}`, percent.gap.reason));
    }
    const counts = {
      baseline: baseline.count,
      current: current.count,
      percent: isOfEvents(measure.kind) ? percent : undefined,
    };
    const revised = publishedChangeDoubt(context, measure, side, counts, current[measure.basis]);
    if (revised) raise(revised);
    return moved;
  });
  const pick = (index: 0 | 1): Sides<Level> => ({
    force: levels.force[index],
    groups: levels.groups.map((pair) => pair[index]),
  });
  return { baseline: pick(0), current: pick(1), change };
}

/** The sources that a count comes from, in words; nothing for a count that is not there. */
function sourcesOf({ files }: RowContext, figure: Figure | undefined): string | undefined {
  if (!isKnown(figure)) return undefined;
  // What the plan states is of no source.
  return [...new Set(figure.from.flatMap(({ file }) => files.get(file)?.source ?? []))].sort().join(" and ");
}

// A measure in the forces of a group: each one's figures, rank and distance from the group.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exact, minus, toNumber } from "../core/number.ts";
import { isAddable, type Kind, kinds } from "../core/value-kind.ts";
import type { Change, Level, LevelKey } from "../measures/measure-kind.ts";
import { type Comparator, isMade, type Member, membersOf } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { dispersion } from "../statistics/dispersion.ts";
import { type Funnel, funnel } from "../statistics/funnel.ts";
import type { EventsOver } from "../statistics/limits.ts";
import { competitionRanks } from "../statistics/ranks.ts";
import { type Spread, spread } from "../statistics/spread.ts";
import { averagesOf, basisCompared, type Definition, onOtherSide } from "./averages.ts";
import { queryFor, type RowContext } from "./context.ts";
import { dataQuestionOf, levelOf } from "./query.ts";

/** One force beside the others of a group. */
export interface Compared {
  readonly name: string;
  readonly isForce: boolean;
  /** Whether it counts in the group's figure. */
  readonly isMember: boolean;
  readonly level: Level;
  readonly population: Figure | undefined;
  readonly change: Change;
  /** Its figure on the basis compared. */
  readonly figure: Figure;
  /** Its figure less the group's. */
  readonly distance: Figure;
  /** Nothing for a force without a figure. */
  readonly rank: number | undefined;
  readonly funnel: Funnel | undefined;
  readonly spread: Spread | undefined;
}

export interface Comparison {
  readonly measure: Measure;
  readonly side: Comparator;
  readonly when: PlacedWhen;
  /** What the forces are ranked by: the rate of a count that has one, otherwise the basis of the measure's aim. */
  readonly basis: LevelKey;
  readonly compared: readonly Compared[];
  readonly group: Level;
  readonly figure: Figure;
  readonly groupChange: Change;
  readonly groupPopulation: Figure | undefined;
  readonly definitions: readonly Definition[];
  /** The definitions by which the force is on the other side of the group than by the chosen one. */
  readonly reversedBy: readonly Definition[];
  /** What the data give for the group as a row of its own, beside its forces: a number, or else its figure. */
  readonly given: readonly [LevelKey, Figure] | undefined;
  /** Nothing where not every member has a count and a population. */
  readonly dispersion: number | undefined;
}

/** The comparison of a measure in one period; of a group that is a row of the data, that row and the force alone. */
export function comparisonOf(context: RowContext, measure: Measure, side: Comparator, when: PlacedWhen): Comparison {
  const own = context.sides.force.members[0]?.key;
  // What a member lacks is said in its row, and once for the group.
  const quiet: RowContext = { ...context, raise: () => {} };
  const levelAt = (one: Comparator, at: PlacedWhen): Level =>
    levelOf(queryFor(one.members[0]?.key === own || one === side ? context : quiet, measure, one, at), measure.kind);
  const listed = side.group ? membersOf(side.group, context.gazetteer) : [];
  const members = listed.length > 1 ? listed : [];
  const forces = members.some((member) => member.key === own) ? members : [...context.sides.force.members, ...members];
  const asSide = (member: Member): Comparator => ({ ...side, name: member.name, members: [member] });
  const levels = forces.map((member) => levelAt(asSide(member), when));
  const group = levelAt(side, when);
  const basis = basisCompared(measure, [...levels, group]);
  const figures = levels.map((level) => figureOf(level, basis));
  const figure = figureOf(group, basis);
  const ranked = figures.map((one) => (isKnown(one) ? one.value : undefined));
  const lowFirst = measure.better !== "higher";
  const ranks = competitionRanks(ranked, (a, b) => (lowFirst ? compareExact(a, b) : compareExact(b, a)));
  const populations = forces.map((member) =>
    dataQuestionOf(queryFor(quiet, measure, asSide(member), when)).population(),
  );
  const definitions = averagesOf(quiet, measure, side, when, basis);
  const comparable = !isAddable(basis);
  const force = figures[forces.findIndex((member) => member.key === own)];
  const events = forces.map((_, index) => eventsOf(levels[index] ?? {}, populations[index]));
  const isMember = forces.map((member) => side.members.some((other) => other.key === member.key));
  const counting = events.filter((_, index) => isMember[index]);
  const counted = counting.flatMap((one) => one ?? []);
  const rates = figures.flatMap((one, index) =>
    isMember[index] ? [isKnown(one) ? toNumber(one.value) : Number.NaN] : [],
  );
  // A force's own limits are held against the pooled rate, whatever the group's figure is.
  const pooled =
    side.average === "pooled"
      ? figure
      : levelOf(queryFor(quiet, measure, { ...side, average: "pooled" }, when), measure.kind).rate;
  return {
    ...{ measure, side, when, basis, group, figure, definitions },
    compared: forces.map((member, index) => {
      const one = figures[index] as Figure;
      const [level = {}, population, over] = [levels[index], populations[index], events[index]];
      return {
        ...{ name: member.name, level, population, figure: one, rank: ranks[index] },
        isForce: member.key === own,
        isMember: isMember[index] ?? false,
        change: measure.kind.change(levelAt(asSide(member), measure.baseline), level),
        distance: distanceOf(one, figure),
        funnel: over && isKnown(pooled) && basis === "rate" ? funnel(over, toNumber(pooled.value), 1000) : undefined,
        spread: isKnown(one) && comparable ? spread(rates, toNumber(one.value)) : undefined,
      };
    }),
    groupChange: measure.kind.change(levelAt(side, measure.baseline), group),
    groupPopulation:
      side.average === "pooled" ? dataQuestionOf(queryFor(context, measure, side, when)).population() : undefined,
    reversedBy: onOtherSide(force, definitions),
    given: isKnown(figure) || !figure.gap.withheld ? givenFor(context, measure, side, when, basis) : undefined,
    dispersion: counted.length === counting.length ? dispersion(counted) : undefined,
  };
}

/** Its figure less the group's, in points where they are percentages; none where they are the same but for rounding. */
function distanceOf(one: Figure, group: Figure): Figure {
  const unit = one.unit === "%" ? "percentage points" : one.unit;
  if (isAddable(kindOf(one.unit))) {
    return {
      gap: { mark: "z", reason: "a number of one force is not set against the sum of several" },
      unit,
      from: one.from,
    };
  }
  return derive(
    unit,
    [one, group],
    (mine, groups) => (compareExact(mine, groups) === 0 ? exact(0) : minus(mine, groups)),
    (mine, groups) => `${mine} − ${groups}`,
  );
}

/** The kind whose figures have that unit. */
const kindOf = (unit: Figure["unit"]): Kind =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind] === unit) ?? "rate"; // in any of the units of a rate

const figureOf = (level: Level, basis: LevelKey): Figure =>
  level[basis] ?? { gap: { mark: "x", reason: `there is no ${basis}` }, unit: kinds[basis], from: [] };

/** Events over a population; nothing where either is not known. */
const eventsOf = (level: Level, population: Figure | undefined): EventsOver | undefined =>
  isKnown(level.count) && isKnown(population)
    ? { x: toNumber(level.count.value), n: toNumber(population.value) }
    : undefined;

/** The group as a row of the data, of which its forces are listed all the same. */
function givenFor(
  { store }: RowContext,
  measure: Measure,
  side: Comparator,
  when: PlacedWhen,
  basis: LevelKey,
): Comparison["given"] {
  const [name, ...more] = measure.series.add;
  if (!isMade(side) || !when.period || name === undefined || more.length + measure.series.subtract.length > 0) {
    return undefined;
  }
  for (const kind of [measure.basis, basis]) {
    const found = store.find(name, nameKey(side.name), when.period, kind);
    if (found) return [kind, found];
  }
  return undefined;
}

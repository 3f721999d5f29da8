// How a measure came to where it is: the figures of the force in the periods up to its current one, for a small drawing.
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import type { Exact } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import { isMeasured, kinds } from "../core/value-kind.ts";
import { COURSE_PERIODS } from "../plan/comparators.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { difference } from "../statistics/difference.ts";
import { total } from "../statistics/total.ts";
import type { RowContext } from "./context.ts";

/** Fewer periods are no course. */
const FEWEST = 5;
const QUARTER = 3;
const YEAR = 12;

export interface Course {
  /**
   * In periods of the length of the current one, each beginning where the one before ends, the current one last; where
   * there are fewer than five of these, its quarters, and else its months. Rates are drawn as their numbers. Nothing where
   * none of these has five figures without a gap.
   */
  readonly values: readonly Exact[] | undefined;
  /** The change since the same months a year before: in %, or in percentage points. Nothing where the data do not give it. */
  readonly sinceLastYear: Figure | undefined;
}

/** The course of a measure; nothing in a plan that withholds small numbers, as more periods would help to work them out. */
export function courseOf(context: RowContext, measure: Measure): Course {
  const { period } = measure.current;
  const isHidden = measure.kind.inWords || measure.unread !== undefined || mayBeWithheld(context.plan);
  if (!period || isHidden) return { values: undefined, sinceLastYear: undefined };
  const length = period.to - period.from + 1;
  const runs = [...new Set([length, QUARTER, 1])]
    .filter((step) => step <= length)
    .map((step) => figuresBack(context, measure, { from: period.to - step + 1, to: period.to }));
  const [basis] = measure.kind.bases;
  const now = figureIn(context, measure, period);
  const before = figureIn(context, measure, { from: period.from - YEAR, to: period.to - YEAR });
  const change = now && before && length <= YEAR ? measure.kind.change({ [basis]: before }, { [basis]: now }) : {};
  return {
    values: runs.find((run) => run.length >= FEWEST)?.map(({ value }) => value),
    sinceLastYear: change.points ?? change.percent,
  };
}

/** Whether the plan withholds small numbers: the figures of other periods, of whatever series, may leave one over. */
const mayBeWithheld = ({ tables }: Plan): boolean =>
  tables.some(({ measures }) => measures.some(({ under }) => under !== undefined));

/** The figures of the periods up to that one, without a gap between them, the oldest first. */
function figuresBack(context: RowContext, measure: Measure, last: Period): KnownFigure[] {
  const length = last.to - last.from + 1;
  const found: KnownFigure[] = [];
  for (let back = 0; back < COURSE_PERIODS; back += 1) {
    const figure = figureIn(context, measure, { from: last.from - back * length, to: last.to - back * length });
    if (!figure) break;
    found.unshift(figure);
  }
  return found;
}

function figureIn({ store, sides }: RowContext, { series, kind }: Measure, period: Period): KnownFigure | undefined {
  const [member] = sides.force.members;
  const [basis] = kind.bases;
  const isOne = series.add.length === 1 && series.subtract.length === 0;
  if (!member || series.add.length === 0 || (!isOne && (isMeasured(basis) || basis === "percent"))) return undefined;
  const all = (names: readonly string[]): (Figure | undefined)[] =>
    names.map((name) => store.beyond(name, member.key, period, basis));
  const [added, taken] = [all(series.add), all(series.subtract)];
  if (!added.every(isKnown) || !taken.every(isKnown)) return undefined;
  const sum = total(added);
  const figure = taken.length === 0 ? sum : difference(kinds[basis], total(taken), sum);
  return isKnown(figure) ? figure : undefined;
}

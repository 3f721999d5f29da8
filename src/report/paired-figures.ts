// The months or quarters of a measure's two periods in pairs, each with the same calendar month or quarter of the baseline.
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exactText, isNegative, withThousands } from "../core/number.ts";
import { type Period, periodName } from "../core/period.ts";
import type { Measure } from "../plan/model.ts";
import { total } from "../statistics/total.ts";
import { type Figures, queryFor, type RowContext } from "./context.ts";
import { dataQuestionOf } from "./query.ts";

/** A month or quarter and the same one of the baseline, each with its number. */
export interface FigurePair {
  readonly baseline: { readonly period: Period; readonly figure: KnownFigure };
  readonly current: { readonly period: Period; readonly figure: KnownFigure };
}

export interface PairedFigures {
  readonly step: "month" | "quarter";
  readonly pairs: readonly FigurePair[];
}

/** So many months that the data lack are named. */
const MOST_NAMED = 3;

/** How many months are in both periods of a measure. */
export function monthsInBoth({ baseline, current }: Measure): number {
  const [a, b] = [baseline.period, current.period];
  return a && b && !baseline.none ? Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1) : 0;
}

/** Why the two periods cannot be set against each other month by month, whatever the data give. */
export function unlikeMonths({ baseline, current }: Measure): string | undefined {
  const [a, b] = [baseline.period, current.period];
  if (!a || !b || (a.to - a.from + 1) % 12 === 0 || a.from % 12 === b.from % 12) return undefined;
  return "the periods are of other calendar months, and crime has seasons";
}

/**
 * The pairs, without the months that are in both periods, as months where the data give all of them, otherwise as quarters.
 * Nothing where the data give neither; a reason where they lack some of them, or do not add up to what is compared.
 */
export function pairedFigures(
  context: RowContext,
  measure: Measure,
  figures: Figures,
): PairedFigures | string | undefined {
  const [a, b] = [measure.baseline.period, measure.current.period];
  if (!a || !b || a.to - a.from !== b.to - b.from) return undefined;
  let lacking: readonly Period[] = [];
  for (const [step, length] of [["month", 1] as const, ["quarter", 3] as const]) {
    const [before, now] = [partsOf(a, b, length), partsOf(b, a, length)];
    if (!before || !now || before.length === 0) continue;
    if (before.some(({ from }, at) => from % 12 !== (now[at]?.from ?? 0) % 12)) continue;
    const read = (periods: readonly Period[], when: "baseline" | "current") =>
      periods.map((period) => ({ period, figure: countIn(context, measure, when, period) }));
    const [baseline, current] = [read(before, "baseline"), read(now, "current")];
    const all = [...baseline, ...current];
    const known = all.filter(({ figure }) => isKnown(figure));
    if (known.length === all.length) {
      if (known.some(({ figure }) => isKnown(figure) && isNegative(figure.value))) return "a number is below 0";
      const pairs = baseline.map((one, at) => ({ baseline: one, current: current[at] }) as FigurePair);
      return (monthsInBoth(measure) === 0 && notTheWhole(step, pairs, figures)) || { step, pairs };
    }
    const without = all.filter(({ figure }) => !isKnown(figure)).map(({ period }) => period);
    // Where one side has none at all, the data give years of it, and not its months.
    const isOfBoth = [baseline, current].every((side) => side.some(({ figure }) => isKnown(figure)));
    if (isOfBoth && lacking.length === 0) lacking = without;
  }
  if (lacking.length === 0) return undefined;
  const more = lacking.length > MOST_NAMED ? `and ${lacking.length - MOST_NAMED} more` : "";
  const named = lacking.slice(0, MOST_NAMED).map(periodName);
  return `the data do not give ${[named.join(", "), more].filter((part) => part !== "").join(" ")}`;
}

/** What the pairs of a period come to. */
export const sumOfPairs = (pairs: readonly FigurePair[], when: "baseline" | "current"): Figure =>
  total(pairs.map((pair) => pair[when].figure));

/** The months or quarters of a period that are not in the other, by calendar month; nothing where they do not divide it. */
function partsOf(period: Period, other: Period, length: number): Period[] | undefined {
  const months = Array.from({ length: period.to - period.from + 1 }, (_, at) => period.from + at);
  const own = months.filter((month) => month < other.from || month > other.to);
  if (own.length % length !== 0) return undefined;
  const parts = own.filter((_, at) => at % length === 0).map((from) => ({ from, to: from + length - 1 }));
  return parts.sort((a, b) => (a.from % 12) - (b.from % 12) || a.from - b.from);
}

function countIn(context: RowContext, measure: Measure, when: "baseline" | "current", period: Period): Figure {
  const quiet = { ...context, raise: () => {} };
  return dataQuestionOf(queryFor(quiet, measure, context.sides.force, { ...measure[when], period })).find("count");
}

/** Why the parts are not those of the numbers that are compared, if so. */
function notTheWhole(step: PairedFigures["step"], pairs: readonly FigurePair[], figures: Figures): string | undefined {
  for (const when of ["baseline", "current"] as const) {
    const [whole, sum] = [figures[when].force.count, sumOfPairs(pairs, when)];
    if (isKnown(whole) && isKnown(sum) && compareExact(whole.value, sum.value) !== 0) {
      const [comes, is] = [sum, whole].map(({ value }) => withThousands(exactText(value)));
      return `the ${step}s of its ${when} come to ${comes}, not ${is}`;
    }
  }
  return undefined;
}

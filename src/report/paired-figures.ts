// The months or quarters of a measure's two periods in pairs, each with the same calendar month or quarter of the baseline.

import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exactText, isNegative, withThousands } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import { periodWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import { total } from "../statistics/total.ts";
import { type Figures, queryFor, type RowContext } from "./context.ts";
import { unevenPeriods } from "./period-lengths.ts";
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
  return say("untested.seasons");
}

/** Why the months of the two periods make no pairs, by which their spread is known; nothing where they do. */
export function unpairedReason(measure: Measure): string | undefined {
  if (measure.baseline.average) return say("untested.spread-average");
  if (unevenPeriods(measure)) return say("untested.spread-lengths");
  return unlikeMonths(measure) && say("untested.spread-months");
}

/** What must be said of a change between other calendar months, where the measure is of events. */
export function seasonNotes(measure: Measure): string[] {
  const unlike = measure.basis === "count" || measure.basis === "rate" ? unlikeMonths(measure) : undefined;
  return unlike === undefined ? [] : [unlike];
}

/**
 * The pairs in order of time, without the months that are in both periods, as months where the data give all of them, otherwise as quarters.
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
  let isWithheld = false;
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
      if (known.some(({ figure }) => isKnown(figure) && isNegative(figure.value)))
        return say("untested.number-below-0");
      const pairs = baseline
        .map((one, at) => ({ baseline: one, current: current[at] }) as FigurePair)
        .sort((one, other) => one.current.period.from - other.current.period.from);
      return (monthsInBoth(measure) === 0 && notTheWhole(step, pairs, figures)) || { step, pairs };
    }
    isWithheld ||= all.some(({ figure }) => !isKnown(figure) && figure.gap.withheld);
    const without = all.filter(({ figure }) => !isKnown(figure)).map(({ period }) => period);
    // Where one side has none at all, the data give years of it, and not its months.
    const isOfBoth = [baseline, current].every((side) => side.some(({ figure }) => isKnown(figure)));
    if (isOfBoth && lacking.length === 0) lacking = without;
  }
  // Which months are withheld is not said.
  if (isWithheld) return say("untested.withheld-months");
  if (lacking.length === 0) return undefined;
  const periods = inRow(lacking.slice(0, MOST_NAMED).map(periodWords));
  const n = lacking.length - MOST_NAMED;
  return n > 0 ? say("untested.not-given-more", { periods, n }) : say("untested.not-given", { periods });
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
      return notTheSum(step, when, { sum: comes ?? "", whole: is ?? "" });
    }
  }
  return undefined;
}

function notTheSum(
  step: PairedFigures["step"],
  when: "baseline" | "current",
  slots: Readonly<Record<"sum" | "whole", string>>,
): string {
  if (step === "month") {
    return when === "baseline" ? say("untested.months-baseline", slots) : say("untested.months-current", slots);
  }
  return when === "baseline" ? say("untested.quarters-baseline", slots) : say("untested.quarters-current", slots);
}

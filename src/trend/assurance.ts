// Whether the aim's value will be met if nothing changes: the assurance of NHS England's Making Data Count.
import { isKnown } from "../core/figure.ts";
import { isZero, over, times, toNumber } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import { isAddable } from "../core/value-kind.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import type { Measure } from "../plan/model.ts";
import type { RowContext } from "../report/context.ts";
import { measureFigures } from "../report/measure-figures.ts";
import { targetOf } from "../report/verdict.ts";
import type { Stretch } from "./stretches.ts";

/** In words, each with its sign: of Making Data Count, P for pass, F for fail, ? for either. */
export const assuranceSigns = {
  "will be met": "P",
  "will not be met without change": "F",
  "may or may not be met by chance": "?",
} as const;
export type Assured = keyof typeof assuranceSigns;

export interface Assurance {
  readonly outcome: Assured;
  /** What the aim's value comes to in an average month or quarter, in the limits' unit. */
  readonly value: number;
  /** Whether it is a share of a longer period's value. */
  readonly isShare: boolean;
}

/**
 * Whether the limits lie on the aim's good side, on its bad side, or about it. A value of a longer period is set against
 * the limits of a month as value ÷ the sum of the period's indices × the month's index: ÷ 12 for a year. Nothing where
 * the aim has no value, the last month has no limits, or the period is not of whole steps.
 */
export function assuranceOf(
  context: RowContext,
  measure: Measure,
  { stretches, basis, last }: { stretches: readonly Stretch[]; basis: LevelKey; last: Period | undefined },
): Assurance | undefined {
  const stretch = stretches.find(({ limits, last: end }) => limits && end === last);
  const better = measure.aim?.better;
  if (!stretch?.limits || !last || !better) return undefined;
  const target = valueOfAim(context, measure, basis);
  const isShare = isAddable(basis) || basis === "rate";
  const parts = isShare ? partsOf(measure.current.period, stretch) : 1;
  if (target === undefined || parts === undefined) return undefined;
  const value = target / parts;
  const average = stretch.limits.mean;
  const sides = stretch.each.map(({ limits: { mean, lower, upper } }) => {
    const own = stretch.seasons ? (value * mean) / average : value;
    if (better === "lower") return upper <= own ? "good" : lower > own ? "bad" : "about";
    return lower >= own ? "good" : upper < own ? "bad" : "about";
  });
  const outcome: Assured = sides.every((side) => side === "good")
    ? "will be met"
    : sides.every((side) => side === "bad")
      ? "will not be met without change"
      : "may or may not be met by chance";
  return { outcome, value, isShare };
}

/** The value that meets the aim, in the unit of the limits: of a rate whose limits are of counts, the count that makes it. */
function valueOfAim(context: RowContext, measure: Measure, basis: LevelKey): number | undefined {
  const alone = { ...context, sides: { force: context.sides.force, groups: [] }, raise: () => {} };
  const figures = measureFigures(alone, measure, measure.kind, measure.series);
  const target = targetOf(measure, figures.baseline.force[measure.basis]);
  if (!isKnown(target)) return undefined;
  if (measure.basis === basis) return toNumber(target.value);
  const { count, rate } = figures.current.force;
  if (measure.basis !== "rate" || basis !== "count" || !isKnown(count) || !isKnown(rate) || isZero(rate.value))
    return undefined;
  return toNumber(over(times(target.value, count.value), rate.value));
}

/** How many average months or quarters the period has: the sum of the indices of its own. */
function partsOf(period: Period | undefined, { first, each, limits, seasons }: Stretch): number | undefined {
  const length = first.to - first.from + 1;
  const steps = period && (period.to - period.from + 1) / length;
  if (!period || steps === undefined || !Number.isInteger(steps)) return undefined;
  if (!seasons || !limits) return steps;
  const indices = Array.from({ length: steps }, (_, step) => {
    const end = period.from + (step + 1) * length - 1;
    const alike = each.find((one) => (one.period.to - end) % 12 === 0);
    return alike && alike.limits.mean / limits.mean;
  });
  return indices.reduce<number | undefined>(
    (sum, index) => (sum === undefined || index === undefined ? undefined : sum + index),
    0,
  );
}

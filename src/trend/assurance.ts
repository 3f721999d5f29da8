// Whether the aim's value will be met if nothing changes: the assurance of NHS England's Making Data Count.

import { isKnown } from "../core/figure.ts";
import { isZero, over, times, toNumber } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import { isAddable } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures } from "../report/context.ts";
import { unevenPeriods } from "../report/period-lengths.ts";
import { targetOf } from "../report/verdict.ts";
import { breakTime, isAcross, type TrendBreak } from "./breaks.ts";
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
  readonly none?: undefined;
}

/** Why there is none, though the aim has a value and the last month its limits. */
export interface NoAssurance {
  readonly none: string;
  readonly outcome?: undefined;
}

interface AssuranceOf {
  /** Those that the report judges the aim by. */
  readonly figures: Figures;
  readonly stretches: readonly Stretch[];
  readonly breaks: readonly TrendBreak[];
  readonly basis: LevelKey;
  /** The last month or quarter. */
  readonly last: Period | undefined;
}

/**
 * Whether the limits lie on the aim's good side, on its bad side, or about it. A value of a longer period is set against
 * the limits of a month as value ÷ the sum of the period's indices × the month's index: ÷ 12 for a year. The period is
 * the baseline's, where the value is worked out from that, otherwise the current one. Nothing where the aim has no value,
 * the last month has no limits, or the period is not of whole steps; a reason where the baseline's value does not compare
 * with the limits.
 */
export function assuranceOf(
  measure: Measure,
  { figures, stretches, breaks, basis, last }: AssuranceOf,
): Assurance | NoAssurance | undefined {
  const stretch = stretches.find(({ limits, last: end }) => limits && end === last);
  const better = measure.aim?.better;
  if (!stretch?.limits || !last || !better) return undefined;
  const target = valueOfAim(measure, figures, basis);
  if (target === undefined) return undefined;
  const isShare = isAddable(basis) || basis === "rate";
  const isOfBaseline = measure.aim?.needs.includes("baseline") ?? false;
  const { baseline, current } = measure;
  const before = baseline.average ?? (baseline.period ? [baseline.period] : []);
  const uneven = isOfBaseline && isShare ? unevenPeriods(measure)?.map(({ from, to }) => to - from + 1) : undefined;
  if (uneven) return { none: say("assurance.lengths", { baseline: uneven[0] ?? 0, current: uneven[1] ?? 0 }) };
  const across = breaks.find((one) => isOfBaseline && before.some((period) => isAcross(one, period, last)));
  if (across?.isGap) return { none: say("assurance.not-whole", { when: breakTime(across) }) };
  if (across) return { none: say("assurance.before-break", { when: breakTime(across) }) };
  const parts = isShare ? partsOf(isOfBaseline ? before[0] : current.period, stretch) : 1;
  if (parts === undefined) return undefined;
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
function valueOfAim(measure: Measure, figures: Figures, basis: LevelKey): number | undefined {
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

// XmR of a series with seasons: limits that rise and fall with the calendar months.
import type { Seasons } from "./seasonal-index.ts";
import { XMR_FACTOR, type XmrLimits, xmrLimits } from "./xmr.ts";

export interface SeasonalXmr {
  /** The mean level m: what an average month has. */
  readonly level: number;
  /** From the mean to a limit in an average month, in the values' unit. */
  readonly half: number;
  /** Each value without its season: u = (v − m·s) ÷ √s. Its limits are 0 ± `half`. */
  readonly adjusted: readonly number[];
  /** The limits at each value. */
  readonly limits: readonly Pick<XmrLimits, "mean" | "lower" | "upper">[];
}

const ROUNDING = 1e-12;

/**
 * XmR of u = (v − m·s) ÷ √s, where s is the index of the value's calendar month and m = Σv ÷ Σs over the values used: the
 * variance of a count goes with its mean, so √s makes the months alike. Limits at m·s ± 2.66 × mean moving range × √s,
 * widened by √((y − 1) ÷ (y − 2)) for y years, as the index is itself an estimate from y − 1 ratios. Nothing where
 * `xmrLimits` gives none.
 */
export function seasonalXmr(
  values: readonly number[],
  { index, years }: Seasons,
  used: (at: number) => boolean,
): SeasonalXmr | undefined {
  const s = (at: number): number => index[at % index.length] as number;
  const own = [...values.keys()].filter(used);
  const sum = (of: (at: number) => number): number => own.reduce((total, at) => total + of(at), 0);
  const level = sum((at) => values[at] as number) / sum(s);
  const adjusted = values.map((value, at) => {
    const away = value - level * s(at);
    // What is left of a value that its season explains whole is binary rounding.
    return Math.abs(away) <= ROUNDING * level ? 0 : away / Math.sqrt(s(at));
  });
  const found = xmrLimits(adjusted, { used });
  if (!found) return undefined;
  const half = XMR_FACTOR * found.averageMovingRange * Math.sqrt((years - 1) / (years - 2));
  const limits = values.map((_, at) => {
    const [mean, reach] = [level * s(at), half * Math.sqrt(s(at))];
    return { mean, lower: mean - reach, upper: mean + reach };
  });
  return { level, half, adjusted, limits };
}

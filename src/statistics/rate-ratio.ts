// Two counts with their populations: is the one rate different from the other, and how many times as high.
import { betaQuantile, binomialTails } from "./distributions.ts";
import { type Confidence, type EventsOver, type Limits, tailOf, zOf } from "./limits.ts";

export interface RateRatio {
  /** The first rate over the second; none where the second count is 0. */
  readonly ratio: number | undefined;
  /** The chance, were the two rates equal, of counts as far apart as these or further, in either direction. */
  readonly p: number;
  /** Limits that agree with p: 1 is outside the 95 % limits where p is below 0.05, and only there. */
  readonly exact: Limits;
  /** Limits by the normal approximation, where the two counts make 100 or more and neither is 0. */
  readonly log: Limits | undefined;
}

const LOG_FROM = 100;
const isCount = ({ x, n }: EventsOver): boolean => Number.isInteger(x) && x >= 0 && n > 0 && n < Infinity;

/**
 * The exact conditional test of two Poisson counts: of all x₁ + x₂ events, x₁ is binomial with chance n₁/(n₁ + n₂) where
 * the rates are equal; p = min(1, 2 × the smaller tail) (J. Przyborowski and H. Wilenski, Biometrika 31, 1940, 313–323).
 * `exact` are the limits of that share by C. Clopper and E. Pearson (Biometrika 26, 1934, 404–413), as a ratio of rates.
 * Where x₁ is 0 the ratio and its lower limit are 0; where x₂ is 0 there is no ratio and the upper limit is Infinity.
 * Swapping the two gives the same p and the reciprocals. Nothing where both counts are 0, a count is not a whole number
 * from 0, or a population is not above 0.
 */
export function rateRatio(first: EventsOver, second: EventsOver, confidence: Confidence): RateRatio | undefined {
  const p = equalRates(first, second);
  if (p === undefined) return undefined;
  return {
    ratio: second.x === 0 ? undefined : ratioOf(first, second),
    p,
    exact: { lower: exactLower(first, second, confidence), upper: 1 / exactLower(second, first, confidence) },
    log: first.x + second.x >= LOG_FROM ? logRatioLimits(first, second, confidence) : undefined,
  };
}

const ratioOf = (first: EventsOver, second: EventsOver): number => (first.x / second.x) * (second.n / first.n);

/** The p of `rateRatio`, without its limits; nothing where that has nothing. */
export function equalRates(first: EventsOver, second: EventsOver): number | undefined {
  if (!isCount(first) || !isCount(second) || first.x + second.x === 0) return undefined;
  const both = first.n + second.n;
  const { lower, upper } = binomialTails(first.x, second.x, first.n / both, second.n / both);
  return Math.min(1, 2 * Math.min(lower, upper));
}

function exactLower(first: EventsOver, second: EventsOver, confidence: Confidence): number {
  if (first.x === 0) return 0;
  const share = betaQuantile(tailOf(confidence), first.x, second.x + 1);
  return (share.lower / share.upper) * (second.n / first.n);
}

/**
 * Limits of the ratio of two rates, RR·exp(±z√(1/x₁ + 1/x₂)): the normal approximation of its logarithm
 * (K. Rothman, Modern Epidemiology, 1986, chapter 11). For large counts. Nothing where a count is 0.
 */
export function logRatioLimits(first: EventsOver, second: EventsOver, confidence: Confidence): Limits | undefined {
  if (!isCount(first) || !isCount(second) || first.x === 0 || second.x === 0) return undefined;
  const factor = Math.exp(zOf(confidence) * Math.sqrt(1 / first.x + 1 / second.x));
  return { lower: ratioOf(first, second) / factor, upper: ratioOf(first, second) * factor };
}

/**
 * The smallest count above x that differs from it with p below alpha, over an equal population: from 4 it is 13 for 0.05.
 * Nothing where x is not a whole number from 0 or alpha is not between 0 and 1.
 */
export function smallestRise(x: number, alpha: number): number | undefined {
  if (!isCount({ x, n: 1 }) || !(alpha > 0 && alpha < 1)) return undefined;
  const differs = (higher: number): boolean => (equalRates({ x: higher, n: 1 }, { x, n: 1 }) ?? 1) < alpha;
  let short = 0;
  let enough = 1;
  for (; !differs(x + enough); enough *= 2) short = enough;
  while (enough - short > 1) {
    const between = Math.floor((short + enough) / 2);
    if (differs(x + between)) enough = between;
    else short = between;
  }
  return x + enough;
}

// The limits of a rate.
import { countLimits } from "./count-limits.ts";
import type { Confidence, Limits } from "./limits.ts";

/**
 * Limits of the rate of x events in n, per so many ("per 1,000": 1000): those of the count, over n, which is taken as
 * known without error. Nothing where n is not above 0 or x is below 0.
 */
export function rateLimits(x: number, n: number, per: number, confidence: Confidence): Limits | undefined {
  const count = countLimits(x, confidence);
  if (count === undefined || !(n > 0)) return undefined;
  return { lower: (per * count.lower) / n, upper: (per * count.upper) / n };
}

// The limits of the difference of two proportions.
import { type Confidence, differenceLimits, type EventsOver, type Limits } from "./limits.ts";
import { proportionLimits } from "./proportion-limits.ts";

/**
 * Limits of first proportion − second proportion, as shares of 1: Newcombe's hybrid score method, which is MOVER on the
 * two Wilson limits (R. Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10). Nothing where either has none.
 */
export function proportionDifferenceLimits(
  first: EventsOver,
  second: EventsOver,
  confidence: Confidence,
): Limits | undefined {
  const [one, other] = [first, second].map(({ x, n }) => {
    const limits = proportionLimits(x, n, confidence);
    return limits && { value: x / n, limits };
  });
  return one && other && differenceLimits(one, other);
}

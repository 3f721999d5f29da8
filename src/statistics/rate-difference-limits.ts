// The limits of the difference of two rates.
import { type Confidence, differenceLimits, type EventsOver, type Limits } from "./limits.ts";
import { rateLimits } from "./rate-limits.ts";

/**
 * Limits of first rate − second rate, per so many, by MOVER on the limits of each (`differenceLimits`, `rateLimits`).
 * Nothing where either rate has no limits.
 */
export function rateDifferenceLimits(
  first: EventsOver,
  second: EventsOver,
  per: number,
  confidence: Confidence,
): Limits | undefined {
  const [one, other] = [first, second].map(({ x, n }) => {
    const limits = rateLimits(x, n, per, confidence);
    return limits && { value: (per * x) / n, limits };
  });
  return one && other && differenceLimits(one, other);
}

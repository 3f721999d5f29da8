// Confidence limits: the pair, the confidence they are given for, and the limits of a difference from those of its sides.
import { normalQuantile } from "./distributions.ts";

/** Two-sided limits, in the unit of what they are the limits of; `upper` is Infinity where nothing bounds it. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** A share above 0 and below 1: 0.95 is 95 %, 0.998 is 99.8 %. */
export type Confidence = number;

/** The probability left out on each side: 0.025 for 95 %. Throws for what is no confidence, as only the code chooses one. */
export function tailOf(confidence: Confidence): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`no confidence: ${confidence}`);
  return (1 - confidence) / 2;
}

/** How many standard errors the limits are from the estimate: 1.96 for 95 %, 3.09 for 99.8 %. */
export const zOf = (confidence: Confidence): number => -normalQuantile(tailOf(confidence));

/** An estimate with its own limits. */
interface Estimate {
  readonly value: number;
  readonly limits: Limits;
}

/**
 * Limits of first − second where the two are independent, from the limits of each (MOVER, the method of variance
 * estimates recovery: G. Zou and A. Donner, Statistics in Medicine 27, 2008, 1693–1702); with d = first − second,
 * d − √((v₁ − l₁)² + (u₂ − v₂)²) to d + √((u₁ − v₁)² + (v₂ − l₂)²).
 */
export function differenceLimits(first: Estimate, second: Estimate): Limits {
  const difference = first.value - second.value;
  return {
    lower: difference - Math.hypot(first.value - first.limits.lower, second.limits.upper - second.value),
    upper: difference + Math.hypot(first.limits.upper - first.value, second.value - second.limits.lower),
  };
}

/** Events and what they are counted over: persons, incidents, months. */
export interface EventsOver {
  readonly x: number;
  readonly n: number;
}

// Student's t: the chance of a value as far from 0, and the value that a chance belongs to.
import { betaQuantile, betaTails } from "./distributions.ts";
import { type Confidence, tailOf } from "./limits.ts";

/**
 * The probability that a t variable with so many degrees of freedom (> 0) is further from 0 than t, on either side: a
 * two-sided p-value, the incomplete beta function I at ν/(ν + t²) of ν/2 and ½ (Digital Library of Mathematical
 * Functions, 8.17; Student, Biometrika 6, 1908, 1–25).
 */
export function studentBeyond(t: number, degrees: number): number {
  const all = degrees + t * t;
  return betaTails(degrees / all, (t * t) / all, degrees / 2, 0.5).lower;
}

/** How many standard errors two-sided limits are from the estimate, with so many degrees of freedom (> 0): 2.201 for 95 % and 11. */
export function studentOf(confidence: Confidence, degrees: number): number {
  const { lower, upper } = betaQuantile(2 * tailOf(confidence), degrees / 2, 0.5);
  return Math.sqrt((degrees * upper) / lower);
}

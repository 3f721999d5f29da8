// The limits of a proportion.
import { type Confidence, type Limits, zOf } from "./limits.ts";

/** Limits of the proportion x of n, as shares of 1, by Wilson's score method; nothing where `wilsonLimits` has none. */
export const proportionLimits = (x: number, n: number, confidence: Confidence): Limits | undefined =>
  wilsonLimits(x, n, zOf(confidence));

/**
 * The same, z standard errors wide:
 * (2x + z² ∓ z√(z² + 4x(1 − x/n))) / 2(n + z²), held within 0 and 1 (E. Wilson, Journal of the American Statistical
 * Association 22, 1927, 209–212). x need not be whole. Nothing where n is not above 0 or x not between 0 and n.
 */
export function wilsonLimits(x: number, n: number, z: number): Limits | undefined {
  if (!(n > 0 && x >= 0 && x <= n)) return undefined;
  const middle = 2 * x + z * z;
  const width = z * Math.sqrt(z * z + 4 * x * ((n - x) / n));
  // middle² − width² is 4x²(n + z²)/n: so the lower limit is had without taking one of two near numbers from the other.
  const lower = (2 * x * (x / n)) / (middle + width);
  // Rounding must not leave all of n above its own limit.
  return { lower, upper: x === n ? 1 : Math.min(1, (middle + width) / (2 * (n + z * z))) };
}

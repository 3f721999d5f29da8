// The limits of a count of independent events.
import { chiSquaredQuantile } from "./distributions.ts";
import { type Confidence, type Limits, tailOf, zOf } from "./limits.ts";

const EXACT_BELOW = 10;

/**
 * Limits of a count x, in events. From 10 by Byar's approximation, x(1 − 1/9x − z/3√x)³ to
 * (x + 1)(1 − 1/9(x + 1) + z/3√(x + 1))³; below 10 the exact ones of the Poisson distribution, ½χ²(α/2; 2x) to
 * ½χ²(1 − α/2; 2x + 2), and 0 as the lower one of 0. (N. Breslow and N. Day, Statistical Methods in Cancer Research II,
 * 1987, 69–71; as in Public Health England's technical guide to confidence intervals, 2018.) Nothing for a count below 0.
 */
export function countLimits(x: number, confidence: Confidence): Limits | undefined {
  if (!(x >= 0 && x < Infinity)) return undefined;
  if (x >= EXACT_BELOW) return { lower: byar(x, -zOf(confidence)), upper: byar(x + 1, zOf(confidence)) };
  const tail = tailOf(confidence);
  return {
    lower: x === 0 ? 0 : chiSquaredQuantile(tail, 2 * x) / 2,
    upper: chiSquaredQuantile(1 - tail, 2 * x + 2) / 2,
  };
}

const byar = (x: number, z: number): number => x * (1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3;

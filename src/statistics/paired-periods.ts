// Two long periods, month by month: is the one's total different from the other's, beside the spread of their pairs.
import type { EventsOver, Limits } from "./limits.ts";
import { studentBeyond, studentOf } from "./student.ts";

/** The events of a month or quarter, and of the same calendar month or quarter of the baseline. */
export interface PairedCounts {
  readonly baseline: number;
  readonly current: number;
}

/** How the pairs of two periods vary. */
export interface PairedSpread {
  /** How many times the pairs vary as much as chance alone would make them; below 1 they vary less, and it counts as 1. */
  readonly phi: number;
  /** The degrees of freedom of φ: the pairs with any events, less one. */
  readonly df: number;
  /** How alike neighbouring residuals are, from −1 to 1: above about 0.3 the months are hardly independent. */
  readonly lag1: number;
}

/** The two totals set against each other. */
export interface DispersedRatio {
  /** Current over baseline; of rates, with their populations. */
  readonly ratio: number;
  readonly limits: Limits;
  /** The two-sided chance of a ratio as far from 1, were there no change. */
  readonly p: number;
  /** The change, as a %, that would have been beyond chance: t times the standard error of ln(ratio). */
  readonly detectable: number;
}

/** The pairs must be so many, or their spread says too little. */
export const FEWEST_PAIRS = { month: 6, quarter: 4 } as const;

/**
 * Seasons cancel, as each month is set against the same calendar month. With the pairs a, b, t = a + b, A = Σa, B = Σb and
 * π = B/(A + B): φ = Σ (b − tπ)²/(tπ(1 − π)) ÷ (k − 1) over the k pairs with t > 0. A quasi-binomial model (P. McCullagh
 * and J. Nelder, Generalized Linear Models, 1989, section 4.5). Nothing for a count below 0, a period without any
 * events, or fewer than two pairs with any.
 */
export function pairedSpread(pairs: readonly PairedCounts[]): PairedSpread | undefined {
  const used = pairs.filter(({ baseline, current }) => baseline + current !== 0);
  const a = total(used.map(({ baseline }) => baseline));
  const b = total(used.map(({ current }) => current));
  const isCounted = used.every(({ baseline, current }) => baseline >= 0 && current >= 0);
  if (!isCounted || used.length < 2 || !(a > 0 && b > 0 && a + b < Infinity)) return undefined;
  const share = b / (a + b);
  const residuals = used.map(({ baseline, current }) => {
    const both = baseline + current;
    return (current - both * share) / Math.sqrt(both * share * (1 - share));
  });
  const squares = total(residuals.map((one) => one * one));
  const neighbours = residuals.slice(1).map((one, at) => one * (residuals[at] ?? 0));
  const df = used.length - 1;
  return { phi: squares / df, df, lag1: squares === 0 ? 0 : total(neighbours) / squares };
}

/**
 * ln(B/A) of two totals whose months vary φ times as much as chance makes them (at least 1) has the standard error
 * √(φ(1/A + 1/B)), with Student's t of the degrees of freedom of φ; populations are exact offsets. Nothing for a count
 * or a population that is not above 0, or a φ that is none.
 */
export function dispersedRatio(
  current: EventsOver,
  baseline: EventsOver,
  phi: number,
  df: number,
): DispersedRatio | undefined {
  const isAbove = [current.x, current.n, baseline.x, baseline.n, df].every((value) => value > 0 && value < Infinity);
  if (!isAbove || !(phi >= 0)) return undefined;
  const standardError = Math.sqrt(Math.max(1, phi) * (1 / baseline.x + 1 / current.x));
  const ratio = (current.x / baseline.x) * (baseline.n / current.n);
  const margin = studentOf(0.95, df) * standardError;
  return {
    ratio,
    limits: { lower: ratio * Math.exp(-margin), upper: ratio * Math.exp(margin) },
    p: studentBeyond(Math.log(ratio) / standardError, df),
    detectable: 100 * margin,
  };
}

/**
 * The 95 % limits of a count whose months vary φ times as much as chance makes them (at least 1), with the degrees of
 * freedom of φ: C ± t√(φC), not below 0. Nothing for a count below 0, a φ that is none, or no degree of freedom.
 */
export function dispersedLimits(count: number, phi: number, df: number): Limits | undefined {
  if (!(count >= 0 && phi >= 0 && df > 0)) return undefined;
  const margin = studentOf(0.95, df) * Math.sqrt(Math.max(1, phi) * count);
  return { lower: Math.max(0, count - margin), upper: count + margin };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

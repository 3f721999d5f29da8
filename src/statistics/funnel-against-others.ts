// A force against the others of its group: their rate, and how far from it a force like them may lie.
import { dispersion } from "./dispersion.ts";
import type { Confidence, EventsOver, Limits } from "./limits.ts";
import { studentBeyond, studentOf } from "./student.ts";

/** Rates are events per one of the population: multiply by 1,000 to print them per 1,000. */
export interface FunnelAgainstOthers {
  /** The pooled rate of the others: all their events over all their population. */
  readonly rate: number;
  /** How many times the variance of the others' counts is that of chance alone; at least 1. */
  readonly phi: number;
  /** The degrees of freedom of `t`: the others, less one. */
  readonly df: number;
  /** How many standard errors the force's rate is above the others'; below them it is negative. */
  readonly t: number;
  /** A rate outside them is higher or lower than the others', at 95 % and at 99.8 %; they are around `rate`. */
  readonly limits95: Limits;
  readonly limits998: Limits;
  /** The two-sided chance of a rate as far from the others', were the force like them. */
  readonly p: number;
}

/** With fewer others, their spread says too little. */
/** Of fewer others no limits are made. */
export const FEWEST_OTHERS = 4;

/**
 * θ = Σx/Σn of the m others, φ their dispersion about it, at least 1, and limits θ ± t(m − 1)·√(φ·θ·(1/n + 1/Σn)), not below
 * 0: multiplicative over-dispersion (D. Spiegelhalter, Statistics in Medicine 24, 2005, 1185–1202), estimated from the
 * others alone, with t as φ is itself estimated. Nothing for fewer than 4 others, a population not above 0, a count
 * below 0, or others without any events.
 */
export function funnelAgainstOthers(force: EventsOver, others: readonly EventsOver[]): FunnelAgainstOthers | undefined {
  const spread = others.length < FEWEST_OTHERS ? undefined : dispersion(others);
  if (spread === undefined || !(force.x >= 0 && force.n > 0 && force.x + force.n < Infinity)) return undefined;
  const population = total(others.map(({ n }) => n));
  const rate = total(others.map(({ x }) => x)) / population;
  const phi = Math.max(1, spread);
  const df = others.length - 1;
  const standardError = Math.sqrt(phi * rate * (1 / force.n + 1 / population));
  const t = (force.x / force.n - rate) / standardError;
  const limits = (confidence: Confidence): Limits => {
    const margin = studentOf(confidence, df) * standardError;
    return { lower: Math.max(0, rate - margin), upper: rate + margin };
  };
  return { rate, phi, df, t, limits95: limits(0.95), limits998: limits(0.998), p: studentBeyond(t, df) };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

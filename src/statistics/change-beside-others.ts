// A force's change beside those of others: does it leave their usual spread.
import type { EventsOver, Limits } from "./limits.ts";
import { studentBeyond, studentOf } from "./student.ts";

/** What one force had in each period. */
export interface EventsMoved {
  readonly baseline: EventsOver;
  readonly current: EventsOver;
}

export interface ChangeBesideOthers {
  /** The natural logarithm of the force's current over its baseline, and the mean of the others'. */
  readonly change: number;
  readonly others: number;
  /** The standard deviation of the others' logarithms. */
  readonly deviation: number;
  readonly df: number;
  readonly t: number;
  /** The two-sided chance of a change as far from the others', were the force like them. */
  readonly p: number;
  /** The force's ratio over the others' typical one, with its 95 % limits. */
  readonly ratio: number;
  readonly limits: Limits;
}

/** Logarithms that differ by less are the same but for floating point. */
const ROUNDING = 1e-12;
/** With fewer others, their spread says too little. */
const FEWEST = 4;

/**
 * With l = ln(current/baseline): t = (l − mean of the m others) ÷ (their standard deviation × √(1 + 1/m)), m − 1 degrees of
 * freedom: a new observation against a normal sample (G. Hahn and W. Meeker, Statistical Intervals, 1991, section 4.8).
 * Forces drift apart where nothing is done, so the yardstick is the others' own spread. Nothing for fewer than 4 others, a count or
 * population not above 0, or others that all moved alike.
 */
export function changeBesideOthers(force: EventsMoved, others: readonly EventsMoved[]): ChangeBesideOthers | undefined {
  const [change = Number.NaN, ...moved] = [force, ...others].map(logChange);
  if (moved.length < FEWEST || ![change, ...moved].every(Number.isFinite)) return undefined;
  const df = moved.length - 1;
  const mean = total(moved) / moved.length;
  const deviation = Math.sqrt(total(moved.map((one) => (one - mean) ** 2)) / df);
  if (deviation <= ROUNDING) return undefined;
  const standardError = deviation * Math.sqrt(1 + 1 / moved.length);
  const t = (change - mean) / standardError;
  const margin = studentOf(0.95, df) * standardError;
  const limits = { lower: Math.exp(change - mean - margin), upper: Math.exp(change - mean + margin) };
  return { change, others: mean, deviation, df, t, p: studentBeyond(t, df), ratio: Math.exp(change - mean), limits };
}

/** Not finite where a count or a population is not above 0. */
function logChange({ baseline, current }: EventsMoved): number {
  const isAbove = [baseline.x, baseline.n, current.x, current.n].every((value) => value > 0);
  return isAbove ? Math.log(current.x / baseline.x) - Math.log(current.n / baseline.n) : Number.NaN;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

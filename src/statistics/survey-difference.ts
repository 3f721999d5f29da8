// The difference of two survey percentages, from independent samples.
import { normalBeyond } from "./distributions.ts";
import { type Confidence, type Limits, zOf } from "./limits.ts";

export interface SurveyPercentage {
  /** 52 for 52 %. */
  readonly percentage: number;
  /** How many people answered, unweighted. */
  readonly base: number;
  /** DEFT: how many times the standard error is that of a simple random sample of this base. */
  readonly designFactor: number;
}

/** All but z and p are percentage points. */
export interface SurveyDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided, by the normal distribution. */
  readonly p: number;
  readonly limits: Limits;
}

/**
 * first − second, with SE² = Σ DEFT²·p(1 − p)/n, z = difference/SE and limits difference ± z·SE (L. Kish, Survey
 * Sampling, 1965, for the factor). Nothing where a percentage is not between 0 and 100, a base or factor is not above 0,
 * or each percentage is 0 or 100, as then no error can be told.
 */
export function surveyDifference(
  first: SurveyPercentage,
  second: SurveyPercentage,
  confidence: Confidence,
): SurveyDifference | undefined {
  const variance = varianceOf(first) + varianceOf(second);
  if (!(variance > 0 && variance < Infinity)) return undefined;
  const difference = first.percentage - second.percentage;
  const standardError = Math.sqrt(variance);
  const z = difference / standardError;
  const margin = zOf(confidence) * standardError;
  const limits = { lower: difference - margin, upper: difference + margin };
  return { difference, standardError, z, p: normalBeyond(z), limits };
}

/** In squared percentage points; not a number where the percentage could not be one of a survey. */
function varianceOf({ percentage, base, designFactor }: SurveyPercentage): number {
  if (!(percentage >= 0 && percentage <= 100 && base > 0 && designFactor >= 0)) return Number.NaN;
  return (designFactor ** 2 * percentage * (100 - percentage)) / base;
}

// The difference of two survey percentages, from independent samples or from two waves of one panel.
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

export interface Waves {
  /** People in each wave, and in the population they were drawn from. */
  readonly base: number;
  readonly population: number;
  /** DEFT². */
  readonly designEffect: number;
  /** The share of the first wave's people who are in the second, and the correlation of their answers: 0 to 1. */
  readonly overlap: number;
  readonly correlation: number;
}

/**
 * The error of the difference between two percentages of one survey's waves, with SE² = (1 − n/N)·DEFF·(1 − TR)·Σ p(1 − p)/n
 * where T is the overlap and R the correlation (H. Gutiérrez, Estrategias de muestreo, 2009; `e4dp` of the R package
 * samplesize4surveys): the margin in percentage points, and the coefficient of variation, 100·SE/|difference|, in %, which
 * is none where the two are equal. Nothing where an input is out of its range.
 */
export function waveDifferenceError(
  first: number,
  second: number,
  { base, population, designEffect, overlap, correlation }: Waves,
  confidence: Confidence,
): { readonly margin: number; readonly coefficientOfVariation: number | undefined } | undefined {
  const isShare = (share: number): boolean => share >= 0 && share <= 1;
  if (!(population >= base && isShare(overlap) && isShare(correlation))) return undefined;
  const designFactor = Math.sqrt(designEffect * (1 - overlap * correlation) * (1 - base / population));
  const error = Math.sqrt(
    varianceOf({ percentage: first, base, designFactor }) + varianceOf({ percentage: second, base, designFactor }),
  );
  if (Number.isNaN(error)) return undefined;
  return {
    margin: zOf(confidence) * error,
    coefficientOfVariation: first === second ? undefined : (100 * error) / Math.abs(first - second),
  };
}

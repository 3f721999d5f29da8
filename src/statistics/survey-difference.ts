// The difference of two survey percentages, from independent samples.
import { normalBeyond } from "./distributions.ts";
import { differenceLimits, type EventsOver, type Limits, zOf } from "./limits.ts";
import { proportionLimits, wilsonLimits } from "./proportion-limits.ts";

export interface SurveyPercentage {
  /** 52 for 52 %. */
  readonly percentage: number;
  /** How many people answered, unweighted. */
  readonly base: number;
  /** DEFT: how many times the standard error is that of a simple random sample of this base. */
  readonly designFactor: number;
}

export interface SurveyDifference {
  /** first − second, in percentage points, as are its 95 % limits. */
  readonly difference: number;
  readonly limits: Limits;
  /** The two-sided chance at which the limits would just reach 0: below 0.05 where the 95 % limits leave 0 out. */
  readonly p: number;
}

/** How many answers of a simple random sample are worth as much: base ÷ DEFT² (L. Kish, Survey Sampling, 1965). */
export const effectiveBase = ({ base, designFactor }: Omit<SurveyPercentage, "percentage">): number =>
  base / designFactor ** 2;

/** The 95 % limits of one percentage, by Wilson at the effective base; nothing where it has none. */
export function surveyLimits(survey: SurveyPercentage): Limits | undefined {
  const answers = answersOf(survey);
  const share = answers && proportionLimits(answers.x, answers.n, 0.95);
  return share && { lower: share.lower * 100, upper: share.upper * 100 };
}

/**
 * Limits by Newcombe's hybrid score method, from the Wilson limits of each at the effective base (R. Newcombe, Statistics
 * in Medicine 17, 1998, 873–890, method 10). Nothing where a percentage is not between 0 and 100, or a base or factor
 * is not above 0.
 */
export function surveyDifference(first: SurveyPercentage, second: SurveyPercentage): SurveyDifference | undefined {
  const at = (z: number): Limits | undefined => {
    const [one, other] = [first, second].map((survey) => {
      const answers = answersOf(survey);
      const limits = answers && wilsonLimits(answers.x, answers.n, z);
      return limits && { value: survey.percentage / 100, limits };
    });
    return one && other && differenceLimits(one, other);
  };
  const limits = at(zOf(0.95));
  if (!limits) return undefined;
  return {
    difference: first.percentage - second.percentage,
    limits: { lower: limits.lower * 100, upper: limits.upper * 100 },
    p: normalBeyond(reaching((z) => at(z) ?? limits)),
  };
}

/** How many standard errors wide the limits have to be to reach 0; they widen as z does. */
function reaching(at: (z: number) => Limits): number {
  const holds = ({ lower, upper }: Limits): boolean => lower <= 0 && upper >= 0;
  let [out, within] = [0, 1];
  while (!holds(at(within)) && within < FURTHEST) [out, within] = [within, within * 2];
  for (let step = 0; step < 100; step++) {
    const middle = (out + within) / 2;
    if (holds(at(middle))) within = middle;
    else out = middle;
  }
  return within;
}
/** Here p is 0 in floating point. */
const FURTHEST = 64;

/** Those who gave the answer among all, of a simple random sample worth as much; nothing where there can be none. */
function answersOf({ percentage, base, designFactor }: SurveyPercentage): EventsOver | undefined {
  const n = effectiveBase({ base, designFactor });
  return designFactor > 0 && n > 0 && n < Infinity ? { x: n * (percentage / 100), n } : undefined;
}

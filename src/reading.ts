// Is it real? What chance alone would make of a change, beside its verdict and never instead of it.
import { questionOf } from "./ask.ts";
import { NO_MARK } from "./cell.ts";
import { type Figure, isKnown, missing } from "./figure.ts";
import { isSmall } from "./measures/count.ts";
import type { Level } from "./measures/index.ts";
import { isZero, toNumber } from "./number.ts";
import { periodName } from "./period.ts";
import type { Measure, PlacedWhen } from "./plan.ts";
import type { Figures, Making } from "./report.ts";
import { ANY_BASE } from "./sides.ts";
import { countLimits } from "./statistics/count-limits.ts";
import { estimate } from "./statistics/estimate.ts";
import type { Limits } from "./statistics/limits.ts";
import { proportionLimits } from "./statistics/proportion-limits.ts";
import { rateLimits } from "./statistics/rate-limits.ts";
import { type RateRatio, rateRatio } from "./statistics/rate-ratio.ts";
import { type SurveyDifference, surveyDifference } from "./statistics/survey-difference.ts";

export interface Between {
  readonly lower: Figure;
  readonly upper: Figure;
}

export interface Reading {
  readonly words: "within chance" | "beyond chance" | "not tested";
  /** By what test, or why by none. */
  readonly how: string;
  /** Of counts and rates, current over baseline; of survey percentages, the difference in points; with 95 % limits. */
  readonly estimate?: Figure;
  readonly limits?: Between;
  /** The chance of a change as large as this or larger, were there none. */
  readonly p?: Figure;
  /** The 95 % limits of the figure that the aim is judged on, in each period. */
  readonly baseline?: Between | undefined;
  readonly current?: Between | undefined;
}

const LEVEL = 0.05;
const CONFIDENCE = 0.95;

/** The reading of a measure's change, on the basis of its aim; "not tested", and why, where no test can be made. */
export function readingOf(of: Making, measure: Measure, figures: Figures): Reading {
  const { basis } = measure;
  const [was, is] = [figures.baseline.force, figures.current.force];
  const notTested = (how: string): Reading => ({ words: "not tested", how });
  if (measure.baseline.none) return notTested("there is no baseline to compare with");
  const [before, after] = [was[basis], is[basis]];
  if (!isKnown(before)) return notTested(`baseline: ${before?.gap.reason ?? `there is no ${basis}`}`);
  if (!isKnown(after)) return notTested(`current: ${after?.gap.reason ?? `there is no ${basis}`}`);
  if (basis === "percent") return surveyReading(of, measure, before, after);
  if (basis === "count" || basis === "rate") return eventsReading(of, measure, was, is);
  return notTested(`no test is made of ${basis === "pounds" ? "amounts in £" : basis}`);
}

function eventsReading(of: Making, measure: Measure, was: Level, is: Level): Reading {
  const { basis } = measure;
  if (!was.count || !is.count) return { words: "not tested", how: "the numbers behind the rate are not given" };
  const over = [measure.baseline, measure.current].map((when) => exposure(of, measure, when));
  const [over1, over2] = over as [Figure, Figure];
  const inputs = [is.count, over2, was.count, over1];
  const pick = (unit: Figure["unit"], why: string, from: (ratio: RateRatio) => number | undefined): Figure =>
    estimate(unit, inputs, why, (x1 = 0, n1 = 0, x2 = 0, n2 = 0) => {
      const ratio = rateRatio({ x: x1, n: n1 }, { x: x2, n: n2 }, CONFIDENCE);
      return ratio && from(ratio);
    });
  const p = pick("ratio", "no test can be made of these numbers", (ratio) => ratio.p);
  if (!isKnown(p)) return { words: "not tested", how: p.gap.reason };
  return {
    words: toNumber(p.value) < LEVEL ? "beyond chance" : "within chance",
    how: basis === "rate" ? "exact test of two rates" : "exact test of two counts",
    estimate: pick("ratio", "the baseline is 0, so there is no ratio", (ratio) => ratio.ratio),
    limits: {
      lower: pick("ratio", "there is no lower limit", (ratio) => ratio.exact.lower),
      upper: pick("ratio", "nothing bounds it above", (ratio) => ratio.exact.upper),
    },
    p,
    baseline: eventLimits(was, over1, basis),
    current: eventLimits(is, over2, basis),
  };
}

/** What events are counted over: of a rate the population, of a count the months of its period. */
function exposure(of: Making, measure: Measure, when: PlacedWhen): Figure {
  const { plan, store } = of;
  const { file, line = 1, column = 1 } = when.place();
  const { from = 0, to = 0 } = when.period ?? {};
  const months = estimate("count", [], "", () => to - from + 1);
  if (measure.basis === "count") return { ...months, from: [{ file, line, column }] };
  const asking = { plan, store, measure, series: measure.series, side: of.sides.force, when, raise: () => {} };
  return questionOf(asking).population() ?? missing("persons", { mark: "x", reason: "the plan chooses no population" });
}

function eventLimits({ count }: Level, over: Figure, basis: Measure["basis"]): Between | undefined {
  if (!count) return undefined;
  const why = "there are no limits of this number";
  const limits = (x = 0, n = 0): Limits | undefined =>
    basis === "rate" ? rateLimits(x, n, 1000, CONFIDENCE) : countLimits(x, CONFIDENCE);
  const unit = basis === "rate" ? "per 1,000" : "count";
  const inputs = basis === "rate" ? [count, over] : [count];
  return {
    lower: estimate(unit, inputs, why, (x, n) => limits(x, n)?.lower),
    upper: estimate(unit, inputs, why, (x, n) => limits(x, n)?.upper),
  };
}

function surveyReading(of: Making, measure: Measure, before: Figure, after: Figure): Reading {
  const mark = markOf(of, measure);
  if (mark) return mark;
  const { designFactor } = measure;
  const bases = [measure.baseline, measure.current].map((when) => baseOf(of, measure, when));
  const [base1, base2] = bases;
  if (!isKnown(base1) || !isKnown(base2))
    return { words: "not tested", how: "the data give no base for the estimates" };
  if (designFactor === undefined) return { words: "not tested", how: "the plan states no design factor" };
  const inputs = [after, base2, before, base1];
  const pick = (unit: Figure["unit"], from: (difference: SurveyDifference) => number): Figure =>
    estimate(unit, inputs, "no test can be made of these estimates", (p1 = 0, n1 = 0, p2 = 0, n2 = 0) => {
      const one = { percentage: p1, base: n1, designFactor };
      const found = surveyDifference(one, { percentage: p2, base: n2, designFactor }, CONFIDENCE);
      return found && from(found);
    });
  const p = pick("ratio", (found) => found.p);
  if (!isKnown(p)) return { words: "not tested", how: p.gap.reason };
  const own = (percent: Figure, base: Figure): Between => {
    const limits = (p1 = 0, n1 = 0) =>
      proportionLimits((p1 / 100) * (n1 / designFactor ** 2), n1 / designFactor ** 2, CONFIDENCE);
    const why = "there are no limits of this estimate";
    return {
      lower: estimate("%", [percent, base], why, (p1, n1) => times100(limits(p1, n1)?.lower)),
      upper: estimate("%", [percent, base], why, (p1, n1) => times100(limits(p1, n1)?.upper)),
    };
  };
  return {
    words: toNumber(p.value) < LEVEL ? "beyond chance" : "within chance",
    how: `test of two survey estimates with a design factor of ${designFactor}`,
    estimate: pick("percentage points", (found) => found.difference),
    limits: {
      lower: pick("percentage points", (found) => found.limits.lower),
      upper: pick("percentage points", (found) => found.limits.upper),
    },
    p,
    baseline: own(before, base1),
    current: own(after, base2),
  };
}

const times100 = (share: number | undefined): number | undefined => (share === undefined ? undefined : share * 100);

/** The unweighted base of a survey estimate of the force. */
function baseOf({ store, sides }: Making, { series }: Measure, { period }: PlacedWhen): Figure | undefined {
  const [member] = sides.force.members;
  const [name] = series.add;
  if (!period || !member || name === undefined) return undefined;
  return store.find(name, member.key, period, "base") ?? store.find(ANY_BASE, member.key, period, "base");
}

/** The reading that the source itself marks its estimate with, if it compares with the plan's baseline. */
function markOf({ store, sides }: Making, { series, baseline, current }: Measure): Reading | undefined {
  const [member] = sides.force.members;
  const [name] = series.add;
  if (!baseline.period || !current.period || !member || name === undefined) return undefined;
  const against = `${name} against ${periodName(baseline.period)}`;
  const mark =
    store.find(against, member.key, current.period, "significance") ??
    store.find(name, member.key, current.period, "significance");
  if (!mark) return undefined;
  if (isKnown(mark)) return { words: "beyond chance", how: "the source marks the change as statistically significant" };
  if (mark.gap.reason !== NO_MARK) return { words: "not tested", how: `the source's own mark: ${mark.gap.reason}` };
  return { words: "within chance", how: "the source marks no statistically significant change" };
}

/**
 * What must be said of numbers under 10, whether or not readings are asked for: the change may be of chance alone.
 * Nothing where neither number is small, or chance alone does not explain the change.
 */
export function smallNumbersNote(of: Making, measure: Measure, figures: Figures): string | undefined {
  const counts = [figures.baseline.force.count, figures.current.force.count];
  if (measure.basis !== "count" && measure.basis !== "rate") return undefined;
  if (!counts.every(isKnown) || !counts.some(isSmall)) return undefined;
  if (counts.every((count) => isKnown(count) && isZero(count.value))) return undefined;
  return readingOf(of, measure, figures).words === "within chance" ? "within the range expected by chance" : undefined;
}

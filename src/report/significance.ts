// Is it real? What chance alone would make of a change, beside its verdict and never instead of it.

import { type Figure, type Formula, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exact, exactText, fixed, isZero, minus, toNumber } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { NO_MARK } from "../input/csv/cell.ts";
import { isSmall } from "../measures/count.ts";
import type { Level } from "../measures/measure-kind.ts";
import { ANY_BASE } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { countLimits } from "../statistics/count-limits.ts";
import { estimate } from "../statistics/estimate.ts";
import type { EventsOver, Limits } from "../statistics/limits.ts";
import { proportionLimits } from "../statistics/proportion-limits.ts";
import { rateLimits } from "../statistics/rate-limits.ts";
import { equalRates, rateRatio, smallestRise } from "../statistics/rate-ratio.ts";
import { type SurveyDifference, surveyDifference } from "../statistics/survey-difference.ts";
import type { Figures, RowContext } from "./context.ts";
import { formatFigure } from "./format-figure.ts";
import { unevenPeriods } from "./period-lengths.ts";
import { dataQuestionOf } from "./query.ts";

interface Between {
  readonly lower: Figure;
  readonly upper: Figure;
}

export interface Significance {
  readonly words: "within chance" | "beyond chance" | "not tested";
  /** By what test, or why by none. */
  readonly how: string;
  /** Of counts and rates, current over baseline; of survey percentages, the difference in points; with 95 % limits. */
  readonly estimate?: Figure;
  readonly limits?: Between;
  /** The chance of a change as large as this or larger, were there none. */
  readonly p?: Figure;
  /** The source's own mark, where that is the reading. */
  readonly mark?: Figure;
  /** The 95 % limits of the figure that the aim is judged on, in each period. */
  readonly baseline?: Between | undefined;
  readonly current?: Between | undefined;
}

/** A change is beyond chance where its p is below this. */
export const LEVEL = 0.05;
const CONFIDENCE = 0.95;

/** The reading of a measure's change, on the basis of its aim; "not tested", and why, where no test can be made. */
export function significanceOf(context: RowContext, measure: Measure, figures: Figures): Significance {
  const { basis } = measure;
  const tested = testedOf(measure, figures);
  if (typeof tested === "string") return notTested(tested);
  if (basis === "percent") return surveyReading(context, measure, ...tested);
  if (basis === "count" || basis === "rate") return eventsReading(context, measure, figures);
  return notTested(`no test is made of ${basis === "pounds" ? "amounts in £" : basis}`);
}

const notTested = (how: string): Significance => ({ words: "not tested", how });

/** The two figures that a test is of, or why there can be none. */
function testedOf(measure: Measure, { baseline, current }: Figures): readonly [KnownFigure, KnownFigure] | string {
  const { basis } = measure;
  if (measure.baseline.none) return "there is no baseline to compare with";
  const { add, subtract } = measure.series;
  if (basis === "percent" && add.length + subtract.length > 1) return "it is made of several estimates";
  const [before, after] = [baseline.force[basis], current.force[basis]];
  if (!isKnown(before)) return `baseline: ${before?.gap.reason ?? `there is no ${basis}`}`;
  if (!isKnown(after)) return `current: ${after?.gap.reason ?? `there is no ${basis}`}`;
  if (basis !== "percent" && unevenPeriods(measure)) return "its periods are of different lengths";
  return [before, after];
}

/** The events of both periods, and the populations that the plan chooses for them. */
interface Events {
  readonly before: EventsOver;
  readonly now: EventsOver;
  /** The figures they are: current before baseline, the numbers before the populations of a rate. */
  readonly inputs: readonly Figure[];
  readonly populations: readonly (Figure | undefined)[];
}

/** What a test of numbers or of rates is made with, or why none can be made. */
function eventsOf(context: RowContext, measure: Measure, { baseline, current }: Figures): Events | string {
  const isRate = measure.basis === "rate";
  const [baselineFigure, currentFigure] = [baseline.force.count, current.force.count];
  if (!baselineFigure || !currentFigure) return "a rate that is given is not tested without its number and population";
  const populations = [measure.baseline, measure.current].map((when) => populationOf(context, measure, when));
  const [over1, over2] = populations;
  if (isRate && (!isKnown(over1) || !isKnown(over2))) return "the plan chooses no population to test it with";
  if (!isKnown(baselineFigure) || !isKnown(currentFigure)) return "a number behind it is not there";
  const sizeOf = (over: Figure | undefined): number => (isRate && isKnown(over) ? toNumber(over.value) : 1);
  return {
    before: { x: toNumber(baselineFigure.value), n: sizeOf(over1) },
    now: { x: toNumber(currentFigure.value), n: sizeOf(over2) },
    inputs: [currentFigure, baselineFigure, ...(isRate && over1 && over2 ? [over2, over1] : [])],
    populations,
  };
}

function eventsReading(context: RowContext, measure: Measure, figures: Figures): Significance {
  const { basis } = measure;
  const events = eventsOf(context, measure, figures);
  if (typeof events === "string") return notTested(events);
  const { before, now, inputs } = events;
  const [over1, over2] = events.populations;
  const isRate = basis === "rate";
  const ratio = rateRatio(now, before, CONFIDENCE);
  if (!ratio) return notTested("no test can be made of these numbers");
  const figure = (what: string, value: number | undefined, why: string): Figure =>
    estimate(
      "ratio",
      inputs,
      why,
      () => value,
      (x1, x2, n1, n2) => `${what}: ${x1}${n1 ? ` in ${n1}` : ""} against ${x2}${n2 ? ` in ${n2}` : ""}`,
    );
  return {
    words: ratio.p < LEVEL ? "beyond chance" : "within chance",
    how: isRate ? "exact test of two rates" : "exact test of two counts",
    estimate: figure(
      isRate ? "ratio of the two rates" : "ratio of the two counts",
      ratio.ratio,
      "the baseline is 0, so there is no ratio",
    ),
    limits: {
      lower: figure("lower 95% limit of the ratio", ratio.exact.lower, "there is no lower limit"),
      upper: figure("upper 95% limit of the ratio", ratio.exact.upper, "nothing bounds it above"),
    },
    p: figure(isRate ? "p of the exact test of two rates" : "p of the exact test of two counts", ratio.p, ""),
    baseline: eventLimits(figures.baseline.force, over1, basis),
    current: eventLimits(figures.current.force, over2, basis),
  };
}

/** The population that the plan chooses for a period; nothing where it chooses none. */
function populationOf(context: RowContext, measure: Measure, when: PlacedWhen): Figure | undefined {
  const { plan, store } = context;
  const asking = { plan, store, measure, series: measure.series, side: context.sides.force, when, raise: () => {} };
  return dataQuestionOf(asking).population();
}

function eventLimits({ count }: Level, over: Figure | undefined, basis: Measure["basis"]): Between | undefined {
  if (!count || (basis === "rate" && !over)) return undefined;
  const why = "there are no limits of this number";
  const limits = (x = 0, n = 0): Limits | undefined =>
    basis === "rate" ? rateLimits(x, n, 1000, CONFIDENCE) : countLimits(x, CONFIDENCE);
  const unit = basis === "rate" ? "per 1,000" : "count";
  const inputs = basis === "rate" && over ? [count, over] : [count];
  return {
    lower: estimate(unit, inputs, why, (x, n) => limits(x, n)?.lower, limitOf("lower")),
    upper: estimate(unit, inputs, why, (x, n) => limits(x, n)?.upper, limitOf("upper")),
  };
}

function surveyReading(context: RowContext, measure: Measure, before: KnownFigure, after: KnownFigure): Significance {
  const mark = markOf(context, measure, before, after);
  if (mark) return mark;
  const { designFactor } = measure;
  const bases = [measure.baseline, measure.current].map((when) => baseOf(context, measure, when));
  const [base1, base2] = bases;
  if (!isKnown(base1) || !isKnown(base2))
    return { words: "not tested", how: "the data give no base for the estimates" };
  if (designFactor === undefined) return { words: "not tested", how: "the plan states no design factor" };
  const inputs = [after, base2, before, base1];
  const pick = (what: string, unit: Figure["unit"], from: (difference: SurveyDifference) => number): Figure => {
    const compute = (p1 = 0, n1 = 0, p2 = 0, n2 = 0): number | undefined => {
      const one = { percentage: p1, base: n1, designFactor };
      const found = surveyDifference(one, { percentage: p2, base: n2, designFactor }, CONFIDENCE);
      return found && from(found);
    };
    const formula: Formula = (p1, n1, p2, n2) =>
      `${what}: ${p1}% of a base of ${n1} against ${p2}% of ${n2}, design factor ${designFactor}`;
    return estimate(unit, inputs, "no test can be made of these estimates", compute, formula);
  };
  const p = pick("p of the test of two survey estimates", "ratio", (found) => found.p);
  if (!isKnown(p)) return { words: "not tested", how: p.gap.reason };
  const own = (percent: Figure, base: Figure): Between => {
    const limits = (p1 = 0, n1 = 0) =>
      proportionLimits((p1 / 100) * (n1 / designFactor ** 2), n1 / designFactor ** 2, CONFIDENCE);
    const why = "there are no limits of this estimate";
    return {
      lower: estimate("%", [percent, base], why, (p1, n1) => times100(limits(p1, n1)?.lower), limitOf("lower")),
      upper: estimate("%", [percent, base], why, (p1, n1) => times100(limits(p1, n1)?.upper), limitOf("upper")),
    };
  };
  return {
    words: toNumber(p.value) < LEVEL ? "beyond chance" : "within chance",
    how: `test of two survey estimates with a design factor of ${designFactor}`,
    estimate: pick("difference", "percentage points", (found) => found.difference),
    limits: {
      lower: pick("lower 95% limit of the difference", "percentage points", (found) => found.limits.lower),
      upper: pick("upper 95% limit of the difference", "percentage points", (found) => found.limits.upper),
    },
    p,
    baseline: own(before, base1),
    current: own(after, base2),
  };
}

/** "lower 95% limit of 8 in 646,627", of a number alone "lower 95% limit of 8". */
const limitOf =
  (which: "lower" | "upper"): Formula =>
  (...numbers) =>
    `${which} 95% limit of ${numbers.join(" in ")}`;

const times100 = (share: number | undefined): number | undefined => (share === undefined ? undefined : share * 100);

/** The unweighted base of a survey estimate of the force. */
function baseOf({ store, sides }: RowContext, { series }: Measure, { period }: PlacedWhen): Figure | undefined {
  const [member] = sides.force.members;
  const [name] = series.add;
  if (!period || !member || name === undefined) return undefined;
  return store.find(name, member.key, period, "base") ?? store.find(ANY_BASE, member.key, period, "base");
}

/** The reading that the source itself marks its estimate with, against the plan's baseline or against it does not say what. */
function markOf(
  { store, sides }: RowContext,
  { series, baseline, current }: Measure,
  baselineFigure: KnownFigure,
  currentFigure: KnownFigure,
): Significance | undefined {
  const [member] = sides.force.members;
  const [name] = series.add;
  if (!baseline.period || !current.period || !member || name === undefined) return undefined;
  const against = `${name} against ${periodName(baseline.period)}`;
  const dated = store.find(against, member.key, current.period, "significance");
  const mark = dated ?? store.find(name, member.key, current.period, "significance");
  if (!mark) return undefined;
  const since = dated ? "" : " (it does not say since when)";
  if (isKnown(mark)) {
    const moved = compareExact(currentFigure.value, baselineFigure.value);
    const whither = toNumber(mark.value);
    if (moved === 0 || (whither !== 0 && Math.sign(moved) !== Math.sign(whither))) {
      return { words: "not tested", how: "the source's mark does not agree with how the figures moved", mark };
    }
    return { words: "beyond chance", how: `the source marks the change as statistically significant${since}`, mark };
  }
  if (mark.gap.reason !== NO_MARK)
    return { words: "not tested", how: `the source's own mark: ${mark.gap.reason}`, mark };
  return { words: "within chance", how: `the source marks no statistically significant change${since}`, mark };
}

/**
 * What must be said of numbers under 10, whether or not readings are asked for: the change may be of chance alone.
 * Nothing where neither number is small, or chance alone does not explain the change.
 */
export function smallNumbersNote(context: RowContext, measure: Measure, figures: Figures): string | undefined {
  const counts = [figures.baseline.force.count, figures.current.force.count];
  if (measure.basis !== "count" && measure.basis !== "rate") return undefined;
  if (!counts.every(isKnown) || !counts.some(isSmall)) return undefined;
  if (counts.every((count) => isKnown(count) && isZero(count.value))) return undefined;
  const tested = testedOf(measure, figures);
  const events = typeof tested === "string" ? tested : eventsOf(context, measure, figures);
  // Its chance alone: a whole reading has limits too, which take long to find.
  const p = typeof events === "string" ? undefined : equalRates(events.now, events.before);
  if (p === undefined || p < LEVEL) return undefined;
  const [baseline, current] = counts;
  const rose = isKnown(baseline) && isKnown(current) && compareExact(current.value, baseline.value) > 0;
  const rise = rose && measure.basis === "count" ? smallestRise(toNumber(baseline.value), LEVEL) : undefined;
  return `within the range expected by chance${rise === undefined ? "" : ` (from ${shownCount(baseline)}, a rise to ${rise} would be beyond it)`}`;
}

const shownCount = (figure: Figure | undefined): string => (isKnown(figure) ? exactText(figure.value) : "");

/** "within chance: exact test of two counts, ratio 2.00 (95% limits 0.54 to 9.08), p 0.388". */
export function readingText({ words, how, estimate, limits, p }: Significance): string {
  if (!estimate || !limits || !p) return `${words}: ${how}`;
  const unit = estimate.unit === "ratio" ? "ratio" : "difference in percentage points";
  const places = estimate.unit === "ratio" ? 2 : 1;
  const { lower, upper } = limits;
  // Limits on one side of no change are printed with as many places as show it.
  const none = exact(estimate.unit === "ratio" ? 1 : 0);
  const hides = (figure: Figure, at: number): boolean =>
    isKnown(figure) &&
    compareExact(figure.value, none) !== 0 &&
    compareExact(exact(fixed(figure.value, at)), none) === 0;
  const enough = [places, places + 1, places + 2, places + 3].find(
    (at) => ![lower, upper].some((one) => hides(one, at)),
  );
  const digits = (figure: Figure): string => formatFigure(figure, enough ?? places);
  const range = isKnown(upper) ? `${digits(lower)} to ${digits(upper)}` : `${digits(lower)} and above`;
  const value = isKnown(estimate) ? `${unit} ${digits(estimate)}` : estimate.gap.reason;
  return `${words}: ${how}, ${value} (95% limits ${range}), p ${chanceText(p)}`;
}

/** A chance as printed: "0.388", "below 0.001"; nearer to 0.05 with more places, so that its side of it is seen. */
export function chanceText(p: Figure): string {
  if (!isKnown(p)) return formatFigure(p, 3);
  if (compareExact(p.value, exact("0.001")) < 0) return "below 0.001";
  const isNear = compareExact(minus(p.value, exact("0.05")).abs(), exact("0.001")) < 0;
  return formatFigure(p, isNear ? 5 : 3);
}

// The reading of survey percentages: by the source's own mark, or at the effective base that the plan's design factor leaves.
import { type Figure, type Formula, isKnown, type KnownFigure } from "../core/figure.ts";
import { inside, within } from "../core/interval.ts";
import { compareExact, isZero, toNumber } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { errorOf } from "../core/rounding.ts";
import { NO_MARK } from "../input/csv/cell.ts";
import type { Measure } from "../plan/model.ts";
import { estimate, limitOf } from "../statistics/estimate.ts";
import {
  effectiveBase,
  type SurveyDifference,
  type SurveyPercentage,
  surveyDifference,
  surveyLimits,
} from "../statistics/survey-difference.ts";
import type { RowContext } from "./context.ts";
import { toleranceSays } from "./events-significance.ts";
import { monthsInBoth } from "./paired-figures.ts";
import type { ReadingQuestion } from "./reading-question.ts";
import { type Between, changeSays, LEVEL, notTested, type Significance } from "./significance.ts";
import { baseOf } from "./survey-base.ts";
import { sideFound } from "./value-significance.ts";

/** With fewer answers of a simple random sample, no reading is made. */
const FEWEST_ANSWERS = 50;

type Found = Pick<Significance, "words" | "says">;
type Question = Extract<ReadingQuestion, { asks: "change" | "equivalence" | "value" }>;

/** What chance alone would make of a survey estimate of the force, by what its aim asks. */
export function surveySignificance(
  context: RowContext,
  measure: Measure,
  before: KnownFigure | undefined,
  after: KnownFigure,
  question: Question,
): Significance {
  if (question.asks === "change" && before) {
    const mark = markedSignificance(context, measure, before, after);
    if (mark) return mark;
  }
  if (question.asks !== "value" && monthsInBoth(measure) > 0)
    return notTested("the survey periods overlap, so that some answers are in both");
  const { designFactor } = measure;
  const [base1, base2] = [measure.baseline, measure.current].map((when) => baseOf(context, measure, when));
  const isOne = question.asks === "value" || !before;
  if (!isKnown(base2) || (!isOne && !isKnown(base1))) return notTested("the data give no base for the estimates");
  if (designFactor === undefined) return notTested("the plan states no design factor");
  const bases = isOne || !isKnown(base1) ? [base2] : [base1, base2];
  if (bases.some(({ value }) => effectiveBase({ base: toNumber(value), designFactor }) < FEWEST_ANSWERS))
    return notTested(`the effective base (base ÷ design factor²) is under ${FEWEST_ANSWERS}`);
  const survey = (percentage: number, base: number): SurveyPercentage => ({ percentage, base, designFactor });
  const own = (percent: Figure, base: Figure): Between => {
    const why = "there are no limits of this estimate";
    const limits = (which: "lower" | "upper") =>
      estimate("%", [percent, base], why, (p = 0, n = 0) => surveyLimits(survey(p, n))?.[which], limitOf(which));
    return { lower: limits("lower"), upper: limits("upper") };
  };
  const made = { question: question.words, assumes: "answers of a random sample, as the design factor has it" };
  const current = own(after, base2);
  if (question.asks === "value") {
    const readings = possible(after).map((figure) => sideFound(own(figure, base2), question.value, "%"));
    const how = `95% limits of the estimate by Wilson, with a design factor of ${designFactor}`;
    return { ...made, ...settled(readings), how, current };
  }
  if (!before || !isKnown(base1)) return notTested("there is no baseline to compare with");
  const inputs = [after, base2, before, base1];
  const difference = (p1 = 0, n1 = 0, p2 = 0, n2 = 0) => surveyDifference(survey(p1, n1), survey(p2, n2));
  const [n2, n1] = [toNumber(base2.value), toNumber(base1.value)];
  const readings = possible(after).flatMap((now) =>
    possible(before).flatMap((was): Found[] => {
      const found = difference(toNumber(now.value), n2, toNumber(was.value), n1);
      return found ? [foundOf(found, question, toNumber(was.value))] : [];
    }),
  );
  if (readings.length === 0) return notTested("no test can be made of these estimates");
  const pick = (what: string, unit: Figure["unit"], from: (found: SurveyDifference) => number): Figure => {
    const formula: Formula = (p1, m1, p2, m2) =>
      `${what}: ${p1}% of a base of ${m1} against ${p2}% of ${m2}, design factor ${designFactor}`;
    const compute = (...values: number[]): number | undefined => {
      const found = difference(...values);
      return found && from(found);
    };
    return estimate(unit, inputs, "no test can be made of these estimates", compute, formula);
  };
  return {
    ...made,
    ...settled(readings),
    how: `difference of two survey estimates by Newcombe, with a design factor of ${designFactor}`,
    estimate: pick("difference", "percentage points", (found) => found.difference),
    limits: {
      lower: pick("lower 95% limit of the difference", "percentage points", (found) => found.limits.lower),
      upper: pick("upper 95% limit of the difference", "percentage points", (found) => found.limits.upper),
    },
    p: pick("p, at which the limits of the difference would reach 0", "ratio", (found) => found.p),
    baseline: own(before, base1),
    current,
  };
}

/** The estimate as given, and at either end of what it may have been rounded from. */
function possible(figure: KnownFigure): KnownFigure[] {
  const error = figure.places === undefined ? undefined : errorOf(figure);
  if (!error || isZero(error)) return [figure];
  const { from, to } = inside(within(figure.value, error));
  const ends = [from, to].filter((value) => !value.isNegative() && toNumber(value) <= 100);
  return [figure, ...ends.map((value) => ({ ...figure, value }))];
}

/** The reading as the figures are given; open where it would be another within their roundings. */
function settled(readings: readonly Found[]): Found {
  const [given] = readings as [Found];
  if (readings.every(({ words }) => words === given.words)) return given;
  return { words: "open", says: "its figures are given rounded, and leave open whether chance alone explains it" };
}

function foundOf(
  { difference, limits, p }: SurveyDifference,
  question: Extract<Question, { asks: "change" | "equivalence" }>,
  baseline: number,
): Found {
  if (question.asks === "equivalence") {
    const amount = toNumber(question.within);
    return toleranceSays(limits.lower, limits.upper, question.isShare ? amount * baseline : amount);
  }
  const isBeyond = p < LEVEL;
  return { words: isBeyond ? "beyond chance" : "within chance", says: changeSays(isBeyond, Math.sign(difference)) };
}

/** The reading that the source itself marks its estimate with, against the plan's baseline or against it does not say what. */
function markedSignificance(
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
  const asked = { question: "has it changed since the baseline?" };
  const since = dated ? "" : " (it does not say since when)";
  if (isKnown(mark)) {
    const moved = compareExact(currentFigure.value, baselineFigure.value);
    const whither = toNumber(mark.value);
    if (moved === 0 || (whither !== 0 && Math.sign(moved) !== Math.sign(whither))) {
      return { ...notTested("the source's mark does not agree with how the figures moved"), mark };
    }
    const how = `the source marks the change as statistically significant${since}`;
    return { ...asked, words: "beyond chance", how, says: `${changeSays(true, moved)}: ${how}`, mark };
  }
  if (mark.gap.reason !== NO_MARK) return { ...notTested(`the source's own mark: ${mark.gap.reason}`), mark };
  const how = `the source marks no statistically significant change${since}`;
  const moved = compareExact(currentFigure.value, baselineFigure.value);
  return { ...asked, words: "within chance", how, says: `${changeSays(false, moved)}: ${how}`, mark };
}

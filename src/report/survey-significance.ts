// The reading of survey percentages: by the source's own mark, or at the effective base that the plan's design factor leaves.

import { type Figure, type Formula, isKnown, type KnownFigure } from "../core/figure.ts";
import { inside, within } from "../core/interval.ts";
import { compareExact, isZero, toNumber } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { errorOf } from "../core/rounding.ts";
import { say } from "../core/words/say.ts";
import { noMarkReason } from "../input/csv/cell.ts";
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
import { type ReadingQuestion, valueWords } from "./reading-question.ts";
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
  if (question.asks !== "value" && monthsInBoth(measure) > 0) return notTested(say("untested.survey-overlap"));
  const { designFactor } = measure;
  const [base1, base2] = [measure.baseline, measure.current].map((when) => baseOf(context, measure, when));
  const isOne = question.asks === "value" || !before;
  if (!isKnown(base2) || (!isOne && !isKnown(base1))) return notTested(say("untested.no-base"));
  if (designFactor === undefined) return notTested(say("untested.no-design-factor"));
  const bases = isOne || !isKnown(base1) ? [base2] : [base1, base2];
  if (bases.some(({ value }) => effectiveBase({ base: toNumber(value), designFactor }) < FEWEST_ANSWERS))
    return notTested(say("untested.effective-base", { least: FEWEST_ANSWERS }));
  const survey = (percentage: number, base: number): SurveyPercentage => ({ percentage, base, designFactor });
  const own = (percent: Figure, base: Figure): Between => {
    const why = say("untested.no-estimate-limits");
    const limits = (which: "lower" | "upper") =>
      estimate("%", [percent, base], why, (p = 0, n = 0) => surveyLimits(survey(p, n))?.[which], limitOf(which));
    return { lower: limits("lower"), upper: limits("upper") };
  };
  const made = { question: question.words, assumes: say("assumes.sample") };
  const current = own(after, base2);
  if (question.asks === "value") {
    if ([0, 100].includes(toNumber(question.value))) return notTested(say("untested.no-share-beyond"));
    const said = valueWords(measure, question.value);
    const readings = possible(after).map((figure) => sideFound(own(figure, base2), said, question.value));
    const how = say("how.wilson", { factor: designFactor });
    return { ...made, ...settled(readings), how, current };
  }
  if (!before || !isKnown(base1)) return notTested(say("untested.no-baseline"));
  const inputs = [after, base2, before, base1];
  const difference = (p1 = 0, n1 = 0, p2 = 0, n2 = 0) => surveyDifference(survey(p1, n1), survey(p2, n2));
  const [n2, n1] = [toNumber(base2.value), toNumber(base1.value)];
  // Between the ends a change may be within a tolerance that it leaves at both.
  const steps = question.asks === "equivalence" ? WITHIN_ROUNDING : 1;
  const readings = possible(after, steps).flatMap((now) =>
    possible(before, steps).flatMap((was): Found[] => {
      const found = difference(toNumber(now.value), n2, toNumber(was.value), n1);
      return found ? [foundOf(found, question, toNumber(was.value))] : [];
    }),
  );
  if (readings.length === 0) return notTested(say("untested.estimates"));
  const pick = (what: string, unit: Figure["unit"], from: (found: SurveyDifference) => number): Figure => {
    const formula: Formula = (p1, m1, p2, m2) =>
      `${what}: ${p1}% of a base of ${m1} against ${p2}% of ${m2}, design factor ${designFactor}`;
    const compute = (...values: number[]): number | undefined => {
      const found = difference(...values);
      return found && from(found);
    };
    return estimate(unit, inputs, say("untested.estimates"), compute, formula);
  };
  return {
    ...made,
    ...settled(readings),
    how: say("how.newcombe", { factor: designFactor }),
    estimate: pick("difference", "percentage points", (found) => found.difference),
    limits: {
      lower: pick("lower 95% limit of the difference", "percentage points", (found) => found.limits.lower),
      upper: pick("upper 95% limit of the difference", "percentage points", (found) => found.limits.upper),
    },
    // The chance of no change is not that of a change within a tolerance.
    ...(question.asks === "change" && {
      p: pick("p, at which the limits of the difference would reach 0", "ratio", (found) => found.p),
    }),
    baseline: own(before, base1),
    current,
  };
}

/** So many values of what a figure may have been rounded from are tried, where its ends do not decide. */
const WITHIN_ROUNDING = 10;

/** The estimate as given, and at either end of what it may have been rounded from, with so many steps from one to the other. */
function possible(figure: KnownFigure, steps = 1): KnownFigure[] {
  const error = figure.places === undefined ? undefined : errorOf(figure);
  if (!error || isZero(error)) return [figure];
  const { from, to } = inside(within(figure.value, error));
  const all = Array.from({ length: steps + 1 }, (_, at) => from.plus(to.minus(from).times(at).div(steps)));
  const some = all.filter((value) => !value.isNegative() && toNumber(value) <= 100);
  return [figure, ...some.map((value) => ({ ...figure, value }))];
}

/** The reading as the figures are given; open where it would be another within their roundings, or the other way. */
function settled(readings: readonly Found[]): Found {
  const [given] = readings as [Found];
  const isSame = ({ words, says }: Found): boolean =>
    words === given.words && (words === "within chance" || says === given.says);
  if (readings.every(isSame)) return given;
  return { words: "open", says: say("reading.rounded") };
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
  const asked = { question: say("question.changed") };
  if (isKnown(mark)) {
    const moved = compareExact(currentFigure.value, baselineFigure.value);
    const whither = toNumber(mark.value);
    if (moved === 0 || (whither !== 0 && Math.sign(moved) !== Math.sign(whither))) {
      return { ...notTested(say("untested.mark-disagrees")), mark };
    }
    const how = dated ? say("how.marked") : say("how.marked-undated");
    return {
      ...asked,
      words: "beyond chance",
      how,
      says: say("reading.by-mark", { reading: changeSays(true, moved), mark: how }),
      mark,
    };
  }
  if (mark.gap.reason !== noMarkReason())
    return { ...notTested(say("untested.own-mark", { why: mark.gap.reason })), mark };
  const how = dated ? say("how.unmarked") : say("how.unmarked-undated");
  const moved = compareExact(currentFigure.value, baselineFigure.value);
  return {
    ...asked,
    words: "within chance",
    how,
    says: say("reading.by-mark", { reading: changeSays(false, moved), mark: how }),
    mark,
  };
}

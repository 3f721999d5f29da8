// Is it real? What chance alone would make of a measure's figures, beside its verdict and never instead of it.
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exactText, isZero, toNumber } from "../core/number.ts";
import { isSmall } from "../measures/count.ts";
import type { Measure } from "../plan/model.ts";
import { equalRates, smallestRise } from "../statistics/rate-ratio.ts";
import type { Figures, RowContext } from "./context.ts";
import { eventsOf } from "./events-of.ts";
import { eventsSignificance } from "./events-significance.ts";
import { besideOthers, groupSignificance } from "./group-significance.ts";
import type { BreakBetween } from "./not-chance.ts";
import { monthsInBoth, unlikeMonths } from "./paired-figures.ts";
import { unevenPeriods } from "./period-lengths.ts";
import { readingQuestion } from "./reading-question.ts";
import { LEVEL, notTested, type Significance } from "./significance.ts";
import { surveySignificance } from "./survey-significance.ts";
import { valueSignificance } from "./value-significance.ts";

/** The reading of what a measure's aim asks, and of its change beside those of other forces; "not tested", and why, where none can be made. */
export function significanceOf(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  breaks: readonly BreakBetween[],
): Significance {
  const own = readingOf(context, measure, figures, breaks);
  const isComparable = breaks.length === 0 && monthsInBoth(measure) === 0 && unlikeMonths(measure) === undefined;
  const isOne = typeof figuresOf(measure, figures) !== "string";
  const beside = isComparable && isOne && !measure.baseline.none ? besideOthers(context, measure) : undefined;
  return beside ? { ...own, beside } : own;
}

function readingOf(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  breaks: readonly BreakBetween[],
): Significance {
  const { basis } = measure;
  if (measure.kind.inWords) return notTested("no test is made of words");
  const question = readingQuestion(measure);
  if (typeof question === "string") return notTested(question);
  const { asks } = question;
  const isOfChange = asks === "change" || asks === "equivalence";
  const found = figuresOf(measure, figures, isOfChange);
  if (typeof found === "string") return notTested(found);
  const across = breaks.find(({ members }) => members === undefined);
  if (across && isOfChange) {
    const how = across.isGap ? "figures are not whole" : "figures before and after are not comparable";
    // The row says why.
    return { ...notTested(how), how: `${how}: ${across.reason}` };
  }
  const [before, after] = found;
  if (asks === "group") return groupSignificance(context, measure, question);
  if (basis === "percent") return surveySignificance(context, measure, before, after, question);
  if (basis === "count" || basis === "rate")
    return asks === "value"
      ? valueSignificance(context, measure, figures, question)
      : eventsSignificance(context, measure, figures, question);
  return notTested(`no test is made of ${basis === "pounds" ? "amounts in £" : basis}`);
}

/** The two figures that a reading is of, or why there can be none; of what is not of a change, the current one alone. */
function figuresOf(
  measure: Measure,
  { baseline, current }: Figures,
  isOfChange = true,
): readonly [KnownFigure | undefined, KnownFigure] | string {
  const { basis } = measure;
  if (isOfChange && measure.baseline.none) return "there is no baseline to compare with";
  if (isOfChange && measure.baseline.average) return "the baseline is an average of several periods";
  const { add, subtract } = measure.series;
  if (basis === "percent" && add.length + subtract.length > 1) return "it is made of several estimates";
  const [before, after] = [baseline.force[basis], current.force[basis]];
  if (isOfChange && !isKnown(before)) return `baseline: ${before?.gap.reason ?? `there is no ${basis}`}`;
  if (!isKnown(after)) return `current: ${after?.gap.reason ?? `there is no ${basis}`}`;
  if (isOfChange && basis !== "percent" && unevenPeriods(measure)) return "the periods are of different lengths";
  return [isKnown(before) ? before : undefined, after];
}

/**
 * What must be said of numbers under 10, whether or not readings are asked for: the change may be of chance alone.
 * Nothing where neither number is small, or chance alone does not explain the change.
 */
export function smallNumbersNote(context: RowContext, measure: Measure, figures: Figures): string | undefined {
  const counts = [figures.baseline.force.count, figures.current.force.count];
  if (measure.basis !== "count" && measure.basis !== "rate") return undefined;
  // Of events that are in both periods, chance says nothing.
  if (monthsInBoth(measure) > 0) return undefined;
  if (!counts.every(isKnown) || !counts.some(isSmall)) return undefined;
  if (counts.every((count) => isKnown(count) && isZero(count.value))) return undefined;
  const tested = figuresOf(measure, figures);
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

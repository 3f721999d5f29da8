// Is it real? What chance alone would make of a change, beside its verdict and never instead of it.
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exactText, isZero, toNumber } from "../core/number.ts";
import { isSmall } from "../measures/count.ts";
import type { Measure } from "../plan/model.ts";
import { equalRates, smallestRise } from "../statistics/rate-ratio.ts";
import type { Figures, RowContext } from "./context.ts";
import { eventsSignificance, testedEvents } from "./events-significance.ts";
import { unevenPeriods } from "./period-lengths.ts";
import { LEVEL, notTested, type Significance } from "./significance.ts";
import { surveySignificance } from "./survey-significance.ts";

/** The reading of a measure's change, on the basis of its aim; "not tested", and why, where no test can be made. */
export function significanceOf(context: RowContext, measure: Measure, figures: Figures): Significance {
  const { basis } = measure;
  if (measure.kind.inWords) return notTested("no test is made of words");
  const tested = testedOf(measure, figures);
  if (typeof tested === "string") return notTested(tested);
  if (basis === "percent") return surveySignificance(context, measure, ...tested);
  if (basis === "count" || basis === "rate") return eventsSignificance(context, measure, figures);
  return notTested(`no test is made of ${basis === "pounds" ? "amounts in £" : basis}`);
}

/** The two figures that a test is of, or why there can be none. */
function testedOf(measure: Measure, { baseline, current }: Figures): readonly [KnownFigure, KnownFigure] | string {
  const { basis } = measure;
  if (measure.baseline.none) return "there is no baseline to compare with";
  if (measure.baseline.average) return "an average of several periods is not tested";
  const { add, subtract } = measure.series;
  if (basis === "percent" && add.length + subtract.length > 1) return "it is made of several estimates";
  const [before, after] = [baseline.force[basis], current.force[basis]];
  if (!isKnown(before)) return `baseline: ${before?.gap.reason ?? `there is no ${basis}`}`;
  if (!isKnown(after)) return `current: ${after?.gap.reason ?? `there is no ${basis}`}`;
  if (basis !== "percent" && unevenPeriods(measure)) return "its periods are of different lengths";
  return [before, after];
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
  const events = typeof tested === "string" ? tested : testedEvents(context, measure, figures);
  // Its chance alone: a whole reading has limits too, which take long to find.
  const p = typeof events === "string" ? undefined : equalRates(events.now, events.before);
  if (p === undefined || p < LEVEL) return undefined;
  const [baseline, current] = counts;
  const rose = isKnown(baseline) && isKnown(current) && compareExact(current.value, baseline.value) > 0;
  const rise = rose && measure.basis === "count" ? smallestRise(toNumber(baseline.value), LEVEL) : undefined;
  return `within the range expected by chance${rise === undefined ? "" : ` (from ${shownCount(baseline)}, a rise to ${rise} would be beyond it)`}`;
}

const shownCount = (figure: Figure | undefined): string => (isKnown(figure) ? exactText(figure.value) : "");

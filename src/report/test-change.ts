// Is it real? What chance alone would make of a measure's figures, beside its verdict and never instead of it.

import { isKnown, type KnownFigure } from "../core/figure.ts";
import { kindInWords, noKind } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import { unlikeChange } from "./change-beside.ts";
import type { Figures, RowContext } from "./context.ts";
import { eventsSignificance } from "./events-significance.ts";
import { besideOthers, groupSignificance } from "./group-significance.ts";
import { type BreakBetween, breakReason, breakWords } from "./not-chance.ts";
import { unevenPeriods } from "./period-lengths.ts";
import { readingQuestion } from "./reading-question.ts";
import { notTested, type Significance } from "./significance.ts";
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
  if (measure.baseline.none) return own;
  const found = figuresRead(measure, figures);
  const unlike = typeof found === "string" ? found : unlikeChange(measure, breaks);
  const beside = besideOthers(context, measure, unlike);
  if (!beside) return own;
  return "why" in beside ? { ...own, notBeside: beside } : { ...own, beside };
}

function readingOf(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  breaks: readonly BreakBetween[],
): Significance {
  const { basis } = measure;
  if (measure.kind.inWords) return notTested(say("untested.words"));
  const question = readingQuestion(measure);
  if (typeof question === "string") return notTested(question);
  const { asks } = question;
  const isOfChange = asks === "change" || asks === "equivalence";
  const found = figuresRead(measure, figures, isOfChange);
  if (typeof found === "string") return notTested(found);
  const own = breaks.filter(({ members }) => members === undefined);
  const across =
    asks === "group" ? breaks.find((one) => one.isInCurrent) : own.find((one) => isOfChange || one.isInCurrent);
  // The row says why.
  if (across) return { ...notTested(breakWords(across)), how: breakReason(across) };
  const [before, after] = found;
  if (asks === "group") return groupSignificance(context, measure, question);
  if (basis === "percent") return surveySignificance(context, measure, before, after, question);
  if (basis === "count" || basis === "rate")
    return asks === "value"
      ? valueSignificance(context, measure, figures, question, own[0])
      : eventsSignificance(context, measure, figures, question);
  return notTested(basis === "pounds" ? say("untested.pounds") : say("untested.kind", { kind: kindInWords(basis) }));
}

/** The two figures that a reading is of, or why there can be none; of what is not of a change, the current one alone. */
export function figuresRead(
  measure: Measure,
  { baseline, current }: Figures,
  isOfChange = true,
): readonly [KnownFigure | undefined, KnownFigure] | string {
  const { basis } = measure;
  if (isOfChange && measure.baseline.none) return say("untested.no-baseline");
  if (isOfChange && measure.baseline.average) return say("untested.average");
  const { add, subtract } = measure.series;
  if (basis === "percent" && add.length + subtract.length > 1) return say("untested.several-estimates");
  const [before, after] = [baseline.force[basis], current.force[basis]];
  if (isOfChange && !isKnown(before)) return say("untested.baseline-gap", { why: before?.gap.reason ?? noKind(basis) });
  if (!isKnown(after)) return say("untested.current-gap", { why: after?.gap.reason ?? noKind(basis) });
  if (isOfChange && basis !== "percent" && unevenPeriods(measure)) return say("untested.lengths");
  return [isKnown(before) ? before : undefined, after];
}

// The verdict on a measure whose values are words: their places in an order are compared, and no arithmetic is made.

import { yesOrNo } from "../core/answers.ts";
import type { Day } from "../core/day.ts";
import { type Figure, isWord, type WordFigure } from "../core/figure.ts";
import { compareExact, type Exact, exact } from "../core/number.ts";
import { placeInScale } from "../core/scales.ts";
import { notOfScale, scalesApart } from "../core/words/names.ts";
import { monthWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import { type Outcome, outcomeOf } from "../plan/aims/aim.ts";
import type { Measure } from "../plan/model.ts";

export interface WordsJudged {
  readonly verdict: Outcome;
  readonly reason: string | undefined;
  /** It is worse than at the baseline. */
  readonly isWorse: boolean;
}

/** The verdict, by figures that are there; in words, why there is none. */
export function judgeWords(
  measure: Measure,
  baselineFigure: Figure | undefined,
  currentFigure: Figure | undefined,
): WordsJudged | string {
  const { aim, due, current: when } = measure;
  if (!aim || !isWord(currentFigure)) return say("judged.no-word");
  const before = isWord(baselineFigure) ? baselineFigure : undefined;
  const { scale = yesOrNo } = currentFigure;
  const apart = before && scalesApart(before.scale ?? yesOrNo, scale);
  if (apart !== undefined && aim.needs.includes("baseline")) return apart;
  // The best word has the highest place.
  const placeOf = (word: string | undefined): Exact | undefined => {
    const place = word === undefined ? undefined : placeInScale(scale, word);
    return place === undefined ? undefined : exact(-place);
  };
  const named = aim.inWords?.grade;
  const place = placeOf(named);
  if (named !== undefined && !place) return notOfScale(named, scale);
  const current = placeOf(currentFigure.word);
  const baseline = apart === undefined ? placeOf(before?.word) : undefined;
  if (!current) return notOfScale(currentFigure.word, scale);
  const late = lateness(measure, before, currentFigure);
  if (late?.isUnknown) return late.reason;
  const verdict = late ? "not achieved" : outcomeOf(aim, { baseline, current, place });
  const change = baseline ? compareExact(current, baseline) : undefined;
  const isLater = due !== undefined && when.period !== undefined && due > when.period.to;
  const reason =
    aim.isDirection && change === 0
      ? say("judged.no-change")
      : verdict === "not achieved" && isLater
        ? say("judged.due", { month: monthWords(due) })
        : late?.reason;
  return { verdict, reason, isWorse: change !== undefined && change < 0 };
}

/** Why what is done was not done by its date, or why that cannot be told; nothing where it was, or is not done. */
function lateness(
  { due, current, baseline }: Measure,
  before: WordFigure | undefined,
  { unit, word, on }: WordFigure,
): { readonly reason: string; readonly isUnknown: boolean } | undefined {
  if (unit !== "yes-no" || word !== "yes" || due === undefined || !current.period) return undefined;
  const month = monthWords(due);
  if (on) return on.month <= due ? undefined : { reason: doneLate(month, on), isUnknown: false };
  const wasDone = before?.word === "yes" && baseline.period !== undefined && baseline.period.to <= due;
  if (current.period.to <= due || wasDone) return undefined;
  return { reason: say("judged.done-unsaid", { month }), isUnknown: true };
}

const doneLate = (month: string, { words: on }: Day): string =>
  /^\d/.test(on) ? say("judged.done-late-on", { month, on }) : say("judged.done-late-in", { month, on });

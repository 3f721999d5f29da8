// What a plan itself states of a measure of yes or no: that it is done, on what day, or that it is not.

import * as z from "zod/mini";
import { type Answer, answerOf } from "../core/answers.ts";
import type { Figure, Gap } from "../core/figure.ts";
import { type Period, periodKey } from "../core/period.ts";
import type { Place } from "../core/problems/sentence.ts";
import { say } from "../core/words/say.ts";
import type { StatedAnswer } from "../measures/yes-no.ts";
import { meaning, textValue } from "./schema-words.ts";

/** A day, yes or no; YAML reads true and false as such. */
export const doneSchema = z.union([
  meaning<Answer>((words) => answerOf(words) ?? `${JSON.stringify(words)} is not a date, yes or no`, textValue),
  z.pipe(
    z.boolean(),
    z.transform((is: boolean): Answer => ({ word: is ? "yes" : "no" })),
  ),
]);

/** A day holds for every period; without one, the plan speaks of the current period alone. */
export function statedAnswer(
  answer: Answer,
  current: Period | undefined,
  { file, line = 1, column = 1 }: Place,
): StatedAnswer {
  const { word, on } = answer;
  const said = (figure: Answer): Figure => ({
    ...{ ...figure, gap: noNumber(), unit: "yes-no", from: [{ file, line, column }] },
  });
  return (period) => {
    if (!period) return undefined;
    if (on) return said(on.month <= period.to ? { word, on } : { word: "no" });
    return current && periodKey(period) === periodKey(current) ? said({ word }) : undefined;
  };
}

const noNumber = (): Gap => ({ mark: "z", reason: say("gap.word"), reported: true });

// A figure that two records give: whether they differ, and what is said where both are refused.

import { answerText } from "../core/answers.ts";
import { type Figure, isKnown, isWord, type Origin } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exactText } from "../core/number.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { say } from "../core/words/say.ts";
import type { Observation } from "./observation.ts";

const isSecret = (figure: Figure): boolean => !isKnown(figure) && figure.gap.mark === "c";
/** Whether there is a number or a word. */
export const isAnswer = (figure: Figure): boolean => isKnown(figure) || isWord(figure);
const saidOf = (figure: Figure): string =>
  isWord(figure) ? `"${answerText(figure)}"` : isKnown(figure) ? exactText(figure.value) : figure.gap.reason;

/** Two numbers that are not the same, or a number beside a mark that it is confidential. */
export function differ(one: Figure, other: Figure): boolean {
  if (isKnown(one) && isKnown(other)) return compareExact(one.value, other.value) !== 0;
  if (isWord(one) && isWord(other)) return nameKey(answerText(one)) !== nameKey(answerText(other));
  return isSecret(one) !== isSecret(other) && isAnswer(one) !== isAnswer(other);
}

/** The problem of a figure that is given twice, the reason that there is none, and the cells that give it. */
export function givenTwice(
  before: Observation,
  seen: Observation,
  what: string,
  differences = "what they say",
): { readonly found: Problem; readonly reason: string; readonly cells: readonly Origin[] } {
  const [here, there] = [seen.figure.from[0], before.figure.from[0]] as [Origin, Origin];
  const cells = [there, here];
  const baseline = saidOf(before.figure);
  if (differ(before.figure, seen.figure)) {
    const found = problem("given-twice", here, seen.heading, what, there, baseline, here.file !== there.file);
    return { found, reason: say("gap.twice"), cells };
  }
  const found = problem("given-alike", here, seen.heading, what, there, differences, baseline);
  return { found, reason: say("gap.twice-records"), cells };
}

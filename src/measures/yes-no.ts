// What is done or not, such as a scheme that is to begin: yes or no, with the day it was done where that is said.

import { type Figure, isWord, missing } from "../core/figure.ts";
import type { Period } from "../core/period.ts";
import { problem } from "../core/problems/problems.ts";
import { dayInWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { DataQuestion, MeasureKind } from "./measure-kind.ts";

/** What a plan states in place of the data: the answer at the end of a period, if it has one for it. */
export type StatedAnswer = (period: Period | undefined) => Figure | undefined;

export const yesNo = (stated?: StatedAnswer): MeasureKind => ({
  name: "yes-no",
  bases: ["yes-no"],
  inWords: true,
  level(ask) {
    if (stated) {
      const answer = stated(ask.period);
      return answer ? { "yes-no": answer } : {};
    }
    // What was not done at the baseline need not be said.
    return ask.mayLack("yes-no") ? {} : { "yes-no": answered(ask) };
  },
  change: () => ({}),
});

/** The answer of the data; a day after the end of its period is told, and is a gap. */
function answered(ask: DataQuestion): Figure {
  const found = ask.find("yes-no");
  const { period } = ask;
  const [origin] = found.from;
  if (!isWord(found) || !found.on || !period || found.on.month <= period.to) return found;
  const reason = say("gap.after-period", { day: dayInWords(found.on) });
  if (origin) ask.tell(problem("answer-unfit", origin, `${found.on.words} is after the period of this cell`));
  const gap = { mark: "x", reason, reported: true } as const;
  return { ...missing("yes-no", gap, found.from), ...(found.observed && { observed: found.observed }) };
}

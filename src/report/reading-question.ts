// What a reading of a measure asks: that which its aim asks.

import { type Exact, exactText, HUNDRED, over, withThousands } from "../core/number.ts";
import { withUnitWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";

export type ReadingQuestion =
  /** Has it changed since the baseline. */
  | { readonly asks: "change"; readonly words: string }
  /** Is the current figure on the aim's side of its value. */
  | { readonly asks: "value"; readonly words: string; readonly value: Exact }
  /** Is the change within so much of the baseline: as a share of it, or in the unit of the measure. */
  | { readonly asks: "equivalence"; readonly words: string; readonly within: Exact; readonly isShare: boolean }
  /** Is it unlike the other forces of the group. */
  | { readonly asks: "group"; readonly words: string };

/** A value of an aim with its unit: "2,500", "2 per 10,000", "55%". */
export const valueWords = ({ basis, per }: Measure, value: Exact): string =>
  basis === "rate"
    ? withUnitWords(withThousands(exactText(value)), per.unit)
    : `${withThousands(exactText(value))}${basis === "percent" ? "%" : ""}`;

/** The question of a measure's aim, or why no reading answers it. */
export function readingQuestion({ aim }: Measure): ReadingQuestion | string {
  if (!aim) return say("question.no-aim");
  if (aim.needs.includes("rank")) return say("question.rank");
  if (aim.needs.includes("group")) return { asks: "group", words: say("question.group") };
  if (!aim.needs.includes("baseline")) {
    if (!aim.target) return say("question.none");
    const value = aim.target(undefined);
    return { asks: "value", words: say("question.value"), value };
  }
  // An amount of change that neither side is better for is a tolerance.
  if (aim.isOfChange && aim.better === undefined && aim.amount) {
    const within = aim.isShare ? over(aim.amount, HUNDRED) : aim.amount;
    return { asks: "equivalence", words: say("question.tolerance"), within, isShare: aim.isShare === true };
  }
  return { asks: "change", words: say("question.changed") };
}

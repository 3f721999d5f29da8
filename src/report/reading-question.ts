// What a reading of a measure asks: that which its aim asks.
import { type Exact, HUNDRED, over } from "../core/number.ts";
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

/** The question of a measure's aim, or why no reading answers it. */
export function readingQuestion({ aim }: Measure): ReadingQuestion | string {
  if (!aim) return "it has no aim";
  if (aim.needs.includes("rank")) return "a rank is of several forces at once, and no reading is made of it";
  if (aim.needs.includes("group"))
    return { asks: "group", words: "is it different from the other forces of its group?" };
  if (!aim.needs.includes("baseline")) {
    if (!aim.target) return "no reading answers what its aim asks";
    const value = aim.target(undefined);
    return { asks: "value", words: "is the current figure different from the value of the aim?", value };
  }
  // An amount of change that neither side is better for is a tolerance.
  if (aim.isOfChange && aim.better === undefined && aim.amount) {
    const within = aim.isShare ? over(aim.amount, HUNDRED) : aim.amount;
    return { asks: "equivalence", words: "is its change within the tolerance?", within, isShare: aim.isShare === true };
  }
  return { asks: "change", words: "has it changed since the baseline?" };
}

// Which small numbers a plan withholds: "under 5".
import { described, meaning } from "./schema-words.ts";

/** Under 2 would leave a withheld number two values at most, and sums of two such numbers none. */
const LEAST = 3;

/** What numbers are withheld under where the plan does not say it in words that can be read: all of them. */
export const UNREAD_THRESHOLD = Number.MAX_SAFE_INTEGER;

/** The words → the number from which on numbers are shown. */
export const suppressSchema = described(
  meaning<{ readonly under: number }>((words) => {
    const [, digits] = /^under (\d{1,6})$/i.exec(words) ?? [];
    if (digits === undefined) {
      const [number = "5"] = /\d+/.exec(words) ?? [];
      return `"${words}" is not a rule for withheld numbers; write under ${number}`;
    }
    if (Number(digits) >= LEAST) return { under: Number(digits) };
    return `under ${digits} hides too little, because a withheld number could be guessed; write under ${LEAST} or more`;
  }),
  "Withholds counts under this number, 0 included, and every figure that would give them away",
  "under 5",
);

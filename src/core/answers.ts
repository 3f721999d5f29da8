// Yes or no: whether something is done, and, where it is said, since what day.
import { type Day, dayOf } from "./day.ts";
import type { Scale } from "./scales.ts";

export interface Answer {
  readonly word: "yes" | "no";
  /** When it was done. */
  readonly on?: Day;
}

/** The two answers as a scale, by which they are compared. */
export const yesOrNo: Scale = { name: "yes and no", grades: ["yes", "no"] };

/** "yes", "no", "TRUE", "done", "not done", "done 14 March 2024", "14/03/2024" → the answer; nothing for any other words. */
export function answerOf(words: string): Answer | undefined {
  const plain = words.trim().replace(/\s+/g, " ");
  if (/^(no|false|not done)$/i.test(plain)) return { word: "no" };
  const [, date = plain] = /^(?:yes|true|done)(?:(?:,|:| on| in)? (.+))?$/i.exec(plain) ?? [];
  if (/^(yes|true|done)$/i.test(date)) return { word: "yes" };
  const on = dayOf(date);
  return on && { word: "yes", on };
}

/** "yes", "yes (14 March 2024)" */
export const answerText = ({ word, on }: { readonly word: string; readonly on?: Day }): string =>
  on ? `${word} (${on.words})` : word;

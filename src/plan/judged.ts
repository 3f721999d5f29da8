// A measure that is judged by hand: where it stands, by whom, when and why; it has no figures.

import * as z from "zod/mini";
import { type Day, dayOf } from "../core/day.ts";
import { dayInWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import { described, meaning, textValue } from "./schema-words.ts";

/** Words for a day, as they are printed. */
const day = meaning<Day>(
  (words) => dayOf(words) ?? `${JSON.stringify(words)} is not a date; write it like 14 March 2024`,
);

/** Where a person may say that it stands. */
export const judgedStandings = ["achieved", "not achieved", "on track", "behind", "not judged"] as const;

/** What a person says of a measure without figures. */
export const judgedSchema = z.strictObject({
  standing: described(z.enum(judgedStandings), "Where it stands", "achieved"),
  by: described(textValue, "Who judged it", "J. Smith, head of safeguarding"),
  on: described(day, "When", "14 March 2024"),
  because: described(textValue, "Why, in a sentence; printed with the table", "all eight boards took part"),
});

type Judged = z.output<typeof judgedSchema>;

/** "judged on 14 March 2024 by J. Smith, because all eight boards took part" */
export const judgedWords = ({ by, on, because }: Judged): string =>
  on.day === undefined
    ? say("judged.in", { on: dayInWords(on), by, reason: reasonOf(because) })
    : say("judged.on", { on: dayInWords(on), by, reason: reasonOf(because) });

const reasonOf = (because: string): string => because.replace(/^because\s+|[\s.]+$/gi, "");

/** The keys of a measure that speak of figures or of their aim: of a measure judged by hand there are none. */
const ofFigures: readonly string[] = [
  ...[
    "series",
    "kind",
    "scale",
    "done",
    "aim",
    "better",
    "by",
    "milestones",
    "path",
    "basis",
    "design-factor",
    "parts",
    "decimals",
  ],
];

/** The keys that a measure judged by hand cannot have, and the measure without them. */
export function withoutFigures<Written extends object>(
  written: Written,
): { readonly left: Written; readonly odd: readonly string[] } {
  const odd = ofFigures.filter((key) => (written as Record<string, unknown>)[key] !== undefined);
  const left = Object.fromEntries(Object.entries(written).filter(([key]) => !odd.includes(key)));
  return { left: left as Written, odd };
}

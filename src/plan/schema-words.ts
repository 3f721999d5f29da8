// The words that plan schemas are made of: text, names and periods, each with its description and a right example.
// zod/mini is zod without a method for every check on every schema: making those takes longer than checking a plan.
import * as z from "zod/mini";
import { type Period, parsePeriod, periodExamples } from "../core/period.ts";
import { spreadsheetDate } from "../core/spreadsheet-dates.ts";

// Compiling a schema to code pays only when many values are checked; a plan is one.
z.config({ jitless: true });

export const textValue = z.string().check(z.trim(), z.minLength(1));
/** A reason that a person gives: the dots of what was pasted are none. */
export const reasonText = textValue.check(z.refine((said) => !/^(…|\.+)$/.test(said), "write the reason in words"));
/** YAML reads a bare 2019 or 1 as a number; as a name it is its digits. */
export const name = z.pipe(
  z.union([textValue, z.number()]),
  z.transform((words: string | number) => String(words).replace(/\s+/g, " ")),
);
export const described = <S extends z.ZodMiniType>(schema: S, description: string, ...examples: unknown[]): S => {
  // A copy: the same schema may be described differently in another place.
  const copy = z.clone(schema) as S;
  z.globalRegistry.add(copy, { description, ...(examples.length && { examples }) });
  return copy;
};

export const optional = <S extends z.ZodMiniType>(schema: S, description: string, ...examples: unknown[]) =>
  z.optional(described(schema, description, ...examples));
export const listOf = <S extends z.ZodMiniType>(item: S) => z.array(item).check(z.minLength(1));
export const position = z.int().check(z.minimum(1));

/** Why words are no period, and how one is written. */
export function noPeriod(words: string, doubt: string | undefined): string {
  if (/^latest\b/i.test(words.trim()))
    return `"${words}" is only for current:; write the period or the date itself here`;
  if (doubt) return `"${words}" has two meanings: ${doubt}`;
  const made = spreadsheetDate(words);
  return `"${words}" is not a period; ${made ? `${made.said}; write ${made.month}` : periodExamples}`;
}

export const period = z.pipe(
  name,
  z.transform((words: string, context): Period => {
    const meaning = parsePeriod(words);
    if (typeof meaning === "object") return meaning;
    const message = noPeriod(words, meaning);
    context.issues.push({ code: "custom", message, input: words });
    return z.NEVER;
  }),
);

/** A period in words, for a file that does not say it: checked here, where it is written. */
export const periodText = z.pipe(
  name,
  z.transform((words: string, context): string => {
    const meaning = parsePeriod(words);
    if (typeof meaning !== "object")
      context.issues.push({ code: "custom", message: noPeriod(words, meaning), input: words });
    return words;
  }),
);

/** Words with a meaning of their own, or what is wrong with them. */
export const meaning = <T>(read: (words: string) => T | string, words: typeof name | typeof textValue = name) =>
  z.pipe(
    words,
    z.transform((words: string, context): T => {
      const found = read(words);
      if (typeof found !== "string") return found;
      context.issues.push({ code: "custom", message: found, input: words });
      return z.NEVER;
    }),
  );

// Options that several commands have, and what is read from their words.
import { type Command, InvalidArgumentError } from "commander";
import { nameKey } from "../core/names.ts";
import { type Period, parsePeriod } from "../core/period.ts";

/** Adds the option of data in another folder. */
export const withData = (command: Command): Command =>
  command.option("--data <folder>", "read the plan's data from this folder instead of the plan's own");

/** Reads the period that an option names; other words are refused with the example. */
export const periodLike =
  (example: string) =>
  (words: string): Period => {
    const period = parsePeriod(words);
    if (typeof period === "object") return period;
    throw new InvalidArgumentError(period ?? `It is not a period; write it like ${example}.`);
  };

/** Whether a name is among those asked for; all are where none is. */
export const isAsked = (asked: readonly string[] | undefined, name: string): boolean =>
  asked === undefined || asked.some((one) => nameKey(one) === nameKey(name));

/** The names of measures or groups, in their order. */
export const namesOf = (named: readonly { readonly name: string }[]): readonly string[] =>
  named.map(({ name }) => name);

// refresh --rename "Old=New": a series that has another name in the new files, written into the plan only where a person says so.
import { closest, nameKey } from "../core/names.ts";
import { listed } from "../core/problems/sentence.ts";
import { printable } from "../core/safe-text.ts";
import { Refusal } from "../io/world.ts";
import type { Plan } from "../plan/model.ts";
import type { Rename } from "../plan/write-renames.ts";

const MOST_CLOSE = 5;

/** The names of the series that a plan asks for. */
export const seriesIn = ({ tables }: Plan): string[] => [
  ...new Map(
    tables
      .flatMap(({ measures }) => measures)
      .flatMap(({ series, parts }) => [...series.add, ...series.subtract, ...parts.map((part) => part.series)])
      .map((name) => [nameKey(name), name]),
  ).values(),
];

/** What --rename says, where the plan asks for each of the old names, and once. */
export function renamesOf(plan: Plan, said: readonly string[]): Rename[] {
  const known = seriesIn(plan);
  const taken = new Set<string>();
  return said.map((words) => {
    const splits = [...words.matchAll(/=/g)].map(
      ({ index }) => [words.slice(0, index).trim(), words.slice(index + 1).trim()] as const,
    );
    const isKnown = ([old]: readonly [string, string]): boolean => known.some((name) => nameKey(name) === nameKey(old));
    // A name may have the sign in it.
    const [old, now] = splits.find(isKnown) ?? splits[0] ?? ["", ""];
    if (old === "" || now === "")
      throw refusal(
        `--rename ${JSON.stringify(words)}: it says no two names`,
        'write it like --rename "Old name=New name"',
      );
    if (!isKnown([old, now]))
      throw refusal(
        `--rename: the plan asks for no series "${old}"`,
        `it asks for: ${listed(closest(old, known, MOST_CLOSE))}`,
      );
    if (taken.has(nameKey(old))) throw refusal(`--rename: "${old}" is renamed twice`, "keep one of them");
    taken.add(nameKey(old));
    return { old, now };
  });
}

/** Refuses a new name that the data do not have, and an old one that they still have, unless old files stay beside the new. */
export function checkRenames(renames: readonly Rename[], there: readonly string[], isBeside: boolean): void {
  const isThere = (name: string): boolean => there.some((one) => nameKey(one) === nameKey(name));
  for (const { old, now } of renames) {
    if (!isBeside && isThere(old) && nameKey(old) !== nameKey(now))
      throw refusal(`--rename: the data still have the series "${old}"`, "leave it out, or change the plan by hand");
    if (!isThere(now))
      throw refusal(
        `--rename: the data have no series "${now}"`,
        `close names: ${listed(closest(now, there, MOST_CLOSE))}`,
      );
  }
}

const refusal = (message: string, hint: string): Refusal => new Refusal(printable(message), printable(hint));

/** What to say of a series that vanished: the close names, none of which is taken without being told. */
export function vanished(name: string, there: readonly string[]): string {
  const close = closest(name, there);
  const some = close.length > 0 ? `; close names are ${close.map((one) => JSON.stringify(one)).join(", ")}` : "";
  return `the new files have no series ${JSON.stringify(name)}${some}. Where it has a new name, say which: --rename "${name}=NEW NAME"`;
}

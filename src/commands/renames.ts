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
  const given = new Map<string, string>();
  const renames = said.map((words) => {
    const splits = [...words.matchAll(/=/g)].map(
      ({ index }) => [words.slice(0, index).trim(), words.slice(index + 1).trim()] as const,
    );
    const isKnown = ([old]: readonly [string, string]): boolean => known.some((name) => nameKey(name) === nameKey(old));
    // A name may have the sign in it.
    const [old, now] = splits.find(isKnown) ?? splits[0] ?? ["", ""];
    if (old === "" || now === "")
      throw refusal(
        `--rename ${JSON.stringify(words)}: there must be two names with = between them`,
        'write it like --rename "Old name=New name"',
      );
    if (!isKnown([old, now]))
      throw refusal(
        `--rename: the plan uses no series "${old}"`,
        `write one that it uses: ${listed(closest(old, known, MOST_CLOSE))}`,
      );
    if (taken.has(nameKey(old))) throw refusal(`--rename: "${old}" is renamed twice`, "keep only one of the two");
    taken.add(nameKey(old));
    const before = given.get(nameKey(now));
    if (before !== undefined)
      throw refusal(
        `--rename: "${before}" and "${old}" cannot both become "${now}", as two measures would have the same figures`,
        "keep only the one that has the new name",
      );
    given.set(nameKey(now), old);
    return { old, now };
  });
  for (const { old, now } of renames) {
    const isFree = taken.has(nameKey(now)) || !known.some((name) => nameKey(name) === nameKey(now));
    if (!isFree)
      throw refusal(
        `--rename: the plan uses "${now}" already, so two measures would have the same figures as "${old}"`,
        "check the new name, or remove one of the measures from the plan first",
      );
  }
  return renames;
}

/** Refuses a new name that the data do not have, and an old one that they still have, unless old files stay beside the new. */
export function checkRenames(renames: readonly Rename[], there: readonly string[], isBeside: boolean): void {
  const isThere = (name: string): boolean => there.some((one) => nameKey(one) === nameKey(name));
  for (const { old, now } of renames) {
    if (!isBeside && isThere(old) && nameKey(old) !== nameKey(now))
      throw refusal(
        `--rename: the data still have the series "${old}"`,
        "remove this --rename, or change the plan by hand",
      );
    if (!isThere(now))
      throw refusal(
        `--rename: the data have no series "${now}"`,
        `write the name as the data have it. Close names: ${listed(closest(now, there, MOST_CLOSE))}`,
      );
  }
}

const refusal = (message: string, hint: string): Refusal => new Refusal(printable(message), printable(hint));

/** What to say of a series that vanished: the close names, none of which is taken without being told. */
export function vanished(name: string, there: readonly string[]): string {
  const close = closest(name, there);
  const some = close.length > 0 ? `; close names are ${close.map((one) => JSON.stringify(one)).join(", ")}` : "";
  return `the new files have no series ${JSON.stringify(name)}${some}. If it has a new name, add --rename "${name}=NEW NAME"`;
}

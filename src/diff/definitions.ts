// What a plan says of its measures and groups in two editions, and where it says something else.

import { key } from "../core/names.ts";
import { type Period, periodName, populationDate } from "../core/period.ts";
import type { Edition, Entry, Window } from "./edition.ts";

/** Something that is defined otherwise than it was. */
export interface Redefined {
  /** The measure or group; nothing where it is of the whole plan. */
  readonly of: string;
  readonly what: string;
  readonly was: string;
  readonly is: string;
}

const months = (period: Period): string => {
  const long = period.to - period.from + 1;
  return `${long} month${long === 1 ? "" : "s"}`;
};
const named = (words: string | null | undefined): string => words ?? "none";
const date = ({ population }: Window): string => (population ? populationDate(population) : "none");
const periodOf = ({ period, words, none }: Window): string => (none ? "none" : period ? periodName(period) : words);

/** What the plan says of a measure; of what is in no edition, or not said, nothing. */
const sayings: readonly (readonly [what: string, of: (entry: Entry) => string | undefined])[] = [
  ["kind", ({ kind }) => kind],
  ["series", ({ series }) => series],
  ["aim", ({ aim }) => named(aim)],
  ["basis", ({ basis }) => (basis === "percent" ? "percentage" : basis)],
  ["baseline", ({ baseline }) => periodOf(baseline)],
  ["population of the baseline", ({ baseline }) => date(baseline)],
  // The current period moves on by itself; its length does not.
  ["length of the current period", ({ current }) => current.period && months(current.period)],
  ["population of the current period", ({ current }) => date(current)],
  ["priorities", ({ priorities }) => priorities.join(", ") || "none"],
];

/** Of a measure in both, what is defined otherwise; without one, of the plan and its groups. */
export function definitionsOf(old: Edition, now: Edition, was?: Entry, is?: Entry): Redefined[] {
  if (is) {
    const inTable = was ? tableOf(now, was, is) : [];
    const others = sayings.flatMap(([what, of]) => {
      const [before, after] = [was && of(was), of(is)];
      if (before === undefined || after === undefined || key(before) === key(after)) return [];
      return [{ of: is.name, what, was: before, is: after }];
    });
    return [...inTable, ...others];
  }
  return (now.groups ?? []).flatMap((group) => {
    const before = old.groups?.find(({ name }) => key(name) === key(group.name));
    if (!before || before.average === group.average) return [];
    return [{ of: group.name, what: "average", was: before.average, is: group.average }];
  });
}

/** The measure is in another table, or its table has another title. */
function tableOf(now: Edition, was: Entry, is: Entry): Redefined[] {
  if (key(was.table) === key(is.table)) return [];
  const isThere = now.entries.some(({ table }) => key(table) === key(was.table));
  const [of, what] = isThere ? [is.name, "table"] : [is.table, "title of the table"];
  return [{ of, what, was: was.table, is: is.table }];
}

/** Whether the figures of a measure are of something else than they were, so that a revision of them may be none. */
export const redefines = (was: Entry, is: Entry): boolean =>
  sayings.some(([what, of]) => {
    const [before, after] = [of(was), of(is)];
    return /^(series|kind)$/.test(what) && before !== undefined && after !== undefined && key(before) !== key(after);
  });

/** Whether the figures of a group are of other forces than they were, or averaged otherwise. */
export function regroups(old: Edition, now: Edition, name: string): boolean {
  const [before, after] = [old, now].map(({ groups }) => groups?.find((group) => key(group.name) === key(name)));
  if (!before || !after) return false;
  const forces = (of: typeof before): string => of.forces.map(key).sort().join("\n");
  return before.average !== after.average || forces(before) !== forces(after);
}

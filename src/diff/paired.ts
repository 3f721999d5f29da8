// Which measure of the old edition each new one was: by its name or, where it was renamed, by what it measures.
import { nameKey } from "../core/names.ts";
import { type Period, periodKey } from "../core/period.ts";

/** What pairs a measure with the one that it was. */
export interface Titled {
  readonly table: string;
  readonly name: string;
  /** Nothing of a report that does not say it. */
  readonly series: string | undefined;
  readonly kind: string | undefined;
  readonly aim: string | null;
  readonly baseline: {
    readonly period: Period | undefined;
    readonly average?: readonly Period[] | undefined;
    readonly none?: boolean | undefined;
  };
}

/**
 * Of each new measure the old one that it was: by table and name, then by name alone, then by table, series, kind, aim and
 * baseline, where one measure on each side is left that has them. Nothing where there is none.
 */
export function paired<O extends Titled>(old: readonly O[], now: readonly Titled[]): (O | undefined)[] {
  const found = new Map<Titled, O>();
  const taken = new Set<O>();
  const pair = (one: Titled, match: O): void => {
    found.set(one, match);
    taken.add(match);
  };
  for (const id of [
    ({ table, name }: Titled) => `${nameKey(table)}\n${nameKey(name)}`,
    ({ name }: Titled) => nameKey(name),
  ]) {
    for (const one of now) {
      const match = found.has(one) ? undefined : old.find((other) => !taken.has(other) && id(other) === id(one));
      if (match) pair(one, match);
    }
  }
  const left = now.filter((one) => !found.has(one));
  const gone = old.filter((one) => !taken.has(one));
  for (const one of left) {
    const same = (other: Titled): boolean => contentOf(other) !== undefined && contentOf(other) === contentOf(one);
    const [match, ...others] = gone.filter(same);
    if (match && others.length === 0 && left.filter(same).length === 1) pair(one, match);
  }
  return now.map((one) => found.get(one));
}

/** What a measure is of, whatever its name; nothing where that is not known. */
function contentOf({ table, series, kind, aim, baseline }: Titled): string | undefined {
  const { period, average, none } = baseline;
  if (!series || (!none && !period && !average)) return undefined;
  const months = none ? "none" : (average ?? [period]).map((one) => one && periodKey(one)).join();
  return [nameKey(table), nameKey(series), kind ?? "", nameKey(aim ?? ""), months].join("\n");
}

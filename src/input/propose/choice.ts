// Which records of a table make a figure: its series, the totals that are read, and the dimensions that are added up or chosen.

import { isAddable, type Kind } from "../../core/value-kind.ts";
import { follows, type SeenColumn } from "./column.ts";
import { groupsOf, independent, isMostlyWithin, isUnique, totalOf } from "./dimensions.ts";
import { seriesScore, spoken } from "./headings.ts";

/** A condition on the records, as it is proposed; not sure where a person has to choose. */
export interface Chosen {
  readonly column: SeenColumn;
  readonly value: string;
  readonly isSure: boolean;
}

/** What is proposed of the records. */
export interface Choice {
  readonly series: SeenColumn | undefined;
  readonly where: readonly Chosen[];
  readonly add: readonly SeenColumn[];
  /** Dimensions that follow from others, or have one value. */
  readonly idle: readonly SeenColumn[];
  /** Records still fall on one figure. */
  readonly isOpen: boolean;
}

/** The column of what the figures are of; the finest of those whose headings say so most plainly. */
export function seriesAmong(
  dimensions: readonly SeenColumn[],
  least: number,
  file: string,
): { readonly series: SeenColumn | undefined; readonly others: readonly SeenColumn[] } {
  const full = dimensions.filter(({ filled, codes, values }) => filled === codes.length && values.length > 0);
  const best = Math.max(...full.map(({ heading }) => seriesScore(heading)));
  if (best < least) return { series: undefined, others: [] };
  const fit = full.filter(({ heading }) => seriesScore(heading) === best);
  // A file of casualties is of their severity, and not of that of the collision.
  const own = fit.find(({ heading }) => file.toLowerCase().includes(spoken(heading).slice(0, 6)));
  const finest = fit.find((one) => fit.every((other) => follows(other, one))) ?? own ?? fit[0];
  // "Other" may be of robbery and of theft: the group is the series then, over which its kinds are added.
  const group = finest && full.find((one) => seriesScore(one.heading) > 0 && isMostlyWithin(finest, one));
  const series = group ?? finest;
  return { series, others: series ? fit.filter((one) => one !== series && !follows(one, series)) : [] };
}

/** What to choose and what to add for the values of these kinds. */
export function proposedChoice(
  dimensions: readonly SeenColumn[],
  series: SeenColumn | undefined,
  given: readonly SeenColumn[],
  value: SeenColumn | undefined,
  kinds: readonly string[],
): Choice {
  const length = value?.codes.length ?? 0;
  const base = series ? [...given, series] : given;
  const all = Array.from({ length }, (_, row) => row);
  const free = dimensions.filter((one) => one !== series);
  const own = independent(free, base);
  const idle = free.filter((one) => !own.includes(one));
  if (isUnique(base, all)) return { series, where: [], add: [], idle: free, isOpen: false };
  const adds = kinds.every((kind) => isAddable(kind as Kind));
  const where: Chosen[] = [];
  for (const one of own) {
    const others = [...base, ...own.filter((other) => other !== one)];
    const total = totalOf(one, others, adds ? value : undefined, length);
    if (total) where.push({ column: one, ...total });
  }
  const rest = own.filter((one) => !where.some(({ column }) => column === one));
  const taken = all.filter((row) =>
    where.every(({ column, value }) => column.values[column.codes[row] ?? -1] === value),
  );
  // Of a column that tells apart nothing that is left, nothing has to be said.
  const needed = rest.filter((one) => {
    const groups = groupsOf([...base, ...rest.filter((other) => other !== one)], length);
    const firsts = new Map<number, number>();
    return taken.some((row) => {
      const group = groups[row] ?? 0;
      const first = firsts.get(group) ?? firsts.set(group, one.codes[row] ?? -1).get(group);
      return first !== one.codes[row];
    });
  });
  const isDone = isUnique(base, taken);
  const open = isDone ? [] : needed.length > 0 ? needed : rest;
  if (!adds) {
    for (const column of open) where.push({ column, value: column.values[0] ?? "", isSure: false });
    const left = all.filter((row) =>
      where.every(({ column, value }) => column.values[column.codes[row] ?? -1] === value),
    );
    return { series, where, add: [], idle, isOpen: !isUnique(base, left) };
  }
  return { series, where, add: open, idle, isOpen: !isUnique([...base, ...open], taken) };
}

/** Of several value columns of one kind beside a column of series, the one that is the total of the others. */
export function totalAmong(values: readonly SeenColumn[]): SeenColumn | undefined {
  return (
    values.find(({ heading }) => /\b(total|all ages|all persons|number of|overall)\b|^all\b/.test(spoken(heading))) ??
    (values.length === 1 ? values[0] : undefined)
  );
}

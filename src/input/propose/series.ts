// What the figures of a table are of: a column that says it, or the headings over them; one column of each kind beside it.

import { seriesAmong, totalAmong } from "./choice.ts";
import type { SeenColumn } from "./column.ts";
import type { Entry } from "./entries.ts";
import { isAgeHeading } from "./headings.ts";
import type { LeftOut } from "./roles.ts";

/** The series of the values, and what is left out for it. */
export interface SeriesFound {
  readonly entries: readonly Entry[];
  readonly series: SeenColumn | undefined;
  readonly seriesOthers: readonly SeenColumn[];
  readonly leftOut: readonly LeftOut[];
}

/** Whether a column is of populations or households. */
export const isOfPeople = ({ kind: { kind } }: Entry): boolean => kind === "population" || kind === "households";

/** The series of the values: a column's, or those of the headings; and what cannot be told apart by them. */
export function withSeries(
  all: readonly Entry[],
  dimensions: readonly SeenColumn[],
  isAcross: boolean,
  name: string,
  file: string,
): SeriesFound {
  const people = all.filter(isOfPeople);
  const ages = people.length > 0 && !isAcross ? all.filter(({ column }) => isAgeHeading(column.heading)) : [];
  // A population is found by its area and date alone: there can be one of each.
  const dates = new Set(people.map(({ period, kind }) => `${kind.kind} ${period}`));
  const totals = isAcross
    ? people
    : [...dates].flatMap((date) => totalIn(people.filter(({ period, kind }) => `${kind.kind} ${period}` === date)));
  const single = all.filter((one) => (!people.includes(one) || totals.includes(one)) && !ages.includes(one));
  const others = all
    .filter((one) => !single.includes(one))
    .map(({ column }) => ({ column, why: "a part of the population" }));
  const { series, others: seriesOthers } = seriesAmong(dimensions, isAcross || single.length === 1 ? 1 : 2, file);
  if (single.every(isOfPeople))
    return { entries: single.map(namelessPeople), series: undefined, seriesOthers: [], leftOut: others };
  const byHeadings = {
    entries: single.map(namelessPeople),
    series: undefined,
    seriesOthers: [],
    leftOut: others,
  };
  if (!series) return byHeadings;
  if (isAcross) return { entries: single, series, seriesOthers, leftOut: others };
  // Beside a column of series there is one column of each kind: the total, where there are parts.
  const keyOf = ({ kind, period }: Entry): string => `${kind.kind} ${period}`;
  const kinds = new Set(single.map(keyOf));
  const kept = [...kinds].flatMap((key) => {
    const same = single.filter((one) => keyOf(one) === key);
    const whole = same.length === 1 ? same[0]?.column : totalAmong(same.map(({ column }) => column));
    return same.filter(({ column }) => column === whole);
  });
  if (kept.length < kinds.size) return byHeadings;
  const parts = single
    .filter((one) => !kept.includes(one))
    .map(({ column }) => ({ column, why: `a part of ${kept[0]?.column.heading ?? name}` }));
  return { entries: kept.map(nameless), series, seriesOthers, leftOut: [...others, ...parts] };
}

const totalIn = (entries: readonly Entry[]): Entry[] => {
  const column = totalAmong(entries.map((one) => one.column));
  return entries.filter((one, at) => (column ? one.column === column : at === 0));
};

const nameless = ({ series: _, ...entry }: Entry): Entry => entry;
/** Populations need no name; of households there are several kinds. */
const namelessPeople = (entry: Entry): Entry => (entry.kind.kind === "population" ? nameless(entry) : entry);

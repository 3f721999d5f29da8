// The population that each count and its rate imply, the range that the rows of a column share, and the rows outside it.

import { contains, type Interval, meet, wholeNumbers } from "../../core/interval.ts";
import { compareExact, type Exact, exact, isNegative, isZero, over, times } from "../../core/number.ts";
import { type Gazetteer, gazetteer, isOnsCode } from "../../data/areas.ts";
import type { Slot } from "../columns/times.ts";
import { peopleIn } from "../read/headings.ts";
import type { PublishedTable } from "../read/read-table.ts";
import { type PrintedValue, roleKey, type Values } from "./printed-value.ts";

export interface RateAndCount {
  readonly row: number;
  readonly count: PrintedValue;
  readonly rate: PrintedValue;
  readonly implied: Interval;
}

/** The population of one area at one date, as its rows tell it. */
export interface Population {
  readonly area: string;
  readonly when: Slot;
  /** In whole persons: what the most rows agree in. Nothing where no whole number is in it. */
  readonly shared: Interval | undefined;
  /** Whether enough rows agree in it to convict one that does not. */
  readonly certain: boolean;
  readonly agreeing: readonly RateAndCount[];
  readonly outside: readonly RateAndCount[];
}

/** Where more rows than these are outside, the first of them show whether the others agree by chance. */
const MOST_OUTSIDE = 100;

/** More people than there are: a rate that prints as zero says nothing of the most. */
const MOST = exact(1e11);

/** What a count and a rate allow a population to be; nothing for a count of 0. */
function impliedBy(count: PrintedValue, rate: PrintedValue): Interval | undefined {
  if (isZero(count.number) || isNegative(count.number) || isNegative(rate.number)) return undefined;
  const events = (end: Exact): Exact => times(exact(rate.role.per), end);
  const { from, to } = rate.interval;
  const most = compareExact(from, exact(0)) <= 0 ? MOST : over(events(count.interval.to), from);
  return { from: over(events(count.interval.from), to), to: most };
}

/** The population of an area at a date, by the rows of a table; nothing where no row has a count and a rate. */
export function populationOf(rows: readonly Values[], area: string, when: Slot): Population | undefined {
  const pairs = rows.flatMap((values, row): RateAndCount[] => {
    const [count, rate] = (["count", "rate"] as const).map((kind) =>
      values.get(roleKey({ kind, when, area, unit: "" })),
    );
    // A row that prints its own population is checked against that, and tells nothing of the others.
    const isOwn = (values.get(roleKey({ kind: "population", when, area, unit: "" }))?.column ?? 0) > 0;
    const implied = count && rate && !isOwn && impliedBy(count, rate);
    return implied ? [{ row, count, rate, implied }] : [];
  });
  if (pairs.length === 0) return undefined;
  const at = mostShared(pairs);
  const best = pairs.filter(({ implied }) => contains(implied, at));
  const common = best
    .map(({ implied }) => implied)
    .reduce<Interval | undefined>((a, b) => a && meet(a, b), { from: exact(0), to: MOST });
  const shared = common && wholeNumbers(common);
  const outside = pairs.filter((pair) => !best.includes(pair));
  // How many rows could be right with a row that is outside, itself among them.
  const others = ({ implied }: RateAndCount): number => pairs.filter((other) => meet(other.implied, implied)).length;
  return {
    area,
    when,
    // Two that agree among many that do not may do so by chance.
    certain:
      best.length > 1 &&
      best.length * 2 > pairs.length &&
      outside.slice(0, MOST_OUTSIDE).every((pair) => best.length > others(pair)),
    shared,
    agreeing: best,
    outside,
  };
}

/** A value that the most ranges hold: one where a range begins, found by passing along all their ends in order. */
function mostShared(pairs: readonly RateAndCount[]): Exact {
  const [starts, ends] = (["from", "to"] as const).map((end) =>
    pairs.map(({ implied }) => implied[end]).sort(compareExact),
  ) as [Exact[], Exact[]];
  let [most, at, ended] = [0, starts[0] as Exact, 0];
  for (const [begun, start] of starts.entries()) {
    while (ended < ends.length && compareExact(ends[ended] as Exact, start) < 0) ended += 1;
    if (begun + 1 - ended <= most) continue;
    most = begun + 1 - ended;
    at = start;
  }
  return at;
}

/** Rows that are areas, each of a population of its own. */
const areaHeading =
  /^(name of )?(the )?(districts?|wards?|boroughs?|areas?|count(y|ies)|forces?|police forces?|(local |police )?authorit(y|ies)|regions?|local police areas?|neighbourhoods?|towns?|csps?|community safety partnerships?|places?|lsoas?|msoas?)( names?)?$/i;

/** Whether the rows of a table are areas, by the heading of their names or by what most of them are called. */
export function rowsAreAreas({ headings, rows }: PublishedTable): boolean {
  if (areaHeading.test(headings[0]?.text ?? "") || /\barea\b/i.test(headings[0]?.text ?? "")) return true;
  areasKnown ??= gazetteer();
  const { find } = areasKnown;
  const isKnown = (name: string): boolean => {
    const found = isOnsCode(name) ? {} : find(name);
    return !("area" in found) || found.area !== undefined;
  };
  return rows.filter(({ name }) => isKnown(name.replace(/[\d, ]+$/, ""))).length * 2 > rows.length;
}
let areasKnown: Gazetteer | undefined;

/** Households, ages, "per 1,000 women": a row of these is of other than all residents. */
const perOther =
  /\bper\b.*\b(households?|dwellings?|homes|vehicles?)\b|\bhouseholds?\b|\bdwellings?\b|\b(aged?|under|over)[ -]\d+|\b\d\d? ?(to|-|–) ?\d\d?s?\b|\b\d\d?\+|\b\d+ (and|or) (over|under)\b|\bper [\d, ]*(thousand |million )?(?!people|persons?|population|residents?|thousand|million|head)[a-z]/i;
/** "… per 1,000 of minority population" in a note. */
const noteOfOther = /\bper \d[\d,]* (of )?(?!people|persons?|(the |total )?population|residents?)[a-z]/i;
/** Rows that are often per something else without saying so, and how much of it there is to a person. */
const others: readonly (readonly [name: RegExp, from: string, to: string])[] = [
  [/burglar/i, "0.36", "0.5"],
  [/vehicle/i, "0.4", "0.75"],
  [/\b(women|females?|girls|men|males?|boys)\b/i, "0.38", "0.55"],
];

/** The rows whose rates are per household or per vehicle: by their names, or by their names and what their rates imply. */
export function rowsPerOther({ rows }: PublishedTable, populations: readonly Population[]): ReadonlySet<number> {
  const usual = populations.flatMap(({ agreeing }) => agreeing)[0]?.rate.role.per;
  const isOther = (name: string): boolean =>
    perOther.test(name) || (/\bper [\dm]/i.test(name) && peopleIn(name) !== usual);
  const named = rows.flatMap(({ name, cells }, index) =>
    isOther(name) || cells.slice(1).some((cell) => noteOfOther.test(cell)) ? [index] : [],
  );
  const implied = populations.flatMap(({ shared, certain, outside }) =>
    outside.flatMap(({ row, implied: own }) => {
      const [, from, to] = others.find(([name]) => name.test(rows[row]?.name ?? "")) ?? [];
      if (!certain || !shared || from === undefined || to === undefined) return [];
      const ratio = over(own.from, shared.from);
      return compareExact(ratio, exact(from)) >= 0 && compareExact(ratio, exact(to)) <= 0 ? [row] : [];
    }),
  );
  return new Set([...named, ...implied]);
}

/** A row of a period of its own, which may be of another population. */
export const isDated = (name: string): boolean =>
  /\([^)]*\b((19|20)\d\d|baseline|current|year ending|[a-z]{3,9} \d\d)\b[^)]*\)/i.test(name);

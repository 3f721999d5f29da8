// What printed numbers leave over between them: the small numbers that sums and differences of them would give away.

import { type Sum, simplest, valueBy } from "../core/linear.ts";
import { compareExact, type Exact, exact, minus } from "../core/number.ts";
import type { Period } from "../core/period.ts";

/** A number that is printed, or known: how often each of its series is in it, and over which months. */
export interface PrintedNumber {
  readonly often: ReadonlyMap<string, number>;
  readonly period: Period;
  readonly value: Exact;
  /** What numbers that it has a part of are withheld under; 0 where none are. */
  readonly under: number;
}

/** Series over months whose number follows from printed ones, and is small. */
export interface LeftOver {
  readonly series: ReadonlySet<string>;
  readonly period: Period;
  readonly under: number;
}

/**
 * The small numbers that follow from printed ones of one area. Looked at is what is left when one is taken from another,
 * when all are brought into their simplest form, and when they say what a printed sum is over any of their stretches.
 */
export function leftOver(printed: readonly PrintedNumber[]): readonly LeftOver[] {
  return apart(printed).flatMap((some) => (some.every(({ under }) => under === 0) ? [] : leftOfSome(some)));
}

/** The printed numbers in lots that have no series in common. */
function apart(printed: readonly PrintedNumber[]): readonly (readonly PrintedNumber[])[] {
  const lots: { readonly keys: Set<string>; readonly all: PrintedNumber[] }[] = [];
  for (const one of printed) {
    const met = lots.filter(({ keys }) => [...one.often.keys()].some((key) => keys.has(key)));
    for (const lot of met) lots.splice(lots.indexOf(lot), 1);
    lots.push({
      keys: new Set([...met.flatMap(({ keys }) => [...keys]), ...one.often.keys()]),
      all: [...met.flatMap(({ all }) => all), one],
    });
  }
  return lots.map(({ all }) => all);
}

function leftOfSome(printed: readonly PrintedNumber[]): readonly LeftOver[] {
  const series = [...new Set(printed.flatMap(({ often }) => [...often.keys()]))];
  const ends = printed.flatMap(({ period }) => [period.from, period.to + 1]);
  const starts = [...new Set(ends)].sort((a, b) => a - b);
  /** From one end of a period to the next: no printed number divides it. */
  const stretches = starts.slice(1).map((end, place): Period => ({ from: starts[place] ?? end, to: end - 1 }));
  const columns = series.flatMap((key) => stretches.map((stretch) => ({ key, stretch })));
  const oftenOf = (often: ReadonlyMap<string, number>, { from, to }: Period): number[] =>
    columns.map(({ key, stretch }) => (from <= stretch.from && stretch.to <= to ? (often.get(key) ?? 0) : 0));
  const sums = printed.map(({ often, period, value }): Sum => ({ often: oftenOf(often, period), value }));
  const forward = simplest(sums);
  const backward = simplest(sums.map(turned)).map(turned);
  const differences = sums.flatMap((whole) =>
    sums.flatMap((part): Sum[] => {
      const often = whole.often.map((one, place) => one - (part.often[place] ?? 0));
      return often.some((one) => one < 0) ? [] : [{ often, value: minus(whole.value, part.value) }];
    }),
  );
  const kinds = new Map(printed.map(({ often }) => [[...often].join("\n"), often]));
  const stretched = [...kinds.values(), ...series.map((key) => new Map([[key, 1]]))].flatMap((often) =>
    stretches.flatMap((first, place) =>
      stretches.slice(place).flatMap((last): Sum[] => {
        const over = oftenOf(often, { from: first.from, to: last.to });
        const value = valueBy(forward, over);
        return value ? [{ often: over, value }] : [];
      }),
    ),
  );
  const underOf = (keys: ReadonlySet<string>): number =>
    Math.max(
      ...printed.filter(({ often }) => [...often.keys()].some((key) => keys.has(key))).map(({ under }) => under),
    );
  const all = [...forward, ...backward, ...differences, ...stretched].flatMap((sum) => {
    const { often, value } = upward(sum);
    const inIt = columns.filter((_, place) => often[place] !== 0);
    if (inIt.length === 0 || often.some((one) => one < 0)) return [];
    const under = underOf(new Set(inIt.map(({ key }) => key)));
    return compareExact(value, exact(under)) < 0 ? lotsOf(inIt).map((one) => ({ ...one, under })) : [];
  });
  return [...new Map(all.map((one) => [`${[...one.series]}\n${one.period.from}-${one.period.to}`, one])).values()];
}

const turned = ({ often, value }: Sum): Sum => ({ often: [...often].reverse(), value });

/** A sum with its signs turned where it begins with what is taken away. */
const upward = (sum: Sum): Sum =>
  (sum.often.find((one) => one !== 0) ?? 0) < 0
    ? { often: sum.often.map((one) => 0 - one), value: minus(exact(0), sum.value) }
    : sum;

/** Stretches of series that follow each other, joined; the series that have the same ones, together. */
function lotsOf(
  inIt: readonly { readonly key: string; readonly stretch: Period }[],
): readonly Pick<LeftOver, "series" | "period">[] {
  const runs: { key: string; from: number; to: number }[] = [];
  for (const { key, stretch } of inIt) {
    const last = runs.at(-1);
    if (last?.key === key && last.to + 1 === stretch.from) last.to = stretch.to;
    else runs.push({ key, ...stretch });
  }
  const lots = new Map<string, { series: Set<string>; period: Period }>();
  for (const { key, from, to } of runs) {
    const lot = lots.get(`${from}-${to}`) ?? { series: new Set<string>(), period: { from, to } };
    lot.series.add(key);
    lots.set(`${from}-${to}`, lot);
  }
  return [...lots.values()];
}

// The small numbers of a plan: those that it names, and those that the difference of two of its figures would be.

import { type Figure, isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, type Exact, exact, fixed, HUNDRED, minus, over, times } from "../core/number.ts";
import { type Period, periodKey } from "../core/period.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Store } from "../data/store.ts";
import { ANY_BASE, forceOf, type Member, membersOf } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { difference } from "../statistics/difference.ts";
import { total } from "../statistics/total.ts";

/** A number under the plan's threshold: what it is of, by the keys of its series, of which area, and when. */
export interface SmallNumber {
  readonly series: ReadonlySet<string>;
  readonly member: Member;
  readonly period: Period;
  readonly under: number;
}

export interface SmallNumbers {
  /** Those of a period, of the force and of each force of the plan's groups. */
  in(period: Period): readonly SmallNumber[];
  /** Those of the periods of the plan, and of what is left of one when another within it is taken away. */
  ofPlan(): readonly SmallNumber[];
  /** What numbers of a measure are withheld under: its own threshold, or that of a measure that shares a series with it. */
  under(measure: Measure): number | undefined;
  /** The members of the force and of the plan's groups. */
  readonly members: readonly Member[];
}

/** What is watched: the series of a measure, or what is left of them without those of others. */
interface Watched {
  readonly terms: Terms;
  readonly under: number;
}

export const keysOf = ({ add, subtract }: Terms): string[] => [...add, ...subtract].map(nameKey);

/** The small numbers of a plan; none where it withholds none. */
export function smallNumbers(
  plan: Plan,
  { store, gazetteer }: { readonly store: Store; readonly gazetteer: Gazetteer },
): SmallNumbers {
  const measures = plan.tables.flatMap((table) => table.measures);
  const suppressed = measures.filter(({ under }) => under !== undefined);
  const thresholds = new Map(measures.map((measure) => [measure, thresholdOf(measure, suppressed)]));
  const under = (measure: Measure): number | undefined =>
    thresholds.has(measure) ? thresholds.get(measure) : thresholdOf(measure, suppressed);
  const watched = suppressed.length === 0 ? [] : watchedOf(measures, under);
  const members = membersIn(plan, gazetteer);
  const [force] = forceOf(plan, gazetteer).members;
  const found = new Map<string, readonly SmallNumber[]>();
  const within = (period: Period): readonly SmallNumber[] => {
    const id = periodKey(period);
    const known = found.get(id);
    if (known || watched.length === 0) return known ?? [];
    const all = watched.flatMap((one) =>
      members.flatMap((member): SmallNumber[] => {
        const number = numberBehind(store, one.terms, member.key, period);
        if (!number || compareExact(number, exact(one.under)) >= 0) return [];
        return [{ series: new Set(keysOf(one.terms)), member, period, under: one.under }];
      }),
    );
    const sums = force ? plan.tables.flatMap((table) => sumsAmong(store, table.measures, force, period, all)) : [];
    found.set(id, [...all, ...sums]);
    return [...all, ...sums];
  };
  let ofPlan: readonly SmallNumber[] | undefined;
  return {
    ...{ in: within, under, members },
    ofPlan: () => {
      ofPlan ??= periodsOf(suppressed.length === 0 ? [] : measures).flatMap(within);
      return ofPlan;
    },
  };
}

function thresholdOf({ series }: Measure, suppressed: readonly Measure[]): number | undefined {
  const keys = new Set(keysOf(series));
  const all = suppressed.filter((one) => keysOf(one.series).some((key) => keys.has(key)));
  return all.length === 0 ? undefined : Math.max(...all.map((one) => one.under ?? 0));
}

function membersIn(plan: Plan, gazetteer: Gazetteer): readonly Member[] {
  const all = [...forceOf(plan, gazetteer).members, ...plan.groups.flatMap((group) => membersOf(group, gazetteer))];
  return [...new Map(all.map((member) => [member.key, member])).values()];
}

/** Each measure that withholds, what one leaves of another, and what all that are part of one leave of it. */
function watchedOf(measures: readonly Measure[], under: (measure: Measure) => number | undefined): readonly Watched[] {
  const own = measures.flatMap((one): Watched[] => {
    const least = under(one);
    return least === undefined ? [] : [{ terms: one.series, under: least }];
  });
  const left = measures.flatMap((whole) => {
    const parts = measures.filter((one) => leftOf(whole.series, [one.series]) !== undefined);
    return [...parts.map((part) => [part]), apart(parts)].flatMap((taken): Watched[] => {
      const least = Math.max(...[whole, ...taken].map((one) => under(one) ?? 0));
      const terms = leftOf(
        whole.series,
        taken.map(({ series }) => series),
      );
      return least > 0 && terms ? [{ terms, under: least }] : [];
    });
  });
  return [...own, ...left];
}

/** Of the measures, as many as share no series. */
function apart(measures: readonly Measure[]): readonly Measure[] {
  const taken = new Set<string>();
  return measures.filter(({ series }) => {
    const keys = keysOf(series);
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
}

/** The series that are left of a figure when others are taken away; nothing where what is left is not a plain sum. */
function leftOf(whole: Terms, taken: readonly Terms[]): Terms | undefined {
  const often = new Map<string, number>();
  const count = (names: readonly string[], sign: number): void => {
    for (const key of names.map(nameKey)) often.set(key, (often.get(key) ?? 0) + sign);
  };
  count(whole.add, 1);
  count(whole.subtract, -1);
  for (const { add, subtract } of taken) {
    count(add, -1);
    count(subtract, 1);
  }
  const left = [...often].filter(([, times]) => times !== 0);
  if (left.length === 0 || left.some(([, times]) => times !== 1)) return undefined;
  return { add: left.map(([key]) => key), subtract: [] };
}

/** The periods of measures, and the months that are left of one when one within it, which begins or ends with it, is taken away. */
function periodsOf(measures: readonly Measure[]): readonly Period[] {
  const all = measures.flatMap(({ baseline, current, also }) =>
    [baseline, current, ...also.flatMap(({ earlier, later }) => [earlier, later])].flatMap(({ period, average }) => [
      ...(period ? [period] : []),
      ...(average ?? []),
    ]),
  );
  const left = all.flatMap((whole) =>
    all.flatMap((part): Period[] => {
      if (part.from === whole.from && part.to < whole.to) return [{ from: part.to + 1, to: whole.to }];
      if (part.to === whole.to && part.from > whole.from) return [{ from: whole.from, to: part.from - 1 }];
      return [];
    }),
  );
  return [...new Map([...all, ...left].map((period) => [periodKey(period), period])).values()];
}

/**
 * How many events or people a figure of these series is of: their number, or the share that the data give of a base,
 * to the nearest whole. Nothing where the data do not say.
 */
export function numberBehind(store: Store, terms: Terms, areaKey: string, period: Period): Exact | undefined {
  for (const kind of ["count", "people"] as const) {
    const [added, taken] = [terms.add, terms.subtract].map((names) => {
      const figures = names.map((name) => store.find(name, areaKey, period, kind));
      return figures.every((one): one is Figure => one !== undefined) && figures.length > 0
        ? total(figures)
        : undefined;
    });
    if (!added || (terms.subtract.length > 0 && !taken)) continue;
    const figure = taken ? difference(added.unit, taken, added) : added;
    if (isKnown(figure)) return figure.value;
  }
  const [name, ...more] = terms.add;
  if (name === undefined || more.length + terms.subtract.length > 0) return undefined;
  const base = store.find(name, areaKey, period, "base") ?? store.find(ANY_BASE, areaKey, period, "base");
  const share = store.find(name, areaKey, period, "percent");
  if (!isKnown(base) || !isKnown(share)) return undefined;
  return numberOfShare(share.value, base.value);
}

/** A percentage of a number, to the nearest whole. */
export const numberOfShare = (percent: Exact, whole: Exact): Exact =>
  exact(fixed(over(times(percent, whole), HUNDRED), 0));

/** A row whose number is the sum of all the others of its table, as a total by another name is; where one of them is small. */
function sumsAmong(
  store: Store,
  measures: readonly Measure[],
  member: Member,
  period: Period,
  small: readonly SmallNumber[],
): readonly SmallNumber[] {
  const rows = measures
    .filter(({ isTotal, kind }) => !isTotal && (kind.bases.includes("count") || kind.bases.includes("people")))
    .filter(({ series }) => series.add.length > 0)
    .map(({ series }) => ({ keys: keysOf(series), number: numberBehind(store, series, member.key, period) }));
  const own = small.filter((one) => one.member.key === member.key);
  const isSmall = (keys: readonly string[]): SmallNumber | undefined =>
    own.find(({ series }) => keys.some((key) => series.has(key)));
  const [first] = rows.flatMap(({ keys }) => isSmall(keys) ?? []);
  // A total is of rows that have nothing in common.
  const all = rows.flatMap(({ keys }) => keys);
  if (!first || rows.length < 3 || new Set(all).size < all.length) return [];
  return rows.flatMap(({ keys, number }, place) => {
    const others = rows.filter((_, index) => index !== place);
    if (!number || others.some((one) => one.number === undefined)) return [];
    const rest = others.reduce((sum, one) => minus(sum, one.number ?? exact(0)), number);
    return rest.isZero() ? [{ series: new Set(keys), member, period, under: first.under }] : [];
  });
}

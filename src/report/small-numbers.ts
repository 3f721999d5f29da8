// The small numbers of a plan: those that it names, and those that its printed figures would leave over.

import { nameKey } from "../core/names.ts";
import type { Exact } from "../core/number.ts";
import { distinctPeriods, type Period, periodKey } from "../core/period.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Store } from "../data/store.ts";
import { forceOf, type Member, membersOf } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { leftOver, type PrintedNumber } from "./left-over.ts";
import { isSmallNumber, numberBehind } from "./number-behind.ts";
import { recordsOf } from "./shared-records.ts";
import { type TotalByValue, totalsByValue } from "./totals-by-value.ts";

/** A number under the plan's threshold: what it is of, by the records of its series, of which area, and when. */
export interface SmallNumber {
  readonly series: ReadonlySet<string>;
  readonly member: Member;
  readonly period: Period;
  readonly under: number;
  /** Whether it is the number of a measure, not one that printed figures leave over. */
  readonly isOwn: boolean;
}

export interface SmallNumbers {
  /** Those that have a part in a figure of these series in a period; `asker` is the measure's own, where they are of a part of it. */
  in(series: Terms, period: Period, asker?: Terms): readonly SmallNumber[];
  /** What numbers of these series are withheld under: the threshold of the measures that share a record with them. */
  under(series: Terms): number | undefined;
  /** The records of series, as small numbers name them. */
  records(series: Terms): readonly string[];
  /** Whether the plan withholds any. */
  readonly isAny: boolean;
  /** The members of the force and of the plan's groups. */
  readonly members: readonly Member[];
}

export const keysOf = ({ add, subtract }: Terms): string[] => [...add, ...subtract].map(nameKey);

/** The small numbers of a plan; none where it withholds none. */
export function smallNumbers(
  plan: Plan,
  { store, gazetteer }: { readonly store: Store; readonly gazetteer: Gazetteer },
): SmallNumbers {
  const measures = plan.tables.flatMap((table) => table.measures);
  const suppressed = measures.filter(({ under }) => under !== undefined);
  const recordsBy = suppressed.length === 0 ? (key: string): readonly string[] => [key] : recordsOf(store);
  const records = (series: Terms): readonly string[] => keysOf(series).flatMap(recordsBy);
  const thresholds = suppressed.map(({ series, under = 0 }) => ({ keys: new Set(records(series)), under }));
  const under = (series: Terms): number | undefined => {
    const all = thresholds.filter(({ keys }) => records(series).some((key) => keys.has(key)));
    return all.length === 0 ? undefined : Math.max(...all.map((one) => one.under));
  };
  const members = suppressed.length === 0 ? [] : membersIn(plan, gazetteer);
  const numbers = new Map<string, Exact | undefined>();
  const numberOf = ({ series }: Measure, { key }: Member, period: Period): Exact | undefined => {
    const id = JSON.stringify([series, key, periodKey(period)]);
    if (!numbers.has(id)) numbers.set(id, numberBehind(store, series, key, period));
    return numbers.get(id);
  };
  /** Where the plan prints its measures in their periods, and in one more if that is asked for. */
  const foundWith = (...asked: Period[]): readonly SmallNumber[] => {
    const all = measures.map((measure) => ({
      ...{ measure, often: oftenIn(measure.series, recordsBy), least: under(measure.series) },
      periods: distinctPeriods([...periodsOf(measure), ...asked]),
    }));
    const periods = distinctPeriods(all.flatMap((one) => one.periods));
    return members.flatMap((member) => {
      const printed = all.flatMap(({ measure, often, least = 0, periods }) =>
        periods.flatMap((period): PrintedNumber[] => {
          const value = numberOf(measure, member, period);
          return value ? [{ often, period, value, under: least }] : [];
        }),
      );
      const own = all.flatMap(({ measure: { series }, least, periods }) =>
        periods.flatMap((period): SmallNumber[] => {
          if (least === undefined || !isSmallNumber(store, series, member.key, period, least)) return [];
          return [{ series: new Set(records(series)), member, period, under: least, isOwn: true }];
        }),
      );
      const totals = periods.flatMap((period) =>
        totalsByValue(plan, period, {
          records: ({ series }) => records(series),
          number: (measure) => numberOf(measure, member, period),
        }),
      );
      const left = leftOver([...printed, ...totals.map(({ known }) => known)]);
      return withTotals([...own, ...left.map((one): SmallNumber => ({ ...one, member, isOwn: false }))], totals);
    });
  };
  let known: readonly SmallNumber[] | undefined;
  const ofPlan = (): readonly SmallNumber[] => {
    known ??= suppressed.length === 0 ? [] : foundWith();
    return known;
  };
  const found = new Map<string, readonly SmallNumber[]>();
  /** Those of a period in which the plan does not print a figure: also what it would leave over of printed ones. */
  const asked = (period: Period): readonly SmallNumber[] => {
    const before = new Set(ofPlan().map(idOf));
    const all =
      found.get(periodKey(period)) ??
      (suppressed.length === 0 ? [] : foundWith(period))
        .filter((one) => !before.has(idOf(one)))
        .map((one) => (overlaps(one.period, period) ? one : { ...one, period, isOwn: false }));
    found.set(periodKey(period), all);
    return all;
  };
  let printed: ReadonlySet<string> | undefined;
  const isPrinted = (series: Terms, period: Period): boolean => {
    printed ??= new Set(measures.flatMap((one) => periodsOf(one).map((period) => inPeriod(one.series, period))));
    return printed.has(inPeriod(series, period));
  };
  return {
    ...{ under, records, members, isAny: suppressed.length > 0 },
    in: (series, period, asker = series) => {
      if (suppressed.length === 0) return [];
      const keys = records(series);
      const all = isPrinted(asker, period) ? ofPlan() : [...ofPlan(), ...asked(period)];
      return all.filter((one) => overlaps(one.period, period) && keys.some((key) => one.series.has(key)));
    },
  };
}

const overlaps = (one: Period, other: Period): boolean => one.from <= other.to && one.to >= other.from;

const idOf = ({ series, member, period }: SmallNumber): string =>
  JSON.stringify([...series, member.key, periodKey(period)]);

const inPeriod = (series: Terms, period: Period): string => JSON.stringify([series, periodKey(period)]);

/** How often the records of series are in their sum, those that are subtracted downwards. */
function oftenIn({ add, subtract }: Terms, recordsBy: (key: string) => readonly string[]): ReadonlyMap<string, number> {
  const often = new Map<string, number>();
  for (const key of add.map(nameKey).flatMap(recordsBy)) often.set(key, (often.get(key) ?? 0) + 1);
  for (const key of subtract.map(nameKey).flatMap(recordsBy)) often.set(key, (often.get(key) ?? 0) - 1);
  return new Map([...often].filter(([, times]) => times !== 0));
}

/** The periods of a measure's figures; of an average, each of its periods, as `explain` shows them. */
const periodsOf = ({ baseline, current, also }: Measure): readonly Period[] =>
  [baseline, current, ...also.flatMap(({ earlier, later }) => [earlier, later])].flatMap(({ period, average }) => [
    ...(period ? [period] : []),
    ...(average ?? []),
  ]);

/** Small numbers with the totals that they are part of; such a total may be part of another. */
function withTotals(small: readonly SmallNumber[], totals: readonly TotalByValue[]): readonly SmallNumber[] {
  const more = totals.flatMap((total) => {
    const part = small.find(
      (one) => overlaps(one.period, total.period) && total.parts.some((key) => one.series.has(key)),
    );
    return part ? [{ ...part, series: new Set(total.whole), period: total.period, isOwn: false }] : [];
  });
  const before = new Set(small.map(idOf));
  const added = more.filter((one) => !before.has(idOf(one)));
  return added.length === 0 ? small : withTotals([...small, ...added], totals);
}

function membersIn(plan: Plan, gazetteer: Gazetteer): readonly Member[] {
  const all = [...forceOf(plan, gazetteer).members, ...plan.groups.flatMap((group) => membersOf(group, gazetteer))];
  return [...new Map(all.map((member) => [member.key, member])).values()];
}

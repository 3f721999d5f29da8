// Where values go that are wanted: for each area that wants them, to its sums by period, or to its list of other periods.

import type { Period } from "../core/period.ts";
import type { Kind } from "../core/value-kind.ts";
import type { Observation } from "../data/observation.ts";
import type { StoreBuilder } from "../data/store.ts";
import type { Located } from "./area-of.ts";
import type { CellPlaces } from "./cell-places.ts";
import type { RecordSum, RecordSums, SumNames } from "./record-sums.ts";
import type { RecordTime } from "./record-times.ts";
import type { NamedValue } from "./series-of.ts";
import type { ValueColumn } from "./sources/layout.ts";

/** The values of a column with these names in some place, and where they go: to those who want them. */
export interface Route {
  readonly values: ValueColumn;
  readonly kind: Kind;
  readonly ends: readonly RouteEnd[];
}

/** For one who wants them, the sums to add to by the keys of their periods, and the periods to note. */
export interface RouteEnd extends Pick<Located["first"], "key" | "label"> {
  readonly names: SumNames;
  readonly sums: Map<string, RecordSum>;
  readonly dates: boolean[];
}

export type Routes = ReturnType<typeof routesInto>;

/** Whether a figure of a file is used: without it, all are. */
export type IsUsed = (figure: Pick<Observation, "series" | "areaKey" | "kind" | "period">) => boolean;

/** The ways of a file's values into its sums, and into what is noted of periods that are not wanted. */
export function routesInto(sums: RecordSums, store: StoreBuilder, cells: CellPlaces, isUsed?: IsUsed) {
  const used = new Map<RecordSum, boolean>();
  const isSumUsed = (sum: RecordSum): boolean => {
    const { names, areaKey, period } = sum;
    const known = used.get(sum) ?? isUsed?.({ series: names.series, kind: names.kind, areaKey, period }) !== false;
    used.set(sum, known);
    return known;
  };
  /** The sum that values add to at a time. */
  const sumAt = ({ key, label, names, sums: table }: RouteEnd, time: RecordTime): RecordSum => {
    const known = table.get(time.key);
    if (known) return known;
    const sum = sums.make(names, key, label, time.period as Period);
    table.set(time.key, sum);
    return sum;
  };
  return {
    /** The route of a record's values to those areas of it that want them. */
    of({ values, kind, series, seriesKey }: NamedValue, { isTotal }: Located, wantedBy: Located["keys"]): Route {
      const heading = cells.headingAt(values.column);
      const where = { level: values.level ?? 0, column: values.column + 1, heading };
      const names = { series, seriesKey, kind, isTotal, ...where, ...(values.counted && { counted: true as const }) };
      const ends = wantedBy.map(({ key, label }): RouteEnd => {
        return { key, label, names, sums: sums.of(names, key), dates: store.datesOf(series, key, kind) };
      });
      return { values, kind, ends };
    },
    sumAt,
    /** Whether a record at that time adds to a figure that is used: the events of others are those of no record after. */
    isUsed: (ends: readonly RouteEnd[], time: RecordTime): boolean =>
      isUsed === undefined || ends.some((end) => isSumUsed(sumAt(end, time))),
    /** Notes that there are figures of a period that is not wanted. */
    note(dates: boolean[], time: RecordTime): void {
      if (time.date < 0) time.date = store.dateOf(time.period as Period);
      dates[time.date] = true;
    },
  };
}

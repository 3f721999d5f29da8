// Who wants what of a file: which areas a record counts for, and which of them want its values.

import type { Period } from "../core/period.ts";
import type { Kind } from "../core/value-kind.ts";
import type { Wanted } from "../data/observation.ts";
import type { Located } from "./area-of.ts";
import type { RecordTime } from "./record-times.ts";
import type { NamedValue } from "./series-of.ts";
import type { Layout } from "./sources/layout.ts";

const NOBODY: Located["keys"] = [];

export type WantedValues = ReturnType<typeof wantedValues>;

/** What is wanted of the records of a layout. */
export function wantedValues(layout: Layout, wanted: Wanted) {
  const readsAll = wanted.readAll === true;
  /** Of a file whose records add up, each is part of its own area's figure and of that of the area around it. */
  const areasOf = (place: Located): Located["keys"] => (layout.sums ? place.keys : [place.first]);
  const isNobodys = (place: Located): boolean => !areasOf(place).some(({ key }) => wanted.area?.(key) !== false);
  return {
    areasOf,
    /** Every cell is read: one that is not plain digits needs looking at, wanted or not. */
    readsAll,
    /** Whether an area wants such a value, at some time or other. */
    isWanted: (areaKey: string, { seriesKey, kind }: NamedValue): boolean => wanted.figure(areaKey, seriesKey, kind),
    /** The areas of a record that want a value of it, at some time or other. */
    areasWanting({ seriesKey, kind }: NamedValue, place: Located): Located["keys"] {
      const areas = areasOf(place);
      let found = NOBODY;
      // By number, and a list only where there are some: it is asked of every pair of an area and a name.
      for (let index = 0; index < areas.length; index += 1) {
        const one = areas[index] as Located["first"];
        if (wanted.figure(one.key, seriesKey, kind)) found = [...found, one];
      }
      return found;
    },
    /** Whether values of that kind are wanted of that time, which is a period. */
    isPeriodWanted(time: RecordTime, kind: Kind): boolean {
      const known = time.isWanted.get(kind);
      if (known !== undefined) return known;
      const isWanted = wanted.period(time.period as Period, kind);
      time.isWanted.set(kind, isWanted);
      return isWanted;
    },
    /** Whether values of that kind are kept apart for that time, which is a period and not wanted. */
    isPeriodNear(time: RecordTime, kind: Kind): boolean {
      const known = time.isNear.get(kind);
      if (known !== undefined) return known;
      const isNear = wanted.near?.(time.period as Period, kind) === true;
      time.isNear.set(kind, isNear);
      return isNear;
    },
    /** Whether nobody wants any figure of the areas of a record. */
    isNobodys,
    /** Whether nobody wants anything of an area: then its records say nothing new, once their words are known. */
    isUnwanted: (place: Located): boolean => layout.sums === true && !readsAll && isNobodys(place),
    /** Counts of parts and totals are compared with each other, wanted or not. */
    isCompared: ({ kind }: NamedValue, { first, parent }: Located): boolean =>
      kind === "count" && !layout.sums && (first.area !== undefined || parent !== undefined),
  };
}

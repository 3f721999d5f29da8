// What the fast reader is told and hands over (fast/skim.ts): records that say nothing but words met before, and plain digits.

import type { Kind } from "../core/value-kind.ts";
import type { Located } from "./area-of.ts";
import type { Record } from "./csv/csv.ts";
import { type DuplicateCheck, UNSEEN } from "./duplicates.ts";
import type { PartsCheck } from "./parts-check.ts";
import type { RecordHash } from "./record-hash.ts";
import { addWhole } from "./record-sums.ts";
import type { RecordTime } from "./record-times.ts";
import type { Route, RouteEnd, Routes } from "./routes.ts";
import type { NamedValue } from "./series-of.ts";
import type { Layout } from "./sources/layout.ts";
import type { UnitCheck } from "./units.ts";
import type { WantedValues } from "./wanted-values.ts";

/** What a record says: its area, its period, and for each column of values what they are of. */
export interface RecordWords {
  readonly place: Located;
  readonly time: RecordTime;
  readonly named: readonly (NamedValue | undefined)[];
}

/** A record that is not taken apart until it is asked about. */
export interface Unread extends Record {
  readonly hash: () => RecordHash;
  /** The whole number in a column. */
  readonly number: (column: number) => number;
}

/** Kinds of which any whole number is one. */
const countable: readonly Kind[] = ["count", "rate", "base", "households", "change"];

/** What becomes of the records of a layout that are known by their words. */
export function knownRecords(
  layout: Layout,
  wants: WantedValues,
  routes: Routes,
  duplicates: DuplicateCheck,
  units: UnitCheck,
  parts: PartsCheck,
) {
  return {
    /**
     * Who wants the values of records of that area and these names, where each needs no more than its period and plain
     * digits to be added; nothing where a record of them has to be read in full.
     */
    routesFor(place: Located, all: RecordWords["named"]): readonly Route[] | undefined {
      const found: Route[] = [];
      for (let index = 0; index < all.length; index += 1) {
        const named = all[index];
        if (!named) continue;
        const isCompared = wants.isCompared(named, place) && parts.takes(named.seriesKey);
        const isSimple = !isCompared && countable.includes(named.kind);
        if (!isSimple) return undefined;
        const wantedBy = wants.areasWanting(named, place);
        if (wantedBy.length === 0) continue;
        if (!layout.sums || !units.isPlain(named)) return undefined;
        found.push(routes.of(named, place, wantedBy));
      }
      return found;
    },

    /** Takes a record of such values, which is of that time, with plain digits under all of them. */
    addKnown(ways: readonly Route[], time: RecordTime, row: Unread): void {
      // By number: until it is compiled, a loop over the values of a list makes objects at every turn.
      for (let way = 0; way < ways.length; way += 1) {
        const { values, kind, ends } = ways[way] as Route;
        const isDated = wants.isPeriodWanted(time, kind);
        const isKept = isDated || wants.isPeriodNear(time, kind);
        const seen = isDated && routes.isUsed(ends, time) ? duplicates.see(row.line, row.hash) : UNSEEN;
        const whole = values.counted || !isKept ? 1 : row.number(values.column);
        for (let index = 0; index < ends.length; index += 1) {
          const end = ends[index] as RouteEnd;
          if (!isDated) routes.note(end.dates, time);
          if (!isKept) continue;
          const sum = routes.sumAt(end, time);
          if (seen.isPassed) sum.passed += 1;
          else addWhole(sum, whole, row.line, seen);
        }
      }
    },
  };
}

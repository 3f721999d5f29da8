// When the records of a file are of: each period is made out once, however many records say it.

import { periodUnder } from "../core/heading-period.ts";
import { type Period, periodKey, UNSTATED } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { firstDayOf, monthOfDate } from "../core/spreadsheet-dates.ts";
import type { Kind } from "../core/value-kind.ts";
import type { CellPlaces } from "./cell-places.ts";
import type { Record } from "./csv/csv.ts";
import { wordsOf } from "./record.ts";
import type { Layout, ValueColumn } from "./sources/layout.ts";

/** When a record is of. */
export interface RecordTime {
  readonly words: string;
  /** Where the words are no period, what is said about that, if anything. */
  readonly period: Period | string | undefined;
  readonly key: string;
  /** Of the kinds asked about so far, whether the period is wanted. */
  readonly isWanted: Map<Kind, boolean>;
  /** Of those, whether it is near one that is wanted. */
  readonly isNear: Map<Kind, boolean>;
  /** Its place among the times of the file, from 0. */
  readonly number: number;
  /** Once asked for, its number among the periods that figures are given of; -1 until then. */
  date: number;
}

/** The periods of a file; what is odd about one, or cannot be read, is handed to `refuse`. */
export type RecordTimes = ReturnType<typeof recordTimes>;

/** Months in a year. */
const YEAR = 12;

export function recordTimes(cells: CellPlaces, { dates }: Layout, refuse: (found: Problem) => void) {
  const times = new Map<string, RecordTime>();
  /** Dates of one month are one time. */
  const byKey = new Map<string, RecordTime>();
  let numbers = 0;
  const periodOf = (words: string, heading: string): RecordTime["period"] => {
    const month = dates === "month begins" ? firstDayOf(words) : dates === "within" ? monthOfDate(words) : undefined;
    if (month !== undefined) return { from: month, to: month };
    const said = periodUnder(words, heading);
    const own = typeof said === "object" && said.from === said.to ? said.to : undefined;
    const last = dates === "year ending" ? (monthOfDate(words) ?? own) : undefined;
    return last === undefined ? said : { from: last - YEAR + 1, to: last };
  };
  return {
    /** When a record is of, as it says for these values. */
    of(row: Record, values: ValueColumn): RecordTime {
      const words = values.period ? wordsOf(row, values.period) : "";
      const known = times.get(words);
      if (known && (values.period || known.period === UNSTATED)) return known;
      const period = values.period ? periodOf(words, cells.headingOf(values.period, values)) : UNSTATED;
      const isPeriod = typeof period === "object";
      const key = isPeriod ? periodKey(period) : "";
      const same = dates ? byKey.get(key) : undefined;
      if (same && isPeriod) {
        times.set(words, same);
        return same;
      }
      const time: RecordTime = {
        words,
        period,
        key,
        isWanted: new Map(),
        isNear: new Map(),
        number: numbers,
        date: -1,
      };
      numbers += 1;
      times.set(words, time);
      byKey.set(key, time);
      if (values.period && isPeriod && period.doubt) {
        const at = cells.placeOfWords(row, values.period, values);
        refuse(problem("period-odd", at, cells.headingOf(values.period, values), words, period.doubt));
      }
      return time;
    },
    /** Refuses a record's period where it cannot be read. `isNew` says that no record said it before. */
    refuseUnread(row: Record, values: ValueColumn, { period, words }: RecordTime, isNew: boolean): void {
      const from = values.period ?? { text: "" };
      // What a heading says is wrong once, not once for each record below it.
      if (typeof period === "object" || ("text" in from && !isNew)) return;
      const at = cells.placeOfWords(row, from, values);
      refuse(problem("period-unknown", at, cells.headingOf(from, values), words, period));
    },
    /** How many there are so far, by which to tell whether the one just asked for is new. */
    count: (): number => times.size,
    /** Those that can be read, in the order in which they came. */
    periods: (): Period[] =>
      [...new Set(times.values())].flatMap(({ period }) => (typeof period === "object" ? period : [])),
  };
}

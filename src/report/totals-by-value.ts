// Rows that are the total of others by their numbers, whatever they are called: "All crime" beside each offence.

import { compareExact, type Exact, exact, plus } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import type { Measure, Plan } from "../plan/model.ts";
import type { PrintedNumber } from "./left-over.ts";

/** A row that comes to the sum of others. */
export interface TotalByValue {
  readonly whole: readonly string[];
  readonly parts: readonly string[];
  readonly period: Period;
  /** The same in the form of a printed number: the total without its parts is 0. */
  readonly known: PrintedNumber;
}

/** What is asked of a measure: the records of its series, and its number in the area and period. */
interface Asking {
  records(measure: Measure): readonly string[];
  number(measure: Measure): Exact | undefined;
}

/** Each row of the plan that, in a period, is the sum of all rows of a table, or of all others of its own. */
export function totalsByValue(plan: Plan, period: Period, { records, number }: Asking): readonly TotalByValue[] {
  const rows = plan.tables.map((table) =>
    table.measures
      .filter(({ isTotal, kind }) => !isTotal && (kind.bases.includes("count") || kind.bases.includes("people")))
      .filter(({ series }) => series.add.length > 0)
      .map((measure) => ({
        ...{ keys: records(measure), number: number(measure) },
        isOfPeople: measure.kind.bases.includes("people"),
      })),
  );
  return rows.flat().flatMap((whole) =>
    rows.flatMap((table): TotalByValue[] => {
      const parts = table.filter((one) => one !== whole);
      if (parts.some(({ isOfPeople }) => isOfPeople !== whole.isOfPeople)) return [];
      const keys = parts.flatMap((one) => one.keys);
      // A total is of rows that have nothing in common, and of which none is a part of it by name.
      const all = [...whole.keys, ...keys];
      if (parts.length < 2 || !whole.number || new Set(all).size < all.length) return [];
      let sum = exact(0);
      for (const part of parts) {
        if (!part.number) return [];
        sum = plus(sum, part.number);
      }
      if (compareExact(sum, whole.number) !== 0) return [];
      const often = new Map([...whole.keys.map((key) => [key, 1] as const), ...keys.map((key) => [key, -1] as const)]);
      return [{ whole: whole.keys, parts: keys, period, known: { often, period, value: exact(0), under: 0 } }];
    }),
  );
}

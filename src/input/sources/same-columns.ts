// Headings that stand twice: two columns that a source takes to say the same, of which nothing says which is meant.

import { nameKey } from "../../core/names.ts";
import type { ColumnPair, ValueColumn, Words } from "./layout.ts";

/**
 * Gathers the columns of a file that say the same. `headingOf` gives the words over a column; columns without any are
 * not compared, and neither are those that nobody asks for.
 */
export function repeatedHeadings(columns: readonly number[], headingOf: (column: number) => string) {
  const pairs: ColumnPair[] = [];
  return {
    /** The first column that fits, -1 where there is none; another that does is noted. */
    columnOf(pattern: RegExp): number {
      const found = columns.filter((column) => pattern.test(headingOf(column)));
      const [first, second] = found.filter((column) => headingOf(column) !== "");
      if (first !== undefined && second !== undefined) pairs.push([first, second]);
      return found[0] ?? -1;
    },
    /** Those that were noted, and columns of values that are of the same kind, series, area, period and level. */
    among(values: readonly ValueColumn[]): readonly ColumnPair[] {
      const first = new Map<string, number>();
      for (const { column, kind, series, area, period, level, where } of values) {
        // Of columns that do not say their series or period, those with the same heading are the same.
        const own = series && period ? "" : nameKey(headingOf(column));
        const id = JSON.stringify([said(kind), said(series), area, said(period), level, own, where]);
        const before = first.get(id) ?? column;
        if (before !== column) pairs.push([before, column]);
        first.set(id, before);
      }
      return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()].sort(([, a], [, b]) => a - b);
    },
  };
}

const said = (words: Words | undefined): unknown => (words && "text" in words ? nameKey(words.text) : words);

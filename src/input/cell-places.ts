// How problems speak of a file's cells: the words over them, and where they stand.

import type { Origin } from "../core/figure.ts";
import type { Record } from "./csv/csv.ts";
import type { Layout, ValueColumn, Words } from "./sources/layout.ts";

export type CellPlaces = ReturnType<typeof cellPlaces>;

/** The column that words about a value are read from: its own where a heading says them. */
const columnOf = (from: Words, values: ValueColumn): number =>
  "column" in from ? from.column : "columns" in from ? (from.columns[0] ?? 0) : values.column;

/** The names and places of the cells of a file; columns are counted from 0. */
export function cellPlaces(file: string, { headings }: Layout) {
  const headingAt = (column: number): string => headings[column] || `column ${column + 1}`;
  const placeOf = (row: Record, column: number): Origin => ({ file, line: row.line, column: column + 1 });
  return {
    headingAt,
    placeOf,
    /** The heading over words about a value, or the heading that says them. */
    headingOf: (from: Words, values: ValueColumn): string =>
      "text" in from ? from.text : headingAt(columnOf(from, values)),
    /** The cell that says words about a value. */
    placeOfWords: (row: Record, from: Words, values: ValueColumn): Origin => placeOf(row, columnOf(from, values)),
  };
}

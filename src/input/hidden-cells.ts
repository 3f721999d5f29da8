// Rows and columns that a workbook hides: they are read like the others, and that is a doubt.
import type { Cells } from "../core/figure.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { columnName } from "../core/problems/sentence.ts";
import type { Record } from "./csv/csv.ts";
import { lineRuns } from "./line-runs.ts";
import { columnsUsed } from "./record.ts";
import type { Layout } from "./sources/layout.ts";

/** From where to where: rows counted from 1, columns from 0. */
type Runs = readonly (readonly [first: number, last: number])[];

/** What nobody sees of a sheet: rows that hold something, and columns. */
export interface HiddenCells {
  readonly rows: Runs;
  readonly columns: Runs;
}

const isIn = (runs: Runs, at: number): boolean => runs.some(([first, last]) => first <= at && at <= last);

/** Takes the lines of a sheet's records as they are read, in order; at the end, what of them is hidden is a doubt. */
export function hiddenCheck(file: string, { rows, columns }: HiddenCells, layout: Layout) {
  const read = lineRuns();
  let next = 0;
  return {
    take(line: number): void {
      while ((rows[next]?.[1] ?? line) < line) next += 1;
      if (line >= (rows[next]?.[0] ?? Number.POSITIVE_INFINITY)) read.add(line);
    },
    doubts(): Doubt[] {
      const values = new Set(layout.values.map(({ column }) => column));
      const hidden = columnsUsed(layout).filter((column) => isIn(columns, column));
      // A hidden column of names is about every figure of the sheet, one of values about its own.
      const isOfValues = hidden.every((column) => values.has(column));
      const cells = { file, ...(isOfValues && { columns: hidden.map((column) => column + 1) }) };
      return [...rowDoubts(file, read.all()), ...columnDoubts(file, hidden, cells)];
    },
  };
}

/** The same of a sheet that is not read, as its layout is not known. */
export function hiddenIn(file: string, { rows, columns }: HiddenCells, head: readonly Record[]): Doubt[] {
  const filled = new Set(head.flatMap(({ cells }) => [...cells.keys()].filter((column) => cells[column] !== "")));
  const hidden = [...filled].filter((column) => isIn(columns, column));
  return [...rowDoubts(file, rows), ...columnDoubts(file, hidden, { file })];
}

function rowDoubts(file: string, runs: Runs): Doubt[] {
  const [first] = runs;
  if (!first) return [];
  const count = runs.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return [doubt("hidden-cells", { file, line: first[0] }, { file, lines: runs }, "row", count, namesOf(runs, String))];
}

function columnDoubts(file: string, hidden: readonly number[], cells: Cells): Doubt[] {
  const runs = lineRuns();
  for (const column of [...hidden].sort((a, b) => a - b)) runs.add(column);
  const [first] = runs.all();
  if (!first) return [];
  const place = { file, column: first[0] + 1 };
  return [doubt("hidden-cells", place, cells, "column", runs.count(), namesOf(runs.all(), columnName))];
}

/** "4 to 5", "C". */
const namesOf = (runs: Runs, name: (at: number) => string): readonly string[] =>
  runs.map(([first, last]) => (first === last ? name(first) : `${name(first)} to ${name(last)}`));

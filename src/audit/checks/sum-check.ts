// One sum of a table: the cells that take part, whether it holds, and what to say where it does not.

import { add, type Interval, point, subtract } from "../../core/interval.ts";
import { minus, ZERO } from "../../core/number.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import type { AuditColumn } from "./audit-column.ts";
import { type PrintedValue, type Role, roleKey, type Values } from "./cells.ts";
import type { Finding } from "./findings.ts";

/** A cell that takes part in a sum, and what it would have to be for the sum to hold. */
export interface SumPart {
  readonly line: number;
  readonly value: PrintedValue;
  readonly needed: Interval;
}

/** One thing that was added up: whether it holds, and what to say where it does not. */
export interface SumCheck {
  readonly check: "shares" | "total" | "base" | "target";
  readonly line: number;
  readonly column: number;
  readonly measure: string;
  readonly printed: string;
  readonly status: "matches" | "other-rounding" | "does-not-match" | "cannot-be-checked";
  readonly range: Interval | undefined;
  readonly finding: Finding | undefined;
  /** Its cells, where one of them may be told to be the wrong one. */
  readonly parts?: () => readonly SumPart[];
}

export interface SumContext {
  readonly table: PublishedTable;
  readonly columns: readonly AuditColumn[];
  readonly rows: readonly { readonly row: TableRow; readonly values: Values }[];
  readonly force: string;
}

/** A number, and the line that it stands in. */
export interface NumberAt {
  readonly line: number;
  readonly value: PrintedValue;
}

/** The numbers that some rows have in one role. */
export const cellsIn = (rows: SumContext["rows"], role: Role): NumberAt[] =>
  rows.flatMap(({ row, values }) => {
    const value = values.get(roleKey(role));
    return value ? [{ line: row.line, value }] : [];
  });

export const sumOf = (parts: readonly Interval[]): Interval => parts.reduce(add, point(ZERO));

/** What each of some cells must be for them to add to a whole. */
export const partsOf = (cells: readonly NumberAt[], sum: Interval, must: Interval): SumPart[] =>
  cells.map(({ line, value }) => {
    const others = { from: minus(sum.from, value.interval.from), to: minus(sum.to, value.interval.to) };
    return { line, value, needed: subtract(must, others) };
  });

export const placeIn = ({ table, columns }: SumContext, row: TableRow, column: number) => ({
  file: table.file,
  line: row.line,
  column,
  measure: row.name,
  heading: columns[column - 1]?.heading.text,
});

/** "Total", "Grand total", "Sub-total", "All crime (total)": a row that says that others add to it. */
export const isTotal = (name: string): boolean => /^(grand |sub-?)?totals?\b|^sum of\b|\(total\)$/i.test(name);

// The contract of the audit's checks: what one is given, and what it says of the cells of a table.

import type { Interval } from "../../core/interval.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import { type Finding, placeIn } from "../findings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import type { CellAudit, PlanTables } from "../result.ts";
import type { RowAudit } from "../rows/audit-row.ts";
import type { Status } from "../rows/check-row.ts";
import type { Population } from "../rows/population.ts";
import type { PrintedValue, Values } from "../rows/printed-value.ts";

/** A table of which it is known what its columns hold. */
export interface HeadedTable {
  readonly table: PublishedTable;
  readonly columns: readonly AuditColumn[];
}

/** A table whose numbers are known by what they are. */
export interface NumberedTable extends HeadedTable {
  readonly rows: readonly { readonly row: TableRow; readonly values: Values }[];
  readonly force: string;
}

/** A table of which every row is audited, and every cell found that several checks blame. */
export interface AuditedTable extends NumberedTable {
  readonly rows: readonly RowAudit[];
  readonly populations: readonly Population[];
  /** The tables that are audited together, this one among them. */
  readonly all: readonly HeadedTable[];
  readonly plan: PlanTables | undefined;
}

/** A check of a table: a file of the shelf. */
export type AuditCheck = { readonly name: string } & (SumsUp | OfCells | OfTable);

/**
 * A check of cells that must come to something together. It is made before any cell is blamed: two that fail together, or
 * one and a check of a row, may tell which cell is wrong, and are then told as one.
 */
interface SumsUp {
  readonly sums: (given: NumberedTable) => readonly CellCheck[];
}
/** Any other check of cells. */
interface OfCells {
  readonly cells: (given: AuditedTable) => readonly CellCheck[];
}
/** A check of headings, or of the table as a whole. */
interface OfTable {
  readonly find: (given: AuditedTable) => readonly Finding[];
}

/** A cell that takes part in a sum, and what it would have to be for the sum to hold. */
export interface SumPart {
  readonly line: number;
  readonly value: PrintedValue;
  readonly needed: Interval;
}

/** One check of one cell: whether it holds, and what is found. */
export interface CellCheck {
  readonly row: TableRow;
  readonly column: number;
  /** What the cell is checked for, as the JSON has it: "total"; nothing where it is not held to anything. */
  readonly check?: string;
  readonly status?: Status;
  readonly range?: Interval | undefined;
  /** The rounding or the basis by which it does match. */
  readonly by?: string | undefined;
  readonly why?: string | undefined;
  readonly finding?: (Pick<Finding, "class" | "message"> & Partial<Finding>) | undefined;
  /** The cells that are added, where one of them may be told to be the wrong one. */
  readonly parts?: () => readonly SumPart[];
}

/** What is found of a cell, with its place. */
export const findingOf = (table: PublishedTable, { row, column, range, finding }: CellCheck): Finding[] =>
  finding
    ? [{ ...placeIn(table, row, column), printed: row.cells[column - 1] ?? "", ...(range && { range }), ...finding }]
    : [];

/** The cell as the audit lists it; nothing where it is not held to anything. */
export const cellOf = ({ row, column, check, status, range, by, why }: CellCheck): CellAudit[] =>
  check !== undefined && status
    ? [
        {
          ...{ line: row.line, column, measure: row.name, check, printed: row.cells[column - 1] ?? "" },
          ...{ status, range, by, why },
        },
      ]
    : [];

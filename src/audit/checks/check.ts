// The contract of the audit's checks: what one is given, and what it says of the cells of a table.

import type { Interval } from "../../core/interval.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import type { Finding } from "../findings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import type { CellAudit, PlanTables } from "../result.ts";
import type { RowAudit } from "../rows/audit-row.ts";
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
export type AuditCheck = {
  readonly name: string;
} & (SumsUp | Finds);

/**
 * A check of cells that must come to something together. It is made before any cell is blamed: two that fail together, or
 * one and a check of a row, may tell which cell is wrong, and are then told as one.
 */
interface SumsUp {
  readonly sums: (given: NumberedTable) => readonly SumCheck[];
}

/** Any other check: what it finds, and the cells that it settles or cannot. */
interface Finds {
  readonly find: (given: AuditedTable) => {
    readonly findings: readonly Finding[];
    readonly cells?: readonly CellAudit[];
  };
}

/** A cell that takes part in a sum, and what it would have to be for the sum to hold. */
export interface SumPart {
  readonly line: number;
  readonly value: PrintedValue;
  readonly needed: Interval;
}

/** One thing that was added up: whether it holds, and what to say where it does not. */
export interface SumCheck {
  /** What the cell is checked for, as the JSON has it: "total". */
  readonly check: string;
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

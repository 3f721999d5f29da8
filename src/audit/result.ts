// What an audit is given and what it finds. An audit that checked nothing says nothing of what is right.

import type { Interval } from "../core/interval.ts";
import type { Cell } from "../output/table.ts";
import type { Columns } from "./columns/audit-column.ts";
import type { CommentAudit } from "./comments/context.ts";
import type { Finding } from "./findings.ts";
import type { Comment } from "./read/read-comments.ts";
import type { PublishedTable } from "./read/read-table.ts";
import type { RowAudit } from "./rows/audit-row.ts";
import type { Status } from "./rows/check-row.ts";
import type { Population } from "./rows/population.ts";
import type { Role } from "./rows/printed-value.ts";

/** One check of one cell. */
export interface CellAudit {
  readonly line: number;
  readonly column: number;
  readonly measure: string;
  readonly check: string;
  readonly printed: string;
  readonly status: Status;
  readonly range?: Interval | undefined;
  /** The rounding or the basis by which it does match. */
  readonly by?: string | undefined;
  readonly why?: string | undefined;
}

export interface TableAudit {
  readonly table: PublishedTable;
  readonly columns: Columns;
  readonly rows: readonly RowAudit[];
  readonly cells: readonly CellAudit[];
  readonly populations: readonly Population[];
}

export interface Audit {
  readonly tables: readonly TableAudit[];
  readonly comments: readonly CommentAudit[];
  readonly findings: readonly Finding[];
}

export interface AuditInput {
  readonly tables: readonly PublishedTable[];
  readonly columnsOf: (table: PublishedTable) => Columns;
  /** The comments of a file; nothing where none was given. */
  readonly comments: readonly (Comment & { readonly aim?: string | undefined })[] | undefined;
  readonly plan?: PlanTables | undefined;
  /** Files that were named and hold no table. */
  readonly others?: readonly string[];
}

export interface PlanCell {
  readonly role: Role;
  readonly heading: string;
  readonly cell: Cell;
}

/** The rows of a plan's tables, each cell with what it is. */
export interface PlanTables {
  readonly priorities: readonly string[];
  readonly rows: readonly { readonly measure: string; readonly force: string; readonly cells: readonly PlanCell[] }[];
}

/** How many checks of cells and claims of comments were settled, for or against. */
export const checksOf = ({ tables, comments }: Audit): number =>
  tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== "cannot-be-checked").length +
  comments.reduce((sum, { settled }) => sum + settled, 0);

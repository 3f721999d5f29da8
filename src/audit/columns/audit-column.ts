// The columns of a table under audit, and what each one holds.
import type { Period } from "../../core/period.ts";
import type { PeriodRole } from "../read/heading-periods.ts";
import type { Heading } from "../read/read-table.ts";
import type { Role } from "../rows/printed-value.ts";

/** What says what a column holds. */
export const saidBy = ["heading", "figures", "hand"] as const;

export interface AuditColumn {
  readonly heading: Heading;
  /** Nothing where neither its heading nor its figures say what it holds. */
  readonly role: Role | undefined;
  readonly by: (typeof saidBy)[number];
  /** Why it is not checked, where that is known from its heading or its cells. */
  readonly why?: string;
  /** What its heading says, where its figures contradict that. */
  readonly headedAs?: Role;
  /** How many rows hold with the column taken for what it is, and how many did not as it is headed. */
  readonly evidence?: { readonly hold: number; readonly failed: number };
}

export interface Columns {
  readonly columns: readonly AuditColumn[];
  /** The names of areas, the force first. */
  readonly areas: readonly string[];
  /** The times of its levels: "baseline", "current", and the names of any others. */
  readonly slots: readonly string[];
  readonly force: string;
  readonly periods: Readonly<Partial<Record<PeriodRole, Period>>>;
  /** Whether it is plain which period an aim starts from. */
  readonly hasBaseline: boolean;
}

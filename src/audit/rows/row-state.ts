// A row under audit: its numbers, where each of them stands, and how a sentence names them.

import { type Interval, rangeText } from "../../core/interval.ts";
import { withThousands } from "../../core/number.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import type { CellPlace, Finding } from "../findings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import type { Population } from "./population.ts";
import { type PrintedValue, roleWords, type Values } from "./printed-value.ts";

/** What a row is audited with. */
export interface TableContext {
  readonly table: PublishedTable;
  readonly columns: readonly AuditColumn[];
  readonly force: string;
  /** Whether it is plain which period an aim starts from. */
  readonly hasBaseline: boolean;
  readonly populations: readonly Population[];
  /** Columns that are on their usual basis in most rows. */
  readonly settled: ReadonlySet<number>;
  /** Checks that most rows fail, by column and name, with why that convicts none of them. */
  readonly unsettled: ReadonlyMap<string, string>;
}

export interface RowState {
  readonly row: TableRow;
  readonly values: Values;
  readonly place: (column: number | undefined) => CellPlace & Pick<Finding, "measure" | "heading">;
  readonly context: TableContext;
}

/** A cell that may be wrong, and what it should be. */
export interface Suspect {
  readonly value: PrintedValue;
  readonly range: Interval;
}
export interface Blame extends Suspect {
  /** The sums of the table that it breaks. */
  readonly sums: readonly { readonly check?: string }[];
}

/** The numbers of a row with another in the place of one. */
export const replaced = (values: Values, value: PrintedValue, interval: Interval): Values =>
  new Map([...values].map(([key, one]) => [key, one === value ? { ...one, interval, number: interval.from } : one]));

/** "628,131 to 628,139" */
export const persons = (range: Interval): string => rangeText(range, 0).split(" ").map(withThousands).join(" ");
export const inputWords = (inputs: readonly PrintedValue[]): string =>
  inputs
    .map((input) =>
      input.column === undefined
        ? `a population of ${persons(input.interval)}`
        : `${roleWords(input.role)} ${input.text}`,
    )
    .join(" and ");

export const bare = ({ file, line, column }: CellPlace): CellPlace => ({ file, line, column });

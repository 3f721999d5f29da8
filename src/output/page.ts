// Tables and charts that are not a report: what compare, trend and diff print.
import type { Publishing } from "../plan/publishing-schema.ts";
import type { Chart } from "./chart.ts";
import type { Table } from "./table.ts";

/** Tables and charts that are not a report: what `compare` and `trend` print. */
export interface Page {
  /** The name of its files, without an ending. */
  readonly name: string;
  readonly title: string;
  /** What a page to publish is headed by, where its title names files. */
  readonly heading?: string;
  readonly tables: readonly Table[];
  /** The same for a page to publish, without what only those who check it ask for. */
  readonly published?: readonly Table[];
  /** The same for a terminal or a document, in the same places, without columns that only pages and files have room for. */
  readonly narrow?: readonly Table[];
  /** Those of a place belong to the table of that place; a table may have none. */
  readonly charts: readonly (readonly Chart[])[];
  /** A table with charts is folded away below them on a page to publish. */
  readonly isFolded?: boolean;
  /** What the plan says of its publication. */
  readonly publishing?: Publishing;
  readonly json: object;
  /** Its tables are of one kind, and are one where there are no pages. */
  readonly isOne?: boolean;
}

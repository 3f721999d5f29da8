// How a source is declared: which headings it is known by, and what the columns under which headings mean.

import type { Kind } from "../../core/value-kind.ts";
import type { AreaType } from "../../data/areas.ts";
import type { AreaColumns, Layout } from "./layout.ts";

/** Where a declared column's series, period or kind is said. */
export type From =
  /** In its own heading, in the heading that stands over it and its neighbours, or in the lines above the headings. */
  | "own"
  | "above"
  | "title"
  /** The own heading put into a template, "mid-{0}"; {1} is what the first group of the rule's heading catches. */
  | { readonly heading: string }
  /** In other columns of the record, by their headings, put into a template: "{0} Q{1}". */
  | { readonly columns: readonly RegExp[]; readonly template?: string }
  | { readonly text: string }
  /** What a pattern catches in the lines above the headings, put into a template where it catches several: "{1} ({2})". */
  | { readonly title: RegExp; readonly template?: string };

/** The cell under a heading is one of these texts, or none of them. */
export interface Where {
  readonly column: RegExp;
  readonly is?: readonly string[];
  readonly not?: readonly string[];
}

export interface ColumnRule {
  /** The heading of the columns meant; cleaned of notes and line breaks. */
  readonly heading: RegExp;
  /** Words of a column that are not themselves kinds mean the kind of the first pattern that they fit. */
  readonly kind: Kind | { readonly columns: readonly RegExp[]; readonly as?: readonly (readonly [RegExp, Kind])[] };
  /** Of several, the first that the file has; of the last with a title, the plan may say what it does not. */
  readonly series: From | readonly From[];
  /** Of several, the first that the file has. */
  readonly period: From | readonly From[];
  /** Words added to the series, to keep two kinds of it apart, by the heading over a column and the one above that. */
  readonly suffix?: (own: string, above: string) => string;
  readonly level?: number;
  /** What the headings above the column, or the lines above them, must say. */
  readonly within?: RegExp;
  /** Which records have a value of this rule; `not` counts for nothing in a file without that column. */
  readonly where?: Where;
  /** Of percentages, that they are written as fractions of 1. */
  readonly fraction?: boolean;
  /** Each record is one of what the column says. */
  readonly counted?: boolean;
}

export interface SheetSource {
  readonly name: string;
  /** Each stands in the row of headings. */
  readonly headings: readonly RegExp[];
  /** None of these does: another source has them. */
  readonly without?: readonly RegExp[];
  /** The lines above the headings must not say this. */
  readonly unless?: RegExp;
  /** None but these headings: any other column may be what was cut off a number by a comma. */
  readonly exact?: boolean;
  /** The lines above the headings, or the units below them, must say this, where there are any (`titled`: there must be). */
  readonly title?: RegExp;
  readonly titled?: boolean;
  readonly areas: readonly (Pick<AreaColumns, "type" | "totals"> & { readonly name: RegExp; readonly code?: RegExp })[];
  /** The row of a region stands above those of its forces: of one name, the first is the region's. */
  readonly regionsAbove?: boolean;
  /** What headings and titles say that tells numbers from rates. */
  readonly speaks?: RegExp;
  /** Where the title names the one area of a file without a column of areas. */
  readonly areaInTitle?: RegExp;
  /** Rows of headings above and below the one with the headings named. */
  readonly above?: number;
  readonly below?: number;
  /** The name of a column without a heading right of the areas: analysts cut the row that names it. */
  readonly unnamed?: string;
  readonly rules: readonly ColumnRule[];
  readonly sums?: boolean;
  /** Headings of all columns over whose values records add up: two of one figure, or a total among its parts, are refused. */
  readonly adds?: RegExp;
  /** Why records without a figure are left out of such sums; where nothing is said, they leave no sum. */
  readonly leftOut?: string;
  /** What dates stand for as periods. */
  readonly dates?: Layout["dates"];
  /** Of a file of one record an event, the number by which each is known, and the columns that are updated later. */
  readonly event?: { readonly id: RegExp; readonly updated: readonly RegExp[] };
  /** The row of an area may stand once more, alike, among those that it is compared with. */
  readonly restates?: boolean;
  /** What a line of text says that begins another table, which is not read. */
  readonly ends?: RegExp;
  /** Lines of text may not stand among the records. */
  readonly strict?: boolean;
  readonly lookup?: Lookup;
}

/** Columns of a file without figures that says which area is part of which. */
export interface Lookup {
  readonly name: RegExp;
  readonly code: RegExp;
  readonly within: RegExp;
  readonly aliases: readonly RegExp[];
  readonly type: AreaType;
}

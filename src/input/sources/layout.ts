// The contract of the sources: where in a file each value is, and what a source declares.

import type { Place } from "../../core/problems/sentence.ts";
import type { Kind } from "../../core/value-kind.ts";
import type { Area, AreaType } from "../../data/areas.ts";
import type { Record } from "../csv/csv.ts";

/** Where a name comes from: columns of each record put into a template, or words for the whole column of values. */
export type Words =
  | { readonly column: number }
  | { readonly columns: readonly number[]; readonly template: string }
  | { readonly text: string };

/** Where a record's area stands: the first of these whose name is not blank, with its code and type where known. */
export interface AreaColumns {
  readonly name: number;
  readonly code?: number;
  readonly type?: AreaType;
  /** What a name begins with that is of the areas around those of this type: "Total West Midlands" is the region. */
  readonly totals?: RegExp;
}

/** How a plan says that numbers are written. The powers of ten are what they have to be multiplied by. */
export interface WrittenForm {
  /** Of rates: per 100,000 is -2, as they are printed per 1,000. */
  readonly per?: number | undefined;
  /** Of what can be added: thousands are 3. */
  readonly scale?: number | undefined;
  /** Of percentages, that they are fractions of 1: 0.6072 is 60.72 %. */
  readonly fraction?: boolean | undefined;
}

/** A column of values, and what each value in it is of. */
export interface ValueColumn {
  /** Of values that are counted, a record being one, the column that says what it is one of. */
  readonly column: number;
  readonly counted?: boolean;
  readonly kind: Words;
  /** What words that are not kinds mean. */
  readonly kinds?: readonly (readonly [RegExp, Kind])[];
  readonly area: Words | readonly AreaColumns[];
  /** Nothing, as with the period, where the file does not say it: the plan must. */
  readonly series: Words | undefined;
  readonly period: Words | undefined;
  /** How the plan says that its numbers are written. */
  readonly written?: WrittenForm;
  /** Which records have a value there; where nothing is said, all. */
  readonly where?: readonly Condition[];
  /** What stands over the column, the nearest first, and above all headings. */
  readonly says?: { readonly headings: readonly string[]; readonly titles: readonly string[] };
  /** Of series of one name in several columns (group, subgroup, offence), the lowest level is the one meant. */
  readonly level?: number;
}

/** What a file's records mean: long tables, periods across and areas across are all lists of value columns. */
export interface Layout {
  readonly source: string;
  readonly headings: readonly string[];
  /** The lines above the headings of a file that the plan maps. */
  readonly title?: string;
  /** The first record of data, counted from 0 among the file's records. */
  readonly firstRecord: number;
  readonly values: readonly ValueColumn[];
  /** Records of one series, area and period are parts of one figure, to be added. */
  readonly sums?: boolean;
  /** Of a file of one record an event, the column of the number by which each is known, and those that are updated later. */
  readonly event?: { readonly id: number; readonly updated: readonly number[] };
  /** The row of an area may stand once more, alike, among those that it is compared with. */
  readonly restates?: boolean;
  /** The row of a region stands above those of its forces: of one name, the first is the region's. */
  readonly regionsAbove?: boolean;
  /** What a date stands for as a period: the month that it begins, the month it is in, or the 12 months to it. */
  readonly dates?: "month begins" | "within" | "year ending";
  /** Which records are read. */
  readonly where?: readonly Condition[];
  /** Columns over whose values the records of a figure add up. */
  readonly additions?: Additions;
  /** Lines of text may stand among the records and after them: units, sources, notes. */
  readonly notes?: boolean;
  /** What a line of text says that begins another table, which is not read. */
  readonly ends?: RegExp;
  /** The digits of notes may be glued to the names of areas. */
  readonly footnotes?: boolean;
  /** A file of areas instead of figures: which area each record is of, and what it is within. */
  readonly areaOf?: (cells: readonly string[]) => Area;
  /** Columns that say the same, by the line of their headings: nothing says which is meant, and the file is not read. */
  readonly twice?: { readonly line: number; readonly columns: readonly ColumnPair[] };
}

/** Records are read whose cell in a column is one of some texts, or none of them. */
export interface Condition {
  readonly column: number;
  readonly is?: readonly string[] | undefined;
  readonly not?: readonly string[] | undefined;
  /** Where the plan says it, if the plan does. */
  readonly place?: Place;
}

/** The columns that records add up over, and where the plan says so, if it does. */
export interface Additions {
  readonly columns: readonly number[];
  readonly place?: Place;
  /** Why records without a figure are left out; where nothing is said, they leave no sum. */
  readonly leftOut?: string | undefined;
}

export interface Source {
  readonly name: string;
  /** The layout of a file of this source, known by its headings and titles; nothing for any other file. */
  recognises(records: readonly Record[]): Layout | undefined;
}

/** Two columns that say the same, counted from 0. */
export type ColumnPair = readonly [first: number, second: number];

// The shelf of sources. A source says which of a file's columns mean what; adding one is a file and its line here.
import type { Record } from "../csv.ts";
import type { Kind } from "../observations.ts";
import { tidy } from "./tidy.ts";

/** Where a name comes from: a column of each record, or words that hold for the whole column of values. */
export type Words = { readonly column: number } | { readonly text: string };

/** A column of values, and what each value in it is of. */
export interface ValueColumn {
  readonly column: number;
  readonly kind: Words;
  readonly area: Words;
  readonly series: Words;
  readonly period: Words;
  /** The column holds shares as fractions of 1: 0.6072 is 60.72 %. */
  readonly fraction?: boolean | undefined;
}

/** What a file's records mean: long tables, periods across and areas across are all lists of value columns. */
export interface Layout {
  readonly source: string;
  readonly headings: readonly string[];
  /** The first record of data, counted from 0 among the file's records. */
  readonly firstRecord: number;
  readonly values: readonly ValueColumn[];
}

export interface Source {
  readonly name: string;
  /** The layout of a file of this source, known by its headings and titles; nothing for any other file. */
  recognises(records: readonly Record[]): Layout | undefined;
}

export const sources: readonly Source[] = [tidy];

export type { Kind };

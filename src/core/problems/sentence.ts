// What a sentence about bad input is made of: its place, its hint, and words in quotation marks.
import { MOST_LISTED, OWN_TABLE, signApart } from "../names.ts";

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Sentence {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly note?: (Place & { readonly message: string }) | undefined;
  readonly severity?: "warning";
}

/** A sentence of a doubt: besides what it says, what it is of and its value as it stands, by which a plan accepts it. */
export interface DoubtSentence {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly note?: Sentence["note"];
  /** What is doubted, in words that a moved line does not change: "Robbery, Gloucestershire, May 2023". */
  readonly at: string;
  /** What it is now; where it becomes something else, what was accepted is open again. */
  readonly value: string;
}

/** A text as it stands, the beginning of a long one. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;

/** Names in a row, the first of many. */
export const listed = (names: readonly string[], most = MOST_LISTED): string =>
  names.length > most ? `${names.slice(0, most).join(", ")} and ${names.length - most} more` : names.join(", ");

/** "1 error", "2 errors". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The nearest known name, if there is one; of one that looks the same as what was written, the sign that differs. */
export function meant(known: string | undefined, written = ""): string {
  if (known === undefined) return "";
  const sign = signApart(written, known);
  const code = sign?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  const differs = sign === undefined ? "" : ` They look alike, but one is written with ${quoted(sign)} (U+${code})`;
  return `; did you mean ${known}?${differs}`;
}

/** What a file is known as, for a sentence: the name of its source; of a table that the tool's own headings make, whose it is. */
export const sourceWords = (source: string): string => (source === OWN_TABLE ? `your ${source}` : source);

/** The same with the headings by which such a table is known. */
export const sourceInFull = (source: string): string =>
  source === OWN_TABLE ? `${sourceWords(source)} (area, series, period, kind, value)` : source;

/** A column counted from 0, as spreadsheets name it: "A", "AB". */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

/** A word as a plan would have it: in quotation marks where YAML would read it otherwise. */
export const asYaml = (text: string): string => (/^[\p{L}][\p{L}\d ()/.-]*$/u.test(text) ? text : JSON.stringify(text));

// What a sentence about bad input is made of: its place, its hint, and words in quotation marks.
import { MOST_LISTED } from "../names.ts";

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

/** A text as it stands, the beginning of a long one. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;

/** Names in a row, the first of many. */
export const listed = (names: readonly string[], most = MOST_LISTED): string =>
  names.length > most ? `${names.slice(0, most).join(", ")} and ${names.length - most} more` : names.join(", ");

/** The nearest known name, if there is one. */
export const meant = (known: string | undefined): string => (known === undefined ? "" : `; did you mean ${known}?`);

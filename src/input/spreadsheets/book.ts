// A workbook as it is read, whichever format it is of: sheets of rows, sparse, with the cells that were merged.

/** A cell that holds something, at its column counted from 0. */
export interface SheetValue {
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
  /** Its formula takes it from another workbook. */
  readonly isFromOutside?: boolean;
}

/** How large a sheet can be in the programs that make them. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export interface SheetRow {
  /** Counted from 1, as the spreadsheet shows it. */
  readonly line: number;
  readonly values: readonly SheetValue[];
  /** Nobody sees it: it was hidden, filtered away, folded, or has no height. */
  readonly isHidden?: boolean;
}

/** How many rows a merged cell takes, by "line:column" of its first. */
export type Merged = ReadonlyMap<string, number>;

/** The first and the last of some rows, or of some columns. */
export type Span = readonly [first: number, last: number];

/** What is known of a sheet once all its rows have gone by. */
export interface SheetShape {
  readonly merged: Merged;
  /** Columns that nobody sees, counted from 0. */
  readonly hiddenColumns: readonly Span[];
}

export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its rows that hold anything, from the top, and in the end its shape. `came` is told how far it has come, of 1. */
  readonly rows: (came?: (done: number, of: number) => void) => Generator<readonly SheetRow[], SheetShape>;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly hasMacros: boolean;
}

// A table as every format prints it: its columns and rows of cells, and the notes that must be read with it.

import { type Figure, isKnown, isWord, type MissingFigure } from "../core/figure.ts";
import { standingWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { formatFigure, formatWithUnit } from "../report/format-figure.ts";
import type { Standing } from "../report/standing.ts";

export type Cell =
  | { readonly text: string; readonly standing?: Standing }
  | { readonly yes: boolean }
  /** With its unit where its column holds several. */
  | { readonly figure: Figure; readonly places: number; readonly withUnit?: true };

/** The headings of what a table says of an aim. */
export type AimHeading = "Aim" | "target" | "achieved?" | "reading" | "due by now" | "on track?";
/** What a cell that is no figure of the data tells. */
export type Topic = "name" | "priority" | "compared" | AimHeading;

export interface Column {
  /** Columns of one group stand together: "Baseline: 2019". */
  readonly group: string;
  readonly heading: string;
  /** What its values are, whichever area they are of: columns of one kind belong side by side. */
  readonly kind?: string;
  readonly numeric: boolean;
  /** Its figures are in several units, which tables for machines give in a column of that name. */
  readonly unitHeading?: string;
  /** Nothing for a column of figures. */
  readonly topic?: Topic;
}

/** A table as every format prints it; its first column names the rows, and no two columns share group and heading. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What must be read with the table: periods and populations, shorthand, the reason for each missing figure. */
  readonly notes: readonly string[];
  /** The notes that are of some of its rows, with the names of those. */
  readonly notedRows?: ReadonlyMap<string, readonly string[]>;
  /** What the table is of, under headings of their own, where it stands in one with others of its kind. */
  readonly of?: readonly (readonly [heading: string, text: string])[];
}

/** The heading of a column that stands by itself: no two of a table are alike. */
export const fullHeading = ({ group, heading }: Column): string =>
  group === "" || group === heading ? heading : say("heading.grouped", { group, heading });

/** A column of that heading under no group. */
export const columnNamed = (heading: string, numeric = false): Column => ({ group: "", heading, numeric });

/** A cell of a standing, which may be shown with its sign and its colour. */
export const standingCell = (standing: Standing): Cell => ({ text: standingWords(standing), standing });

/** Cells that are words. */
export const textCells = (...texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));

/** A cell as text for people. */
export function cellText(cell: Cell): string {
  if ("text" in cell) return cell.text;
  if ("yes" in cell) return cell.yes ? say("cell.yes") : "";
  return (cell.withUnit ? formatWithUnit : formatFigure)(cell.figure, cell.places);
}

/** A figure of a kind that a measure does not have, in a table where others have it; it needs no reason below. */
export const notApplicable: Cell = {
  figure: {
    gap: {
      mark: "z",
      get reason() {
        return say("gap.no-such-figure");
      },
    },
    unit: "count",
    from: [],
  },
  places: 0,
};

/** Whether a cell lacks a figure that its measure should have, so that a note owes the reason. */
export const isGap = (cell: Cell): cell is Extract<Cell, { figure: Figure }> & { readonly figure: MissingFigure } =>
  "figure" in cell && cell !== notApplicable && !isKnown(cell.figure) && !isWord(cell.figure);

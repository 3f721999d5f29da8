// A workbook as a value, and how its cells are shown in whichever format it is written.

import { withThousands } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import type { PlainCell, PlainColumn } from "./flat-table.ts";
import { textWidth } from "./markup/text-width.ts";

export interface Workbook {
  readonly title: string;
  readonly language: string;
  readonly sheets: readonly Sheet[];
}

/** A sheet: its title in A1, lines below it in column A, and at most one table, with nothing below that. */
export interface Sheet {
  /** At most 31 letters, digits and underscores; no two sheets share one. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** The sheet that a line above the table leads back to, by its name. */
  readonly back?: string;
  readonly table?: SheetTable;
}

interface SheetTable {
  /** Begins with a letter or an underscore and is no cell's address; no two tables share one. */
  readonly name: string;
  readonly columns: readonly PlainColumn[];
  /** No cell is blank. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A text may lead to another sheet, by its name. */
export type SheetCell = PlainCell | { readonly text: string; readonly link: string };

/** A text that leads to another sheet. */
export type SheetLink = Extract<SheetCell, { link: string }>;

/** Whether a text above a table fits across the empty cells beside it, so that it is not wrapped into column A. */
export const fitsAbove = (sheet: Sheet, text: string, room: number): boolean =>
  sheet.table !== undefined &&
  textWidth(text, text === sheet.title ? TITLE_POINTS : POINTS, text === sheet.title) / DIGIT <= room;

/** What stands in column A between the title and the table: its lines, and the way back. */
export const aboveTable = ({ lines, back }: Sheet): (string | SheetLink)[] => [
  ...lines,
  ...(back === undefined ? [] : [{ text: say("workbook.back"), link: back }]),
];

/** How wide a column is to be, in letters: its longest word or number fits, and the way back in the first. */
export function widthsOf(sheet: Sheet): number[] {
  const { title, table, back } = sheet;
  if (!table) return [WIDEST_TEXT];
  return table.columns.map(({ heading, numeric }, column) => {
    const shown = table.rows.map((row) => shownIn(row[column]));
    const word = Math.max(...heading.split(" ").map((one) => textWidth(one, POINTS, true) / DIGIT));
    // Capitals are wider than digits.
    const longest = Math.ceil(Math.max(...shown.map((one) => Math.max(one.length, textWidth(one, POINTS) / DIGIT)), 0));
    const first =
      title.length > LONG_TITLE ? NARROWEST_FIRST : back === undefined ? 0 : say("workbook.back").length + 2;
    const least = column === 0 ? Math.max(NARROWEST, first) : NARROWEST;
    return Math.max(least, Math.ceil(word) + 2, Math.min(longest + 2, numeric ? WIDEST_NUMBER : WIDEST_TEXT));
  });
}
const [NARROWEST, NARROWEST_FIRST, WIDEST_NUMBER, WIDEST_TEXT] = [12, 40, 24, 70];
/** A title of more letters may be wrapped in the first column. */
const LONG_TITLE = 75;
/** The size of letters and of those of titles in points, and the width of a digit of that size, which widths of columns are counted in. */
const [POINTS, TITLE_POINTS, DIGIT] = [12, 15, 6.67];

/** How many lines a text takes in a column so many letters wide. */
function linesIn(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (used > 0 && used + 1 + length > width) [lines, used] = [lines + 1, length];
    else used += (used > 0 ? 1 : 0) + length;
    // A word that is longer than the column is broken.
    for (; used > width; used -= width) lines += 1;
  }
  return lines;
}

/** The heights of a line of a row and of a title, in points; letters to a unit of width; the width of what is no column. */
export const [LINE, LINE_OF_TITLE] = [16, 22];
const [LETTERS, NARROW] = [1.08, 10];

/** How many lines a row takes, rather too many than too few: programs wrap a text each in their own way, and again in print. */
export const linesOfRow = (texts: readonly string[], widths: readonly number[], boldness = 1): number =>
  Math.max(1, ...texts.map((text, column) => linesIn(text, ((widths[column] ?? NARROW) * LETTERS) / boldness)));

/** How much wider than others bold letters are: those of a title, and of headings. */
export const [BOLD_TITLE, BOLD_HEAD] = [1.4, 1.3];

/** What a cell shows: a number with separators of thousands, and its mark beside it. */
export function shownIn(cell: SheetCell | undefined): string {
  if (cell === undefined) return "";
  if ("text" in cell) return cell.text;
  return "digits" in cell ? [withThousands(cell.digits), cell.mark ?? ""].join(" ").trim() : cell.mark;
}

/** How a number is shown: how many decimals, and the mark beside it. Each way is a style of the workbook. */
export interface NumberFormat {
  readonly name: string;
  readonly places: number;
  readonly mark: string;
}

export const formatOf = ({ places, mark = "" }: { places: number; mark?: string }): NumberFormat => ({
  name: `${places}${mark.replace(/\W/g, "")}`,
  ...{ places, mark },
});

/** The ways in which a workbook shows its numbers. */
export function formatsIn({ sheets }: Workbook): NumberFormat[] {
  const cells = sheets.flatMap(({ table }) => table?.rows.flat() ?? []);
  const found = cells.flatMap((cell) => ("digits" in cell ? [formatOf(cell)] : []));
  return [...new Map(found.map((format) => [format.name, format])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** More digits than a spreadsheet's numbers hold: such a number is written as text, so that none of them is lost. */
export const isTooLong = (digits: string): boolean => digits.replace(/\D/g, "").replace(/^0+/, "").length > 15;

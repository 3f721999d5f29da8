// Whether a file is one of a declared sheet: by its headings, and by what the lines above and below them say.

import type { Record } from "../../csv/csv.ts";
import type { SheetSource } from "../sheet.ts";
import { cleanedCells } from "./cleaned.ts";

/** Where the headings of a file stand, and what is said above them. */
export interface FoundHeadings {
  /** The rows of headings from the top, cleaned. */
  readonly rows: readonly (readonly string[])[];
  /** How many columns the row with the headings has that the sheet is known by, and its line. */
  readonly width: number;
  readonly line: number;
  /** The lines above it. */
  readonly title: string;
  /** The first record below all headings, counted from 0. */
  readonly below: number;
}

/** How far down a file its headings may stand. */
const DEEPEST_HEADING = 60;

const has = (cells: readonly string[], pattern: RegExp): boolean => cells.some((cell) => pattern.test(cell));

/** The headings of a file of this sheet; nothing for a file that is not one. */
export function findHeadings(sheet: SheetSource, records: readonly Record[]): FoundHeadings | undefined {
  const top = records.slice(0, DEEPEST_HEADING);
  const row = top.findIndex((record) => sheet.headings.every((heading) => has(cleanedCells(record), heading)));
  const main = top[row];
  if (!main) return undefined;
  const below = row + (sheet.below ?? 0) + 1;
  const rows = top.slice(Math.max(0, row - (sheet.above ?? 0)), below).map(cleanedCells);
  if (rows.some((cells) => sheet.without?.some((heading) => has(cells, heading)))) return undefined;
  const title = titleOf(top.slice(0, row));
  if (!isTitled(sheet, title, cleanedCells(main), top.slice(below, below + 2))) return undefined;
  if (sheet.exact && hasOthers(sheet, cleanedCells(main))) return undefined;
  return { rows, width: main.cells.length, line: main.line, title, below };
}

const titleOf = (above: readonly Record[]): string =>
  above
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" "))
    .join("\n")
    .trim();

/** Whether the lines above the headings, or the units below them, say what the sheet's must. */
function isTitled(sheet: SheetSource, title: string, headings: readonly string[], below: readonly Record[]): boolean {
  if (sheet.title) {
    const said = `${title}\n${unitsOf(sheet, headings, below)}`.trim();
    if ((said !== "" || sheet.titled) && !sheet.title.test(said)) return false;
  }
  return !sheet.unless?.test(title);
}

const hasOthers = (sheet: SheetSource, headings: readonly string[]): boolean =>
  headings.some((cell) => cell !== "" && !sheet.headings.some((heading) => heading.test(cell)));

/** What the records below the headings say of their columns' units: those that name no area. */
function unitsOf(sheet: SheetSource, headings: readonly string[], below: readonly Record[]): string {
  const areaColumns = headings.flatMap((cell, column) =>
    sheet.areas.some(({ name }) => name.test(cell)) ? [column] : [],
  );
  return below
    .map(cleanedCells)
    .filter((cells) => areaColumns.every((column) => (cells[column] ?? "") === ""))
    .flat()
    .filter((cell) => /[a-z]/i.test(cell))
    .join(" ");
}

// Whether a record is one of figures: cells under all headings, each on one line. What is not is text, or is refused.

import { type Problem, problem } from "../core/problems/problems.ts";
import type { Gazetteer } from "../data/areas.ts";
import { isMarker } from "./csv/cell.ts";
import { lineBreaks, type Record } from "./csv/csv.ts";
import { atMostTwo, columnsUsed, isAreaName, namelessOf } from "./record.ts";
import { cleaned } from "./sources/headings/cleaned.ts";
import type { Layout } from "./sources/layout.ts";

/** Judges the records of a file; what is neither sound nor text is handed to `refuse`, headings that come again to `join`. */
export function soundness(
  file: string,
  layout: Layout,
  places: Gazetteer,
  refuse: (found: Problem) => void,
  join: (line: number) => void,
) {
  const { headings } = layout;
  const isHeadings = headingRow(headings);
  const used = columnsUsed(layout);
  const nameless = namelessOf(layout);
  /** Where every value is a mark for a figure that is not there, what stands beside them cannot have been cut off one. */
  const isAllGaps = (cells: readonly string[]): boolean =>
    layout.values.length > 0 &&
    layout.values.every(({ column }) => isMarker(cells[column] ?? "")) &&
    nameless.every((column) => (cells[column] ?? "").trim() === "" || isMarker(cells[column] ?? ""));
  return (row: Record): boolean => {
    const { cells, line } = row;
    if (isHeadings(cells)) {
      join(line);
      return false;
    }
    // A line of text among the figures: a unit, a note. A figure alone, or the name of an area, is none.
    const isText = layout.notes && headings.length > 2 && cells.length > 1 && atMostTwo(cells) === 1;
    const isValue = (): boolean => layout.values.some(({ column }) => /\d/.test(cells[column] ?? ""));
    if (isText && !isValue() && !isAreaName(layout.values[0]?.area, row, places)) return false;
    if (cells.length !== headings.length) {
      if (layout.notes && cells.length === 1 && !isAreaName(layout.values[0]?.area, row, places)) return false;
      refuse(problem("row-length", { file, line }, cells.length, headings.length));
      return false;
    }
    // Programs write the number of each row before it; what was cut off a number by a comma stands behind it.
    const isRowNumber = (column: number): boolean => column === 0 && /^\d+$/.test(cells[0] ?? "");
    const stray = nameless.find((column) => (cells[column] ?? "").trim() !== "" && !isRowNumber(column));
    if (stray !== undefined && !isAllGaps(cells)) {
      const at = { file, line, column: stray + 1 };
      refuse(problem("cell-unnamed", at, stray + 1, (cells[stray] ?? "").trim()));
      return false;
    }
    if (!used.some((column) => cells[column]?.includes("\n") || cells[column]?.includes("\r"))) return true;
    const lines = cells.reduce((count, cell) => count + lineBreaks(cell), 0);
    refuse(problem("record-lines", { file, line }, line + lines));
    return false;
  };
}

/** Tells the headings of a file from its records: they may come again where two exports were put together. */
function headingRow(headings: readonly string[]): (cells: readonly string[]) => boolean {
  const words = headings.map(cleaned);
  const main = words.findIndex((word) => word !== "");
  const isHeading = (cell: string, column: number): boolean => cleaned(cell.replace(/^\ufeff/, "")) === words[column];
  if (atMostTwo(words) < 2) return () => false;
  const first = words[main]?.charCodeAt(0);
  return (cells) => {
    // Most records are told by one letter.
    const letter = cells[main]?.charCodeAt(0);
    return (letter === first || letter === 0xfeff) && cells.length === words.length && cells.every(isHeading);
  };
}

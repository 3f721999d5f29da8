// Whether a record is one of figures: cells under all headings, each on one line. What is not is text, or is refused.

import { type Problem, problem } from "../core/problems/problems.ts";
import type { Gazetteer } from "../data/areas.ts";
import { isMarker } from "./csv/cell.ts";
import { lineBreaks, type Record } from "./csv/csv.ts";
import { atMostTwo, columnsUsed, isAreaName, namelessOf } from "./record.ts";
import type { Layout } from "./sources/layout.ts";

/** Judges the records of a file; what is neither sound nor text is handed to `refuse`. */
export function soundness(file: string, layout: Layout, places: Gazetteer, refuse: (found: Problem) => void) {
  const { headings } = layout;
  const used = columnsUsed(layout);
  const nameless = namelessOf(layout);
  /** Where every value is a mark for a figure that is not there, what stands beside them cannot have been cut off one. */
  const isAllGaps = (cells: readonly string[]): boolean =>
    layout.values.length > 0 &&
    layout.values.every(({ column }) => isMarker(cells[column] ?? "")) &&
    nameless.every((column) => (cells[column] ?? "").trim() === "" || isMarker(cells[column] ?? ""));
  return (row: Record): boolean => {
    const { cells, line } = row;
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

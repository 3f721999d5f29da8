// How a line of a diff is named and printed.

import { formatFigure } from "../report/format-figure.ts";
import type { RowDiff } from "./diff.ts";
import type { DiffLine } from "./side-diff.ts";
import { isChanged, isMoved } from "./split.ts";

const words: Readonly<Record<string, string>> = {
  count: "number",
  percent: "percentage",
  pounds: "£",
};

/** "current number", "baseline rate", "% difference", "points". */
export function lineName({ when, kind }: DiffLine): string {
  if (when === "change") return kind === "percent" ? "% difference" : "points";
  return `${when} ${words[kind] ?? kind}`;
}

/** "current number 340, restated 352, now 361". */
export function shownLine(line: DiffLine): string {
  const { was: baseline, restated, is: current, revised, moved, places } = line;
  const says = [`${lineName(line)} ${formatFigure(baseline, places)}`];
  if (isMoved(revised)) says.push(`restated ${formatFigure(restated, places)}`);
  if (isMoved(moved) || (isChanged(line) && !isMoved(revised))) says.push(`now ${formatFigure(current, places)}`);
  return says.join(", ");
}

/** The lines of a measure that changed, of the force and its groups. */
export const changedLines = (row: RowDiff): readonly DiffLine[] =>
  row.sides.flatMap(({ lines }) => lines.filter(isChanged));

/** Whether anything of a measure is otherwise: a figure, its verdict, or what the plan says of it. */
export const isRowChanged = (row: RowDiff): boolean =>
  changedLines(row).length > 0 ||
  row.flip !== undefined ||
  row.redefined ||
  row.old.said !== undefined ||
  row.now.said !== undefined;

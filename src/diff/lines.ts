// How a line of a diff is named and printed.
import { inRow, say } from "../core/words/say.ts";

import { levelColumns } from "../output/value-columns.ts";
import { formatFigure } from "../report/format-figure.ts";
import type { RowDiff } from "./diff.ts";
import type { DiffLine } from "./side-diff.ts";
import { isChanged, isMoved } from "./split.ts";

/** "current number", "baseline rate", "% difference", "points". */
export function lineName({ when, kind }: DiffLine): string {
  if (when === "change") return kind === "percent" ? say("change.percent") : say("diff.points");
  const value = valueName(kind);
  return when === "current" ? say("diff.current-value", { value }) : say("diff.baseline-value", { value });
}

/** A kind of value, as a line is named by it. */
function valueName(kind: string): string {
  if (kind === "rate") return say("value.rate");
  return levelColumns.find(([name]) => name === kind && name !== "yes-no")?.[1]() ?? kind;
}

/** "current number 340, restated 352, now 361". */
export function shownLine(line: DiffLine): string {
  const { was: baseline, restated, is: current, revised, moved, places } = line;
  const says = [say("chart.end", { name: lineName(line), value: formatFigure(baseline, places) })];
  if (isMoved(revised)) says.push(say("diff.restated-value", { value: formatFigure(restated, places) }));
  if (isMoved(moved) || (isChanged(line) && !isMoved(revised))) {
    says.push(say("diff.now-value", { value: formatFigure(current, places) }));
  }
  return inRow(says);
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

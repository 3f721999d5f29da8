// CSV for machines: one file a table, one header row of unique headings, a marker in a column of its own.
import { type Figure, isKnown } from "../figure.ts";
import { slug } from "../names.ts";
import { fixed } from "../number.ts";
import { tally } from "../report.ts";
import { type Cell, fullHeading, type Table, tablesOf } from "../table.ts";
import type { Render } from "./index.ts";

export const csv: Render = ({ plan, tables, priorities }) => {
  const files = tables
    .flatMap((table) => tablesOf(plan, table))
    .map((table) => ({ title: table.title, lines: tableLines(table) }));
  const measures = priorities.flatMap(({ id, name, rows }) =>
    rows.map(({ measure, verdict }) => [id, name, measure.name, measure.aim ?? "none", verdict, measure.owner ?? ""]),
  );
  const comments = tables.flatMap((table) =>
    table.rows
      .filter((row) => row.comment !== undefined || row.verdict === "not achieved")
      .map((row) => [table.title, row.measure.name, row.verdict, row.comment ?? ""]),
  );
  const counts = priorities.map(({ id, name, rows }) => [id, name, ...Object.values(tally(rows)).map(String)]);
  files.push(
    { title: "Additional comments", lines: [["Table", "Measure", "Aim achieved?", "Comment"], ...comments] },
    { title: "Priorities", lines: [["Id", "Priority", "Achieved", "Not achieved", "Not judged"], ...counts] },
    {
      title: "Priority measures",
      lines: [["Id", "Priority", "Measure", "Aim", "Aim achieved?", "Owner"], ...measures],
    },
  );
  // The number before the name keeps the order, and keeps names apart that are alike once made safe.
  return files.map(({ title, lines }, index) => ({
    name: `${String(index + 1).padStart(2, "0")}-${slug(title)}.csv`,
    content: `${lines.map((cells) => cells.map((cell) => quote(safeText(cell))).join(",")).join("\r\n")}\r\n`,
  }));
};

function tableLines({ columns, rows }: Table): string[][] {
  const headings = columns.map(fullHeading);
  const marked = columns.map((_, index) => rows.some((row) => markOf(row[index]) !== ""));
  const line = (cells: readonly string[], marks: readonly string[]): string[] =>
    cells.flatMap((cell, index) => (marked[index] ? [cell, marks[index] ?? ""] : [cell]));
  return [
    line(
      headings,
      headings.map((heading) => `${heading} (shorthand)`),
    ),
    ...rows.map((row) => line(row.map(plain), row.map(markOf))),
  ];
}

const gapOf = (cell: Cell | undefined): Figure | undefined =>
  cell && "figure" in cell && !isKnown(cell.figure) ? cell.figure : undefined;

function markOf(cell: Cell | undefined): string {
  const figure = gapOf(cell);
  return figure && !isKnown(figure) ? `[${figure.gap.mark}]` : "";
}

/** The bare value: no thousands separators and no unit, which stand in the heading. */
function plain(cell: Cell): string {
  if ("yes" in cell) return cell.yes ? "Yes" : "No";
  if ("text" in cell) return cell.text;
  return isKnown(cell.figure) ? fixed(cell.figure.value, cell.places) : "";
}

/** Control characters do not belong in a cell; line breaks and tabs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g;

/** What a spreadsheet would run as a formula is kept text by an apostrophe before it; a negative number is a number. */
const safeText = (text: string): string => {
  const shown = text.replace(controls, "");
  return /^[=+\-@\t\r]/.test(shown) && !/^-[\d.]+$/.test(shown) ? `'${shown}` : shown;
};

const quote = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

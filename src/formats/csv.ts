// CSV for machines: one file a table, one header row of unique headings, a marker in a column of its own.
import { isKnown } from "../figure.ts";
import { slug } from "../names.ts";
import { fixed } from "../number.ts";
import { owesComment, tally } from "../report.ts";
import { type Cell, fullHeading, markOf as shorthandOf, type Table, tablesOf } from "../table.ts";
import type { Render, RenderPage } from "./index.ts";

/** A file for each table, one for their notes, and three for comments and priorities. */
export const csv: Render = ({ plan, tables, priorities }) => {
  const made = tables.flatMap((table) => tablesOf(plan, table));
  const files = [
    ...made.map((table) => ({ title: table.title, lines: tableLines(table) })),
    {
      title: "Notes",
      lines: [["Table", "Note"], ...made.flatMap(({ title, notes }) => notes.map((note) => [title, note]))],
    },
    {
      title: "Additional comments",
      lines: [
        ["Table", "Measure", "Aim achieved?", "Comment"],
        ...tables.flatMap((table) =>
          table.rows.filter(owesComment).map((row) => [table.title, row.measure.name, row.verdict, row.comment ?? ""]),
        ),
      ],
    },
    {
      title: "Priorities",
      lines: [
        ["Id", "Priority", "Achieved", "Not achieved", "Not judged"],
        ...priorities.map(({ id, name, rows }) => [id, name, ...Object.values(tally(rows)).map(String)]),
      ],
    },
    {
      title: "Priority measures",
      lines: [
        ["Id", "Priority", "Measure", "Aim", "Aim achieved?", "Owner"],
        ...priorities.flatMap(({ id, name, rows }) =>
          rows.map(({ measure, verdict }) => [
            id,
            name,
            measure.name,
            measure.aim?.words ?? "none",
            verdict,
            measure.owner ?? "",
          ]),
        ),
      ],
    },
  ];
  const names = fileNames(files.map(({ title }) => title));
  return files.map(({ lines }, index) => ({ name: `${names[index]}.csv`, content: csvText(lines) }));
};

/** A file for each table, or one of all, with every column that any of them has and the title of each in the first. */
export const csvPage: RenderPage = ({ name, tables, isOne }) => {
  if (!isOne) {
    const names = fileNames(tables.map(({ title }) => title));
    return tables.map((table, index) => ({ name: `${names[index]}.csv`, content: csvText(tableLines(table)) }));
  }
  const columns = new Map(tables.flatMap((table) => table.columns.map((column) => [fullHeading(column), column])));
  const rows = tables.flatMap((table) => {
    const at = new Map(table.columns.map((column, index) => [fullHeading(column), index]));
    const blank: Cell = { text: "" };
    return table.rows.map((row) => [
      { text: table.title },
      ...[...columns.keys()].map((heading) => row[at.get(heading) ?? -1] ?? blank),
    ]);
  });
  const all = [{ group: "", heading: "Table", numeric: false }, ...columns.values()];
  return [{ name: `${name}.csv`, content: csvText(tableLines({ title: name, columns: all, rows, notes: [] })) }];
};

const csvText = (lines: readonly (readonly string[])[]): string =>
  `${lines.map((cells) => cells.map((cell) => quote(safeText(cell))).join(",")).join("\r\n")}\r\n`;

/** Names that are safe on every system and that no two files share, whatever the titles. */
function fileNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = slug(title);
    // Windows keeps these names for devices.
    const base = plain === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(plain) ? `table-${plain}` : plain;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
    taken.add(name);
    return name;
  });
}

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

function markOf(cell: Cell | undefined): string {
  const mark = cell && "figure" in cell ? shorthandOf(cell.figure, cell.places) : undefined;
  return mark === undefined ? "" : `[${mark}]`;
}

/** The bare value: no thousands separators and no unit, which stand in the heading. */
function plain(cell: Cell): string {
  if ("yes" in cell) return cell.yes ? "Yes" : "No";
  if ("text" in cell) return cell.text;
  const isShown = isKnown(cell.figure) && shorthandOf(cell.figure, cell.places) !== "low";
  return isShown && isKnown(cell.figure) ? fixed(cell.figure.value, cell.places) : "";
}

/** Control characters do not belong in a cell; line breaks and tabs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** What a spreadsheet would run as a formula is kept text by an apostrophe before it; a negative number is a number. */
const safeText = (text: string): string => {
  const shown = text.replace(controls, "");
  return /^[=+\-@\t\r]/.test(shown) && !/^-[\d.]+$/.test(shown) ? `'${shown}` : shown;
};

const quote = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

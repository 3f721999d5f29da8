// CSV for machines: one file a table, one header row of unique headings, a marker in a column of its own; each described.

import { fileNames } from "../../core/names.ts";
import { say } from "../../core/words/say.ts";
import { NO_DIGEST } from "../../report/withheld-problems.ts";
import { metadataOf } from "../csv-metadata.ts";
import {
  figureTables,
  overviewPlain,
  type PlainCell,
  type PlainColumn,
  type PlainTable,
  plainMark,
  plainTable,
  summaryTables,
} from "../flat-table.ts";
import { type Cell, type Column, columnNamed, fullHeading, type Table } from "../table.ts";
import type { Render, RenderPage } from "./format.ts";

/** A file for each table, one for their notes, and three for comments and priorities; beside each, what it holds. */
export const csv: Render = (report, { forExcel, overviewOnly }) => {
  const figures = figureTables(report).map(steady);
  // Of a part of a plan, every file says so.
  const part = report.only === undefined ? [] : [report.only];
  const overview = overviewPlain(report);
  const noted = [{ title: report.plan.title, notes: part }, overview, ...figures];
  const all = overviewOnly ? [overview] : [overview, ...figures, notesOf(noted), ...summaryTables(report, true)];
  const tables = all.map(withMarks).map((table) => ({ ...table, notes: [...part, ...table.notes] }));
  const names = fileNames(
    tables.map(({ title }) => title),
    "table",
  );
  const from = report.inputs.map(({ file, source, sha256 }) => {
    const digest = sha256();
    return { file, source, ...(digest !== NO_DIGEST && { sha256: digest }) };
  });
  return tables.flatMap((table, index) => {
    const name = `${names[index]}.csv`;
    return [
      { name, content: csvText(table, forExcel) },
      { name: describing(name), content: metadataOf(name, table, { title: report.plan.title, from }) },
    ];
  });
};

/** A table whose column of standings has the heading that programs look for, whatever the standings are. */
const steady = (table: PlainTable): PlainTable => {
  const heading = say("heading.grouped", { group: say("heading.aim"), heading: say("heading.achieved") });
  return {
    ...table,
    columns: table.columns.map((column) => (column.topic === "achieved?" ? { ...column, heading } : column)),
  };
};

/**
 * A file for each table, or one of all, with every column that any of them has and the title of each in the first. In a
 * folder, a file of their notes and what describes each stand beside them.
 */
export const csvPage: RenderPage = ({ name, title, tables, isOne }, { toFile, forExcel }) => {
  const made = isOne ? [{ ...together(tables), title }] : tables;
  const notes = notesOf(tables.map(plainTable));
  const plains = [...made.map(plainTable), ...(toFile && notes.rows.length > 0 ? [notes] : [])];
  const names = fileNames(isOne ? [name, `${name} notes`] : plains.map((table) => table.title), "table");
  return plains.flatMap((plain, index) => {
    const table = withMarks(plain);
    const file = { name: `${names[index]}.csv`, content: csvText(table, forExcel) };
    if (!toFile) return [file];
    const from = made[index] ? filesOf(made[index]).map((one) => ({ file: one })) : [];
    return [file, { name: describing(file.name), content: metadataOf(file.name, table, { title, from }) }];
  });
};

/**
 * Tables of one kind as one, the title of each in its first column and what it is of in the next; a column that one does
 * not have is blank in it.
 */
function together(tables: readonly Table[]): Omit<Table, "title"> {
  const columns = columnsOf(tables);
  const headings = columns.map(fullHeading);
  const whole = [...new Set(tables.flatMap(({ of = [] }) => of.map(([heading]) => heading)))];
  const blank: Cell = { text: "" };
  const rows = tables.flatMap((table) => {
    const at = new Map(table.columns.map((column, index) => [fullHeading(column), index]));
    const of = new Map(table.of);
    const first = [table.title, ...whole.map((heading) => of.get(heading) ?? "")].map((text) => ({ text }));
    return table.rows.map((row) => [...first, ...headings.map((heading) => row[at.get(heading) ?? -1] ?? blank)]);
  });
  const first = [say("heading.table"), ...whole].map((heading) => columnNamed(heading));
  return { columns: [...first, ...columns], rows, notes: [...new Set(tables.flatMap(({ notes }) => notes))] };
}

/** The columns that any of the tables has, each before the one that it stands before in its own. */
function columnsOf(tables: readonly Table[]): Column[] {
  const found: Column[] = [];
  for (const { columns } of tables) {
    let before = found.length;
    for (const column of [...columns].reverse()) {
      const known = found.findIndex((other) => fullHeading(other) === fullHeading(column));
      if (known < 0) found.splice(before, 0, column);
      else before = known;
    }
  }
  return found;
}

/** Where the standard looks for what describes a file. */
const describing = (name: string): string => `${name}-metadata.json`;

function csvText({ columns, rows }: PlainTable, forExcel: boolean): string {
  const write = forExcel ? excelCell : cellOf;
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(plain))];
  const text = lines.map((cells) => `${cells.map(write).join(",")}\r\n`).join("");
  return forExcel ? `\ufeff${text}` : text;
}

/** The files that the figures of a table come from. */
const filesOf = ({ rows }: Table): string[] =>
  [
    ...new Set(rows.flat().flatMap((cell) => ("figure" in cell ? cell.figure.from.map(({ file }) => file) : []))),
  ].sort();

const notesOf = (tables: readonly Pick<PlainTable, "title" | "notes">[]): PlainTable => ({
  title: say("sheet.notes"),
  columns: [
    { heading: say("heading.table"), numeric: false },
    { heading: say("heading.note"), numeric: false },
  ],
  rows: tables.flatMap(({ title, notes }) => notes.map((note) => [{ text: title }, { text: note }])),
  notes: [],
});

/** The table with a column of shorthand beside each column in which a figure is not there. */
function withMarks({ columns, rows, ...table }: PlainTable): PlainTable {
  const marked = columns.map((_, index) => rows.some((row) => plainMark(row[index]) !== ""));
  const beside = <T>(cells: readonly T[], more: (cell: T) => T): T[] =>
    cells.flatMap((cell, index) => (marked[index] ? [cell, more(cell)] : [cell]));
  return {
    ...table,
    columns: beside(
      columns,
      ({ heading }): PlainColumn => ({
        ...{ heading: say("heading.shorthand", { heading }), numeric: false, isOfShorthand: true },
      }),
    ),
    rows: rows.map((row) => beside(row, (cell): PlainCell => ({ text: plainMark(cell) }))),
  };
}

const plain = (cell: PlainCell): string => ("digits" in cell ? cell.digits : "text" in cell ? cell.text : "");

/** Control characters do not belong in a cell; line breaks and tabs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** What a spreadsheet would run; a negative number is a number. The wide signs are those of East Asian keyboards. */
const isFormula = (text: string): boolean => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !/^-[\d.]+$/.test(text);

/** A space before a formula keeps it text, and is not of the text: whoever reads by the metadata takes it off again. */
function cellOf(cell: string): string {
  const text = cell.replace(controls, "");
  return quote(isFormula(text) ? ` ${text}` : text);
}

/**
 * Excel takes a space off in some of its ways of opening a file, but not an apostrophe. It also makes dates, times and
 * numbers of texts that look like them, and drops what the text had: 4/1, 007, 12E4.
 */
function excelCell(cell: string): string {
  const text = cell.replace(controls, "");
  return quote(isFormula(text) || isChanged(text) ? `'${text}` : text);
}

const MONTH =
  "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(tember)?|oct(ober)?|nov(ember)?|dec(ember)?)";
/** What Excel would show as something else; a plain number, which it shows as it is, is none. */
const changed: readonly RegExp[] = [
  // A number with noughts before it, with an exponent, or of more digits than Excel keeps.
  /^0\d+$/,
  /^\d+(\.\d*)?e[+-]?\d+$/i,
  /^\d{16,}$/,
  // Days, months and years in figures, and times.
  /^\d{1,4}[/-]\d{1,2}([/-]\d{1,4})?$/,
  /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i,
  new RegExp(`^(\\d{1,2}[ -]?)?${MONTH}[ -]?\\d{1,4}$|^\\d{1,2}[ -]?${MONTH}$`, "i"),
  /^(true|false)$/i,
];
const isChanged = (text: string): boolean => changed.some((pattern) => pattern.test(text.trim()));

/** In quotation marks is also what would be taken apart where a list is separated by semicolons or tabs. */
const quote = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

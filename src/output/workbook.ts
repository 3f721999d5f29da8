// The report as a workbook that passes the government's checklist for spreadsheets: cover, contents, notes, a table a sheet.
import { shorthand } from "../core/figure.ts";
import { withThousands } from "../core/number.ts";
import { printable } from "../core/safe-text.ts";
import type { Report } from "../report/report.ts";
import {
  figureTables,
  type PlainCell,
  type PlainColumn,
  type PlainTable,
  plainTable,
  summaryTables,
} from "./flat-table.ts";
import type { Page } from "./page.ts";

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

/** What a heading must say of all its column, by a note. */
const headingNotes: readonly (readonly [RegExp, string])[] = [
  [
    /achieved\?$/,
    "Whether an aim is achieved is judged on unrounded figures. Figures are rounded once, half away from zero, so that a variance may differ in its last digit from the difference of the figures shown.",
  ],
];

/** The workbook of a report. The same report makes the same workbook. */
export function workbookOf(report: Report): Workbook {
  const { plan, only, inputs } = report;
  const groups = plan.similarForces === undefined ? "" : `, with ${plan.similarForces.name} beside it`;
  const from: PlainTable = {
    title: "Sources: the files that were read for the figures",
    columns: [...text("File", "Source"), { heading: "Records", numeric: true }, ...text("SHA-256 of the file")],
    rows: inputs.map(({ file, source, records, sha256 }) => [
      ...[{ text: file }, { text: source }, { digits: String(records), places: 0 }, { text: sha256() }],
    ]),
    notes: [],
  };
  const lines = [`Performance of ${plan.force} against the measures of the plan${groups}.`, ...(only ? [only] : [])];
  return bookOf(plan.title, lines, figureTables(report), [...summaryTables(report), from]);
}

/** The workbook of a page; its charts are left to others, as a workbook of this kind has no pictures. */
export const workbookOfPage = ({ title, tables }: Page): Workbook => bookOf(title, [], tables.map(plainTable), []);

function bookOf(
  title: string,
  lines: readonly string[],
  tables: readonly PlainTable[],
  others: readonly PlainTable[],
): Workbook {
  const nameFor = namer();
  const [cover, contents, notesName] = [nameFor("Cover"), nameFor("Contents"), nameFor("Notes")];
  const notes = new Map<string, string>();
  const note = (said: string): string => {
    const known = notes.get(said) ?? `note ${notes.size + 1}`;
    notes.set(said, known);
    return ` [${known}]`;
  };
  const figures = tables.map((table, index) =>
    sheetOf(nameFor(table.title), `Table ${index + 1}: ${table.title}`, withNotes(table, note), "z"),
  );
  const after = others
    .filter(({ rows }) => rows.length > 0)
    .map((table) => sheetOf(nameFor(table.title.replace(/:.*/, "")), table.title, table));
  const explained = sheetOf(notesName, "Notes: what the notes in headings and row labels say", {
    columns: text("Note number", "Note text"),
    rows: [...notes].map(([said, number]) => [{ text: number }, { text: said }]),
    notes: [],
  });
  const listed = [...(notes.size > 0 ? [explained] : []), ...figures, ...after];
  const toRead = [
    "The next sheet lists the contents. Each table stands on a sheet of its own, with its source and the key to its shorthand above it.",
    `Letters in square brackets stand for a figure that is not there, or beside one with a reserve${notes.size > 0 ? "; [note 1] is explained on the sheet of notes" : ""}.`,
  ];
  return {
    title: clean(title),
    language: "en-GB",
    sheets: [
      { name: cover, title: clean(title), lines: [...lines, ...toRead].map(clean) },
      sheetOf(contents, "Contents: the sheets of this workbook", {
        columns: text("Sheet", "What it holds"),
        rows: listed.map((sheet) => [{ text: sheet.name, link: sheet.name }, { text: sheet.title }]),
        notes: [],
      }),
      ...listed,
    ],
  };
}

const text = (...headings: string[]): PlainColumn[] => headings.map((heading) => ({ heading, numeric: false }));

type Noted = Pick<PlainTable, "columns" | "notes"> & { readonly rows: readonly (readonly SheetCell[])[] };

/** The notes of one row go to the sheet of notes, and the row's label points there; the others stand above the table. */
function withNotes(table: PlainTable, note: (text: string) => string): PlainTable {
  const labels = table.rows.map(([label]) => (label && "text" in label ? label.text : ""));
  const ofRow = new Map<string, string[]>();
  const general = table.notes.filter((said) => {
    const label = labels
      .filter((name) => said.startsWith(`${name}: `))
      .reduce<string | undefined>((best, name) => (best && best.length >= name.length ? best : name), undefined);
    if (label === undefined) return true;
    ofRow.set(label, [...(ofRow.get(label) ?? []), said]);
    return false;
  });
  const marks = (said: readonly string[]): string => said.map((one) => note(clean(one))).join("");
  return {
    title: table.title,
    columns: table.columns.map((column) => ({
      ...column,
      heading: `${column.heading}${marks(headingNotes.filter(([current]) => current.test(column.heading)).map(([, said]) => said))}`,
    })),
    rows: table.rows.map(([label, ...cells], index) => {
      const name = labels[index] ?? "";
      return label ? [{ text: `${name}${marks(ofRow.get(name) ?? [])}` }, ...cells] : cells;
    }),
    notes: general,
  };
}

/** A column that holds nothing is left out; a blank cell among others is marked, as not available or not applicable. */
function sheetOf(name: string, title: string, { columns, rows, notes }: Noted, blank: "x" | "z" = "x"): Sheet {
  const isBlank = (cell: SheetCell | undefined): boolean =>
    cell === undefined || ("text" in cell && clean(cell.text) === "");
  const kept = [...columns.keys()].filter((index) => !rows.every((row) => isBlank(row[index])));
  const made = rows.map((row) =>
    kept.map((index): SheetCell => {
      const cell = row[index];
      if (cell === undefined || isBlank(cell)) return { mark: `[${blank}]` };
      return "text" in cell ? { ...cell, text: clean(cell.text) } : cell;
    }),
  );
  const marks = new Set(made.flat().map(markIn));
  const keyed = Object.entries(shorthand).filter(([mark]) => marks.has(`[${mark}]`));
  const key = keyed.map(([mark, meaning]) => `[${mark}] means ${meaning}.`);
  const headings = distinct(kept.map((index) => clean(columns[index]?.heading ?? "")));
  return {
    name,
    title: clean(title),
    lines: [...new Set([...notes.map(clean), ...key])],
    table: {
      name: `${/^\d/.test(name) ? "_" : ""}${name}_table`,
      columns: kept.map((index, place) => ({
        ...(columns[index] ?? { numeric: false }),
        heading: headings[place] ?? "",
      })),
      rows: made,
    },
  };
}

/** Spreadsheets do not tell capitals from small letters in the headings of a table. */
function distinct(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let name = heading;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${heading} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Names of sheets that no two share; Excel keeps "History" for itself. */
function namer(): (title: string) => string {
  const taken = new Set(["history"]);
  return (title) => {
    const plain = title
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "");
    const base = plain === "" ? "Table" : plain;
    let name = wholeWords(base, LONGEST_NAME);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const end = `_${number}`;
      name = `${wholeWords(base, LONGEST_NAME - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

const LONGEST_NAME = 31;

/** As many whole words of a name as fit, or, of a longer word, its beginning. */
const wholeWords = (name: string, most: number): string =>
  name.length <= most
    ? name
    : name
        .slice(0, most + 1)
        .replace(/_[^_]*$/, "")
        .slice(0, most);

/** Text in one line, without what has no place in a document. */
const clean = (said: string): string => printable(said).replace(/\s+/g, " ").trim();

/** How wide a column is to be, in letters: its longest word or number fits, and so do titles in the first. */
export function widthsOf({ title, lines, table }: Sheet): number[] {
  if (!table) return [WIDEST_TEXT];
  return table.columns.map(({ heading, numeric }, column) => {
    const shown = table.rows.map((row) => shownIn(row[column]));
    const word = Math.max(...heading.split(" ").map((one) => one.length));
    const longest = Math.max(...shown.map((one) => one.length), 0);
    const least = column === 0 && (lines.length > 0 || title.length > WIDEST_NUMBER) ? NARROWEST_FIRST : NARROWEST;
    return Math.max(least, word + 3, Math.min(longest + 2, numeric ? WIDEST_NUMBER : WIDEST_TEXT));
  });
}
const [NARROWEST, NARROWEST_FIRST, WIDEST_NUMBER, WIDEST_TEXT] = [14, 50, 24, 70];

/** How many lines a text takes in a column so many letters wide. */
export function linesIn(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (used > 0 && used + 1 + length > width) [lines, used] = [lines + 1, length];
    else used += (used > 0 ? 1 : 0) + length;
    // A word that is longer than the column is broken.
    for (; used > width; used -= width) lines += 1;
  }
  return lines;
}

const markIn = (cell: SheetCell): string => ("mark" in cell ? (cell.mark ?? "") : "");

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

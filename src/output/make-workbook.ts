// The report as a workbook that passes the government's checklist for spreadsheets: cover, contents, notes, a table a sheet.

import { allMarks } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { printable } from "../core/safe-text.ts";
import { shorthandMeans } from "../core/words/names.ts";
import { languageCode, say } from "../core/words/say.ts";
import type { Report } from "../report/report.ts";
import { digestShown, sourceShown } from "./about-report.ts";
import {
  figureTables,
  overviewPlain,
  type PlainColumn,
  type PlainTable,
  plainMark,
  plainTable,
  summaryTables,
} from "./flat-table.ts";
import { joinYes } from "./join-yes.ts";
import type { Page } from "./page.ts";
import { roomAbove } from "./print-scale.ts";
import { publishedWords } from "./published-words.ts";
import { distinctHeadings, sheetNamer } from "./sheet-names.ts";
import { fitsAbove, type Sheet, type SheetCell, type Workbook } from "./workbook.ts";

/** What a heading must say of all its column, by a note. */
const headingNote = ({ topic }: PlainColumn): string | undefined =>
  topic === "achieved?" ? say("workbook.unrounded") : undefined;

/** The workbook of a report. The same report makes the same workbook. */
export function workbookOf(report: Report): Workbook {
  const { plan, only, inputs } = report;
  const group = plan.similarForces?.name;
  const from: PlainTable = {
    title: say("workbook.sources"),
    columns: [
      ...text(say("heading.file"), say("heading.source")),
      { heading: say("heading.records"), numeric: true },
      ...text(say("heading.sha-256-of-file")),
    ],
    rows: inputs.map(({ file, source, records, sha256 }) => [
      ...[
        { text: file },
        { text: sourceShown(source) },
        records === undefined ? { text: say("cell.withheld") } : { digits: String(records), places: 0 },
        { text: digestShown(sha256()) },
      ],
    ]),
    notes: [],
  };
  const { force } = plan;
  const about = group === undefined ? say("workbook.about", { force }) : say("workbook.about-group", { force, group });
  const lines = [about, ...publishedWords(plan.publishing), ...(only ? [only] : [])];
  return bookOf(
    plan.title,
    lines,
    [overviewPlain(report), ...figureTables(report, joinYes)],
    [...summaryTables(report), from],
  );
}

/** The workbook of a page; its charts are left to others, as a workbook of this kind has no pictures. */
export const workbookOfPage = ({ title, tables, publishing }: Page): Workbook =>
  bookOf(title, publishing ? publishedWords(publishing) : [], tables.map(joinYes).map(plainTable), []);

function bookOf(
  title: string,
  lines: readonly string[],
  tables: readonly PlainTable[],
  others: readonly PlainTable[],
): Workbook {
  const nameFor = sheetNamer();
  const [cover, contents, notesName] = [say("sheet.cover"), say("sheet.contents"), say("sheet.notes")].map(nameFor) as [
    string,
    string,
    string,
  ];
  const notes = new Map<string, string>();
  const note = (said: string): string => {
    const known = notes.get(said) ?? say("workbook.note", { number: notes.size + 1 });
    notes.set(said, known);
    return ` [${known}]`;
  };
  const figures = tables.map((table, index) => {
    const title = say("table.numbered", { number: index + 1, title: table.title });
    return { entry: clean(title), sheet: figuresOf(nameFor(table.title), title, table, note) };
  });
  const named = (sheet: Sheet) => ({ entry: sheet.title, sheet });
  const after = others
    .filter(({ rows }) => rows.length > 0)
    .map((table) => named(sheetOf(nameFor(table.title.replace(/:.*/, "")), table.title, table)));
  const explained = sheetOf(notesName, say("workbook.notes"), {
    columns: text(say("heading.note-number"), say("heading.note-text")),
    rows: [...notes].map(([said, number]) => [{ text: `[${number}]` }, { text: said }]),
    notes: [],
  });
  const listed = [...(notes.size > 0 ? [named(explained)] : []), ...figures, ...after];
  const toRead = [say("workbook.next-sheet"), notes.size > 0 ? say("workbook.letters-notes") : say("workbook.letters")];
  return {
    title: clean(title),
    language: languageCode(),
    sheets: [
      { name: cover, title: clean(title), lines: [...lines, ...toRead].map(clean) },
      sheetOf(contents, say("workbook.contents"), {
        columns: text(say("heading.sheet"), say("heading.what-it-holds")),
        rows: listed.map(({ entry, sheet: { name } }) => [{ text: name, link: name }, { text: entry }]),
        notes: [],
      }),
      ...listed.map(({ sheet }) => ({ ...sheet, back: contents })),
    ],
  };
}

const text = (...headings: string[]): PlainColumn[] => headings.map((heading) => ({ heading, numeric: false }));

type Noted = Pick<PlainTable, "columns" | "notes"> & { readonly rows: readonly (readonly SheetCell[])[] };

/**
 * The sheet of a table of figures. A note that is too long for one line above the table would be wrapped in its first column:
 * it goes to the sheet of notes, and the title points there.
 */
function figuresOf(name: string, title: string, table: PlainTable, note: (text: string) => string): Sheet {
  const sheet = sheetOf(name, title, { ...table, notes: ofWhole(table) }, "z");
  const room = roomAbove(sheet);
  const isLong = (said: string): boolean => !fitsAbove(sheet, clean(said), room);
  const long = ofWhole(table).filter(isLong);
  const marks = long.map((said) => note(clean(said))).join("");
  const { notes, ...noted } = withNotes(table, note);
  return sheetOf(name, `${title}${marks}`, { ...noted, notes: notes.filter((said) => !isLong(said)) }, "z");
}

/** The names of the rows that a note is of; none of a note of the whole table. */
function namesIn({ rows, notedRows }: PlainTable, said: string): readonly string[] {
  const known = notedRows?.get(said);
  if (known) return known;
  const labels = rows.flatMap(([label]) => (label && "text" in label ? [label.text] : []));
  const [longest] = labels.filter((name) => said.startsWith(`${name}: `)).sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : [longest];
}

const ofWhole = (table: PlainTable): string[] => table.notes.filter((said) => namesIn(table, said).length === 0);

/** The notes of rows go to the sheet of notes, and the labels of the rows point there; the others stand above the table. */
function withNotes(table: PlainTable, note: (text: string) => string): PlainTable {
  const labels = table.rows.map(([label]) => (label && "text" in label ? label.text : ""));
  const byLabel = grouped(table.notes.flatMap((said) => namesIn(table, said).map((name) => [name, said] as const)));
  const marks = (said: readonly string[]): string => said.map((one) => note(clean(one))).join("");
  return {
    title: table.title,
    columns: table.columns.map((column) => ({
      ...column,
      heading: `${column.heading}${marks([headingNote(column) ?? []].flat())}`,
    })),
    rows: table.rows.map(([label, ...cells], index) => {
      const name = labels[index] ?? "";
      return label ? [{ text: `${name}${marks(byLabel.get(name) ?? [])}` }, ...cells] : cells;
    }),
    notes: ofWhole(table),
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
  const marks = new Set(made.flat().map(plainMark));
  const keyed = allMarks.filter((mark) => marks.has(`[${mark}]`));
  const key = keyed.map((mark) => shorthandMeans(mark));
  const headings = distinctHeadings(kept.map((index) => clean(columns[index]?.heading ?? "")));
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

/** Text in one line, without what has no place in a document. */
const clean = (said: string): string => printable(said).replace(/\s+/g, " ").trim();

// The report as a workbook that passes the government's checklist for spreadsheets: cover, contents, notes, a table a sheet.
import { shorthand } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { printable } from "../core/safe-text.ts";
import type { Report } from "../report/report.ts";
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
import { publishedWords } from "./published-words.ts";
import { distinctHeadings, sheetNamer } from "./sheet-names.ts";
import type { Sheet, SheetCell, Workbook } from "./workbook.ts";

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
      ...[
        { text: file },
        { text: source },
        records === undefined ? { text: "withheld" } : { digits: String(records), places: 0 },
        { text: sha256() },
      ],
    ]),
    notes: [],
  };
  const lines = [
    `Performance of ${plan.force} against the measures of the plan${groups}.`,
    ...publishedWords(plan.publishing),
    ...(only ? [only] : []),
  ];
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
    rows: [...notes].map(([said, number]) => [{ text: `[${number}]` }, { text: said }]),
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
      ...listed.map((sheet) => ({ ...sheet, back: contents })),
    ],
  };
}

const text = (...headings: string[]): PlainColumn[] => headings.map((heading) => ({ heading, numeric: false }));

type Noted = Pick<PlainTable, "columns" | "notes"> & { readonly rows: readonly (readonly SheetCell[])[] };

/** The notes of one row go to the sheet of notes, and the row's label points there; the others stand above the table. */
function withNotes(table: PlainTable, note: (text: string) => string): PlainTable {
  const labels = table.rows.map(([label]) => (label && "text" in label ? label.text : ""));
  const labelOf = (said: string): string | undefined =>
    labels
      .filter((name) => said.startsWith(`${name}: `))
      .reduce<string | undefined>((best, name) => (best && best.length >= name.length ? best : name), undefined);
  const byLabel = grouped(table.notes.map((said) => [labelOf(said), said]));
  const marks = (said: readonly string[]): string => said.map((one) => note(clean(one))).join("");
  return {
    title: table.title,
    columns: table.columns.map((column) => ({
      ...column,
      heading: `${column.heading}${marks(headingNotes.filter(([current]) => current.test(column.heading)).map(([, said]) => said))}`,
    })),
    rows: table.rows.map(([label, ...cells], index) => {
      const name = labels[index] ?? "";
      return label ? [{ text: `${name}${marks(byLabel.get(name) ?? [])}` }, ...cells] : cells;
    }),
    notes: byLabel.get(undefined) ?? [],
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
  const keyed = Object.entries(shorthand).filter(([mark]) => marks.has(`[${mark}]`));
  const key = keyed.map(([mark, meaning]) => `[${mark}] means ${meaning}.`);
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

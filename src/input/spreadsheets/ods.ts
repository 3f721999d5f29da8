// ODS that is read: its sheets as rows of text. Formulas are not computed and nothing outside the file is looked at.

import { type Book, type Merged, MOST_COLUMNS, MOST_ROWS, type SheetRow, type SheetValue } from "./book.ts";
import { brokenPart, fault } from "./fault.ts";
import { isRaisedNote, numberText, oneLine, UNCOMPUTED } from "./values.ts";
import { type Attributes, walk, walkAll } from "./xml.ts";
import type { ZipEntries, ZipEntry } from "./zip.ts";

const TYPE = "opendocument.spreadsheet";
const CONTENT = "content.xml";

/** The workbook of the entries of an ODS; nothing where they are of no such file. */
export function odsBook(entries: ZipEntries): Book | undefined {
  const mimetype = entries.get("mimetype");
  if (!mimetype || mimetype.size > 200) return undefined;
  if (
    !Buffer.concat([...mimetype.parts()])
      .toString()
      .includes(TYPE)
  )
    return undefined;
  const manifest = entries.get("META-INF/manifest.xml");
  const open = (name: string): void => {
    if (name.endsWith("encryption-data")) throw fault("workbook-locked");
  };
  if (manifest) walkAll(manifest.parts(), manifest.name, { open });
  const content = entries.get(CONTENT);
  if (!content) throw brokenPart(CONTENT, "is missing");
  const sheets = sheetsIn(content).map(({ name, isHidden }, index) => ({
    ...{ name, isHidden },
    rows: (came?: (done: number, of: number) => void) => rowsOf(content, index, came),
  }));
  return { sheets, hasMacros: [...entries.keys()].some((name) => /^(Basic|Scripts)\/./.test(name)) };
}

/** The tables of a document, and those that are copies of another document's: the first have no source of theirs. */
function sheetsIn(content: ZipEntry): { name: string; isHidden: boolean }[] {
  const sheets: { name: string; isHidden: boolean }[] = [];
  const hidden = new Set<string>();
  let family = "";
  let depth = 0;
  walkAll(content.parts(), CONTENT, {
    open(name, attributes) {
      if (name === "style:style") family = attributes["style:name"] ?? "";
      if (name === "style:table-properties" && attributes["table:display"] === "false") hidden.add(family);
      if (name !== "table:table") return;
      depth += 1;
      const style = attributes["table:style-name"] ?? "";
      if (depth === 1) sheets.push({ name: attributes["table:name"] ?? "", isHidden: hidden.has(style) });
    },
    close(name) {
      if (name === "table:table") depth -= 1;
    },
  });
  return sheets;
}

/** What stands inside a cell without being its text: comments, pictures, forms. */
const isBeside = (name: string): boolean => name === "office:annotation" || /^(draw|form):/.test(name);
const isCell = (name: string): boolean => name === "table:table-cell" || name === "table:covered-table-cell";

/** Puts the text of a cell together from its paragraphs and runs, without notes: those in a style that is `raised`. */
function textReader(raised: ReadonlySet<string>) {
  const spans: boolean[] = [];
  let [text, run, paragraphs] = ["", "", 0];
  const endRun = (): void => {
    if (!(spans.includes(true) && isRaisedNote(run))) text += run;
    run = "";
  };
  return {
    begin: (): void => {
      [text, run, paragraphs] = ["", "", 0];
    },
    text: (said: string): void => {
      if (paragraphs > 0) run += said;
    },
    open(name: string, attributes: Attributes): void {
      if (name === "text:p") {
        if (paragraphs > 0) run += " ";
        paragraphs += 1;
      } else if (name === "text:s") run += " ".repeat(Math.min(countOf(attributes["text:c"]), 100));
      else if (name === "text:tab" || name === "text:line-break") run += " ";
      else if (name === "text:span") {
        endRun();
        spans.push(raised.has(attributes["text:style-name"] ?? ""));
      }
    },
    close(name: string): void {
      if (name !== "text:span") return;
      endRun();
      spans.pop();
    },
    end(): string {
      endRun();
      return oneLine(text);
    },
  };
}

function* rowsOf(
  content: ZipEntry,
  wanted: number,
  came: ((done: number, of: number) => void) | undefined,
): Generator<readonly SheetRow[], Merged> {
  const merged = new Map<string, number>();
  const raised = new Set<string>();
  const reader = textReader(raised);
  let [sheet, depth, beside] = [-1, 0, 0];
  let style = "";
  let cell: Attributes | undefined;
  let [line, times, column] = [0, 1, 0];
  let values: SheetValue[] = [];
  let rows: SheetRow[] = [];

  const open = (name: string, attributes: Attributes): void => {
    if (name === "style:style") style = attributes["style:name"] ?? "";
    else if (name === "style:text-properties" && /^(super|[1-9]\d*%)/.test(attributes["style:text-position"] ?? ""))
      raised.add(style);
    else if (name === "table:table") {
      depth += 1;
      if (depth === 1) sheet += 1;
    }
    if (sheet !== wanted || depth !== 1) return;
    if (beside > 0 || isBeside(name)) beside += 1;
    else if (name === "table:table-row") {
      times = countOf(attributes["table:number-rows-repeated"]);
      [column, values] = [0, []];
    } else if (isCell(name)) {
      cell = attributes;
      reader.begin();
    } else reader.open(name, attributes);
  };
  const close = (name: string): void => {
    if (sheet === wanted && depth === 1) {
      if (beside > 0) beside -= 1;
      else if (isCell(name) && cell) {
        takeCell(cell, reader.end(), name === "table:covered-table-cell");
        cell = undefined;
      } else if (name === "table:table-row") {
        if (values.length > 0) {
          if (line + times > MOST_ROWS) throw fault("workbook-too-large", "a sheet", `${MOST_ROWS} rows`);
          for (let one = 1; one <= times; one += 1) rows.push({ line: line + one, values });
        }
        line += times;
      } else reader.close(name);
    }
    if (name === "table:table") depth -= 1;
  };
  const takeCell = (attributes: Attributes, text: string, isCovered: boolean): void => {
    const repeated = countOf(attributes["table:number-columns-repeated"]);
    // What a merged cell covers is kept by some programs, and shown by none.
    const said = isCovered ? "" : valueText(attributes, text);
    if (said.trim() !== "") {
      if (column + repeated > MOST_COLUMNS) throw fault("workbook-too-large", "a sheet", `${MOST_COLUMNS} columns`);
      const isNumber = !["string", undefined].includes(attributes["office:value-type"]);
      const isFromOutside = /'(file|https?|smb|ftp):/i.test(attributes["table:formula"] ?? "");
      for (let one = 0; one < repeated; one += 1) {
        values.push({ column: column + one, text: said, isNumber, ...(isFromOutside && { isFromOutside }) });
      }
      const tall = countOf(attributes["table:number-rows-spanned"]);
      if (tall > 1) merged.set(`${line + 1}:${column}`, tall);
    }
    column += repeated;
  };
  const takeText = (said: string): void => {
    if (cell && beside === 0) reader.text(said);
  };
  for (const _ of walk(content.parts(came), CONTENT, { open, close, text: takeText })) {
    if (rows.length > 0) yield rows;
    rows = [];
    if (sheet > wanted) break;
  }
  return merged;
}

/** How often a cell or a row is repeated, or over how many rows it stands: once, where nothing is said. */
function countOf(said: string | undefined): number {
  const count = Number(said ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
}

function valueText(attributes: Attributes, text: string): string {
  const value = attributes["office:value"];
  switch (attributes["office:value-type"]) {
    case "float":
    case "currency":
      return numberText(value ?? text, undefined);
    case "percentage":
      return numberText(value ?? text, "percent");
    case "date":
      return dateText(attributes["office:date-value"] ?? text, text);
    case "boolean":
      return attributes["office:boolean-value"] === "true" ? "TRUE" : "FALSE";
    case undefined:
      return attributes["table:formula"] !== undefined && text === "" ? UNCOMPUTED : text;
    default:
      return text;
  }
}

/** "2018-03-31", or "2018-03" where the cell shows a month and a year: "Mar-18". */
const dateText = (date: string, shown: string): string =>
  date.slice(0, /^\p{L}{3,}[ .'’-]*(\d{2}|\d{4})$/u.test(shown.trim()) ? 7 : 10);

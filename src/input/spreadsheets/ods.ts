// ODS that is read: its sheets as rows of text. Formulas are not computed and nothing outside the file is looked at.

import {
  type Book,
  MOST_COLUMNS,
  MOST_ROWS,
  type SheetRow,
  type SheetShape,
  type SheetValue,
  type Span,
} from "./book.ts";
import { brokenCell, brokenPart, fault } from "./fault.ts";
import { countOf, odsCellText, odsTextReader } from "./ods-cell.ts";
import { type OdsStyles, odsStyles } from "./ods-styles.ts";
import { walk, walkAll } from "./xml.ts";
import type { Attributes } from "./xml-listener.ts";
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
  const styles = odsStyles();
  const shared = entries.get("styles.xml");
  if (shared) walkAll(shared.parts(), shared.name, styles);
  const sheets = sheetsIn(content, styles).map(({ name, isHidden }, index) => ({
    ...{ name, isHidden },
    rows: (came?: (done: number, of: number) => void) => rowsOf(content, index, styles, came),
  }));
  return { sheets, hasMacros: [...entries.keys()].some((name) => /^(Basic|Scripts)\/./.test(name)) };
}

/**
 * The tables of a document, and those that are copies of another document's: the first have no source of theirs. Its
 * styles are learnt on the way, as they stand above the tables.
 */
function sheetsIn(content: ZipEntry, styles: OdsStyles): { name: string; isHidden: boolean }[] {
  const sheets: { name: string; isHidden: boolean }[] = [];
  let depth = 0;
  walkAll(content.parts(), CONTENT, {
    open(name, attributes) {
      if (sheets.length === 0) styles.open(name, attributes);
      if (name !== "table:table") return;
      depth += 1;
      const isHidden = styles.hides("table", attributes["table:style-name"]);
      if (depth === 1) sheets.push({ name: attributes["table:name"] ?? "", isHidden });
    },
    close(name) {
      if (sheets.length === 0) styles.close(name);
      if (name === "table:table") depth -= 1;
    },
    text(said) {
      if (sheets.length === 0) styles.text(said);
    },
  });
  return sheets;
}

/** What stands inside a cell without being its text: comments, pictures, forms. */
const isBeside = (name: string): boolean => name === "office:annotation" || /^(draw|form):/.test(name);
const isCell = (name: string): boolean => name === "table:table-cell" || name === "table:covered-table-cell";

/** The columns of a sheet as they are declared: which nobody sees, and the style of cells that have none. */
function columnsOf(styles: OdsStyles) {
  const hidden: Span[] = [];
  const usual: { readonly last: number; readonly style: string }[] = [];
  let next = 0;
  return {
    hidden,
    take(attributes: Attributes, isFolded: boolean): void {
      const first = next;
      next += countOf(attributes["table:number-columns-repeated"]);
      if (isFolded || isUnseen(attributes) || styles.hides("table-column", attributes["table:style-name"]))
        hidden.push([first, next - 1]);
      usual.push({ last: next - 1, style: attributes["table:default-cell-style-name"] ?? "" });
    },
    styleAt: (column: number): string => usual.find(({ last }) => column <= last)?.style ?? "",
  };
}

/** Whether a row or a column was hidden, or filtered away. */
const isUnseen = (attributes: Attributes): boolean =>
  ["collapse", "filter"].includes(attributes["table:visibility"] ?? "");

/** Groups of rows or of columns that are folded up, one within the other. */
const GROUP = /^table:table-(?:row|column)-group$/;

function* rowsOf(
  content: ZipEntry,
  wanted: number,
  styles: OdsStyles,
  came: ((done: number, of: number) => void) | undefined,
): Generator<readonly SheetRow[], SheetShape> {
  const merged = new Map<string, number>();
  const columns = columnsOf(styles);
  const reader = odsTextReader(styles);
  const folded: boolean[] = [];
  let [sheet, depth, beside] = [-1, 0, 0];
  let row: Attributes = {};
  let cell: Attributes | undefined;
  let [line, times, column] = [0, 1, 0];
  let values: SheetValue[] = [];
  let rows: SheetRow[] = [];

  const open = (name: string, attributes: Attributes): void => {
    if (name === "table:table") {
      depth += 1;
      if (depth === 1) sheet += 1;
    }
    if (sheet !== wanted || depth !== 1) return;
    if (beside > 0 || isBeside(name)) beside += 1;
    else if (GROUP.test(name)) folded.push(attributes["table:display"] === "false");
    else if (name === "table:table-column") columns.take(attributes, folded.includes(true));
    else if (name === "table:table-row") {
      row = attributes;
      times = countOf(attributes["table:number-rows-repeated"]);
      [column, values] = [0, []];
    } else if (isCell(name)) {
      if (cell) throw brokenCell(column, line + 1, "holds another cell");
      cell = attributes;
      reader.begin();
    } else reader.open(name, attributes);
  };
  const close = (name: string): void => {
    if (sheet === wanted && depth === 1) {
      if (beside > 0) beside -= 1;
      else if (isCell(name) && cell) {
        takeCell(cell, name === "table:covered-table-cell");
        cell = undefined;
      } else if (GROUP.test(name)) folded.pop();
      else if (name === "table:table-row") {
        if (values.length > 0) takeRow();
        line += times;
      } else reader.close(name);
    }
    if (name === "table:table") depth -= 1;
  };
  const takeRow = (): void => {
    if (line + times > MOST_ROWS) throw fault("workbook-too-large", "a sheet", `${MOST_ROWS} rows`);
    const isHidden = folded.includes(true) || isUnseen(row) || styles.hides("table-row", row["table:style-name"]);
    for (let one = 1; one <= times; one += 1) rows.push({ line: line + one, values, ...(isHidden && { isHidden }) });
  };
  const takeCell = (attributes: Attributes, isCovered: boolean): void => {
    const repeated = countOf(attributes["table:number-columns-repeated"]);
    const style = attributes["table:style-name"] ?? row["table:default-cell-style-name"] ?? columns.styleAt(column);
    // What a merged cell covers is kept by some programs, and shown by none.
    const said = isCovered ? "" : odsCellText(attributes, reader.end(), { line: line + 1, column, style }, styles);
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
  return { merged, hiddenColumns: columns.hidden };
}

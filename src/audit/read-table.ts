// A published table as text → its headings and rows: CSV, tab-separated, piped, or columns set apart by spaces.
import { readCell } from "../cell.ts";
import { isBlank, type Record, readCsv, type Stop } from "../csv.ts";
import { key } from "../names.ts";
import { parsePeriod } from "../period.ts";
import { spokenBy } from "./headings.ts";

export interface Heading {
  /** The position of the column, counted from 1. */
  readonly column: number;
  readonly line: number;
  readonly text: string;
  /** The heading above it, over several columns; blank where there is none. */
  readonly group: string;
}

export interface TableRow {
  readonly line: number;
  /** The measure that the row is of; a row without a name goes on with the one above it. */
  readonly name: string;
  readonly continues: boolean;
  readonly cells: readonly string[];
}

export interface PublishedTable {
  readonly file: string;
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
  /** Rows with more cells than there are headings: which cell is of which column is not certain. */
  readonly ragged: readonly { readonly line: number; readonly cells: number }[];
}

/** The tables of a text, one below the other; none where it has no headings over rows of cells. */
export function readTables(text: string, file: string): { tables: PublishedTable[]; stop: Stop | undefined } {
  const { records, stop } = recordsOf(text);
  const filled = records.filter((record) => !isBlank(record));
  const starts = [0, ...filled.flatMap((_, index) => (beginsTable(filled, index) ? [index] : []))];
  const tables = starts.flatMap((start, index) => tableOf(filled.slice(start, starts[index + 1]), file) ?? []);
  return { tables, stop };
}

/** Whether a title or a blank line, and then a row of headings of their own, begin another table below rows of figures. */
function beginsTable(filled: readonly Record[], index: number): boolean {
  const [before, record, next] = [filled[index - 1], filled[index], filled[index + 1]];
  if (!before || !record || !next || !filled.slice(0, index).some(isData)) return false;
  if (count(record) === 1) return isHeader(next, filled[index + 2]);
  const isApart = record.line > before.line + 1 && count(before) > 1;
  return isApart && isHeader(record, next);
}

/** Words alone, of which most say what a column holds, with figures below. */
function isHeader(record: Record, next: Record | undefined): boolean {
  const [, ...cells] = record.cells.filter((cell) => cell.trim() !== "");
  const spoken = cells.filter((cell) => {
    const { kinds, period } = spokenBy(cell, "");
    return kinds.length > 0 || period !== undefined;
  });
  return cells.length > 1 && !isData(record) && spoken.length * 2 > cells.length && next !== undefined;
}

function tableOf(filled: readonly Record[], file: string): PublishedTable | undefined {
  const first = filled.findIndex((record) => isData(record));
  const top = (first < 0 ? filled.slice(0, 1) : filled.slice(0, first)).filter((record) => count(record) > 1);
  const titles = filled.slice(0, Math.max(first, 0)).filter((record) => count(record) === 1);
  const [over, header] = top.length > 1 ? [top.at(-2), top.at(-1)] : [undefined, top.at(-1)];
  if (!header) return undefined;
  const headings = headingsOf(over, header);
  const width = headings.length;
  const body = filled
    .slice(filled.indexOf(header) + 1)
    .filter((record) => key(record.cells.join()) !== key(header.cells.join()));
  // A row with one cell is a heading between rows or a note below them, not a measure.
  const rows = body.filter((record) => count(record) > 1);
  const isRagged = (record: Record): boolean => record.cells.slice(width).some((cell) => cell.trim() !== "");
  let name = "";
  return {
    file,
    title: clean(titles[0]?.cells.find((cell) => cell.trim() !== "") ?? ""),
    headings,
    rows: rows.flatMap((record) => {
      if (isRagged(record)) return [];
      const own = clean(record.cells[0] ?? "");
      name = own === "" ? name : own;
      return [
        {
          line: record.line,
          name,
          continues: own === "",
          cells: record.cells.map((cell) => withoutMarks(clean(cell))),
        },
      ];
    }),
    ragged: rows.filter(isRagged).map(({ line, cells }) => ({ line, cells: cells.length })),
  };
}

const clean = (cell: string): string => cell.replace(/\s+/g, " ").trim();
/** "220.0% [u]", "1,204 [note 2]", "1110*" and "1,100 (p)" are the figures without their shorthand. */
export const withoutMarks = (cell: string): string =>
  cell.replace(
    /^([(+−–-]? ?£?[\d.,]+ ?%?\)?) ?(?:(?:\[[^\]]*\]|\((?:[a-z]|note \d+|provisional|revised|estimated?)\)|[*†‡^¹²³]+) ?)+$/i,
    "$1",
  );
const count = ({ cells }: Record): number => cells.filter((cell) => cell.trim() !== "").length;

/** A number with a letter in it, or what a broken formula left: a figure that went wrong. */
export const isSpoilt = (cell: string): boolean =>
  /^\s*(#[A-Z/0]+[!?]?|[(+−–-]? ?\d[\d,.]*[OolISZ][\d,.OolISZ]*\)?%?)\s*$/.test(cell);
/** Whether a cell holds a number, or one that went wrong. */
export function isFigure(cell: string): boolean {
  const read = readCell(cell);
  return (typeof read === "object" && "number" in read) || isSpoilt(cell);
}

/** Whether a record holds figures; years that head columns are none. */
function isData({ cells }: Record): boolean {
  const figures = cells.slice(1).filter(isFigure);
  return figures.some((cell) => !/^(19|20)\d\d$/.test(cell.trim()) || typeof parsePeriod(cell) !== "object");
}

/** One heading a column; those of the row above reach on to the right over blank cells. */
function headingsOf(over: Record | undefined, header: Record): Heading[] {
  const width = Math.max(header.cells.length, over?.cells.length ?? 0);
  const overs = over ? spread(over.cells, header.cells) : [];
  let group = "";
  const made: Heading[] = [];
  for (let index = 0; index < width; index += 1) {
    const above = clean(overs[index] ?? "");
    const own = clean(header.cells[index] ?? "");
    if (above !== "") group = above;
    if (own === "" && above !== "" && over) made.push({ column: index + 1, line: over.line, text: above, group: "" });
    else made.push({ column: index + 1, line: header.line, text: own, group });
  }
  while (made.at(-1)?.text === "") made.pop();
  return made;
}

/** Merged headings that lost their blank cells, as documents copy them, each over as many columns as the others. */
function spread(over: readonly string[], header: readonly string[]): readonly string[] {
  const lead = header.findIndex((cell) => cell.trim() !== "");
  const [groups, columns] = [over.length - lead, header.length - lead];
  const isCopied = lead > 0 && groups > 1 && groups < columns && over.every((cell) => cell.trim() !== "");
  if (!isCopied || columns % groups !== 0) return over;
  const blanks = Array.from({ length: columns / groups - 1 }, () => "");
  return [...over.slice(0, lead), ...over.slice(lead).flatMap((cell) => [cell, ...blanks])];
}

/** The records of a text, by whichever sign sets its cells apart. */
export function recordsOf(text: string): { records: readonly Record[]; stop: Stop | undefined } {
  const lines = text.split(/\r\n|\n|\r/);
  const written = lines.filter((line) => line.trim() !== "");
  const most = (of: (line: string) => boolean): boolean =>
    written.length > 1 && written.filter(of).length >= 0.8 * written.length;
  const split = (cells: (line: string) => string[]): { records: Record[]; stop: undefined } => ({
    records: lines
      .map((line, index) => ({ line: index + 1, cells: cells(line) }))
      .filter(({ cells: [only = "", ...rest] }) => rest.length > 0 || !/^[\s|:+-]*$/.test(only)),
    stop: undefined,
  });
  if (most((line) => /^\s*\|.*\|.*\|\s*$/.test(line))) {
    return split((line) =>
      /^[\s|:+-]*$/.test(line)
        ? [""]
        : line
            .trim()
            .replace(/^\||\|$/g, "")
            .split("|"),
    );
  }
  // Words set apart by single spaces are of one cell; columns copied from a page stand at least two apart.
  const spaced = /\S {2,}\S/;
  if (!text.includes("\t") && !text.includes('"') && most((line) => spaced.test(line) && !/,\S+,/.test(line))) {
    return split((line) => line.trim().split(/ {2,}/));
  }
  const { records, stop } = readCsv(text);
  return { records, stop };
}

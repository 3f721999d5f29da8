// A published table as text → its headings and rows: CSV, tab-separated, piped, or columns set apart by spaces.

import { nameKey } from "../../core/names.ts";
import { parsePeriod } from "../../core/period.ts";
import { isBlank, type Record, readCsv, type Stop } from "../../input/csv/csv.ts";
import { isFigure, withoutMarks } from "./figure-text.ts";
import { spokenBy } from "./headings.ts";
import { spreadHeadings } from "./merged.ts";

export interface Heading {
  /** The position of the column, counted from 1. */
  readonly column: number;
  readonly line: number;
  readonly text: string;
  /** What it says in full, where another column gives its unit. */
  readonly says?: string;
  /** The heading above it, over several columns; blank where there is none. */
  readonly group: string;
  /** That headings above it were merged, and it is not clear which of them it stands under. */
  readonly isUnclear?: boolean;
}

export interface TableRow {
  readonly line: number;
  /** The measure that the row is of; a row without a name goes on with the one above it. */
  readonly name: string;
  readonly continues: boolean;
  readonly cells: readonly string[];
  /** The columns of cells that carry the mark of a note: "3^", "18*". */
  readonly noted?: ReadonlySet<number>;
}

export interface PublishedTable {
  readonly file: string;
  readonly title: string;
  /** What its counts were rounded to, where it or the command says so. */
  readonly roundedTo?: number;
  /** From how many on they were, where not all were. */
  readonly roundedFrom?: number | undefined;
  /** Whether its numbers lost the noughts at their end: how far one was rounded is then not known. */
  readonly losesNoughts?: boolean;
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
  /** Whether it stands right below another one whose rows have the same heading. */
  readonly follows?: boolean;
  /** The parts that it was joined of: behind which column each begins, and on which lines its rows stand. */
  readonly parts?: readonly { readonly file: string; readonly from: number; readonly lines: readonly number[] }[];
  /** Rows with more cells than there are headings: which cell is of which column is not certain. */
  readonly ragged: readonly { readonly line: number; readonly cells: number }[];
}

/** What is known of where the tables of a text stand. */
interface Known {
  readonly isGrid?: boolean;
  readonly headRows?: number | undefined;
  /** Where the title and the headings of each of its tables stand, where that is marked. */
  readonly heads?: readonly HeadLines[] | undefined;
}
export interface HeadLines {
  readonly from: number;
  readonly to: number | undefined;
  /** Whether nothing stands between the table and the one before it. */
  readonly follows: boolean;
}

/**
 * The tables among records, one below the other; none where there are no headings over rows of cells. In the grid of a
 * sheet or a page it is certain which column a cell is of, whatever stands beside the table.
 */
export function readTables(
  records: readonly Record[],
  file: string,
  { isGrid = false, headRows = 0, heads = [] }: Known = {},
): PublishedTable[] {
  const filled = records.filter((record) => !isBlank(record));
  const first = filled.findIndex(isData);
  const starts =
    heads.length > 0
      ? heads.map(({ from }) => filled.findIndex(({ line }) => line >= from))
      : [
          0,
          ...filled.flatMap((_, index) => (index > first && first >= 0 && beginsTable(filled, index) ? [index] : [])),
        ];
  return starts.flatMap(
    (start, index) => tableOf(filled.slice(start, starts[index + 1]), file, isGrid, headRows, heads[index]) ?? [],
  );
}

/** Whether a title or a blank line, and then a row of headings of their own, begin another table below rows of figures. */
function beginsTable(filled: readonly Record[], index: number): boolean {
  const [before, record, next] = [filled[index - 1], filled[index], filled[index + 1]];
  if (!before || !record || !next) return false;
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
  return (
    cells.length > (next && isData(next) ? 0 : 1) &&
    !isData(record) &&
    spoken.length * 2 > cells.length &&
    next !== undefined
  );
}

function tableOf(
  filled: readonly Record[],
  file: string,
  isGrid: boolean,
  headRows: number,
  heads: HeadLines | undefined,
): PublishedTable | undefined {
  const first = filled.findIndex((record) =>
    heads?.to === undefined
      ? isData(record) || (headRows > 0 && record.line > headRows && hasNumbers(record))
      : record.line > heads.to,
  );
  const top = (first < 0 ? filled.slice(0, 1) : filled.slice(0, first)).filter((record) => count(record) > 1);
  const titles = filled.slice(0, Math.max(first, 0)).filter((record) => count(record) === 1);
  const header = top.at(-1);
  if (!header) return undefined;
  const headings = headingsOf(oversOf(top), header, widthOf(filled.slice(Math.max(first, 0))));
  const width = headings.length;
  const body = filled
    .slice(filled.indexOf(header) + 1)
    .filter((record) => nameKey(record.cells.join()) !== nameKey(header.cells.join()));
  // A row with one cell is a heading between rows or a note below them, not a measure.
  const rows = body.filter((record) => count(record) > 1);
  const isRagged = (record: Record): boolean => !isGrid && record.cells.slice(width).some((cell) => cell.trim() !== "");
  // A table of tables names the measure behind the table that it is of.
  const [lead, second] = headings.map(({ text }) => text);
  const nameAt =
    /^(table|priority|theme|id|ref)$/i.test(lead ?? "") && /^(measure|indicator)$/i.test(second ?? "") ? 1 : 0;
  let name = "";
  return {
    file,
    title: clean(titles[0]?.cells.find((cell) => cell.trim() !== "") ?? ""),
    ...(heads?.follows && { follows: true }),
    headings,
    rows: rows.flatMap((record) => {
      if (isRagged(record)) return [];
      const own = clean(record.cells[nameAt] ?? "");
      name = own === "" ? name : own;
      return [
        {
          line: record.line,
          name,
          continues: own === "",
          noted: new Set(
            record.cells.flatMap((cell, index) => (/\d ?%?[*†‡^]+$/.test(cell.trim()) ? [index + 1] : [])),
          ),
          cells: record.cells.map((cell) => withoutMarks(clean(cell))),
        },
      ];
    }),
    ragged: rows.filter(isRagged).map(({ line, cells }) => ({ line, cells: cells.length })),
  };
}

/** How many cells most of the first rows of figures have. */
function widthOf(rows: readonly Record[]): number {
  const lengths = rows
    .slice(0, 100)
    .filter(isData)
    .map(({ cells }) => cells.length);
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

const clean = (cell: string): string => cell.replace(/\s+/g, " ").trim();
const count = ({ cells }: Record): number => cells.filter((cell) => cell.trim() !== "").length;

/** Whether a record below rows of headings holds numbers in words, as "2,100 people"; a second row of headings may name periods. */
const hasNumbers = ({ cells }: Record): boolean =>
  cells.slice(1).some((cell) => /^[^a-z]{0,3}\d/i.test(cell.trim()) && spokenBy(cell, "").period === undefined);

/** Whether a record holds figures; years that head columns are none. */
function isData({ cells }: Record): boolean {
  const figures = cells.slice(1).filter(isFigure);
  return figures.some(
    (cell) => !/^(19|20)\d\d( ?%)?$/.test(cell.trim()) || typeof parsePeriod(cell.replace("%", "")) !== "object",
  );
}

/** One heading a column; those of the rows above it reach on to the right over blank cells. */
function headingsOf(overs: readonly Record[], header: Record, width: number): Heading[] {
  const above = overs.map((record) => ({
    record,
    cells: spreadHeadings(record.cells, header.cells, width),
    group: "",
  }));
  const made: Heading[] = [];
  const most = Math.max(width, header.cells.length, ...overs.map(({ cells }) => cells.length));
  for (let index = 0; index < most; index += 1) {
    const own = clean(header.cells[index] ?? "");
    let isUnclear = false;
    let text = own;
    let line = header.line;
    for (const [at, over] of above.entries()) {
      const said = over.cells.length > index ? over.cells[index] : "";
      isUnclear ||= said === undefined;
      const cell = clean(said ?? "");
      if (cell !== "") over.group = cell;
      // Under a heading of its own, what reached on from the left in the rows below it ends.
      if (cell !== "") for (const lower of above.slice(at + 1)) lower.group = "";
      if (own === "" && cell !== "") [text, line] = [cell, over.record.line];
    }
    const isOver = own === "" && text !== "";
    const group = isOver
      ? ""
      : above
          // A heading merged downwards stands in both rows.
          .flatMap((over) => (over.group === "" || nameKey(over.group) === nameKey(own) ? [] : [over.group]))
          .join(": ");
    made.push({ column: index + 1, line, text, group: isUnclear ? "" : group, ...(isUnclear && { isUnclear }) });
  }
  while (made.at(-1)?.text === "" && !made.at(-1)?.isUnclear) made.pop();
  return made;
}

/** Up to two rows of headings over the last one. A row further up is one of them where its first cell is blank or alone. */
function oversOf(top: readonly Record[]): Record[] {
  const [third, over, header] = top.length > 2 ? top.slice(-3) : [undefined, ...top.slice(-2)];
  if (!over || !header) return [];
  const isAlone = !isFilled(third?.cells[0]) || !(isFilled(over.cells[0]) || isFilled(header.cells[0]));
  return third && isAlone && third.line + 1 === over.line ? [third, over] : [over];
}
const isFilled = (cell: string | undefined): boolean => (cell ?? "").trim() !== "";

/** The records of a text, by whichever sign sets its cells apart. */
export function recordsOfText(text: string): { records: readonly Record[]; stop: Stop | undefined } {
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
            .split(/(?<!\\)\|/)
            .map((cell) => cell.replace(/\\([[\]|*_`\\<>#])/g, "$1")),
    );
  }
  // Words set apart by single spaces are of one cell; columns copied from a page stand at least two apart.
  const spaced = /\S {2,}\S/;
  if (!text.includes("\t") && !text.includes('"') && most((line) => spaced.test(line) && !/,\S+,/.test(line))) {
    // A line that begins further in begins with a blank cell.
    return split((line) => line.trimEnd().split(/ {2,}/));
  }
  const { records, stop } = readCsv(text);
  return { records, stop };
}

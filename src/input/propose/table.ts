// The table in a file that no source knows: its headings, what stands above them, and its records.

import { isMarker, readCell } from "../csv/cell.ts";
import type { Record } from "../csv/csv.ts";
import { spannedBy } from "./headings.ts";

/** A table, as the records of a file show it. */
export interface SeenTable {
  /** The record of the headings; nothing where the first record is one of figures. */
  readonly header: Record | undefined;
  /** Nothing but blank lines stands above the headings. */
  readonly isFirst: boolean;
  /** The lines of the headings: those above too, where columns of figures have their heading there alone. */
  readonly lines: readonly number[];
  readonly headings: readonly string[];
  /** The words over each column: its heading, units below it, and headings above it, the nearest first. */
  readonly words: readonly (readonly string[])[];
  /** The lines above the headings that hold one cell, as a title does; and all cells above. */
  readonly titles: readonly string[];
  readonly above: readonly string[];
  readonly rows: readonly Record[];
  /** Lines at which further tables begin. */
  readonly others: readonly number[];
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;
const isNumber = (cell: string): boolean => {
  const read = readCell(cell);
  return read !== "not a number" && !("gap" in read);
};
const hasNumber = ({ cells }: Record): boolean => cells.some(isNumber);

/** From this share of what most records fill on, a record may be that of the headings. */
const HEADED = 0.6;

/** How many cells the middle one of the records of two cells or more fills. */
function usualWidth(records: readonly Record[]): number {
  const widths = records.map(({ cells }) => filledIn(cells)).filter((filled) => filled > 1);
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
}

/** "Number", "£m", "per 1,000": what a row of units holds, below the headings. */
const UNIT = /^(\(?(no\.?|numbers?|count|%|per ?cent.*|percentages?|rates?.*|per .*|£.*|thousands?|000s?)\)?)$/i;

/** The table of a file; nothing where no records stand below anything like headings. */
export function tableIn(records: readonly Record[]): SeenTable | undefined {
  const width = usualWidth(records);
  if (width === 0) return undefined;
  const wide = records.findIndex(({ cells }) => filledIn(cells) >= Math.max(2, HEADED * width));
  if (wide < 0) return undefined;
  let at = headingsAt(records, wide);
  const filled = (index: number): number => filledIn(records[index]?.cells ?? []);
  const next = (index: number): number => records.findIndex((one, i) => i > index && filledIn(one.cells) > 0);
  // Headings in two rows: the lower one says more, and no figures.
  const below = next(at);
  const lower = records[below];
  const isText =
    lower !== undefined && !isFigures(lower) && filled(below) > 1 && records.slice(below + 1).some(hasNumber);
  const isUnits =
    isText &&
    (lower.cells[0] ?? "").trim() === "" &&
    lower.cells.every((cell) => cell.trim() === "" || UNIT.test(cell.trim()));
  if (isText && !isUnits && filled(below) > filled(at) && records.slice(next(below)).some(hasNumber)) at = below;
  const found = records[at];
  if (!found) return undefined;
  const units = isUnits ? lower : undefined;
  const isHeaded = !isOfFigures(found, records.slice(at + 1));
  const header = isHeaded ? records[at] : undefined;
  const first = isHeaded ? (units ? below + 1 : at + 1) : at;
  const above = records.slice(0, at).filter((one) => filledIn(one.cells) > 0 && !isFigures(one));
  const { rows, others } = rowsOf(records.slice(first), header);
  const most = rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.cells.length ?? 0);
  const headings = Array.from({ length: most }, (_, index) => (header?.cells[index] ?? "").replace(/\s+/g, " ").trim());
  return {
    header,
    isFirst: above.length === 0,
    lines: header ? linesOf(header, above, rows) : [],
    headings,
    words: headings.map((_, column) => spannedBy(column, header, units, above)),
    titles: above
      .filter(({ cells }) => filledIn(cells) === 1)
      .flatMap(({ cells }) => cells.find((one) => one.trim()) ?? []),
    above: above.flatMap(({ cells }) => cells.map((one) => one.trim()).filter((one) => one !== "")),
    rows,
    others,
  };
}

/** Columns of figures without a heading of their own have it further up. */
function linesOf(header: Record, above: readonly Record[], rows: readonly Record[]): number[] {
  const lines = new Set([header.line]);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (let column = 1; column < width; column += 1) {
    const isNameless =
      (header.cells[column] ?? "").trim() === "" && rows.some(({ cells }) => isNumber(cells[column] ?? ""));
    const over = isNameless ? above.findLast(({ cells }) => (cells[column] ?? "").trim() !== "") : undefined;
    if (over) lines.add(over.line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** Headings may be numbers: years, months, ages one after the other, the numbers of days. Others are figures. */
function isFigures({ cells }: Record): boolean {
  const numbers = cells.filter(isNumber).map((cell) => cell.trim());
  if (numbers.length === 0) return false;
  const isStep = numbers.every(
    (one, at) => at === 0 || (Number(one) > Number(numbers[at - 1]) && Number(one) - Number(numbers[at - 1]) <= 366),
  );
  const isOrder =
    isStep &&
    (numbers.length > 1 || cells.length === 2) &&
    numbers.every((one) => /^\d{1,2}$|^100$|^[3-6]\d{4}$/.test(one));
  return !isOrder && !numbers.every((one) => /^(19|20)\d\d(0[1-9]|1[0-2])?$/.test(one));
}

/** So far below each other the rows of one set of headings stand. */
const NEAR = 6;

/** The row of the headings: the last one of text before the figures, where the first wide row is not one or is followed by another. */
function headingsAt(records: readonly Record[], wide: number): number {
  const isText = (at: number): boolean => {
    const one = records[at];
    return one !== undefined && filledIn(one.cells) > 1 && !one.cells.some((cell) => isNumber(cell) || isMarker(cell));
  };
  const hasFirst = (at: number): boolean => (records[at]?.cells[0] ?? "").trim() !== "";
  const found = records[wide];
  const before = Array.from({ length: Math.min(NEAR, wide) }, (_, index) => wide - 1 - index).find(isText);
  const from = found && isFigures(found) && before !== undefined ? before : wide;
  if (hasFirst(from)) return from;
  for (let at = from + 1; at <= wide + NEAR; at += 1) {
    const next = records
      .slice(at + 1)
      .filter(({ cells }) => filledIn(cells) > 1)
      .slice(0, 3);
    const isLast = next.length > 0 && next.every(hasNumber);
    if (isText(at) && hasFirst(at) && isLast && records.slice(from + 1, at).some(isFigures)) return at;
  }
  return from;
}

/** Records of two cells or more; where a line like a title or the headings stands among them, another table begins. */
function rowsOf(records: readonly Record[], header: Record | undefined) {
  const others: number[] = [];
  const rows: Record[] = [];
  const heading = header?.cells.find((cell) => cell.trim() !== "")?.trim();
  for (const row of records) {
    const { cells, line } = row;
    const filled = filledIn(cells);
    const first = (cells.find((cell) => cell.trim() !== "") ?? "").trim();
    const isTitle = filled === 1 && /^(table|chart|figure) [a-z]?\d/i.test(first) && rows.length > 0;
    const isHeading = filled > 1 && first === heading && header?.cells.join() !== cells.join() && !hasNumber(row);
    if (isTitle || (isHeading && others.length === 0)) others.push(line);
    if (filled > 1 && others.length === 0) rows.push(row);
  }
  return { rows, others };
}

/** Whether what seems to be the headings is a record: it has a number where all below it have one, and names a column has again. */
function isOfFigures(header: Record, below: readonly Record[]): boolean {
  const rows = below.filter(({ cells }) => filledIn(cells) > 1).slice(0, 200);
  if (rows.length < 2) return false;
  return (
    header.cells.some(
      (cell, column) =>
        cell.trim() !== "" &&
        !isNumber(cell) &&
        rows.filter(({ cells }) => cells[column]?.trim() === cell.trim()).length > rows.length / 10,
    ) && header.cells.some((cell, column) => isNumber(cell) && rows.every(({ cells }) => isNumber(cells[column] ?? "")))
  );
}

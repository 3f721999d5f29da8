// Workbooks that are read: each sheet becomes the records that a CSV of it would give, its rows being their lines.
import type { Record } from "../csv/csv.ts";
import { eachOf } from "../each-of.ts";
import { lineRuns } from "../line-runs.ts";
import type { Book, BookSheet, SheetRow, SheetShape, Span } from "./book.ts";
import { fault } from "./fault.ts";
import { odsBook } from "./ods.ts";
import { xlsxBook } from "./xlsx.ts";
import { unzipped } from "./zip.ts";

export type { Book, BookSheet as Sheet, Span } from "./book.ts";
export { faultOf } from "./fault.ts";

/** Workbooks are read whole before their parts are unfolded. */
export const MOST_BOOK_MEBIBYTES = 256;
/** A sheet of more cells was filled by a program. */
const MOST_CELLS = 20_000_000;
/** Blank rows between others are kept, as titles and headings are told by what is near: so many of them. */
const MOST_BLANK = 20;

/** The workbook in the bytes of a file; nothing where they are of another kind of zipped file. Throws a fault. */
export function bookOf(bytes: Uint8Array): Book | undefined {
  if (isOldFile(bytes)) {
    // A locked .xlsx is wrapped in a file of the old kind, as a stream of this name.
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(LOCKED);
    throw isLocked ? fault("workbook-locked") : fault("workbook-old", "a workbook of Excel's old kind (.xls)");
  }
  const entries = unzipped(bytes);
  return odsBook(entries) ?? xlsxBook(entries);
}

const LOCKED = Buffer.from("EncryptedPackage", "utf16le");
const isOldFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

/** What must be known of a whole sheet before its first record is made. */
export interface Survey extends SheetShape {
  readonly width: number;
  /** Rows that hold something and that nobody sees. */
  readonly hiddenRows: readonly Span[];
  /** How many cells come from other workbooks, and the row of the first. */
  readonly outside: { readonly cells: number; readonly line: number };
  readonly cells: number;
  /** Its rows, where they are few enough to be kept rather than read again. */
  readonly kept: readonly (readonly SheetRow[])[] | undefined;
}

/** So many cells of a workbook are kept from its surveys: some 4 MiB. */
export const MOST_KEPT = 50_000;

/** Goes through a sheet; `room` is how many of its cells may be kept. */
export function surveyOf(sheet: BookSheet, room = 0): Survey {
  let [width, rows, cells, outside, line] = [0, 0, 0, 0, 0];
  let kept: (readonly SheetRow[])[] | undefined = [];
  const hidden = lineRuns();
  const shape = eachOf(sheet.rows(), (batch) => {
    kept?.push(batch);
    for (const row of batch) {
      rows += 1;
      if (row.isHidden) hidden.add(row.line);
      cells += row.values.length;
      width = Math.max(width, (row.values.at(-1)?.column ?? 0) + 1);
      if (Math.max(cells, rows * width) > MOST_CELLS) {
        throw fault("workbook-too-large", `the sheet "${sheet.name}"`, `${MOST_CELLS / 1e6} million cells`);
      }
      if (cells > room) kept = undefined;
      for (const value of row.values) {
        if (!value.isFromOutside) continue;
        if (outside === 0) line = row.line;
        outside += 1;
      }
    }
  });
  return { ...shape, width, hiddenRows: hidden.all(), outside: { cells: outside, line }, cells, kept };
}

/**
 * The records of a sheet, all of one width. Of cells merged over several rows, the words stand in each of them, as they
 * are read by people; a number stands in the first alone, so that it is not counted twice.
 */
export function* recordsOfSheet(
  sheet: BookSheet,
  { width, merged, kept }: Survey,
  came?: (done: number, of: number) => void,
): Generator<readonly Record[], undefined> {
  const batches = kept?.values() ?? sheet.rows(came);
  const running = new Map<number, { text: string; last: number }>();
  let line = 0;
  const recordOf = (row: SheetRow): Record => {
    const cells: string[] = Array(width).fill("");
    for (const [column, { text, last }] of running) {
      if (last >= row.line) cells[column] = text;
      else running.delete(column);
    }
    for (const { column, text, isNumber } of row.values) {
      cells[column] = text;
      const tall = merged.get(`${row.line}:${column}`);
      if (tall !== undefined && !isNumber) running.set(column, { text, last: row.line + tall - 1 });
    }
    return { line: row.line, cells };
  };
  for (let batch = batches.next(); !batch.done; batch = batches.next()) {
    const records: Record[] = [];
    for (const row of batch.value) {
      const first = Math.max(line + 1, row.line - MOST_BLANK);
      for (let blank = first; blank < row.line; blank += 1) records.push(recordOf({ line: blank, values: [] }));
      records.push(recordOf(row));
      line = row.line;
    }
    yield records;
  }
  return undefined;
}

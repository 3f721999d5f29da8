// CSV text → records that know their line. The only file that imports the CSV parser.
import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";

/** A record of the file: its cells as text, and the line on which it begins (counted from 1). */
export interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly separator: string;
  readonly records: readonly Record[];
  /** The line of the record in which a quoted cell begins that never ends; reading stopped there. */
  readonly unclosedQuote?: number;
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What bytes 0x80 to 0x9F are in Windows-1252 (TextDecoder on Node 20 gets them wrong). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The bytes as text, by their byte order mark or, without one, as UTF-8 where they are and Windows-1252 where not. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | "binary" {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeUtf8(bytes.subarray(3)) ?? "binary";
  if (a === 0xff && b === 0xfe) return decodeUtf16("utf-16le", bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return decodeUtf16("utf-16be", bytes.subarray(2));
  // Text saved as UTF-16 without a mark has a zero byte beside each Latin letter.
  if (a !== 0 && b === 0 && c !== 0) return decodeUtf16("utf-16le", bytes);
  if (a === 0 && b !== 0 && c === 0) return decodeUtf16("utf-16be", bytes);
  if (bytes.includes(0)) return "binary";
  return decodeUtf8(bytes) ?? { text: decodeWindows1252(bytes), encoding: "windows-1252" };
}

function decodeUtf8(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  return isUtf8(bytes) ? { text: inBuffer(bytes).toString("utf8"), encoding: "utf-8" } : undefined;
}

const inBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

function decodeUtf16(encoding: "utf-16le" | "utf-16be", bytes: Uint8Array) {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes("\0") ? ("binary" as const) : { text, encoding };
}

function decodeWindows1252(bytes: Uint8Array): string {
  return inBuffer(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
}

/** The separator that occurs most outside quotation marks in the first lines: a comma, a semicolon or a tab. */
export function sniffSeparator(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const count = (separator: string): number => sample.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The records of the text, blank lines among them as a record of one blank cell. */
export function readCsv(text: string, separator = sniffSeparator(text)): Csv {
  const options = {
    delimiter: separator,
    record_delimiter: text.includes("\r") ? ["\r\n", "\n", "\r"] : "\n",
    relax_column_count: true,
    // A quotation mark inside an unquoted cell is kept as it stands, as spreadsheets do.
    relax_quotes: true,
  };
  try {
    return { separator, records: numbered(parse(text, options)) };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    // What stands before the damage is sound and is kept.
    const sound = Number(error.records);
    const records = sound > 0 ? numbered(parse(text, { ...options, to: sound })) : [];
    return { separator, records, unclosedQuote: nextLine(records) };
  }
}

/** The parser's own line numbers count a CRLF inside a cell twice, so they are counted here. */
function numbered(rows: string[][]): Record[] {
  const records: Record[] = [];
  for (const cells of rows) records.push({ line: nextLine(records), cells });
  return records;
}

function nextLine(records: readonly Record[]): number {
  const last = records.at(-1);
  if (!last) return 1;
  return last.cells.reduce((line, cell) => line + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), last.line + 1);
}

/** A cell of a record, blank where the record is shorter. */
export const cellAt = (record: Record, index: number): string => record.cells[index] ?? "";

export const isBlank = (record: Record): boolean => record.cells.every((cell) => cell.trim() === "");

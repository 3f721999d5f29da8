// CSV text → records that know their line. The only file that imports the CSV parser.
import { isAscii, isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";

/** A record of the file: its cells as text, and the line on which it begins (counted from 1). */
export interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What bytes 0x80 to 0x9F are in Windows-1252 (TextDecoder on Node 20 gets them wrong). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A comma, a semicolon or a tab: the one that is found as often, outside quotation marks, on one line as on the next. */
function sniffSeparator(text: string): string {
  const sample = text.slice(0, 20_000);
  // Most files have no other sign that could be one: that is soon told.
  if (!sample.includes(";") && !sample.includes("\t")) return ",";
  const unquoted = sample.replace(/"[^"]*"/g, "");
  const separators = [",", ";", "\t"].filter((separator) => unquoted.includes(separator));
  const [only = ","] = separators;
  if (separators.length < 2) return only;
  const lines = unquoted.split(/\r\n|\n|\r/);
  const steady = (separator: string): number => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    return counts.filter((count, index) => count > 0 && (count === counts[index + 1] || count === counts[index - 1]))
      .length;
  };
  const often = (separator: string): number => lines.join("\n").split(separator).length;
  return separators.reduce((best, next) =>
    steady(next) > steady(best) || (steady(next) === steady(best) && often(next) > often(best)) ? next : best,
  );
}

/** How a file of text is written, as its first part shows. */
export interface Form {
  readonly encoding: Encoding;
  readonly separator: string;
}

/** Why reading stopped before the end of a file. */
export type Stop =
  | { readonly at: "binary" }
  | { readonly at: "unclosed quote" | "mixed encodings"; readonly line: number };

/** A quoted cell longer than this is one that was never closed. */
const LONGEST_CELL = 8 * 2 ** 20;

/** The beginning of a file, by which it is recognised, is parsed in pieces of so many letters, as far as it is asked for. */
const PIECE = 20_000;
const LAST_PIECE = 2 ** 17;

/** A faster reader of UTF-8 (skim.ts), of a file whose separator is known. What it leaves is read here. */
export interface Ahead {
  readonly separator: string;
  /** Takes what it can of the records that begin there, on that line; how many bytes and lines that was. */
  readonly take: (bytes: Uint8Array, line: number) => { readonly end: number; readonly lines: number };
}

/**
 * The records of a file given in parts, a batch for each part, so that memory holds no more than a part. `seen` is told
 * how the file is written before the first batch. Blank lines are records of one blank cell. Answers with why it stopped
 * early; what stands before the stop is sound and was given. What `ahead` takes of a part comes in no batch.
 */
export function* readRecords(
  parts: Iterable<Uint8Array>,
  seen: (form: Form) => void = () => {},
  ahead?: Ahead,
): Generator<readonly Record[], Stop | undefined> {
  const windows = decoder(parts);
  let form: Form | undefined = ahead && { encoding: "utf-8", separator: ahead.separator };
  let rest = "";
  let line = 1;
  for (let part = windows.next(); ; part = windows.next()) {
    const last = part.done === true;
    if (part.done && part.value === "binary") return { at: "binary" };
    if (part.done && part.value === "mixed") return { at: "mixed encodings", line };
    let start = 0;
    if (ahead && rest === "" && !part.done && part.value.bytes) {
      const { end, lines } = ahead.take(part.value.bytes, line);
      start = end;
      line += lines;
      if (end === part.value.bytes.length) continue;
    }
    const window = part.done ? "" : textOf(part.value, start);
    const isFirst = !form;
    if (!form) {
      form = { encoding: part.done ? "utf-8" : part.value.encoding, separator: sniffSeparator(window) };
      seen(form);
    }
    for (const piece of isFirst ? piecesOf(window) : [window]) {
      // A part ends at the end of a line; whether that ends a record shows when its quotes are read.
      const { rows, unread } = parseRows(rest + piece, form.separator);
      const records: Record[] = [];
      for (const cells of rows) {
        records.push({ line, cells });
        line = cells.reduce((count, cell) => count + lineBreaks(cell), line + 1);
      }
      if (records.length > 0) yield records;
      rest = unread;
    }
    if (rest !== "" && (last || rest.length > LONGEST_CELL)) return { at: "unclosed quote", line };
    if (last) return undefined;
  }
}

function* piecesOf(text: string): Generator<string> {
  let at = 0;
  for (let end = text.indexOf("\n", PIECE) + 1; end > 0 && at < LAST_PIECE; end = text.indexOf("\n", at + PIECE) + 1) {
    yield text.slice(at, end);
    at = end;
  }
  yield text.slice(at);
}

const lineBreaks = (cell: string): number =>
  cell.includes("\n") || cell.includes("\r") ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;

/** The rows of a text and what is left of it: the record in which a quoted cell does not end. */
function parseRows(text: string, separator: string): { rows: string[][]; unread: string } {
  const split = splitRows(text, separator);
  if (split) return { rows: split, unread: "" };
  const options = {
    delimiter: separator,
    record_delimiter: text.includes("\r") ? ["\r\n", "\n", "\r"] : "\n",
    relax_column_count: true,
    // A quotation mark inside an unquoted cell is kept as it stands, as spreadsheets do.
    relax_quotes: true,
  };
  try {
    return { rows: parse(text, options), unread: "" };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    const sound = Number(error.records);
    if (sound === 0) return { rows: [], unread: text };
    const read = parse(text, { ...options, to: sound, info: true }) as unknown as {
      info: { bytes: number };
      record: string[];
    }[];
    const bytes = read.at(-1)?.info.bytes ?? 0;
    return { rows: read.map(({ record }) => record), unread: Buffer.from(text).subarray(bytes).toString() };
  }
}

/** The rows of a text in which every line is one, as `cellsOf` reads it; nothing for any other text. */
export function splitRows(text: string, separator: string): string[][] | undefined {
  const lines = text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const rows: string[][] = [];
  for (const line of lines) {
    const cells = cellsOf(line, separator);
    if (!cells) return undefined;
    rows.push(cells);
  }
  return rows;
}

/** The cells of one line; nothing where quotation marks are elsewhere than at the edges of cells or doubled inside. */
export function cellsOf(line: string, separator: string): string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    let end = line.indexOf(separator, at);
    if (line[at] === '"') {
      end = line.indexOf('"', at + 1) + 1;
      while (end > 0 && line[end] === '"') end = line.indexOf('"', end + 1) + 1;
      if (end === 0 || (end < line.length && line[end] !== separator)) return undefined;
      cells.push(line.slice(at + 1, end - 1).replaceAll('""', '"'));
    } else {
      if (end < 0) end = line.length;
      const cell = line.slice(at, end);
      if (cell.includes('"')) return undefined;
      cells.push(cell);
    }
    if (end >= line.length) return cells;
    at = end;
  }
}

/** A part of a file that ends at the end of a line, where it has one: bytes where it is UTF-8, otherwise text. */
type Window = { readonly encoding: Encoding } & (
  | { readonly bytes: Uint8Array; readonly isAscii: boolean }
  | { readonly bytes?: undefined; readonly text: string }
);

const textOf = (window: Window, start = 0): string =>
  window.bytes ? bufferOf(window.bytes).toString("utf8", start) : window.text;

/** The windows of a file, or why there are no more of them: it is no text, or text of two encodings. */
function* decoder(parts: Iterable<Uint8Array>): Generator<Window, "binary" | "mixed" | undefined> {
  let single: Encoding | undefined;
  let kept: Uint8Array = new Uint8Array();
  let wide: { decode: (bytes: Uint8Array) => string; encoding: "utf-16le" | "utf-16be" } | undefined;
  let keptText = "";
  let first = true;
  for (const part of parts) {
    let bytes = kept.length > 0 ? Buffer.concat([kept, part]) : part;
    if (first) {
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
      const encoding = utf16Of(bytes);
      if (encoding) {
        const utf16 = new TextDecoder(encoding);
        wide = { decode: (some) => utf16.decode(some, { stream: true }), encoding };
      }
      first = false;
    }
    if (wide) {
      const text = keptText + wide.decode(bytes);
      if (text.includes("\0")) return "binary";
      const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r", text.length - 2)) + 1;
      keptText = text.slice(end);
      if (end > 0) yield { text: text.slice(0, end), encoding: wide.encoding };
      continue;
    }
    if (bytes.includes(0)) return "binary";
    const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d, bytes.length - 2)) + 1;
    kept = bytes.subarray(end);
    if (end > 0) {
      const window = windowOf(bytes.subarray(0, end));
      if (isMixed(window, single)) return "mixed";
      if (!isPlain(window)) single = window.encoding;
      yield window;
    }
    if (kept.length > LONGEST_CELL) return "binary";
  }
  if (kept.length > 0) {
    const window = windowOf(kept);
    if (isMixed(window, single)) return "mixed";
    yield window;
  }
  if (wide && keptText !== "") yield { text: keptText, encoding: wide.encoding };
  return undefined;
}

/** Whether the bytes of a window are the same letters in every encoding; those that are not UTF-8 never are. */
const isPlain = (window: Window): boolean => window.bytes !== undefined && window.isAscii;

/** A file is of one encoding: not UTF-8 here and single bytes there, within a part or from one part to the next. */
function isMixed(window: Window, before: Encoding | undefined): boolean {
  if (before !== undefined && window.encoding !== before) return !isPlain(window);
  // Two bytes of UTF-8, read as Windows-1252, are such a pair of letters and signs, which no word has.
  return window.encoding === "windows-1252" && /[ÂÃ][\u00a0-\u00bf]|â€/.test(textOf(window));
}

/** Text saved as UTF-16 begins with its mark or, without one, has a zero byte beside each Latin letter. */
function utf16Of([a, b, c]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if ((a === 0xff && b === 0xfe) || (a !== undefined && a !== 0 && b === 0 && c !== 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0 && c === 0)) return "utf-16be";
  return undefined;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

function windowOf(bytes: Uint8Array): Window {
  const isPlain = isAscii(bytes);
  if (isPlain || isUtf8(bytes)) return { bytes, isAscii: isPlain, encoding: "utf-8" };
  const text = bufferOf(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
  return { text, encoding: "windows-1252" };
}

/** The text of bytes in whichever of the encodings they are; "binary" where it is no text. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | "binary" {
  const parts = decoder([bytes]);
  let text = "";
  let encoding: Encoding = "utf-8";
  for (let part = parts.next(); ; part = parts.next()) {
    if (part.done) return part.value === undefined ? { text, encoding } : "binary";
    text += textOf(part.value);
    if (part.value.encoding !== "utf-8") encoding = part.value.encoding;
  }
}

/** All records of a text at once, for a small file. */
export function readCsv(text: string): { form: Form; records: readonly Record[]; stop: Stop | undefined } {
  const records: Record[] = [];
  let form: Form = { encoding: "utf-8", separator: "," };
  const batches = readRecords([Buffer.from(text)], (seen) => {
    form = seen;
  });
  for (let batch = batches.next(); ; batch = batches.next()) {
    if (batch.done) return { form, records, stop: batch.value };
    for (const record of batch.value) records.push(record);
  }
}

/** A cell of a record, blank where the record is shorter. */
export const cellAt = (record: Record, index: number): string => record.cells[index] ?? "";

/** Whether none of its cells holds anything. */
export const isBlank = (record: Record): boolean => record.cells.every((cell) => cell.trim() === "");

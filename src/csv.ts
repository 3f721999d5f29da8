// CSV text → records that know their line. The only file that imports the CSV parser.
import { isUtf8 } from "node:buffer";
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
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\n|\r/);
  const steady = (separator: string): number => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    return counts.filter((count, index) => count > 0 && (count === counts[index + 1] || count === counts[index - 1]))
      .length;
  };
  const often = (separator: string): number => lines.join("\n").split(separator).length;
  return [",", ";", "\t"].reduce((best, next) =>
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

/**
 * The records of a file given in parts, a batch for each part, so that memory holds no more than a part. `seen` is told
 * how the file is written before the first batch. Blank lines are records of one blank cell. Answers with why it stopped
 * early; what stands before the stop is sound and was given.
 */
export function* readRecords(
  parts: Iterable<Uint8Array>,
  seen: (form: Form) => void = () => {},
): Generator<readonly Record[], Stop | undefined> {
  const text = decoder(parts);
  let form: Form | undefined;
  let rest = "";
  let line = 1;
  for (let part = text.next(); ; part = text.next()) {
    const last = part.done === true;
    if (part.done && part.value === "binary") return { at: "binary" };
    if (part.done && part.value === "mixed") return { at: "mixed encodings", line };
    const window = part.done ? rest : rest + part.value.text;
    if (!form) {
      form = { encoding: part.done ? "utf-8" : part.value.encoding, separator: sniffSeparator(window) };
      seen(form);
    }
    // A part ends at the end of a line; whether that ends a record shows when its quotes are read.
    const { rows, unread } = parseRows(window, form.separator);
    const records: Record[] = [];
    for (const cells of rows) {
      records.push({ line, cells });
      line = cells.reduce((count, cell) => count + lineBreaks(cell), line + 1);
    }
    if (records.length > 0) yield records;
    rest = unread;
    if (rest !== "" && (last || rest.length > LONGEST_CELL)) return { at: "unclosed quote", line };
    if (last) return undefined;
  }
}

const lineBreaks = (cell: string): number =>
  cell.includes("\n") || cell.includes("\r") ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;

/** The rows of a text and what is left of it: the record in which a quoted cell does not end. */
function parseRows(text: string, separator: string): { rows: string[][]; unread: string } {
  if (!text.includes('"')) return { rows: splitRows(text, separator), unread: "" };
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

/** The rows of a text without quotation marks, in which every line and every separator is one. */
export function splitRows(text: string, separator: string): string[][] {
  const lines = text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.split(separator));
}

/** The text of the parts, each ending at the end of a line where it has one; "binary" where it is no text. */
function* decoder(
  parts: Iterable<Uint8Array>,
): Generator<{ text: string; encoding: Encoding }, "binary" | "mixed" | undefined> {
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
      const decoded = decodeBytes(bytes.subarray(0, end));
      if (isMixed(decoded, single)) return "mixed";
      if (!isAscii(decoded.text)) single = decoded.encoding;
      yield decoded;
    }
    if (kept.length > LONGEST_CELL) return "binary";
  }
  if (kept.length > 0) {
    const decoded = decodeBytes(kept);
    if (isMixed(decoded, single)) return "mixed";
    yield decoded;
  }
  if (wide && keptText !== "") yield { text: keptText, encoding: wide.encoding };
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** A file is of one encoding: not UTF-8 here and single bytes there, within a part or from one part to the next. */
function isMixed({ text, encoding }: { text: string; encoding: Encoding }, before: Encoding | undefined): boolean {
  if (before !== undefined && encoding !== before) return !isAscii(text);
  // Two bytes of UTF-8, read as Windows-1252, are such a pair of letters and signs, which no word has.
  return encoding === "windows-1252" && /[ÂÃ][\u00a0-\u00bf]|â€/.test(text);
}

/** Text saved as UTF-16 begins with its mark or, without one, has a zero byte beside each Latin letter. */
function utf16Of([a, b, c]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if ((a === 0xff && b === 0xfe) || (a !== undefined && a !== 0 && b === 0 && c !== 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0 && c === 0)) return "utf-16be";
  return undefined;
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(bytes)) return { text: buffer.toString("utf8"), encoding: "utf-8" };
  const text = buffer
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
    text += part.value.text;
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

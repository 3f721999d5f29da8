// CSV text → records that know their line. The only file that imports the CSV parser.
import { CsvError, parse } from "csv-parse/sync";
import { eachOf } from "../each-of.ts";
import { decoder, type Encoding, LONGEST_CELL, textOf } from "./decode.ts";

/** A record of the file: its cells as text, and the line on which it begins (counted from 1). */
export interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

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

/** How a file of text is written, as far as it has shown. */
export interface Form {
  readonly encoding: Encoding;
  readonly separator: string;
}

/** Why reading stopped before the end of a file. */
export type Stop =
  | { readonly at: "binary" }
  | { readonly at: "unclosed quote" | "mixed encodings"; readonly line: number };

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
 * how the file is written before the first batch, and again where more of it shows its encoding. Blank lines are records of one blank cell. Answers with why it stopped
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
    if (part.done && part.value === "mixed") return { at: "mixed encodings", line: line + lineBreaks(rest) };
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
    } else if (!part.done && part.value.encoding !== "utf-8" && part.value.encoding !== form.encoding) {
      // What came before was the same in every encoding; only now it shows which one it is.
      form = { ...form, encoding: part.value.encoding };
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

/** How many line breaks are in a cell. */
export const lineBreaks = (cell: string): number =>
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
    const cells = splitLine(line, separator);
    if (!cells) return undefined;
    rows.push(cells);
  }
  return rows;
}

/** The cells of one line; nothing where quotation marks are elsewhere than at the edges of cells or doubled inside. */
export function splitLine(line: string, separator: string): string[] | undefined {
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

/** All records of a text at once, for a small file. */
export function readCsv(text: string): { form: Form; records: readonly Record[]; stop: Stop | undefined } {
  const records: Record[] = [];
  let form: Form = { encoding: "utf-8", separator: "," };
  const batches = readRecords([Buffer.from(text)], (seen) => {
    form = seen;
  });
  const stop = eachOf(batches, (batch) => {
    for (const record of batch) records.push(record);
  });
  return { form, records, stop };
}

/** A cell of a record, blank where the record is shorter. */
export const cellAt = (record: Record, index: number): string => record.cells[index] ?? "";

/** Whether none of its cells holds anything. */
export const isBlank = (record: Record): boolean => record.cells.every((cell) => cell.trim() === "");

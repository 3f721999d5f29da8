// Rows added at the end of a comments file: what stands there stays as it is, byte for byte, and the rows are written alike.
import { nameKey } from "../core/names.ts";
import { isBlank, readCsv } from "./csv/csv.ts";
import { decode, encode } from "./csv/decode.ts";

/** A comment to add: its measure, its period and its words. */
export interface NewComment {
  readonly measure: string;
  readonly period: string;
  readonly comment: string;
}

/** What to do about a file that drafts cannot be added to. */
export const correctComments = "correct the comments file, then run the command again. Nothing was changed";

const HEADINGS = ["measure", "period", "comment"];

/**
 * The bytes of the file with the comments added, in its own encoding, separator and line ends. A new or empty file gets
 * headings first. Answers with a sentence where the file cannot take them: it is no such table, or cannot hold a letter.
 */
export function withComments(bytes: Uint8Array, added: readonly NewComment[]): Uint8Array | string {
  const decoded = decode(bytes);
  if (decoded === "binary") return "this is not a text file";
  const { text, encoding } = decoded;
  const { form, records, stop } = readCsv(text);
  if (stop) return "the file cannot be read to its end";
  const header = records.find((record) => !isBlank(record))?.cells;
  const headings = header?.map(nameKey) ?? HEADINGS;
  if (!headings.includes("measure") || !headings.includes("comment"))
    return "the headings measure and comment are missing";
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const line = (cells: readonly string[]): string =>
    `${cells.map((one) => quoted(one, form.separator)).join(form.separator)}${end}`;
  const rows = added.map((one) => {
    const { measure, period, comment } = one;
    const cells: Readonly<Record<string, string>> = { measure, period, comment };
    return line(headings.map((name) => cells[name] ?? ""));
  });
  const isOpen = text !== "" && !/[\r\n]$/.test(text);
  const more = encode(`${isOpen ? end : ""}${header ? "" : line(HEADINGS)}${rows.join("")}`, encoding);
  return typeof more === "string"
    ? `the file is saved as ${encoding}, which has no ${more}; save it as UTF-8`
    : Buffer.concat([bytes, more]);
}

/** In quotation marks where the text would otherwise be taken apart, by this separator or by another program's. */
const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

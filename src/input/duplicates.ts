// Records that add to a figure and stand in a file twice, word for word: they may be there by mistake.
import { doubt, type Problem, problem } from "../core/problems/problems.ts";
import type { Record } from "./csv/csv.ts";
import type { Layout, ValueColumn } from "./sources/layout.ts";

/** What a record says, as numbers that are the same however it is quoted, made from its cells with a 1 after each. */
export interface RecordHash {
  /** By which to tell sums of different records (FNV-1a). */
  readonly mark: number;
  /** With the mark, by which to tell records: two of 50,000 that differ share both once in ten thousand million files. */
  readonly check: number;
  /** The first byte of the first cell, 0 where that is empty. */
  readonly first: number;
}

const SEPARATOR = 1;
const QUOTE = 0x22;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const FACTOR = 0x9e3779b1;

/** What a record says. */
export function hashOf({ cells }: Record): RecordHash {
  const bytes = Buffer.from(`${cells.join("\u0001")}\u0001`);
  let mark = OFFSET | 0;
  let check = 0;
  for (const byte of bytes) {
    mark = Math.imul(mark ^ byte, PRIME);
    check = Math.imul(check + byte, FACTOR);
  }
  return { mark, check, first: cells[0] ? (bytes[0] as number) : 0 };
}

/** The same from the bytes of a line of UTF-8 without its end; nothing where a quotation mark is doubled in it. */
export function hashOfLine(line: Uint8Array, start: number, end: number, separator: number): RecordHash | undefined {
  let mark = OFFSET | 0;
  let check = 0;
  let isQuoted = false;
  for (let index = start; index < end; index += 1) {
    let byte = line[index] as number;
    if (byte === QUOTE) {
      if (line[index + 1] === QUOTE) return undefined;
      isQuoted = !isQuoted;
      continue;
    }
    if (byte === separator && !isQuoted) byte = SEPARATOR;
    mark = Math.imul(mark ^ byte, PRIME);
    check = Math.imul(check + byte, FACTOR);
  }
  const isEmpty = start === end || line[start] === separator;
  const first = isEmpty ? 0 : (line[line[start] === QUOTE ? start + 1 : start] as number);
  mark = Math.imul(mark ^ SEPARATOR, PRIME);
  check = Math.imul(check + SEPARATOR, FACTOR);
  return { mark, check, first };
}

/** So many records are remembered, in a table that is never more than half full. */
const MOST_RECORDS = 50_000;
const PLACES = 2 ** 17;

/** Counts the records that come once more. */
function repeatsOf() {
  let table = new Int32Array();
  let known = 0;
  let repeated = 0;
  let first = 0;
  return {
    see(line: number, { mark, check }: RecordHash): void {
      if (known === 0) table = new Int32Array(2 * PLACES);
      // Two zeros are an empty place.
      const second = check === 0 ? 1 : check;
      let place = 2 * (mark & (PLACES - 1));
      for (; table[place + 1] !== 0; place = (place + 2) & (2 * PLACES - 1)) {
        if (table[place] !== mark || table[place + 1] !== second) continue;
        repeated += 1;
        if (repeated === 1) first = line;
        return;
      }
      if (known === MOST_RECORDS) return;
      table[place] = mark;
      table[place + 1] = second;
      known += 1;
    },
    found: () => ({ repeated, first }),
  };
}

export type DuplicateCheck = ReturnType<typeof duplicateCheck>;

/** Looks for repeated records among those of a file that add to a figure. */
export function duplicateCheck(file: string, { values }: Layout) {
  const repeats = repeatsOf();
  return {
    /** Takes a record: of crimes that are counted, only those with a number of their own can be told apart. */
    see(row: Record, hash: RecordHash, { counted }: ValueColumn): void {
      const { first } = hash;
      const isNamed = (first > 0x20 && first < 0x7f) || (first !== 0 && (row.cells[0] ?? "").trim() !== "");
      if (isNamed || !counted) repeats.see(row.line, hash);
    },
    /** One problem for all that came more than once. */
    problems(): readonly Problem[] {
      const { repeated, first } = repeats.found();
      // Of crimes that are counted two may be alike; an offence, area and quarter has one record.
      const isCounted = values.every(({ counted }) => counted);
      const at = { file, line: first };
      if (repeated === 0) return [];
      return [
        isCounted ? problem("records-repeated", at, repeated) : doubt("records-doubled", at, { file }, file, repeated),
      ];
    },
  };
}

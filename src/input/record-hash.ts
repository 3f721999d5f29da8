// What a record says, as numbers that are the same however it is quoted: by them records that come again are known.
import type { Record } from "./csv/csv.ts";
import { columnsUsed } from "./record.ts";
import type { Layout } from "./sources/layout.ts";

/** Numbers made from the cells of a record. Two records that differ hardly ever share them. */
export interface RecordHash {
  /** Of the number by which its event is known, two parts; `isNamed` says that it has one. */
  readonly id: number;
  readonly idCheck: number;
  readonly isNamed: boolean;
  /** Of its other cells but for those that are updated, such as an outcome: two parts. */
  readonly mark: number;
  readonly check: number;
  /** Of the cells that say what it counts as: area, series and period. */
  readonly what: number;
}

/** What the cells of a column are to the hash; those of other columns are 0. */
const ID = 1;
const UPDATED = 2;
const WHAT = 3;
const USES = 4;

/** After each cell, so that cells have an end; eight bytes are taken at a time. */
const END = "\u0001\0\0\0\0\0\0\0";
const STEP = 8;

export type RecordHasher = ReturnType<typeof recordHasher>;

/** Hashes the records of a layout. What it answers with is good until it is asked again. */
export function recordHasher(layout: Layout) {
  const { headings, event, values } = layout;
  const uses = new Uint8Array(headings.length + 1);
  const numbers = new Set(values.flatMap(({ column, counted }) => (counted ? [] : [column])));
  for (const column of columnsUsed(layout)) if (!numbers.has(column)) uses[column] = WHAT;
  for (const column of event?.updated ?? []) uses[column] = UPDATED;
  if (event) uses[event.id] = ID;
  const own = new Int32Array(2 * USES);
  const made = { id: 0, idCheck: 0, isNamed: false, mark: 0, check: 0, what: 0 };
  /** What is made of two numbers for each use, which all cells of that use were taken into. */
  const madeOf = (hashes: Int32Array, isNamed: boolean): RecordHash => {
    for (const use of [ID, WHAT]) take(hashes, use, 0, 0);
    take(hashes, 0, hashes[2 * WHAT] as number, hashes[2 * WHAT + 1] as number);
    take(hashes, 0, 0, 0);
    made.mark = hashes[0] as number;
    made.check = hashes[1] as number;
    made.id = hashes[2 * ID] as number;
    made.idCheck = hashes[2 * ID + 1] as number;
    made.what = hashes[2 * WHAT] as number;
    made.isNamed = isNamed;
    return made;
  };
  return {
    /** For each column what its cells are to the hash, and what is made in the end: for fast/scan.wat, which hashes lines. */
    uses,
    madeOf,
    /** Of a record that was taken apart. */
    of({ cells }: Record): RecordHash {
      own.fill(0);
      for (const [column, cell] of cells.entries()) {
        const bytes = Buffer.from(cell + END);
        for (let at = 0; at + STEP <= bytes.length; at += STEP)
          take(own, uses[column] ?? 0, bytes.readInt32LE(at), bytes.readInt32LE(at + STEP / 2));
      }
      return madeOf(own, event !== undefined && /[^\0- ]/.test(cells[event.id] ?? ""));
    },
  };
}

/** Takes eight more bytes into the two numbers of a use: no two things that may come next make the same of them. */
function take(hashes: Int32Array, use: number, low: number, high: number): void {
  const at = 2 * use;
  const other = Math.imul((hashes[at + 1] as number) ^ high, 0x85ebca6b);
  const one = (Math.imul((hashes[at] as number) ^ low, 0x9e3779b1) + ((other << 13) | (other >>> 19))) | 0;
  hashes[at] = one;
  hashes[at + 1] = other ^ ((one << 17) | (one >>> 15));
}

// What a record says, as numbers that are the same however it is quoted: by them records that come again are known.
import type { Record } from "./csv/csv.ts";
import { columnsUsed } from "./record.ts";
import type { Layout } from "./sources/layout.ts";

/** Numbers made from the cells of a record, with a 1 after each. Two records that differ hardly ever share them. */
export interface RecordHash {
  /** Of the number by which its event is known, two parts; `isNamed` says that it has one. */
  readonly id: number;
  readonly idCheck: number;
  readonly isNamed: boolean;
  /** Of its other cells but for those that are updated, such as an outcome: two parts, the first an FNV-1a hash. */
  readonly mark: number;
  readonly check: number;
  /** Of the cells that say what it counts as: area, series and period. */
  readonly what: number;
}

/** What the cells of a column are to the hash. */
const ID = 1;
const UPDATED = 2;
const WHAT = 3;

const SEPARATOR = 1;
const SPACE = 0x20;
const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const FACTOR = 0x9e3779b1;

export type RecordHasher = ReturnType<typeof recordHasher>;

/** Hashes the records of a layout. What it answers with is good until it is asked again. */
export function recordHasher(layout: Layout) {
  const { headings, event, values } = layout;
  const uses = new Uint8Array(headings.length + 1);
  const numbers = new Set(values.flatMap(({ column, counted }) => (counted ? [] : [column])));
  for (const column of columnsUsed(layout)) if (!numbers.has(column)) uses[column] = WHAT;
  for (const column of event?.updated ?? []) uses[column] = UPDATED;
  if (event) uses[event.id] = ID;
  const made = { id: 0, idCheck: 0, isNamed: false, mark: 0, check: 0, what: 0 };
  const begin = (): void => {
    made.id = OFFSET;
    made.idCheck = 0;
    made.isNamed = false;
    made.mark = OFFSET;
    made.check = 0;
    made.what = OFFSET;
  };
  const add = (byte: number, use: number): void => {
    if (use === ID) {
      if (byte > SPACE) made.isNamed = true;
      made.id = Math.imul(made.id ^ byte, PRIME);
      made.idCheck = Math.imul(made.idCheck + byte, FACTOR);
    } else if (use !== UPDATED) {
      made.mark = Math.imul(made.mark ^ byte, PRIME);
      made.check = Math.imul(made.check + byte, FACTOR);
      if (use === WHAT) made.what = Math.imul(made.what ^ byte, PRIME);
    }
  };
  return {
    /** For each column what its cells are to the hash: for a reader that hashes lines as they stand (fast/scan.wat). */
    uses,
    /** Of a record that was taken apart. */
    of({ cells }: Record): RecordHash {
      begin();
      for (const [column, cell] of cells.entries()) {
        const use = uses[column] as number;
        for (const byte of Buffer.from(cell)) add(byte, use);
        add(SEPARATOR, use);
      }
      return made;
    },
  };
}

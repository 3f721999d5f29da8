// A table of records by their hashes, at most 32 bytes each where there are many: it grows as they come, up to a bound.

/** Four numbers for each entry; the first two are its key, of which there may be several entries. */
const SIZE = 4;
/** Entries are kept in the order in which they come, so many in a piece of memory. */
const PIECE_BITS = 12;
const PIECE = 2 ** PIECE_BITS;
/** So many places to begin with, and so many times as many when half of them are taken. */
const FEWEST = 2 ** 10;
const GROWTH = 4;
/** A place has the number of an entry from 1 on, and above it some bits of its key, which spare a look at most others. */
const NUMBER = 2 ** 20 - 1;

export type HashTable = ReturnType<typeof hashTable>;

/** A table of at most so many entries, and of 1,048,575. It is never more than half full. */
export function hashTable(most: number) {
  let places = new Int32Array();
  const pieces: Int32Array[] = [];
  let known = 0;
  /** A number of the entry with that number from 1 on. */
  const numberOf = (entry: number, which: number): number =>
    (pieces[(entry - 1) >>> PIECE_BITS] as Int32Array)[SIZE * ((entry - 1) & (PIECE - 1)) + which] as number;
  const startOf = (key: number): number => key & (places.length - 1);
  const after = (at: number): number => (at + 1) & (places.length - 1);
  const put = (key: number, check: number, entry: number): void => {
    let at = startOf(key);
    while (places[at] !== 0) at = after(at);
    places[at] = (check & ~NUMBER) | entry;
  };
  const grow = (): void => {
    places = new Int32Array(Math.max(FEWEST, GROWTH * places.length));
    for (let entry = 1; entry <= known; entry += 1) put(numberOf(entry, 0), numberOf(entry, 1), entry);
  };
  return {
    /** Where the first entry of that key is, or the next one after that place; -1 where there is none. */
    find(key: number, check: number, last = -1): number {
      if (known === 0) return -1;
      for (let at = last < 0 ? startOf(key) : after(last); places[at] !== 0; at = after(at)) {
        const place = places[at] as number;
        if (((place ^ check) & ~NUMBER) !== 0) continue;
        const entry = place & NUMBER;
        if (numberOf(entry, 0) === key && numberOf(entry, 1) === check) return at;
      }
      return -1;
    },
    /** What was put there. */
    one: (at: number): number => numberOf((places[at] as number) & NUMBER, 2),
    other: (at: number): number => numberOf((places[at] as number) & NUMBER, 3),
    /** Adds an entry; whether there was room for it. */
    add(key: number, check: number, one: number, other: number): boolean {
      if (known === Math.min(most, NUMBER)) return false;
      if (2 * known >= places.length) grow();
      if (known % PIECE === 0) pieces.push(new Int32Array(SIZE * PIECE));
      const at = SIZE * (known % PIECE);
      const piece = pieces[pieces.length - 1] as Int32Array;
      piece[at] = key;
      piece[at + 1] = check;
      piece[at + 2] = one;
      piece[at + 3] = other;
      known += 1;
      put(key, check, known);
      return true;
    },
  };
}

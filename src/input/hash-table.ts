// A table of records by their hashes, 16 bytes each: it grows as they come, up to a bound.

/** Four numbers for each entry; the first two are its key, of which there may be several entries. */
const SIZE = 4;
const FEWEST = 2 ** 10;

export type HashTable = ReturnType<typeof hashTable>;

/** A table of at most so many entries. It is never more than half full. */
export function hashTable(most: number) {
  let places = FEWEST;
  let table = new Int32Array();
  let known = 0;
  /** Two zeros are an empty place. */
  const second = (check: number): number => (check === 0 ? 1 : check);
  const after = (at: number): number => (at + SIZE) & (SIZE * places - 1);
  const emptyFrom = (start: number): number => {
    let at = start;
    while (table[at + 1] !== 0) at = after(at);
    return at;
  };
  const startOf = (key: number): number => SIZE * (key & (places - 1));
  const put = (key: number, check: number, one: number, other: number): void => {
    const at = emptyFrom(startOf(key));
    table[at] = key;
    table[at + 1] = check;
    table[at + 2] = one;
    table[at + 3] = other;
  };
  const grow = (): void => {
    const old = table;
    if (known > 0) places *= 2;
    table = new Int32Array(SIZE * places);
    for (let at = 0; at < old.length; at += SIZE) {
      if (old[at + 1] !== 0)
        put(old[at] as number, old[at + 1] as number, old[at + 2] as number, old[at + 3] as number);
    }
  };
  return {
    /** Where the first entry of that key is, or the next one after that place; -1 where there is none. */
    find(key: number, check: number, last = -1): number {
      if (known === 0) return -1;
      let at = last < 0 ? startOf(key) : after(last);
      for (; table[at + 1] !== 0; at = after(at)) {
        if (table[at] === key && table[at + 1] === second(check)) return at;
      }
      return -1;
    },
    /** What was put there. */
    one: (at: number): number => table[at + 2] as number,
    other: (at: number): number => table[at + 3] as number,
    /** Adds an entry; whether there was room for it. */
    add(key: number, check: number, one: number, other: number): boolean {
      if (known === most) return false;
      if (2 * known >= places || table.length === 0) grow();
      put(key, second(check), one, other);
      known += 1;
      return true;
    },
  };
}

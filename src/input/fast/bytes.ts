// The bytes of a long CSV file → its records as numbers: words met before by their number, digits by what they come to.
// One function, and so one file, as other threads are given its text: what it uses has to be inside it.

/** A run of columns: words that are numbered, whole numbers, cells that must be empty, or cells that nobody asked for. */
export interface Field {
  readonly holds: "words" | "number" | "empty" | "skipped";
  readonly columns: number;
}

/** Records one after the other: for each where it begins, and then a number for every field of words or numbers. */
export interface Scan {
  /** How many records there are in `out`. */
  readonly count: number;
  /** Where the first record begins that is not among them: it is irregular, or there was no room for it. */
  readonly end: number;
  readonly out: Int32Array;
}

/** Puts the records from there on into numbers. */
export type Scanner = (bytes: Uint8Array, from: number) => Scan;

/** The fields that have a number, in the order of their numbers. */
export const numberedOf = <F extends Field>(fields: readonly F[]): readonly F[] =>
  fields.filter(({ holds }) => holds === "words" || holds === "number");

/** How many numbers stand for a record. */
export const strideOf = (fields: readonly Field[]): number => 1 + numberedOf(fields).length;

/**
 * Reads strictly: every record has the same number of cells and stands on one line, and a quotation mark is at the edges
 * of a cell, or doubled inside. Whatever else comes is irregular, and left to the reader that knows all of CSV.
 *
 * Words are numbered from 0 by their bytes as they stand, with their quotation marks and separators; -1 stands for words
 * beyond the most that are numbered, and for a number that is not of 1 to 9 digits. What followed some words the last
 * time is guessed to follow them again, and compared eight bytes at a time: long files go round and round in one order.
 *
 * This function uses nothing outside itself, as the text of it is what other threads run (threads.ts).
 */
export function scanner(separator: number, fields: readonly Field[]) {
  const MOST_WORDS = 65_536;
  const MOST_BYTES = 4 * 2 ** 20;
  const QUOTE = 0x22;
  const LF = 0x0a;
  const CR = 0x0d;
  const ZERO = 0x30;
  const stops = new Uint8Array(256);
  for (const byte of [separator, QUOTE, LF, CR]) stops[byte] = 1;

  /** The words of a field: their bytes one after the other, where each begins, and a table to look them up by hash. */
  const wordsOf = ({ columns }: Field, isLast: boolean) => ({
    ...{ columns, isLast, count: 0, last: 0 },
    bytes: new Uint8Array(0),
    view: new DataView(new ArrayBuffer(0)),
    starts: new Int32Array(1),
    hashes: new Int32Array(1),
    table: new Int32Array(0),
    follows: new Int32Array(1),
  });
  type Words = ReturnType<typeof wordsOf>;
  const steps = fields.map((field, index) => {
    const isLast = index === fields.length - 1;
    // Of cells that nobody asked for, where they stood in the record before: they often say the same again.
    return {
      ...field,
      isLast,
      words: field.holds === "words" ? wordsOf(field, isLast) : undefined,
      before: 0,
      length: 0,
    };
  });
  type Step = (typeof steps)[number];
  const stride = 1 + steps.filter(({ holds }) => holds === "words" || holds === "number").length;

  /** Where the cell that begins there ends, or -1; the last byte of all is a line feed, so that every cell ends. */
  const cellEnd = (bytes: Uint8Array, from: number): number => {
    let at = from;
    if (bytes[at] !== QUOTE) {
      while (stops[bytes[at] as number] === 0) at += 1;
      return at;
    }
    for (at += 1; ; at += 2) {
      while (bytes[at] !== QUOTE) {
        if (bytes[at] === LF || bytes[at] === CR) return -1;
        at += 1;
      }
      if (bytes[at + 1] !== QUOTE) return at + 1;
    }
  };

  /** Past the separator after so many cells, or past the end of the line after the last; -1 where that is not next. */
  const pastCells = (bytes: Uint8Array, from: number, columns: number, isLast: boolean): number => {
    let at = from;
    for (let left = columns; left > 0; left -= 1) {
      at = cellEnd(bytes, at);
      if (at < 0) return -1;
      if (isLast && left === 1) {
        if (bytes[at] === CR) at += 1;
        if (bytes[at] !== LF) return -1;
      } else if (bytes[at] !== separator) return -1;
      at += 1;
    }
    return at;
  };

  const isSame = (words: Words, id: number, bytes: Uint8Array, view: DataView, from: number): boolean => {
    const start = words.starts[id] as number;
    const length = (words.starts[id + 1] as number) - start;
    if (from + length > bytes.length) return false;
    let at = 0;
    // Eight bytes as one number: text has no zero bytes, and UTF-8 none that are no number, so that equal means the same.
    for (; at + 8 <= length; at += 8) {
      if (words.view.getFloat64(start + at, true) !== view.getFloat64(from + at, true)) return false;
    }
    for (; at < length; at += 1) if (words.bytes[start + at] !== bytes[from + at]) return false;
    return true;
  };

  const isRepeated = (view: DataView, before: number, from: number, length: number): boolean => {
    if (length === 0 || from + length > view.byteLength) return false;
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      if (view.getInt32(before + at, true) !== view.getInt32(from + at, true)) return false;
    }
    for (; at < length; at += 1) if (view.getUint8(before + at) !== view.getUint8(from + at)) return false;
    return true;
  };

  const hashOf = (bytes: Uint8Array, from: number, end: number): number => {
    let hash = 0x811c9dc5 | 0;
    for (let at = from; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    return hash ^ (hash >>> 15);
  };

  /** Makes room for as many words again, in a table that is never more than half full. */
  const grow = (words: Words): void => {
    const room = Math.max(256, 2 * words.count);
    const larger = (old: Int32Array) => {
      const made = new Int32Array(room + 1);
      made.set(old);
      return made;
    };
    words.starts = larger(words.starts);
    words.follows = larger(words.follows);
    words.hashes = larger(words.hashes);
    words.table = new Int32Array(2 * room);
    for (let id = 0; id < words.count; id += 1) {
      let place = (words.hashes[id] as number) & (words.table.length - 1);
      while (words.table[place] !== 0) place = (place + 1) & (words.table.length - 1);
      words.table[place] = id + 1;
    }
  };

  /** The number of the words that stand there, a new one for new words. */
  const numberOf = (words: Words, bytes: Uint8Array, view: DataView, from: number, end: number): number => {
    if (words.table.length === 2 * words.count && words.count < MOST_WORDS) grow(words);
    const hash = hashOf(bytes, from, end);
    let place = hash & (words.table.length - 1);
    for (; words.table[place] !== 0; place = (place + 1) & (words.table.length - 1)) {
      const id = (words.table[place] as number) - 1;
      const length = (words.starts[id + 1] as number) - (words.starts[id] as number);
      if (length === end - from && isSame(words, id, bytes, view, from)) return id;
    }
    const id = words.count;
    const start = words.starts[id] as number;
    const next = start + end - from;
    if (id === MOST_WORDS || next > MOST_BYTES) return -1;
    if (next > words.bytes.length) {
      const larger = new Uint8Array(Math.max(2 ** 12, 2 * next));
      larger.set(words.bytes);
      words.bytes = larger;
      words.view = new DataView(larger.buffer);
    }
    words.bytes.set(bytes.subarray(from, end), start);
    words.starts[id + 1] = next;
    words.hashes[id] = hash;
    words.table[place] = id + 1;
    words.count += 1;
    return id;
  };

  /** The number of 1 to 9 digits that fill the cell there, whether it is quoted or not; otherwise -1. */
  const wholeAt = (bytes: Uint8Array, at: number): number => {
    const isQuoted = bytes[at] === QUOTE;
    const first = isQuoted ? at + 1 : at;
    let digit = first;
    let value = 0;
    for (; stops[bytes[digit] as number] === 0; digit += 1) {
      const next = (bytes[digit] as number) - ZERO;
      value = next >= 0 && next <= 9 && digit - first < 9 && value >= 0 ? value * 10 + next : -1;
    }
    const isWhole = isQuoted ? bytes[digit] === QUOTE && bytes[digit + 1] !== QUOTE : true;
    return isWhole && digit > first ? value : -1;
  };

  /** Puts the record that begins there into numbers, from that slot on; where the next one begins, or -1 if irregular. */
  const recordAt = (bytes: Uint8Array, view: DataView, start: number, out: Int32Array, first: number): number => {
    let at = start;
    let slot = first;
    for (let field = 0; field < steps.length; field += 1) {
      const step = steps[field] as Step;
      const { holds, columns, isLast, words } = step;
      if (words !== undefined) {
        const guess = words.follows[words.last] as number;
        if (guess < words.count && isSame(words, guess, bytes, view, at)) {
          at += (words.starts[guess + 1] as number) - (words.starts[guess] as number);
          words.last = guess;
          out[slot] = guess;
        } else {
          const end = pastCells(bytes, at, columns, isLast);
          if (end < 0) return -1;
          const id = numberOf(words, bytes, view, at, end);
          out[slot] = id;
          if (id >= 0) {
            words.follows[words.last] = id;
            words.last = id;
          }
          at = end;
        }
        slot += 1;
        continue;
      }
      if (holds === "skipped" && isRepeated(view, step.before, at, step.length)) {
        at += step.length;
        continue;
      }
      const end = pastCells(bytes, at, columns, isLast);
      if (end < 0) return -1;
      if (holds === "skipped") {
        step.before = at;
        step.length = end - at;
      } else if (holds === "number") {
        out[slot] = wholeAt(bytes, at);
        slot += 1;
      } else if (bytes[at] === QUOTE || stops[bytes[at] as number] === 0) return -1;
      at = end;
    }
    return at;
  };

  /** The records from there on, as many as are regular and as `out` has room for. */
  return (bytes: Uint8Array, from: number, out: Int32Array): Scan => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const step of steps) step.length = 0;
    const size = bytes.lastIndexOf(LF) + 1;
    let count = 0;
    let start = from;
    for (let filled = 0; start < size && filled + stride <= out.length; filled += stride) {
      const next = recordAt(bytes, view, start, out, filled + 1);
      if (next < 0) break;
      out[filled] = start;
      start = next;
      count += 1;
    }
    return { count, end: start, out };
  };
}

/** Numbers for some thousands of records at a time, which stay in the processor's cache. */
const ROOM = 2 ** 15;

/** A scanner with room for its numbers, which are good until it is asked again. */
export function scannerOf(separator: number, fields: readonly Field[]): Scanner {
  const scan = scanner(separator, fields);
  const out = new Int32Array(ROOM);
  return (bytes, from) => scan(bytes, from, out);
}

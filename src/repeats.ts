// Records that add to a figure and stand in a file twice, word for word: they may be there by mistake.
import type { Record } from "./csv.ts";

/** What a record says, as bytes that are the same however it is quoted: its cells with a 1 after each. */
export interface Spoken {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** A number made from them (FNV-1a), to tell records apart, and sums of different records. */
  readonly mark: number;
}

const SEPARATOR = 1;
const QUOTE = 0x22;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** What a record says. */
export function spokenOf({ cells }: Record): Spoken {
  const bytes = Buffer.from(`${cells.join("\u0001")}\u0001`);
  let mark = OFFSET;
  for (const byte of bytes) mark = Math.imul(mark ^ byte, PRIME);
  return { bytes, length: bytes.length, mark: mark >>> 0 };
}

/** The same from the bytes of a line of UTF-8 without its end; nothing where a quotation mark is doubled in it. */
export function spokenOfLine(
  line: Uint8Array,
  start: number,
  end: number,
  separator: number,
  memory: Uint8Array,
): Spoken | undefined {
  if (end - start >= memory.length) return undefined;
  let mark = OFFSET;
  let length = 0;
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
    memory[length] = byte;
    length += 1;
  }
  memory[length] = SEPARATOR;
  return { bytes: memory, length: length + 1, mark: Math.imul(mark ^ SEPARATOR, PRIME) >>> 0 };
}

/** So many records are remembered, as long as they do not say more than so many bytes. */
const MOST_RECORDS = 50_000;
const MOST_BYTES = 2 ** 25;

/** Counts the records that come once more. */
export function repeatsOf() {
  const ends = [0];
  const byMark = new Map<number, number>();
  // Which marks there may be: most records are told from this alone, which stays in the processor's cache.
  const sieve = new Uint8Array(2 ** 19);
  let memory = new Uint8Array(2 ** 16);
  let repeated = 0;
  let first = 0;

  const isSame = (index: number, { bytes, length }: Spoken): boolean => {
    const start = ends[index] as number;
    if ((ends[index + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (memory[start + at] !== bytes[at]) return false;
    return true;
  };
  return {
    see(line: number, spoken: Spoken): void {
      const { bytes, length } = spoken;
      // A small integer, which a map finds sooner.
      const mark = spoken.mark | 0;
      const place = mark & (sieve.length - 1);
      const known = sieve[place] === 1 ? byMark.get(mark) : undefined;
      if (known !== undefined) {
        if (!isSame(known, spoken)) return;
        repeated += 1;
        if (repeated === 1) first = line;
        return;
      }
      const start = ends.at(-1) as number;
      if (byMark.size >= MOST_RECORDS || start + length > MOST_BYTES) return;
      if (start + length > memory.length) {
        const larger = new Uint8Array(2 * (start + length));
        larger.set(memory);
        memory = larger;
      }
      for (let at = 0; at < length; at += 1) memory[start + at] = bytes[at] as number;
      byMark.set(mark, ends.length - 1);
      sieve[place] = 1;
      ends.push(start + length);
    },
    found: () => ({ repeated, first }),
  };
}

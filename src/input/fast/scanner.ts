// The bytes of a long CSV file → its records as numbers: words met before by their number, digits by what they come to.
// The loop itself is scan.wat, in WebAssembly; this file says what it is given and where that is in its memory.

import type { RecordHash, RecordHasher } from "../record-hash.ts";
import { SCAN } from "./scan-wasm.ts";

/** A run of columns: words that are numbered, whole numbers, cells that must be empty, or cells that nobody asked for. */
export interface Field {
  readonly holds: "words" | "number" | "empty" | "skipped";
  readonly columns: number;
}

/** Records one after the other: for each where it begins in `bytes`, and then a number for every field of words or numbers. */
export interface Scan {
  /** How many records there are in `out`. */
  readonly count: number;
  /** Where the first record begins, in `bytes`, that is not among them: it is irregular, or there was no room for it. */
  readonly next: number;
  /** The memory in which the records are. */
  readonly bytes: Buffer;
  readonly out: Int32Array;
}

export interface Scanner {
  /** Where the parts of a file are best put: what is elsewhere is copied. */
  readonly memory: Buffer;
  /** Puts the records of a part into numbers, from there on. They are good until it is asked again. */
  readonly scan: (part: Uint8Array, from: number) => Scan;
  /** Of the line there, without its end, the hash; nothing where it has to be taken apart for that. Good until asked again. */
  readonly hash: (start: number, lineEnd: number) => RecordHash | undefined;
  /** Gives its memory to the next one: it is not asked again. */
  readonly done: () => void;
}

/** The fields that have a number, in the order of their numbers. */
export const numberedOf = <F extends Field>(fields: readonly F[]): readonly F[] =>
  fields.filter(({ holds }) => holds === "words" || holds === "number");

/** How many numbers stand for a record. */
export const strideOf = (fields: readonly Field[]): number => 1 + numberedOf(fields).length;

const LF = 0x0a;
const PAGE = 2 ** 16;
/** Memory begins with the parts of a file as they are read, and copies of parts from elsewhere. */
const MOST_BYTES = 2 ** 19;
const COPIED = MOST_BYTES;
/** So many bytes more than there are may be looked at. */
const BEYOND = 64;
/** Of a field, what scan.wat calls a step. */
const STEP = 32;
const HOLDS = ["words", "number", "empty", "skipped"] as const;
const HASH = 32;
/** Numbers for some thousands of records at a time, which stay in the processor's cache. */
const ROOM = 2 ** 15;
/** For each field of words a table for 65,535 of them, of which this much is empty when a file begins. */
const TABLE = 2 * 2 ** 17 + 8 * 2 ** 16;
const EMPTY = 2 * 2 ** 17;
/** Room for the bytes of all words. With more memory, the collector would be called while a file of some megabytes is read. */
const WORDS = 1.5 * 2 ** 20;

/** One place in memory behind the other. */
function placesFrom(start: number) {
  let end = start;
  return (bytes: number): number => {
    const place = end;
    end += Math.ceil(bytes / 8) * 8;
    return place;
  };
}

interface Memory {
  readonly buffer: ArrayBuffer;
}
/** As much of it as is used here: the types of Node 20 do not know it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Instance: new (compiled: object, given: { readonly given: object }) => { readonly exports: unknown };
};
let compiled: object | undefined;
/** Memory in which a file was read, for the next one. */
let spare: Memory | undefined;

function memoryFor(bytes: number): { readonly memory: Memory; readonly isUsed: boolean } {
  const memory = spare;
  spare = undefined;
  if (memory && memory.buffer.byteLength >= bytes) return { memory, isUsed: true };
  return { memory: new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) }), isUsed: false };
}

/**
 * Reads strictly: every record has the same number of cells and stands on one line, and a quotation mark is at the edges
 * of a cell, or doubled inside. Whatever else comes is irregular, and left to the reader that knows all of CSV; so is a
 * part that is longer than usual. Words are numbered from 0 by their bytes as they stand, with their quotation marks and
 * separators; -1 stands for words beyond the most that are numbered, and for a number that is not of 1 to 9 digits.
 *
 * Nothing where this Node, or the processor, does not run the module.
 */
export function scannerOf(
  separator: number,
  fields: readonly Field[],
  hasher: Pick<RecordHasher, "uses" | "madeOf">,
): Scanner | undefined {
  const placeOf = placesFrom(COPIED + MOST_BYTES + BEYOND);
  const [steps, stepsEnd] = [placeOf(STEP * fields.length), placeOf(0)];
  const given = { separator, steps, stepsEnd, stride: 4 * strideOf(fields), uses: placeOf(hasher.uses.length) };
  const [hash, out, outEnd] = [placeOf(HASH), placeOf(4 * ROOM), placeOf(0)];
  const [words, wordsEnd] = [placeOf(WORDS), placeOf(0)];
  const said = fields.map(({ holds, columns }, index) => {
    const isLast = index === fields.length - 1 ? 1 : 0;
    return [HOLDS.indexOf(holds), columns, isLast, 0, 0, holds === "words" ? placeOf(TABLE) : 0, 0, 0];
  });
  let exports: Exports;
  let memory: Memory;
  let isUsed: boolean;
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(SCAN, "base64"));
    ({ memory, isUsed } = memoryFor(placeOf(0) + BEYOND));
    exports = new WebAssembly.Instance(compiled, { given: { ...given, memory, hash, out, outEnd, words, wordsEnd } })
      .exports as Exports;
  } catch {
    return undefined;
  }
  const { buffer } = memory;
  const bytes = Buffer.from(buffer);
  const numbers = new Int32Array(buffer, out, ROOM);
  const hashes = new Int32Array(buffer, hash, HASH / 4);
  new Int32Array(buffer, steps).set(said.flat());
  bytes.set(hasher.uses, given.uses);
  for (const [, , , , , table = 0] of isUsed ? said : []) if (table > 0) bytes.fill(0, table, table + EMPTY);
  const lengths = fields.flatMap(({ holds }, index) => (holds === "skipped" ? [steps + STEP * index + 16] : []));
  return {
    memory: bytes.subarray(0, MOST_BYTES),
    scan(part, from) {
      const isHere = part.buffer === buffer;
      const start = isHere ? part.byteOffset : COPIED;
      const size = part.lastIndexOf(LF) + 1;
      if (size > MOST_BYTES) return { count: 0, next: start + from, bytes, out: numbers };
      if (!isHere) bytes.set(part.subarray(0, size), COPIED);
      for (const at of lengths) bytes.writeInt32LE(0, at);
      const count = exports.scan(start + from, start + size);
      return { count, next: exports.next.value, bytes, out: numbers };
    },
    hash(start, lineEnd) {
      const said = exports.hash(start, lineEnd);
      return said === 0 ? undefined : hasher.madeOf(hashes, said === 2);
    },
    done() {
      spare = memory;
    },
  };
}

/** What scan.wat hands over. */
interface Exports {
  readonly scan: (start: number, end: number) => number;
  readonly next: { readonly value: number };
  readonly hash: (start: number, lineEnd: number) => number;
}

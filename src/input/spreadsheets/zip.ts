// Zipped files: written as the same bytes each time; read with a bound on what they grow to. The only file that imports fflate.
// The part of it that works everywhere: its part for Node loads what it makes threads with.
import { Inflate, type Zippable, zipSync } from "fflate/browser";
import { broken, brokenPart, fault } from "./fault.ts";

/** The time of every entry: the earliest that the format has, as no clock goes into what is written. */
const NO_TIME = new Date(1980, 0, 1, 12);

/** The entries in their order, zipped by the same program on every system; `stored` ones are not made smaller. */
export function zipped(entries: readonly { name: string; text: string; stored?: boolean }[]): Uint8Array {
  const files: Zippable = {};
  for (const { name, text, stored } of entries) {
    files[name] = [new TextEncoder().encode(text), { level: stored ? 0 : 6, mtime: NO_TIME }];
  }
  return zipSync(files);
}

/** An entry of a zipped file, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** What it says it grows to. */
  readonly size: number;
  /** Its bytes as they unfold; `came` is told how many of the packed ones are done. */
  readonly parts: (came?: (done: number, of: number) => void) => Generator<Uint8Array>;
}

/** No part of a workbook that a person made is larger; one that is was made to fill the memory of whoever opens it. */
const MOST_MEBIBYTES = 512;
const MOST_ENTRIES = 20_000;
/** Packed bytes unfold to at most a thousand times as many: so many at once keep memory small. */
const STEP = 16 * 1024;

/** The entries of a zipped file by their names. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

/** The entries of a zipped file. Throws a fault where it is damaged, locked, or not what it says. */
export function unzipped(file: Uint8Array): ZipEntries {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const end = bytes.lastIndexOf("PK\u0005\u0006");
  if (end < 0 || end + 22 > bytes.length) throw broken("its end is missing, so it may have been cut off");
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw fault("workbook-too-large", "it", `${MOST_ENTRIES} parts`);
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken("its list of parts is damaged");
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const name = bytes.toString("utf8", at + 46, at + 46 + (lengths[0] ?? 0));
    if (entries.has(name)) throw brokenPart(name, "is there twice");
    entries.set(name, entryAt(bytes, at, name));
    at += lengths.reduce((sum, length) => sum + length, 46);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number, name: string): ZipEntry {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [sum, length, size, start] = [16, 20, 24, 42].map((place) => bytes.readUInt32LE(at + place)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    ...{ name, size },
    *parts(came = () => {}) {
      if (flags & 1) throw fault("workbook-locked");
      if (size > MOST_MEBIBYTES * 2 ** 20)
        throw fault("workbook-too-large", name, `${MOST_MEBIBYTES} MiB once unzipped`);
      if (method !== 0 && method !== 8) throw brokenPart(name, "is packed in a way that is not known");
      if (start + 30 > bytes.length || bytes.readUInt32LE(start) !== 0x04034b50) throw brokenPart(name, "is missing");
      const first = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
      if (first + length > bytes.length) throw brokenPart(name, "is cut off");
      const { crc32 } = process.getBuiltinModule("node:zlib");
      let [done, check] = [0, 0];
      for (const part of unfolded(bytes.subarray(first, first + length), method === 8, name, came)) {
        done += part.length;
        if (done > size) throw brokenPart(name, "grows larger than it says");
        check = crc32(part, check);
        yield part;
      }
      if (done !== size || check !== sum) throw brokenPart(name, "is damaged");
    },
  };
}

function* unfolded(
  packed: Uint8Array,
  isPacked: boolean,
  name: string,
  came: (done: number, of: number) => void,
): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => parts.push(part));
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    const step = packed.subarray(at, at + STEP);
    const isLast = at + STEP >= packed.length;
    if (isPacked) {
      try {
        inflate.push(step, isLast);
      } catch {
        throw brokenPart(name, "is damaged");
      }
    } else parts.push(step);
    came(Math.min(at + STEP, packed.length), packed.length);
    yield* parts;
    parts = [];
  }
}

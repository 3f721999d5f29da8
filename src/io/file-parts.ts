// The bytes of a file in parts that end at the end of a line, where they can.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A file of fewer bytes is read in one piece, so that how it is written is known of all of it. */
export const LONG = 2 ** 20;
/** A part of a long file, with what the part before left over: it stays in the processor's cache while it is read. */
export const PART = 2 ** 18;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where bytes are read from: a file, or memory. */
interface Opened {
  readonly size: number;
  readonly readInto: (memory: Buffer, at: number, length: number, from: number) => number;
  readonly close: () => void;
}
type Opening = () => Opened;

/** A file, opened when it is read. */
export const fileAt =
  (path: string): Opening =>
  () => {
    const handle = openSync(path, "r");
    return {
      size: fstatSync(handle).size,
      readInto: (memory, at, length, from) => readSync(handle, memory, at, length, from),
      close: () => closeSync(handle),
    };
  };

/** Bytes in memory, as if they were a file. */
export const held =
  (bytes: Buffer): Opening =>
  () => ({
    size: bytes.length,
    readInto: (memory, at, length, from) => bytes.copy(memory, at, from, from + length),
    close: () => {},
  });

/**
 * The parts of a file, each good until the next is asked for; `ended` is told where its end came. They are put into
 * `given` where there is that memory, which has room for two parts.
 */
export function* partsOfFile(
  open: Opening,
  came: (bytes: number) => void,
  given?: Buffer,
  ended: (at: number) => void = () => {},
): Generator<Uint8Array> {
  const { size, readInto, close } = open();
  try {
    // One piece of memory for all parts: a long file would otherwise fill as much as it is long before any is given back.
    const most = size < LONG && !given ? LONG : PART;
    const memory = given ?? Buffer.allocUnsafe(Math.min(2 * most, Math.max(size, 1)));
    let kept = 0;
    for (let done = 0; ; ) {
      const length = readInto(memory, kept, Math.min(most, memory.length - kept), done);
      if (length === 0) {
        ended(done);
        break;
      }
      done += length;
      came(done);
      const part = memory.subarray(0, kept + length);
      const end = part.lastIndexOf(LINE_FEED) + 1;
      // What is not cut here is cut, if at all, by whoever knows what it is, who may keep it.
      const isCut = end > 0 && part.lastIndexOf(CARRIAGE_RETURN, part.length - 2) < end && !part.includes(0);
      yield isCut ? part.subarray(0, end) : Buffer.from(part);
      kept = isCut ? part.length - end : 0;
      memory.copyWithin(0, end, end + kept);
    }
    if (kept > 0) yield memory.subarray(0, kept);
  } finally {
    close();
  }
}

/** The SHA-256 of a file. Loading Node's cryptography takes longer than reading most files, so it is loaded only here. */
export function digest(open: Opening): string {
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  for (const part of partsOfFile(open, () => {})) hash.update(part);
  return hash.digest("hex");
}

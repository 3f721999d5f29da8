// What does not say how long it is: a pipe, a device. What a plan names is a file; a command may be given a pipe.
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";

/** What a path leads to that is no file and no folder, in words. */
export const kindOfNoFile = (stat: Stats): string | undefined =>
  stat.isFile() || stat.isDirectory()
    ? undefined
    : stat.isFIFO()
      ? "it is a pipe, which another program has to fill, not a file"
      : stat.isSocket()
        ? "it is a connection to another program, not a file"
        : "it is a device, not a file";

/** So long a pipe with a name of its own is waited for that no program has opened to write to. */
const MOST_WAITED = 2_000;
const STEP = 5;

/** All that a path gives, in parts; nothing where that is more than so many bytes. */
export function readUpTo(path: string, most: number): Buffer | undefined {
  // To open a pipe that no program writes to would wait for one for ever.
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    // A shell hands over a pipe by its number, to which a program is writing already.
    return readHandle(handle, most, fstatSync(handle).isFIFO() && !/^\/(dev|proc)\//.test(path));
  } finally {
    closeSync(handle);
  }
}

/** All that an open file gives; a pipe with a name of its own is waited for a while. */
export function readHandle(handle: number, most: number, isOwnName = false): Buffer | undefined {
  const memory = Buffer.allocUnsafe(2 ** 16);
  const pieces: Buffer[] = [];
  let [size, waited] = [0, 0];
  while (size <= most) {
    const length = readNow(handle, memory);
    if (length === 0 && size === 0 && isOwnName && waited < MOST_WAITED) waited += STEP;
    else if (length === 0) break;
    if (length) {
      pieces.push(Buffer.from(memory.subarray(0, length)));
      size += length;
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP);
  }
  if (waited >= MOST_WAITED) throw Object.assign(new Error(), { code: "NO_WRITER" });
  return size > most ? undefined : Buffer.concat(pieces);
}

/** How many bytes came; 0 at the end, nothing where the program that writes is slower. */
function readNow(handle: number, memory: Buffer): number | undefined {
  try {
    return readSync(handle, memory, 0, memory.length, null);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EAGAIN") return undefined;
    // Windows says so of a pipe that has ended.
    if (code === "EOF") return 0;
    throw error;
  }
}

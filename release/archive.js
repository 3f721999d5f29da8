// Archives whose bytes depend on nothing but the files: ZIP for Windows, tar.gz for Linux.
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";

/** A ZIP of the files { path, bytes }; each is given that time. */
export function zip(files, time) {
  // It writes the time as the clock on the wall has it, which is to be that of Greenwich.
  const mtime = new Date(time.getTime() + time.getTimezoneOffset() * 60_000);
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { level: 6, mtime }]])));
}

const BLOCK = 512;

/** The header of a file in a tar archive, in the form that all programs read (ustar). */
function header({ path, bytes, mode = 0o644 }, time) {
  if (path.length > 100) throw new Error(`release/archive.js: ${path} is too long a name`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value, length) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  block.write(path, 0);
  block.write(octal(mode, 8) + octal(0, 8) + octal(0, 8), 100);
  block.write(octal(bytes.length, 12) + octal(Math.floor(time.getTime() / 1000), 12), 124);
  block.write(`${" ".repeat(8)}0`, 148);
  block.write("ustar\0".concat("00"), 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 7)} `, 148);
  return block;
}

/** A tar.gz of the files { path, bytes, mode }; each is given that time. */
export function tarGz(files, time) {
  const parts = files.flatMap((file) => [
    header(file, time),
    file.bytes,
    Buffer.alloc((BLOCK - (file.bytes.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]), { level: 6 });
}

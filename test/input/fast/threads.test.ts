// Other threads read a very long file: from the sources, and from the bundle wherever it is installed.
// @module-tag long
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Field } from "../../../src/input/fast/bytes.ts";
import { threadsOn } from "../../../src/input/fast/threads.ts";
import { PART } from "../../../src/io/file-parts.ts";
import { type OpenFile, openFile } from "../../../src/io/files.ts";
import { home } from "../../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "threads of-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fields: readonly Field[] = [
  { holds: "words", columns: 1 },
  { holds: "number", columns: 1 },
];

test("the parts that threads have read are those that are read without them, in their order, and hold all records", () => {
  const path = join(folder, "numbers.csv");
  const lines = Array.from({ length: 500_000 }, (_, index) => `a${index % 7},${index}\n`);
  writeFileSync(path, lines.join(""));
  const { read } = openFile(path, "numbers.csv") as OpenFile;
  const threads = threadsOn(path, PART, 0x2c, fields, read);
  const parts: Buffer[] = [];
  let next = 0;
  let shared = 0;
  for (const part of threads?.parts(() => {}) ?? []) {
    parts.push(Buffer.from(part));
    if (part.buffer instanceof SharedArrayBuffer) shared += 1;
    for (let from = 0; from < part.length; ) {
      const found = threads?.scan(part, from);
      if (!found || found.count === 0) break;
      for (let record = 0; record < found.count; record += 1, next += 1) {
        // The words are numbered in the order in which they come.
        const [word, number] = found.out.subarray(3 * record + 1, 3 * record + 3);
        if (word !== next % 7 || number !== next) expect([word, number]).toEqual([next % 7, next]);
      }
      from = found.end;
    }
  }
  expect(next).toBe(500_000);
  expect(parts.map((part) => part.length)).toEqual(Array.from(read(), (part) => part.length));
  expect(Buffer.concat(parts).equals(readFileSync(path))).toBe(true);
  // A part is good until the next is asked for.
  expect(Buffer.concat(Array.from(read(), (part) => Buffer.from(part))).equals(readFileSync(path))).toBe(true);
  // All but the last, which ends before its bytes are full.
  expect(shared).toBe(parts.length - 1);
});

test("the bundle reads a file above 150 MiB with threads, from a folder with spaces that cannot be written to", () => {
  const install = join(folder, "an install");
  mkdirSync(install);
  for (const name of ["bin", "dist", "package.json"])
    cpSync(join(home, name), join(install, name), { recursive: true });
  chmodSync(join(install, "dist"), 0o555);
  // Says at the end how many parts came from threads.
  const spy = `const threads = require("node:worker_threads");
    const states = [];
    threads.Worker = class extends threads.Worker {
      constructor(text, options) { super(text, options); states.push(options.workerData.state); }
    };
    process.on("exit", () => console.error("THREADS " + states.map((state) => new Int32Array(state)[3] > 0)));`;
  writeFileSync(join(folder, "spy.cjs"), spy);
  // A thousand lines again and again: one of Kent, and 999 of Essex.
  const line = (force: string): string => `2018/19,1,${force},Arson offences of every kind there is,Arson,56A,3\n`;
  const thousand = Buffer.from(line("Kent") + line("Essex").repeat(999));
  const file = openSync(join(folder, "long.csv"), "w");
  writeSync(
    file,
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Code,Number of Offences\n",
  );
  const times = Math.ceil((151 * 2 ** 20) / thousand.length);
  for (let turn = 0; turn < times; turn += 1) writeSync(file, thousand);
  const bin = join(install, "bin", "plan-measures.cjs");
  const args = ["-r", join(folder, "spy.cjs"), bin, "inspect", "long.csv", "--area", "Kent", "--series", "Arson"];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(stderr).toContain("THREADS true,true");
  expect(status).toBe(0);
  expect(stdout).toContain(`${1000 * times} records`);
  const lines = Array.from({ length: times }, (_, turn) => 2 + 1000 * turn).join(",");
  const count = (3 * times).toLocaleString("en-GB");
  expect(stdout).toContain(`Kent · Arson · April 2018 to June 2018 · count: ${count} (lines ${lines})`);
});

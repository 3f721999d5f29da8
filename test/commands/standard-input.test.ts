// What a shell pipes into the command as it is built: through a pipe, from a file, slowly, or nothing at all.
// @module-tag built
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { home } from "../helpers/world.ts";

const csv = "area,series,period,kind,value\nKent,Robbery,2019,count,348\n";
const command = (args: readonly string[], input: string | Buffer) =>
  spawnSync(process.execPath, [join(home, "bin", "plan-measures.cjs"), ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 24,
  });

test("what is piped in is read to its end", () => {
  const { stdout, status } = command(["inspect", "-", "--area", "Kent"], csv);
  expect(stdout).toContain("standard input\n  source     your own table (area, series, period, kind, value)\n");
  expect(stdout).toContain("Kent · Robbery · 2019 · count: 348 (line 2)");
  expect(status).toBe(0);
});

test("a long text is read as a file of its length is", () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `Kent,Offence ${index},2019,count,1`);
  const { stdout, status } = command(["inspect", "-"], `area,series,period,kind,value\n${lines.join("\n")}\n`);
  expect(stdout).toContain("60000 records");
  expect(stdout).toContain("(5000 or more)");
  expect(status).toBe(0);
  const list = command(["inspect", "-", "--list", "series"], `area,series,period,kind,value\n${lines.join("\n")}\n`);
  expect(list.stdout.split("\n").slice(59_998)).toEqual(["Offence 59998", "Offence 59999", ""]);
});

test("nothing that comes is told", () => {
  const { stderr, status } = command(["inspect", "-"], "");
  expect(stderr).toBe(
    "plan-measures: standard input: nothing came through it\n  hint: check the command before the |\n",
  );
  expect(status).toBe(2);
});

test.skipIf(process.platform === "win32")("a program that is slow, and a file in place of a pipe", () => {
  const shell = (line: string) => spawnSync("sh", ["-c", line], { cwd: home, encoding: "utf8" });
  const slow = shell(
    `(echo area,series,period,kind,value; sleep 0.3; echo Kent,Robbery,2019,count,348) | node bin/plan-measures.cjs inspect - --list areas`,
  );
  expect([slow.stdout, slow.stderr]).toEqual(["Kent\n", ""]);
  const file = "fixtures/similar-forces-2019/data/police-recorded-crime-2019.csv";
  const read = shell(`node bin/plan-measures.cjs inspect - --list periods < ${file}`);
  expect(read.stdout).toBe(shell(`node bin/plan-measures.cjs inspect ${file} --list periods`).stdout);
  expect(read.stdout).not.toBe("");
});

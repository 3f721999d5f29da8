// File patterns: what each names in a folder with hidden files, links and odd names, and that none of them blows up.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fits } from "../../src/io/glob.ts";
import { expand, leadsOut, neighbours } from "../../src/io/patterns.ts";

const folder = mkdtempSync(join(tmpdir(), "wildcards-"));
const root = join(folder, "plan");
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["plan/data/2023/deep", "plan/.hidden", "plan/folder.csv", "outside"])
  mkdirSync(join(folder, name), { recursive: true });
for (const name of ["b.csv", "a.csv", "C.CSV", ".secret.csv", "ŵ.csv", "table (1) a.csv", "data/1.csv", "data/~$1.csv"])
  writeFileSync(join(root, name), "x");
for (const name of ["data/2023/2.csv", "data/2023/deep/3.csv", "data/2023/deep/.4.csv", ".hidden/5.csv"])
  writeFileSync(join(root, name), "x");
writeFileSync(join(folder, "outside", "6.csv"), "x");
symlinkSync(join(folder, "outside"), join(root, "out"));
symlinkSync(join(folder, "outside", "6.csv"), join(root, "link.csv"));
symlinkSync(join(root, "data"), join(root, "in"));
symlinkSync(root, join(root, "data", "circle"));
writeFileSync(join(root, `${"a".repeat(240)}.csv`), "x");
const long = `${"a".repeat(240)}.csv`;

test.each([
  ["a.csv", ["a.csv"]],
  // A plan reads the same files on every system, and Windows takes no heed of large letters.
  ["*.csv", ["C.CSV", "a.csv", long, "b.csv", "table (1) a.csv", "ŵ.csv"]],
  ["./*.csv", ["C.CSV", "a.csv", long, "b.csv", "table (1) a.csv", "ŵ.csv"]],
  ["*.CSV", ["C.CSV", "a.csv", long, "b.csv", "table (1) a.csv", "ŵ.csv"]],
  ["TABLE*", ["table (1) a.csv"]],
  ["?.csv", ["C.CSV", "a.csv", "b.csv", "ŵ.csv"]],
  ["table (1)*.csv", ["table (1) a.csv"]],
  ["data/*", ["data/1.csv"]],
  ["data//*.csv", ["data/1.csv"]],
  ["da*/*.csv", ["data/1.csv"]],
  ["data/*/*", ["data/2023/2.csv"]],
  ["data/**", ["data/1.csv", "data/2023/2.csv", "data/2023/deep/3.csv"]],
  ["**/?.csv", ["C.CSV", "a.csv", "b.csv", "data/1.csv", "data/2023/2.csv", "data/2023/deep/3.csv", "ŵ.csv"]],
  ["data/**/deep/*.csv", ["data/2023/deep/3.csv"]],
  ["**/**/3.csv", ["data/2023/deep/3.csv"]],
  [".*.csv", [".secret.csv"]],
  [".hidden/*", [".hidden/5.csv"]],
  ["in/*.csv", ["in/1.csv"]],
  // A link is followed only where it is named.
  ["*/6.csv", []],
  ["link*", []],
  ["gone/*", []],
  ["*.xlsx", []],
  ["gone.csv", []],
  // No signs of a pattern: brackets, braces and exclamation marks stand in names of files.
  ["{a,b}.csv", []],
  ["[ab].csv", []],
])("%s names %j", (pattern, files) => {
  expect(expand(root, pattern)).toEqual(files);
});

test("what leads out of the folder, by its words or through a link, is known before it is looked up", () => {
  const out = ["out/*", "out/6.csv", "out/*/*.csv", "../outside/6.csv", "/etc/*", "c:/x", "in/../../*"];
  expect(out.filter((pattern) => !leadsOut(root, pattern))).toEqual([]);
  const within = ["*", "in/*", "data/circle/*.csv", "gone/*.csv", "gone.csv", "**/6.csv"];
  expect(within.filter((pattern) => leadsOut(root, pattern))).toEqual([]);
});

test("a message that a pattern names nothing offers what is there", () => {
  expect(neighbours(root, "data/2023/*.cvs")).toEqual(["data/2023/2.csv", "data/2023/deep"]);
});

test.each([
  ["abcabc", "*abc", true],
  ["abcab", "*abc", false],
  ["aXbXc", "a*b*c", true],
  ["aXbX", "a*b*c", false],
  ["", "*", true],
  ["", "?", false],
  ["ab", "a*b*", true],
  ["ab", "a?b", false],
  ["a.b", "a?b", true],
  ["😀.csv", "?.csv", true],
  [".a", "*", false],
  [".a", ".*", true],
])("%j fits %j: %j", (name, step, answer) => {
  expect(fits(name, step)).toBe(answer);
});

test("stars without end are looked through once, in a name and over folders", () => {
  expect(expand(root, "*a*a*a*a*ab")).toEqual([]);
  expect(expand(root, `${"*a".repeat(200)}*b`)).toEqual([]);
  expect(expand(root, `${"*a".repeat(200)}*.csv`)).toEqual([long]);
  expect(fits("a".repeat(5_000), `${"*a".repeat(2_000)}b`)).toBe(false);
  const deep = join(folder, "deep");
  mkdirSync(join(deep, ...Array<string>(60).fill("a")), { recursive: true });
  expect(expand(deep, `${"**/a/".repeat(25)}b`)).toEqual([]);
});

test("a pattern names what an independent reading of it does, on every short name of two letters", () => {
  const names = ["a", "b", "aa", "ab", "ba", "bb", "aab", "aba", "bab", "abb", "abab", "baba"];
  const signs = ["a", "b", "*", "?"];
  const steps = signs.flatMap((one) =>
    signs.flatMap((two) => signs.flatMap((three) => [one + two + three, one + two])),
  );
  for (const step of steps) {
    const same = new RegExp(`^${step.replaceAll("*", ".*").replaceAll("?", ".")}$`);
    for (const name of names) expect(`${name} ${step} ${fits(name, step)}`).toBe(`${name} ${step} ${same.test(name)}`);
  }
});

// No output replaces a file that the command reads, and no name in the data paints the overview.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "own-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
let at = "";
beforeEach(() => {
  at = mkdtempSync(join(folder, "plan-"));
  cpSync(join(home, "fixtures", "starter"), at, { recursive: true });
});
const all = (): string[] =>
  (readdirSync(at, { recursive: true, encoding: "utf8" }) as string[])
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `${name} ${readFileSync(join(at, name), "utf8")}`);

test("a table of the name of a data file is not written over it", async () => {
  const before = all();
  const { err, exit } = await run(["report", "plan.yaml", "--format", "csv", "--out", "data"], at);
  expect(err).toContain("--out: data/recorded-crime.csv is a file that this command reads, so it was not replaced");
  expect(exit).toBe(2);
  expect(all()).toEqual(before);
});

test("neither is it by another name of the folder", async () => {
  symlinkSync(join(at, "data"), join(at, "elsewhere"));
  const { exit } = await run(["report", "plan.yaml", "--format", "csv", "--out", "elsewhere"], at);
  expect(exit).toBe(2);
});

test("an audited file is not replaced by the page about it, and a page of an earlier run is", async () => {
  writeFileSync(
    join(at, "table.html"),
    "<table><tr><th>Measure</th><th>2019</th></tr><tr><td>A</td><td>1</td></tr></table>",
  );
  const own = await run(["audit", "table.html", "--format", "html", "--out", "table.html"], at);
  expect([own.exit, own.err.includes("it was not replaced")]).toEqual([2, true]);
  for (const _ of [1, 2]) {
    expect((await run(["report", "plan.yaml", "--format", "html", "--out", "pages"], at)).err).toContain(
      "wrote pages/report.html",
    );
  }
});

test("refresh refuses outputs that would replace the plan's data or each other, and changes nothing", async () => {
  mkdirSync(join(at, "new"));
  const plan = readFileSync(join(at, "plan.yaml"), "utf8").replace(/^outputs:\n(?: .*\n)*/m, "");
  for (const outputs of [
    "[{ format: csv, folder: data }]",
    "[{ format: html, folder: pub }, { format: html, folder: ./PUB/ }]",
  ]) {
    writeFileSync(join(at, "plan.yaml"), `${plan}\noutputs: ${outputs}\n`);
    const before = all();
    const { err, exit } = await run(["refresh", "plan.yaml", "--write"], at);
    expect(err).toContain("would replace a file of the plan or another output");
    expect(exit).toBe(2);
    expect(all()).toEqual(before);
  }
});

test("a name with the signs of paints colours nothing in the picture", async () => {
  const plan = readFileSync(join(at, "plan.yaml"), "utf8").replace(
    "name: Robbery",
    'name: "\\uE002Robbery", series: Robbery',
  );
  writeFileSync(
    join(at, "plan.yaml"),
    plan.replace('- name: "\\uE002Robbery", series: Robbery', '- name: "\\uE002Robbery"\n        series: Robbery'),
  );
  const { out } = await run(["report", "plan.yaml", "--overview", "--format", "svg"], at);
  expect(out).toContain("Robbery");
  expect(out).not.toMatch(/fill="#0B6B2E"|[\u{E000}-\u{E00F}]/u);
});

// All formats of one report carry the same figures: each is read back and compared, cell by cell.
// @module-tag gallery
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { openOds, openXlsx } from "../helpers/office.ts";
import { gloucestershire, home, planFixtures, run } from "../helpers/world.ts";
import { bare, bookRows, csvRows, full, isFigure, overviewRows, type Rows } from "./rows.ts";

const folder = mkdtempSync(join(tmpdir(), "same-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rows of each table; those of a table in parts are put together again, without the names that each part repeats. */
const markdownRows = (text: string): Rows =>
  text.split(/^## /m).flatMap((section) => {
    const parts = section
      .split("\n\n")
      .filter((block) => block.startsWith("| "))
      .map((block) =>
        block
          .split("\n")
          .slice(2)
          .map((line) =>
            line
              .slice(2, -2)
              .split(/ \| /)
              .map((cell) => bare(cell.replace(/\\([\\`*_{}[\]|~])/g, "$1").replace(/&amp;/g, "&"))),
          ),
      );
    const [first = [], ...more] = parts;
    return first.map((row, index) => [...row, ...more.flatMap((part) => part[index]?.slice(1) ?? [])]);
  });

/** A terminal so wide that no table is split; a cell that is blank leaves more than two spaces. */
const terminalRows = (text: string): Rows =>
  text
    .split(/\n\n/)
    .filter((part) => part.includes("────"))
    .flatMap((part) => part.split("\n").slice(part.split("\n").findIndex((line) => line.startsWith("─")) + 1))
    .map((line) => line.trim().split(/ {2,}/).map(bare));

/** The figures of each measure as JSON says they are shown: all that it has, and those of its periods and their change. */
function jsonRows(text: string): { all: string[]; level: string[] }[] {
  const figures = (value: unknown): string[] => {
    if (typeof value !== "object" || value === null) return [];
    const own = "shown" in value ? [bare(String(value.shown))] : [];
    return [...own, ...Object.values(value).flatMap(figures)];
  };
  type Row = { figures: object; parts?: { figures: object }[]; also?: { figures: object }[] };
  return JSON.parse(text).tables.flatMap(({ rows }: { rows: Row[] }) => [
    ...rows.map(({ parts: _, also: __, ...row }) => ({ all: figures(row), level: figures(row.figures) })),
    ...rows.flatMap(({ parts = [] }) => parts.map((part) => ({ all: figures(part), level: figures(part) }))),
    ...rows.flatMap(({ also = [] }) => also.map((one) => ({ all: figures(one), level: figures(one.figures) }))),
  ]);
}

const outputs = async (plan: string) => {
  const where = join(folder, plan.replaceAll("/", "-"));
  const print = async (format: string) => (await run(["report", plan, "--format", format], home, 10_000)).out;
  await run(["report", join(home, plan), "--format", "csv", "--out", where], folder);
  const [terminal, markdown, json, xlsx, ods] = (await Promise.all(
    ["terminal", "markdown", "json", "xlsx", "ods"].map(print),
  )) as [string, string, string, string, string];
  return { where, terminal, markdown, json, xlsx: Buffer.from(xlsx, "latin1"), ods: Buffer.from(ods, "latin1") };
};

describe.each(planFixtures.map((name) => `fixtures/${name}`))("%s", (plan) => {
  test("CSV, Markdown, terminal, JSON, XLSX and ODS have the same figures", async () => {
    const { where, terminal, markdown, json, xlsx, ods } = await outputs(plan);
    // A long name is wrapped in a terminal, onto lines without figures.
    const figures = (rows: Rows) => rows.map(([, ...cells]) => cells.filter(isFigure)).filter((row) => row.length > 0);
    const all = csvRows(where, "without units");
    expect(all.flat().filter(isFigure).length).toBeGreaterThan(4);
    const withUnits = full(csvRows(where));
    expect(full(bookRows(openXlsx(xlsx)))).toEqual(withUnits);
    expect(full(bookRows(openOds(ods)))).toEqual(withUnits);
    const overview = overviewRows(where, "without units");
    const [first, rest] = [markdownRows(markdown), markdownRows(markdown).slice(overview.length)];
    expect(first.slice(0, overview.length)).toEqual(overview);
    expect(full(bookRows(openXlsx(xlsx), "overview"))).toEqual(full(overviewRows(where)));
    expect(rest).toEqual(all);
    expect(figures(terminalRows(terminal))).toEqual(figures(all));
    const said = jsonRows(json);
    expect(said.length).toBe(all.length);
    for (const [index, row] of all.entries()) {
      const shown = row.filter((cell) => /^-?\d/.test(cell) && isFigure(cell));
      // What a table has is in the JSON, and what the JSON has of the periods and their change is in a table.
      expect(said[index]?.all, row[0]).toEqual(expect.arrayContaining(shown));
      expect(row, row[0]).toEqual(expect.arrayContaining((said[index]?.level ?? []).filter((cell) => isFigure(cell))));
    }
  });
});

test("a workbook is not printed to a terminal", async () => {
  let said = "";
  const world = {
    args: ["report", gloucestershire, "--format", "xlsx"],
    cwd: home,
    home,
    system: "",
    columns: 80,
    colour: false,
  };
  const exit = await main({
    ...{ ...world, errorColour: false, outIsTerminal: true, errorIsTerminal: true, isWindows: false },
    input: { isTerminal: () => true, read: () => undefined },
    out: () => expect.unreachable(),
    err: (text) => {
      said += text;
    },
  });
  expect([exit, said]).toEqual([
    2,
    "plan-measures: --format xlsx is no text for a terminal\n  hint: name a folder for the file: --out tables\n",
  ]);
});

// One digit changed in one cell changes the cells that depend on it, and no other; each leads to its line.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FigureJson } from "../../src/output/figure-schema.ts";
import type { ReportJson } from "../../src/output/report-schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { gloucestershire, home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "provenance-"));
cpSync(join(home, gloucestershire), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** Every figure of a report by its place in it: "Robbery/change/force/percent". */
async function figures(): Promise<Map<string, FigureJson>> {
  const { out } = await run(["report", "--format", "json"], folder);
  const report: ReportJson = jsonOf("report", out);
  const found = new Map<string, FigureJson>();
  const walk = (path: string, value: object): void => {
    if ("from" in value) found.set(path, value as FigureJson);
    else for (const [name, inner] of Object.entries(value)) walk(`${path}/${name}`, inner);
  };
  for (const row of report.tables.flatMap((table) => table.rows)) {
    walk(row.measure, row.figures);
    for (const part of row.parts ?? []) walk(`${row.measure}: ${part.name}`, part.figures);
  }
  return found;
}

const changes: readonly [file: string, line: number, from: string, to: string, depending: string[]][] = [
  [
    "data/recorded-crime.csv",
    14,
    "348,",
    "349,",
    [
      "Robbery/baseline/force/count",
      "Robbery/baseline/force/rate",
      "Robbery/change/force/percent",
      "Robbery/change/force/rate",
      "Robbery/change/force/variance",
    ],
  ],
  [
    "data/crime-survey-confidence.csv",
    3,
    "50.9%",
    "50.8%",
    [
      "Percentage people that believe the police or council are dealing with crime/change/peers/points",
      "Percentage people that believe the police or council are dealing with crime/current/peers/percent",
    ],
  ],
];

test.each(changes)("%s:%i %s → %s changes what depends on it", async (file, line, from, to, depending) => {
  const before = await figures();
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n");
  expect(lines[line - 1]).toContain(from);
  lines[line - 1] = (lines[line - 1] ?? "").replace(from, to);
  writeFileSync(path, lines.join("\n"));
  const after = await figures();
  writeFileSync(path, text);

  const changed = [...after].filter(([name, figure]) => JSON.stringify(figure) !== JSON.stringify(before.get(name)));
  expect(changed.map(([name]) => name).sort()).toEqual(depending);
  for (const [, figure] of changed) {
    expect(figure.from.some((origin) => origin.file === file && origin.line === line)).toBe(true);
  }
});

test("a population reaches every rate computed with it, and nothing else", async () => {
  const all = await figures();
  const withPopulation = [...all].filter(([, figure]) =>
    figure.from.some((origin) => origin.file === "data/populations.csv" && origin.line === 2),
  );
  // 18 recorded-crime measures: the baseline rate of the force, and its difference in rate.
  expect(withPopulation).toHaveLength(36);
  for (const [name] of withPopulation) expect(name).toMatch(/(baseline|change)\/force\/rate$/);
});

test("the same input gives the same bytes, from any folder", async () => {
  const first = await run(["report", "plan.yaml", "--format", "json"], folder);
  expect(await run(["report", "plan.yaml", "--format", "json"], folder)).toEqual(first);
  const elsewhere = await run(["report", join(folder, "plan.yaml"), "--format", "json"], tmpdir());
  expect(elsewhere.out).toBe(first.out);
});

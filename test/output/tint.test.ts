// The ground of a change chart that is tinted: where the aim is met, and only where what is drawn is what it is judged on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "tint-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** How far along the bar, from 0 at its baseline to 1 at its end, the tint begins; nothing where there is none. */
async function tintOf(measure: string, kind: string, baseline: number, current: number): Promise<number | undefined> {
  const rows = [
    ["2019", baseline],
    ["2021", current],
  ].flatMap(([when, value]) => [
    `Kent,X,${when},${kind},${value}`,
    `MSG,X,${when},${kind},50`,
    `Kent,Population,mid-${when},population,1000`,
    `MSG,Population,mid-${when},population,1000`,
  ]);
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...new Set(rows)].join("\n"));
  const years = "baseline: { period: 2019, population: mid-2019 }, current: { period: 2021, population: mid-2021 }";
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: T\nforce: Kent\nsimilar-forces: MSG\npriorities: [{ id: A, name: A }]\ndata: [data.csv]\ntables:\n  - { title: T, ${years}, measures: [{ name: X, kind: ${kind === "percent" ? "percentage" : kind}, priorities: [A], comment: C, ${measure} }] }`,
  );
  const { out } = await run(["report", "--format", "html"], folder);
  const [svg = ""] = /<svg.*?<\/svg>/s.exec(out.slice(out.indexOf("change from baseline"))) ?? [];
  const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="(\d+)" fill="(#\w+)"/g)];
  const placed = boxes.map(([, x, width, height, fill]) => ({
    ...{ from: Number(x), to: Number(x) + Number(width), height, fill },
  }));
  const tint = placed.find(({ fill, height }) => fill === "#e7edf3" && height !== "12");
  const bar = placed.find(({ fill, height }) => fill !== "#e7edf3" && height !== "12");
  expect(svg.includes("where the aim is met")).toBe(tint !== undefined);
  if (!tint || !bar) return undefined;
  const isFall = current < baseline;
  const [start, end] = isFall ? [bar.to, bar.from] : [bar.from, bar.to];
  const edge = measure.includes("least") || measure.includes("increase") ? tint.from : tint.to;
  return (edge - start) / (end - start);
}

// 200 → 180 is −10 %: 5 % is half the bar; at most 190 is −5 %, at most 195 a quarter of it; 60 % → 50 % is −10 points.
test.each([
  ["aim: reduce", "count", 200, 180, 0],
  ["aim: reduce by 5%", "count", 200, 180, 0.5],
  ["aim: reduce by 5", "count", 200, 180, 0.25],
  ["aim: at most 195", "count", 200, 180, 0.25],
  ["aim: at least 210", "count", 200, 220, 0.5],
  ["aim: increase by 5%", "count", 200, 220, 0.5],
  ["aim: reduce by 5 percentage points", "percent", 60, 50, 0.5],
] as const)("%s of %s, from %i to %i", async (aim, kind, baseline, current, share) => {
  expect(await tintOf(aim, kind, baseline, current)).toBeCloseTo(share, 2);
});

test.each([
  ["aim: below MSG, basis: rate", 200, 180],
  ["aim: reduce, basis: rate", 200, 180],
  ["aim: maintain within 2%", 200, 180],
  ["aim: at most 10", 200, 180],
])(
  "%s has none: the bar is not what it is judged on, or it is met far off the chart",
  async (aim, baseline, current) => {
    expect(await tintOf(aim, "count", baseline, current)).toBeUndefined();
  },
);

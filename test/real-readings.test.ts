// Readings of the Home Office's quarterly file, where it is to be had: how many year-on-year changes are beyond chance.
// @module-tag long
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeBesideOthers } from "../src/statistics/change-beside-others.ts";
import { dispersedRatio, pairedSpread } from "../src/statistics/paired-periods.ts";
import { equalRates } from "../src/statistics/rate-ratio.ts";

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
const file = join(shared, "data/home-office/quarterly-by-force-and-offence-group-2002-2024.csv");

/** The four quarters of each financial year, by force and offence group. */
function yearsOf(text: string): Map<string, Map<number, number[]>> {
  const found = new Map<string, Map<number, number[]>>();
  for (const line of text.split("\n").slice(1)) {
    // No cell of the first five holds a comma.
    const [year = "", quarter = "", force = "", group = "", number = ""] = line.split(",");
    if (number === "" || Number.isNaN(Number(number))) continue;
    const series = `${group}\n${force}`;
    const years = found.get(series) ?? new Map<number, number[]>();
    found.set(series, years);
    const start = Number(year.slice(0, 4));
    const quarters = years.get(start) ?? [];
    years.set(start, quarters);
    quarters[Number(quarter) - 1] = Number(number);
  }
  return found;
}
const isWhole = (quarters: readonly number[] | undefined): quarters is readonly number[] =>
  quarters !== undefined && [0, 1, 2, 3].every((at) => (quarters[at] ?? -1) >= 0);
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe.skipIf(shared === "")("real quarters [needs PLAN_MEASURES_SHARED]", () => {
  const series = shared === "" ? new Map() : yearsOf(readFileSync(file, "utf8"));

  test("about 28 % of year-on-year changes are beyond chance, where a Poisson test has 70 %", () => {
    let [all, paired, poisson] = [0, 0, 0];
    for (const years of series.values()) {
      for (const [year, current] of years) {
        const baseline = years.get(year - 1);
        if (!isWhole(baseline) || !isWhole(current)) continue;
        const [a, b] = [sum(baseline), sum(current)];
        const spread = pairedSpread(baseline.map((one, at) => ({ baseline: one, current: current[at] ?? 0 })));
        const [now, before] = [
          { x: b, n: 1 },
          { x: a, n: 1 },
        ];
        const found = spread && dispersedRatio(now, before, spread.phi, spread.df);
        if (a + b < 100 || !found) continue;
        all++;
        if (found.p < 0.05) paired++;
        if ((equalRates(now, before) ?? 1) < 0.05) poisson++;
      }
    }
    expect(all).toBeGreaterThan(8000);
    expect(poisson / all).toBeCloseTo(0.7, 1);
    expect(paired / all).toBeGreaterThan(0.25);
    expect(paired / all).toBeLessThan(0.31);
  });

  test("beside seven forces of about its size, 6 % of forces are unlike the others", () => {
    const groups = new Set([...series.keys()].map((name) => name.split("\n")[0]));
    let [all, beyond] = [0, 0];
    for (const group of groups) {
      const forces = [...series].filter(([name]) => name.startsWith(`${group}\n`)).map(([, years]) => years);
      for (let year = 2003; year <= 2023; year++) {
        const moved = forces.flatMap((years) => {
          const [baseline, current] = [years.get(year - 1), years.get(year)];
          if (!isWhole(baseline) || !isWhole(current)) return [];
          return [{ baseline: { x: sum(baseline), n: 1 }, current: { x: sum(current), n: 1 } }];
        });
        const inOrder = moved.sort((one, other) => one.baseline.x - other.baseline.x);
        for (let at = 0; at + 8 <= inOrder.length; at += 8) {
          const eight = inOrder.slice(at, at + 8);
          for (const [own, force] of eight.entries()) {
            const found = changeBesideOthers(
              force,
              eight.filter((_, other) => other !== own),
            );
            if (!found) continue;
            all++;
            if (found.p < 0.05) beyond++;
          }
        }
      }
    }
    expect(all).toBeGreaterThan(4000);
    expect(beyond / all).toBeLessThan(0.08);
    expect(beyond / all).toBeGreaterThan(0.03);
  });
});

// A force beside the others of its group: published figures, worked examples, and what must hold of any numbers.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ordinal } from "../../src/report/rank.ts";
import { compareShape } from "../helpers/report-shape.ts";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

const compare = async (args: readonly string[], cwd = home) => {
  const done = await run(["compare", ...args, "--format", "json"], cwd);
  expect(done.err).toBe("");
  return compareShape.parse(JSON.parse(done.out)).comparisons;
};
const shown = (figure: { readonly shown?: string; readonly gap?: string | undefined } | undefined) =>
  figure?.shown ?? figure?.gap;

test("the eight forces of 2019 pool to the published column of the group, within the revision of the data", async () => {
  const comparisons = await compare(["fixtures/similar-forces-2019"]);
  // As published for 2019, and the sums of the eight forces of the ONS's table P1.
  const published: Readonly<Record<string, readonly [published: number, sum: number]>> = {
    "All crime but fraud": [487_208, 488_465],
    Burglary: [34_707, 34_732],
    Robbery: [4_030, 4_024],
  };
  const checked = comparisons.filter(({ measure }) => measure in published);
  expect(checked).toHaveLength(3);
  for (const { measure, group, given, notes } of checked) {
    const [was, is] = published[measure] ?? [0, 0];
    expect([given && "value" in given && given.value, group.figures.count]).toMatchObject([
      `${was}`,
      { value: `${is}` },
    ]);
    expect(Math.abs(is - was) / was).toBeLessThan(0.003);
    const said = notes.filter((note) => note.startsWith("The data also give MSG itself"));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`a difference of ${(is - was).toLocaleString("en-GB")} `);
  }
  // 1,257 ÷ 487,208 is 0.258 %.
  expect(checked[0]?.notes.join("\n")).toContain("(+0.26%)");
});

test("the four forces of METHODS: each average, and that the mean reverses the verdict", async () => {
  const [only] = await compare([], join(home, "test/cases/compare-four-forces"));
  // 1000 × (900 + 2400 + 450 + 5000) ÷ 2,125,000; without B 6350 ÷ 1,525,000; (3 + 4 + 2 + 5) ÷ 4; (3 + 2 + 5) ÷ 3.
  expect(only?.averages.map(({ name, figure, used }) => [name, shown(figure), used])).toEqual([
    ["mean with Force B", "3.500", false],
    ["mean without Force B", "3.333", false],
    ["pooled with Force B", "4.118", true],
    ["pooled without Force B", "4.164", false],
  ]);
  expect(only?.["reversed-by"]).toEqual(["mean with Force B", "mean without Force B"]);
  // φ: E = 300 × 8750/2125 and so on: (900 − 1235.294)²/1235.294 + (2400 − 2470.588)²/2470.588
  // + (450 − 926.471)²/926.471 + (5000 − 4117.647)²/4117.647 = 91.008 + 2.017 + 245.042 + 189.076 = 527.143; ÷ 3.
  expect(only?.dispersion).toBeCloseTo(175.714, 2);
});

test("a rank is among all that have a figure: the places published for August 2023 among 44 forces", async () => {
  const [within, mean] = (await compare(["fixtures/plan-targets"])).filter(({ rank }) => rank !== null);
  expect([within?.measure, within?.rank, within?.forces.length]).toEqual(["Answered within 10 seconds", 22, 44]);
  expect([mean?.measure, mean?.rank, mean?.["rank-words"]]).toEqual([
    "Mean time to answer",
    19,
    "19th of 44, 1 being the lowest",
  ]);
}, 20_000);

test("ordinals are said as people say them", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(ordinal)).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "13th",
    "21st",
    "22nd",
    "103rd",
    "111th",
  ]);
});

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

test("of any forces, the pooled rate lies within their rates, and ranks are those of a competition", {
  tags: "fuzz",
}, async () => {
  const next = numbers(7);
  for (let round = 0; round < 20; round += 1) {
    const forces = Array.from({ length: 2 + next(7) }, (_, index) => {
      const population = 100_000 + 1000 * next(900);
      return { name: `Force ${index + 1}`, count: next(4) === 0 ? population / 1000 : next(5000), population };
    });
    const rows = forces.flatMap(({ name, count, population }) => [
      `${name},Robbery,2019,count,${count}`,
      `${name},Population,mid-2018,population,${population}`,
    ]);
    writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: A plan
force: Force 1
similar-forces: { name: Group, forces: [${forces.map(({ name }) => name).join(", ")}] }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: Recorded crime
    current: { period: 2019, population: mid-2018 }
    measures: [{ name: Robbery, better: lower, priorities: [A] }]
`,
    );
    const [only] = await compare([], folder);
    const rates = forces.map(({ count, population }) => (1000 * count) / population);
    const pooled = only?.group.figures.rate;
    const value = pooled && "value" in pooled ? Number(pooled.value) : Number.NaN;
    expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
    expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
    // By its own count: one more than the forces that are lower.
    const ranks = rates.map((rate) => 1 + rates.filter((other) => other < rate - 1e-12).length);
    const found = forces.map(({ name }) => only?.forces.find((one) => one.name === name)?.rank);
    expect(found).toEqual(ranks);
  }
});

test("a period before the baseline has rates of the population that is asked for, and no change back to it", async () => {
  const rows = ["Northshire", "Eastshire"].flatMap((force) => [
    ...["2016,count,500", "2018,count,1000", "2019,count,900"].map((said) => `${force},Robbery,${said}`),
    ...["2016,population,1000000", "2018,population,1100000", "2019,population,1200000"].map(
      (said) => `${force},Population,mid-${said}`,
    ),
  ]);
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Northshire
similar-forces: { name: Both, forces: [Northshire, Eastshire] }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: Recorded crime
    baseline: { period: 2018, population: mid-2018 }
    current: { period: 2019, population: mid-2019 }
    measures: [{ name: Robbery, aim: reduce, priorities: [A] }]
`,
  );
  const refused = await run(["compare", "--period", "2016"], folder);
  expect([refused.exit, refused.err.includes("chooses no population for 2016")]).toEqual([2, true]);
  const [only] = await compare(["--period", "2016", "--population", "mid-2016"], folder);
  const kent = only?.forces.find(({ name }) => name === "Northshire");
  // 1000 × 500 ÷ 1,000,000
  expect([shown(kent?.figures.rate), Object.keys(kent?.change ?? {})]).toEqual(["0.500", []]);
  const [later] = await compare([], folder);
  // 100 × (900 − 1000) ÷ 1000
  expect(shown(later?.forces.find(({ name }) => name === "Northshire")?.change.percent)).toBe("-10.0%");
});

test.each(["pooled", "mean"])(
  "a force is held against the pooled rate of its group, whose figure is %s",
  async (average) => {
    const forces = { Northshire: [65, 650_000], Southshire: [100, 2_000_000], Westshire: [30, 100_000] };
    const rows = Object.entries(forces).flatMap(([force, [count, people]]) => [
      `${force},Robbery,2019,count,${count}`,
      `${force},Population,mid-2018,population,${people}`,
    ]);
    writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: A plan
force: Northshire
similar-forces: { name: Three, forces: [Northshire, Southshire, Westshire], average: ${average} }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: Recorded crime
    current: { period: 2019, population: mid-2018 }
    measures: [{ name: Robbery, better: lower, priorities: [A] }]
`,
    );
    const [only] = await compare([], folder);
    // 65 events have the limits 50.16 to 82.85 at 95 % and 42.88 to 94.00 at 99.8 % (METHODS); over 650,000 people that is
    // 0.0772 to 0.1275 and 0.0660 to 0.1446 per 1,000. The pooled rate is 195 ÷ 2,750 = 0.0709, the mean of 0.1, 0.05 and
    // 0.3 is 0.15, which is above all of them.
    const own = only?.forces.find(({ name }) => name === "Northshire");
    expect(own?.funnel).toEqual({ "95%": "higher", "99.8%": "similar" });
  },
);

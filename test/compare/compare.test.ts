// A force beside the others of its group: published figures, worked examples, and what must hold of any numbers.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Figure } from "../../src/core/figure.ts";
import { exact } from "../../src/core/number.ts";
import { PER_1000, type Unit } from "../../src/core/value-kind.ts";
import { ordinal } from "../../src/core/words/say.ts";
import { againstOthers } from "../../src/report/against-others.ts";
import { jsonOf } from "../helpers/json.ts";
import { seeded } from "../helpers/seeded.ts";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

const compare = async (args: readonly string[], cwd = home) => {
  const done = await run(["compare", ...args, "--format", "json"], cwd);
  expect(done.err).toBe("");
  return jsonOf("compare", done.out).comparisons;
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
  expect([refused.exit, refused.err.includes("has no population date for 2016")]).toEqual([2, true]);
  const [only] = await compare(["--period", "2016", "--population", "mid-2016"], folder);
  const kent = only?.forces.find(({ name }) => name === "Northshire");
  // 1000 × 500 ÷ 1,000,000
  expect([shown(kent?.figures.rate), Object.keys(kent?.change ?? {})]).toEqual(["0.500", []]);
  const [later] = await compare([], folder);
  // 100 × (900 − 1000) ÷ 1000
  expect(shown(later?.forces.find(({ name }) => name === "Northshire")?.change.percent)).toBe("-10.0%");
});

/** A plan's folder with these forces: [count and population] of 2018 and of 2019, the first of them the plan's own. */
function planOf(
  forces: Readonly<Record<string, readonly [was: number, before: number, is: number, after: number]>>,
  { measure = "aim: reduce", group = "" } = {},
): string {
  const rows = Object.entries(forces).flatMap(([force, [was, before, is, after]]) => [
    `${force},Robbery,2018,count,${was}`,
    `${force},Population,mid-2017,population,${before}`,
    `${force},Robbery,2019,count,${is}`,
    `${force},Population,mid-2018,population,${after}`,
  ]);
  const names = Object.keys(forces);
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: ${names[0]}
similar-forces: { name: Group, forces: [${names.join(", ")}]${group} }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: Recorded crime
    baseline: { period: 2018, population: mid-2017 }
    current: { period: 2019, population: mid-2018 }
    measures: [{ name: Robbery, ${measure}, priorities: [A] }]
`,
  );
  return folder;
}
const numberIn = (figure: object | undefined): number =>
  figure && "value" in figure ? Number(figure.value) : Number.NaN;
/** To 10 significant digits. */
const near = (actual: number | undefined, expected: number): void =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1), `${actual} for ${expected}`).toBeLessThan(5e-11);

test("the limits of a force are those of scipy, against the others alone", async () => {
  // ../shared/oracles/readings.json, "funnel-without-the-force": the robberies of 2019 in the eight forces.
  const found = await compare(["fixtures/similar-forces-2019", "--measure", "Robbery"]);
  const of = (name: string) => found[0]?.forces.find((one) => one.name === name)?.funnel;
  const [own, other] = [of("Gloucestershire"), of("Cambridgeshire")];
  near(own?.dispersion, 89.72407845238263);
  near(own?.p, 0.9968940276457818);
  expect(numberIn(own?.limits["95%"].lower)).toBe(0);
  near(numberIn(own?.limits["95%"].upper), 1.253106334276153);
  near(numberIn(own?.limits["99.8%"].upper), 2.053906798488672);
  near(other?.dispersion, 49.30595881392068);
  near(other?.p, 0.04925434699784613);
  near(numberIn(other?.limits["95%"].lower), 0.05356452477283161);
  near(numberIn(other?.limits["95%"].upper), 0.9317383459748448);
  near(numberIn(other?.limits["99.8%"].upper), 1.4271356570497027);
  // 796 ÷ 852.5 = 0.9337 is above 0.9317 and below 1.4271.
  expect([other?.["95%"], other?.["99.8%"], own?.["95%"]]).toEqual(["higher", "similar", "similar"]);
});

test("of eight forces that differ by far more than chance, none is lower or higher at 99.8%", async () => {
  const found = await compare(["fixtures/similar-forces-2019"]);
  expect(found).toHaveLength(5);
  const words = found.flatMap(({ forces }) => forces.map(({ funnel }) => funnel?.["99.8%"]));
  expect(words).toEqual(Array.from({ length: 40 }, () => "similar"));
});

test("the ranks that limits leave open, by hand", async () => {
  // Of A the others have 4 × 400 in 400,000: 4 per 1,000, alike, so φ is 1. t of 3 degrees of freedom is 3.182446, and
  // 3.182446 × √(0.004 × (1/100,000 + 1/400,000)) = 0.000711617: limits 3.288 to 4.712. A at 8 per 1,000 could be at
  // 7.288 to 8.712, where four are lower at either end: 5th. Of B the others have 2,000 in 400,000, 500 each at 5 per
  // 1,000; φ = (3 × 100² + 300²) ÷ 500 ÷ 3 = 80, and 3.182446 × √(80 × 0.005 × 0.0000125) = 0.00711617: limits 0 to
  // 12.116. B at 4 could be at −3.1, where none is lower, or at 11.116, where four are: 1st to 5th.
  const alike = [400, 100_000, 400, 100_000] as const;
  const [only] = await compare(
    [],
    planOf({ Ashire: [800, 100_000, 800, 100_000], Bshire: alike, Cshire: alike, Dshire: alike, Eshire: alike }),
  );
  const of = (name: string) => only?.forces.find((one) => one.name === name);
  expect(of("Ashire")).toMatchObject({ rank: 5, "rank-range": { best: 5, worst: 5 } });
  expect(of("Ashire")?.funnel).toMatchObject({ "95%": "higher", dispersion: 1 });
  expect(shown(of("Ashire")?.funnel?.limits["95%"].lower)).toBe("3.288");
  expect(shown(of("Ashire")?.funnel?.limits["95%"].upper)).toBe("4.712");
  expect(of("Bshire")).toMatchObject({ rank: 1, "rank-range": { best: 1, worst: 5 } });
  expect(of("Bshire")?.funnel).toMatchObject({ "95%": "similar" });
  near(of("Bshire")?.funnel?.dispersion, 80);
  expect(shown(of("Bshire")?.funnel?.limits["95%"].upper)).toBe("12.116");
  expect(only?.notes[0]).toBe("Ashire ranks 5th of 5, 1 being the lowest, even allowing for chance.");
  const [other] = await compare(
    [],
    planOf({ Bshire: alike, Ashire: [800, 100_000, 800, 100_000], Cshire: alike, Dshire: alike, Eshire: alike }),
  );
  expect(other?.["rank-words"]).toBe(
    "joint 1st of 5, 1 being the lowest; allowing for chance, its rank may be anything from 1st to 5th",
  );
  // All moved alike, by nothing: there is no spread to set a change against.
  expect(only?.beside).toBeUndefined();
});

test("a force that is higher is never first, one that is lower never last, and its own rank is in its range", () => {
  const random = seeded(19);
  let [higher, lower] = [0, 0];
  for (let round = 0; round < 400; round += 1) {
    const forces = Array.from({ length: 5 + Math.floor(random() * 6) }, () => {
      const n = Math.round(100_000 + 1_000_000 * random());
      const x = Math.round(n * 0.002 * (random() < 0.2 ? 4 * random() : 0.8 + 0.4 * random()));
      const figure = (value: string, unit: Unit): Figure => ({ value: exact(value), unit, from: [] });
      return {
        ...{ x, n, isMember: true, count: figure(`${x}`, "count"), population: figure(`${n}`, "persons") },
        rate: figure(((1000 * x) / n).toFixed(9), "per 1,000"),
      };
    });
    for (const [index, found] of againstOthers(forces, true, PER_1000).entries()) {
      const own = forces[index];
      if (!own || !found) throw new Error("limits are missing");
      const rank = 1 + forces.filter((one) => one.x / one.n < own.x / own.n).length;
      const { best, worst } = found.ranks;
      if (found.at95 === "higher") higher += 1;
      if (found.at95 === "lower") lower += 1;
      const isRight =
        best <= rank &&
        rank <= worst &&
        !(found.at95 === "higher" && best === 1) &&
        !(found.at95 === "lower" && worst === forces.length);
      if (!isRight) expect({ round, index, best, worst, rank, word: found.at95 }).toBe("right");
    }
  }
  expect(higher).toBeGreaterThan(50);
  expect(lower).toBeGreaterThan(50);
});

test("with three others there are no limits, and the notes say why", async () => {
  const [only] = await compare([], join(home, "test/cases/compare-four-forces"));
  expect(only?.forces.map(({ funnel, "rank-range": range }) => [funnel, range])).toEqual(
    Array.from({ length: 4 }, () => [undefined, undefined]),
  );
  expect(only?.notes).toContain("No limits: no force has four others to be set against.");
});

const earlier = [348, 720, 600, 211, 462, 451, 584, 338];
const later = [395, 700, 640, 230, 470, 455, 600, 330];
const eight = (current: readonly number[], populations = 500_000) =>
  Object.fromEntries(
    earlier.map((was, at) => [`Force ${at + 1}`, [was, 500_000, current[at] ?? 0, populations] as const]),
  );

test("the change of a force beside the others is that of scipy", async () => {
  // ../shared/oracles/readings.json, "change-beside-others".
  const [only] = await compare([], planOf(eight(later)));
  const found = only?.beside;
  near(numberIn(found?.estimate), 1.1107297880240803);
  near(numberIn(found?.limits.lower), 0.9941352490590095);
  near(numberIn(found?.limits.upper), 1.2409988109482957);
  near(numberIn(found?.p), 0.05968312184332944);
  expect(found?.words).toBe("within chance");
  // 100 × (395 ÷ 348 − 1) = 13.5; 100 × (e^0.021666 − 1) = 2.2
  expect(found?.says).toBe(
    "its change is not beyond the usual spread of the other forces of Group (+13.5%; their average, a geometric mean, is +2.2%)",
  );
  // Rates as their counts with the populations: all alike by the same share, which leaves the ratio as it is.
  const [rates] = await compare([], planOf(eight(later, 600_000), { measure: "aim: reduce, basis: rate" }));
  near(numberIn(rates?.beside?.estimate), 1.1107297880240803);
  // 1.135057 × 500,000 ÷ 600,000 is 0.945881, a fall of 5.4 %; 1.021902 × 5 ÷ 6 is 0.851586, one of 14.8 %.
  expect(rates?.beside?.says).toContain("(-5.4%; their average, a geometric mean, is -14.8%)");
});

test.each([
  // The others moved by +2.2 % on average, by 4.2 % either way: ln 1.5 is 9 such steps away.
  [522, "rose more than"],
  [200, "fell where"],
])("a force that had 348 and has %d %s, beyond the spread of the others", async (current, words) => {
  const [only] = await compare([], planOf(eight([current, ...later.slice(1)])));
  expect(only?.beside).toMatchObject({ words: "beyond chance" });
  expect(only?.beside?.says).toMatch(
    new RegExp(`^it ${words} the other forces of Group (did|rose), beyond their usual spread`),
  );
});

test("a force that rose by 2% where others rose by half rose less than they did", async () => {
  const [only] = await compare([], planOf(eight([355, ...later.slice(1).map((value) => Math.round(1.5 * value))])));
  expect(only?.beside?.says).toContain("it rose less than the other forces");
  const [fell] = await compare([], planOf(eight([341, ...later.slice(1).map((value) => Math.round(value / 2))])));
  expect(fell?.beside?.says).toContain("it fell less than the other forces");
});

test("of two forces no chart is drawn, and the notes say so", async () => {
  const two = { Northshire: [5, 1000, 6, 1000], Southshire: [7, 1000, 9, 1000] } as const;
  const args = ["compare", "--format", "svg", "--out", "charts"];
  const { out } = await run(["compare"], planOf(two));
  expect(out).toContain("No chart: fewer than three forces have a figure.");
  expect(out).not.toContain("● the force");
  await run(args, planOf({ ...two, Westshire: [7, 1000, 9, 1000] }));
  expect(readdirSync(join(folder, "charts"))).toHaveLength(1);
  rmSync(join(folder, "charts"), { recursive: true });
  await run(args, planOf(eight(later)));
  expect(readdirSync(join(folder, "charts")).sort()).toHaveLength(2);
});

/** The comparison of a plan of six forces with months: 100 to 106 a month each, and 40 more of the first from March 2019 on. */
async function withMonths(baseline: string, current: string, plan = "") {
  const names = "January February March April May June July August September October November December".split(" ");
  const forces = ["Greater Manchester", "Merseyside", "Lancashire", "West Yorkshire", "South Yorkshire", "Northumbria"];
  // As the ONS has them, or the figures would be doubted.
  const people = [2_812_600, 1_423_100, 1_498_300, 2_320_200, 1_402_900, 1_456_600];
  const rows = forces.flatMap((force, at) => [
    ...Array.from({ length: 24 }, (_, month) => {
      const events = 100 + ((month * (at + 3)) % 7) + (at === 0 && month >= 14 ? 40 : 0);
      return `${force},Robbery,${names[month % 12]} ${2018 + Math.floor(month / 12)},count,${events}`;
    }),
    `${force},Population,mid-2018,population,${people[at]}`,
  ]);
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Merseyside
similar-forces: { name: Group, forces: [${forces.join(", ")}] }
priorities: [{ id: A, name: A }]
data: [data.csv]
${plan}
tables:
  - title: Recorded crime
    baseline: { period: ${baseline}, population: mid-2018 }
    current: { period: ${current}, population: mid-2018 }
    measures: [{ name: Robbery, aim: reduce, basis: rate, priorities: [A] }]
`,
  );
  return (await compare([], folder))[0];
}

test.each([
  ["2018", "January 2019 to June 2019", "", /different lengths/],
  ["January 2019 to March 2019", "April 2019 to June 2019", "", /other calendar months/],
  ["12 months to March 2019", "12 months to June 2019", "", /^9 months are in both periods/],
  // The gap of one force of the group, of figures for July to December 2019.
  ["2018", "2019", "", /not whole: Greater Manchester/],
  ["January 2018 to June 2018", "January 2019 to June 2019", "breaks: [{ from: 2019, reason: rules }]", /rules/],
])(
  "changes from %s to %s are not tested beside each other, as in a report %s",
  async (baseline, current, plan, why) => {
    const only = await withMonths(baseline, current, plan);
    expect(only?.beside).toBeUndefined();
    expect(only?.["beside-not-tested"]).toMatch(why);
    expect(only?.notes.join()).toMatch(/Changes of the forces are not tested beside each other/);
  },
);

test("rates of a period with a gap or a break inside have no limits, and the notes name it", async () => {
  const gap = await withMonths("2018", "2019");
  expect(gap?.forces.every(({ funnel }) => funnel === undefined)).toBe(true);
  expect(gap?.notes.join()).toMatch(/No limits: figures are not whole: Greater Manchester/);
  const six = ["January 2018 to June 2018", "January 2019 to June 2019"] as const;
  const inside = await withMonths(...six, "breaks: [{ from: April 2019, reason: rules }]");
  expect(inside?.notes.join()).toMatch(/No limits: figures before and after are not comparable: rules/);
  // A break before the period leaves its rates of one kind.
  const before = await withMonths(...six, "breaks: [{ from: 2019, reason: rules }]");
  expect(before?.forces.every(({ funnel }) => funnel)).toBe(true);
  expect((await withMonths(...six))?.beside?.group).toBe("Group");
});

test("a narrow table says a rank that is the only one left open", async () => {
  // Ashire's limits, 4 ± 0.712 per 1,000, leave its 8 per 1,000 above all others at either end.
  const alike = [400, 100_000, 400, 100_000] as const;
  planOf({ Ashire: [800, 100_000, 800, 100_000], Bshire: alike, Cshire: alike, Dshire: alike, Eshire: alike });
  const { out } = await run(["compare", "--format", "markdown"], folder);
  expect(out.split("\n").find((line) => line.startsWith("| Ashire"))).toMatch(/\| 5 only \|/);
  expect(out.split("\n").find((line) => line.startsWith("| Bshire"))).toMatch(/\| 1 and 5 \|/);
});

// What changed between two releases: the worked example of METHODS, flips by each part alone, and sums that are exact.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FigureJson } from "../../src/output/figure-schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { home, planFixtures, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

const diff = async (args: readonly string[], cwd = folder) => {
  const done = await run(["diff", ...args, "--format", "json"], cwd);
  expect([done.exit, done.err]).toEqual([0, ""]);
  return jsonOf("diff", done.out);
};
const quarter = () =>
  diff(["last-quarter.json", "new-data", "--plan", "plan.yaml"], join(home, "test/cases/diff-quarter"));
const value = (figure: FigureJson | undefined) =>
  figure && ("value" in figure ? figure.value : "gap" in figure ? figure.gap : figure.shown);

type Diffed = Awaited<ReturnType<typeof diff>>;
const lineOf = (found: Diffed, measure: string, of: string, kind: string, side = 0) =>
  found.measures
    .find((one) => one.measure === measure)
    ?.sides[side]?.figures.find((line) => line.of === of && line.kind === kind);

test("the example of METHODS: 10.000 % → 10.396 % (+0.396 revised) → 7.921 % (−2.475 moved)", async () => {
  const found = await quarter();
  const line = lineOf(found, "Burglary", "change", "percent");
  const shown = (["was", "revised", "restated", "moved", "is"] as const).map((which) => {
    const figure = line?.[which];
    return figure && "shown" in figure ? figure.shown : figure;
  });
  expect(shown).toEqual(["10.000%", "0.396", "10.396%", "-2.475", "7.921%"]);
  expect(line?.["revised-by"]).toEqual(["baseline", "current"]);
  const number = lineOf(found, "Burglary", "current", "count");
  expect([number?.revised, number?.moved, number?.whole].map(value)).toEqual(["15", "-25", "-10"]);
  const baseline = lineOf(found, "Burglary", "baseline", "count");
  expect([baseline?.revised, baseline?.moved].map(value)).toEqual(["10", "0"]);
});

test("which part flipped a verdict: revision, new months, both, the baseline, and back", async () => {
  const { verdicts } = await quarter();
  const flips = verdicts.map(({ measure, was, restated, is, by, "by-revision-alone": alone }) => {
    return [measure, [was, restated, is].map((verdict) => verdict?.charAt(0) ?? "?").join(""), alone, by];
  });
  // All aims are to reduce; of vehicle offences by 10%, to 900. a: achieved, n: not, not judged or not known.
  expect(flips).toEqual([
    // Under 348 until restated as 352; 340 and the 9 that moved are 349, over it too.
    ["Robbery", "ann", true, [["current revised"], ["current moved"]]],
    // 950 − 20 and 950 − 40 are over 900, 950 − 60 is not.
    ["Vehicle offences", "nna", false, [["current revised", "current moved"]]],
    // 95 of 100, and of the 90 that 100 became; then 88.
    ["Arson", "ana", true, [["baseline revised"]]],
    // 90 of 100, restated as 105; then 80.
    ["Drug offences", "ana", true, [["current revised"]]],
    ["Theft", "aan", false, [["current moved"]]],
    // 75, of which 5 moved: the 70 that were not available are over the 50 of 2019.
    ["Stalking", "nnn", false, []],
  ]);
});

test("a figure that is not there on one side is a gap with its reason, and the other parts are told", async () => {
  const found = await quarter();
  const homicide = lineOf(found, "Homicide", "current", "count");
  expect([homicide?.was, homicide?.revised, homicide?.moved, homicide?.whole].map(value)).toEqual([
    ...["6", "the data do not cover 12 months to June 2023", "the data do not cover 12 months to June 2023", "-1"],
  ]);
  const stalking = lineOf(found, "Stalking", "current", "count");
  expect([stalking?.was, stalking?.revised, stalking?.moved, stalking?.is].map(value)).toEqual([
    ...["not available", "not available", "5", "75"],
  ]);
});

test("a rate is said to be revised with its number, its population, or both, also that of a group", async () => {
  const cwd = join(home, "test/cases/diff-folders");
  const asked = ["june", "sept", "--plan", "plan.yaml", "--was", "12 months to June 2023", "--format", "json"];
  const read = jsonOf("diff", (await run(["diff", ...asked], cwd)).out);
  expect(lineOf(read, "Burglary", "current", "rate")?.["revised-by"]).toEqual(["number", "population"]);
  expect(lineOf(read, "Robbery", "current", "rate")?.["revised-by"]).toEqual(["population"]);
  // 1000 × 3,200 ÷ (646,627 + 720,000), and ÷ (650,000 + 720,000): 2.34153 and 2.33577.
  expect(lineOf(read, "Robbery", "current", "rate", 1)?.revised).toMatchObject({ shown: "-0.006" });
});

test("two reports of different periods cannot be split, and say so; of the same periods, all is revision", async () => {
  const cwd = join(home, "test/cases/diff-reports");
  const found = await diff(["june.json", "september.json"], cwd);
  const line = lineOf(found, "Burglary", "current", "count");
  expect([line?.revised, line?.moved, line?.whole].map(value)).toEqual([
    "the new release's figure for the old period is not known",
    "the new release's figure for the old period is not known",
    "10",
  ]);
  expect(lineOf(found, "Burglary", "baseline", "count")).toMatchObject({ revised: { value: "0" } });
  expect(found.verdicts[0]?.by).toEqual([["figures whole"]]);
  const same = JSON.parse(readFileSync(join(cwd, "june.json"), "utf8"));
  same.tables[0].rows[0].figures.current.force.count.value = "2503";
  writeFileSync(join(folder, "june.json"), JSON.stringify(same));
  cpSync(join(cwd, "june.json"), join(folder, "before.json"));
  const revised = await diff(["before.json", "june.json"]);
  expect(lineOf(revised, "Burglary", "current", "count")).toMatchObject({
    revised: { value: "3" },
    moved: { value: "0" },
  });
});

test("a report saved by PowerShell, in UTF-16, is read", async () => {
  const text = readFileSync(join(home, "test/cases/diff-reports/june.json"), "utf8");
  writeFileSync(join(folder, "utf-16.json"), Buffer.from(`\ufeff${text}`, "utf16le"));
  writeFileSync(join(folder, "utf-8.json"), text);
  const found = await diff(["utf-16.json", "utf-8.json"]);
  expect(found.measures.map(({ changed }) => changed)).toEqual([false, false, false]);
});

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** Decimal digits as whole units of 10⁻⁴⁰. */
function unitsOf(figure: FigureJson): bigint {
  if (!("value" in figure)) throw new Error("gap" in figure ? figure.gap : figure.shown);
  const [whole = "", fraction = ""] = figure.value.split(".");
  return BigInt(`${whole}${fraction.padEnd(40, "0")}`);
}

test("of any figures, revised + moved is the whole exactly, and each part is what the files give", {
  tags: "fuzz",
}, async () => {
  const next = numbers(11);
  const plan = (current: string) => `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: ["*.csv"]
tables:
  - title: Recorded crime
    baseline: { period: 2019, population: mid-2018 }
    current: { period: ${current}, population: mid-2021 }
    measures:
      - { name: Robbery, aim: reduce, priorities: [A], comment: None. }
      - { name: Burglary, aim: reduce by 7%, basis: rate, priorities: [A], comment: None. }
`;
  const [w0, w1] = ["12 months to June 2023", "12 months to September 2023"];
  for (let round = 0; round < 15; round += 1) {
    const cwd = join(folder, `round-${round}`);
    for (const side of ["old", "new"]) mkdirSync(join(cwd, side), { recursive: true });
    const given = new Map<string, number>();
    const csv = (side: string, periods: readonly string[]): void => {
      const rows = ["Robbery", "Burglary"].flatMap((series) =>
        periods.map((period) => {
          const count = 1 + next(5000);
          given.set(`${side} ${series} ${period}`, count);
          return `Gloucestershire,${series},${period},count,${count}`;
        }),
      );
      const people = ["mid-2018", "mid-2021"].map(
        (date) => `Gloucestershire,Population,${date},population,${600_001 + next(9973)}`,
      );
      writeFileSync(join(cwd, side, "data.csv"), ["area,series,period,kind,value", ...rows, ...people].join("\n"));
    };
    csv("old", ["2019", w0]);
    csv("new", ["2019", w0, w1]);
    writeFileSync(join(cwd, "old/plan.yaml"), plan(w0));
    writeFileSync(join(cwd, "plan.yaml"), plan(w1));
    const kept = await run(["report", "old", "--format", "json"], cwd);
    writeFileSync(join(cwd, "last-quarter.json"), kept.out);
    const [saved, folders] = [
      await diff(["last-quarter.json", "new", "--plan", "plan.yaml"], cwd),
      await diff(["old/plan.yaml", "new", "--plan", "plan.yaml"], cwd),
    ];
    // A report that was kept says the same as the data that it was made of.
    const plain = (of: Diffed) => of.measures.map(({ sides }) => sides[0]?.figures.map(({ whole }) => value(whole)));
    expect(plain(saved)).toEqual(plain(folders));
    expect(saved.verdicts.map(({ was, is, by }) => [was, is, by])).toEqual(
      folders.verdicts.map(({ was, is, by }) => [was, is, by]),
    );
    const lines = saved.measures.flatMap(({ sides }) => sides.flatMap(({ figures }) => figures));
    expect(lines.length).toBe(10);
    for (const { was, is, restated, revised, moved, whole } of lines) {
      expect(unitsOf(revised) + unitsOf(moved)).toBe(unitsOf(whole));
      expect(unitsOf(was) + unitsOf(whole)).toBe(unitsOf(is));
      expect(unitsOf(was) + unitsOf(revised)).toBe(unitsOf(restated));
    }
    for (const series of ["Robbery", "Burglary"]) {
      const line = lineOf(saved, series, "current", "count");
      const count = (side: string, period: string): number => given.get(`${side} ${series} ${period}`) ?? Number.NaN;
      expect([line?.revised, line?.moved].map(value)).toEqual([
        String(count("new", w0) - count("old", w0)),
        String(count("new", w1) - count("new", w0)),
      ]);
      const baseline = lineOf(saved, series, "baseline", "count");
      expect(value(baseline?.revised)).toBe(String(count("new", "2019") - count("old", "2019")));
    }
    // A verdict is said to have flipped where it is another, or was another over the old period as restated.
    const [b0, b1, c0, c1, c2] = [
      ...[given.get("old Robbery 2019"), given.get("new Robbery 2019")],
      ...[given.get(`old Robbery ${w0}`), given.get(`new Robbery ${w0}`), given.get(`new Robbery ${w1}`)],
    ].map((count) => count ?? Number.NaN) as [number, number, number, number, number];
    const [was, restated, is] = [c0 < b0, c1 < b1, c2 < b1];
    const robbery = saved.verdicts.find(({ measure }) => measure === "Robbery");
    expect(robbery !== undefined).toBe(was !== is || was !== restated);
    expect(robbery?.["by-revision-alone"] ?? false).toBe(was !== restated);
  }
});

test("a saved report with any part of it broken is refused with a sentence, or read", { tags: "fuzz" }, async () => {
  const next = numbers(5);
  const text = readFileSync(join(home, "test/cases/diff-reports/june.json"), "utf8");
  const odd = [null, -1, "", [], {}, "x\u001b[2J", "1e999", { value: "1" }, "__proto__"];
  writeFileSync(join(folder, "sound.json"), text);
  let refused = 0;
  for (let round = 0; round < 150; round += 1) {
    let at = JSON.parse(text);
    const whole = at;
    for (;;) {
      const keys = Object.keys(at);
      const name = keys[next(keys.length)] as string;
      const below = at[name];
      if (typeof below === "object" && below !== null && Object.keys(below).length > 0 && next(6) > 0) {
        at = below;
        continue;
      }
      at[name] = odd[next(odd.length)];
      break;
    }
    writeFileSync(join(folder, "broken.json"), JSON.stringify(whole));
    const done = await run(["diff", "sound.json", "broken.json"], folder);
    expect(done.out + done.err).not.toContain("fault of the tool");
    expect(done.out + done.err).not.toContain("\u001b");
    if (done.exit !== 0) {
      refused += 1;
      expect(done.exit).toBe(2);
      expect(done.err).toMatch(/^plan-measures: .*\n {2}hint: /);
    }
  }
  expect(refused).toBeGreaterThan(20);
});

/** Two plans with the figures of one year in four forces, and what their diff says of the one verdict. */
async function flipOf(old: Sided, now: Sided) {
  for (const [side, { forces, gloucestershire, dorset = 10, aim = "below MSG", basis = "rate" }] of [
    ["was", old],
    ["is", now],
  ] as const) {
    const cwd = join(folder, side);
    mkdirSync(cwd, { recursive: true });
    const counts = { Northshire: gloucestershire, Westshire: 20, Eastshire: dorset };
    const rows = Object.entries(counts).flatMap(([area, count]) => [
      `${area},Robbery,2020,count,${count}`,
      `${area},Robbery,2019,count,15`,
      `${area},Population,mid-2019,population,${area === "Northshire" ? 2000 : 1000}`,
    ]);
    writeFileSync(join(cwd, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
    writeFileSync(
      join(cwd, "plan.yaml"),
      `title: A plan
force: Northshire
similar-forces: { name: MSG, forces: [${forces}], includes-force: false }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: Recorded crime
    baseline: { period: 2019, population: mid-2019 }
    current: { period: 2020, population: mid-2019 }
    measures: [{ name: Robbery, aim: ${aim}, basis: ${basis}, priorities: [A], comment: None. }]
`,
    );
  }
  const { verdicts, appeared, definitions } = await diff(["was", "is"]);
  return { flip: verdicts[0], appeared, definitions };
}
interface Sided {
  readonly forces: string;
  readonly gloucestershire: number;
  readonly dorset?: number;
  readonly aim?: string;
  readonly basis?: string;
}

test("a group that was revised flips by revision alone; one that has other forces, or another aim, does not", async () => {
  // 12 per 1,000 against 20 and 10.
  const wiltshire = { forces: "Westshire", gloucestershire: 24 };
  const dorset = { forces: "Eastshire", gloucestershire: 24, dorset: 15 };
  const revised = await flipOf(dorset, { ...dorset, dorset: 11 });
  expect(revised.flip).toMatchObject({ was: "achieved", "by-revision-alone": true, by: [["group revised"]] });
  const other = await flipOf(wiltshire, { ...wiltshire, forces: "Eastshire" });
  expect(other.flip).toMatchObject({ is: "not achieved", "by-revision-alone": false, by: [["group redefined"]] });
  expect(other.appeared).toEqual([{ what: "force of MSG", name: "Eastshire" }]);
  // By number 24 is above 15 in 2019; by rate 12 is below 20.
  const aim = await flipOf(wiltshire, { ...wiltshire, aim: "reduce", basis: "count" });
  expect(aim.flip).toMatchObject({ is: "not achieved", "by-revision-alone": false, by: [["aim changed"]] });
  expect(aim.definitions.map(({ what }) => what)).toEqual(["aim", "basis"]);
  // A rank among the two others and itself: 12 is before 15 and 20, and behind 10. The report does not list the others.
  const ranked = {
    forces: "Eastshire, Westshire",
    gloucestershire: 24,
    dorset: 15,
    aim: "rank 1 or better, better: lower",
  };
  const rank = await flipOf(ranked, { ...ranked, dorset: 10 });
  expect(rank.flip).toMatchObject({ was: "achieved", "by-revision-alone": true, by: [["figures revised"]] });
});

const fixtures = planFixtures;

test.each(fixtures)("%s: its report, kept, is no other than its plan on its data", async (name) => {
  const plan = join(home, "fixtures", name);
  const kept = await run(["report", plan, "--format", "json"], folder);
  writeFileSync(join(folder, "kept.json"), kept.out);
  const done = await run(["diff", "kept.json", plan, "--format", "json"], folder);
  const { verdicts, measures, appeared, went, definitions } = jsonOf("diff", done.out);
  expect([verdicts, appeared, went, definitions]).toEqual([[], [], [], []]);
  expect(measures.length).toBeGreaterThan(0);
  expect(measures.filter(({ changed }) => changed)).toEqual([]);
  const page = await run(["diff", "kept.json", plan], folder);
  expect(page.out).toContain("Nothing changed: every figure, verdict and definition is as it was.");
});

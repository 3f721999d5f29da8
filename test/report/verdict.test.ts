// Verdicts, progress, readings and groups where they are easily got wrong; each plan and its data are written here.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "verdict-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Data as "area; series; period; kind; value" lines, and a plan's head and table. */
function write(rows: readonly string[], table: string, head = ""): void {
  const lines = rows.map((row) => row.split("; ").join(","));
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...lines].join("\n"));
  const plan = `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [data.csv]
${head}
tables:
  - title: T
${table}`;
  writeFileSync(join(folder, "plan.yaml"), plan);
}
async function report(rows: readonly string[], table: string, head = "") {
  write(rows, table, head);
  const { out, err } = await run(["report", "--format", "json"], folder);
  const { tables, problems } = jsonOf("report", out);
  const [first] = tables;
  return { rows: first?.rows ?? [], row: first?.rows[0], problems, err };
}
const of = (figure: object | undefined) => (figure && "shown" in figure ? figure.shown : figure);
const measures = (...lines: string[]) => `    measures:\n${lines.map((line) => `      - ${line}\n`).join("")}`;
const G = "Gloucestershire";

describe("progress", () => {
  const when = "    baseline: 2019\n    current: 2021\n    kind: people\n";
  test("a figure that is not there is neither on track nor behind", async () => {
    const { row } = await report(
      [`${G}; X; 2019; people; 10`, `${G}; X; 2021; people; [x] not counted`],
      `${when}${measures("{ name: X, aim: at least 50, by: December 2023, priorities: [A] }")}`,
    );
    expect(row?.progress).toMatchObject({ "on-track": null, unknown: "not counted" });
    expect((await run(["report"], folder)).out).toContain("cannot be told");
  });
  test("a milestone at the end of the period is due in it", async () => {
    const table = `${when}${measures("{ name: X, aim: at least 50, by: December 2023, path: steps, milestones: [{ by: December 2021, value: 30 }], priorities: [A] }")}`;
    const { row } = await report([`${G}; X; 2019; people; 10`, `${G}; X; 2021; people; 29`], table);
    expect(row?.progress).toMatchObject({ "on-track": false, due: { value: "30" }, behind: { value: "1" } });
  });
  test.each([
    ["milestones: [{ by: June 2018, value: 500 }], by: December 2023", "is not after the baseline"],
    ["by: December 2018", "is not after the baseline"],
    ["by: December 2023, milestones: [{ by: March 2022, value: 40% }]", "is not the unit"],
  ])("nothing is told of a path that is wrong in the plan: %s", async (written, said) => {
    const { row, err } = await report(
      [`${G}; X; 2019; people; 10`, `${G}; X; 2021; people; 29`],
      `${when}${measures(`{ name: X, aim: at least 50, ${written}, priorities: [A] }`)}`,
    );
    expect(err).toContain(said);
    expect(row?.progress?.["on-track"]).toBeNull();
  });
  test("what prints as nought behind is not said to be 0", async () => {
    const { row } = await report(
      [`${G}; X; 2019; people; 0`, `${G}; X; 2021; people; 33`],
      `${when}${measures("{ name: X, aim: at least 50, by: December 2022, priorities: [A], comment: Soon. }")}`,
    );
    // 50 × 24 ÷ 36 = 33.33…
    expect(row?.progress).toMatchObject({ "on-track": false });
    expect((await run(["report"], folder)).out.replace(/\s+/g, " ")).toContain("behind by less than 1");
  });
});

describe("aims", () => {
  test("a rank without a group is in the similar forces, whatever the table shows", async () => {
    const seconds = [`${G}; X; 2021; seconds; 9`, "Wiltshire; X; 2021; seconds; 8", "Dorset; X; 2021; seconds; 7"];
    const { row } = await report(
      [...seconds, "South West; X; 2021; seconds; 8"],
      `    current: 2021\n    kind: seconds\n    groups: [South West]\n${measures("{ name: X, aim: rank 2 or better, better: lower, priorities: [A], comment: C. }")}`,
      `similar-forces: { name: MSG, forces: [${G}, Wiltshire, Dorset], average: mean }\ngroups: [South West]`,
    );
    expect([row?.verdict, row?.notes]).toEqual(["not achieved", ["it ranks 3rd of 3, 1 being the lowest"]]);
  });
  test.each([
    "at least 2k",
    "at most 3 thousand",
    "reduce by 10 percentage points",
    "reduce by 10 pct",
    "at least £2m",
    "at most 300 per month",
    "reduce by 150%",
  ])("%s is refused for a number", async (aim) => {
    const { row, err } = await report(
      [`${G}; X; 2019; count; 100`, `${G}; X; 2021; count; 90`],
      `    baseline: 2019\n    current: 2021\n${measures(`{ name: X, aim: "${aim}", priorities: [A] }`)}`,
    );
    expect(err).toContain("[plan-invalid]");
    expect(row?.verdict).toBe("not judged");
  });
  test.each([
    [0, 0],
    [0, 5],
    [-100, -95],
  ])("a %% of a baseline of %i is not judged", async (was, is) => {
    const { row } = await report(
      [`${G}; X; 2019; count; ${was}`, `${G}; X; 2021; count; ${is}`],
      `    baseline: 2019\n    current: 2021\n${measures("{ name: X, aim: reduce by 10%, by: December 2022, priorities: [A] }")}`,
    );
    expect([row?.verdict, row?.reason?.includes("of which a % means nothing")]).toEqual(["not judged", true]);
    // Nor is there a value that would meet it, or a way to it.
    expect(row?.target).toMatchObject({ gap: row?.reason });
    expect(row?.progress).toMatchObject({ "on-track": null, unknown: row?.reason });
  });
  test("no change by number may be one by rate, and is said to be", async () => {
    const { row } = await report(
      [
        ...[`${G}; X; 2019; count; 2400`, `${G}; X; 2021; count; 2400`],
        ...[`${G}; P; mid-2018; population; 590000`, `${G}; P; mid-2020; population; 600000`],
      ],
      `    baseline: { period: 2019, population: mid-2018 }\n    current: { period: 2021, population: mid-2020 }\n${measures("{ name: X, aim: reduce, priorities: [A], comment: C. }")}`,
    );
    expect(row?.reason).toBe("no change");
    expect(row?.notes).toContain("by the count its aim is not achieved, by the rate it would be achieved");
  });
});

describe("totals", () => {
  const rows = ["A", "B"].flatMap((name, index) => [
    ...[`${G}; ${name}; 2019; count; ${100 * (index + 1)}`, `${G}; ${name}; 2021; count; ${50 * (index + 1)}`],
    ...[`${G}; ${name}; 2021; seconds; 10`, `${G}; C; 2019; count; 7`, `${G}; C; 2021; count; 3`],
  ]);
  const when = "    baseline: 2019\n    current: 2021\n    total: Total\n";
  test("what is taken away in a row is taken away in the total", async () => {
    const { rows: made } = await report(
      rows,
      `${when}${measures("{ name: A, series: { add: A, subtract: C }, priorities: [A] }", "{ name: B, priorities: [A] }")}`,
    );
    // 50 − 3 + 100
    expect(of(made.at(-1)?.figures.current.force.count)).toBe("147");
  });
  test.each([
    [
      "{ name: A, kind: [count, seconds], priorities: [A] }",
      "{ name: B, kind: [count, seconds], priorities: [A] }",
      "do not add up",
    ],
    ["{ name: A, priorities: [A] }", "{ name: B, priorities: [A], current: 2020 }", "has periods of its own"],
    [
      "{ name: A, priorities: [A] }",
      "{ name: B, series: [B, A], priorities: [A] }",
      "in more than one of the measures",
    ],
  ])("are refused where they would be of unlike things: %s, %s", async (first, second, said) => {
    const { rows: made, err } = await report(rows, `${when}${measures(first, second)}`);
    expect(err).toContain(said);
    expect(made.map(({ measure }) => measure)).toEqual(["A", "B"]);
  });
  test("a table that lost a row has no total", async () => {
    const { rows: made } = await report(
      rows,
      `${when}${measures("{ name: A, priorities: [A] }", "{ name: A, priorities: [A] }")}`,
    );
    expect(made.at(-1)?.figures.current.force.count).toMatchObject({ gap: "a measure of its table was left out" });
  });
});

describe("groups", () => {
  const counts = (year: number) => [
    ...[`${G}; X; ${year}; count; 10`, `Wiltshire; X; ${year}; count; 20`, `South West; X; ${year}; count; 500`],
    ...[`England; X; ${year}; count; 9000`, `Wales; X; ${year}; count; 100`],
  ];
  const rows = [...counts(2019), ...counts(2021)];
  const groupOf = async (group: string) => {
    const table = `    baseline: 2019\n    current: 2021\n${measures("{ name: X, aim: reduce, priorities: [A], comment: C. }")}`;
    const { row } = await report(rows, table, `similar-forces: ${group}`);
    const { out } = await run(["report"], folder);
    return { count: of(row?.figures.current.peers?.count), out: out.replace(/\s+/g, " ") };
  };
  test("an area around the force has its figures already", async () => {
    const { count, out } = await groupOf("{ name: N, forces: [South West, Wales], includes-force: true }");
    expect(count).toBe("600");
    expect(out).toContain("numbers and populations added, with Gloucestershire");
    expect((await groupOf(`{ name: N, forces: [England, ${G}] }`)).count).toBe("9,000");
  });
  test("a group of one force is made as the plan says, and says who is in it", async () => {
    const one = await groupOf("{ name: N, forces: [Wiltshire], includes-force: true }");
    expect([one.count, one.out.includes("N is Gloucestershire, Wiltshire:")]).toEqual(["30", true]);
    const two = await groupOf(`{ name: N, forces: [${G}, Wiltshire], includes-force: false }`);
    expect([
      two.count,
      two.out.includes("N is Wiltshire: numbers and populations added, without Gloucestershire"),
    ]).toEqual(["20", true]);
  });
});

describe("readings", () => {
  const when = "    baseline: 2019\n    current: 2021\n";
  const reading = async (rows: readonly string[], table: string) => {
    const made = await report(rows, table, "reading: true");
    return made.row?.reading;
  };
  test("numbers of periods of different lengths are not tested", async () => {
    const found = await reading(
      [`${G}; X; 2019; count; 100`, `${G}; X; January 2021 to March 2021; count; 40`],
      `    baseline: 2019\n    current: January 2021 to March 2021\n${measures("{ name: X, aim: reduce, priorities: [A] }")}`,
    );
    const how = "the periods are of different lengths";
    expect(found).toEqual({ words: "not tested", how, says: `not tested: ${how}` });
  });
  test("a rate carries Byar's limits per 1,000, and is tested with its populations", async () => {
    const found = await reading(
      [
        ...[`${G}; X; 2019; count; 45`, `${G}; X; 2021; count; 45`],
        ...[`${G}; P; mid-2018; population; 600000`, `${G}; P; mid-2020; population; 700000`],
      ],
      `    baseline: { period: 2019, population: mid-2018 }\n    current: { period: 2021, population: mid-2020 }\n${measures("{ name: X, basis: rate, aim: reduce, priorities: [A] }")}`,
    );
    // Byar for 45 is 32.820… to 60.215…, over 600 thousand.
    const value = (figure: object | undefined) => Number(figure && "value" in figure ? figure.value : Number.NaN);
    expect(value(found?.baseline?.lower)).toBeCloseTo(0.0547, 5);
    expect(value(found?.baseline?.upper)).toBeCloseTo(0.100358, 5);
    // 600 ÷ 700
    expect(value(found?.estimate)).toBeCloseTo(0.857143, 5);
  });
  test("a survey's limits are Wilson's with the base that the design factor leaves", async () => {
    const found = await reading(
      [
        `${G}; X; 2019; percent; 47.0`,
        `${G}; X; 2019; base; 760`,
        `${G}; X; 2021; percent; 52.0`,
        `${G}; X; 2021; base; 800`,
      ],
      `${when}    kind: percentage\n    design-factor: 1.2\n${measures("{ name: X, aim: increase, priorities: [A] }")}`,
    );
    // 52 % of 800 ÷ 1.44 = 555.6 people.
    expect(found?.current).toMatchObject({ lower: { shown: "47.8%" }, upper: { shown: "56.1%" } });
    expect(found?.words).toBe("within chance");
  });
  const survey = (was: number, is: number, mark: string) => [
    ...[
      `${G}; X; 2019; percent; ${was}`,
      `${G}; X; 2021; percent; ${is}`,
      `${G}; Y; 2019; percent; 1`,
      `${G}; Y; 2021; percent; 2`,
    ],
    ...[`${G}; X against 2019; 2021; significance; ${mark}`],
  ];
  test.each([
    [30, 40, "*↑", "beyond chance"],
    [30, 40, "*", "beyond chance"],
    [30, 40, "*↓", "not tested"],
    [40, 40, "*↑", "not tested"],
    [30, 40, "", "within chance"],
    [30, 40, "..", "not tested"],
  ])("the source's mark from %i to %i, %j: %s", async (was, is, mark, words) => {
    const table = `${when}    kind: percentage\n${measures("{ name: X, aim: increase, priorities: [A], comment: C. }")}`;
    expect((await reading(survey(was, is, mark), table))?.words).toBe(words);
  });
  test("the mark of one series is not that of a sum", async () => {
    const table = `${when}    kind: percentage\n${measures("{ name: S, series: [X, Y], aim: increase, priorities: [A] }")}`;
    expect(await reading(survey(30, 40, "*↑"), table)).toEqual({
      words: "not tested",
      how: "it is made of several estimates",
      says: "not tested: it is made of several estimates",
    });
  });
  test("no sentence is made of two noughts", async () => {
    const { row } = await report(
      [`${G}; X; 2018; count; 0`, `${G}; X; 2019; count; 0`],
      `    baseline: 2018\n    current: 2019\n${measures("{ name: X, aim: maintain within 5, priorities: [A] }")}`,
    );
    expect(row?.notes).toEqual([]);
  });
});

describe("comparisons", () => {
  const compare = async (args: readonly string[], cwd = folder) =>
    jsonOf("compare", (await run(["compare", ...args, "--format", "json"], cwd)).out).comparisons[0];
  test("φ is of the members of the group alone", async () => {
    const found = await compare(["--measure", "Recorded crime"], join(home, "fixtures/district-partnership"));
    // Σ(x − E)²/E ÷ 4 of the five without Cheltenham, E from 34,523 ÷ 481,252.
    expect(found?.dispersion).toBeCloseTo(1582.48, 1);
  });
  const rows = [
    ...[`${G}; X; 2019; count; 60`, "Wiltshire; X; 2019; count; 70", `${G}; T; 2019; percent; 50.0`],
    ...[
      "Wiltshire; T; 2019; percent; 40.0",
      `${G}; P; mid-2018; population; 600000`,
      "Wiltshire; P; mid-2018; population; 700000",
    ],
    ...[`${G}; P; mid-2016; population; 500000`, "Wiltshire; P; mid-2016; population; 500000"],
  ];
  const head = `similar-forces: { name: MSG, forces: [${G}, Wiltshire], average: mean }`;
  test("percentages have no limits of rates, differ in points, and rank as the plan says", async () => {
    write(
      rows,
      `    current: 2019\n    kind: percentage\n${measures("{ name: T, better: higher, priorities: [A] }")}`,
      head,
    );
    const found = await compare([]);
    expect(found?.forces.map(({ rank, funnel, difference }) => [rank, funnel, of(difference)])).toEqual([
      [1, undefined, "5.0"],
      [2, undefined, "-5.0"],
    ]);
    expect(found?.forces[0]?.difference).toMatchObject({ unit: "percentage points" });
  });
  test("without a better way 1 is the lowest; a period of one's own takes the population asked for", async () => {
    write(
      rows,
      `    current: { period: 2021, population: mid-2018 }\n${measures("{ name: X, priorities: [A] }")}`,
      head,
    );
    const found = await compare(["--period", "2019", "--population", "mid-2016"]);
    // 60 and 70 of 500,000
    expect(found?.forces.map(({ rank, figures }) => [rank, of(figures.rate)])).toEqual([
      [1, "0.120"],
      [2, "0.140"],
    ]);
    const { err, exit } = await run(["compare", "--population", "mid-2016"], folder);
    expect([exit, err.includes("add a period too")]).toEqual([2, true]);
  });
});

describe("trends", () => {
  const trend = async () => jsonOf("trend", (await run(["trend", "--format", "json"], folder)).out).measures[0];
  const quarter = (index: number) =>
    `${2018 + Math.floor(index / 4)}/${19 + Math.floor(index / 4)} Q${(index % 4) + 1}`;
  test("a few months do not hide years of quarters", async () => {
    const quarters = Array.from({ length: 16 }, (_, index) => `${G}; X; ${quarter(index)}; count; 10`);
    write(
      [...quarters, `${G}; X; April 2022; count; 3`, `${G}; X; May 2022; count; 3`],
      `    current: 2019\n${measures("{ name: X, priorities: [A] }")}`,
    );
    const found = await trend();
    expect([found?.step, found?.moments.length, found?.years.length]).toEqual(["quarter", 16, 13]);
  });
  test("a percentage has no rate, and a year is not made of its months", async () => {
    const months = ["January", "February", "March"].map((month) => `${G}; X; ${month} 2020; percent; 50`);
    write(
      [...months, `${G}; P; mid-2021; population; 600000`],
      `    current: { period: March 2020, population: mid-2021 }\n    baseline: { period: January 2020, population: mid-2021 }\n    kind: percentage\n${measures("{ name: X, priorities: [A] }")}`,
    );
    const found = await trend();
    expect(found?.moments.map(({ sides }) => Object.keys(sides[0]?.figures ?? {}))).toEqual([
      ["percent"],
      ["percent"],
      ["percent"],
    ]);
    expect(found?.years).toEqual([]);
  });
  test("rates follow one rule of populations, which the plan's own choices keep", async () => {
    const years = [2018, 2019, 2020, 2021].map((year) => `${G}; X; ${year}; count; 600`);
    const people = [2016, 2017, 2018, 2019].map((year) => `${G}; P; mid-${year}; population; ${year - 1416}000`);
    write(
      [...years, ...people],
      `    baseline: { period: 2018, population: mid-2016 }\n    current: { period: 2021, population: mid-2019 }\n${measures("{ name: X, aim: reduce, priorities: [A], comment: C. }")}`,
    );
    const found = await trend();
    // 600 over 600, 601, 602 and 603 thousand.
    expect(found?.years.map(({ sides }) => of(sides[0]?.figures.rate))).toEqual(["1.000", "0.998", "0.997", "0.995"]);
  });
  test("limits of what may be below 0 are shown below 0", async () => {
    const months = Array.from(
      { length: 12 },
      (_, index) => `${G}; X; 2020-${String(index + 1).padStart(2, "0")}; count; ${index % 2 ? -2 : 2}`,
    );
    write(months, `    current: 2020\n${measures("{ name: X, priorities: [A] }")}`);
    // The mean is 0, each moving range 4: 2.66 × 4.
    expect((await trend())?.limits).toMatchObject([{ mean: "0", lower: "-10.64", upper: "10.64" }]);
    const positive = months.map((row) => row.replace("; -2", "; 3").replace(/; 2$/, "; 9"));
    write(positive, `    current: 2020\n${measures("{ name: X, priorities: [A] }")}`);
    // 6 ± 2.66 × 6, and no number is below 0.
    expect((await trend())?.limits).toMatchObject([{ mean: "6", lower: "0", upper: "21.96" }]);
  });
});

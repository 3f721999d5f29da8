// How numbers are written: per how many, in thousands, as fractions; by what headings say and by what the plan says.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { perSaid, scaleSaid, unitSaid } from "../../src/input/unit-words.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "units-"));
afterAll(() => rmSync(folder, { recursive: true }));

// A rate per 100,000 is divided by 100 (power -2) to be one per 1,000.
test.each([
  ["Rate per 1,000 population", 0, undefined],
  ["Rate per 100000 population 2018", -2, undefined],
  ["per 100 000", -2, undefined],
  ["per 100k people", -2, undefined],
  ["rate/100,000", -2, undefined],
  ["per 10,000 residents", -1, undefined],
  ["Crimes per million population", -3, undefined],
  ["per hundred thousand", -2, undefined],
  ["per head", 3, undefined],
  ["Rate per 1,000 population: violence against women", 0, undefined],
  ["Rate per 1,000 households", 0, "households"],
  ["Rate per 10,000 adults", -1, "adults"],
  ["per 1000 population aged 16 and over", 0, "people of an age"],
])("%j is per a number of people", (words, power, of) => {
  expect(perSaid(words)).toMatchObject({ power, ...(of !== undefined && { of }) });
  if (of === undefined) expect(perSaid(words)).not.toHaveProperty("of");
});

test.each(["per cent", "2018/19", "2009/10", "Number per month", "per 2,000 people", "Supersedes 1,000"])(
  "%j is no rate",
  (words) => {
    expect(perSaid(words)).toBeUndefined();
  },
);

test.each([
  ["Population (thousands)", 3],
  ["Population '000", 3],
  ["Population (000s)", 3],
  ["Population (1,000s)", 3],
  ["Residents (m)", 6],
  ["Cost (£m)", 6],
  ["Cost £'000s", 3],
  ["£ million", 6],
  ["Spend £k", 3],
  ["Losses, £bn", 9],
])("%j is in a larger unit", (words, power) => {
  expect(scaleSaid(words)?.power).toBe(power);
});

test.each([
  "Theft over £5,000",
  "Rate per 1,000",
  "Losses over £1 million",
  "per thousand population",
  "Crime in the 2000s",
  "rounded to the nearest thousand",
  "1 000 offences",
])("%j is in no larger unit", (words) => {
  expect(scaleSaid(words)).toBeUndefined();
});

test("in a title, the word has to be about all its figures", () => {
  expect(scaleSaid("Population estimates, thousands", true)?.power).toBe(3);
  expect(scaleSaid("Figures in thousands", true)?.power).toBe(3);
  expect(scaleSaid("Thousands of offences more than last year", true)).toBeUndefined();
});

test.each([
  ["%", "percentage"],
  ["Detected (%)", "percentage"],
  ["Rate per 1,000", "rate"],
  ["Cost (£)", "amount in £"],
  ["Theft over £5,000", undefined],
  ["Number of offences", undefined],
])("%j says the kind %s", (words, kind) => {
  expect(unitSaid(words)).toBe(kind);
});

/** What `inspect`-like reading makes of a file by a plan: the figure of 2019 as it is printed, and the codes of its doubts. */
async function figureOf(csv: string, entry: object, kind: string, series: string): Promise<unknown> {
  writeFileSync(join(folder, "data.csv"), csv);
  const plan = {
    title: "T",
    force: "Gloucestershire",
    priorities: [{ id: "A", name: "A" }],
    data: [{ files: "data.csv", ...entry }],
    tables: [
      { title: "T", kind, current: "2019", measures: [{ name: "M", series, aim: "at most 5", priorities: ["A"] }] },
    ],
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  const { out } = await run(["report", "plan.yaml", "--format", "json"], folder);
  const { tables, doubts } = JSON.parse(out);
  const { force } = tables[0].rows[0].figures.current;
  return [
    (force.rate ?? force.number ?? force.percentage ?? Object.values(force)[0]).value,
    doubts.map((one: { code: string }) => one.code),
  ];
}

describe("what is read", () => {
  const rates = (heading: string) => `Force,${heading}\nGloucestershire,49.03\n`;
  const map = (kind: string, more: object = {}) => ({
    columns: { area: "Force", values: [{ column: 2, kind, series: "M", ...more }] },
    fixed: { period: "2019" },
  });

  test.each([
    // 49.03 ÷ 100, ÷ 10, ÷ 1,000; 49.03 as it is; by the plan 49.03 ÷ 100.
    ['"Rate per 100,000"', {}, "0.4903", []],
    ['"Rate per 10,000 people"', {}, "4.903", []],
    ["Rate per million", {}, "0.04903", []],
    ["Rate", {}, "49.03", []],
    ["Rate", { per: 100000 }, "0.4903", []],
    ["Rate", { per: "100,000" }, "0.4903", []],
    ['"Rate per 1,000 households"', {}, "49.03", ["unit-contradicted"]],
    ['"Rate per 100,000"', { per: 1000 }, "49.03", ["unit-contradicted"]],
  ])("a rate under %s with %j is %s", async (heading, more, value, doubts) => {
    expect(await figureOf(rates(heading), map("rate", more), "rate", "M")).toEqual([value, doubts]);
  });

  test("a title or a row of units says it too, and the nearest words decide", async () => {
    const titled = "Rates per 100,000 population by force,\nForce,Robbery\nGloucestershire,49.03\n";
    const below = 'Force,Robbery\n,"Per 10,000 population"\nGloucestershire,49.03\n';
    expect(await figureOf(titled, { ...map("rate"), header: 2 }, "rate", "M")).toEqual(["0.4903", []]);
    expect(await figureOf(below, map("rate"), "rate", "M")).toEqual(["4.903", []]);
    expect(await figureOf(`Rates per 100000,\n${below}`, { ...map("rate"), header: 2 }, "rate", "M")).toEqual([
      "4.903",
      [],
    ]);
  });

  test("a tidy file says it by its series, or the plan says it of the file", async () => {
    const tidy = (series: string) => `area,series,period,kind,value\nGloucestershire,"${series}",2019,rate,49.03\n`;
    const said = "Robbery per 100,000";
    expect(await figureOf(tidy(said), {}, "rate", said)).toEqual(["0.4903", []]);
    expect(await figureOf(tidy("Robbery"), { per: 100000 }, "rate", "Robbery")).toEqual(["0.4903", []]);
  });

  test("£m and thousands are amounts and counts in full", async () => {
    // 1.25 million pounds; 12.5 thousand offences.
    const money = "Force,Cost (£m)\nGloucestershire,1.25\n";
    expect(await figureOf(money, map("pounds"), "pounds", "M")).toEqual(["1250000", []]);
    const counts = "Force,Offences (thousands)\nGloucestershire,12.5\n";
    expect(await figureOf(counts, map("count"), "count", "M")).toEqual(["12500", []]);
    const plain = "Force,Offences\nGloucestershire,12.5\n";
    expect(await figureOf(plain, map("count", { scale: 1000 }), "count", "M")).toEqual(["12500", []]);
    expect(await figureOf(counts, map("count", { scale: 1000000 }), "count", "M")).toEqual([
      "12500000",
      ["unit-contradicted"],
    ]);
    // 12.5 offences are none; in £ they are not counted.
    expect(await figureOf(plain, map("count"), "count", "M")).toEqual([undefined, []]);
    const pounds = "Force,Cost (£m)\nGloucestershire,3\n";
    expect(await figureOf(pounds, map("count"), "count", "M")).toEqual(["3", ["unit-contradicted"]]);
  });

  test("a rate or a percentage taken for a count is a doubt", async () => {
    const rate = 'Force,"Rate per 100,000"\nGloucestershire,50.0\n';
    expect(await figureOf(rate, map("count"), "count", "M")).toEqual(["50", ["unit-contradicted"]]);
    const percent = "Force,Detected (%)\nGloucestershire,50\n";
    expect(await figureOf(percent, map("count"), "count", "M")).toEqual(["50", ["unit-contradicted"]]);
    expect(await figureOf(percent, map("percent"), "percentage", "M")).toEqual(["50", []]);
  });
});

describe("fractions among percentages", () => {
  const tidy = (rows: readonly (readonly [string, string, string])[]) =>
    `area,series,period,kind,value\n${rows.map(([area, period, value]) => `${area},M,${period},percent,${value}\n`).join("")}`;

  test.each([
    // 100 × 0.652 is 65.2, and 65.2 ÷ 61.4 is 1.06; of 0.30 it would be half.
    [
      "of the same area",
      [
        ["Gloucestershire", "2018", "61.4"],
        ["Gloucestershire", "2019", "0.652"],
      ],
      1,
    ],
    [
      "of another area",
      [
        ["Wiltshire", "2019", "61.4"],
        ["Gloucestershire", "2019", "0.652"],
      ],
      1,
    ],
    [
      "far from the others",
      [
        ["Wiltshire", "2019", "61.4"],
        ["Gloucestershire", "2019", "0.302"],
      ],
      0,
    ],
    [
      "with one decimal",
      [
        ["Wiltshire", "2019", "61.4"],
        ["Gloucestershire", "2019", "0.7"],
      ],
      0,
    ],
  ] as const)("a small one %s", async (_, rows, count) => {
    expect(await figureOf(tidy(rows), {}, "percentage", "M")).toMatchObject([
      expect.anything(),
      Array.from({ length: count }, () => "percent-mixed"),
    ]);
  });

  test("in a file of its own beside another series is found in the data", async () => {
    writeFileSync(join(folder, "other.csv"), tidy([["Gloucestershire", "2018", "61.4"]]));
    const both = `${tidy([["Gloucestershire", "2019", "0.652"]])}Gloucestershire,Other,2019,percent,12.5\n`;
    writeFileSync(join(folder, "data.csv"), both);
    const measures = [{ name: "M", aim: "increase", priorities: ["A"], comment: "c" }];
    const plan = {
      title: "T",
      force: "Gloucestershire",
      priorities: [{ id: "A", name: "A" }],
      data: ["data.csv", "other.csv"],
      tables: [{ title: "T", kind: "percentage", baseline: "2018", current: "2019", measures }],
    };
    writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
    const { out } = await run(["report", "plan.yaml", "--format", "json"], folder);
    expect(JSON.parse(out).doubts).toMatchObject([{ code: "percent-mixed", file: "data.csv", line: 2 }]);
  });

  test("a long column is judged as a short one is", { tags: "long" }, async () => {
    const years = Array.from({ length: 60_000 }, (_, index) => ["Wiltshire", `mid-${1000 + (index % 9000)}`, "61.4"]);
    const rows = [...years.map(([area = "", , value = ""]) => [area, "2018", value] as const)];
    const csv = tidy([...rows, ["Gloucestershire", "2019", "0.652"]]);
    const [, doubts] = (await figureOf(csv, {}, "percentage", "M")) as [string, string[]];
    expect(doubts).toContain("percent-mixed");
  });

  test("a fraction column with a percentage in it is refused", async () => {
    const csv = tidy([["Gloucestershire", "2019", "61.4"]]);
    expect(await figureOf(csv, { fraction: true }, "percentage", "M")).toEqual([undefined, []]);
  });
});

describe("headings as people write them", () => {
  test.each([
    ["Rate_per_100000_2018", -2],
    ["rate_per_100k_pop_2018", -2],
    ["RatePer100000", -2],
    ["per100000", -2],
    ["Rate /100k", -2],
    ["for every 100000 people", -2],
    ["per population of 100000", -2],
    ["Per-100000 rate", undefined],
    ["per 100.000", -2],
    ["per 10^5", undefined],
  ])("%j is per a number of people", (words, power) => {
    expect(perSaid(words)?.power).toBe(power);
  });

  test.each([
    ["2018/19 £m", 6],
    ["2018 £'000", 3],
    ["2018 £k", 3],
    ["2018 thousands", 3],
    ["Year to March 2019, £m", 6],
    ["Male (M) 2018", undefined],
    ["Killed (K) 2018", undefined],
  ])("%j is in the unit %j", (words, power) => {
    expect(scaleSaid(words)?.power).toBe(power);
  });

  test.each([
    ["Police spending 2019/20 £m", 6],
    ["Table 3: Offences, population (thousands) and rates", undefined],
    ["Million Women ASB", undefined],
    ["Calls to 000", undefined],
    ["Violence (M)", undefined],
  ])("of a title or a series, %j is in the unit %j", (words, power) => {
    expect(scaleSaid(words, true)?.power).toBe(power);
  });

  test.each([
    ["Robbery % 2018", "percentage"],
    ["Satisfied (%) 2018", "percentage"],
    ["Spend £m 2018", "amount in £"],
    ["% change 2018", "change"],
    ["Difference in rate", "change"],
    ["RatePer1000", "rate"],
    ["Percentage witnessed / experienced", "percentage"],
    ["Change in rate per 100,000", "change"],
    ["Two or more crimes per person", undefined],
  ])("%j says the kind %s", (words, kind) => {
    expect(unitSaid(words)).toBe(kind);
  });

  test.each([
    ["per 1,000 (households)", "households"],
    ["per 1,000 properties", "properties"],
    ["per 1,000 population 16+", "people of an age"],
    ["per 1,000 (women)", "women"],
    ["per 1000 excluding fraud offences", undefined],
    ["per 1,000 - victims", undefined],
    ["per 1,000 of the population", undefined],
  ])("%j is of %s", (words, of) => {
    expect(perSaid(words)?.of).toBe(of);
  });
});

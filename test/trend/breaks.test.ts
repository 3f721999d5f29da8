// What a trend makes of breaks: those known in recorded crime, and what they do to limits, standings and the assurance.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";
import { writtenPlans } from "../helpers/written-plan.ts";

const { printed } = writtenPlans();
const folder = mkdtempSync(join(tmpdir(), "forces-"));
afterAll(() => rmSync(folder, { recursive: true }));
const names = "January February March April May June July August September October November December".split(" ");
const repeat = (values: readonly number[], count: number): number[] =>
  Array.from({ length: count }, () => values).flat();

/** Months of a series from January of a year on. */
const months = (values: readonly number[], year: number, series = "Robbery"): string[] =>
  values.map((value, at) => `${series}; ${names[at % 12]} ${year + Math.floor(at / 12)}; count; ${value}`);
const periods = (baseline: string, current: string): string => `, baseline: ${baseline}, current: ${current}`;

async function trendOf(measure: string, data: readonly string[], keys = "") {
  const { out } = await printed(["trend", "--format", "json"], [measure], data, keys);
  return jsonOf("trend", out).measures[0];
}
const words = async (measure: string, data: readonly string[], keys = ""): Promise<string> =>
  (await printed(["trend"], [measure], data, keys)).out.replace(/\s+/g, " ");

test("a change in how crime is counted parts the limits without being declared", async () => {
  // 100, 102 … to April 2023, then 60, 62 …: 101 ± 2.66 × 2 and 61 ± 2.66 × 2, and no signal in either.
  const data = months([...repeat([100, 102], 8), ...repeat([60, 62], 10)], 2022, "Stalking");
  const only = await trendOf(`name: Stalking, aim: reduce by 10%${periods("2022", "2023")}`, data);
  expect(only?.limits.map(({ from, to, mean, lower }) => [from, to, mean, lower])).toEqual([
    ["January 2022", "April 2023", "101", "95.68"],
    ["May 2023", "December 2024", "61", "55.68"],
  ]);
  expect(only?.limits.flatMap(({ signals, shift }) => [...signals, shift]).filter(Boolean)).toEqual([]);
  expect(only?.breaks).toMatchObject([{ from: "May 2023", source: expect.stringContaining("Home Office") }]);
  // The windows to May 2023 up to March 2024 have months of both sides.
  expect(only?.years.filter((one) => one.break).map(({ period }) => period)).toHaveLength(11);
  expect(only?.variation?.meaning).toBe("neither");
  // The aim's value is of figures that do not compare with those that the limits are of.
  expect(only?.assurance).toBeUndefined();
  expect(only?.noAssurance).toBe("its baseline is from before the break in series (May 2023)");
  // Of what is no recorded crime the list knows nothing; a measure in the plan's words is said in those.
  const others = await trendOf(
    "name: Stalking survey answers, aim: reduce",
    months(repeat([60, 62], 18), 2022, "Stalking survey answers"),
  );
  expect(others?.breaks).toEqual([]);
  const declared = await trendOf(
    "name: Stalking, aim: reduce",
    data,
    "breaks: [{ from: May 2023, reason: new rules }]\n",
  );
  expect(declared?.breaks).toEqual([{ from: "May 2023", reason: "new rules" }]);
});

test("months that a change took are of neither side of it", async () => {
  // Fraud, April 2011 to March 2013: 50, 52 before and after, and what was handed over bit by bit between.
  const values = [...repeat([50, 52], 7), 51, ...repeat([30, 31], 12), ...repeat([10, 12], 7)];
  const only = await trendOf(`name: Fraud, aim: reduce${periods("2010", "2013")}`, months(values, 2010, "Fraud"));
  expect(only?.limits.map(({ from, to }) => [from, to])).toEqual([
    ["January 2010", "March 2011"],
    ["April 2013", "May 2014"],
  ]);
  expect(only?.moments.filter((one) => one.break)).toHaveLength(24);
  expect(only?.breaks).toMatchObject([{ from: "April 2011", to: "March 2013" }]);
});

/** A trend of robbery by force, with rates per 1,000 of 1,000 people each: a rate is the number. */
async function ofForces(force: string, series: Readonly<Record<string, readonly number[]>>, keys = "") {
  const lines = Object.entries(series).flatMap(([area, values]) =>
    [...months(values, 2018), ...["mid-2016", "mid-2017"].map((date) => `Population; ${date}; population; 1000`)].map(
      (one) => `${area},${one.split("; ").join(",")}`,
    ),
  );
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...lines].join("\n"));
  const when = (period: string): string => `{ period: ${period}, population: mid-2017 }`;
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: ${force}
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    measures:
      - { name: Robbery, aim: reduce by 10%, basis: rate, baseline: ${when("2019")}, current: ${when("2020")}, priorities: [A] }
${keys}`,
  );
  const [json, text] = [await run(["trend", "--format", "json"], folder), await run(["trend"], folder)];
  return { found: jsonOf("trend", json.out).measures[0], text: text.out.replace(/\s+/g, " ") };
}

test("months of a force that are not whole have no limits, and fixed limits hold on both sides of them", async () => {
  const values = [...repeat([100, 102], 9), ...repeat([3], 6), ...repeat([100, 102], 6)];
  const { found, text } = await ofForces(
    "Greater Manchester",
    { "Greater Manchester": values },
    "limits: { months: 2018 }\n",
  );
  expect(found?.limits.map(({ from, to, mean }) => [from, to, mean])).toEqual([
    ["January 2018", "June 2019", "101"],
    ["January 2020", "December 2020", "101"],
  ]);
  const lost = names.slice(6).map((name) => `${name} 2019`);
  expect(found?.moments.filter((one) => one.break).map(({ period }) => period)).toEqual(lost);
  expect(found?.limits.flatMap(({ signals }) => signals)).toEqual([]);
  expect(text).toContain("Figures of July 2019 to December 2019 are not whole: Greater Manchester could not supply");
  expect(found?.noAssurance).toBe("its baseline is not whole (July 2019 to December 2019)");
});

test("a group with such a force is compared without those months; the force's own limits go on", async () => {
  const own = repeat([60, 62], 18);
  // The group, without the force, has 180 and 182 a month, and of those months 41: less than twice the force's.
  const keys = "similar-forces: { name: MSG, forces: [Kent, Essex, Greater Manchester] }\n";
  const others = [...repeat([100, 102], 9), ...repeat([1], 6), ...repeat([100, 102], 6)];
  const { found, text } = await ofForces(
    "Kent",
    { Kent: own, Essex: repeat([20, 22], 18), "Greater Manchester": others },
    keys,
  );
  expect(found?.limits.map(({ from, to }) => [from, to])).toEqual([["January 2018", "December 2020"]]);
  expect(found?.breaks).toMatchObject([{ from: "July 2019", to: "December 2019", groups: ["MSG"] }]);
  expect(text).toContain("In MSG, figures of July 2019 to December 2019 are not whole");
  // A year has 732 of the force, and (732 + 252 + 1,212) ÷ 3 = 732 of the group: level. Months of 1 make less of it.
  expect(found?.standings).toEqual([
    { group: "MSG", stood: "level with", from: "year ending December 2018", to: "year ending December 2020" },
  ]);
  expect(text).toContain("Kent is level with MSG throughout, without those marked [b].");
});

test("12 months that mix both sides of a break are no standing", async () => {
  // 1,320 a year, then 480, beside 1,200: the windows between would be above until some month of 2020.
  const keys = `similar-forces: { name: MSG, forces: [Kent, Essex] }
breaks: [{ from: January 2020, reason: new rules }]
`;
  const series = { Kent: [...repeat([110], 24), ...repeat([40], 12)], Essex: repeat([100], 36) };
  const { found, text } = await ofForces("Kent", series, keys);
  expect(found?.standings.map(({ stood, from, to }) => [stood, from, to])).toEqual([
    ["above", "year ending December 2018", "year ending December 2019"],
    ["below", "year ending December 2020", "year ending December 2020"],
  ]);
  expect(text).toContain("12 months to the end of each, without those marked [b]");
});

test("months of the pandemic restrictions are noted, and those before and after are not", async () => {
  const note = "The pandemic restrictions of March 2020 to July 2021 changed crime and daily life";
  const measure = "name: Robbery, aim: reduce";
  expect(await words(measure, months(repeat([50, 52], 12), 2019))).toContain(note);
  expect(await words(measure, months(repeat([50, 52], 7), 2019))).not.toContain(note);
  expect(await words(measure, months(repeat([50, 52], 12), 2022))).not.toContain(note);
});

test("a share of the baseline is set against the limits by the baseline's own period", async () => {
  // Months of 50 on average: 600 in 2019, less 10 % is 540. Of 9 months no year's value can be asked, nor of 24.
  const data = months(repeat([49, 51], 18), 2019);
  const measure = (current: string, aim = "reduce by 10%"): string =>
    `name: Robbery, aim: ${aim}${periods("2019", current)}`;
  for (const [current, count] of [
    ["January 2021 to September 2021", 9],
    ["January 2020 to December 2021", 24],
  ] as const) {
    const uneven = await trendOf(measure(current), data);
    expect(uneven?.assurance).toBeUndefined();
    expect(uneven?.noAssurance).toBe(`its periods are of different lengths: 12 months and ${count}`);
  }
  expect(await words(measure("January 2021 to September 2021"), data)).toContain(
    "Assurance: none, as its periods are of different lengths: 12 months and 9.",
  );
  // 540 ÷ 12; 50 ± 2.66 × 2 reaches down to 44.68.
  const even = await trendOf(measure("2021"), data);
  expect(even?.assurance).toEqual({ outcome: "may or may not be met by chance", value: "45" });
  // A value of the current period's own goes by that: 450 ÷ 9.
  const stated = await trendOf(measure("January 2021 to September 2021", "at most 450"), data);
  expect(stated?.assurance).toEqual({ outcome: "may or may not be met by chance", value: "50" });
});

test("a share of a baseline of other calendar months goes by their season", async () => {
  // Each year 60 … 130 … 70, of 1,200: January to March has 210, indices 0.6 + 0.7 + 0.8 = 2.1; 105 % of it is 220.5, and
  // ÷ 2.1 it is 105 in an average month, though by April to June (1.0 + 1.2 + 1.3 = 3.5) it would be 63.
  const year = [60, 70, 80, 100, 120, 130, 140, 130, 120, 100, 80, 70];
  const when = periods("January 2022 to March 2022", "April 2023 to June 2023");
  const only = await trendOf(`name: Robbery, aim: increase by 5%${when}`, months(repeat(year, 5), 2019));
  expect(Number(only?.assurance?.value)).toBeCloseTo(105, 9);
  expect(only?.assurance?.outcome).toBe("will not be met without change");
});

test("a break between the baseline and the limits leaves no assurance of a share, and one of a value", async () => {
  // m1: 100 and 102 a month before, 60 and 62 after.
  const data = months([...repeat([100, 102], 12), ...repeat([60, 62], 12)], 2018);
  const keys = "breaks: [{ from: January 2020, reason: new rules }]\n";
  const when = periods("2018", "2021");
  const share = await trendOf(`name: Robbery, aim: reduce by 10%${when}`, data, keys);
  expect(share?.noAssurance).toBe("its baseline is from before the break in series (January 2020)");
  const after = await trendOf(`name: Robbery, aim: reduce by 10%${periods("2020", "2021")}`, data, keys);
  // 90 % of 732, ÷ 12; 61 ± 2.66 × 2 reaches down to 55.68.
  expect(after?.assurance).toEqual({ outcome: "will not be met without change", value: "54.9" });
  // 800 ÷ 12 is 66.67, above 66.32.
  expect((await trendOf(`name: Robbery, aim: at most 800${when}`, data, keys))?.assurance?.outcome).toBe("will be met");
});

test("limits that the plan does not fix mix the months before a shift with those since, and the note says so", async () => {
  const data = months([...repeat([100, 102], 9), ...repeat([60, 62], 6)], 2022);
  const measure = `name: Robbery, aim: at most 1000${periods("2022", "2023")}`;
  expect(await words(measure, data)).toContain(
    "The assurance is by limits that mix the months before July 2023 with those since.",
  );
  expect(await words(measure, data, "limits: { months: 2022 }\n")).toContain(
    "The assurance is by the limits from before July 2023.",
  );
});

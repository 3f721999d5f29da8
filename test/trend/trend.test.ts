// A measure over time: the plan's own chart, limits as worked out by hand, and what must hold of any series.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { home, run } from "../helpers/world.ts";

const trend = async (args: readonly string[], cwd = home) => {
  const done = await run(["trend", ...args, "--format", "json"], cwd);
  return jsonOf("trend", done.out).measures;
};

test("the plan's chart: anti-social behaviour per 1,000, years ending March 2008 to 2018, as the ONS's table P7 has it", async () => {
  const [only] = await trend(["fixtures/anti-social-behaviour-2008-2018"]);
  const rates = (name: string) =>
    only?.years.map(({ sides }) => {
      const rate = sides.find((side) => side.name === name)?.figures.rate;
      return rate && "value" in rate ? Math.floor(Number(rate.value) + 0.5) : undefined;
    });
  // The table as displayed, rounded to whole numbers.
  expect(rates("Gloucestershire")).toEqual([62, 59, 55, 55, 48, 41, 43, 41, 40, 41, 37]);
  expect(rates("South West")).toEqual([65, 63, 58, 53, 45, 36, 34, 31, 27, 27, 26]);
  expect(rates("England and Wales")).toEqual([72, 68, 64, 58, 49, 40, 37, 34, 31, 31, 28]);
  // The group pooled by hand for the year ending March 2008: 36,133 + 54,737 + 112,329 + 50,656 + 43,970 + 30,390 + 88,770
  // + 33,629 = 450,614 incidents, over the populations that numbers and rates imply: 580.702 + 758.777 + 1,630.875
  // + 776.276 + 702.962 + 529.059 + 1,190.044 + 645.386 = 6,814.081 thousand; 450,614 ÷ 6,814.081 = 66.130.
  const first = only?.years[0]?.sides.find(({ name }) => name === "MSG")?.figures.rate;
  expect(first).toMatchObject({ shown: "66.130" });
  expect(only?.years.map(({ period }) => period)[10]).toBe("year ending March 2018");
  expect(only?.standings.filter(({ group }) => group === "MSG")).toEqual([
    { group: "MSG", stood: "below", from: "year ending March 2008", to: "year ending March 2010" },
    { group: "MSG", stood: "above", from: "year ending March 2011", to: "year ending March 2018" },
  ]);
  expect(only?.step).toBeNull();
  expect(only?.limits).toEqual([]);
});

test("limits are of the months: mean ± 2.66 × the mean moving range, by hand; the 12 months are complete ones alone", async () => {
  const [only] = await trend([], join(home, "test/cases/trend-months"));
  // 6010 ÷ 20 = 300.5; the moving ranges add to 148; 2.66 × 148 ÷ 19 = 20.72.
  expect(only?.limits.map(({ mean, lower, upper, points }) => [mean, lower, upper, points])).toEqual([
    ["300.5", "279.78", "321.22", 20],
  ]);
  expect(only?.limits[0]?.signals).toEqual([]);
  expect(only?.moments).toHaveLength(20);
  // 20 months hold nine windows of 12.
  expect(only?.years.map(({ period }) => period)).toHaveLength(9);
  const total = only?.years[0]?.sides[0]?.figures.count;
  // 310 + 288 + 297 + 298 + 307 + 303 + 294 + 297 + 308 + 306 + 294 + 299
  expect(total).toMatchObject({ value: "3601" });
  expect(total?.from).toHaveLength(12);
});

test("a month that is missing makes a gap of each 12 months with it, and parts the limits", async () => {
  const [only] = await trend([], join(home, "test/cases/trend-gap"));
  const known = only?.years.map(({ sides }) => sides[0]?.figures.count).filter((figure) => figure && "value" in figure);
  // January to December 2021: 10 + 12 + 11 + 13, three times.
  expect(known).toMatchObject([{ value: "138" }]);
  expect(only?.limits.map(({ points, mean }) => [points, mean])).toEqual([
    [11, undefined],
    [12, "11.5"],
  ]);
});

test("a break in series parts the limits", async () => {
  const [only] = await trend([], join(home, "test/cases/trend-break"));
  expect(only?.limits.map(({ from, mean, signals }) => [from, mean, signals.length])).toEqual([
    ["January 2020", "11", 0],
    ["January 2021", "21", 0],
  ]);
});

test("signals are told with their months, and six on the rise or fall only when asked for", async () => {
  const cwd = join(home, "test/cases/trend-rising");
  const rising = async (args: readonly string[]) =>
    (await trend(args, cwd))[0]?.limits[0]?.signals.filter(({ rule }) => rule === "trend");
  expect(await rising([])).toEqual([]);
  expect(await rising(["--rising", "6"])).toEqual([
    { rule: "trend", from: "January 2020", to: "June 2020", direction: "down", meaning: "improving" },
  ]);
});

test("a month that no row gives is one that is missing: no range, run or limit reaches across it", async () => {
  const [only] = await trend([], join(home, "test/cases/trend-month-missing"));
  // Twice 5 × 10 + 7 × 12 = 134, ÷ 12 = 11.1667; of 11 moving ranges seven are 2 and four are 0; 2.66 × 14 ÷ 11 = 3.3855.
  const limits = only?.limits.map(({ points, mean, lower, upper }) => [
    points,
    Number(mean),
    Number(lower),
    Number(upper),
  ]);
  expect(limits).toHaveLength(2);
  for (const [points, mean, lower, upper] of limits ?? []) {
    expect(points).toBe(12);
    expect(mean).toBeCloseTo(11.1667, 4);
    expect(lower).toBeCloseTo(7.7812, 4);
    expect(upper).toBeCloseTo(14.5521, 4);
  }
  // Four above the mean before it and four after it would be a run of eight.
  expect(only?.limits.flatMap(({ signals }) => signals)).toEqual([]);
});

/** The numbers of the force by period, undefined where there is none. */
const counts = (measure: Awaited<ReturnType<typeof trend>>[number] | undefined) =>
  measure?.years.map(({ period, sides }) => {
    const count = sides[0]?.figures.count;
    return [period.replace("year ending ", ""), count && "value" in count ? Number(count.value) : undefined];
  });

test("years that the data leave out are gaps, and the line is in pieces", async () => {
  const cwd = join(home, "test/cases/trend-years-missing");
  const [only] = await trend([], cwd);
  expect(counts(only)).toEqual([
    ["March 2015", 30],
    ["March 2016", 36],
    ["March 2017", 30],
    ["March 2018", undefined],
    ["March 2019", undefined],
    ["March 2020", 48],
    ["March 2021", 42],
  ]);
  const page = (await run(["trend", "--format", "html"], cwd)).out;
  // Of either line three points and two, at a desk and on a phone.
  const pieces = [...page.matchAll(/<path d="(M[^"]*)" fill="none" stroke="#(?:12436D|F46A25)"/g)];
  expect(pieces.map(([, path = ""]) => path.split("L").length)).toEqual([3, 2, 3, 2, 3, 2, 3, 2]);
  expect(page).toContain("no figure for year ending March 2018, year ending March 2019.");
  expect(page.match(/>no figure between</g)).toHaveLength(2);
});

test("the 12 months to each quarter miss the one that is left out, though no month is", async () => {
  const [only] = await trend([], join(home, "test/cases/trend-rolling-year-missing"));
  const lost = counts(only)?.filter(([, count]) => count === undefined);
  expect(lost).toEqual([["September 2017", undefined]]);
  // Two single years, and 13 quarter ends from June 2015 to September 2018 without it: 4 × 3 + 2 − 1.
  expect(only?.years).toHaveLength(2 + 13 + 1);
});

test("periods far apart have the months between them told, and no line", async () => {
  const cwd = join(home, "test/cases/trend-years-far-apart");
  const [only] = await trend([], cwd);
  expect(only?.years.map(({ period, between }) => [period, between])).toEqual([
    ["year ending December 2015", undefined],
    ["January 2016 to September 2022", true],
    ["year ending September 2023", undefined],
  ]);
  // Two figures are no line over time: they have no chart.
  const page = (await run(["trend", "--format", "html"], cwd)).out;
  expect(page).not.toContain("<svg");
  expect((await run(["trend"], cwd)).out).not.toContain("│");
});

test("months between that the data give in other pieces are not drawn beside years", async () => {
  const csv = (rows: readonly string[]) => ["area,series,period,kind,value", ...rows, ""].join("\n");
  const row = (period: string, value: number) => `Gloucestershire,Robbery,${period},count,${value}`;
  const plan = await readFile(join(home, "test/cases/trend-years-far-apart/plan.yaml"), "utf8");
  const cwd = await mkdtemp(join(tmpdir(), "plan-measures-"));
  await writeFile(join(cwd, "plan.yaml"), plan);
  // 18 months between, given as 18 months of their own: of another length, and so not a point of the line.
  const given = [row("2015", 30), row("January 2016 to June 2017", 99), row("12 months to June 2018", 20)];
  await writeFile(join(cwd, "data.csv"), csv(given));
  const [only] = await trend([], cwd);
  await rm(cwd, { recursive: true });
  expect(counts(only)).toEqual([
    ["December 2015", 30],
    ["January 2016 to June 2017", undefined],
    ["June 2018", 20],
  ]);
});

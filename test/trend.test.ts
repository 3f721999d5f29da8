// A measure over time: the plan's own chart, limits as worked out by hand, and what must hold of any series.
import { join } from "node:path";
import { expect, test } from "vitest";
import { trendShape } from "./report-shape.ts";
import { home, run } from "./world.ts";

const trend = async (args: readonly string[], cwd = home) => {
  const done = await run(["trend", ...args, "--format", "json"], cwd);
  return trendShape.parse(JSON.parse(done.out)).measures;
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
  expect(await rising(["--rising", "6"])).toEqual([{ rule: "trend", from: "January 2020", to: "June 2020" }]);
});

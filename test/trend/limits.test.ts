// Limits that the plan chooses, months left out, seasons, and what signals and limits mean for the aim: by hand.
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { home, run } from "../helpers/world.ts";
import { writtenPlans } from "../helpers/written-plan.ts";

const { printed } = writtenPlans();
const names = "January February March April May June July August September October November December".split(" ");

/** Months of a series from January 2019 on. */
const months = (values: readonly (number | string)[], kind = "count", series = "Robbery"): string[] =>
  values.map((value, at) => `${series}; ${names[at % 12]} ${2019 + Math.floor(at / 12)}; ${kind}; ${value}`);

/** The first measure of the JSON of a trend. */
const first = (out: string) => jsonOf("trend", out).measures[0];
const trendOf = async (measure: string, data: readonly string[], keys = "") =>
  first((await printed(["trend", "--format", "json"], [measure], data, keys)).out);
const ofCase = async (name: string) => first((await run(["trend", "--format", "json"], join(home, name))).out);
const repeat = (values: readonly number[], count: number): number[] =>
  Array.from({ length: count }, () => values).flat();

test("limits fixed on the baseline year, or with the one-off month left out, are those of the ordinary months", async () => {
  // The 12 months of 2020 add up to 600: mean 50. Their moving ranges add up to 2 + 4 + 3 + 2 + 4 + 6 + 3 + 2 + 4 + 3 + 2 =
  // 35, over 11: 50 ± 2.66 × 3.1818 = 50 ± 8.4636. The 12 months from February 2021 on are alike: 1,200 ÷ 24, 70 ÷ 22.
  for (const name of ["xmr-limits-fixed", "xmr-one-off-month"]) {
    const only = (await ofCase(`test/cases/${name}`))?.limits;
    expect(only).toHaveLength(1);
    expect(only?.[0]?.mean).toBe("50");
    expect(Number(only?.[0]?.lower)).toBeCloseTo(41.5364, 4);
    expect(Number(only?.[0]?.upper)).toBeCloseTo(58.4636, 4);
    expect(only?.[0]?.signals).toEqual([
      { rule: "outside", from: "January 2021", to: "January 2021", direction: "up", meaning: "concerning" },
    ]);
  }
  expect((await ofCase("test/cases/xmr-limits-fixed"))?.limits[0]?.chosen).toEqual({
    from: "January 2020",
    to: "December 2020",
  });
});

test("an equal value neither adds to a trend nor ends it", async () => {
  // 45, 46, 47, 48, 48, 49, 50, 51: seven values that rise, one of them twice.
  const only = await ofCase("test/cases/xmr-tie-in-a-trend");
  expect(only?.limits[0]?.signals).toEqual([
    { rule: "trend", from: "July 2020", to: "February 2021", direction: "up", meaning: "concerning" },
  ]);
});

test("new limits begin where the plan says, and the aim is set against the latest", async () => {
  const [old, now] = (await ofCase("test/cases/xmr-new-limits"))?.limits ?? [];
  // 3,620 ÷ 12; the ranges add up to 185, over 11.
  expect(Number(old?.mean)).toBeCloseTo(3620 / 12, 9);
  expect(Number(old?.upper)).toBeCloseTo(3620 / 12 + (2.66 * 185) / 11, 9);
  expect([old?.from, old?.to]).toEqual(["April 2021", "December 2022"]);
  // Without July 2023: 701 of early 2023 + 2,883 − 247 = 3,337, over 14; ranges 15 + 23 + 5 + 13 + 24, then 22 + 14 + 15 + 23
  // + 11 + 7 + 13: 185, over 12.
  expect(Number(now?.mean)).toBeCloseTo(3337 / 14, 9);
  expect(Number(now?.lower)).toBeCloseTo(3337 / 14 - (2.66 * 185) / 12, 9);
  expect(now?.except).toEqual([{ period: "July 2023", reason: "a month of strikes" }]);
  // 80 % of 3,620 is 2,896, ÷ 12.
  const assurance = (await ofCase("test/cases/xmr-new-limits"))?.assurance;
  expect(assurance?.outcome).toBe("may or may not be met by chance");
  expect(Number(assurance?.value)).toBeCloseTo(2896 / 12, 9);
  // By the limits of before alone, from 256.9: above it. The step of January 2023 is where new limits might begin.
  const before = await ofCase("fixtures/burglary-by-month");
  expect(before?.assurance?.outcome).toBe("will not be met without change");
  expect(before?.limits[0]?.shift).toEqual({ from: "January 2023", direction: "down" });
  expect(before?.variation).toMatchObject({ at: "March 2024", meaning: "improving" });
});

test("too few months to fix limits on give none, and say so", async () => {
  const data = months(repeat([50, 52], 12));
  const measure = 'name: Robbery, aim: reduce, comment: "x"';
  const keys = "limits: [{ months: 2019 }]\nexcept: [{ month: March 2019, reason: a fire }]\n";
  expect((await trendOf(measure, data, keys))?.limits.map(({ mean }) => mean)).toEqual([undefined]);
  const { out } = await printed(["trend"], [measure], data, keys);
  expect(out.replace(/\s+/g, " ")).toContain(
    "which the plan chooses for them, only 11 of the 12 months that are needed can be used",
  );
});

test("limits hold across a gap where the plan fixes them, and not across a break", async () => {
  const values = [...repeat([50, 52], 6), "[x] lost", ...repeat([50, 52], 6), ...repeat([80, 82], 6)];
  const measure = 'name: Robbery, aim: reduce, comment: "x"';
  const fixed = await trendOf(
    measure,
    months(values),
    "limits: { months: 2019 }\nbreaks: [{ from: February 2021, reason: new rules }]\n",
  );
  // 51 ± 2.66 × 2, then 81 ± 2.66 × 2: the break begins a regime of its own.
  expect(fixed?.limits.map(({ from, mean, chosen }) => [from, mean, chosen?.from])).toEqual([
    ["January 2019", "51", "January 2019"],
    ["February 2020", "51", "January 2019"],
    ["February 2021", "81", undefined],
  ]);
  expect(fixed?.limits.flatMap(({ signals }) => signals)).toEqual([]);
});

test("a season that is not clear is a note beside signals, not a season", async () => {
  const values = Array.from({ length: 60 }, (_, at) => 50 + ((at * 7) % 11) + ([5, 6, 7].includes(at % 12) ? 6 : 0));
  // scipy.stats.kruskal of the ratios by calendar month (numpy, as in test/statistics/seasons.test.ts): p = 0.01776891777056462.
  const data = months([...values.slice(0, 59), 120]);
  const { out } = await printed(["trend"], ["name: Robbery, aim: reduce"], data);
  expect(out.replace(/\s+/g, " ")).toContain(
    "A signal may be no more than the season: the months of the year seem to differ, though not clearly (p = 0.018).",
  );
  expect((await trendOf("name: Robbery, aim: reduce", data))?.limits[0]?.seasons).toBeUndefined();
});

test("a month left out that the data do not have is said to be unknown", async () => {
  const keys = "except: [{ month: July 2032, reason: a fire }]\n";
  const { out } = await printed(["trend"], ['name: Robbery, comment: "x"'], months(repeat([50, 52], 12)), keys);
  expect(out).toContain("The plan leaves out July 2032 (except), which the data do not have.");
});

test("limits and exceptions of one measure leave the others as they are", async () => {
  const both = [...months(repeat([50, 52], 12)), ...months(repeat([20, 22], 12), "count", "Theft")];
  const measures = ['name: Robbery, comment: "x"', 'name: Theft, comment: "x"'];
  const keys = "except: [{ month: May 2019, reason: a fire, measures: [Theft] }]\n";
  const { out } = await printed(["trend", "--format", "json"], measures, both, keys);
  const found = jsonOf("trend", out).measures.map(({ limits }) => limits[0]?.except);
  expect(found).toEqual([undefined, [{ period: "May 2019", reason: "a fire" }]]);
});

test("the limits of a percentage stay within 0 and 100, those of a count above 0", async () => {
  // 95 ± 2.66 × 10 is 68.4 to 121.6; 8 ± 2.66 × 6 is −7.96 to 23.96.
  const percent = await trendOf(
    "name: Trust, kind: percentage, aim: increase",
    months(repeat([90, 100], 6), "percent", "Trust"),
  );
  expect(percent?.limits[0]).toMatchObject({ mean: "95", lower: "68.4", upper: "100" });
  const count = await trendOf('name: Robbery, comment: "x"', months(repeat([5, 11], 6)));
  expect(count?.limits[0]).toMatchObject({ mean: "8", lower: "0", upper: "23.96" });
});

test("fewer than five events a month have a mean and no limits", async () => {
  const rare = (await ofCase("test/cases/xmr-chart-labels-rounded"))?.limits;
  // 24 robberies in 16 months.
  expect(rare).toMatchObject([{ mean: "1.5", points: 16, signals: [] }]);
  expect(rare?.[0]?.upper).toBeUndefined();
  const svg = await run(["trend", "--format", "html"], join(home, "test/cases/xmr-chart-labels-rounded"));
  expect(svg.out).toContain(">Mean 1.5</text>");
  expect((await trendOf('name: Robbery, comment: "x"', months(repeat([4, 6], 6))))?.limits[0]?.upper).toBe("10.32");
});

// The values of a year, which add up to 1,200; five such years have no variation but the season.
const year = [60, 70, 80, 100, 120, 130, 140, 130, 120, 100, 80, 70];

test.each([
  // 1,200 a year is 100 × the index of each month, where the limits lie; 105 × it is above them all, 95 × it below.
  ["at most 1260", "will be met"],
  ["at most 1140", "will not be met without change"],
  ["at least 1140", "will be met"],
  ["at least 1260", "will not be met without change"],
  ["reduce by 5%", "will not be met without change"],
])("a yearly aim against limits that go with the season: %s %s", async (aim, outcome) => {
  const only = await trendOf(`name: Robbery, aim: ${aim}`, months(repeat(year, 5)));
  const [limits] = only?.limits ?? [];
  expect(limits?.signals).toEqual([]);
  expect(limits?.mean).toBe("100");
  expect(limits?.seasons?.each.slice(0, 3).map(({ index }) => Number(index).toFixed(6))).toEqual([
    "0.600000",
    "0.700000",
    "0.800000",
  ]);
  expect(only?.assurance?.outcome).toBe(outcome);
});

test("a month left out is judged by its season, and is in no index: it is a signal, though the year has larger ones", async () => {
  // 130 in January, where 60 is usual; July has 140 each year. Ordinary months are a little apart from year to year.
  const values = repeat(year, 5).map((value, at) => (at === 36 ? 130 : value + (((at * 7) % 5) - 2)));
  const keys = "except: [{ month: January 2022, reason: a fire }]\n";
  const only = await trendOf("name: Robbery, aim: reduce", months(values), keys);
  expect(only?.limits[0]?.signals.filter(({ rule }) => rule === "outside")).toEqual([
    { rule: "outside", from: "January 2022", to: "January 2022", direction: "up", meaning: "concerning" },
  ]);
});

test("new limits are of another level, with the season that all the months show", async () => {
  // Four years of 1,200 and two of 600 with the same season: every centred mean within a level is 100, or 50.
  const values = [...repeat(year, 4), ...repeat(year, 2).map((value) => value / 2)];
  const keys = "limits: [{ from: January 2023, reason: new rules }]\n";
  const [old, now] = (await trendOf("name: Robbery, aim: reduce", months(values), keys))?.limits ?? [];
  for (const [limits, level] of [
    [old, 100],
    [now, 50],
  ] as const) {
    expect(Number(limits?.mean)).toBeCloseTo(level, 9);
    expect(limits?.signals).toEqual([]);
    const indices = limits?.seasons?.each.slice(0, 12).map(({ index }) => Number(index));
    for (const [month, index] of year.entries()) expect(indices?.[month]).toBeCloseTo(index / 100, 9);
  }
  // From April on the first index is April's.
  const later = await trendOf("name: Robbery, aim: reduce", months(values), keys.replace("January", "April"));
  expect(Number(later?.limits[1]?.seasons?.each[0]?.index)).toBeCloseTo(1, 1);
  // Two years each side of a break are too few for a season, and do not share one.
  const parted = await trendOf(
    "name: Robbery, aim: reduce",
    months(values),
    "breaks: [{ from: January 2021, reason: new rules }]\n",
  );
  expect(parted?.limits[0]?.seasons).toBeUndefined();
});

test("what is shown does not change the limits: months before --since are left out of sight alone", async () => {
  // 2022 is 50 and 52: 51 ± 2.66 × 2. March 2023 is below it, and September 2024 above.
  const values = repeat([50, 52], 18).map((value, at) => (at === 14 ? 20 : at === 32 ? 80 : value));
  const data = values.map((value, at) => `Robbery; ${names[at % 12]} ${2022 + Math.floor(at / 12)}; count; ${value}`);
  const measure = "name: Robbery, aim: reduce by 10%, baseline: 2022, current: 2024";
  const keys = "limits: { months: 2022 }\n";
  const since = async (from: string) => {
    const { out } = await printed(["trend", "--format", "json", "--since", from], [measure], data, keys);
    return first(out);
  };
  const [whole, late] = [await since("2022"), await since("2024")];
  expect(late?.moments.map(({ period }) => period)).toEqual(names.map((name) => `${name} 2024`));
  expect(late?.years).toHaveLength(12);
  expect(late?.limits).toHaveLength(1);
  for (const edge of ["mean", "lower", "upper", "from", "to", "points"] as const)
    expect(late?.limits[0]?.[edge]).toBe(whole?.limits[0]?.[edge]);
  expect(late?.limits[0]?.mean).toBe("51");
  expect(late?.limits[0]?.lower).toBe("45.68");
  const signalled = (found: typeof late) => found?.limits[0]?.signals.map(({ from }) => from);
  expect(signalled(whole)).toEqual(["March 2023", "September 2024"]);
  expect(signalled(late)).toEqual(["September 2024"]);
  expect([late?.variation, late?.assurance]).toEqual([whole?.variation, whole?.assurance]);
  const { out } = await printed(["trend", "--since", "October 2024"], [measure], data, keys);
  expect(out).toContain("No signal of a change, October 2024 – December 2024.");
});

test("limits that go with the season are named by the month that the chart's labels are of", async () => {
  const { out } = await printed(["trend", "--format", "html"], ["name: Robbery, aim: reduce"], months(repeat(year, 5)));
  // December's index is 0.7, of 100.
  expect(out).toContain(">Mean (December) 70.0</text>");
  expect(out).not.toContain(">Mean 70.0</text>");
});

test("the rate that an aim asks for becomes the count that makes it", async () => {
  const data = [
    ...months(repeat([50, 52, 51, 49, 53], 12)),
    "Population; mid-2018; population; 600000",
    "Population; mid-2022; population; 612000",
  ];
  const measure =
    "name: Robbery, basis: rate, aim: at most 1, baseline: { period: 2019, population: mid-2018 }, current: { period: 2023, population: mid-2022 }";
  // 1 per 1,000 of 612,000 is 612 a year, 51 a month: the mean itself, so between the limits.
  const only = await trendOf(measure, data);
  expect(only?.assurance).toEqual({ outcome: "may or may not be met by chance", value: "51" });
});

test("without a better side a signal is neither improving nor concerning", async () => {
  const values = [...repeat([50, 52], 11), 50, 90];
  const only = await trendOf("name: Robbery, aim: maintain within 5%", months(values));
  expect(only?.variation).toEqual({
    at: "December 2020",
    meaning: "neither",
    because: "above the limits; the plan does not say which way is better",
  });
  expect(only?.assurance).toBeUndefined();
});

test("12 months that mix both sides of a break are drawn apart, and said to be", async () => {
  const page = (await run(["trend", "--format", "html"], join(home, "test/cases/trend-break"))).out;
  // 12 months to December 2020, 11 that mix, 12 months to December 2021: of the years only the mixed ones are a line.
  const dotted = [...page.matchAll(/<path d="M([^"]*)" fill="none" [^>]*stroke-dasharray="1 5"/g)];
  expect(dotted.map(([, path = ""]) => path.split("L").length)).toEqual([11, 11]);
  expect(page).toContain("as they mix both sides of a break: year ending January 2021 to year ending November 2021.");
  expect(page.match(/>mixes both sides of a break</g)).toHaveLength(2);
});

test.each([
  ["limits: { from: March 2020, to: March 2019 }", "to is before from; write the earlier one under from"],
  ["limits: { months: 2019, from: 2020 }", "write months, or write from and to"],
  ["limits: [{ reason: none }]", "write months, or write from and to"],
  ["limits: { months: someday }", '"someday" is not a period'],
  ["except: [{ month: March 2020 }]", "reason"],
  ["except: [{ month: March 2020, reason: x, measures: [Roberry] }]", "did you mean Robbery?"],
  ["limits: { months: 2019, measures: [Roberry] }", "did you mean Robbery?"],
  ["limits: { month: 2019 }", "months"],
])("a wrong key is reported with what is right: %s", async (keys, said) => {
  const { err } = await printed(["trend"], ['name: Robbery, comment: "x"'], months(repeat([50, 52], 12)), `${keys}\n`);
  expect(err).toContain(said);
});

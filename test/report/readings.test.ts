// Readings in the report: the question of the aim, the pairs of months, other forces, many at once, and what gives no reading.
//
// oracles: scipy 1.17 by the formulas of the method, worked out apart from this program.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "readings-"));
afterAll(() => rmSync(folder, { recursive: true }));

const G = "Gloucestershire";
const names = "January February March April May June July August September October November December".split(" ");

type Line = readonly [area: string, series: string, period: string | number, kind: string, value: number | string];

/** Numbers of the months from one on. */
const months = (series: string, from: readonly [year: number, month: number], values: readonly number[]): Line[] =>
  values.map((value, at) => {
    const month = from[1] - 1 + at;
    return [G, series, `${names[month % 12]} ${from[0] + Math.floor(month / 12)}`, "count", value];
  });

/** The rows of a plan's one table: its measures as "name: aim", and what else the table and the plan say. */
async function rows(lines: readonly Line[], measures: readonly object[], table: object = {}, plan: object = {}) {
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...lines].join("\n"));
  const all = measures.map((measure) => ({ aim: "reduce", priorities: ["A"], comment: "C.", ...measure }));
  const whole = {
    ...{ title: "A plan", force: G, reading: true, priorities: [{ id: "A", name: "A" }], data: ["data.csv"] },
    ...plan,
    tables: [{ title: "T", baseline: "2018", current: "2019", ...table, measures: all }],
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(whole));
  const { out, err } = await run(["report", "--format", "json"], folder);
  const [first] = jsonOf("report", out).tables;
  return { rows: first?.rows ?? [], notes: first?.notes ?? [], err };
}
async function reading(lines: readonly Line[], measure: object = {}, table: object = {}, plan: object = {}) {
  const found = await rows(lines, [{ name: "X", ...measure }], table, plan);
  return found.rows[0]?.reading;
}
const value = (figure: object | undefined): number => Number(figure && "value" in figure ? figure.value : Number.NaN);
/** To 10 significant digits. */
const near = (figure: object | undefined, expected: number): void =>
  expect(Math.abs(value(figure) / expected - 1), `${value(figure)} for ${expected}`).toBeLessThan(5e-11);

const small = {
  was: [31, 28, 35, 30, 27, 33, 29, 26, 32, 34, 30, 28],
  is: [36, 30, 39, 33, 31, 35, 34, 30, 37, 36, 33, 31],
};
const large = {
  was: [3200, 3100, 3350, 3300, 3400, 3500, 3450, 3380, 3290, 3310, 3250, 3180],
  is: [3300, 3050, 3500, 3250, 3420, 3700, 3330, 3450, 3300, 3200, 3400, 3150],
};
const ofYears = ({ was, is }: typeof small): Line[] => [...months("X", [2018, 1], was), ...months("X", [2019, 1], is)];

describe("a larger number", () => {
  test("is read by its pairs of months, with what would have been found", async () => {
    const found = await reading(ofYears(small));
    expect(found).toMatchObject({ words: "within chance", step: "month", pairs: 12, "degrees-of-freedom": 11 });
    near(found?.estimate, 1.115702479338843);
    near(found?.limits?.lower, 0.9516135609995094);
    near(found?.limits?.upper, 1.3080856278418285);
    near(found?.p, 0.1580196432609662);
    near(found?.dispersion, 0.021553980072077372);
    // t·SE is the logarithm of how wide the limits are: 15.9 %.
    near(found?.["could-have-found"], 100 * Math.log(1.3080856278418285 / 1.115702479338843));
    // The limits are 1.1724 times as high as the ratio: e^0.159 − 1 is 17.2 %, 1 − e^−0.159 is 14.7 %.
    near(found?.["could-have-found-rise"], 100 * (1.3080856278418285 / 1.115702479338843 - 1));
    near(found?.["could-have-found-fall"], 100 * (1 - 1.115702479338843 / 1.3080856278418285));
    expect(found?.says).toContain("a rise of about 17% or a fall of about 15% would have been more than that");
  });

  test("that did not change says so, and what would have been a change", async () => {
    const equal = {
      was: [40, 30, 35, 28, 45, 33, 29, 41, 38, 36, 31, 44],
      is: [44, 31, 36, 38, 41, 29, 33, 28, 45, 35, 30, 40],
    };
    // scipy: t(11) × √(2/430) is 0.15011, φ being below 1.
    expect((await reading(ofYears(equal)))?.says).toBe(
      "it did not change; a rise of about 16% or a fall of about 14% would have been more than chance would explain",
    );
  });

  test("with events in three pairs of twelve months is read by those", async () => {
    const none = Array.from({ length: 12 }, () => 0);
    const at = (events: Readonly<Record<number, number>>) => none.map((_, month) => events[month] ?? 0);
    const found = await reading(ofYears({ was: at({ 3: 60, 8: 20 }), is: at({ 3: 50, 7: 30 }) }));
    // π ½: 10²/110 + 30²/30 + 20²/20, ÷ 2 is 25.45.
    expect(found).toMatchObject({ words: "within chance", pairs: 12, "degrees-of-freedom": 2 });
    near(found?.dispersion, (100 / 110 + 30 + 20) / 2);
    // A rise of 30 times would not be said to help a reader.
    expect(found?.says).toBe("it did not change");
  });

  test("is read by its quarters where the data give no months", async () => {
    const quarters = (year: number, values: readonly number[]): Line[] =>
      values.map((one, at) => [G, "X", `${names[3 * at]} ${year} to ${names[3 * at + 2]} ${year}`, "count", one]);
    const found = await reading([
      ...quarters(2018, [1210, 1340, 1290, 1180]),
      ...quarters(2019, [1260, 1310, 1405, 1190]),
    ]);
    expect(found).toMatchObject({ words: "within chance", step: "quarter", pairs: 4, "degrees-of-freedom": 3 });
    near(found?.p, 0.31331219220730655);
    expect(found?.says).toMatch(/quarter by quarter/);
  });

  test("as a rate has its populations as exact offsets", async () => {
    const people: Line[] = [
      [G, "Population", "mid-2018", "population", 628_139],
      [G, "Population", "mid-2020", "population", 646_627],
    ];
    const found = await reading(
      [...ofYears(large), ...people],
      { basis: "rate" },
      { baseline: { period: "2018", population: "mid-2018" }, current: { period: "2019", population: "mid-2020" } },
    );
    near(found?.estimate, 0.9797258284236611);
    near(found?.limits?.lower, 0.9603755524569212);
    near(found?.limits?.upper, 0.9994659864308497);
    near(found?.p, 0.045098331619796254);
    expect(found).toMatchObject({ words: "beyond chance", says: expect.stringMatching(/^it fell by more than/) });
  });

  test.each([
    [
      "without months",
      [[G, "X", 2018, "count", 363] as const, [G, "X", 2019, "count", 405] as const],
      /give months or quarters/,
    ],
    [
      "with a month missing on one side",
      [...ofYears(large).filter(([, , when]) => when !== "May 2019"), [G, "X", 2019, "count", 40050] as const],
      /do not give May 2019/,
    ],
    ["with a number below 0", ofYears({ ...large, is: [-1, ...large.is.slice(1)] }), /below 0/],
    [
      "whose months are not its year",
      [...ofYears(large), [G, "X", 2019, "count", 40051] as const],
      /come to 40,050, not 40,051/,
    ],
  ])("%s is not tested", async (_, lines, why) => {
    const found = await reading(lines);
    expect(found?.words).toBe("not tested");
    expect(found?.how).toMatch(why);
  });

  test.each([
    [{ baseline: "January 2019 to March 2019", current: "April 2019 to June 2019" }, /other calendar months/],
    [
      { baseline: "January 2018 to March 2018", current: "January 2019 to March 2019" },
      /3 pairs of months are too few/,
    ],
    [{ baseline: "2018", current: "January 2019 to June 2019" }, /different lengths/],
    [
      { baseline: "2018", current: "12 months to March 2019" },
      /9 months are in both periods, and of the others 3 pairs/,
    ],
  ])("of %j is not tested", async (table, why) => {
    const found = await reading(ofYears(large), {}, table);
    expect(found?.words).toBe("not tested");
    expect(found?.how).toMatch(why);
  });

  test("leaves the months out that are in both periods", async () => {
    const found = await reading(ofYears(small), {}, { current: "12 months to June 2019" });
    expect(found).toMatchObject({ step: "month", pairs: 6, "months-left-out": 6 });
    // January to June: 36 + 30 + 39 + 33 + 31 + 35 = 204 against 31 + 28 + 35 + 30 + 27 + 33 = 184.
    near(found?.estimate, 204 / 184);
    // scipy: t(5) × √(1/204 + 1/184) is 0.26135.
    expect(found?.says).toContain(
      "a rise of about 30% or a fall of about 23% of the months that are not in both periods",
    );
  });

  test.each([
    // scipy: the six months that are not in both fell to 0.92, limits 0.9004850 to 0.9399379. They are half of the baseline.
    // 0.5 × 0.0995150 is 4.976 %; of 60,000, 2,985.4.
    ["maintain within 4.98%", "beyond chance"],
    ["maintain within 4.97%", "within chance"],
    ["maintain within 2986", "beyond chance"],
    ["maintain within 2985", "within chance"],
    // The other limit is 0.5 × 0.0600621, 3.003 %.
    ["maintain within 3.01%", "within chance"],
    ["maintain within 3.0%", "beyond chance"],
  ])("%s is of the whole period, of which half is in both: %s", async (aim, words) => {
    const own = [5000, 5010, 4990, 5005, 4995, 5000];
    const shared = [5000, 5000, 5000, 5000, 5000, 5000];
    const later = [4600, 4610, 4590, 4605, 4595, 4600];
    const lines = months("X", [2018, 1], [...own, ...shared, ...later]);
    expect((await reading(lines, { aim }, { current: "12 months to June 2019" }))?.words).toBe(words);
  });

  test("says where neighbouring months are alike", async () => {
    const drift = {
      was: [90, 90, 90, 90, 90, 90, 110, 110, 110, 110, 110, 110],
      is: [130, 130, 130, 130, 130, 130, 100, 100, 100, 100, 100, 100],
    };
    expect((await reading(ofYears(drift)))?.notes?.[0]).toMatch(/like their neighbours/);
    expect((await reading(ofYears(small)))?.notes).toBeUndefined();
  });

  test("has the neighbours in time, of two years and of a financial year", async () => {
    const flat = (count: number) => Array.from({ length: count }, () => 500);
    const half = (low: number, high: number, count: number) => [
      ...Array.from({ length: count }, () => low),
      ...Array.from({ length: count }, () => high),
    ];
    // numpy: in order of time 0.875 and 0.750; January of one year beside that of the next they would be far below 0.
    const two = [...months("X", [2014, 1], flat(24)), ...months("X", [2016, 1], half(460, 560, 12))];
    const years = { baseline: "January 2014 to December 2015", current: "January 2016 to December 2017" };
    expect((await reading(two, {}, years))?.notes?.[0]).toContain("(correlation 0.88)");
    const one = [...months("X", [2014, 4], flat(12)), ...months("X", [2015, 4], half(460, 560, 6))];
    expect((await reading(one, {}, { baseline: "2014/15", current: "2015/16" }))?.notes?.[0]).toContain("0.75)");
  });

  test("whose months are withheld says so, and not which", async () => {
    const few = { was: [1, 1, 1, 12, 9, 10, 9, 8, 9, 9, 9, 9], is: [9, 8, 9, 11, 8, 9, 9, 9, 9, 9, 9, 9] };
    const found = await rows(ofYears(few), [{ name: "X" }], { suppress: "under 5" });
    expect(found.rows[0]?.reading?.how).toMatch(/withheld/);
    expect(JSON.stringify(found.rows[0]?.reading)).not.toMatch(/January|February|March/);
  });
});

describe("a small number", () => {
  test("is tested exactly: 8 against 4", async () => {
    const found = await reading([
      [G, "X", 2018, "count", 4],
      [G, "X", 2019, "count", 8],
    ]);
    // R: poisson.test(c(8, 4), c(1, 1))
    near(found?.p, 0.3876953125);
    near(found?.limits?.lower, 0.535804611649607);
    near(found?.limits?.upper, 9.075963581203458);
    expect(found).toMatchObject({ words: "within chance", how: "exact test of two counts" });
  });

  test("with months has the larger p of the two", async () => {
    // 4 against 13: exactly p 0.04904; in two bursts, by its months, more.
    const bursts = { was: [1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0], is: [0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0] };
    expect(await reading(ofYears(bursts))).toMatchObject({ words: "within chance", step: "month" });
    // scipy: 4 against 16 is exactly p 0.0118; by the four pairs with events, φ 5.625, 3 degrees of freedom, p 0.3726.
    const four = { was: [0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 1], is: [0, 9, 0, 0, 0, 0, 6, 0, 0, 0, 0, 1] };
    const few = await reading(ofYears(four));
    expect(few).toMatchObject({ words: "within chance", step: "month", "degrees-of-freedom": 3 });
    near(few?.p, 0.3725698700440329);
    // Spread evenly, the exact test finds less than the months.
    const even = { was: [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], is: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] };
    const found = await reading(ofYears(even));
    expect(found?.step).toBeUndefined();
    // 12 of 18 at ½: 2 × P(X ≥ 12) = 2 × 31,180 ÷ 262,144.
    near(found?.p, (2 * 31_180) / 262_144);
  });

  test("with a month missing on one side, or below 0, is not tested; of one side in months alone it is", async () => {
    const even = { was: [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], is: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] };
    const year: Line = [G, "X", 2019, "count", 12];
    const without = [...ofYears(even).filter(([, , when]) => when !== "May 2019"), year];
    expect((await reading(without))?.how).toBe("the data do not give May 2019");
    expect((await reading(ofYears({ ...even, was: [-1, 2, ...even.was.slice(2)] })))?.how).toBe("a number is below 0");
    const whole = await reading([...months("X", [2018, 1], even.was), year]);
    expect(whole?.how).toBe("exact test of two counts");
  });

  test("of none before has no ratio", async () => {
    const found = await reading([
      [G, "X", 2018, "count", 0],
      [G, "X", 2019, "count", 150],
    ]);
    expect(found).toMatchObject({ words: "beyond chance", how: "exact test of two counts", estimate: { mark: "z" } });
  });
});

describe("the question of the aim", () => {
  test.each([
    // oracles: 39,486.27… to 40,613.72…
    ["at most 39486", "beyond chance", /above 39,486/],
    ["at most 39487", "within chance", /so near to 39,487/],
    ["at most 40613", "within chance", /so near/],
    ["at least 40614", "beyond chance", /below 40,614/],
    // oracles: the ratio is 0.98864 to 1.02888.
    ["maintain within 2.9%", "beyond chance", /within its tolerance/],
    ["maintain within 2.8%", "within chance", /either side of its tolerance/],
    // 0.0288832446 × 39,710 = 1,146.95
    ["maintain within 1147", "beyond chance", /within its tolerance/],
    ["maintain within 1146", "within chance", /either side/],
    ["reduce by 10%", "within chance", /rose by no more/],
    ["maintain (no higher)", "within chance", /rose by no more/],
  ])("%s: %s", async (aim, words, says) => {
    const found = await reading(ofYears(large), { aim });
    expect(found?.words).toBe(words);
    expect(found?.says).toMatch(says);
  });

  test("a change that is wholly outside the tolerance is outside it, and not by chance", async () => {
    const rise = { was: small.was.map((one) => 10 * one), is: small.is.map((one) => 14 * one) };
    const found = await reading(ofYears(rise), { aim: "maintain within 5%" });
    expect(found).toMatchObject({ words: "beyond chance", says: expect.stringMatching(/outside its tolerance/) });
    expect(found?.p).toBeUndefined();
  });

  test("at most a value has the limits of the count, and without months those of a small one alone", async () => {
    const found = await reading(ofYears(large), { aim: "at most 39000" });
    near(found?.current?.lower, 39486.27534846537);
    near(found?.current?.upper, 40613.72465153463);
    const year = (count: number): Line[] => [
      [G, "X", 2018, "count", count],
      [G, "X", 2019, "count", count],
    ];
    expect((await reading(year(1044), { aim: "at most 1050" }))?.how).toMatch(/give months or quarters/);
    // PHEindicatormethods: 9 has exact limits, 4.115 to 17.085.
    expect(await reading(year(9), { aim: "at most 18" })).toMatchObject({ words: "beyond chance" });
    expect(await reading(year(9), { aim: "at most 17" })).toMatchObject({ words: "within chance" });
  });

  test.each([
    [{ baseline: "January 2019 to June 2019", current: "July 2019 to December 2019" }, /periods are of other ones/],
    [{ baseline: "January 2018 to June 2018" }, /periods are of different lengths/],
    [{ baseline: { average: ["2018", "2019"] } }, /this baseline is an average/],
  ])("at most a value with %j says why its spread is not known", async (table, why) => {
    expect((await reading(ofYears(large), { aim: "at most 20000" }, table))?.how).toMatch(why);
  });

  test.each([
    ["July 2019", "2018", "2019", /^figures before and after are not comparable: rules/],
    ["July 2018", "2018", "2019", /^its spread is that of pairs of months of both periods, and figures before/],
    ["January 2019", "2018", "2019", /^its spread/],
    ["January 2018", "2018", "2019", /^95% limits/],
  ])("at most a value with a break from %s", async (from, baseline, current, how) => {
    const found = await reading(
      ofYears(large),
      { aim: "at most 39000" },
      { baseline, current },
      { breaks: [{ from, reason: "rules" }] },
    );
    expect(found?.how).toMatch(how);
  });

  test("at most 0 asks for no reading, and a rate's value has its unit", async () => {
    const lines: Line[] = [
      [G, "X", 2018, "count", 2],
      [G, "X", 2019, "count", 0],
      [G, "Population", "mid-2019", "population", 640_000],
    ];
    expect((await reading(lines, { aim: "at most 0" }))?.how).toMatch(/no number is below 0/);
    const when = {
      baseline: { period: "2018", population: "mid-2019" },
      current: { period: "2019", population: "mid-2019" },
    };
    const rate = { aim: "at most 0.01 per 10,000", basis: "rate", per: 10_000 };
    expect((await reading(lines, rate, when))?.says).toContain("so near to 0.01 per 10,000 that");
  });

  test("of a number below 0 is not tested", async () => {
    const lines: Line[] = [
      [G, "X", 2018, "count", 5],
      [G, "X", 2019, "count", 3],
      [G, "Y", 2018, "count", 1],
      [G, "Y", 2019, "count", 9],
    ];
    const found = await reading(lines, { series: { add: ["X"], subtract: ["Y"] }, aim: "at most 4" });
    expect(found).toMatchObject({ words: "not tested", how: "a number below 0 has no limits" });
  });

  test("of a rate at most a value: the limits of its number over the population", async () => {
    const people: Line[] = [[G, "Population", "mid-2019", "population", 640_000]];
    const when = {
      baseline: { period: "2018", population: "mid-2019" },
      current: { period: "2019", population: "mid-2019" },
    };
    const found = await reading([...ofYears(large), ...people], { basis: "rate", aim: "at most 61" }, when);
    expect(found?.words).toBe("beyond chance");
    near(found?.current?.lower, 39486.27534846537 / 640);
  });

  test("of a survey percentage at most a value, in its own limits and within its roundings", async () => {
    const lines = (percent: string): Line[] => [
      [G, "X", 2019, "percent", percent],
      [G, "X", 2019, "base", 800],
    ];
    const table = { baseline: undefined, kind: "percentage", "design-factor": 1 };
    // Wilson of 416 of 800: 48.54… to 55.44….
    const ask = async (percent: string, aim: string) => (await reading(lines(percent), { aim }, table))?.words;
    expect(await ask("52.000", "at most 55.3%")).toBe("within chance");
    expect(await ask("52.000", "at most 55.5%")).toBe("beyond chance");
    expect(await ask("52", "at most 55.5%")).toBe("open");
    expect(await ask("52", "at least 0%")).toBe("not tested");
  });

  test("of a survey percentage that its roundings may put on either side, or within its tolerance, is open", async () => {
    const lines = (was: string, is: string, base: number): Line[] => [
      [G, "X", 2018, "percent", was],
      [G, "X", 2018, "base", base],
      [G, "X", 2019, "percent", is],
      [G, "X", 2019, "base", base],
    ];
    const measure = { kind: "percentage", "design-factor": 1 };
    const ask = async (data: readonly Line[], aim: string) => (await reading(data, { ...measure, aim }))?.words;
    // Of 200,000 the limits are 0.22 either side: 51.5 is below 52.25 and 52.5 is above, neither by chance.
    expect(await ask(lines("50", "52", 200_000), "at least 52.25%")).toBe("open");
    // Of 2,000,000 a difference of 0.1 is beyond chance: 51.6 to 52.4 may be a rise, or 52.4 to 51.6 a fall.
    expect(await ask(lines("52", "52", 2_000_000), "increase")).toBe("open");
    // Of 1,250 the limits are 1.96 × √(0.5 ÷ 1,250) = 3.92 points either side: 2 ± 3.92 crosses 5, but 51.5 − 50.5 ± 3.92 does not.
    expect(await ask(lines("50", "52", 1_250), "maintain within 5 percentage points")).toBe("open");
  });

  test("a tolerance of a survey percentage has no p: that would be the chance of no change", async () => {
    const lines: Line[] = [
      [G, "X", 2018, "percent", "52.000"],
      [G, "X", 2018, "base", 800],
      [G, "X", 2019, "percent", "52.000"],
      [G, "X", 2019, "base", 800],
    ];
    const measure = { kind: "percentage", "design-factor": 1, aim: "maintain within 10 percentage points" };
    expect(await reading(lines, measure)).toMatchObject({ words: "beyond chance" });
    expect((await reading(lines, measure))?.p).toBeUndefined();
  });
});

describe("beside other forces", () => {
  const forces = [
    G,
    "Cambridgeshire",
    "Devon and Cornwall",
    "North Yorkshire",
    "Suffolk",
    "Warwickshire",
    "West Mercia",
    "Wiltshire",
  ];
  const baseline = [348, 720, 600, 211, 462, 451, 584, 338];
  const current = [395, 700, 640, 230, 470, 455, 600, 330];
  const group = { "similar-forces": { name: "MSG", forces } };
  const counts = (): Line[] =>
    forces.flatMap((force, at): Line[] => [
      [force, "X", 2018, "count", baseline[at] ?? 0],
      [force, "X", 2019, "count", current[at] ?? 0],
    ]);

  test("its change has the t, p and limits of scipy", async () => {
    const beside = (await reading(counts(), {}, {}, group))?.beside;
    near(beside?.p, 0.05968312184332944);
    near(beside?.estimate, 1.1107297880240803);
    near(beside?.limits.lower, 0.9941352490590095);
    near(beside?.limits.upper, 1.2409988109482957);
    expect(beside).toMatchObject({ group: "MSG", words: "within chance" });
  });

  test("it rose, or fell, more or less than they did", async () => {
    const said = async (own: number) =>
      (await reading([...counts().slice(2), [G, "X", 2018, "count", 348], [G, "X", 2019, "count", own]], {}, {}, group))
        ?.beside?.says;
    // 600 ÷ 348 = 1.7241 and 200 ÷ 348 = 0.5747.
    expect(await said(600)).toMatch(
      /^it rose more than the other forces of MSG did, beyond their usual spread \(\+72\.4%; their average, a geometric mean, is /,
    );
    expect(await said(200)).toMatch(
      /^it fell where the other forces of MSG rose, beyond their usual spread \(-42\.5%; their average, a geometric mean, is /,
    );
    expect(await said(360)).toMatch(/^its change is not beyond the usual spread of the other forces of MSG \(/);
  });

  /** Changes of the seven others, in numbers, and what is said of a force that went from 400 to so many. */
  const beside = async (own: number, others: readonly (readonly [number, number])[]) =>
    await reading(
      [[400, own] as const, ...others].flatMap(([was, is], at): Line[] => [
        [forces[at] ?? "", "X", 2018, "count", was],
        [forces[at] ?? "", "X", 2019, "count", is],
      ]),
      {},
      {},
      { "similar-forces": { name: "MSG", forces: forces.slice(0, others.length + 1) } },
    );

  test("it did not change where they did, and they hardly changed where it did", async () => {
    const fell = [
      [400, 360],
      [500, 452],
      [300, 269],
      [600, 541],
      [700, 629],
    ] as const;
    expect((await beside(400, fell))?.beside?.says).toMatch(
      /^it did not change where the other forces of MSG fell, beyond/,
    );
    const still = [
      [400, 400],
      [500, 502],
      [300, 299],
      [600, 600],
      [700, 701],
    ] as const;
    expect((await beside(360, still))?.beside?.says).toMatch(/^it fell where the other forces of MSG hardly changed, /);
  });

  test("where it is not set beside them, the reading says why", async () => {
    const alike = [
      [400, 440],
      [500, 550],
      [300, 330],
      [600, 660],
      [700, 770],
    ] as const;
    expect((await beside(500, alike))?.["beside-not-tested"]).toMatch(/all changed alike/);
    const none = [[0, 0], ...alike.slice(1)] as const;
    expect((await beside(500, none))?.["beside-not-tested"]).toMatch(
      /^Cambridgeshire has a number that is not above 0/,
    );
    expect((await beside(500, alike.slice(0, 3)))?.["beside-not-tested"]).toBe(
      "MSG has 3 other forces; a reading needs at least 4",
    );
  });

  test("a gap or a break in the current period forbids a reading of the rate beside the group", async () => {
    const of = ["Greater Manchester", ...forces.slice(1, 6)];
    const lines = of.flatMap((force, at): Line[] => [
      [force, "Robbery", 2018, "count", 300 + at],
      [force, "Robbery", 2019, "count", 300 - at],
      [force, "Population", "mid-2018", "population", 600_000],
    ]);
    const when = {
      baseline: { period: "2018", population: "mid-2018" },
      current: { period: "2019", population: "mid-2018" },
    };
    const plan = { force: "Cambridgeshire", "similar-forces": { name: "MSG", forces: of } };
    const measure = { name: "Robbery", basis: "rate", aim: "below MSG" };
    const found = await reading(lines, measure, when, plan);
    expect(found?.how).toMatch(/^figures are not whole: Greater Manchester/);
    const before = { ...when, current: { ...when.baseline } };
    expect((await reading(lines, measure, before, plan))?.words).toBe("within chance");
  });

  test.each([
    ["fewer than four others", { "similar-forces": { name: "MSG", forces: forces.slice(0, 4) } }, {}],
    ["periods that share months", group, { current: "12 months to June 2019" }],
    ["a break that the plan declares", { ...group, breaks: [{ from: "2019", reason: "new rules" }] }, {}],
  ])("nothing is said of %s", async (_, plan, table) => {
    expect((await reading(counts(), {}, table, plan))?.beside).toBeUndefined();
  });

  test("its rate has the p and limits of scipy for an aim below the group", async () => {
    // Cambridgeshire against the seven others.
    const events = [345, 796, 651, 242, 505, 468, 664, 353];
    const people = [633_600, 852_500, 1_762_400, 824_400, 758_600, 571_000, 1_282_200, 720_100];
    const lines = forces.flatMap((force, at): Line[] => [
      [force, "X", 2018, "count", events[at] ?? 0],
      [force, "X", 2019, "count", events[at] ?? 0],
      [force, "Population", "mid-2018", "population", people[at] ?? 0],
    ]);
    const when = {
      baseline: { period: "2018", population: "mid-2018" },
      current: { period: "2019", population: "mid-2018" },
    };
    const found = await reading(lines, { aim: "below MSG", basis: "rate" }, when, {
      ...group,
      force: "Cambridgeshire",
    });
    near(found?.p, 0.04925434699784613);
    near(found?.dispersion, 49.30595881392068);
    near(found?.against, 0.4926514353738382);
    near(found?.current?.lower, 0.05356452477283161);
    near(found?.current?.upper, 0.9317383459748448);
    expect(found?.says).toBe("it is higher than the other forces of MSG, beyond their usual spread");
  });
});

describe("many at once", () => {
  test("a table says how many to expect, and each p is adjusted", async () => {
    const pairs = [
      [10, 30],
      [10, 22],
      [10, 12],
      [10, 11],
    ] as const;
    const lines = pairs.flatMap(([was, is], at): Line[] => [
      [G, `X${at}`, 2018, "count", was],
      [G, `X${at}`, 2019, "count", is],
    ]);
    const found = await rows(
      lines,
      pairs.map((_, at) => ({ name: `X${at}` })),
    );
    // A twentieth of 4 is 0.2.
    expect(found.notes).toContain(
      "Of 4 readings, 0 or 1 would be beyond chance even if nothing had changed (about 1 in 20).",
    );
    const p = found.rows.map((row) => value(row.reading?.p));
    const adjusted = found.rows.map((row) => row.reading?.["p-adjusted"]);
    // The p are in order: the smallest of n·p/i from each on.
    const [one = 0, two = 0, three = 0, four = 0] = p;
    expect(p).toEqual([...p].sort((a, b) => a - b));
    near(adjusted[0], Math.min(4 * one, 2 * two, (4 / 3) * three, four));
    near(adjusted[1], Math.min(2 * two, (4 / 3) * three, four));
    near(adjusted[3], four);
  });

  test("readings of a value or a tolerance are not counted", async () => {
    const measures = [
      { name: "A", series: "X" },
      { name: "B", series: "X" },
      { name: "C", series: "X", aim: "at most 39000" },
      { name: "D", series: "X", aim: "maintain within 5%" },
    ];
    const { notes } = await rows(ofYears(large), measures);
    expect(notes.filter((note) => note.startsWith("Of "))).toEqual([
      "Of 2 readings, 0 or 1 would be beyond chance even if nothing had changed (about 1 in 20). Readings of a value or a tolerance are not counted.",
    ]);
    expect((await rows(ofYears(large), measures.slice(1))).notes.join()).not.toMatch(/1 in 20/);
  });
});

describe("what is not chance", () => {
  const two = (was: string, is: string, name = "Robbery"): Line[] => [
    [G, name, was, "count", 40],
    [G, name, is, "count", 20],
  ];
  test.each([
    ["2018", "2020", "The current period (2020) includes"],
    ["12 months to March 2020", "2023", undefined],
    ["year ending April 2020", "2023", "The baseline"],
    ["12 months to July 2022", "2023", undefined],
    ["12 months to June 2022", "2023", undefined],
    ["March 2020", "March 2023", "The baseline (March 2020) includes"],
    ["August 2021", "August 2022", undefined],
  ])("%s and %s: %s", async (baseline, current, said) => {
    const { notes } = await rows(two(baseline, current), [{ name: "Robbery" }], { baseline, current });
    const found = notes.find((note) => note.includes("pandemic"));
    if (said === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(said);
  });

  test("without a baseline, and with an average of years, the periods that there are have the note", async () => {
    const lines = two("2020", "2021");
    const none = await rows(lines, [{ name: "Robbery", aim: "at most 50" }], { baseline: undefined, current: "2020" });
    expect(none.notes.join()).toContain("The current period (2020) includes months of the pandemic");
    const average = await rows([...lines, [G, "Robbery", 2023, "count", 30]], [{ name: "Robbery" }], {
      baseline: { average: ["2020", "2021"] },
      current: "2023",
    });
    expect(average.notes.join()).toMatch(/The baseline \(average of 2 years, .*\) includes months of the pandemic/);
  });

  const name = (series: string, force = G) => ({ series, force });
  test.each([
    [name("Robbery"), "2001", "2003", "not tested"],
    [name("Robbery"), "2003", "2010", "beyond chance"],
    [name("Fraud offences"), "2010", "2014", "not tested"],
    [name("Fraud offences"), "2014", "2016", "beyond chance"],
    [name("Total recorded crime (excluding fraud)"), "2010", "2014", "beyond chance"],
    [name("Residential burglary"), "2016", "2018", "not tested"],
    [name("Burglary"), "2016", "2018", "beyond chance"],
    [name("Stalking and harassment"), "2018", "2023", "not tested"],
    [name("Robbery"), "2018", "2023", "beyond chance"],
    [name("Robbery", "Greater Manchester"), "2018", "2019", "not tested"],
    [name("Robbery", "Greater Manchester"), "2018", "2022", "beyond chance"],
    [name("Robbery", "Devon and Cornwall"), "2018", "2023", "not tested"],
    [name("Robbery", "Devon and Cornwall"), "2018", "2019", "beyond chance"],
    // Not recorded crime: no break of it concerns them.
    [name("Hospital admissions for violence"), "2018", "2023", "beyond chance"],
  ])("%j from %s to %s: %s", async ({ series, force }, baseline, current, words) => {
    const lines = two(baseline, current, series).map((line) => [force, ...line.slice(1)] as unknown as Line);
    const found = await rows(lines, [{ name: series }], { baseline, current }, { force });
    expect(found.rows[0]?.reading?.words).toBe(words);
    if (words === "not tested") expect(found.rows[0]?.notes.join()).toMatch(/not comparable|not whole/);
  });

  test("below a table of recorded crime a note says what else moves it", async () => {
    const note = /Police recorded crime also moves/;
    expect((await rows(two("2018", "2019"), [{ name: "Robbery" }])).notes.join()).toMatch(note);
    expect((await rows(two("2018", "2019", "Visits"), [{ name: "Visits" }])).notes.join()).not.toMatch(note);
  });
});

describe("small numbers without a reading", () => {
  const note = async (lines: readonly Line[], measure: object = {}, plan: object = { reading: false }) =>
    (await rows(lines, [{ name: "X", ...measure }], {}, plan)).rows[0]?.notes.join("; ") ?? "";

  test("people are counted as offences are", async () => {
    const people: Line[] = [
      [G, "X", 2018, "people", 4],
      [G, "X", 2019, "people", 8],
    ];
    // From 4, the smallest rise with p below 0.05 is to 13.
    const said =
      /small, and the change is within the range expected by chance \(from 4, a rise to 13 would be beyond it\)/;
    expect(await note(people, { kind: "people" })).toMatch(said);
    expect(await note(people, { kind: "people" }, {})).toMatch(said);
    expect(await note(people.with(1, [G, "X", 2019, "people", 13]), { kind: "people" })).not.toMatch(/chance/);
  });

  test("months that are given count too", async () => {
    // 4 against 16: exactly p 0.0118, by its months 0.3726 (scipy, above).
    const four = { was: [0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 1], is: [0, 9, 0, 0, 0, 0, 6, 0, 0, 0, 0, 1] };
    expect(await note(ofYears(four))).toMatch(/within the range expected by chance$/);
    const years: Line[] = [
      [G, "X", 2018, "count", 4],
      [G, "X", 2019, "count", 16],
    ];
    expect(await note(years)).not.toMatch(/chance/);
    // Across a break nothing is said of chance.
    const less = years.with(1, [G, "X", 2019, "count", 8]);
    expect(await note(less)).toMatch(/chance/);
    expect(await note(less, {}, { reading: false, breaks: [{ from: "2019", reason: "rules" }] })).not.toMatch(/chance/);
  });
});

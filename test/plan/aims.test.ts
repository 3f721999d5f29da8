// Aims by hand-worked values: met, just met, just missed, a gap, and what rounding leaves open.
import { describe, expect, test } from "vitest";
import { aimMeant, aimOf } from "../../src/plan/aims/index.ts";
import { writtenPlans } from "../helpers/written-plan.ts";

const { report, printed, written } = writtenPlans();

describe("maintain: no worse than the baseline", () => {
  test.each([
    // The side that is better, baseline, current: no worse is ≤ where lower is better, ≥ where higher is.
    ["lower", "100", "60", "achieved"],
    ["lower", "100", "100", "achieved"],
    ["lower", "100", "101", "not achieved"],
    ["higher", "40", "55", "achieved"],
    ["higher", "40", "40", "achieved"],
    ["higher", "40", "39", "not achieved"],
    ["lower", "0", "0", "achieved"],
    ["lower", "0", "1", "not achieved"],
    ["lower", "100", "[x]", "not judged"],
    ["lower", "[x]", "100", "not judged"],
  ])("where %s is better, from %s to %s: %s", async (better, baseline, current, verdict) => {
    const { row } = await report(
      [`name: X, kind: people, aim: maintain, better: ${better}`],
      [`X; 2019; people; ${baseline}`, `X; 2023; people; ${current}`],
    );
    expect(row?.verdict).toBe(verdict);
  });

  test("it says in its words which way is worse, and the baseline is its target", async () => {
    const { row } = await report(
      ["name: X, kind: percentage, aim: Maintain, better: higher"],
      ["X; 2019; percent; 57.3", "X; 2023; percent; 57.4"],
    );
    expect(row).toMatchObject({ aim: "Maintain (no lower)", target: { shown: "57.3%" }, verdict: "achieved" });
  });

  test("percentages that are the same as given may differ beyond their decimals, and the row says so", async () => {
    const { row } = await report(
      ["name: X, kind: percentage, aim: maintain, better: higher"],
      ["X; 2019; percent; 57.3", "X; 2023; percent; 57.3"],
    );
    expect(row?.verdict).toBe("achieved");
    expect(row?.notes.join()).toContain("exactly at its aim by figures given rounded");
  });

  test("where nothing says which way is better it is refused, with what to add", async () => {
    const { row, err } = await report(["name: X, aim: maintain"], ["X; 2019; count; 10", "X; 2023; count; 10"]);
    expect(row).toMatchObject({ verdict: "not judged", standing: "not judged" });
    expect(err).toContain('"maintain" needs to know which way is better');
    expect(err).toContain("hint: add better: lower or better: higher");
  });

  test("words that say another side than the plan are refused", async () => {
    const { err } = await report(
      ["name: X, aim: maintain (no lower), better: lower"],
      ["X; 2019; count; 10", "X; 2023; count; 10"],
    );
    expect(err).toContain('better: the aim "maintain (no lower)" says that higher is better');
  });

  test("explain says its rule, with the numbers in it", async () => {
    const { out } = await printed(
      ["explain", "X"],
      ["name: X, aim: maintain, better: lower, comment: Why."],
      ["X; 2019; count; 10", "X; 2023; count; 11"],
    );
    expect(out).toContain("achieved where current ≤ baseline, by the count, unrounded");
    expect(out).toContain("11 ≤ 10, which is not so");
  });

  test("as a report keeps its words, it is judged from them again", () => {
    expect(aimOf("maintain (no higher)")).toMatchObject({ better: "lower" });
    expect(aimOf("maintain (no lower)")).toMatchObject({ better: "higher" });
    expect(aimOf("maintain")).toMatchObject({ needsBetter: true });
  });
});

describe("a percentage by a % of the baseline, beside percentage points", () => {
  test.each([
    // 3% of 60.0 is 1.8, so 61.8 meets it; 3 points would be 63.0. Of what rounds to 60.0 it is 61.7485 to 61.8515, so
    // that what rounds to 61.7 or 61.9 may be on either side.
    ["increase by 3% of the baseline", "60.0", "61.6", "not achieved"],
    ["increase by 3% of the baseline", "60.0", "61.7", "not judged"],
    ["increase by 3% of the baseline", "60.0", "61.8", "achieved"],
    ["increase by 3% of the baseline", "60.0", "61.9", "not judged"],
    ["increase by 3% of the baseline", "60.0", "62.0", "achieved"],
    ["increase by 3 percentage points", "60.0", "61.9", "not achieved"],
    // 5% of 40.0 is 2.0, so 38.0 meets it.
    ["reduce by 5 per cent of the baseline", "40.0", "38.1", "not achieved"],
    ["reduce by 5% of baseline", "40.0", "38.0", "achieved"],
    ["reduce by 5% of the baseline", "40.0", "37.9", "achieved"],
    // 2% of 50.0 is 1.0, either way.
    ["maintain within 2% of the baseline", "50.0", "49.0", "achieved"],
    ["maintain within 2% of the baseline", "50.0", "48.9", "not achieved"],
    ["maintain within 2% of the baseline", "50.0", "51.2", "not achieved"],
    ["increase by 3% of the baseline", "[x]", "61.8", "not judged"],
    ["increase by 3% of the baseline", "60.0", "[x]", "not judged"],
    ["increase by 3% of the baseline", "0.0", "61.8", "not judged"],
  ])("%s, from %s to %s: %s", async (aim, baseline, current, verdict) => {
    const { row, err } = await report(
      [`name: X, kind: percentage, aim: ${aim}`],
      [`X; 2019; percent; ${baseline}`, `X; 2023; percent; ${current}`, "Y; 2019; percent; 1.0"],
    );
    expect(err).not.toContain("plan-invalid");
    expect(row?.verdict).toBe(verdict);
  });

  test("its target is worked out unrounded, and printed with the decimals of the baseline", async () => {
    // 57.3 × 1.03 = 59.019. From 57.25 × 1.03 = 58.9675 to 57.35 × 1.03 = 59.0705: 59.0 may be 58.95, and is open.
    const { row } = await report(
      ["name: X, kind: percentage, aim: increase by 3% of the baseline"],
      ["X; 2019; percent; 57.3", "X; 2023; percent; 59.0"],
    );
    expect(row?.target).toMatchObject({ value: "59.019", shown: "59.0%" });
    expect(row).toMatchObject({ verdict: "not judged", reason: expect.stringContaining("leave open") });
  });

  test("of a number it is the same as without the words", async () => {
    // 10% of 110 is 11.
    const { rows } = await report(
      ["name: X, aim: reduce by 10% of the baseline", "name: Y, aim: reduce by 10%"],
      ["X; 2019; count; 110", "X; 2023; count; 99", "Y; 2019; count; 110", "Y; 2023; count; 99"],
    );
    expect(rows.map(({ target, verdict }) => [target, verdict])).toMatchObject([
      [{ value: "99" }, "achieved"],
      [{ value: "99" }, "achieved"],
    ]);
  });

  test.each([
    ["increase by 3%", "increase by 3 percentage points, or aim: increase by 3% of the baseline"],
    ["reduce by 2.5 per cent", "reduce by 2.5 percentage points, or aim: reduce by 2.5% of the baseline"],
    ["maintain within 2%", "maintain within 2 percentage points, or aim: maintain within 2% of the baseline"],
  ])("%s has two meanings, and both are offered in its direction", async (aim, hint) => {
    const { err } = await report(
      [`name: X, kind: percentage, aim: ${aim}`],
      ["X; 2019; percent; 60.0", "X; 2023; percent; 61.8"],
    );
    expect(err).toContain('"%" of a percentage has two meanings: percentage points, or % of the baseline');
    expect(err).toContain(`hint: write aim: ${hint}`);
  });

  test("a value in another unit is told as a percentage of the same words", async () => {
    const { err } = await report(
      ["name: X, kind: percentage, aim: at most 10 seconds"],
      ["X; 2019; percent; 60.0", "X; 2023; percent; 61.8"],
    );
    expect(err).toContain("hint: write aim: at most 10%");
  });
});

describe("milestones in % of the baseline", () => {
  // From 2019 to 2023: 90% of 200 is 180 at the end of 2023; the aim is 100, due at the end of 2025.
  const measure =
    "name: X, aim: reduce by 50%, by: December 2025, milestones: [{ by: December 2023, value: 90% of the baseline }], comment: C";
  test.each([
    ["179", "on track"],
    ["180", "on track"],
    ["181", "behind"],
  ])("at %s it is %s", async (current, standing) => {
    const { row } = await report([measure], ["X; 2019; count; 200", `X; 2023; count; ${current}`]);
    expect(row).toMatchObject({ standing, progress: { due: { value: "180" } } });
  });

  test("it comes from the baseline's cell and the plan's, and explain says how", async () => {
    const { out } = await printed(["explain", "X"], [measure], ["X; 2019; count; 200", "X; 2023; count; 181"]);
    expect(out).toContain("90 × 200 ÷ 100");
  });

  test("of a baseline that is not there, or is 0, nothing is due", async () => {
    for (const [baseline, why] of [
      ["[x] not kept", "not kept"] as const,
      ["0", "of which a % means nothing"] as const,
    ]) {
      const { row } = await report([measure], [`X; 2019; count; ${baseline}`, "X; 2023; count; 181"]);
      expect(row).toMatchObject({ standing: "not judged", progress: { "on-track": null } });
      expect(row?.reason ?? "").toContain(why);
    }
  });

  test("a bare % of a number is refused, and what to write is said", async () => {
    const { err } = await report(
      ["name: X, aim: reduce by 50%, by: December 2025, milestones: [{ by: December 2023, value: 90% }]"],
      ["X; 2019; count; 200", "X; 2023; count; 181"],
    );
    expect(err).toContain("hint: or value: 90% of the baseline");
  });
});

describe("a threshold: between it and the value the aim is not achieved, and within tolerance", () => {
  const least = "name: X, kind: percentage, aim: 'at least 80, threshold 75'";
  const most = "name: X, kind: seconds, aim: 'at most 10 seconds, threshold 12'";
  test.each([
    // The measure, its figure, the arithmetic (C ≥ 80, C ≤ 10) and where it stands (C ≥ 75, C ≤ 12).
    [least, "80.0", "achieved", "achieved"],
    [least, "79.9", "not achieved", "within tolerance"],
    [least, "75.0", "not achieved", "within tolerance"],
    [least, "74.9", "not achieved", "not achieved"],
    [most, "10.0", "achieved", "achieved"],
    [most, "10.1", "not achieved", "within tolerance"],
    [most, "12.0", "not achieved", "within tolerance"],
    [most, "12.1", "not achieved", "not achieved"],
    [most, "[x]", "not judged", "not judged"],
  ])("%s, at %s: %s, %s", async (measure, current, verdict, standing) => {
    const kind = measure === least ? "percent" : "seconds";
    const { row, err } = await report([measure], [`X; 2023; ${kind}; ${current}`, `X; 2019; ${kind}; 1.1`]);
    expect(row).toMatchObject({ verdict, standing });
    const isOwed = standing === "within tolerance" || standing === "not achieved";
    expect(err.includes(`the aim is ${standing}, but there is no comment on it`)).toBe(isOwed);
  });

  test("a threshold that its roundings may reach is told, and exactly at it a note says so", async () => {
    // 75 given as a whole number may be 74.5, and 74.8 is less than half a unit from it.
    const at = await report([least], ["X; 2023; percent; 75", "X; 2019; percent; 60"]);
    expect(at.row?.notes.join()).toContain("exactly at its threshold by figures given rounded");
    const open = await report(
      ["name: X, kind: percentage, aim: 'at least 80, threshold 75.2'"],
      ["X; 2023; percent; 75", "X; 2019; percent; 60"],
    );
    expect(open.row).toMatchObject({ verdict: "not achieved", standing: "not judged" });
    expect(open.row?.reason).toContain("leave open whether it is within its threshold");
  });

  test("summaries count it apart, in every format", async () => {
    const data = ["X; 2019; percent; 60.0", "X; 2023; percent; 79.9"];
    const { priority } = await report([least], data);
    // The verdicts keep their meaning.
    expect(priority).toMatchObject({ achieved: 0, "not-achieved": 1, standings: { "within-tolerance": 1 } });
    expect(priority?.standings["not-achieved"]).toBe(0);
    for (const format of ["terminal", "markdown"]) {
      const { out } = await printed(["report", "--format", format], [`${least}, comment: Near.`], data);
      expect(out, format).toContain("0 achieved, 1 within tolerance, 0 not achieved");
    }
    const { out: page } = await printed(["report", "--format", "html"], [`${least}, comment: Near.`], data);
    expect(page).toContain("0 achieved, 1 within tolerance, 0 not achieved");
    // The cell, its sign, and the chart in words.
    expect(page).toContain('<span aria-hidden="true">≈</span> within tolerance');
    await printed(["report", "--format", "csv", "--out", "tables"], [`${least}, comment: Near.`], data);
    expect(written("tables/priorities.csv")).toContain("Achieved,Within tolerance,Not achieved");
    expect(written("tables/priorities.csv")).toContain("A,A,0,1,0,0,0,0,0");
    expect(written("tables/t.csv")).toContain(",within tolerance,");
  });

  test("a plan without one has no place for it", async () => {
    const { priority } = await report(["name: X, aim: reduce"], ["X; 2019; count; 60", "X; 2023; count; 59"]);
    expect(Object.keys(priority?.standings ?? {})).not.toContain("within-tolerance");
  });

  test("before its date it is on track or behind, as other aims are", async () => {
    const { row } = await report(
      ["name: X, kind: people, aim: 'at least 80, threshold 75', by: December 2025, comment: C"],
      ["X; 2019; people; 60", "X; 2023; people; 76"],
    );
    // Due by the end of 2023: 60 + 20 × 48 months ÷ 72 = 73.33.
    expect(row).toMatchObject({ verdict: "not achieved", standing: "on track" });
  });

  test.each([
    ["at least 80, threshold 85", "is not below its value"],
    ["at least 80, threshold 80", "is not below its value"],
    ["at most 10, threshold 9", "is not above its value"],
    ["at least 80, threshold low", "expected reduce, increase"],
    ["at least £80, threshold 75 seconds", "expected reduce, increase"],
  ])("%s is refused", async (aim, said) => {
    const { err } = await report([`name: X, aim: '${aim}'`], ["X; 2019; count; 60", "X; 2023; count; 76"]);
    expect(err).toContain(said);
  });
});

describe("times, scores and ratios", () => {
  test.each([
    // 9:42 is 9.7 minutes.
    ["minutes", "at most 9:42", "9:41", "achieved"],
    ["minutes", "at most 9:42", "9:42", "achieved"],
    ["minutes", "at most 9:42", "9:43", "not achieved"],
    ["minutes", "at most 9.7 minutes", "9:42", "achieved"],
    ["minutes", "at most 9:42", "[x]", "not judged"],
    // Half of 9.7 is 4.85, which is 4:51; the baseline's half second moves that by a quarter of one.
    ["minutes", "reduce by 50%", "4:50", "achieved"],
    ["minutes", "reduce by 50%", "4:52", "not achieved"],
    ["minutes", "reduce by 5:00", "4:42", "achieved"],
    // What rounds to 4:43 only touches what rounds to 4:42.
    ["minutes", "reduce by 5:00", "4:43", "not achieved"],
    // 9 minutes given whole may be 9.49, and are less than 9.7; 10 may be 9.5.
    ["minutes", "at most 9:42", "9", "achieved"],
    ["minutes", "at most 9:42", "10", "not judged"],
    ["seconds", "at most 582 seconds", "9:42", "achieved"],
    ["seconds", "at most 582 seconds", "9:43", "not achieved"],
    ["days", "at most 30 days", "29.9", "achieved"],
    ["days", "at most 30 days", "30.1", "not achieved"],
    ["score", "at least 7.5 points", "7.5", "achieved"],
    ["score", "at least 7.5 points", "7.4", "not achieved"],
    ["ratio", "at least 1.5", "1.50", "achieved"],
    ["ratio", "at least 1.5", "1.49", "not achieved"],
  ])("of kind %s, %s, at %s: %s", async (kind, aim, current, verdict) => {
    const baseline = kind === "minutes" ? "9:42" : "9.7";
    const { row } = await report(
      [`name: X, kind: ${kind}, aim: ${aim}, comment: C`],
      [`X; 2019; ${kind}; ${baseline}`, `X; 2023; ${kind}; ${current}`],
    );
    expect(row?.verdict).toBe(verdict);
  });

  test("minutes are printed as minutes and seconds, and stay numbers in CSV", async () => {
    const plan = ["name: X, kind: minutes, aim: reduce"];
    const data = ["X; 2019; minutes; 12:07", "X; 2023; minutes; 9:41"];
    const { row } = await report(plan, data);
    // 581 ÷ 60 = 9.683…; 581 − 727 = −146 seconds.
    expect(row?.figures.current.force.minutes).toMatchObject({ shown: "9:41", unit: "minutes" });
    expect(row?.figures.change.force.variance).toMatchObject({ shown: "-2:26" });
    await printed(["report", "--format", "csv", "--out", "tables"], plan, data);
    expect(written("tables/t.csv")).toContain("X,reduce,achieved,12.12,9.68,-2.43,");
  });

  test("decimals that a plan asks for, and minutes that are given with fewer, are printed as decimals", async () => {
    const data = ["X; 2019; minutes; 12:07", "X; 2023; minutes; 9:41"];
    const asked = await report(["name: X, kind: minutes, aim: reduce, decimals: { minutes: 1 }"], data);
    expect(asked.row?.figures.current.force.minutes).toMatchObject({ shown: "9.7" });
    const given = await report(
      ["name: X, kind: minutes, aim: reduce"],
      ["X; 2019; minutes; 9.8", "X; 2023; minutes; 9.7"],
    );
    expect(given.row?.figures.current.force.minutes).toMatchObject({ shown: "9.7" });
  });

  test("a kept report is compared by the second", async () => {
    const plan = ["name: X, kind: minutes, aim: at most 9:42, comment: C"];
    await printed(["report", "--format", "json", "--out", "kept"], plan, ["X; 2023; minutes; 9:41"]);
    const { out } = await printed(["diff", "kept/report.json", "."], plan, ["X; 2023; minutes; 9:43"]);
    expect(out).toContain("9:41");
    expect(out).toContain("9:43");
    expect(out).toMatch(/achieved → not achieved|not achieved/);
  });

  test.each([
    ["7.5", "achieved"],
    ["10.0", "achieved"],
    ["0.0", "not achieved"],
    ["10.1", "not judged"],
    ["-0.1", "not judged"],
  ])("of a score out of 10, %s: %s", async (current, verdict) => {
    const { row, err } = await report(
      ["name: X, kind: score, out-of: 10, aim: at least 7.5, comment: C"],
      ["X; 2019; score; 7.0", `X; 2023; score; ${current}`],
    );
    expect(row?.verdict).toBe(verdict);
    expect(err.includes("is not a score out of 10")).toBe(verdict === "not judged");
    if (verdict === "achieved") expect(row?.notes).toContain("its score is out of 10");
  });

  test("times of several series have no sum", async () => {
    const { row } = await report(
      ["name: X, kind: minutes, series: [A, B], aim: reduce"],
      ["A; 2019; minutes; 1:00", "B; 2019; minutes; 1:00", "A; 2023; minutes; 1:00", "B; 2023; minutes; 1:00"],
    );
    expect(row).toMatchObject({ verdict: "not judged", reason: expect.stringContaining("do not add up") });
  });
});

describe("money in thousands and millions", () => {
  test.each([
    // £1.2m was rounded to the nearest £100,000: from £1,150,000 to £1,250,000.
    ["at least £1m", "£1.2m", "achieved"],
    ["at least £1.2m", "£1.2m", "achieved"],
    ["at least £1.22m", "£1.2m", "not judged"],
    ["at least £1.3m", "£1.2m", "not achieved"],
    ["at least £1m", "£0.94 million", "not achieved"],
    ["at least £350k", "350000", "achieved"],
    ["at least £350 thousand", "£349,999", "not achieved"],
    ["at most £2bn", "£1,999,999,999", "achieved"],
    ["at least £1m", "[x]", "not judged"],
  ])("%s, at %s: %s", async (aim, current, verdict) => {
    const { row } = await report(
      [`name: X, kind: pounds, aim: ${aim}, comment: C`],
      [`X; 2019; pounds; £1`, `X; 2023; pounds; "${current}"`],
    );
    expect(row?.verdict).toBe(verdict);
  });

  test("it is shown in full, from its cell", async () => {
    const { row } = await report(
      ["name: X, kind: pounds, aim: increase by £150k"],
      ["X; 2019; pounds; £1.05m", 'X; 2023; pounds; "£1,200,000"'],
    );
    expect(row).toMatchObject({
      target: { value: "1200000", shown: "£1,200,000" },
      figures: { baseline: { force: { pounds: { value: "1050000", shown: "£1,050,000" } } } },
    });
  });

  test.each(["at least £1 milion", "at least £1x"])("%s is refused", async (aim) => {
    const { err } = await report([`name: X, kind: pounds, aim: ${aim}`], ["X; 2019; pounds; 1", "X; 2023; pounds; 1"]);
    expect(err).toContain("plan-invalid");
  });

  test("a word that is no size, and a size of another kind, are no numbers", async () => {
    const { row, err } = await report(
      ["name: X, kind: pounds, aim: increase"],
      ["X; 2019; pounds; £1.2x", "X; 2023; pounds; £1"],
    );
    expect(row?.verdict).toBe("not judged");
    expect(err).toContain('"£1.2x" is not a number');
    const people = await report(
      ["name: X, kind: people, aim: increase"],
      ["X; 2019; people; £1m", "X; 2023; people; 1"],
    );
    expect(people.row?.verdict).toBe("not judged");
  });

  test("a cell says its own size under a heading that says one too", async () => {
    // £1.2m is 1.2 million, in a file whose title says thousands.
    const { rows } = await report(
      ["name: X (£000s), kind: pounds, aim: increase"],
      ["X (£000s); 2019; pounds; 350", "X (£000s); 2023; pounds; £1.2m"],
    );
    expect(rows[0]?.figures).toMatchObject({
      baseline: { force: { pounds: { value: "350000" } } },
      current: { force: { pounds: { value: "1200000" } } },
    });
  });
});

test.each([
  ["reduce by ten percent", "reduce by 10%"],
  ["Reduce by ten per cent", "Reduce by 10%"],
  ["reduce by twenty-five per cent", "reduce by 25%"],
  ["ten percent reduction", "reduce by 10%"],
  ["cut by fifteen offences", "reduce by 15 offences"],
  ["at most ninety", "at most 90"],
])("%s is no aim; the words meant are proposed in digits", (words, meant) => {
  expect(aimOf(words)).toBeUndefined();
  expect(aimMeant(words)).toBe(meant);
});

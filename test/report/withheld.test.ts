// Small numbers that a plan withholds, case by case: what goes with them, how aims are judged, and what is said of the data.
import { describe, expect, test } from "vitest";
import type { LevelKey } from "../../src/measures/measure-kind.ts";
import { writtenPlans } from "../helpers/written-plan.ts";

const { report, printed } = writtenPlans();

/** What a JSON figure prints: its number, or its shorthand. */
const said = (figure: unknown): string => {
  const { shown, gap, mark } = figure as { shown?: string; gap?: string; mark?: string };
  return shown ?? (gap === undefined ? "" : `[${mark ?? "x"}]`);
};
type Row = NonNullable<Awaited<ReturnType<typeof report>>["row"]>;
/** The baseline, current figure and variance of a row, as printed. */
const printedOf = (
  { figures: { baseline, current, change } }: Pick<Row, "figures">,
  kind: LevelKey = "count",
): string =>
  [baseline.force[kind], current.force[kind], change.force.variance ?? change.force.points].map(said).join(" ");

const counts = (name: string, before: number, now: number): string[] => [
  `${name}; 2019; count; ${before}`,
  `${name}; 2023; count; ${now}`,
];

describe("the threshold", () => {
  test.each([
    [0, "12 [c] [c]"],
    [4, "12 [c] [c]"],
    // 5 is not under 5; 5 − 12 = −7.
    [5, "12 5 -7"],
  ])("under 5, of %i", async (now, expected) => {
    const { row } = await report(["name: Homicide, suppress: under 5"], counts("Homicide", 12, now));
    expect(printedOf(row as Row)).toBe(expected);
  });

  test("a gap of the data stays what it is", async () => {
    const data = ["Homicide; 2019; count; 12", 'Homicide; 2023; count; "[x]"'];
    const { row } = await report(["name: Homicide, suppress: under 5"], data);
    expect(printedOf(row as Row)).toBe("12 [x] [x]");
  });

  test("no cell of a withheld figure is named: the lines of counted records are as many as the events", async () => {
    const { row } = await report(["name: Homicide, suppress: under 5"], counts("Homicide", 12, 3));
    expect(row?.figures.current.force.count).toEqual({
      gap: "withheld: either the number is under 5, or it would give away one that is",
      mark: "c",
      from: [],
    });
  });
});

describe("the verdict", () => {
  // By every number that the withheld one may be, 0 to 4, against a baseline of 9 or a value.
  test.each([
    ["reduce", "achieved"], // 4 < 9
    ["increase", "not achieved"],
    ["reduce by 50%", "achieved"], // to 4.5 at most
    ["reduce by 60%", "not judged"], // to 3.6 at most: 3 is, 4 is not
    ["at most 4", "achieved"],
    ["at most 3", "not judged"],
    ["at least 5", "not achieved"],
    ["at least 1", "not judged"],
    ['"at least 8, threshold 5"', "not achieved"],
    ['"at least 8, threshold 4"', "not judged"],
    ["maintain within 50%", "not achieved"], // from 4.5 to 13.5
  ])("9 to a withheld number, %s: %s", async (aim, standing) => {
    const found = await report([`name: Homicide, suppress: under 5, aim: ${aim}`], counts("Homicide", 9, 3));
    expect(found.row).toMatchObject({ standing });
    if (standing !== "not judged") expect(found.row?.reason).toBe("whatever the withheld number under 5 is");
  });

  test("two withheld numbers, of which either may be the smaller, are not judged", async () => {
    const { row } = await report(["name: Homicide, suppress: under 5, aim: reduce"], counts("Homicide", 4, 1));
    expect(row?.standing).toBe("not judged");
  });

  // Half way, at the end of 2023, from 14 at the end of 2019 to 10 at the end of 2027: 12.
  test.each([
    ["at most 10", "on track", {}],
    ["at least 18", "behind", { behind: { mark: "c" } }], // 16 due, and at most 4 there
  ])("due later: %s is %s", async (aim, standing, progress) => {
    const measure = `name: Homicide, suppress: under 5, aim: ${aim}, by: December 2027`;
    const { row } = await report([measure], counts("Homicide", 14, 3));
    expect(row).toMatchObject({ standing, progress });
  });
});

test("an average of a small number and a larger one is withheld, and not taken for a small number", async () => {
  const data = ["Homicide; 2018; count; 40", ...counts("Homicide", 3, 20)];
  const baseline = "baseline: { average: [2018, 2019] }";
  const { row } = await report([`name: Homicide, suppress: under 5, aim: reduce, ${baseline}`], data);
  // (40 + 3) ÷ 2 = 21.5 would make it "achieved", and each of 0 to 4 "not achieved".
  expect(printedOf(row as Row)).toBe("[c] 20 [c]");
  expect(row?.standing).toBe("not judged");
});

describe("what would give it away", () => {
  test("the larger of two figures that differ by a small number: 23 − 20 = 3", async () => {
    const measures = ["name: Both, series: [One, Two], suppress: under 5", "name: One"];
    const { rows } = await report(measures, [...counts("One", 20, 20), ...counts("Two", 30, 3)]);
    expect(rows.map((row) => printedOf(row))).toEqual(["50 [c] [c]", "20 20 0"]);
  });

  test("what is left of a sum without all its other parts: 40 − 20 − 18 = 2", async () => {
    const measures = ["name: All, series: [One, Two, Three], suppress: under 5", "name: One", "name: Two"];
    const data = [...counts("One", 20, 20), ...counts("Two", 18, 18), ...counts("Three", 9, 2)];
    const { rows } = await report(measures, data);
    expect(rows.map((row) => printedOf(row))).toEqual(["47 [c] [c]", "20 20 0", "18 18 0"]);
  });

  test("a series that is subtracted: 40 and 40 − 3 = 37 would leave 3", async () => {
    const measures = ["name: All", "name: Less, series: { add: All, subtract: Fraud }, suppress: under 5"];
    const { rows } = await report(measures, [...counts("All", 50, 40), ...counts("Fraud", 20, 3)]);
    expect(rows.map((row) => printedOf(row))).toEqual(["50 40 -10", "30 [c] [c]"]);
  });

  test("a row that comes to the sum of the others, by whatever name: 3 + 20 = 23", async () => {
    const measures = ["name: All crime", "name: Homicide, suppress: under 5", "name: Theft"];
    const data = [...counts("All crime", 50, 23), ...counts("Homicide", 9, 3), ...counts("Theft", 30, 20)];
    const { rows } = await report(measures, data);
    expect(rows.map((row) => printedOf(row))).toEqual(["50 [c] [c]", "9 [c] [c]", "30 20 -10"]);
  });

  test("a year of which a shown part leaves a small rest: 38 − 36 = 2", async () => {
    // January to September 9 × 4 = 36, October to December 1 + 1 + 0 = 2.
    const months = [4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 1, 0].map(
      (value, index) => `Homicide; 2023-${String(index + 1).padStart(2, "0")}; count; ${value}`,
    );
    const measures = [
      "name: Homicide, suppress: under 5",
      "name: To September, series: Homicide, current: January to September 2023",
    ];
    const { rows } = await report(measures, ["Homicide; 2019; count; 40", ...months]);
    expect(rows.map((row) => said(row.figures.current.force.count))).toEqual(["[c]", "36"]);
  });

  test("every share of a measure of which one part is small: 10% of 30 is 3", async () => {
    const parts = ["personal; 2023; percent; 10", "nuisance; 2023; percent; 90"];
    const before = ["personal; 2019; percent; 50", "nuisance; 2019; percent; 50"];
    const data = [...counts("ASB", 40, 30), ...parts, ...before];
    const { row } = await report(["name: ASB, suppress: under 5, parts: [personal, nuisance]"], data);
    expect(row?.parts?.map((part) => printedOf(part, "percent"))).toEqual(["50% [c] [c]", "50% [c] [c]"]);
    expect(printedOf(row as Row)).toBe("40 30 -10");
  });

  test("a percentage of which the base makes it a small number: 3.3% of 90 is 3", async () => {
    const of = (year: number, share: number): string[] => [
      `Victims; ${year}; percent; ${share}`,
      `Victims; ${year}; base; 90`,
    ];
    const { row } = await report(
      ["name: Victims, kind: percentage, suppress: under 5"],
      [...of(2019, 20), ...of(2023, 3.3)],
    );
    expect(printedOf(row as Row, "percent")).toBe("20.0% [c] [c]");
  });

  test("a percentage of which nothing says of how many it is", async () => {
    const data = ["Victims; 2019; percent; 20", "Victims; 2023; percent; 30"];
    const { row } = await report(["name: Victims, kind: percentage, suppress: under 5"], data);
    expect(printedOf(row as Row, "percent")).toBe("[c] [c] [c]");
    expect(row?.figures.current.force.percent).toMatchObject({ gap: /do not say of how many/ });
  });
});

describe("what else is said", () => {
  const months = (of: (month: number) => number): string[] =>
    [..."JFMAMJJASOND"].map((_, index) => `Homicide; 2023-${String(index + 1).padStart(2, "0")}; count; ${of(index)}`);

  test("a year of small months is explained as one, whichever month has which number", async () => {
    const explained = async (of: (month: number) => number): Promise<string> => {
      const data = ["Homicide; 2019; count; 40", ...months(of)];
      const { out, err } = await printed(
        ["explain", "Homicide", "--format", "json"],
        ["name: Homicide, suppress: under 5"],
        data,
      );
      return `${out}${err}`;
    };
    // 0 + 1 + … + 11 = 66 either way.
    const [up, down] = [await explained((month) => month), await explained((month) => 11 - month)];
    expect(up).toContain('"66"');
    expect(up).toBe(down);
  });

  test("no number under the threshold is quoted from the data", async () => {
    // The year says 3, and its months come to 12 × 1 = 12.
    const data = ["Homicide; 2019; count; 40", "Homicide; 2023; count; 3", ...months(() => 1)];
    const command = ["report", "--format", "json"];
    const { out, err } = await printed(command, ["name: Homicide, suppress: under 5"], data);
    expect(out).toContain("the data give [c], but its parts add up to 12");
    expect(err).toContain("the data give [c], but its parts add up to 12");
  });

  test("a saved report of a withheld number is read again with its verdict, and no change of the number is told", async () => {
    const measures = ["name: Homicide, suppress: under 5, aim: reduce"];
    await printed(["report", "--format", "json", "--out", "old"], measures, counts("Homicide", 9, 3));
    const { out, err, exit } = await printed(
      ["diff", "old/report.json", "plan.yaml"],
      measures,
      counts("Homicide", 9, 1),
    );
    expect([err, exit]).toEqual(["", 0]);
    expect(out).toContain("Nothing changed: every figure, verdict and definition is as it was.");
    expect(out).toContain("Files: not compared, as they hold withheld numbers: data.csv.");
  });

  test.each([
    ["It fell to 3.", ["3"]],
    ["It fell to three, from 9.", ["three"]],
    ["It fell by 6.", ["6"]], // 9 − 6 = 3
    ["It fell by 66.7%.", ["66.7%"]],
    ["There was none.", ["none"]],
    ["From 9 in 2019, on 3 May 2023 and in 2022/23.", []],
    ["The unit has 140 officers.", []],
  ])("a comment: %s", async (comment, numbers) => {
    const measure = `name: Homicide, suppress: under 5, comment: "${comment}"`;
    const { err } = await report([measure], counts("Homicide", 9, 3));
    const told = /may give away a withheld number: (.+) \[comment-withheld\]/.exec(err)?.[1] ?? "";
    expect(told).toBe(numbers.map((one) => `"${one}"`).join(", "));
  });
});

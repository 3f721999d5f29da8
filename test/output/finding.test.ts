// The line over a chart: what it says of charts whose figures are written in gallery.ts.
import { describe, expect, test } from "vitest";
import { chartCaption, chartFinding } from "../../src/output/charts/index.ts";
import { figure, march, months, years } from "./gallery.ts";

describe("over time", () => {
  test("the latest figure is set beside the first since the last break in series", () => {
    // 28 in 2022, from which on the rules are others, and 29 in 2023; 30 in 2018 does not compare.
    expect(chartFinding(years)).toBe(
      "Northshire: 29.0 in year ending March 2023, up from 28.0 in year ending March 2022.",
    );
  });

  test("without a break, beside the first of all", () => {
    expect(chartFinding({ ...years, breaks: [] })).toBe(
      "Northshire: 29.0 in year ending March 2023, down from 30.0 in year ending March 2018.",
    );
  });

  test("a figure that is alone since a break is set beside none", () => {
    expect(chartFinding({ ...years, breaks: [{ at: march(2023), label: "new rules" }] })).toBe(
      "Northshire: 29.0 in year ending March 2023.",
    );
  });

  test("where there are limits, whether the latest point is a signal", () => {
    // 300 + (35 × 37 mod 80) + 60 is 375; month 1 is 300.
    expect(chartFinding(months)).toBe(
      "Northamptonshire: 375 in month 36, up from 300 in month 1. The latest point gives no signal.",
    );
  });

  test("what it is of has the place and the periods", () => {
    expect(chartCaption(years)).toBe(
      "Incidents in Northshire, Northshire, year ending March 2018 to year ending March 2023",
    );
  });

  test("a chart without a figure of the force says nothing", () => {
    const [line] = years.lines;
    expect(
      chartFinding({ ...years, lines: [{ ...line, name: "Northshire", isForce: true, points: [] }] }),
    ).toBeUndefined();
  });
});

test("a rank plot: the figure, its rank among those that have one, and the group", () => {
  expect(
    chartFinding({
      ...{ kind: "ranks", title: "Robbery", unit: "rate", places: 1 },
      points: [
        { name: "A", figure: figure("1") },
        { name: "Northshire", figure: figure("2.04"), isForce: true, rank: "2nd", range: "1st to 3rd" },
        { name: "C", figure: figure(undefined) },
      ],
      reference: { name: "MSG", figure: figure("1.5") },
    }),
  ).toBe("Northshire: 2.0, ranked 2nd of 2 (1st to 3rd allowing for chance). MSG: 1.5.");
});

test("changes: how many rose, fell, stayed and have no change to show, and what became of their aims", () => {
  const move = (value: string | undefined, standing: "achieved" | "not achieved") => ({
    ...{ name: "x", figure: figure(value, "%"), places: 1, aim: "reduce", standing, others: [] },
  });
  expect(
    chartFinding({
      ...{ kind: "change", title: "t", unit: "%", force: "Northshire", others: [] },
      moves: [
        move("2", "not achieved"),
        move("-1", "achieved"),
        move("-3", "achieved"),
        move("0", "achieved"),
        move(undefined, "not achieved"),
      ],
    }),
  ).toBe(
    "Of 5 measures, 1 rose, 2 fell, 1 did not change and 1 has no change that can be shown. Aims: 3 achieved, 2 not achieved, 0 not judged.",
  );
});

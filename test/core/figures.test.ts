// Numbers, cells, periods and statistics against values worked out elsewhere.
import { describe, expect, test } from "vitest";
import { type Figure, isKnown, missing } from "../../src/core/figure.ts";
import { findPeriod, periodUnder } from "../../src/core/heading-period.ts";
import { nameKey, nearest, slug } from "../../src/core/names.ts";
import { compareExact, exact, exactText, fixed, minus, over, withThousands } from "../../src/core/number.ts";
import { parsePeriod, periodName } from "../../src/core/period.ts";
import { readCell } from "../../src/input/csv/cell.ts";
import { aimOf } from "../../src/plan/aims/index.ts";
import { difference } from "../../src/statistics/difference.ts";
import { percentDifference } from "../../src/statistics/percent-difference.ts";
import { ratePer } from "../../src/statistics/rate-per.ts";

describe("rounding, half away from zero, once", () => {
  // Worked out by hand: 2300/80 = 28.75, 744000/640000 = 1.1625, and so on; a spreadsheet prints the same.
  test.each([
    ["2300", "80", 1, "28.8"],
    ["-4100", "80", 1, "-51.3"],
    ["96000", "640000", 1, "0.2"],
    ["744000", "640000", 3, "1.163"],
    ["100", "8", 0, "13"],
    ["1125", "1000", 2, "1.13"],
    ["2436845", "1000", 2, "2436.85"],
    ["-4", "100", 1, "0.0"],
    ["0", "7", 1, "0.0"],
  ])("%s / %s to %i places is %s", (a, b, places, text) => {
    expect(fixed(over(exact(a), exact(b)), places)).toBe(text);
  });

  test("a tie left by two quotients that do not end is still a tie: 5/6 − 1/3 = 0.5", () => {
    const half = minus(over(exact(5), exact(6)), over(exact(1), exact(3)));
    expect(fixed(half, 0)).toBe("1");
    expect(compareExact(half, exact("0.5"))).toBe(0);
  });

  test("a value just under a tie is not one", () => {
    // 10^19 − 1 over 2 × 10^19 is 0.49999999999999999995.
    expect(fixed(over(exact("9999999999999999999"), exact("20000000000000000000")), 0)).toBe("0");
  });

  test("whole numbers beyond 2^53 are exact", () => {
    expect(exactText(minus(exact("9007199254740993"), exact(0)))).toBe("9007199254740993");
  });

  test("thousands are separated in the whole part alone", () => {
    expect(["1204", "-1234567.1234", "12", "0.5000"].map(withThousands)).toEqual([
      "1,204",
      "-1,234,567.1234",
      "12",
      "0.5000",
    ]);
  });
});

describe("a cell", () => {
  test.each([
    ["33716", "33716"],
    ["33,716", "33716"],
    ["45,527 ", "45527"],
    [" 54.1 ", "54.1"],
    ["- 1,685", "-1685"],
    ["+ 106,270", "106270"],
    ["- 2.9%", "-2.9"],
    ["9012.0", "9012"],
    ["36.5%", "36.5"],
    ["(1,685)", "-1685"],
    ["−3.0", "-3"],
    ["£1,061,477", "1061477"],
    ["-£5.50", "-5.5"],
    ["9007199254740993", "9007199254740993"],
  ])("%j is %s", (cell, value) => {
    const read = readCell(cell);
    expect(typeof read === "object" && "number" in read && exactText(read.number)).toBe(value);
  });

  test.each([
    "1,4OO",
    "12,34",
    "0,611",
    "01,234",
    "1,2345",
    "*",
    "*↑",
    "8E1",
    "1E05",
    "0x10",
    "1.2.3",
    "Infinity",
    "5£",
    `0.${"0".repeat(200_000)}1`,
    "constructor",
    "__proto__",
    "--5",
    "(-5)",
    "1 2",
    "١٢",
  ])("%j is not a number", (cell) => {
    expect(readCell(cell)).toBe("not a number");
  });

  test.each([
    ["", "x"],
    [" -   ", "x"],
    ["..", "x"],
    [".", "x"],
    ["--", "x"],
    [":", "z"],
    ["+", "x"],
    ["NA", "x"],
    ["n/a", "x"],
    ["[x]", "x"],
    ["[c]", "c"],
    ["[z]", "z"],
    ["[low]", "low"],
    ["[u]", "u"],
    ["[w]", "w"],
  ])("%j is a reason, never 0", (cell, mark) => {
    expect(readCell(cell)).toMatchObject({ gap: { mark } });
  });

  test("a marker may say its own reason", () => {
    expect(readCell("[x] not counted before 2020")).toMatchObject({
      gap: { mark: "x", reason: "not counted before 2020" },
    });
  });
});

describe("a period", () => {
  // First and last month by hand, from the forms of real files.
  test.each([
    ["2019", "2019-01", "2019-12"],
    ["2018/19", "2018-04", "2019-03"],
    ["2018-19", "2018-04", "2019-03"],
    ["2018_19", "2018-04", "2019-03"],
    ["2018/2019", "2018-04", "2019-03"],
    ["1999/00", "1999-04", "2000-03"],
    ["2018/19 Q1", "2018-04", "2018-06"],
    ["Q4 2018/19", "2019-01", "2019-03"],
    ["2011/12 Q2", "2011-07", "2011-09"],
    ["31-03-2018", "2017-04", "2018-03"],
    ["31/03/2018", "2017-04", "2018-03"],
    ["2018-03-31", "2017-04", "2018-03"],
    ["2023-09", "2023-09", "2023-09"],
    ["202309", "2023-09", "2023-09"],
    ["Sep-23", "2023-09", "2023-09"],
    ["September 2018", "2018-09", "2018-09"],
    ["Sept 2018", "2018-09", "2018-09"],
    ["Apr '17 to Mar '18", "2017-04", "2018-03"],
    ["Apr 2019 to Mar 2020", "2019-04", "2020-03"],
    ["April 19 – March 20", "2019-04", "2020-03"],
    ["August 22– June 23", "2022-08", "2023-06"],
    ["May-13 to Apr-14", "2013-05", "2014-04"],
    ["April to June 2018", "2018-04", "2018-06"],
    ["12 months to September 2023", "2022-10", "2023-09"],
    ["12 months to Sep-20", "2019-10", "2020-09"],
    ["12m to Apr-15", "2014-05", "2015-04"],
    ["year ending March 2019", "2018-04", "2019-03"],
    ["YE Jun 2025", "2024-07", "2025-06"],
    ["year to June 2020", "2019-07", "2020-06"],
    ["mid-2016", "2016-06", "2016-06"],
  ])("%j is %s to %s", (words, first, last) => {
    const month = (m: number): string => `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
    const period = parsePeriod(words);
    expect(typeof period === "object" && [month(period.from), month(period.to)]).toEqual([first, last]);
  });

  test.each([
    // The last day, and the day before it, which spreadsheets make of 30 or 360 days; no date that is earlier.
    ["2018-03-31", "2017-04 to 2018-03"],
    ["2018-03-30", "2017-04 to 2018-03, in doubt"],
    ["2018-03-29", "none"],
    ["2018-03-28", "none"],
    ["28/03/2018", "none"],
    ["30-06-2018", "2017-07 to 2018-06"],
    ["27-06-2018", "none"],
    // 2020 is a leap year, 2019 is none.
    ["2020-02-28", "2019-03 to 2020-02, in doubt"],
    ["2020-02-26", "none"],
    ["2019-02-28", "2018-03 to 2019-02"],
    ["2019-02-25", "none"],
    ["2018-04-31", "none"],
  ])("the date %j stands for %s", (words, months) => {
    const name = (m: number): string => `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
    const found = parsePeriod(words);
    const doubt = typeof found === "object" && found.doubt !== undefined ? ", in doubt" : "";
    expect(typeof found === "object" ? `${name(found.from)} to ${name(found.to)}${doubt}` : "none").toBe(months);
  });

  test.each<readonly [string, string, string]>([
    ["31-03-2018", "12 months ending", "2017-04 to 2018-03"],
    ["2018-03-31", "Year to", "2017-04 to 2018-03"],
    ...["Y/E", "YE", "Yr ending", "12mths to", "R12 to", "Annual to", "Twelve months to", "Rolling 12 months"].map(
      (heading) => ["31/03/2018", heading, "2017-04 to 2018-03"] as const,
    ),
    ...["3 months ending", "Three months to", "Quarter ending", "Rolling 3 months to", "Quarter (3 months) ending"].map(
      (heading) => ["31/03/2018", heading, "2018-01 to 2018-03"] as const,
    ),
    ["31/03/2018", "6 months to", "2017-10 to 2018-03"],
    ["31/03/2018", "24 months to", "2016-04 to 2018-03"],
    ...["Rolling period", "Month and year", "Month/Year", "Month of quarter end", "Month in year"].map(
      (heading) => ["31/03/2018", heading, "two meanings"] as const,
    ),
    ["31/03/2018", "Month ending", "2018-03 to 2018-03"],
    ["30/03/2018", "Month", "2018-03 to 2018-03"],
    ["31/03/2018", "Date", "two meanings"],
    ["31/03/2018", "period", "two meanings"],
    ["31/03/2018", "Year to date", "two meanings"],
    ["2018/19", "Month", "2018-04 to 2019-03"],
    ["15/03/2018", "Month", "none"],
  ])("%j under %j is %s", (words, heading, months) => {
    const name = (m: number): string => `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
    const found = periodUnder(words, heading);
    const said = typeof found === "object" ? `${name(found.from)} to ${name(found.to)}` : found && "two meanings";
    expect(said ?? "none").toBe(months);
  });

  test("the digit of a note glued to the last year of a heading is left off", () => {
    const heading = "Statistically significantly different from Apr '17 to Mar '182";
    expect(findPeriod(heading)).toBe("Apr '17 to Mar '18");
    expect(findPeriod("different from Apr '16 to Mar '17")).toBe("Apr '16 to Mar '17");
    expect(findPeriod("from April 2017 to March 20182")).toBe("April 2017 to March 2018");
  });

  test.each([
    "last year",
    "2018/20",
    "31-04-2018",
    "15-03-2018",
    "Marchember 2019",
    "12 months to",
    "March 20 – April 19",
    "0 months to May 2019",
  ])("%j is none", (words) => {
    expect(parsePeriod(words)).toBeUndefined();
  });

  test("2011-12 is refused: a financial year, or December 2011", () => {
    expect(parsePeriod("2011-12")).toContain("financial year 2011/12");
    expect(parsePeriod("201112")).toContain("financial year 2011/12");
  });

  test.each([
    "2019",
    "April 2018 to March 2019",
    "12 months to September 2023",
    "August 2022 to June 2023",
    "May 2020",
  ])("%j is named as it is written", (words) => {
    const period = parsePeriod(words);
    expect(typeof period === "object" && periodName(period)).toBe(words);
  });
});

describe("statistics", () => {
  const at = (line: number) => [{ file: "a.csv", line, column: 1 }];
  const count = (value: number, line = 1): Figure => ({ value: exact(value), unit: "count", from: at(line) });
  const text = (figure: Figure, places: number): string =>
    isKnown(figure) ? fixed(figure.value, places) : figure.gap.reason;

  test("1,000 in 640,000 to 1,010 in 660,000 is +1.0 % by count and −2.06 % by rate", () => {
    expect(text(percentDifference(count(1000), count(1010)), 1)).toBe("1.0");
    const [was, is] = [ratePer(count(1000), count(640_000)), ratePer(count(1010), count(660_000))];
    expect(text(percentDifference(was, is), 2)).toBe("-2.06");
  });

  test("a baseline of 0 has no % difference", () => {
    expect(text(percentDifference(count(0), count(8)), 1)).toContain("baseline is 0");
  });

  test("a number of more than 20 digits is refused: no arithmetic could be promised on it", () => {
    expect(readCell("123456789012345678901")).toBe("not a number");
    expect(readCell("12345678901234567890")).not.toBe("not a number");
  });

  test("a population below 0 has no rate", () => {
    expect(text(ratePer(count(8), count(-5)), 1)).toContain("not above 0");
  });

  test("a baseline below 0 has no % difference", () => {
    expect(text(percentDifference(count(-10), count(300)), 1)).toContain("baseline is below 0");
  });

  test("a population of 0 has no rate", () => {
    expect(text(ratePer(count(8), count(0)), 1)).toContain("not above 0");
  });

  test("origins add up, each once, and a gap in is that gap out", () => {
    expect(difference("count", count(3, 1), count(5, 2)).from).toEqual([...at(1), ...at(2)]);
    expect(difference("count", count(3, 1), count(5, 1)).from).toEqual(at(1));
    const gap = missing("count", { mark: "c", reason: "withheld" }, at(9));
    expect(difference("count", gap, count(5))).toMatchObject(gap);
  });
});

describe("aims", () => {
  test.each([
    ["reduce", 10, 9, true],
    ["reduce", 10, 10, false],
    ["reduce", 10, 11, false],
    ["increase", 10, 11, true],
    ["increase", 10, 10, false],
    ["increase", 10, 9, false],
  ])("%s from %i to %i: %s", (name, baseline, current, achieved) => {
    expect(aimOf(name)?.achieved({ baseline: exact(baseline), current: exact(current) })).toBe(achieved);
  });
});

describe("names", () => {
  test("case, spacing, dashes and & do not tell names apart; words do", () => {
    expect(nameKey("Devon  & Cornwall")).toBe(nameKey("devon and cornwall"));
    expect(nameKey("Anti–social")).toBe(nameKey("anti-social"));
    expect(nameKey("Gloucestershire")).not.toBe(nameKey("South Gloucestershire"));
  });
  test("the nearest name is near, or none", () => {
    expect(nearest("redcue", ["reduce", "increase"])).toBe("reduce");
    expect(nearest("West Mercia", ["Gloucestershire", "MSG"])).toBeUndefined();
  });
  test("a file name is made of letters, digits and hyphens", () => {
    expect(slug("../Crime: Glos & MSG – 50 %")).toBe("crime-glos-msg-50");
  });
});

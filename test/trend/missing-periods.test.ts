// What is missing between periods: told by their months, worked out here by hand.
import { expect, test } from "vitest";
import { type Period, parsePeriod, periodName, UNSTATED } from "../../src/core/period.ts";
import { monthsBetween, withMissing } from "../../src/trend/missing-periods.ts";

const period = (words: string): Period => {
  const found = parsePeriod(words);
  if (typeof found !== "object") throw new Error(words);
  return found;
};
const added = (...words: string[]): string[] => {
  const given = words.map((one) => periodName(period(one)));
  return withMissing(words.map(period))
    .map(periodName)
    .filter((name) => !given.includes(name));
};
const between = (...words: string[]): string[] => monthsBetween(words.map(period)).map(periodName);
const rolling = (...ends: string[]): string[] => ends.map((end) => `12 months to ${end}`);

test("years that are left out are missing; those at the beginning and the end are not", () => {
  expect(added("2015/16", "2016/17", "2019/20")).toEqual(["April 2017 to March 2018", "April 2018 to March 2019"]);
  expect(added("2019", "2015", "2017")).toEqual(["2016", "2018"]);
  expect(added("2015/16", "2016/17", "2017/18")).toEqual([]);
  expect(added("2015/16")).toEqual([]);
  expect(added()).toEqual([]);
});

test("overlapping years follow those that end with the same month a year before", () => {
  // To each quarter of 2016 and 2017 but for September 2017, and to September 2018.
  const ends = ["March 2016", "June 2016", "September 2016", "December 2016", "March 2017", "June 2017"];
  expect(added(...rolling(...ends, "December 2017", "September 2018"))).toEqual(["12 months to September 2017"]);
  // Three quarters in a row: those around them abut, and yet there is a hole.
  const before = ["March 2016", "June 2016", "September 2016", "December 2016", "March 2017"];
  const after = ["March 2018", "June 2018", "September 2018", "December 2018"];
  expect(added(...rolling(...before, ...after))).toEqual([...rolling("June 2017", "September 2017"), "2017"]);
});

test("single years before overlapping ones, or after them, are next to each other", () => {
  expect(added("2012/13", "2013/14", "2014/15", ...rolling("June 2015", "September 2015", "December 2015"))).toEqual(
    [],
  );
  expect(added(...rolling("June 2015", "September 2015", "December 2015"), "2015/16", "2016/17")).toEqual([]);
  // Releases of two kinds: calendar years and financial years, neither lacking one.
  expect(added("2017/18", "2018", "2018/19", "2019")).toEqual([]);
});

test("periods of more than a year follow each other end to end", () => {
  const [first, second, third] = ["April 2010 to March 2013", "April 2013 to March 2016", "April 2019 to March 2022"];
  expect(added(first as string, second as string)).toEqual([]);
  expect(added(first as string, second as string, third as string)).toEqual(["April 2016 to March 2019"]);
});

test("half-years miss the one that is left out", () => {
  const halves = ["April 2015 to September 2015", "October 2015 to March 2016", "October 2016 to March 2017"];
  // No half that ends in September comes again, so that its months are told by themselves.
  expect(added(...halves)).toEqual([]);
  expect(between(...halves)).toEqual(["April 2016 to September 2016"]);
});

test("the months between are those that no period reaches", () => {
  expect(between("2015", "12 months to September 2023")).toEqual(["January 2016 to September 2022"]);
  // One month is enough; end to end, and overlapping, there is none.
  expect(between("2015", "12 months to January 2017")).toEqual(["January 2016"]);
  expect(between("2015", "2016", "12 months to June 2017")).toEqual([]);
  expect(between("2015")).toEqual([]);
  expect(monthsBetween([UNSTATED, period("2015")])).toEqual([]);
});

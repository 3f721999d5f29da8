// Counts that stand out from their series: worked out by hand, with each condition just met and just missed.
import { expect, test } from "vitest";
import { type CountOverTime, standingOut } from "../../src/data/jumps.ts";

/** Months from January 2022 on. */
const months = (values: readonly number[]): CountOverTime[] =>
  values.map((value, index) => ({ from: 2022 * 12 + index, to: 2022 * 12 + index, value }));
const named = (values: readonly number[]): number[] => standingOut(months(values)).map(({ from }) => from - 2022 * 12);

const level = [31, 28, 33, 30, 29, 32, 27, 31, 30, 28, 29, 33, 30, 29, 31, 28, 30, 31, 29, 28, 27, 30, 31, 29];
const withAt = (at: number, value: number): number[] => level.map((one, index) => (index === at ? value : one));

test("a digit too many among months of 27 to 33 is named, and no other", () => {
  expect(named(level)).toEqual([]);
  expect(named(withAt(16, 300))).toEqual([16]);
});

test("a digit too few is named where the counts are large enough to tell it from chance", () => {
  // 2√30 − 2√3 = 10.95 − 3.46 = 7.5, which is not above 8; 2√300 − 2√30 = 23.7.
  expect(named(withAt(16, 3))).toEqual([]);
  expect(named(level.map((value, index) => (index === 16 ? 30 : 10 * value)))).toEqual([16]);
});

test("four times as much is the line", () => {
  const flat = Array(24).fill(30) as number[];
  const at16 = (value: number): number[] => flat.map((one, index) => (index === 16 ? value : one));
  expect(named(at16(120))).toEqual([]);
  expect(named(at16(121))).toEqual([16]);
});

test("nothing stands out where the series itself moved by more than 2.5 times", () => {
  // Two before: 30; two after: 75 (2.5 times, still alike) and 76.
  const before = Array(12).fill(30) as number[];
  expect(named([...before, 400, ...(Array(11).fill(75) as number[])])).toEqual([12]);
  expect(named([...before, 400, ...(Array(11).fill(76) as number[])])).toEqual([]);
});

test("a season that is as high a year before is no digit too many", () => {
  const festival = level.map((value, index) => (index === 7 || index === 19 ? 300 : value));
  expect(named(festival)).toEqual([]);
});

test("without a value of the same season a year off, nothing is named", () => {
  expect(named(level.slice(0, 8).map((value, index) => (index === 4 ? 300 : value)))).toEqual([]);
});

test("at an end of the series only what is too large is named", () => {
  expect(named(withAt(23, 300))).toEqual([23]);
  expect(named(level.map((value, index) => (index === 23 ? 29 : 10 * value)))).toEqual([]);
});

test("two months of ten times as much side by side are not one digit too many", () => {
  expect(named(level.map((value, index) => (index === 15 || index === 16 ? 300 : value)))).toEqual([]);
});

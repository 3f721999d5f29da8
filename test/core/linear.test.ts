// What sums of unknown numbers say together, by equations solved by hand.
import { describe, expect, test } from "vitest";
import { simplest, valueBy } from "../../src/core/linear.ts";
import { exact, exactText } from "../../src/core/number.ts";

const sum = (value: number, ...often: number[]) => ({ often, value: exact(value) });
const worth = (sums: readonly ReturnType<typeof sum>[], ...often: number[]): string | undefined => {
  const value = valueBy(simplest(sums), often);
  return value && exactText(value);
};

describe("what a sum comes to", () => {
  // a + b = 23 and b + c = 25 and a + c = 8: a = (23 + 8 − 25) ÷ 2 = 3, b = 20, c = 5.
  const three = [sum(23, 1, 1, 0), sum(25, 0, 1, 1), sum(8, 1, 0, 1)];
  test.each([
    [[1, 0, 0], "3"],
    [[0, 1, 0], "20"],
    [[0, 0, 1], "5"],
    [[1, 1, 1], "28"],
    [[0, 2, -1], "35"],
  ])("of three sums of two each: %j is %s", (often, expected) => {
    expect(worth(three, ...often)).toBe(expected);
  });

  test.each([
    [[1, 0, 0], undefined],
    // (a + b) − (b + c) = 23 − 25.
    [[1, 0, -1], "-2"],
  ])("of two of them: %j is %s", (often, expected) => {
    expect(worth(three.slice(0, 2), ...often)).toBe(expected);
  });

  test("a sum that follows from others, or does not agree with them, says nothing new", () => {
    expect(simplest([...three, sum(28, 1, 1, 1), sum(99, 1, 1, 1)])).toHaveLength(3);
  });
});

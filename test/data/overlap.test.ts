// Series that are added: two that share lines are refused, and one without a record in a month shares none.
import { expect, test } from "vitest";
import { exact } from "../../src/core/number.ts";
import { overlap } from "../../src/data/overlap.ts";

const figure = (lines: string, among = false) => ({
  value: exact(1),
  unit: "count" as const,
  from: [{ file: "f.csv", line: Number.parseInt(lines, 10), column: 2, lines, ...(among && { among: true as const }) }],
});

test("lines that two figures share", () => {
  expect(overlap([figure("2-4"), figure("4-6")])).toEqual([0, 1]);
  expect(overlap([figure("2-4"), figure("5-6")])).toBeUndefined();
});

test("a month without a record of one, among the lines of the other, is no overlap", () => {
  expect(overlap([figure("2-4"), figure("2-4", true)])).toBeUndefined();
});

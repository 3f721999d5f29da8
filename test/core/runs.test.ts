// Lists gathered by key, and cut into runs.
import { expect, test } from "vitest";
import { grouped } from "../../src/core/grouped.ts";
import { inRuns } from "../../src/core/runs.ts";

test("values are gathered by their keys, in the order in which each is met", () => {
  const pairs = [["b", 1] as const, ["a", 2] as const, ["b", 3] as const];
  expect([...grouped(pairs)]).toEqual([
    ["b", [1, 3]],
    ["a", [2]],
  ]);
});

test("a run ends where the next item does not join its last", () => {
  expect(inRuns([1, 2, 4, 5, 6, 1], (last, next) => next === last + 1)).toEqual([[1, 2], [4, 5, 6], [1]]);
  expect(inRuns([], () => true)).toEqual([]);
});

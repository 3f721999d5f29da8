// A wide table is divided between its groups of columns, then between kinds of value, and only then between columns.
import { expect, test } from "vitest";
import { columnGroups, panelsOf } from "../../src/output/panels.ts";
import { type Column, columnNamed } from "../../src/output/table.ts";

const column = (group: string, kind: string): Column => ({ ...columnNamed(`${group} ${kind}`, true), group, kind });
const columns = [
  columnNamed("Measure"),
  ...[column("2019", "number"), column("2019", "number"), column("2019", "rate")],
  column("2023", "number"),
];
/** Each column is 10 wide. */
const panels = (room: number) => panelsOf(columns, room, (places) => 10 * places.length);

test("groups are neighbours under one heading, without the names of the rows", () => {
  expect(columnGroups(columns)).toEqual([[1, 2, 3], [4]]);
  expect(columnGroups([...columns, column("2019", "rate")])).toEqual([[1, 2, 3], [4], [5]]);
});

test("what fits stands in one panel, and whole groups stay together where they can", () => {
  expect(panels(40)).toEqual([[1, 2, 3, 4]]);
  expect(panels(39)).toEqual([[1, 2, 3], [4]]);
});

test("a group that is too wide is divided by kind of value, though its columns would fill the room better", () => {
  expect(panels(29)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("a kind that is too wide is divided by column, and a column wider than the room stands alone", () => {
  expect(panels(19)).toEqual([[1], [2], [3], [4]]);
  expect(panels(5)).toEqual([[1], [2], [3], [4]]);
});

test("names alone need no panel", () => {
  expect(panelsOf(columns.slice(0, 1), 40, () => 0)).toEqual([]);
});

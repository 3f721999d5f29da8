// Numbers with a mark beside them, and cells that hold none: each is read, or refused with a hint of its own.
import { expect, test } from "vitest";
import { exactText } from "../../src/core/number.ts";
import { readCell } from "../../src/input/csv/cell.ts";
import { readFigure } from "../../src/input/parse-figure.ts";

/** The number and its reserve, or what else the cell is. */
function read(text: string): unknown {
  const cell = readCell(text);
  if (cell === "not a number" || "gap" in cell) return cell;
  return [exactText(cell.number), cell.reserve];
}

test.each([
  ["412 [r]", ["412", "r"]],
  ["412 [p]", ["412", "p"]],
  ["412 (p)", ["412", "p"]],
  ["1,412[e]", ["1412", "e"]],
  ["36.5% [b]", ["36.5", "b"]],
  ["412 [note 1]", ["412", undefined]],
  ["1\u00a0395", ["1395", undefined]],
  ["1\u2009234\u2009567", ["1234567", undefined]],
  ["1\u00a039", "not a number"],
  ["1,234\u00a0567", "not a number"],
  ["412 [q]", "not a number"],
  ["(412) [r]", "not a number"],
])("%j", (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

const hint = (text: string): string | undefined =>
  readFigure(text, "count", "Number", { file: "data.csv", line: 2, column: 1 }).wrong?.hint;

test("a withheld number and an error of the spreadsheet have hints of their own", () => {
  for (const text of ["<5", "< 5", "5 or fewer", "1 to 4", "c", "*"]) {
    expect(hint(text), text).toBe("write [c] for a figure that was withheld");
  }
  for (const text of ["#N/A", "#DIV/0!", "#REF!"]) expect(hint(text), text).toMatch(/correct the formula/);
  expect(hint("1,4OO")).toMatch(/write digits/);
});

test("a reserve is printed as a note of the figure", () => {
  const { figure } = readFigure("412 [r]", "count", "Number", { file: "data.csv", line: 2, column: 1 });
  expect(figure.notes).toEqual(["the data mark it [r] revised"]);
});

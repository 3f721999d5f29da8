// Two records of one file that give equal values: refused where they differ, in doubt where they are alike word for word.
import { expect, test } from "vitest";
import { isKnown } from "../../src/core/figure.ts";
import { exact, exactText } from "../../src/core/number.ts";
import { type Period, parsePeriod } from "../../src/core/period.ts";
import type { Kind } from "../../src/core/value-kind.ts";
import { storeBuilder } from "../../src/data/store.ts";

const period = parsePeriod("June 2025") as Period;
const headings = ["Type", "Kind", "June"];

/** What the store says of records of Theft of 31, and which problems and doubts it has. */
function saidOf(records: readonly (readonly string[])[], kind: Kind = "count", files = ["d.csv"]) {
  const gathered = storeBuilder();
  for (const [index, cells] of records.entries()) {
    const from = [{ file: files[index % files.length] as string, line: index + 2, column: 3 }];
    const figure = { value: exact(31), unit: "count" as const, from };
    const record = { headings, cells, restated: false };
    gathered.add({ series: "Theft", area: "G", areaKey: "g", period, kind, heading: "June", record, figure });
  }
  const store = gathered.store();
  const found = store.find("Theft", "g", period, kind);
  const value = isKnown(found) ? exactText(found.value) : found?.gap.mark;
  return { value, problems: store.problems, doubts: store.doubts };
}
const one = ["Theft", "One", "31"];
const two = ["Theft", "Two", "31"];

test("records that differ in a column are refused, with both lines and what differs", () => {
  const { value, problems, doubts } = saidOf([one, two]);
  expect(value).toBe("x");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code: "given-alike", line: 3, note: { line: 2 } });
  expect(problems[0]?.note?.message).toContain('Kind ("One", "Two")');
  expect(doubts).toEqual([]);
});

test("a record that stands three times counts once, and two are said to be in doubt", () => {
  const { value, problems, doubts } = saidOf([one, one, one]);
  expect(value).toBe("31");
  expect(problems).toEqual([]);
  expect(doubts).toMatchObject([{ code: "records-alike", line: 3, value: "2 records" }]);
});

test("a population beside each of its offences, and a figure in two files, are given once", () => {
  for (const { value, problems, doubts } of [
    saidOf([one, two], "population"),
    saidOf([one, two], "count", ["d.csv", "e.csv"]),
  ]) {
    expect([value, problems, doubts]).toEqual(["31", [], []]);
  }
});

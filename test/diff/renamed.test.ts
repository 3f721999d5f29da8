// A measure that the plan calls otherwise is paired by what it measures, and never by guess.
import { expect, test } from "vitest";
import { parsePeriod } from "../../src/core/period.ts";
import { paired, type Titled } from "../../src/diff/paired.ts";

const period = parsePeriod("2019");
const one = (name: string, more: Partial<Titled> = {}): Titled => ({
  ...{ table: "Crime", name, series: "Burglary", kind: "count", aim: "reduce" },
  baseline: { period: typeof period === "object" ? period : undefined },
  ...more,
});
const names = (old: Titled[], now: Titled[]) => paired(old, now).map((found) => found?.name);

test.each<[string, Titled[], Titled[], (string | undefined)[]]>([
  ["the same table, series, kind, aim and baseline", [one("A")], [one("B")], ["A"]],
  ["its own name first", [one("A"), one("B")], [one("B"), one("C")], ["B", "A"]],
  ["another series", [one("A")], [one("B", { series: "Theft" })], [undefined]],
  ["another table", [one("A")], [one("B", { table: "Other" })], [undefined]],
  ["another aim", [one("A")], [one("B", { aim: "maintain" })], [undefined]],
  ["another kind", [one("A")], [one("B", { kind: "rate" })], [undefined]],
  ["no baseline now", [one("A")], [one("B", { baseline: { period: undefined, none: true } })], [undefined]],
  ["two that it may have been", [one("A"), one("B")], [one("C")], [undefined]],
  ["two that it may have become", [one("A")], [one("B"), one("C")], [undefined, undefined]],
  ["a report that does not say its series", [one("A", { series: undefined })], [one("B")], [undefined]],
  ["no series, as it is judged by hand", [one("A", { series: "" })], [one("B", { series: "" })], [undefined]],
])("%s", (_, old, now, expected) => {
  expect(names(old, now)).toEqual(expected);
});

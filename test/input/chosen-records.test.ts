// What a plan chooses and adds up: what has to be refused, as it would be counted wrongly.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "chosen-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The count of 2019, or what is told where there is none. */
async function countOf(csv: string, entry: object, current = "2019"): Promise<unknown> {
  writeFileSync(join(folder, "data.csv"), csv);
  const plan = {
    title: "T",
    force: "Kent",
    priorities: [{ id: "A", name: "A" }],
    data: [{ files: "data.csv", fixed: { series: "M" }, ...entry }],
    tables: [{ title: "T", current, measures: [{ name: "M", priorities: ["A"] }] }],
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  const { tables, problems } = JSON.parse((await run(["report", "plan.yaml", "--format", "json"], folder)).out);
  return tables[0].rows[0].figures.current.force.count.value ?? problems[0]?.code;
}
const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const columns = { area: "Force", period: "Year", count: "N" };

// Male 30, Female 12, Unknown 5.
const sexes = lines("Force,Year,Sex,N", "Kent,2019,Male,30", "Kent,2019,Female,12", "Kent,2019,Unknown,5");
test.each<[string, object, unknown]>([
  [
    "a value and those to leave out",
    { where: [{ column: "Sex", is: ["Male", "Female"], not: "Unknown" }], add: ["Sex"] },
    "42",
  ],
  ["a value that is left out too", { where: [{ column: "Sex", is: "Male", not: "Female" }] }, "30"],
  ["a column that is not there, to add", { add: ["Sexx"] }, "column-unknown"],
  ["a column that is not there, to choose", { where: { Sexx: "Male" } }, "column-unknown"],
  ["all of them", { add: ["Sex"] }, "47"],
])("%s", async (_, more, expected) => {
  expect(await countOf(sexes, { columns, ...more })).toBe(expected);
});

test("a subtotal beside its parts is found, and words that may be a total are none by themselves", async () => {
  // With injury 300 and without 120 are violence 420; burglary 80 and shops 420 are theft 500.
  const tree = Object.entries({ With: 300, Without: 120, Violence: 420, Burglary: 80, Shops: 420, Theft: 500 });
  const months = ["January 2019", "February 2019"];
  const csv = lines(
    "Force,Year,Offence,N",
    ...months.flatMap((month) => tree.map(([name, count]) => `Kent,${month},${name},${count}`)),
  );
  expect(await countOf(csv, { columns, add: ["Offence"] }, "January 2019 to February 2019")).toBe("add-total");
  // In one figure it may be chance, as in the arrests of a year.
  expect(await countOf(csv, { columns, add: ["Offence"] }, "January 2019")).toBe("1840");
  const parts = { where: { Offence: { not: ["Violence", "Theft"] } }, add: ["Offence"] };
  expect(await countOf(csv, { columns, ...parts }, "January 2019")).toBe("920");
  const drugs = lines("Force,Year,Of,N", "Kent,2019,Alcohol,20", "Kent,2019,Drugs,30", "Kent,2019,Both,5");
  expect(await countOf(drugs, { columns, add: ["Of"] })).toBe("55");
});

test("an age that holds others is found", async () => {
  const csv = lines(
    "Force,Year,Age,N",
    ...["0 - 9", "10-17", "Under 18", "18 and over"].map((age, n) => `Kent,2019,${age},${n}`),
  );
  expect(await countOf(csv, { columns, add: ["Age"] })).toBe("add-total");
  const apart = lines(
    "Force,Year,Age,N",
    ...["0 - 9", "10-17", "18 and over"].map((age, n) => `Kent,2019,${age},${n}`),
  );
  expect(await countOf(apart, { columns, add: ["Age"] })).toBe("3");
});

test("rolling years that are written by their last month are years", async () => {
  const csv = (heading: string) => lines(`Force,${heading},N`, "Kent,Dec-18,110", "Kent,Dec-19,120", "Kent,Nov-19,119");
  for (const heading of ["12 months ending", "Year ending", "Rolling year to"])
    expect(await countOf(csv(heading), { columns: { ...columns, period: heading } }), heading).toBe("120");
  expect(await countOf(csv("Month"), { columns: { ...columns, period: "Month" }, dates: "year ending" })).toBe("120");
});

test("a quarter of a calendar year in two columns has two meanings, and a month has one", async () => {
  const csv = (heading: string) => lines(`Force,Year,${heading},N`, ...[1, 2, 3, 4].map((n) => `Kent,2019,${n},${n}`));
  const of = (heading: string) => ({ columns: { ...columns, period: ["Year", heading] } });
  expect(await countOf(csv("Quarter"), of("Quarter"), "January 2019")).not.toBe("1");
  expect(await countOf(csv("Month"), of("Month"), "January 2019")).toBe("1");
});

test("headings in two lines are one period, or none that is sure", async () => {
  const csv = (first: string, second: string) => lines(`,${first},${first}`, `Force,${second}`, "Kent,7,8");
  const values = [{ column: 2, to: 3, kind: "count", headings: "period" }];
  const map = { header: [1, 2], columns: { area: "Force", values } };
  expect(await countOf(csv("2019", "January,February"), map, "January 2019")).toBe("7");
  expect(await countOf(csv("12 months to", "December 2018,December 2019"), map)).toBe("8");
  expect(await countOf(csv("2019", "Q1,Q2"), map)).toBe("period-unknown");
});

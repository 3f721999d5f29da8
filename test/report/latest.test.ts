// `current: latest`: which period it comes to, what holds it back, and what stands beside the word.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "latest-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FORCES = ["Gloucestershire", "Wiltshire"];
let lines: string[];
const give = (area: string, period: string, value: string | number, series = "Robbery", kind = "count"): number =>
  lines.push(`${area},${series},${period},${kind},"${value}"`);
/** The figure of a period for both forces. */
const giveBoth = (period: string, value = 100): void => {
  for (const force of FORCES) give(force, period, value);
};

beforeEach(() => {
  lines = ["area,series,period,kind,value"];
  giveBoth("2019");
});

const ONE = "      - { name: Robbery, aim: reduce, priorities: [A], comment: x }\n";
async function made(current: string, { command = "report", measures = ONE, baseline = "2019" } = {}) {
  writeFileSync(join(folder, "data.csv"), `${lines.join("\n")}\n`);
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Gloucestershire
similar-forces: { name: MSG, forces: [Gloucestershire, Wiltshire] }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: ${baseline}
    current: ${current}
    measures:
${measures}`,
  );
  const { out, err, exit } = await run([command, "plan.yaml", "--format", "json"], folder);
  const json = JSON.parse(out);
  return { current: json.tables?.[0]?.current, json, err, exit };
}

test("comes to the last period that every force has, as long as the baseline", async () => {
  giveBoth("12 months to June 2023");
  giveBoth("12 months to September 2023");
  give("Gloucestershire", "12 months to November 2023", 90);
  const { current, err, exit } = await made("latest");
  expect(current).toBe("12 months to September 2023");
  expect(err).toContain("current: latest means 12 months to September 2023");
  expect(err).toContain("12 months to November 2023 for Gloucestershire, but not for Wiltshire");
  expect(exit).toBe(0);
});

test.each([
  // July to September has all its months in both forces; October to December has two.
  ["latest quarter", "2019", "July 2023 to September 2023"],
  ["latest month", "2019", "November 2023"],
  ["latest 12 months", "2019", "12 months to November 2023"],
  // Without a length, as long as the baseline is.
  ["latest", "January 2019 to March 2019", "July 2023 to September 2023"],
])("%s beside the baseline %s is %s, where months are given up to November 2023", async (words, baseline, expected) => {
  for (const month of ["January", "February", "March"]) giveBoth(`${month} 2019`, 10);
  lines = lines.filter((line) => !line.includes(",2019,"));
  const months = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  for (const month of months) giveBoth(`${month === 12 ? 2022 : 2023}-${String(month).padStart(2, "0")}`, 10);
  expect((await made(words, { baseline })).current).toBe(expected);
});

test("waits for every measure of its table, and says which lacks the newer period", async () => {
  for (const force of FORCES) give(force, "2019", 5, "Theft");
  giveBoth("2022");
  for (const force of FORCES) give(force, "2022", 5, "Theft");
  giveBoth("2023");
  const measures = `${ONE}      - { name: Theft, aim: reduce, priorities: [A], comment: x }\n`;
  const { current, err } = await made("latest", { measures });
  expect(current).toBe("2022");
  expect(err).toContain("2023 for Robbery, but not for Theft");
});

test.each([
  ["", "2022"], // a blank may be an oversight
  ["[x] not yet released", "2022"],
  ["[c]", "2023"], // published, and withheld
])("a cell %j for one force makes the latest %s", async (cell, expected) => {
  giveBoth("2022");
  give("Gloucestershire", "2023", 90);
  give("Wiltshire", "2023", cell);
  expect((await made("latest")).current).toBe(expected);
});

test("a force that the data never give does not hold the period back", async () => {
  lines = ["area,series,period,kind,value"];
  for (const year of ["2019", "2022", "2023"]) give("Gloucestershire", year, 90);
  expect((await made("latest")).current).toBe("2023");
});

test("keeps to the period beside the word, and check says that a newer one waits", async () => {
  giveBoth("2022");
  giveBoth("2023", 90);
  const kept = await made("latest (2022)");
  expect(kept.current).toBe("2022");
  expect(kept.err).not.toContain("latest");
  const checked = await made("latest (2022)", { command: "check" });
  expect(checked.err).toContain("the plan uses 2022, but the data are now complete to 2023");
  expect(checked.json.ready).toBe(true);
  expect((await made("latest (2023)", { command: "check" })).err).not.toContain("latest");
});

test("never goes back before the period that it keeps to, nor to one that does not end after the baseline", async () => {
  giveBoth("2018");
  const kept = await made("latest (2023)", { command: "check" });
  expect(kept.err).not.toContain("latest-waiting");
  const none = await made("latest");
  expect(none.err).toContain("[latest-none]");
  expect(none.exit).toBe(1);
});

test("population: latest is the last mid-year that every force has, not after the period's end", async () => {
  giveBoth("2019");
  giveBoth("2022");
  lines = [...new Set(lines)];
  // Near those that the ONS published: 637,070 and 720,060 for mid-2019.
  for (const year of [2018, 2020, 2021, 2022, 2023])
    give("Gloucestershire", `mid-${year}`, "640,000", "", "population");
  for (const year of [2018, 2020, 2021, 2023]) give("Wiltshire", `mid-${year}`, "725,000", "", "population");
  const { err, json } = await made("{ period: latest, population: latest }", {
    baseline: "{ period: 2019, population: mid-2018 }",
  });
  expect(err).toContain("population: latest means mid-2021");
  expect(err).toContain("population: the data have mid-2022 for Gloucestershire, but not for Wiltshire");
  // 1000 × 100 ÷ 640,000 = 0.15625
  expect(json.tables[0].rows[0].figures.current.force.rate.value).toBe("0.15625");
});

test.each([
  ["latest week", "is not latest, latest 12 months, latest quarter or latest month"],
  ["latest quarter (2023)", "2023 is not a quarter"],
  ["latest (last year)", '"last year" is not a period'],
  ["latest 2023", "is not latest"],
])("%s is refused", async (words, said) => {
  giveBoth("2022");
  const { err, exit } = await made(words);
  expect(err).toContain(said);
  expect(exit).toBe(1);
});

test("is refused as a baseline", async () => {
  giveBoth("2022");
  const { err } = await made("2022", { baseline: "latest" });
  expect(err).toContain('"latest" is only for current:');
});

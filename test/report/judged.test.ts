// Measures judged by hand: what is stated is told in every format, and counted as it is stated.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "../../src/core/day.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "judged-"));
afterAll(() => rmSync(folder, { recursive: true }));

const planWith = (standing: string): string => `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: { period: 2019, population: mid-2017 }
    current: { period: 2023, population: mid-2021 }
    measures:
      - name: Boards
        judged: { standing: ${standing}, by: J. Smith, on: 14th March 2024, because: "Because all took part." }
        priorities: [A]
`;
beforeAll(() => {
  writeFileSync(join(folder, "data.csv"), "area,series,period,kind,value\nGloucestershire,X,2019,count,1\n");
  writeFileSync(join(folder, "plan.yaml"), planWith("achieved"));
});

const NOTE = "judged on 14 March 2024 by J. Smith, because all took part";

test.each(["terminal", "markdown", "html", "json"])("%s says who judged it, when and why", async (format) => {
  const { out, err } = await run(["report", "--format", format], folder);
  expect(out).toContain(NOTE);
  expect(err).toBe("");
});

test("CSV has its standing, and the note among the notes", async () => {
  await run(["report", "--format", "csv", "--out", "tables"], folder);
  expect(readFileSync(join(folder, "tables", "t.csv"), "utf8")).toContain("Boards,judged by hand,achieved,Yes");
  expect(readFileSync(join(folder, "tables", "notes.csv"), "utf8")).toContain(NOTE);
});

describe("JSON", () => {
  // By hand: one measure, which serves A; it counts under what is stated, and an outcome is a verdict as well.
  test.each([
    ["achieved", "achieved", { achieved: 1, "not-achieved": 0, "not-judged": 0 }],
    ["not achieved", "not achieved", { achieved: 0, "not-achieved": 1, "not-judged": 0 }],
    ["on track", "not judged", { achieved: 0, "not-achieved": 0, "not-judged": 1 }],
    ["behind", "not judged", { achieved: 0, "not-achieved": 0, "not-judged": 1 }],
    ["not judged", "not judged", { achieved: 0, "not-achieved": 0, "not-judged": 1 }],
  ])("%s", async (standing, verdict, counts) => {
    writeFileSync(join(folder, "plan.yaml"), planWith(standing));
    const { out, err } = await run(["report", "--format", "json"], folder);
    const { tables, priorities } = jsonOf("report", out);
    const row = tables[0]?.rows[0];
    expect(row).toMatchObject({ standing, verdict, aim: null, kind: "judged", basis: "judged" });
    expect(row?.judged).toEqual({
      ...{ standing, by: "J. Smith", on: "14 March 2024", because: "Because all took part." },
    });
    expect(priorities[0]).toMatchObject(counts);
    expect(priorities[0]?.standings).toMatchObject({ [standing.replace(" ", "-")]: 1 });
    const owes = standing === "not achieved" || standing === "behind";
    expect(err.includes("comment-missing")).toBe(owes);
  });
});

test("explain leads to the plan, and diff tells a judgement that changed", async () => {
  writeFileSync(join(folder, "plan.yaml"), planWith("achieved"));
  const explained = await run(["explain", "Boards", "achieved"], folder);
  expect(explained.out).toContain(NOTE);
  expect(explained.out).toMatch(/plan\.yaml line 11, column 17/);
  writeFileSync(join(folder, "old.json"), (await run(["report", "--format", "json"], folder)).out);
  writeFileSync(join(folder, "plan.yaml"), planWith("not achieved"));
  writeFileSync(join(folder, "new.json"), (await run(["report", "--format", "json"], folder)).out);
  const { out } = await run(["diff", "old.json", "new.json"], folder);
  expect(out).toContain("Boards: achieved → not achieved, by a new judgement alone.");
});

test.each([
  ["14 March 2024", "14 March 2024"],
  ["1st Feb 2024", "1 February 2024"],
  ["2024-02-29", "29 February 2024"],
  ["14/03/2024", "14 March 2024"],
  ["March 2024", "March 2024"],
  ["2023-02-29", undefined],
  ["31 June 2024", undefined],
  ["2024", undefined],
  ["spring 2024", undefined],
])("the day %s is %s", (words, day) => {
  expect(dayOf(words)?.words).toBe(day);
});

// Numbers of comments that are of a further comparison ("also:"): they are right where the sentence names it, and wrong for no table.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "further-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** 100 in 2019, 125 in 2021 and 120 in 2022: up 20 (20 %) on the baseline, and down 5 (4 %) on the year before. */
const data = `area,series,period,kind,value
Kent,Robbery,2019,count,100
Kent,Robbery,2021,count,125
Kent,Robbery,2022,count,120
`;
const planWith = (comment: string): string => `title: P
force: Kent
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: 2019
    current: 2022
    also: [previous year]
    measures:
      - { name: Robbery, aim: reduce, priorities: [A], comment: "${comment}" }
`;

test.each([
  ["It rose by 20.0%, and fell by 4.0% on the previous year.", []],
  ["It fell by 4.0% on the previous year, from 125 to 120.", []],
  ["Compared with the previous year, robbery fell by 5.", []],
  ["It fell by 5 in towns on the previous year.", ["5"]],
  ["They rose by 4.0% on the previous year.", ["4.0%"]],
  ["They fell by 9.0% on the previous year.", ["9.0%"]],
])("%s", async (comment, toRead) => {
  writeFileSync(join(folder, "data.csv"), data);
  writeFileSync(join(folder, "plan.yaml"), planWith(comment));
  const { numbers, ready } = JSON.parse((await run(["check", "--format", "json"], folder)).out);
  expect(ready).toBe(true);
  expect(numbers["not-checked"].map(({ number }: { number: string }) => number)).toEqual(toRead);
});

test("without its name, a number of a further comparison is held to the baseline", async () => {
  writeFileSync(join(folder, "data.csv"), data);
  writeFileSync(join(folder, "plan.yaml"), planWith("It fell by 4.0%."));
  expect((await run(["check"], folder)).exit).toBe(1);
});

test("the table of further comparisons is audited as any other: its two columns of periods are no figures", async () => {
  writeFileSync(join(folder, "data.csv"), data);
  writeFileSync(join(folder, "plan.yaml"), planWith("It rose by 20.0%."));
  await run(["report", "--format", "csv", "--out", "tables"], folder);
  const { out, exit } = await run(["audit", "tables/t-further-comparisons.csv"], folder);
  expect(out).toMatch(/^1 table: 0 errors; 0 warnings; 0 notes\n/);
  expect(out).toContain("1 row, 2 checks: 2 match\n");
  expect(exit).toBe(0);
});

// A page of check is sent on: it does not print the numbers that a comment may give away.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "page-withheld-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the terminal lists them, and the page does not", async () => {
  writeFileSync(
    join(folder, "data.csv"),
    "area,series,period,kind,value\nKent,Robbery,2022,count,173\nKent,Robbery,2023,count,3\n",
  );
  writeFileSync(
    join(folder, "plan.yaml"),
    'title: P\nforce: Kent\npriorities: [{ id: A, name: A }]\ndata: [data.csv]\ntables:\n  - title: T\n    baseline: 2022\n    current: 2023\n    measures:\n      - { name: Robbery, aim: reduce, priorities: [A], suppress: under 5, comment: "It fell by 170." }\n',
  );
  // 173 − 3 = 170, and 173 is printed: 170 gives the 3 away.
  const terminal = await run(["check"], folder);
  expect(`${terminal.out}${terminal.err}`).toContain('"170"');
  const page = await run(["check", "--format", "html"], folder);
  expect(page.out).toContain("may give away a withheld number");
  expect(page.out).not.toContain("170");
});

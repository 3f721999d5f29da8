// Groups that list a force many times: each counts once, each repeated name is told once, and it takes no time to speak of.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "groups-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("all forces given 2,000 times are 43 forces, told once", async () => {
  writeFileSync(join(folder, "data.csv"), "area,series,period,kind,value\nKent,Robbery,2019,count,65\n");
  const plan = {
    ...{ title: "A plan", force: "Kent", priorities: [{ id: "A", name: "A" }], data: ["data.csv"] },
    "similar-forces": { name: "Many", forces: Array(2_000).fill("all forces") },
    tables: [{ title: "Crime", current: "2019", measures: [{ name: "Robbery", priorities: ["A"] }] }],
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  const { err } = await run(["report"], folder);
  expect(err.match(/\[group-twice\]/g)).toHaveLength(1);
  expect(err).toContain(
    'Many: "all forces" is in the list already; the second was ignored, so that no force counts twice',
  );
});

test.each(["NUL", "nul.txt", "tables/CON", "com1", "LPT9.d"])(
  "--out %s is a device on Windows, and refused",
  async (out) => {
    const { err, exit } = await run(["report", "--format", "csv", "--out", out], folder);
    expect([exit, err]).toEqual([2, expect.stringContaining("Windows keeps the name")]);
  },
);

test("a map that inspect proposes has no sign that turns the direction of reading", async () => {
  writeFileSync(join(folder, "odd.csv"), "Fo\u202erce,Off\u0085ence,2019\nKent,Robbery,65\nEssex,Robbery,70\n");
  const { out } = await run(["inspect", "odd.csv"], folder);
  expect(out).toContain("a column map to begin with");
  expect(out).not.toMatch(/[\u0080-\u009f\u202e]/);
});

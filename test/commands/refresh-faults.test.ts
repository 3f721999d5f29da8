// refresh --write with a fault at each of its steps: what is there afterwards is old, new, or refused by check until it is
// finished or taken back.
// @module-tag long
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isHalfway, ROOM } from "../../src/io/change-set.ts";
import { failingDisk } from "../helpers/failing-disk.ts";
import { NEW_DATA, refresh, refreshStart, texts, WRITE } from "../helpers/refresh-start.ts";
import { run } from "../helpers/world.ts";

const { start, copyOf, clear } = refreshStart();
afterAll(clear);
const OLD = texts(start);
const whole = copyOf(start);
const listing = failingDisk(whole);
const { exit, out, err } = await refresh(whole, WRITE, listing);
const NEW = texts(whole);
/** The names without the hashes in them. */
const steps = listing.steps.map((step) => step.replace(/[0-9a-f]{12}/, "HASH"));

test("what it does to the disk, each step of it", () => {
  expect({ exit, err }, out).toEqual({ exit: 0, err: "" });
  expect(Object.keys(NEW)).toHaveLength(Object.keys(OLD).length + 3);
  expect(NEW["data/figures.csv"]).toBe(NEW_DATA);
  expect(NEW["plan.yaml"]).toContain("latest (2023)");
  expect(NEW["comments.csv"]).toContain("\nTheft,2023,");
  expect(steps).toMatchInlineSnapshot(`
    [
      "makeFolder .plan-measures-refresh",
      "write .plan-measures-refresh/run",
      "hold data/figures.csv",
      "hold comments.csv",
      "hold plan.yaml",
      "write .plan-measures-refresh/new-0",
      "flush .plan-measures-refresh/new-0",
      "write .plan-measures-refresh/new-1",
      "flush .plan-measures-refresh/new-1",
      "write .plan-measures-refresh/new-2",
      "flush .plan-measures-refresh/new-2",
      "write .plan-measures-refresh/old-2",
      "flush .plan-measures-refresh/old-2",
      "write .plan-measures-refresh/new-3",
      "flush .plan-measures-refresh/new-3",
      "write .plan-measures-refresh/old-3",
      "flush .plan-measures-refresh/old-3",
      "write .plan-measures-refresh/new-4",
      "flush .plan-measures-refresh/new-4",
      "write .plan-measures-refresh/new-5",
      "flush .plan-measures-refresh/new-5",
      "write .plan-measures-refresh/old-5",
      "flush .plan-measures-refresh/old-5",
      "write .plan-measures-refresh/journal.part",
      "flush .plan-measures-refresh/journal.part",
      "rename .plan-measures-refresh/journal.json",
      "makeFolder history",
      "makeFolder published",
      "makeFolder history/HASH",
      "write .plan-measures-refresh/draft",
      "flush .plan-measures-refresh/draft",
      "likewise .plan-measures-refresh/draft",
      "rename history/HASH/figures.csv",
      "write .plan-measures-refresh/draft",
      "flush .plan-measures-refresh/draft",
      "likewise .plan-measures-refresh/draft",
      "rename history/2022-12-HASH.json",
      "write .plan-measures-refresh/draft",
      "flush .plan-measures-refresh/draft",
      "likewise .plan-measures-refresh/draft",
      "rename data/figures.csv",
      "write .plan-measures-refresh/draft",
      "flush .plan-measures-refresh/draft",
      "likewise .plan-measures-refresh/draft",
      "rename comments.csv",
      "write .plan-measures-refresh/draft",
      "flush .plan-measures-refresh/draft",
      "likewise .plan-measures-refresh/draft",
      "rename published/report.md",
      "write .plan-measures-refresh/draft",
      "flush .plan-measures-refresh/draft",
      "likewise .plan-measures-refresh/draft",
      "rename plan.yaml",
      "remove .plan-measures-refresh/journal.json",
      "remove .plan-measures-refresh",
    ]
  `);
});

describe.each(["stops", "is refused"] as const)("a disk that %s at", (how) => {
  test.each(steps.map((step, at) => [at, step] as const))("step %i, %s", async (at) => {
    const folder = copyOf(start);
    const disk = failingDisk(folder, at, how);
    const { exit: code, err: said } = await refresh(folder, WRITE, disk);
    expect(disk.steps.length).toBeGreaterThan(at);
    expect([code, said]).toEqual([2, expect.stringMatching(/^plan-measures: (?!this is a fault)/)]);
    const found = texts(folder);
    const checked = await run(["check", "--format", "json"], folder);
    const { ready, lacks } = JSON.parse(checked.out);
    const isRefused = lacks.some(({ message }: { message: string }) => message.includes("a refresh was stopped"));
    expect(isRefused).toBe(isHalfway(folder));
    if (isHalfway(folder)) {
      expect([ready, checked.exit]).toEqual([false, 1]);
      for (const [path, text] of Object.entries(found)) expect([OLD[path], NEW[path]]).toContain(text);
      const other = copyOf(folder);
      expect((await refresh(other, ["--undo"])).exit).toBe(0);
      expect(texts(other)).toEqual(OLD);
      expect(readdirSync(other).sort()).toEqual(readdirSync(start).sort());
      expect((await refresh(folder, WRITE)).out).toContain("finished the refresh that was stopped");
    } else {
      expect([OLD, NEW]).toContainEqual(found);
      // What a run left that had replaced nothing is cleared away once none can be at work.
      if (readdirSync(folder).includes(ROOM)) utimesSync(join(folder, ROOM), 0, 0);
      expect((await refresh(folder, WRITE)).exit).toBe(0);
    }
    expect(texts(folder)).toEqual(NEW);
    if (readdirSync(folder).includes(ROOM)) expect(found).toEqual(NEW);
  });
});

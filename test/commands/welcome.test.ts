// Without a command the tool says what is in the folder, and what to do next.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { home, run, words } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "welcome-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => {
  mkdirSync(join(folder, name), { recursive: true });
  return join(folder, name);
};

test("an empty folder: how to begin, and the first command works", async () => {
  const empty = at("empty");
  const { out, err, exit } = await run([], empty);
  expect(out).toContain("This folder has no plan and no data files.");
  expect([err, exit]).toEqual(["", 0]);
  const first = /^ {2}plan-measures (.*?)(?: {3}|$)/m.exec(out)?.[1] ?? "";
  expect((await run(words(first), empty)).exit).toBe(0);
});

test("a folder with a plan: its title, its size, and what can be done with it", async () => {
  const plan = at("plan");
  cpSync(join(home, "fixtures", "similar-forces-2019"), plan, { recursive: true });
  const { out, exit } = await run([], plan);
  expect(out).toContain("plan.yaml: Gloucestershire and its similar forces, 2018 to 2019, Gloucestershire\n");
  expect(out).toMatch(/^ {2}plan-measures report {3}/m);
  expect(out).toMatch(/^ {2}plan-measures check {3}/m);
  expect(exit).toBe(0);
});

test("a plan of another name is named in the commands, and others beside it are listed", async () => {
  const more = at("more");
  for (const name of ["b.yaml", "a plan.yaml"]) {
    cpSync(join(home, "fixtures", "similar-forces-2019", "plan.yaml"), join(more, name));
  }
  writeFileSync(join(more, "other.yaml"), "on: push\n");
  const { out } = await run([], more);
  expect(out).toMatch(/^ {2}plan-measures report "a plan.yaml"$/m);
  expect(out).toContain("Other plans here: b.yaml\n");
});

test("a plan that cannot be read is reported with its line, and ends with 1", async () => {
  const broken = at("broken");
  writeFileSync(join(broken, "plan.yaml"), 'title: "A plan\nforce: Kent\n');
  const { out, err, exit } = await run([], broken);
  expect(err).toContain("plan.yaml:1:8: error: a quotation mark opens here and is never closed");
  expect(out).toMatch(/^ {2}plan-measures check {3}/m);
  expect(exit).toBe(1);
});

test("downloads without a plan: what they hold, and how to make a plan of them", async () => {
  const data = at("data");
  cpSync(join(home, "fixtures", "similar-forces-2019", "data"), data, { recursive: true });
  const { out, exit } = await run([], data, 60);
  expect(out).toContain("plan-measures inspect mid-year-populations.csv\n");
  expect(out.split("\n").filter((line) => line.length > 60 && !line.startsWith("  plan-measures"))).toEqual([]);
  expect(exit).toBe(0);
  expect((await run(["init", "my-plan", "--force", "Gloucestershire", "--data", "."], data)).exit).toBe(0);
});

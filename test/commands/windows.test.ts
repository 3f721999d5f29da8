// What commands do and say where paths are those of Windows, tried on any system.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { gloucestershire, home, quietWorld, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "windows-"));
afterAll(() => rmSync(folder, { recursive: true }));
const windows = (...args: string[]) => run(args, folder, 100, undefined, { isWindows: true });

/** All files of a folder with what is in them, by name. */
const filesOf = (where: string): [name: string, content: string][] =>
  (readdirSync(where, { recursive: true }) as string[])
    .filter((name) => statSync(join(where, name)).isFile())
    .map((name) => [name, readFileSync(join(where, name), "utf8")]);
const isWritable = (path: string): boolean => (statSync(path).mode & 0o200) !== 0;

test("one kind of slash in what is said, whichever was typed", async () => {
  const plan = join(home, gloucestershire, "plan.yaml");
  const report = await windows("report", plan, "--format", "html", "--out", "pages\\sub");
  expect(report.err).toBe("wrote pages/sub/report.html\n");
  const mixed = await windows("report", plan, "--format", "json", "--out", "pages/more\\sub");
  expect(mixed.err).toBe("wrote pages/more/sub/report.json\n");
  // Elsewhere \ is a letter of a name.
  const elsewhere = await run(["report", plan, "--format", "html", "--out", "pages\\sub"], folder);
  expect(elsewhere.err).toBe("wrote pages\\sub/report.html\n");
});

test("init says the folder with the same slash, and how to go on", async () => {
  mkdirSync(join(folder, "new"));
  const { out, exit } = await windows("init", "new\\plan\\");
  expect(out).toBe("new/plan/: a plan, sample data and comments\nnext: plan-measures report new/plan/plan.yaml\n");
  expect(exit).toBe(0);
});

test("a plan made from an install that may only be read is whole, and may be changed", async () => {
  const install = join(folder, "install");
  const starter = join("fixtures", "starter");
  cpSync(join(home, starter), join(install, starter), { recursive: true });
  cpSync(join(home, "schemas"), join(install, "schemas"), { recursive: true });
  for (const [name] of filesOf(install)) chmodSync(join(install, name), 0o444);
  let said = "";
  const quiet = quietWorld(folder);
  const exit = await main({ ...quiet, home: install, args: ["init", "mine"], err: (text) => (said += text) });
  expect([exit, said]).toEqual([0, ""]);
  const made = filesOf(join(folder, "mine"));
  const shipped = filesOf(join(home, starter));
  expect(shipped.length).toBeGreaterThan(2);
  expect(made.filter(([name]) => name !== "plan.schema.json")).toEqual(shipped);
  expect(made.filter(([name]) => !isWritable(join(folder, "mine", name)))).toEqual([]);
});

test("copies of exports that may only be read may be changed", async () => {
  mkdirSync(join(folder, "exports"));
  const file = join(home, "fixtures/starter/data/recorded-crime.csv");
  cpSync(file, join(folder, "exports", "crime.csv"));
  chmodSync(join(folder, "exports", "crime.csv"), 0o444);
  const { err, exit } = await run(["init", "own", "--force", "Gloucestershire", "--data", "exports"], folder);
  expect([exit, err]).toEqual([0, ""]);
  expect(readFileSync(join(folder, "own/data/crime.csv"))).toEqual(readFileSync(file));
  expect(isWritable(join(folder, "own/data/crime.csv"))).toBe(true);
});

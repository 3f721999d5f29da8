// Two refreshes of one folder at once, as processes: the second is refused wherever the first is, and the folder is whole.
// @module-tag built
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOM } from "../../src/io/change-set.ts";
import { home, run } from "../helpers/world.ts";

const top = mkdtempSync(join(tmpdir(), "refresh-at-once-"));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(top, { recursive: true });
});
const start = join(top, "start");
for (const one of ["data", "new"]) mkdirSync(join(start, one), { recursive: true });
const OLD_DATA =
  "area,series,period,kind,value\nGloucestershire,Theft,2019,count,9\nGloucestershire,Theft,2022,count,8\n";
writeFileSync(join(start, "data/figures.csv"), OLD_DATA);
writeFileSync(join(start, "new/figures.csv"), `${OLD_DATA}Gloucestershire,Theft,2023,count,7\n`);
writeFileSync(
  join(start, "plan.yaml"),
  `title: Plan
force: Gloucestershire
priorities: [{ id: SAFE, name: Safe }]
data: [data/*.csv]
tables:
  - title: Recorded crime
    baseline: 2019
    current: latest (2022)
    measures: [{ name: Theft, aim: reduce, priorities: [SAFE], comment: It fell. }]
`,
);
// Loaded before the command: where a file is renamed into the named place, it says so, and waits for a line.
const hold = join(top, "hold.cjs");
writeFileSync(
  hold,
  `const fs = require("node:fs");
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (to.endsWith(process.env.HELD_AT)) {
    fs.writeSync(2, "held");
    fs.readSync(0, Buffer.alloc(1));
  }
  renameSync(from, to);
};
require("node:module").syncBuiltinESMExports();
`,
);

const texts = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(of.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
const WRITE = ["refresh", "plan.yaml", "new", "--write"];
const command = join(home, "bin", "plan-measures.cjs");
const refused = {
  status: 2,
  stdout: "",
  stderr: `plan-measures: another refresh of this folder is running\n  hint: wait until it is done, then run yours again. If none is running, delete the file ${ROOM}/run first\n`,
};

/** Starts a refresh that stops at a step; how to let it go on, which answers with its exit code. */
const held = (cwd: string, at: string): Promise<() => Promise<number | null>> =>
  new Promise((isHeld, failed) => {
    const child = spawn(process.execPath, ["--require", hold, command, ...WRITE], {
      ...{ cwd, env: { ...process.env, HELD_AT: at } },
    });
    started.push(child);
    const over = new Promise<number | null>((done) => child.on("close", done));
    child.on("close", (code) => failed(new Error(`it was never held, and ended with ${code}`)));
    child.stderr.once("data", () =>
      isHeld(() => {
        child.stdin.end("\n");
        return over;
      }),
    );
  });

test.each([
  ["before it has replaced a file", "journal.json", false],
  ["between two files", "plan.yaml", true],
])("the second is refused where the first is %s", async (name, at, isHalf) => {
  const whole = join(top, `${name} alone`);
  const folder = join(top, name);
  for (const one of [whole, folder]) cpSync(start, one, { recursive: true });
  expect((await run(WRITE, whole)).exit).toBe(0);
  const goOn = await held(folder, at);
  const atRest = texts(folder);
  expect(existsSync(join(folder, ROOM, "journal.json"))).toBe(isHalf);
  for (const args of isHalf ? [WRITE, ["refresh", "plan.yaml", "--undo"]] : [WRITE]) {
    const second = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
    expect(second).toMatchObject(refused);
    expect(texts(folder)).toEqual(atRest);
  }
  expect(await goOn()).toBe(0);
  expect(texts(folder)).toEqual(texts(whole));
  const again = spawnSync(process.execPath, [command, ...WRITE], { cwd: folder, encoding: "utf8" });
  expect(again).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^nothing is new, and nothing was changed\n/),
  });
});

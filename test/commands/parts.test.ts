// Which parts of the bundle a command loads: a part too many costs every run, and a file that was moved can change that unseen.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gloucestershire, home } from "../helpers/world.ts";

const plan = `${gloucestershire}/plan.yaml`;
const script = (args: readonly string[]): string => `
const { load, parts, home } = require(${JSON.stringify(join(home, "bin", "plan-measures.cjs"))});
const nothing = () => {};
const world = { cwd: home, home, columns: 80, out: nothing, err: nothing, args: ${JSON.stringify(args)} };
load("cli.cjs").main(world).then(() => console.log([...parts.keys()].map((name) => name.replace(/\\.cjs$/, "")).sort().join(" ")));
`;
const always = ["cli", "cli2", "rolldown-runtime"];

test.each([
  [["--help"], []],
  [
    ["report", "--help"],
    ["read", "report"],
  ],
  [
    ["inspect", "fixtures/similar-forces-2019/data/police-recorded-crime-2019.csv"],
    ["inspect", "read"],
  ],
  [
    ["report", plan],
    ["read", "report", "terminal"],
  ],
  [
    ["report", plan, "--format", "json"],
    ["json", "read", "report"],
  ],
  [
    ["check", plan],
    // What check and audit share is one part, which the build names after the last of its files.
    ["check", "plan-tables", "read", "report"],
  ],
])("%j loads the command line and %j", (args, wanted) => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script(args)], { encoding: "utf8", timeout: 30_000 });
  expect(stderr).toBe("");
  expect(stdout.trim().split(" ")).toEqual([...always, ...wanted].sort());
});

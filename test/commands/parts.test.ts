// Which parts of the bundle a command loads: a part too many costs every run, and a file that was moved can change that unseen.
// @module-tag built
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { gloucestershire, home } from "../helpers/world.ts";

const plan = `${gloucestershire}/plan.yaml`;
/** Commands whose parts are looked at, with those that they should load besides the ones that each loads. */
const commands: readonly (readonly [args: readonly string[], wanted: readonly string[]])[] = [
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
    ["overview", "overview-text", "overview-words", "read", "report", "series", "terminal", "text-width"],
  ],
  [
    ["report", plan, "--format", "json"],
    ["json", "narration", "read", "report"],
  ],
  // The schemas are files: neither the definitions nor zod, which reads plans, is loaded to print one.
  [["schema", "report"], ["schema"]],
  [["schema"], ["schema"]],
  [
    ["check", plan],
    // What check and audit share is one part, which the build names after the last of its files.
    ["check", "checked", "narration", "plan-tables", "read", "report", "said-in-comment"],
  ],
];
/** Runs all in one process, each with the bundle loaded anew, and prints the parts that each loaded. */
const script = `
const nothing = () => {};
(async () => {
  for (const args of ${JSON.stringify(commands.map(([args]) => args))}) {
    const bin = require.resolve(${JSON.stringify(join(home, "bin", "plan-measures.cjs"))});
    delete require.cache[bin];
    const { load, parts, home } = require(bin);
    const world = { cwd: home, home, columns: 80, out: nothing, err: nothing, args };
    await load("cli.cjs").main(world);
    console.log([...parts.keys()].map((name) => name.replace(/\\.cjs$/, "")).sort().join(" "));
  }
})();
`;
const always = ["cli", "cli2", "rolldown-runtime"];

let loaded: readonly string[] = [];
beforeAll(() => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", timeout: 30_000 });
  expect(stderr).toBe("");
  loaded = stdout.trim().split("\n");
  expect(loaded).toHaveLength(commands.length);
});

test.each(commands)("%j loads the command line and %j", (args, wanted) => {
  const own = loaded[commands.findIndex(([one]) => one === args)];
  expect(own?.split(" ")).toEqual([...always, ...wanted].sort());
});

test("what a part hands over is there once it is loaded, and is no function that is asked for it", () => {
  const looks = `
    const { load, folder } = require(${JSON.stringify(join(home, "bin", "plan-measures.cjs"))});
    for (const file of require("node:fs").readdirSync(folder).filter((name) => name.endsWith(".cjs"))) {
      const exported = Object.entries(Object.getOwnPropertyDescriptors(load(file)));
      console.log(file, exported.filter(([, { get, value }]) => get || value === undefined).map(([name]) => name).join(" "));
    }`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", looks], { encoding: "utf8", timeout: 30_000 });
  expect(stderr).toBe("");
  const lines = stdout.replace(/\n$/, "").split("\n");
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => !/^\S+\.cjs $/.test(line))).toEqual([]);
});

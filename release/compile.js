// Keeps V8's compiled form of each part of a built tool beside it, made by running the commands once: with the Node that runs
// this file, as no other can use it. `node --random-seed=1 release/compile.js FOLDER`, where FOLDER holds bin/ and dist/; with
// the seed most of it is the same bytes each time.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { offences, writeOffences } from "../bench/data.js";

const project = join(import.meta.dirname, "..");
const tool = resolve(process.argv[2]);
// What an earlier run compiled would be part of what this one keeps.
for (const file of readdirSync(join(tool, "dist"))) if (file.endsWith(".cache")) rmSync(join(tool, "dist", file));
const bin = join(tool, "bin", "plan-measures.cjs");
const { load, parts, home, folder } = createRequire(import.meta.url)(bin);

const plan = "fixtures/gloucestershire-2021-2025/plan.yaml";
/**
 * Runs that write into a folder: what they compile is kept compiled. They make reports, as what the other commands add of their
 * own is compiled in a few milliseconds, and would take a sixth of the package.
 */
const runsInto = (out) => [
  ...["terminal", "json", "markdown", "html"].map((format) => ["report", plan, "--format", format]),
  ...["csv", "xlsx", "ods", "docx"].map((format) => ["report", plan, "--format", format, "--out", out]),
];

/** A plan with a file of data that is long enough to be skimmed. */
function longInto(out) {
  const plan = join(out, "plan.yaml");
  writeOffences(join(out, "offences.csv"), 15_000);
  const table = { title: "Offences", baseline: "2001/02", current: "2002/03" };
  const measures = offences.map((name) => ({ name, aim: "reduce", priorities: ["A"], comment: "none" }));
  const priorities = [{ id: "A", name: "All" }];
  const force = "Gloucestershire";
  const tables = [{ ...table, measures }];
  writeFileSync(plan, JSON.stringify({ title: "Long", force, priorities, data: ["offences.csv"], tables }));
  return plan;
}

const silent = {
  cwd: project,
  home,
  columns: 80,
  colour: false,
  errorColour: false,
  outIsTerminal: false,
  errorIsTerminal: false,
  isWindows: false,
  out: () => {},
  err: () => {},
};
const { main } = load("cli.cjs");
const kept = new Set();
const out = mkdtempSync(join(tmpdir(), "plan-measures-"));
await main({ ...silent, args: ["--help"] });
// What reading a long file takes is kept with what the first of the runs compiles.
await main({ ...silent, args: ["report", longInto(out)] });
for (const args of runsInto(out)) {
  await main({ ...silent, args });
  // Of a part, what the first run that uses it compiles: more would take longer to load than it saves most runs.
  for (const [name, { script }] of parts) {
    if (!kept.has(name)) writeFileSync(join(folder, `${name}.cache`), script.createCachedData());
    kept.add(name);
  }
}
// Windows may still hold a file for a moment; what is left is in the system's folder for such files.
try {
  rmSync(out, { recursive: true, force: true, maxRetries: 5 });
} catch {}

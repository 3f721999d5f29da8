// The build: a bundle in parts, each loaded when it is used, and V8's compiled form of each, made by running the commands once.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "rolldown";
import { offences, writeOffences } from "./bench/data.js";
import { licences } from "./licences/bundled.js";

const { load, parts, home, folder } = createRequire(import.meta.url)("./bin/plan-measures.cjs");

const plan = "fixtures/gloucestershire-2021-2025/plan.yaml";
const group = "fixtures/similar-forces-2019/plan.yaml";
/** Runs that use what is mostly used, which write into a folder: what they compile is kept compiled. */
const runsInto = (out) => [
  ...["terminal", "json", "markdown", "html"].map((format) => ["report", plan, "--format", format]),
  ...["csv", "xlsx", "ods", "docx"].map((format) => ["report", plan, "--format", format, "--out", out]),
  ["compare", group],
  ["trend", group],
  ["check", plan],
  ["explain", plan, "Robbery"],
  ["inspect", "fixtures/similar-forces-2019/data/police-recorded-crime-2019.csv"],
  ["audit", "fixtures/published-2023/crime.csv"],
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

const compiled = {
  name: "compiled",
  async writeBundle() {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".cjs"))) {
      const file = join(folder, name);
      // Plain ASCII is kept by V8 in one byte a letter, and needs no decoding.
      const ascii = readFileSync(file, "utf8").replace(
        /[^\t-~]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      writeFileSync(file, `(function (exports, require, module, __filename) {${ascii}\n})`);
    }
    const silent = {
      cwd: home,
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
    rmSync(out, { recursive: true });
  },
};

/**
 * What the libraries would load and this tool has no use for: chalk is told whether colour is wanted, commander has no command
 * that is a program of its own, and cli-table3 is to colour nothing. Loading these takes longer than reading the files of a
 * plan. The widths that cli-table3 counts are those by which the tool has wrapped the texts: with others, it would cut some.
 */
const leftOut = {
  "#supports-color": "export default { stdout: false, stderr: false };",
  "node:child_process": "export default {};",
  "@colors/colors/safe": "export default {};",
  "string-width": `module.exports = require(${JSON.stringify(join(home, "src/core/text-columns.ts"))}).terminalColumns;`,
};
const lean = {
  name: "lean",
  resolveId: (id) => (id in leftOut ? `\0${id}` : undefined),
  load: (id) => leftOut[id.slice(1)],
};

/** Adds a module to `needed`, with those that it needs before it runs, and those that these need in turn. */
function addNeeded(entry, graph, needed) {
  const add = (id) => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const below of graph.getModuleInfo(id)?.importedIds ?? []) add(below);
  };
  const id = join(home, "src", entry);
  // Without this, a file that was moved would drop its part, and the build would stay green.
  if (!graph.getModuleInfo(id)) throw new Error(`rolldown.config.js: the bundle has no module ${entry}`);
  add(id);
}
/** What the files of each entry need is one part, less what those before it need: a file takes longer to open than to read. */
const entries = {
  cli: ["cli.ts"],
  read: ["input/ingest.ts", "io/given.ts", "core/problems/doubts-json.ts", "commands/options.ts"],
  report: ["commands/report.ts", "output/report-tables.ts", "output/panels.ts"],
};
let parted;
const partOf = (id, graph) => {
  parted ??= Object.entries(entries).map(([name, files]) => {
    const needed = new Set();
    for (const file of files) addNeeded(file, graph, needed);
    return { name, needed };
  });
  return parted.find(({ needed }) => needed.has(id))?.name;
};

export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [lean, licences, compiled],
  output: {
    dir: "dist",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    format: "cjs",
    minify: { compress: true, mangle: false, codegen: true },
    cleanDir: true,
    topLevelVar: true,
    codeSplitting: { groups: [{ debugName: "parts", name: partOf }] },
  },
});

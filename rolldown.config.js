// The build: a bundle in parts, each loaded when it is used, and V8's compiled form of each, made by running the commands once.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "rolldown";
import { licences } from "./licences/bundled.js";

const home = import.meta.dirname;

/** The commit that is built, for `--version`; what is built of changed files, or without git, says so. */
function commit() {
  const git = (...args) => spawnSync("git", args, { cwd: home, encoding: "utf8" }).stdout?.trim() ?? "";
  // Unpacked inside another repository, the commit of that one would be another's.
  if (git("rev-parse", "--show-cdup") !== "" || !existsSync(join(home, ".git"))) return "unknown";
  const isChanged = git("status", "--porcelain", "--untracked-files=no") !== "";
  return `${git("rev-parse", "HEAD") || "unknown"}${isChanged ? ", changed" : ""}`;
}
const built = {
  name: "built",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "commit.txt", source: `${commit()}\n` });
  },
};

const compiled = {
  name: "compiled",
  writeBundle() {
    const folder = join(home, "dist");
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".cjs"))) {
      const file = join(folder, name);
      // A part hands its values over at its end, where none of them changes any more: a function to ask for each takes longer.
      const plain = readFileSync(file, "utf8").replace(
        /Object\.defineProperty\(exports,(["`])([\w$]+)\1,\{enumerable:!0,get:function\(\)\{return ([\w$.]+)\}\}\)/g,
        "exports.$2=$3",
      );
      // Plain ASCII is kept by V8 in one byte a letter, and needs no decoding.
      const ascii = plain.replace(/[^\t-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
      writeFileSync(file, `(function (exports, require, module, __filename) {${ascii}\n})`);
    }
    const { status } = spawnSync(process.execPath, ["--random-seed=1", "release/compile.js", "."], {
      cwd: home,
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("rolldown.config.js: release/compile.js could not run the commands");
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
/**
 * What cli-table3 does for every cell and this tool has no use for: it shortens the whole text of the cell, line by line, for a
 * message that is shown only where it is asked to find faults; and it works out the signs of the borders, of which no cell here
 * has its own. This takes longer than all the drawing.
 */
const spared = [
  ["let content = utils.truncate(this.content, 10, this.truncate);", "let content = this.content;"],
  ["let chars = (this.chars = {});", "let chars = (this.chars = tableChars.ofCells ??= {});"],
  ["CHAR_NAMES.forEach(", 'if (!("middle" in chars)) CHAR_NAMES.forEach('],
];
const lean = {
  name: "lean",
  resolveId: (id) => (id in leftOut ? `\0${id}` : undefined),
  load: (id) => leftOut[id.slice(1)],
  transform(code, id) {
    if (!/cli-table3[\\/]src[\\/]cell\.js$/.test(id)) return undefined;
    return spared.reduce((text, [line, instead]) => {
      if (!text.includes(line)) throw new Error(`rolldown.config.js: ${id} has no line ${line}`);
      return text.replace(line, instead);
    }, code);
  },
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
  read: [
    "input/ingest.ts",
    "io/given.ts",
    "core/problems/doubts-json.ts",
    "commands/options.ts",
    "commands/delivery.ts",
  ],
  report: ["commands/report.ts", "output/report-tables.ts", "output/panels.ts", "output/markup/markup.ts"],
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
  plugins: [lean, licences, built, compiled],
  output: {
    dir: "dist",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    format: "cjs",
    minify: { compress: true, mangle: true, codegen: true },
    cleanDir: true,
    topLevelVar: true,
    codeSplitting: { groups: [{ debugName: "parts", name: partOf }] },
  },
});

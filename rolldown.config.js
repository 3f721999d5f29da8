// The build: one minified bundle, and V8's compiled form of it, made by printing the tables of a fixture once.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig } from "rolldown";

const { load, home, bundleFile, cacheFile } = createRequire(import.meta.url)("./bin/plan-measures.cjs");

const compiled = {
  name: "compiled",
  async writeBundle() {
    // Plain ASCII is kept by V8 in one byte a letter, and needs no decoding.
    const ascii = readFileSync(bundleFile, "utf8").replace(
      /[^\t-~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    writeFileSync(bundleFile, ascii);
    rmSync(cacheFile, { force: true });
    const { main, script } = load();
    const silent = {
      cwd: home,
      home,
      columns: 80,
      colour: false,
      errorColour: false,
      outIsTerminal: false,
      errorIsTerminal: false,
      out: () => {},
      err: () => {},
    };
    const plan = "fixtures/gloucestershire-2021-2025/plan.yaml";
    for (const format of ["terminal", "json"]) await main({ ...silent, args: ["report", plan, "--format", format] });
    writeFileSync(cacheFile, script.createCachedData());
  },
};

/**
 * What the libraries would load and this tool has no use for: chalk is told whether colour is wanted, and commander has no
 * command that is a program of its own. Loading these takes longer than reading the files of a plan.
 */
const leftOut = {
  "#supports-color": "export default { stdout: false, stderr: false };",
  "node:child_process": "export default {};",
};
const lean = {
  name: "lean",
  resolveId: (id) => (id in leftOut ? `\0${id}` : undefined),
  load: (id) => leftOut[id.slice(1)],
};

export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [lean, compiled],
  output: {
    file: "dist/cli.cjs",
    format: "cjs",
    minify: { compress: true, mangle: false, codegen: true },
    codeSplitting: false,
    cleanDir: true,
  },
});

#!/usr/bin/env node
// Hands the process to main(). V8's compiled form of the bundle, kept beside it by the build, halves the time it takes
// to load; V8 refuses the compiled form where another Node or other flags made it, and compiles the bundle as usual.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

const home = join(__dirname, "..");
const bundleFile = join(home, "dist", "cli.cjs");
const cacheFile = `${bundleFile}.cache`;

function cached() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

/** What the bundle exports, and the script it was compiled to. */
function load() {
  const source = `(function (exports, require, __filename) {${readFileSync(bundleFile, "latin1")}\n})`;
  const script = new Script(source, { filename: bundleFile, cachedData: cached() });
  const bundle = {};
  script.runInThisContext()(bundle, require, bundleFile);
  return { ...bundle, script };
}

module.exports = { load, home, bundleFile, cacheFile };

if (require.main === module) {
  const { main, worldOf } = load();
  main(worldOf(process, home)).then((exitCode) => {
    process.exitCode ??= exitCode;
  });
}

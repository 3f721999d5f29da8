#!/usr/bin/env node
// Hands the process to main(). V8's compiled form of each part of the bundle, kept beside it by the build, halves the time it
// takes to load; V8 refuses the compiled form where another Node or other flags made it, and compiles the part as usual.
// An old Node has to read this file to say that it is too old: no sign in it is newer than Node 10.
const version = process.versions.node.split(".").map(Number);
// 22.3 is the first of its line that has what 20.19 has; of those between there is none.
if (version[0] < 20 || (version[0] === 20 && version[1] < 19) || !process.getBuiltinModule) {
  console.error(
    `plan-measures needs Node.js 20.19, 22.3 or later; this is ${process.versions.node}\n  hint: install a newer Node.js, or use the archive of plan-measures that brings its own`,
  );
  process.exit(2);
}
const { readFileSync } = require("node:fs");
const { join, sep } = require("node:path");
const { Script } = require("node:vm");

const home = join(__dirname, "..");
const folder = `${join(home, "dist")}${sep}`;
/** The parts that were loaded: what each exports, and the script that it was compiled to. */
const parts = new Map();

function cached(file) {
  try {
    return readFileSync(`${file}.cache`);
  } catch {
    return undefined;
  }
}

/** What a part of the bundle exports; it is loaded when it is first asked for. */
function load(name) {
  const known = parts.get(name);
  if (known) return known.exports;
  const file = folder + name;
  const script = new Script(readFileSync(file, "latin1"), { filename: file, cachedData: cached(file) });
  const module = { exports: {}, script };
  // A part that asks for one that asks for it gets what there is of it so far.
  parts.set(name, module);
  const ask = (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, ask, module, file);
  return module.exports;
}

module.exports = { load, parts, home, folder };

if (require.main === module) {
  const { main, worldOf } = load("cli.cjs");
  const world = worldOf(process, home);
  main(world).then((exitCode) => {
    if (process.exitCode === undefined) process.exitCode = exitCode;
    // Files and pipes have all that was written; a terminal may be behind. Before it ends by itself, the engine clears up.
    if (!world.outIsTerminal && !world.errorIsTerminal) process.exit();
  });
}

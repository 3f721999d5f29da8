// Reading long files: rows a second, peak memory, and the time as a multiple of only reading the bytes, in one run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { offences, writeOffences } from "./data.js";

const bin = fileURLToPath(new URL("../../bin/plan-measures.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-"));

/** Runs a piece of a program and answers with its seconds and the most memory that it held, in MiB. */
function measure(program, args) {
  const tell = "process.on('exit', () => process.stderr.write('\\nPEAK ' + process.resourceUsage().maxRSS));";
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ["-e", `${tell}${program}`, "x", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(stderr);
  return { seconds, mebibytes: Number(/PEAK (\d+)/.exec(stderr)?.[1]) / 1024 };
}

const bytesAlone = `
  const { openSync, readSync } = require("node:fs");
  const handle = openSync(process.argv[2], "r"), part = Buffer.alloc(1 << 20);
  while (readSync(handle, part) > 0);`;
const command = `
  const { load, home } = require(${JSON.stringify(bin)});
  const { main, worldOf } = load();
  const world = worldOf(process, home);
  main({ ...world, args: process.argv.slice(2), out: () => {} }).then((code) => { process.exitCode = code; });`;

const areas = ["Gloucestershire", "Avon and Somerset", "Devon and Cornwall", "Dorset", "Wiltshire", "Cambridgeshire"];
const plan = {
  title: "Bench",
  force: "Gloucestershire",
  "similar-forces": { name: "MSG", forces: [...areas, "Suffolk", "Warwickshire", "West Mercia"] },
  priorities: [{ id: "A", name: "All" }],
  tables: [
    {
      title: "Offences",
      baseline: "2004/05",
      current: "2005/06",
      measures: offences.map((name) => ({ name, aim: "reduce", priorities: ["A"], comment: "none" })),
    },
  ],
};

console.log("records    what       seconds   rows/s    MiB held   × bytes alone");
try {
  for (const rows of process.argv.slice(2).map(Number)) {
    const file = join(folder, "offences.csv");
    writeOffences(file, rows);
    writeFileSync(join(folder, "plan.yaml"), JSON.stringify({ ...plan, data: ["offences.csv"] }));
    const floor = measure(bytesAlone, [file]);
    const say = (what, { seconds, mebibytes }) =>
      console.log(
        [
          String(rows).padEnd(10),
          what.padEnd(10),
          seconds.toFixed(2).padStart(7),
          Math.round(rows / seconds)
            .toLocaleString("en-GB")
            .padStart(10),
          mebibytes.toFixed(0).padStart(9),
          (seconds / floor.seconds).toFixed(1).padStart(12),
        ].join(" "),
      );
    say("bytes", floor);
    say("inspect", measure(command, ["inspect", file]));
    say("report", measure(command, ["report", "plan.yaml"]));
    console.log(`           (${(statSync(file).size / 2 ** 20).toFixed(0)} MiB)`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

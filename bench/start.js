// How long a run takes beside bare Node: the commands in turn, many times, in one run; medians and their ratios.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePopulations, writeTenSeries } from "./small-plans.js";

const home = fileURLToPath(new URL("..", import.meta.url));
const bin = "bin/plan-measures.cjs";
const plan = "fixtures/gloucestershire-2021-2025/plan.yaml";
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const ROUNDS = 31;
/** Runs that take tens of times as long as bare Node. */
const FEW = 7;
const report = [bin, "report", plan];
const commands = [
  ["node -e 0", ["-e", "0"], ROUNDS],
  ["--help", [bin, "--help"], ROUNDS],
  ["report --format json", [...report, "--format", "json"], ROUNDS],
  ["report --format csv", [...report, "--format", "csv", "--out", join(folder, "csv")], ROUNDS],
  // Of it, half is cli-table3.
  ["report, terminal", report, ROUNDS],
  ["report --format html", [...report, "--format", "html"], ROUNDS],
  ["trend, 10 as html", [bin, "trend", writeTenSeries(folder), "--format", "html"], FEW],
  ["workbook, one area", [bin, "report", writePopulations(folder), "--format", "json"], FEW],
];
// Where it is set, Node reads those certificates at every start, for about as long as all else that it does: bare Node is
// Node without it.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const times = commands.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, [, args, rounds]] of commands.entries()) {
    if (round >= rounds) continue;
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: home, env, maxBuffer: 2 ** 28 });
    times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  }
}
rmSync(folder, { recursive: true });
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const bare = median(times[0]);
console.log(`Node ${process.version} on ${process.platform}, medians of ${ROUNDS}, of the last two rows of ${FEW}`);
for (const [index, [name]] of commands.entries()) {
  const ms = median(times[index]);
  console.log(`${name.padEnd(22)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / bare).toFixed(2)} × bare Node`);
}

// How long a run takes beside bare Node: the commands in turn, many times, in one run; medians and their ratios.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const bin = "bin/plan-measures.cjs";
const plan = "fixtures/gloucestershire-2021-2025/plan.yaml";
const commands = [
  ["node -e 0", ["-e", "0"]],
  ["--help", [bin, "--help"]],
  ["report (npm start)", [bin, "report", plan]],
  ["report --format json", [bin, "report", plan, "--format", "json"]],
  ["report --format html", [bin, "report", plan, "--format", "html"]],
];
const ROUNDS = 31;
// Where it is set, Node reads those certificates at every start, for about as long as all else that it does: bare Node is
// Node without it.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const times = commands.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, [, args]] of commands.entries()) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { cwd: home, env });
    times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  }
}
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const bare = median(times[0]);
console.log(`Node ${process.version} on ${process.platform}, median of ${ROUNDS}`);
for (const [index, [name]] of commands.entries()) {
  const ms = median(times[index]);
  console.log(`${name.padEnd(22)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / bare).toFixed(2)} × bare Node`);
}

// Counts, over all files of a test run, how many JSON outputs were validated; in a whole run there are some of each.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { outputNames } from "../../src/schemas/index.ts";
import { TALLY } from "./json.ts";

export default function setup({ vitest }: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "validated-"));
  const tally = join(folder, "tally");
  writeFileSync(tally, "");
  process.env[TALLY] = tally;
  return async () => {
    const names = readFileSync(tally, "utf8").split("\n");
    rmSync(folder, { recursive: true });
    const counts = outputNames.map((name) => [name, names.filter((one) => one === name).length] as const);
    vitest.logger.log(`JSON outputs validated: ${counts.map(([name, count]) => `${name} ${count}`).join(", ")}`);
    // A part of the tests may well print none of some.
    const every = await vitest.globTestSpecifications();
    const isWhole = vitest.state.getFiles().length >= every.length && vitest.config.testNamePattern === undefined;
    const none = counts.flatMap(([name, count]) => (count === 0 ? [name] : []));
    if (!isWhole || none.length === 0) return;
    vitest.logger.error(`This run validated no JSON of: ${none.join(", ")}`);
    process.exitCode = 1;
  };
}

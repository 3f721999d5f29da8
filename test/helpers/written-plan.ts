// A plan of one table that a test writes, with its data, and the report of it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { jsonOf } from "./json.ts";
import { run } from "./world.ts";

/**
 * For a test file: runs commands on a plan from 2019 to 2023 of these measures (each what stands between { }), and of
 * data, each line "series; period; kind; value"; `keys` are further keys of the plan.
 */
export function writtenPlans() {
  const folder = mkdtempSync(join(tmpdir(), "written-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (measures: readonly string[], data: readonly string[], keys = ""): void => {
    const lines = data.map((line) => `Gloucestershire,${line.split("; ").join(",")}`);
    writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...lines].join("\n"));
    const rows = measures.map((one) => `      - { ${one}, priorities: [A] }\n`).join("");
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: 2019
    current: 2023
    measures:
${rows}${keys}`,
    );
  };
  const printed = async (
    command: readonly string[],
    measures: readonly string[],
    data: readonly string[],
    keys = "",
  ) => {
    write(measures, data, keys);
    return run([...command], folder);
  };
  return {
    printed,
    /** A file that a command wrote. */
    written: (file: string): string => readFileSync(join(folder, file), "utf8"),
    /** The report's JSON, which must be of its documented shape, and what was told. */
    report: async (measures: readonly string[], data: readonly string[]) => {
      const { out, err } = await printed(["report", "--format", "json"], measures, data);
      const { tables, priorities } = jsonOf("report", out);
      return { rows: tables[0]?.rows ?? [], row: tables[0]?.rows[0], priority: priorities[0], err };
    },
  };
}

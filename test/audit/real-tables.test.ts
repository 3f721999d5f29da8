// The ONS's own tables, and others that are open: what is published there is accused of nothing.
// @module-tag long
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
const data = join(shared, "data");
const isThere = shared !== "" && existsSync(data);
const files = isThere
  ? (readdirSync(data, { recursive: true }) as string[]).filter(
      (file) => /\.(csv|xlsx|ods)$/.test(file) && !/police-uk/.test(file),
    )
  : [];

test.skipIf(!isThere)("every open table is accused of nothing [needs PLAN_MEASURES_SHARED]", async () => {
  const told: string[] = [];
  let tables = 0;
  for (const file of files) {
    const done = await run(["audit", file, "--format", "json"], data);
    // Lookups, and files too long for an audit, are refused with a sentence.
    if (done.out === "") continue;
    const audit = jsonOf("audit", done.out);
    tables += audit.tables.length;
    for (const found of audit.findings.filter(({ severity }) => severity !== "note"))
      told.push(`${found.file}:${found.line}:${found.column} ${found.message}`);
  }
  expect(tables).toBeGreaterThan(52);
  expect(told).toEqual([]);
});

// The tool's own page, whose wide tables are divided into parts with comments between the rows of the last, is audited as a whole.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { gloucestershire, home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "own-page-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a page as it was written is right, and a changed % difference in it is found", async () => {
  await run(["report", join(home, gloucestershire, "plan.yaml"), "--format", "html", "--out", "page"], folder);
  expect((await run(["audit", "page/report.html"], folder)).out).toMatch(/^\d+ tables: 0 errors;/);
  const page = readFileSync(join(folder, "page/report.html"), "utf8");
  // Robbery: 100 × (395 − 348) ÷ 348 = 13.506, so 14.5% is wrong.
  writeFileSync(join(folder, "page/wrong.html"), page.replaceAll("13.5%", "14.5%"));
  const { out, exit } = await run(["audit", "page/wrong.html"], folder);
  expect(out).toMatch(/^\d+ tables: 1 error;/);
  expect(out).toContain('Robbery · "14.5%"');
  expect(exit).toBe(1);
});

// The tool's own pages, whose wide tables are divided into parts, are audited as a whole: in HTML with comments between the rows of the
// last, in Markdown one below the other.
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

test("a Markdown page is audited as a whole too, and what is wrong stands on its own line and in its own column", async () => {
  await run(["report", join(home, gloucestershire, "plan.yaml"), "--format", "markdown", "--out", "text"], folder);
  expect((await run(["audit", "text/report.md"], folder)).out).toMatch(/^\d+ tables: 0 errors;/);
  const page = readFileSync(join(folder, "text/report.md"), "utf8");
  // Robbery: 395 − 348 = 47, so 74 is wrong. It is the second cell of its line, in the third part.
  const lines = page.split("\n");
  const at = lines.findIndex((line) => line.startsWith("| Robbery | 47 |"));
  writeFileSync(
    join(folder, "text/wrong.md"),
    lines.map((line, index) => (index === at ? line.replace("47", "74") : line)).join("\n"),
  );
  const { out } = await run(["audit", "text/wrong.md"], folder);
  expect(out).toMatch(/^\d+ tables: 1 error;/);
  expect(out).toContain(`text/wrong.md:${at + 1}:2 Robbery · "74"`);
});

test("a figure of the overview that is not the one of its table is found", async () => {
  await run(["report", join(home, gloucestershire, "plan.yaml"), "--format", "markdown", "--out", "copy"], folder);
  const page = readFileSync(join(folder, "copy/report.md"), "utf8");
  const [line = ""] = page.split("\n").filter((one) => one.startsWith("| Robbery | Recorded crime |"));
  // Robbery: 395 in the table, so 359 in the overview is a slip.
  expect(line).toContain("| 395 |");
  writeFileSync(join(folder, "copy/wrong.md"), page.replace(line, line.replace("| 395 |", "| 359 |")));
  const { out } = await run(["audit", "copy/wrong.md"], folder);
  expect(out).toMatch(/^\d+ tables: 1 error;/);
  expect(out).toContain('Robbery · "359" · under "Now"');
});

test("the parts of a table are joined only where the rows are the same", async () => {
  const part = (heading: string, ...rows: string[]): string =>
    `| Measure | ${heading} |\n| --- | ---: |\n${rows.join("\n")}\n`;
  const first = part("2019 number | 2023 number", "| Robbery | 348 | 395 |", "| Arson | 310 | 298 |");
  const joined = async (second: string): Promise<string> => {
    writeFileSync(join(folder, "parts.md"), `# Crime\n\n${first}\n${second}`);
    return (await run(["audit", "parts.md"], folder)).out;
  };
  // 395 − 348 = 47 and 298 − 310 = −12: of the same rows both are checked, and of others nothing is.
  expect(await joined(part("Change", "| Robbery | 47 |", "| Arson | -12 |"))).toContain("2 checks: 2 match");
  expect(await joined(part("Change", "| Robbery | 74 |", "| Arson | -12 |"))).toContain("1 error");
  expect(await joined(part("Change", "| Stroud | 74 |", "| Cotswold | -12 |"))).toContain("nothing could be checked");
});

// The tool's own pages, whose wide tables are divided into parts, are audited as a whole: in HTML with comments between the rows of the
// last, in Markdown one below the other.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
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
  // One comparison tells that one of the two is wrong, and not which.
  expect(out.replace(/\s+/g, " ")).toContain("has this figure: these figures cannot both be right");
});

/** A Markdown page of tables right below each other, and what its audit prints. */
async function auditedPage(...tables: string[]): Promise<string> {
  writeFileSync(join(folder, "parts.md"), `# Crime\n\n${tables.join("\n")}`);
  return (await run(["audit", "parts.md"], folder)).out;
}
const part = (headings: string, ...rows: string[]): string =>
  `| ${headings} |\n|${" --- |".repeat(headings.split("|").length)}\n${rows.map((row) => `| ${row} |\n`).join("")}`;

test("the parts of a table are joined only where the rows are the same", async () => {
  const first = part("Measure | 2019: Kent number | 2023: Kent number", "Robbery | 348 | 395", "Arson | 310 | 298");
  const joined = (...rows: string[]) => auditedPage(first, part("Measure | Change: Kent variance", ...rows));
  // 395 − 348 = 47 and 298 − 310 = −12: of the same rows both are checked, and of others nothing is.
  expect(await joined("Robbery | 47", "Arson | -12")).toContain("2 checks: 2 match");
  expect(await joined("Robbery | 74", "Arson | -12")).toContain("1 error");
  expect(await joined("Stroud | 74", "Cotswold | -12")).toContain("nothing could be checked");
});

test("neighbours of the same rows that do not say they are parts stay tables of their own", async () => {
  // Robbery, then burglary: 395 − 348 = 47 and 298 − 310 = −12; 2,922 − 3,496 = −574 and 410 − 400 = 10.
  const headings = "Force | 2019 | 2023 | Change";
  const robbery = part(headings, "Kent | 348 | 395 | 47", "Essex | 310 | 298 | -12");
  const burglary = (change: string) => part(headings, `Kent | 3496 | 2922 | ${change}`, "Essex | 400 | 410 | 10");
  expect(await auditedPage(robbery, burglary("-574"))).toMatch(/^2 tables: 0 errors; 0 warnings/);
  const slip = await auditedPage(robbery, burglary("-547"));
  expect(slip).toMatch(/^2 tables: 1 error; 0 warnings/);
  expect(slip).toContain('parts.md:10:4 Kent · "-547"');
  // The changes of something else are not those of the table above.
  const [counts, changes] = [
    part("Force | 2019 | 2023", "Kent | 348 | 395", "Essex | 310 | 298"),
    part("Force | % change", "Kent | -16.4%", "Essex | 2.5%"),
  ];
  expect(await auditedPage(counts, changes)).toMatch(/^2 tables: nothing could be checked; 0 errors; 0 warnings/);
});

/** The pages of two plans, of which the first has measures of several kinds in a table that is divided. */
test.each(["police-and-crime-plan-2021", "gloucestershire-2021-2025"])(
  "every cell and finding of %s is told where its measure stands",
  async (plan) => {
    await run(["report", join(home, "fixtures", plan, "plan.yaml"), "--format", "markdown", "--out", plan], folder);
    const lines = readFileSync(join(folder, plan, "report.md"), "utf8").split("\n");
    const { tables, findings } = jsonOf(
      "audit",
      (await run(["audit", `${plan}/report.md`, "--format", "json"], folder)).out,
    );
    const leadOf = (line: number): string => (lines[line - 1]?.split(" | ")[0] ?? "").replace(/^\| /, "");
    const cells = tables.flatMap((table) =>
      table.cells.map(({ measure, line, column, at }) => ({ measure, line, column, at, table })),
    );
    expect(cells.length).toBeGreaterThan(300);
    for (const { measure, line, column, at, table } of cells) {
      expect([leadOf(line), leadOf(at?.line ?? line)]).toEqual([measure, measure]);
      // One numbering: what a cell's column is headed with stands over the cell, wherever that is.
      const heading = table.columns.find((one) => one.column === column)?.heading ?? "";
      const from = (at?.line ?? line) - 1;
      const over = lines.slice(0, from).findLastIndex((one) => one.startsWith("| ---")) - 1;
      expect(lines[over]?.split("|")[at?.column ?? column]?.trim()).toBe(heading);
    }
    expect(cells.some(({ at }) => at !== undefined)).toBe(true);
    for (const { measure, line } of findings) if (measure !== undefined) expect(leadOf(line)).toBe(measure);
  },
);

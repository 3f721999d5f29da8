// Each doubt: `check` refuses it while it is open, and accepts it as the plan says, whose reason every format prints.
// @module-tag gallery
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { doubtCodes } from "../../src/core/problems/problems.ts";
import { reportFormats } from "../../src/output/formats/index.ts";
import { home, run } from "../helpers/world.ts";
import { zipOf } from "../helpers/zip.ts";

const folder = mkdtempSync(join(tmpdir(), "accepted-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the golden case of a doubt, its workbooks made. */
function caseOf(code: string): string {
  const own = join(home, "test/cases", code);
  const copy = join(folder, code);
  cpSync(own, copy, { recursive: true });
  for (const [, book = "", ...parts] of readFileSync(join(own, "cmd"), "utf8").matchAll(/^zip (\S+) (.*)$/gm))
    writeBook(
      join(copy, book),
      (parts[0] ?? "").split(" ").map((part) => join(own, part)),
    );
  return copy;
}

function writeBook(path: string, folders: readonly string[]): void {
  rmSync(path, { force: true });
  appendFileSync(path, zipOf(folders));
}

/** The texts of all files of a folder, also those within workbooks. */
function textsIn(path: string): string {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .map((name) => textsIn(join(path, name)))
      .join("\n");
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2).toString() !== "PK") return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join("\n");
}

const REASON = "The force counted them so that year";

test.each(doubtCodes)("%s", async (code) => {
  const at = caseOf(code);
  const open = await run(["check", "plan.yaml"], at, 400);
  expect(open.exit).toBe(1);
  expect(open.out).toMatch(/NO {3}No doubt about the data is open/);
  const lines = [...open.out.matchAll(/^ *accept: (\[\{.*\}\])$/gm)].map(([, line = ""]) => line.slice(1, -1));
  expect(lines.length).toBeGreaterThan(0);
  const said = lines.map((line) => line.replace('reason: "…", by: "…", on: "…"', `reason: "${REASON}", by: "A. Ng"`));
  const more = /^accept:$/m.test(readFileSync(join(at, "plan.yaml"), "utf8")) ? "" : "\naccept:\n";
  appendFileSync(join(at, "plan.yaml"), `${more}${said.map((line) => `  - ${line}\n`).join("")}`);
  const accepted = await run(["check", "plan.yaml"], at, 400);
  expect(accepted.out).toMatch(/yes {2}No doubt about the data is open/);
  for (const format of reportFormats) {
    const out = join(folder, `${code}-${format}`);
    mkdirSync(out);
    const target = format === "csv" ? out : join(out, `report.${format === "markdown" ? "md" : format}`);
    const toFile = format === "terminal" ? [] : ["--out", target];
    const done = await run(["report", "plan.yaml", "--format", format, ...toFile], at, 4_000);
    expect(`${done.err}`, format).not.toMatch(/doubts? about the data (is|are) open/);
    const text = format === "terminal" ? done.out : textsIn(out);
    // A plan without a baseline has no chart; below one, the words are on lines.
    if (format === "svg" && text === "") continue;
    expect(text.replace(/<\/text>\s*<text[^>]*>/g, " "), format).toContain(REASON);
  }
});

// Made-up tables in the wordings of many offices: the true ones are accused of nothing, and an error put into one is found.
// @module-tag fuzz
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { seeded } from "../helpers/seeded.ts";
import { run } from "../helpers/world.ts";
import { cellErrors, changed, isTrue, withError } from "./seeded-errors.ts";
import { commentErrors, commentOn, type SaidOf } from "./variation-comments.ts";
import { fileOf, placeOf } from "./variation-files.ts";
import { type Made, made, printed } from "./variations.ts";

const folder = mkdtempSync(join(tmpdir(), "variations-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function audited(table: Made, said?: SaidOf): Promise<AuditJson> {
  const { name, bytes } = fileOf(table);
  writeFileSync(join(folder, name), bytes);
  if (said) writeFileSync(join(folder, "said.csv"), `Measure,Comment\n${said.measure},"${said.text}"\n`);
  const comments = said ? ["--comments", "said.csv"] : [];
  const done = await run(["audit", name, ...table.args, ...comments, "--format", "json"], folder);
  expect(done.err, table.name).toBe("");
  return jsonOf("audit", done.out);
}
const keyOf = ({ class: name, file, line, column, message }: AuditJson["findings"][number]): string =>
  [name, file, line, column, message].join(" ");
/** What is found that is an error or a warning, and was not before. */
const added = (audit: AuditJson, before: ReadonlySet<string>): AuditJson["findings"] =>
  audit.findings.filter((finding) => finding.severity !== "note" && !before.has(keyOf(finding)));

const VARIATIONS = 400;
const seeds = Array.from({ length: VARIATIONS }, (_, index) => index + 1);

test(`none of ${VARIATIONS} correct variations is accused (a true rate of up to 0.75 % could hide)`, async () => {
  const accused: string[] = [];
  for (const seed of seeds) {
    const table = made(seed);
    expect(isTrue(table), table.name).toBe(true);
    const audit = await audited(table);
    for (const found of audit.findings.filter(({ severity }) => severity === "error"))
      accused.push(`${table.name} (${table.file}): ${found.class} at ${found.line}:${found.column}: ${found.message}`);
    // Every column is listed, with what was checked of it or why nothing was.
    const listed = audit.tables.flatMap(({ columns }) => columns.slice(1));
    expect(listed.filter(({ checked, why }) => checked === undefined || (checked === 0 && !why))).toEqual([]);
  }
  // With none in n, the rate is below 3/n with 95 % confidence (the rule of three): 0.75 % of 400.
  console.log(
    `accused: ${accused.length} of ${VARIATIONS}; a true rate of up to ${((3 / VARIATIONS) * 100).toFixed(2)} % could hide`,
  );
  expect(accused).toEqual([]);
});

/**
 * What breaks no truth leaves a table as right as it was: whoever told of it would accuse a right table. So the share of all cells has a
 * bound that no audit passes; it is printed beside the share of those that break a truth, which is held.
 * Why a cell that no finding tells of cannot be: of its own kind, what the table would need to give beside it.
 */
const unchecked: readonly (readonly [key: RegExp, layout: RegExp, why: string])[] = [
  [/^(c1|pop)$/, /forces/, "two units of a count or a population change no printed rate"],
  [/^q[01]$/, /./, "a quarter beside the year to date has no change of its own"],
  [/^m[01p]$/, /./, "a rate of a group without its number: only a change of more than its roundings shows"],
  [/^[rc][01]$|^[vp]$/, /./, "the roundings leave both open, or the row is withheld"],
];

test("at least 90 % of cells that anything is told by are checked: two units of the last place make a finding", async () => {
  const counts = new Map<string, number>();
  const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
  const missed: string[] = [];
  for (const seed of seeds) {
    const [table, random] = [made(seed), seeded(seed + 77)];
    const cells = table.lines.flatMap(({ cells: own }, line) =>
      table.columns.flatMap(({ key }) =>
        printed(own[key] ?? "") && key !== "rank" && key !== "target" ? [`${line} ${key}`] : [],
      ),
    );
    const before = new Set((await audited(table)).findings.map(keyOf));
    for (const cell of [0, 1].map(() => cells[Math.floor(random() * cells.length)] ?? "")) {
      const [line = "0", key = ""] = cell.split(" ");
      const was = table.lines[Number(line)]?.cells[key] ?? "";
      const at = was.search(/\d(?!.*\d)/);
      const now = was.slice(0, at) + String((Number(was[at]) + 8) % 10) + was.slice(at + 1);
      const error = changed(table, {
        [cell]: Number(was[at]) >= 2 ? now : was.slice(0, at) + String(Number(was[at]) + 2) + was.slice(at + 1),
      });
      const isFound = added(await audited(error.made), before).length > 0;
      count("all");
      if (isFound) count("found");
      if (error.changesTruth) count("able");
      if (error.changesTruth && isFound) count("able and found");
      if (error.changesTruth && !isFound) missed.push(`${table.name}: ${cell} ${was}`);
      // What no truth of the table is broken by, nobody can find in it: by kind, how many there are and why.
      if (!error.changesTruth && !isFound)
        count(
          `  ${unchecked.find(([of, layout]) => of.test(key) && layout.test(table.name))?.[2] ?? `other: ${key} in ${table.name}`}`,
        );
    }
  }
  const of = (what: string): number => counts.get(what) ?? 0;
  const share = (part: string, whole: string): string => `${part}: ${of(part)} of ${of(whole)} ${whole}`;
  const kinds = [...counts].filter(([what]) => what.startsWith("  ")).sort((a, b) => b[1] - a[1]);
  console.log(
    `${share("able and found", "able")}; ${share("found", "all")}\nbreak no truth, and are not found:\n${kinds
      .map(([what, number]) => `${what}: ${number}`)
      .join("\n")}\nbreak a truth, and are not found: ${missed.join("; ")}`,
  );
  expect(of("able and found") / of("able")).toBeGreaterThanOrEqual(0.9);
});

test("at least 97 % of over 2,000 errors put into cells that change any truth are found", async () => {
  const tally = new Map<string, { put: number; found: number; located: number }>();
  const missed: string[] = [];
  for (const seed of seeds.slice(0, 280)) {
    const [table, random] = [made(seed), seeded(seed + 5)];
    const before = new Set((await audited(table)).findings.map(keyOf));
    for (const kind of cellErrors) {
      const error = withError(table, kind, random);
      // A unit is wrong whatever the figures; anything else that breaks no truth is another truth.
      if (!error || !(error.changesTruth || kind === "unit")) continue;
      const findings = added(await audited(error.made), before);
      const places = error.cells.map((cell) => placeOf(table, cell));
      const isAt = findings.some(({ line, column }) =>
        places.some((place) => place.line === line && place.column === column),
      );
      const count = tally.get(kind) ?? { put: 0, found: 0, located: 0 };
      tally.set(kind, {
        put: count.put + 1,
        found: count.found + Number(findings.length > 0),
        located: count.located + Number(isAt),
      });
      if (findings.length === 0) missed.push(`${kind} in ${table.name}: ${error.cells.slice(0, 2).join(", ")}`);
    }
  }
  const sum = (of: "put" | "found"): number => [...tally.values()].reduce((all, one) => all + one[of], 0);
  console.log([...tally].map(([kind, { put, found }]) => `${kind}: ${found} of ${put}`).join("\n"));
  console.log(`${sum("found")} of ${sum("put")} errors found; not found:\n${missed.join("\n")}`);
  expect(sum("put")).toBeGreaterThanOrEqual(2_000);
  expect(sum("found") / sum("put")).toBeGreaterThanOrEqual(0.97);
});

test("true comments are accused of nothing, and at least 90 % of the errors put into them are found", async () => {
  const tally = new Map<string, { put: number; found: number }>();
  const missed: string[] = [];
  const accused: string[] = [];
  let right = 0;
  for (const seed of Array.from({ length: 700 }, (_, index) => index + 1)) {
    const [table, random] = [made(seed), seeded(seed + 9)];
    const said = commentOn(table, random);
    if (!said) continue;
    right += 1;
    const ofComment = (audit: AuditJson): AuditJson["findings"] =>
      audit.findings.filter(({ file, severity }) => file === "said.csv" && severity === "error");
    for (const { message } of ofComment(await audited(table, said.right)))
      accused.push(`${table.name}: ${said.right.text}: ${message}`);
    for (const kind of commentErrors) {
      const wrong = said.wrong[kind];
      if (!wrong) continue;
      const isFound = ofComment(await audited(table, wrong)).length > 0;
      const count = tally.get(kind) ?? { put: 0, found: 0 };
      tally.set(kind, { put: count.put + 1, found: count.found + Number(isFound) });
      if (!isFound) missed.push(`${kind} in ${table.name}: ${wrong.text}`);
    }
  }
  const sum = (of: "put" | "found"): number => [...tally.values()].reduce((all, one) => all + one[of], 0);
  console.log([...tally].map(([kind, { put, found }]) => `${kind}: ${found} of ${put}`).join("\n"));
  console.log(`${right} true comments; not found:\n${missed.join("\n")}`);
  expect(accused).toEqual([]);
  expect(sum("found") / sum("put")).toBeGreaterThanOrEqual(0.9);
});

// Whatever the plan and its data: the tool's own tables are right by the audit, and one cell changed in them is found.
// @module-tag fuzz
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { seeded } from "../helpers/seeded.ts";
import { run } from "../helpers/world.ts";

const forces = ["Gloucestershire", "Kent", "Devon and Cornwall", "West Mercia", "Dyfed-Powys"];
const groups = ["MSG", "Most Similar Group", "Similar forces", "England and Wales"];
const periods = [
  ["2019", "12 months to September 2023"],
  ["2018/19", "2022/23"],
  ["year ending March 2020", "year ending June 2023"],
] as const;

const folder = mkdtempSync(join(tmpdir(), "audit-property-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A plan and its data in a folder of their own; its tables, as CSV. */
async function tablesOf(seed: number): Promise<{ at: string; files: string[] }> {
  const random = seeded(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const one = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
  const at = join(folder, String(seed));
  mkdirSync(at);
  const force = one(forces);
  const group = random() < 0.8 ? one(groups) : undefined;
  const [was, is] = one(periods);
  const sides = group === undefined ? [force] : [force, group];
  const data = ["area,series,period,kind,value"];
  const give = (area: string, series: string, period: string, kind: string, value: string): unknown =>
    data.push([area, series, period, kind, value].join(","));
  const withPopulation = random() < 0.6;
  for (const [place, area] of sides.entries()) {
    for (const date of ["mid-2018", "mid-2022"])
      give(area, "Population", date, "population", String(Math.floor((place * 6 + 0.3) * 1e6 + random() * 9e5)));
  }
  const measures: string[] = [];
  const count = 1 + whole(9);
  for (let index = 0; index < count; index += 1) {
    const name = `Measure ${String.fromCharCode(65 + index)}`;
    const kind = one(["count", "count", "rate", "percentage"]);
    for (const [place, area] of sides.entries()) {
      for (const period of [was, is]) {
        const size = one([30, 900, 40_000]) * (place * 9 + 1);
        const value =
          kind === "count"
            ? String(whole(size))
            : kind === "rate"
              ? (random() * 80).toFixed(3)
              : (random() * 100).toFixed(1);
        const word = kind === "percentage" ? "percent" : kind;
        give(area, name, period, word, random() < 0.03 ? '"[x] not published"' : value);
      }
    }
    const aim = one([", aim: reduce", ", aim: increase", ""]);
    measures.push(
      `      - { name: ${name}, kind: ${kind}${aim}, priorities: [ONE], comment: The office looks into it. }`,
    );
  }
  const [own, theirs] = [1 + whole(2), 1 + whole(2)];
  const decimals =
    random() < 0.5
      ? []
      : [
          `    decimals: { percent: ${own}, points: ${own}, rate: ${2 + whole(2)}, similar-forces: { percent: ${theirs}, points: ${theirs} } }`,
        ];
  const population = (date: string): string => (withPopulation ? `{ period: PERIOD, population: ${date} }` : "PERIOD");
  writeFileSync(join(at, "data.csv"), `${data.join("\n")}\n`);
  writeFileSync(
    join(at, "plan.yaml"),
    [
      `title: Plan ${seed}`,
      `force: ${force}`,
      ...(group === undefined ? [] : [`similar-forces: ${group}`]),
      "priorities: [{ id: ONE, name: The first }]",
      "data: [data.csv]",
      "tables:",
      "  - title: Performance",
      `    baseline: ${population("mid-2018").replace("PERIOD", was)}`,
      `    current: ${population("mid-2022").replace("PERIOD", is)}`,
      ...decimals,
      "    measures:",
      ...measures,
      "",
    ].join("\n"),
  );
  const done = await run(["report", "plan.yaml", "--format", "csv", "--out", "tables"], at);
  expect(done.exit, done.err).toBe(0);
  return {
    at: join(at, "tables"),
    files: readdirSync(join(at, "tables")).filter((name) => name === "performance.csv"),
  };
}

async function audited(at: string, args: readonly string[]): Promise<AuditJson> {
  const done = await run(["audit", ...args, "--format", "json"], at);
  return jsonOf("audit", done.out);
}
const wrong = ({ findings }: AuditJson) =>
  findings.filter(({ severity, class: name }) => severity === "error" || name === "other-rounding");

/** How far a cell must be changed so that no rounding explains it, in units of its last decimal; 0 for a cell left alone. */
function beyond(heading: string): number {
  if (/\(shorthand\)$/.test(heading)) return 0;
  if (/ number$| variance$/.test(heading)) return 1;
  // Two figures of half a unit each, and half a unit of its own: under two units.
  if (/ rate per 1,000 population$| percentage$| difference in rate$| difference in percentage points$/.test(heading))
    return 4;
  // Of counts, its own half unit alone; of rates far more, so a change of rates is left out here.
  return / % difference$/.test(heading) ? 2 : 0;
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell}"` : cell);
const places = (cell: string): number => cell.split(".")[1]?.length ?? 0;

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  "plan %i: its tables are right, and a changed cell is found",
  async (seed) => {
    const { at, files } = await tablesOf(seed);
    expect(files).toEqual(["performance.csv"]);
    const clean = await audited(at, [
      "performance.csv",
      "--comments",
      "additional-comments.csv",
      "--plan",
      "../plan.yaml",
    ]);
    expect(wrong(clean)).toEqual([]);
    expect(clean.tables[0]?.columns.filter(({ by }) => by !== "heading")).toEqual([]);

    const path = join(at, "performance.csv");
    const text = readFileSync(path, "utf8");
    const rows: string[][] = parse(text);
    const [header = []] = rows;
    const random = seeded(seed * 7919);
    let tried = 0;
    for (let attempt = 0; attempt < 60 && tried < 3; attempt += 1) {
      const row = 1 + Math.floor(random() * (rows.length - 1));
      const column = Math.floor(random() * header.length);
      const cell = rows[row]?.[column] ?? "";
      const units = beyond(header[column] ?? "");
      // A row with a gap leaves some of its cells without a check.
      const checked = clean.tables[0]?.cells.some(
        (one) => one.line === row + 1 && one.column === column + 1 && one.status === "matches" && one.check !== "plan",
      );
      const hasGap = (rows[row] ?? []).includes("[x]");
      const isInput = / number$| percentage$/.test(header[column] ?? "");
      const hasCounts = (rows[row] ?? []).some((one, index) => / number$/.test(header[index] ?? "") && one !== "");
      if (
        hasGap ||
        units === 0 ||
        !/\d/.test(cell) ||
        !(checked || isInput) ||
        (/ % difference$/.test(header[column] ?? "") && !hasCounts)
      )
        continue;
      tried += 1;
      const step = (units + Math.floor(random() * 50)) * (random() < 0.5 && Number(cell) > units ? -1 : 1);
      const changed = (Number(cell) + step / 10 ** places(cell)).toFixed(places(cell));
      if (/ number$/.test(header[column] ?? "") && Number(changed) < 0) continue;
      const next = rows.map((cells, index) =>
        cells.map((one, other) => quoted(index === row && other === column ? changed : one)).join(","),
      );
      writeFileSync(path, `${next.join("\r\n")}\r\n`);
      const audit = await audited(at, ["performance.csv"]);
      const here = (place: { line: number; column: number }): boolean =>
        place.line === row + 1 && place.column === column + 1;
      const found = audit.findings
        .filter(({ severity }) => severity === "error")
        .some((finding) => here(finding) || finding.inputs?.some(here));
      expect(
        found,
        `line ${row + 1}, ${header[column]}: ${cell} → ${changed}\n${next.join("\n")}\n${JSON.stringify(audit.findings, undefined, 1)}`,
      ).toBe(true);
      // Against the plan, the very cell is named.
      const compared = await audited(at, ["performance.csv", "--plan", "../plan.yaml"]);
      expect(
        compared.findings.some((finding) => finding.class === "differs-from-plan" && here(finding)),
        `${header[column]}: ${cell} → ${changed} ${JSON.stringify(compared.findings.filter(here))} ${JSON.stringify(compared.tables[0]?.cells.filter(here))} ${JSON.stringify(compared.tables[0]?.columns.filter(({ by }) => by !== "heading"))}`,
      ).toBe(true);
    }
    writeFileSync(path, text);

    // A verdict turned round, where the aim is settled by the printed figures.
    const verdictAt = header.findIndex((heading) => /^Aim: (achieved\?|standing)$/.test(heading));
    const judged = clean.tables[0]?.cells.filter((one) => one.check === "verdict" && one.status === "matches") ?? [];
    for (const { line } of judged.slice(0, 2)) {
      const row = rows[line - 1] ?? [];
      const levels = header.flatMap((heading, index) =>
        /^(Baseline|Current): .* (number|percentage|rate per 1,000 population)$/.test(heading) && row[index] !== ""
          ? [row[index] ?? ""]
          : [],
      );
      if (new Set(levels).size < levels.length || row.includes("[x]")) continue;
      const turned = row[verdictAt] === "achieved" ? "not achieved" : "achieved";
      const next = rows.map((cells, index) =>
        cells.map((one, other) => quoted(index === line - 1 && other === verdictAt ? turned : one)).join(","),
      );
      writeFileSync(path, `${next.join("\r\n")}\r\n`);
      const audit = await audited(at, ["performance.csv"]);
      const named = audit.findings.filter((finding) => finding.line === line && finding.column === verdictAt + 1);
      // A change too small for the printed percentages settles nothing, and is said to.
      expect(named.map(({ class: name }) => name)[0], JSON.stringify(audit.findings)).toMatch(
        /^(does-not-match|other-basis|cannot-be-checked)$/,
      );
    }
    writeFileSync(path, text);
  },
);

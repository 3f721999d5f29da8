// What compare, trend and diff hold in JSON stands in their CSV and workbooks too: read back, figure by figure.
// @module-tag gallery

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import type { Change, LevelKey } from "../../src/measures/measure-kind.ts";
import type { FigureJson } from "../../src/output/figure-schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { openOds, openXlsx } from "../helpers/office.ts";
import { home, run } from "../helpers/world.ts";
import { bare, bookRows, full, type Rows, withoutShorthand } from "./rows.ts";

const folder = mkdtempSync(join(tmpdir(), "pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

const changes = join(home, "test/cases/compare-changes");
const textOf = async (args: readonly string[]): Promise<string> => (await run(args)).out;
const bookOf = async (args: readonly string[], format: "xlsx" | "ods") => {
  const bytes = Buffer.from(await textOf([...args, "--format", format]), "latin1");
  return { bytes, rows: bookRows(format === "xlsx" ? openXlsx(bytes) : openOds(bytes)) };
};

/** Rows by their headings. */
const named = ([heads = [], ...rows]: Rows): Readonly<Record<string, string>>[] => {
  expect(new Set(heads).size).toBe(heads.length);
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ""])));
};
const csvOf = async (args: readonly string[]): Promise<Rows> =>
  withoutShorthand(parse(await textOf([...args, "--format", "csv"])) as string[][]);

/** A figure as a cell has it: its bare digits and its mark, or its mark alone. */
const cellOf = (figure: FigureJson | undefined): string => {
  if (figure === undefined) return "";
  return "gap" in figure ? `[${figure.mark ?? "x"}]` : bare(figure.shown);
};

const levels = {
  ...{ count: "number", rate: "rate per 1,000 population", percent: "percentage" },
  ...{ pounds: "£", seconds: "seconds", hours: "hours", people: "people" },
};
const units = {
  ...{ count: "", rate: " in rate", percentage: " in percentage points" },
  ...{ pounds: " in £", people: " in people", score: " in score", ratio: " in ratio" },
  ...{ seconds: " in seconds", minutes: " in minutes", hours: " in hours", days: " in days" },
};
const changeHeadings = {
  ...{ variance: "variance", percent: "% difference" },
  ...{ rate: "difference in rate", points: "difference in percentage points" },
};

const comparisons: readonly (readonly string[])[] = [
  ["compare", join(home, "fixtures/similar-forces-2019")],
  ["compare", join(home, "fixtures/plan-targets")],
  ["compare", join(home, "fixtures/district-partnership")],
  ["compare", join(home, "fixtures/anti-social-behaviour-2008-2018")],
  ["compare", changes],
  ["compare", changes, "--group", "Mean of others"],
];

describe.each(comparisons.map((command) => [command.slice(1).join(" ").replace(home, ""), command] as const))(
  "compare %s",
  (_, command) => {
    test("CSV has of each force and of the group all that JSON has of it", async () => {
      const json = jsonOf("compare", await textOf([...command, "--format", "json"]));
      const rows = named(await csvOf(command));
      expect(rows.length).toBe(json.comparisons.reduce((sum, { forces }) => sum + forces.length + 1, 0));
      for (const { measure, period, baseline, basis, group, forces } of json.comparisons) {
        const own = rows.filter((row) => row.Measure === measure && row.Period === period);
        const figures = (one: Pick<(typeof forces)[number], "figures" | "change" | "population">) => ({
          ...Object.fromEntries(
            (Object.entries(levels) as [LevelKey, string][]).map(([kind, head]) => [head, cellOf(one.figures[kind])]),
          ),
          ...Object.fromEntries(
            (Object.entries(changeHeadings) as [keyof Change, string][]).map(([kind, head]) => {
              const { [kind]: figure } = one.change;
              const unit = figure && "unit" in figure ? figure.unit : "count";
              const other = kind === "variance" && unit !== "count" ? ` in ${unit}` : "";
              return [`Change: ${head}${other}`, cellOf(figure)];
            }),
          ),
          population: cellOf(one.population),
        });
        // What the CSV has more than blank cells is what the JSON has, where it has it.
        const held = (
          row: Readonly<Record<string, string>> | undefined,
          expected: Readonly<Record<string, string>>,
        ) => {
          for (const [head, cell] of Object.entries(expected)) {
            if (cell !== "" || head in (row ?? {})) expect(row?.[head]?.replace("[z]", ""), head).toBe(cell);
          }
        };
        for (const one of forces) {
          const row = own.find(({ Area }) => Area === `${one.name}${one.own ? " (own)" : ""}`);
          expect(row, one.name).toMatchObject({ Baseline: baseline ?? "", Group: group.name });
          held(row, {
            ...figures(one),
            // "No" is blank in a row that is bare.
            [`counts in ${group.name}`]: one["in-group"] ? "Yes" : "",
            [`difference from ${group.name}${units[basis as keyof typeof units]}`]: cellOf(one.difference),
            ...Object.fromEntries(
              (["95%", "99.8%"] as const).flatMap((level) =>
                (["lower", "upper"] as const).map((edge) => [
                  `Limits at ${level}: ${edge}`,
                  cellOf(one.funnel?.limits[level][edge]),
                ]),
              ),
            ),
            "best rank": String(one["rank-range"]?.best ?? ""),
            "worst rank": String(one["rank-range"]?.worst ?? ""),
            "at 95%": one.funnel?.["95%"] ?? "",
            "at 99.8%": one.funnel?.["99.8%"] ?? "",
          });
          expect(row?.rank).toBe(one.rank === null ? cellOf(one.difference) : String(one.rank));
          const deviations = one["standard-deviations"];
          if (deviations !== undefined) expect(Number(row?.["spread in SD"])).toBeCloseTo(deviations, 1);
        }
        held(
          own.find(({ Area }) => Area === `${group.name} (${group.average})`),
          figures(group),
        );
      }
    });

    test("XLSX and ODS have the cells of the CSV", async () => {
      const [heads = [], ...rows] = await csvOf(command);
      const first = heads.indexOf("Area");
      expect(first).toBe(6);
      const tables = [...new Set(rows.map(([title]) => title))].map((title) => rows.filter((row) => row[0] === title));
      const kept = tables.flatMap((table) => {
        const used = [...heads.keys()].filter((index) => index >= first && table.some((row) => row[index] !== ""));
        return table.map((row) => used.map((index) => row[index] ?? ""));
      });
      for (const format of ["xlsx", "ods"] as const) {
        expect(full((await bookOf(command, format)).rows)).toEqual(full(kept));
      }
    });
  },
);

test("the changes of each force, by hand", async () => {
  const rows = named(await csvOf(["compare", changes, "--group", "Mean of others"]));
  const changed = rows.map((row) => [
    row.Area,
    ...["variance", "% difference", "difference in rate", "difference in percentage points"].map(
      (head) => row[`Change: ${head}`],
    ),
  ]);
  expect(changed).toEqual([
    // 6 − 8; 100 × −2 ÷ 8, of numbers under 10; 1000 × 6 ÷ 5,000 − 1000 × 8 ÷ 5,000 = 1.2 − 1.6.
    ["Force B (own)", "-2", "-25.0 [u]", "-0.400", ""],
    // Its 2018 is "..".
    ["Force C", "[x]", "[x]", "[x]", ""],
    // 900 − 800; 100 × 100 ÷ 800; 1000 × 900 ÷ 300,000 − 1000 × 800 ÷ 250,000 = 3.0 − 3.2.
    ["Force A", "100", "12.5", "-0.200", ""],
    // A mean of rates has no number, and without that of Force C in 2018 no change either.
    ["Mean of others (mean)", "[z]", "[x]", "[x]", ""],
    // 78.8 − 80; 72.5 − 70; 61.3 − 60; (72.5 + 61.3) ÷ 2 − (70 + 60) ÷ 2 = 66.9 − 65.
    ["Force B (own)", "", "", "", "-1.2"],
    ["Force A", "", "", "", "2.5"],
    ["Force C", "", "", "", "1.3"],
    ["Mean of others (mean)", "", "", "", "1.9"],
  ]);
});

test("the metadata of a comparison say the unit of each column", async () => {
  await run(["compare", changes, "--group", "Mean of others", "--format", "csv", "--out", "csv"], folder);
  const { url, tableSchema } = JSON.parse(readFileSync(join(folder, "csv", "compare.csv-metadata.json"), "utf8"));
  const [heads = []] = parse(readFileSync(join(folder, "csv", url), "utf8")) as string[][];
  type Column = { titles: string; datatype: unknown; "schema:unitText"?: string };
  const columns: Column[] = tableSchema.columns;
  expect(columns.map(({ titles }) => titles)).toEqual(heads);
  const unitOf = Object.fromEntries(columns.map((column) => [column.titles, column["schema:unitText"]]));
  expect(unitOf).toMatchObject({
    ...{ "Change: variance": "count", "Change: % difference": "%", "Change: difference in rate": "per 1,000" },
    "Change: difference in percentage points": "percentage points",
    ...{ number: "count", population: "persons", "rate per 1,000 population": "per 1,000", percentage: "%" },
    ...{ "Change: variance (shorthand)": undefined, "counts in Mean of others": undefined },
  });
  const isText = columns.filter(({ datatype }) => datatype === "string").map(({ titles }) => titles);
  expect(isText).toEqual(heads.filter((head, index) => index < 8 || /shorthand|at 9/.test(head)));
});

test("a column of several units is said to be in none", async () => {
  const out = join(folder, "units");
  await run(["diff", "old", "new", "--format", "csv", "--out", out], join(home, "test/cases/diff-csv"));
  const name = "what-was-revised-and-what-moved-gloucestershire.csv";
  const columns: Readonly<Record<string, unknown>>[] = JSON.parse(
    readFileSync(join(out, `${name}-metadata.json`), "utf8"),
  ).tableSchema.columns;
  const rows = named(parse(readFileSync(join(out, name), "utf8")) as string[][]);
  // Numbers and a % under one heading.
  expect(rows.map(({ was }) => was)).toEqual(["90", "100", "-10.0"]);
  expect(rows.map(({ unit }) => unit)).toEqual(["count", "count", "%, revised and moved in percentage points"]);
  for (const column of columns) expect(column["schema:unitText"]).toBe(undefined);
});

/** A limit as JSON has it is rounded once to the places that a cell has. */
const rounds = (cell: string | undefined, digits: string | undefined): void => {
  const [, decimals = ""] = /^-?\d+\.(\d+)$/.exec(cell ?? "") ?? [];
  expect(cell).toBe(Number(digits).toFixed(decimals.length));
};

test.each(["trend-months", "trend-break", "trend-quarters", "trend-rising"])(
  "%s: CSV has the limits that JSON has",
  async (name) => {
    const command = ["trend", join(home, "test/cases", name)];
    const json = jsonOf("trend", await textOf([...command, "--format", "json"]));
    const rows = named(await csvOf(command));
    let checked = 0;
    for (const { measure, step, moments, years, limits } of json.measures) {
      const fine = rows.filter((row) => row.Measure === measure && row.Step === step);
      const periods = moments.map(({ period }) => period);
      expect(fine.map(({ Period }) => Period)).toEqual(periods);
      expect(rows.filter((row) => row.Measure === measure && row.Step === "year").length).toBe(years.length);
      for (const { from, to, mean, lower, upper } of limits) {
        for (const row of fine.slice(periods.indexOf(from), periods.indexOf(to) + 1)) {
          const [head = ""] = Object.keys(row).filter((one) => /^Limits of .*: mean$/.test(one) && row[one] !== "");
          if (mean === undefined) expect(head === "" || row[head] === "[z]").toBe(true);
          else {
            rounds(row[head], mean);
            rounds(row[head.replace(/mean$/, "lower")], lower);
            rounds(row[head.replace(/mean$/, "upper")], upper);
            checked += 1;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(11);
  },
);

test("the limits of ten and twelve in turn, by hand", async () => {
  const command = ["trend", join(home, "test/cases/trend-break")];
  // The mean is 11, and each month differs by 2 from the one before: 11 ± 2.66 × 2.
  const [first] = named(await csvOf(command));
  expect(first).toMatchObject({
    "Limits of the number: mean": "11.0",
    "Limits of the number: lower": "5.7",
    "Limits of the number: upper": "16.3",
  });
  const { rows } = await bookOf(command, "xlsx");
  expect(rows[0]).toEqual(["January 2020", "10", "11.0", "5.7", "16.3"]);
  // A terminal is told them below its table.
  expect(await textOf(command)).toMatch(/Period +number\n─+\nJanuary 2020 +10\n/);
});

const kinds = { ...levels, rate: "rate" };
test.each([
  ["diff-csv", "old", "new"],
  ["diff-reports", "june.json", "september.json"],
  ["diff-quarter", "last-quarter.json", "new-data", "--plan", "plan.yaml"],
])("%s: CSV has each figure that changed as JSON has it", async (name, ...sides) => {
  const cwd = join(home, "test/cases", name);
  const made = await run(["diff", ...sides, "--format", "json"], cwd);
  const json = jsonOf("diff", made.out);
  const out = join(folder, name);
  await run(["diff", ...sides, "--format", "csv", "--out", out], cwd);
  const files = readdirSync(out).filter((one) => /^what-was-revised.*\.csv$/.test(one));
  const rows = files.flatMap((file) =>
    named(withoutShorthand(parse(readFileSync(join(out, file), "utf8")) as string[][])),
  );
  const expected = json.measures.flatMap(({ measure, part, table, sides: all }) =>
    all.flatMap(({ figures }) =>
      figures.map(({ of, kind, ...one }) => {
        const level = kinds[(kind === "percentage" ? "percent" : kind) as keyof typeof kinds];
        const figure = of === "change" ? (kind === "percent" ? "% difference" : "points") : `${of} ${level}`;
        return {
          id: [part ?? measure, table, figure],
          cells: [one.was, one.revised, one.restated, one.moved, one.whole, one.is].map(cellOf),
        };
      }),
    ),
  );
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    const cells = ["was", "revised", "restated", "moved", "in all", "is"].map((head) => row[head]);
    // A measure has the same figures of each side; the sides are files of their own.
    const id = [row.Measure?.replace(/^.*: /, ""), row.table, row.figure];
    expect(expected).toContainEqual({ id, cells });
  }
});

test("CSV of a part of a plan says so", async () => {
  const where = join(folder, "part");
  await run(["report", join(home, "fixtures/plan-targets"), "--table", "People", "--format", "csv", "--out", where]);
  const said = "Only tables People; counts are of the measures shown.";
  const [, [title, note] = []] = parse(readFileSync(join(where, "notes.csv"), "utf8")) as string[][];
  expect([title, note]).toEqual(["Targets of the Police and Crime Prevention Plan 2021–2025", said]);
  for (const name of readdirSync(where).filter((one) => one.endsWith(".json"))) {
    expect(JSON.parse(readFileSync(join(where, name), "utf8"))["dc:description"]).toContain(said);
  }
});

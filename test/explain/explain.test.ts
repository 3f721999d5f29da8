// Every cell of every table of the example plans, and of the gallery's, is explained; what explains it is held to separate
// arithmetic and to the lines of the files themselves.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { measuresOf } from "../../src/commands/open-plan.ts";
import { answerText } from "../../src/core/answers.ts";
import { type Figure, isKnown, isWord, type KnownFigure } from "../../src/core/figure.ts";
import { compareExact, exact, exactText } from "../../src/core/number.ts";
import { type Explanation, explanationOf, printedCells } from "../../src/explain/explain.ts";
import type { FormulaStep } from "../../src/explain/figure.ts";
import { meantBy, nearestName } from "../../src/explain/match-name.ts";
import { noComments } from "../../src/input/comments.ts";
import { decode } from "../../src/input/csv/decode.ts";
import { readData } from "../../src/input/ingest.ts";
import { tablesOf } from "../../src/output/report-tables.ts";
import { wantedBy } from "../../src/plan/comparators.ts";
import { parsePlan } from "../../src/plan/plan.ts";
import { reportOf } from "../../src/report/report.ts";
import { jsonOf } from "../helpers/json.ts";
import { seeded } from "../helpers/seeded.ts";
import { home, run } from "../helpers/world.ts";
import { type Fraction, fractionOf, isSo, order, rounded, workedOut } from "./arithmetic.ts";

const plansIn = (folder: string): string[] =>
  readdirSync(join(home, folder))
    .map((name) => `${folder}/${name}`)
    .filter((name) => existsSync(join(home, name, "plan.yaml")));
const fixtures = plansIn("fixtures");

/** The explanations of all the cells of a plan, with readings; none of a plan that cannot be read. */
async function explained(folder: string): Promise<{ all: Explanation[]; cells: number }> {
  const decoded = decode(readFileSync(join(home, folder, "plan.yaml")));
  const { plan: parsed } = await parsePlan(decoded === "binary" ? "" : decoded.text, "plan.yaml");
  if (!parsed) return { all: [], cells: 0 };
  const plan = { ...parsed, reading: true };
  const data = await readData(plan.data, join(home, folder), (places) => wantedBy(plan, places, measuresOf(plan)));
  const { tables } = reportOf(plan, data, noComments);
  const printed = tables.flatMap((table) => tablesOf(plan, table));
  const cells = printed.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  return { all: printedCells(plan, tables).map((cell) => explanationOf(plan, cell)), cells };
}

/** Every step of an explanation, those within steps among them. */
const allSteps = (steps: readonly FormulaStep[]): FormulaStep[] =>
  steps.flatMap((step) => [step, ...allSteps(step.of)]);
const linesOf = (folder: string, file: string): string[] =>
  readFileSync(join(home, folder, file), "utf8").split(/\r\n|\n|\r/);

/** The formula of a figure with the formulas of its numbers in it, down to those of the data. */
function expanded(figure: KnownFigure): string {
  const { derivation: made, value } = figure;
  const text = exactText(value);
  if (!made) return text.startsWith("-") ? `(${text})` : text;
  return `(${made.formula(...made.of.map((one) => expanded(one as KnownFigure)))})`;
}

const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const abs = ([top, bottom]: Fraction): Fraction => [top < 0n ? -top : top, bottom];

/** What has to be so of each of 100,000 cells and steps: `expect` would take longer for them than all else here. */
function holds(isSo: boolean, otherwise: () => string): void {
  if (!isSo) expect.fail(otherwise());
}

function expectFigure(figure: Figure, places: number, one: Explanation): void {
  const where = (): string => `${one.name}, ${one.column.group} ${one.column.heading}`;
  if (isWord(figure)) {
    holds(one.printed === answerText(figure), () => `${where()}: ${one.printed}, not ${answerText(figure)}`);
    holds(
      allSteps(one.steps).some(({ from }) => from.length > 0),
      () => `${where()}: names no cell`,
    );
    return;
  }
  if (!isKnown(figure)) {
    holds(one.says.reason === figure.gap.reason, () => `${where()}: ${one.says.reason}, not ${figure.gap.reason}`);
    // Where a cell of the data caused it, that cell is named.
    const isNamed = figure.from.length === 0 || allSteps(one.steps).some(({ from }) => from.length > 0);
    holds(isNamed, () => `${where()}: names no cell`);
    return;
  }
  const own = workedOut(expanded(figure));
  // A value is kept to 60 digits.
  const off = abs(
    minus(own, workedOut(figure.value.isNegative() ? `(${figure.value.toFixed()})` : figure.value.toFixed())),
  );
  holds(order(off, [1n, 10n ** 40n]) < 0, () => `${where()}: is not ${expanded(figure)}`);
  const formula = one.says.formula ?? one.steps[0]?.what;
  holds(!figure.derivation || formula !== undefined, () => `${where()}: has no formula`);
  const printed = withoutUnit(one);
  const digits = printed.replace(/[,%£]| \[\w+\]$/g, "");
  // "9:42" is 582 seconds, of a figure in minutes.
  const [clock, sign, minutes, seconds] = /^(-?)(\d+):(\d\d)$/.exec(digits) ?? [];
  const said = clock === undefined ? digits : `${sign}${Number(minutes) * 60 + Number(seconds)}`;
  const right = clock === undefined ? rounded(own, places) : rounded([own[0] * 60n, own[1]], 0);
  holds(printed === "[low]" || said === right, () => `${where()}: ${one.printed}, not ${right}`);
  holds(one.steps.length > 0, () => `${where()}: has no steps`);
}

/** A cell of a table of mixed kinds, which says its unit, without that. */
function withoutUnit({ printed, cell, column }: Explanation): string {
  if (column.unitHeading === undefined || !("figure" in cell)) return printed;
  const { unit } = cell.figure;
  const isOne = /^-?1 /.test(printed);
  return printed.replace(` ${isOne ? unit.replace(/s$/, "") : unit}`, "").replace(/^(score|ratio) /, "");
}

const plans = [
  ...fixtures.map((folder) => [folder, []] as const),
  ...plansIn("test/cases").map((folder) => [folder, ["gallery"]] as const),
];
for (const [folder, tags] of plans)
  describe(folder, { tags: [...tags] }, () => {
    test("every cell is explained, down to lines that are there", async () => {
      const { all, cells } = await explained(folder);
      expect(all).toHaveLength(cells);
      const files = new Set<string>();
      for (const one of all) {
        const { cell, says, steps, printed, row } = one;
        holds(Object.keys(says).length + steps.length > 0, () => `${one.name}: ${one.column.heading}: says nothing`);
        for (const step of allSteps(steps)) {
          const where = (): string => `${one.name}: ${step.value} ${step.what}`;
          const isCounted = step.figure?.derivation?.of.length === 0;
          const leads = step.from.length > 0 || step.of.length > 0 || step.reason !== undefined || isCounted;
          holds(leads, () => `${where()}: leads nowhere`);
          holds(`${step.what}${step.reason ?? ""}` !== "", () => `${where()}: says nothing`);
          const isObserved = step.figure !== undefined && isKnown(step.figure) && !step.figure.derivation;
          holds(!isObserved || step.from.length > 0, () => `${where()}: is from no line`);
          for (const { file } of step.from) files.add(file);
        }
        if ("figure" in cell) expectFigure(cell.figure, cell.places, one);
        if (one.column.topic === "achieved?" && says.here !== undefined) {
          // Numbers that do not end are compared by their first fifteen digits.
          // Of a threshold the second test is that of its tolerance.
          const [here = "", tolerated] = says.here.split("; ");
          const rule = (here.split(",").slice(0, -1).join(",") || here).replaceAll("…", "");
          if (tolerated !== undefined) {
            const isTolerated = isSo(tolerated.split(",").slice(0, -1).join(",").replaceAll("…", ""));
            expect(isTolerated, says.here).toBe(row.standing === "within tolerance");
          }
          // A rule of words is no arithmetic. An aim due later is met, or not yet met, and stands as on track or behind.
          const isMet = row.measure.kind.inWords ? here.endsWith("which is so") : isSo(rule);
          expect(isMet, says.here).toBe(row.verdict === "achieved");
          expect(here).toMatch(row.verdict === "achieved" ? /, which is so$/ : /, which is not so$/);
        }
        if (one.column.topic === "achieved?" && row.measure.aim && printed !== "not judged")
          // A number that is withheld is in no sum; then the verdict is that of every number that it may be.
          expect(says.here ?? /^whatever the withheld number under \d+ is$/.exec(says.reason ?? "")).toBeTruthy();
      }
      for (const file of files) expect(existsSync(join(home, folder, file)), file).toBe(true);
    });
  });

/** Every line of "2-13,15". */
const eachLine = (runs: string): number[] =>
  runs.split(",").flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });

const summed = [
  ...fixtures,
  ...["police-uk", "home-office-partnerships", "home-office-quarters", "fractions"].map((name) => `test/cases/${name}`),
];
test.each(summed)("%s: the lines of numbers chosen at random, read and added here, give them", async (folder) => {
  const { all } = await explained(folder);
  const given = all.flatMap(({ steps }) =>
    allSteps(steps).filter(({ figure }) => figure?.observed !== undefined && isKnown(figure)),
  );
  const random = seeded(2023);
  for (let turn = 0; turn < 60; turn += 1) {
    const { figure, from, what } = given[Math.floor(random() * given.length)] as FormulaStep & { figure: KnownFigure };
    expect(from.length, what).toBe(1);
    for (const { file, line, column, lines } of from) {
      const texts = linesOf(folder, file);
      const cells = eachLine(lines ?? `${line}`).map((at) => {
        const [record] = parse(texts[at - 1] ?? "", {
          relax_column_count: true,
          delimiter: [",", ";", "\t"],
        }) as string[][];
        return record?.[column - 1] ?? "";
      });
      const numbers = figure.observed?.counted
        ? cells.map(() => "1")
        : cells.map((cell) => cell.replace(/[,%£ ]/g, ""));
      let sum = exact(0);
      for (const number of numbers) sum = sum.plus(exact(number));
      // What was read as a share of 1 is in its formula.
      const value = figure.derivation ? sum.times(100) : sum;
      expect(compareExact(value, figure.value), `${what}: ${file}:${lines ?? line}`).toBe(0);
      if (figure.derivation) expect(what).toContain(`100 × ${numbers[0]}`);
    }
  }
});

test("a formula that is not the figure's is found out", () => {
  expect(() => workedOut("p of a test")).toThrow();
  expect(order(workedOut("1000 × 395 ÷ 646,627"), fractionOf("0.610862212682118"))).toBeGreaterThan(0);
  expect(rounded(workedOut("100 × (395 − 348) ÷ 348"), 1)).toBe("13.5");
  expect([rounded([-29n, 10n], 0), rounded([-4n, 100n], 1), rounded([5n, 2n], 0)]).toEqual(["-3", "0.0", "3"]);
  expect(order(workedOut("7,028 + (3,514 − 7,028) × 45 months ÷ 63 months"), [4518n, 1n])).toBe(0);
  expect([isSo("395 < 348"), isSo("|95 − 100| ≤ 5 × 100 ÷ 100"), isSo("2 ≥ 3")]).toEqual([false, true, false]);
});

test.each(fixtures)(
  "%s: explain --format json of each measure is as documented, and of what report prints",
  async (folder) => {
    const { out } = await run(["report", folder, "--format", "json"]);
    const names: string[] = JSON.parse(out).tables.flatMap((table: { rows: { measure: string }[] }) =>
      table.rows.map((row) => row.measure),
    );
    for (const name of new Set(names)) {
      const done = await run(["explain", folder, name, "--format", "json"]);
      expect(done.exit, done.err).toBe(0);
      const { cells, files } = jsonOf("explain", done.out);
      expect(new Set(cells.map(({ measure }) => measure))).toEqual(new Set([name]));
      expect(files.map(({ file }) => file)).toContain("plan.yaml");
      for (const { figure, printed } of cells) {
        // In a table of mixed kinds the cell has the unit as well.
        if (figure && "value" in figure)
          expect([figure.shown, `${figure.shown} ${figure.unit}`, `${figure.unit} ${figure.shown}`]).toContain(printed);
      }
    }
  },
);

describe("words that name a measure or a column", () => {
  const columns = [
    "Baseline: 2019: Gloucestershire number",
    "Current: 2023: Gloucestershire number",
    "Current: 2023: MSG number",
    "Change: Gloucestershire % difference",
    "Change: Gloucestershire difference in rate",
    "Aim",
    "Aim: achieved?",
  ];
  test.each([
    ["aim", ["Aim"]],
    ["achieved", ["Aim: achieved?"]],
    ["ACHIEVED?", ["Aim: achieved?"]],
    ["msg number", ["Current: 2023: MSG number"]],
    ["base num", ["Baseline: 2019: Gloucestershire number"]],
    ["% diff", ["Change: Gloucestershire % difference"]],
    ["current number", ["Current: 2023: Gloucestershire number", "Current: 2023: MSG number"]],
    ["umber", []],
    ["", []],
  ])("%j means %j", (words, meant) => {
    expect(meantBy(words, columns)).toEqual(meant);
  });

  test("whole words go before beginnings of words", () => {
    expect(meantBy("theft", ["Theft", "Thefts of vehicles"])).toEqual(["Theft"]);
    expect(meantBy("vehicle", ["Theft from a vehicle", "Vehicles seized"])).toEqual(["Theft from a vehicle"]);
  });

  test("a word that no name has is told with the nearest that one has", () => {
    expect(nearestName("variannce", ["Change: MSG variance"])).toBe("variance");
    expect(nearestName("Robery", ["Robbery", "Burglary"])).toBe("Robbery");
    expect(nearestName("zebra crossings", ["Robbery"])).toBeUndefined();
  });
});

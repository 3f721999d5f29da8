// Figures that the data give rounded: how many decimals they and their changes are printed with, and what they leave open.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { FigureJson } from "../../src/output/figure-schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { openXlsx } from "../helpers/office.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "rounded-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Data as "area; series; period; kind; value" lines, a table's own keys, and its measures. */
function write(rows: readonly string[], keys: readonly string[], measures: readonly string[], where = folder): void {
  const lines = rows.map((row) => row.split("; ").join(","));
  writeFileSync(join(where, "data.csv"), ["area,series,period,kind,value", ...lines].join("\n"));
  const head = 'title: A plan\nforce: Kent\npriorities: [{ id: A, name: A }]\ndata: ["*.csv"]\nsimilar-forces: MSG';
  const list = measures.map((one) => `      - { priorities: [A], comment: C., ${one} }\n`).join("");
  const table = `tables:\n  - title: T\n${keys.map((one) => `    ${one}\n`).join("")}    measures:\n${list}`;
  writeFileSync(join(where, "plan.yaml"), `${head}\n${table}`);
}
async function report(where = folder) {
  const { out, err, exit } = await run(["report", "--format", "json"], where);
  const { tables, problems } = jsonOf("report", out);
  return { rows: tables[0]?.rows ?? [], row: tables[0]?.rows[0], problems, err, exit };
}
const text = (figure: FigureJson | undefined): string =>
  figure === undefined ? "none" : "shown" in figure ? figure.shown : `gap: ${figure.gap}`;
const years = ["groups: []", "baseline: 2018", "current: 2019"];
const pair = (kind: string, was: string, is: string): string[] => [
  `Kent; X; 2018; ${kind}; ${was}`,
  `Kent; X; 2019; ${kind}; ${is}`,
];

describe("decimals", () => {
  // Each % by hand: 100 × 0.2 ÷ 0.9 = 22.2, from 100 × 0.1 ÷ 0.95 = 10.5 to 100 × 0.3 ÷ 0.85 = 35.3, so no decimal of it holds.
  test.each([
    ["0.9", "1.1", "0.9", "1.1", "0.2", "22%"],
    // 100 × 0.061 ÷ 0.551 = 11.07; ±0.0005 on both is ±(0.0005 + 0.0005 × 0.612 ÷ 0.551) ÷ 0.551 = ±0.19 of a point.
    ["0.551", "0.612", "0.551", "0.612", "0.061", "11%"],
    // 100 × 10.3 ÷ 97.431 = 10.57; ±0.0005 is ±(0.0005 + 0.0005 × 107.731 ÷ 97.431) ÷ 97.431 = ±0.001: the usual decimal holds.
    ["97.431", "107.731", "97.431", "107.731", "10.300", "10.6%"],
    // The coarser of the two: 1.25 − 0.9 = 0.35, of which only the first decimal was given for both.
    ["0.9", "1.250", "0.9", "1.250", "0.4", "39%"],
    ["15", "14.560", "15", "14.560", "[low]", "-3%"],
    // As computers hold them, nothing is rounded: 100 × 0.25 ÷ 0.5 = 50.
    ["0.5000000001", "0.7500000001", "0.500", "0.750", "0.250", "50.0%"],
  ])("rates of %s and %s", async (was, is, before, now, difference, percent) => {
    write(pair("rate", was, is), [...years, "kind: rate"], ["name: X, aim: reduce"]);
    const { baseline, current, change } = (await report()).row?.figures ?? {};
    expect([text(baseline?.force.rate), text(current?.force.rate)]).toEqual([before, now]);
    expect([text(change?.force.rate), text(change?.force.percent)]).toEqual([difference, percent]);
  });
  test("a plan may ask for fewer, and never gets more", async () => {
    write(
      pair("rate", "7.5", "6.9"),
      [...years, "kind: rate"],
      ["name: X, decimals: { rate: 0 }", "name: Y, series: X, decimals: { rate: 4, percent: 3 }"],
    );
    const { rows } = await report();
    const all = rows.map(({ figures: { baseline, change } }) => [baseline.force.rate, change.force.percent].map(text));
    // 100 × −0.6 ÷ 7.5 = −8, and ±(0.05 + 0.05 × 6.9 ÷ 7.5) ÷ 7.5 = ±1.3.
    expect(all).toEqual([
      ["8", "-8%"],
      ["7.5", "-8%"],
    ]);
  });
  test("percentages of one decimal are as they were, of none they move by whole points", async () => {
    write(
      [...pair("percent", "57.3", "54.8"), "Kent; Y; 2018; percent; 57", "Kent; Y; 2019; percent; 54.80"],
      [...years, "kind: percentage"],
      ["name: X", "name: Y"],
    );
    const { rows } = await report();
    expect(rows.map(({ figures: { change } }) => text(change.force.points))).toEqual(["-2.5", "-2"]);
    const note =
      "its difference in percentage points is from rounded figures, given as whole numbers and to 2 decimal places";
    expect(rows.map(({ notes }) => notes)).toEqual([[], [note]]);
  });
  test("seconds to answer have no more decimals than they were given with; people and pounds are not rounded", async () => {
    const given = ["seconds", "people", "pounds"].flatMap((kind) => pair(kind, "9", "12"));
    write(
      given,
      years,
      ["seconds", "people", "pounds"].map((kind) => `name: ${kind}, series: X, kind: ${kind}`),
    );
    const { rows } = await report();
    const all = rows.map(({ figures: { change } }) => [change.force.variance, change.force.percent].map(text));
    // 100 × 3 ÷ 9 = 33.3; from 100 × 2 ÷ 9.5 = 21.1 to 100 × 4 ÷ 8.5 = 47.1 where both are rounded.
    expect(all).toEqual([
      ["3", "33%"],
      ["3", "33.3% [u]"],
      ["£3", "33.3%"],
    ]);
    expect(rows[0]?.notes[0]).toMatch(/anything from 21\.1% to 47\.1%$/);
    expect(rows.slice(1).flatMap(({ notes }) => notes)).toEqual([]);
  });
  test("the mean of rounded rates has their decimals", async () => {
    // (0.9 + 1.2 + 1.3) ÷ 3 = 1.1333…
    const forces = ["Kent", "Dorset", "Wiltshire"];
    write(
      forces.map((name, index) => `${name}; X; 2019; rate; ${[0.9, 1.2, 1.3][index]}`),
      ["current: 2019", "kind: rate"],
      ["name: X, aim: below MSG"],
    );
    const plan = readFileSync(join(folder, "plan.yaml"), "utf8");
    const group = `similar-forces: { name: MSG, forces: [${forces.join(", ")}], average: mean }`;
    writeFileSync(join(folder, "plan.yaml"), plan.replace("similar-forces: MSG", group));
    expect(text((await report()).row?.figures.current.peers?.rate)).toBe("1.1");
  });
});

test("a rate given as 0 beside events is no 0, and beside none it is", async () => {
  write([...pair("count", "14", "0"), ...pair("rate", "0.0", "0.0")], years, ["name: X, aim: reduce"]);
  const { row } = await report();
  expect([row?.figures.baseline.force.rate, row?.figures.current.force.rate].map(text)).toEqual(["[low]", "0.0"]);
});

test("every format prints what was given", async () => {
  write([...pair("count", "1577", "1988"), ...pair("rate", "0.9", "1.1")], years, [
    "name: X, aim: reduce",
    "name: Y, series: X, kind: rate, aim: reduce",
  ]);
  const invented = /0\.90+\b|1\.10+\b|0\.20+\b|22\.2/;
  for (const format of ["terminal", "markdown", "html"]) {
    const { out } = await run(["report", "--format", format], folder);
    expect(out).toContain("22%");
    expect(out).toContain("from rounded figures, given to 1 decimal place");
    expect(out).not.toMatch(invented);
  }
  await run(["report", "--format", "csv", "--out", "csv"], folder);
  expect(readFileSync(join(folder, "csv", "t.csv"), "utf8").split("\r\n")[1]).toBe(
    "X,reduce,not achieved,1577,,0.9,1988,,1.1,411,,26.1,0.2,Yes",
  );
  await run(["report", "--format", "xlsx", "--out", "book"], folder);
  const { sheets } = openXlsx(readFileSync(join(folder, "book", "report.xlsx")));
  const cells = sheets.flatMap((sheet) => sheet.cells).filter(({ value }) => ["0.9", "1.1", "0.2"].includes(value));
  expect(cells.length).toBe(7);
  for (const { style } of cells) expect(style.format).toBe("#,##0.0");
});

describe("verdicts", () => {
  // As 1 may be from 0.5 to 1.5, 1.3 from 1.25 to 1.35, and so on; half a unit itself belongs to one side alone.
  test.each([
    ["rate", "1", "1.30", "reduce", "not judged"],
    ["rate", "1.0", "1.3", "reduce", "not achieved"],
    ["rate", "1.0", "0.9", "reduce", "achieved"],
    ["rate", "2", "1.45", "reduce", "achieved"],
    ["rate", "2", "1.50", "reduce", "not judged"],
    ["rate", "1.0", "0.8", "reduce by 15%", "not judged"], // 85% of 0.95 to 1.05 is 0.8075 to 0.8925; 0.8 may be 0.85
    ["rate", "1.0", "0.7", "reduce by 15%", "achieved"],
    ["percent", "50.0", "51.9", "maintain within 2 points", "achieved"], // apart by 1.8 to 2.0
    ["percent", "50", "51.90", "maintain within 2 points", "not judged"], // apart by 1.395 to 2.405
    ["percent", "50", "80", "at least 79.8", "not judged"],
    ["percent", "50", "80.0", "at least 79.8", "achieved"],
    ["percent", "50", "80", "at least 79.5", "achieved"],
    ["count", "100", "99", "reduce", "achieved"],
  ])("%s of %s and %s, %s: %s", async (kind, was, is, aim, verdict) => {
    const name = kind === "percent" ? "percentage" : kind;
    write(pair(kind, was, is), [...years, `kind: ${name}`], [`name: X, aim: ${aim}`]);
    const { row } = await report();
    expect(row?.verdict).toBe(verdict);
    if (verdict === "not judged") expect(row?.reason).toMatch(/^the figures are given rounded, .+ leave open/);
  });
  test.each([
    [
      "0.9",
      "0.9",
      "reduce",
      "not achieved",
      "both figures are given rounded, to 1 decimal place, and may differ beyond that",
    ],
    [
      "0.9",
      "1.1",
      "at most 1.1",
      "achieved",
      "it is exactly at its aim by figures given rounded, to 1 decimal place; unrounded it may be on either side",
    ],
  ])("what is level as given stays so, with a note: %s, %s, %s", async (was, is, aim, verdict, note) => {
    write(pair("rate", was, is), [...years, "kind: rate"], [`name: X, aim: ${aim}`]);
    const { row } = await report();
    expect(row?.verdict).toBe(verdict);
    expect(row?.notes).toContain(note);
  });
  test("a rate that is level as given is no other verdict than that of the number", async () => {
    write([...pair("count", "120", "110"), ...pair("rate", "0.9", "0.9")], years, ["name: X, aim: reduce"]);
    const { row } = await report();
    expect(row?.verdict).toBe("achieved");
    expect(row?.notes.join()).not.toContain("by the rate");
  });
  test("against a group's row that is rounded", async () => {
    write(
      ["Kent; X; 2019; rate; 7.10", "MSG; X; 2019; rate; 7", "Kent; Y; 2019; rate; 7.60", "MSG; Y; 2019; rate; 7"],
      ["current: 2019", "kind: rate"],
      ["name: X, aim: below MSG", "name: Y, aim: below MSG"],
    );
    const { rows } = await report();
    // 7 is from 6.5 to 7.5: 7.1 may be on either side of it, 7.6 may not.
    expect(rows.map(({ verdict }) => verdict)).toEqual(["not judged", "not achieved"]);
  });
});

test("a rate that is pooled from rounded rates says that its last digit may be another", async () => {
  const rows = ["A; X; 2018; count; 940", "A; X; 2018; rate; 0.9", "B; X; 2018; count; 550", "B; X; 2018; rate; 0.6"];
  write(["Kent; X; 2018; count; 10", "Kent; X; 2018; rate; 0.7", ...rows], ["current: 2018"], ["name: X"]);
  const plan = readFileSync(join(folder, "plan.yaml"), "utf8");
  writeFileSync(
    join(folder, "plan.yaml"),
    plan.replace("similar-forces: MSG", "similar-forces: { name: MSG, forces: [A, B] }"),
  );
  const { row } = await report();
  // (940 + 550) ÷ (940 ÷ 0.9 + 550 ÷ 0.6) = 1,490 ÷ 1,961.1 = 0.7598; of two populations of 1,000,000 it is 0.745.
  expect(text(row?.figures.current.peers?.rate)).toBe("0.8");
  expect(row?.notes.join()).toContain("from rounded rates, so that its last digit may be another");
});

describe("periods of different length", () => {
  const rows = [
    ...[
      "Kent; P; mid-2020; population; 100000",
      "Kent; X; 2020-01 to 2021-12; count; 5674",
      "Kent; X; 2022; count; 1600",
    ],
    ...["Kent; X; 2020-01 to 2021-12; rate; 56.74", "Kent; X; 2022; rate; 16.00"],
    ...["Kent; X; 2020-01 to 2021-12; percent; 50.0", "Kent; X; 2022; percent; 40.0"],
  ].map((row) => row.replace("2020-01 to 2021-12", "January 2020 to December 2021"));
  const keys = (population: string) => [
    "groups: []",
    `baseline: { period: January 2020 to December 2021${population} }`,
    `current: { period: 2022${population} }`,
  ];
  test.each([
    ["", "aim: reduce", "not judged"],
    ["", "aim: reduce by 10%", "not judged"],
    ["", "aim: maintain within 5000", "not judged"],
    ["", "aim: at most 2000", "achieved"],
    [", population: mid-2020", "aim: reduce, basis: rate", "not judged"],
    ["", "aim: reduce, basis: rate", "achieved"],
    ["", "aim: reduce, kind: rate", "achieved"],
    ["", "aim: reduce, kind: percentage", "achieved"],
  ])("%s %s: %s", async (population, said, verdict) => {
    write(rows, keys(population), [`name: X, ${said}`]);
    const { row } = await report();
    expect(row?.verdict).toBe(verdict);
    if (verdict === "not judged") expect(row?.reason).toBe("its periods are of different lengths: 24 months and 12");
    expect(row?.notes.some((note) => note.includes("periods of different length"))).toBe(!said.includes("percentage"));
  });
  test("the change is shown all the same, and nothing is told of the way there", async () => {
    write(rows, keys(""), ["name: X, aim: reduce by 10%, by: December 2023"]);
    const { row } = await report();
    // 1,600 − 5,674 = −4,074; 100 × −4,074 ÷ 5,674 = −71.8
    expect([row?.figures.change.force.variance, row?.figures.change.force.percent].map(text)).toEqual([
      "-4,074",
      "-71.8%",
    ]);
    expect(row?.progress).toMatchObject({ "on-track": null });
  });
});

describe("rates that nobody asked for", () => {
  const rows = ["Kent; P; mid-2016; population; 1817400", "Kent; X; 2018; rate; 0.9", "Kent; X; 2018; count; 1577"];
  const counts = ["Kent; X; 2021; count; 1500", "Kent; X; 2022; count; 1600"];
  test("rates of other years make no column and no problem", async () => {
    write([...rows, ...counts], ["groups: []", "baseline: 2021", "current: 2022"], ["name: X, aim: reduce"]);
    const { row, err, exit } = await report();
    expect([exit, err]).toEqual([0, ""]);
    expect(row?.figures.current.force).toEqual({ count: expect.anything() });
    expect(row?.figures.change.force).not.toHaveProperty("rate");
  });
  test("a rate of one of the two periods leaves a gap in the other, and the hint says how to fill it", async () => {
    write([...rows, ...counts], ["groups: []", "baseline: 2018", "current: 2022"], ["name: X, aim: reduce"]);
    const { row, err, exit } = await report();
    expect(exit).toBe(1);
    expect(text(row?.figures.current.force.rate)).toBe("gap: the data do not cover 2022");
    expect(err).toContain("or add a population date to both periods, such as population: mid-2021");
  });
  test("a population that the plan chooses makes rates of every year", async () => {
    const when = [
      "baseline: { period: 2021, population: mid-2016 }",
      "current: { period: 2022, population: mid-2016 }",
    ];
    write([...rows, ...counts], ["groups: []", ...when], ["name: X, aim: reduce"]);
    const { row, exit } = await report();
    // 1000 × 1,500 ÷ 1,817,400 = 0.8254; 1000 × 1,600 ÷ 1,817,400 = 0.8804
    expect([row?.figures.baseline.force.rate, row?.figures.current.force.rate].map(text)).toEqual(["0.825", "0.880"]);
    expect(exit).toBe(0);
  });
});

describe("numbers written without the zeros at their end", () => {
  const tidy = (rows: readonly string[], table: readonly string[], data = ["data.csv"]) => {
    write(rows, table, ["name: X, aim: reduce"]);
    const plan = readFileSync(join(folder, "plan.yaml"), "utf8");
    writeFileSync(join(folder, "plan.yaml"), plan.replace('data: ["*.csv"]', `data: ${JSON.stringify(data)}`));
  };
  const said = async () => {
    const { row } = await report();
    const { baseline, current, change } = row?.figures ?? {};
    const kind = row?.kind === "percentage" ? "percent" : "rate";
    const moved = change?.force[kind === "percent" ? "points" : "rate"];
    return [text(baseline?.force[kind]), text(current?.force[kind]), text(moved), row?.verdict];
  };
  const percent = [...years, "kind: percentage"];

  /** The rows of a file without the row that says of each how far it was rounded. */
  const alone = (rows: readonly string[]): void => {
    const lines = rows.map((row) => row.split("; ").join(","));
    writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...lines].join("\n"));
  };
  test.each([
    // 49.9 − 50.0 = −0.1
    ["50", "49.9", ["50.0%", "49.9%", "-0.1", "achieved"]],
    ["50.0", "49", ["50.0%", "49%", "-1", "achieved"]],
    ["50", "49", ["50%", "49%", "-1", "achieved"]],
  ])("%s and %s of one series of a file", async (was, is, expected) => {
    tidy([], percent);
    alone(pair("percent", was, is));
    expect(await said()).toEqual(expected);
    // Wherever in the file they stand.
    const others = Array.from({ length: 500 }, (_, index) => `Kent; Other ${index}; 2018; percent; 1.25`);
    alone([...others, ...pair("percent", was, is)]);
    expect(await said()).toEqual(expected);
  });
  test("another series of the file says nothing of it", async () => {
    tidy([], [...years, "kind: rate"]);
    alone([...pair("rate", "0.9", "1.1"), "Kent; Y; 2018; rate; 0.868"]);
    // 1.1 − 0.9 = 0.2
    expect(await said()).toEqual(["0.9", "1.1", "0.2", "not achieved"]);
  });
  test("a number as a program holds it is not rounded, nor are those beside it", async () => {
    tidy([], [...years, "kind: rate"]);
    alone(pair("rate", "0.5", "0.8683402489626556"));
    // 0.8683402489626556 − 0.5 = 0.3683402489626556
    expect(await said()).toEqual(["0.500", "0.868", "0.368", "not achieved"]);
  });
  test("a column for each period", async () => {
    tidy([], percent);
    writeFileSync(join(folder, "data.csv"), "Measure,2018,2019\nX,50,49.9\nZ,61.2,60\n");
    const plan = readFileSync(join(folder, "plan.yaml"), "utf8");
    const map =
      "data: [{ files: data.csv, columns: { series: Measure, values: [{ column: 2, to: 3, kind: percent, headings: period }] }, fixed: { area: Kent } }]";
    writeFileSync(join(folder, "plan.yaml"), plan.replace('data: ["data.csv"]', map));
    expect(await said()).toEqual(["50.0%", "49.9%", "-0.1", "achieved"]);
  });
});

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
describe.skipIf(shared === "")("the ONS's own tables, as displayed and in full [needs PLAN_MEASURES_SHARED]", () => {
  const tables = join(shared, "data", "ons-police-force-area");
  const offences = ["Homicide", "Robbery", "Sexual offences", "Burglary", "Vehicle offences", "Drug offences"];
  const ofForm = async (form: string) => {
    const where = mkdtempSync(join(folder, `${form}-`));
    const when = ["groups: []", "baseline: year ending March 2018", "current: year ending March 2019"];
    const both = offences.flatMap((name) => [`name: ${name}`, `name: ${name} rate, series: ${name}, kind: rate`]);
    write(
      [],
      when,
      both.map((one) => `${one}, aim: reduce`),
      where,
    );
    rmSync(join(where, "data.csv"));
    for (const year of [2018, 2019]) {
      for (const table of ["p1", "p3"]) {
        cpSync(join(tables, `ye-march-${year}`, `table-${table}.${form}.csv`), join(where, `${table}-${year}.csv`));
      }
    }
    return (await report(where)).rows;
  };
  test("what is displayed is printed as it is, and its changes are no further from the true ones than their decimals", async () => {
    const [displayed, full] = [await ofForm("as-displayed"), await ofForm("full-precision")];
    expect(displayed.length).toBe(12);
    const number = (figure: FigureJson | undefined): number => Number(text(figure).replace("%", ""));
    for (const [index, row] of displayed.entries()) {
      const other = full[index];
      for (const when of ["baseline", "current"] as const) {
        const [said, exact] = [text(row.figures[when].force.rate), number(other?.figures[when].force.rate)];
        expect(said === "[low]" ? exact < 0.05 : /^\d+\.\d$/.test(said)).toBe(true);
        if (said !== "[low]") expect(Math.abs(Number(said) - exact)).toBeLessThan(0.051);
      }
      const [rounded, exact] = [row.figures.change.force.rate, other?.figures.change.force.rate];
      expect(Math.abs(number(rounded) - number(exact))).toBeLessThanOrEqual(0.151);
      expect(text(exact)).toMatch(/^-?\d+\.\d{3}$/);
      expect(row.notes.some((note) => note.includes("from rounded figures"))).toBe(true);
      expect(other?.notes.some((note) => note.includes("from rounded figures"))).toBe(false);
    }
    const robbery = full.find(({ measure }) => measure === "Robbery rate")?.figures;
    // 1,577 and 1,988 robberies of 1,817,400 and 1,832,300 persons or so.
    expect(
      [robbery?.baseline.force.rate, robbery?.current.force.rate, robbery?.change.force.percent].map(text),
    ).toEqual(["0.868", "1.085", "25.0%"]);
  });
});

describe("figures with decimals that are not shown", () => {
  const noted = async (was: string, is: string): Promise<string[]> => {
    write(pair("people", was, is), [...years, "kind: people"], ["name: X, aim: reduce"]);
    const { row } = await report();
    return (row?.notes ?? []).filter((note) => note.includes("unrounded"));
  };
  const worked = (what: string): string => `its ${what} worked out from unrounded figures; the figures shown give`;

  test("a % difference that those shown do not give is noted", async () => {
    // 100 × (184 − 241.35) ÷ 241.35 = −23.76, printed −23.8; 100 × (184 − 241) ÷ 241 = −23.65, which is −23.7.
    // The variance is −57.35, printed −57, as is 184 − 241.
    expect(await noted("241.35", "184")).toEqual([`${worked("% difference is")} another`]);
  });

  test("so is a variance", async () => {
    // 1,000.4 − 1,010.6 = −10.2, printed −10; 1,000 − 1,011 = −11. Both are −1.0 % or −1.1 %: 100 × 10.2 ÷ 1,010.6 = 1.009.
    expect(await noted("1010.6", "1000.4")).toEqual([`${worked("variance and its % difference are")} others`]);
    // 100,000.4 − 100,010.6 is −10 too, and the % is −0.0 by either.
    expect(await noted("100010.6", "100000.4")).toEqual([`${worked("variance is")} another`]);
  });

  test("nothing is said where they give the same", async () => {
    // 100 × −50 ÷ 250.1 = −19.99 and 100 × −50 ÷ 250 = −20.
    expect(await noted("250.1", "200.1")).toEqual([]);
    expect(await noted("241", "184")).toEqual([]);
  });
});

// Small numbers that printed figures would leave over between them: over periods, series, files, tables and forces.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { LevelKey } from "../../src/measures/measure-kind.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "left-over-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a JSON figure prints: its number, or its sign. */
const said = (figure: unknown): string => {
  const { shown, mark } = (figure ?? {}) as { shown?: string; mark?: string };
  return shown ?? (mark === undefined ? "-" : `[${mark}]`);
};

const write = (tables: string, data: readonly string[], more = ""): void => {
  writeFileSync(join(folder, "data.csv"), data.join("\n"));
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan\nforce: Ashire\npriorities: [{ id: A, name: A }]\ndata: [data.csv]\n${more}tables:\n${tables}`,
  );
};

const table = (title: string, measures: readonly string[], more = "baseline: 2021, current: 2022"): string =>
  `  - { title: ${title}, ${more}, measures: [${measures.map((one) => `{ ${one}, priorities: [A] }`).join(", ")}] }\n`;

/** "name: baseline current" of every row of the report, with those of its group and of further comparisons. */
async function rowsOf(kind: LevelKey = "count"): Promise<string[]> {
  const { out } = await run(["report", "--format", "json"], folder);
  return jsonOf("report", out).tables.flatMap(({ rows }) =>
    rows.map(({ measure, figures: { baseline, current }, also = [] }) => {
      const group = baseline.peers ? ` | ${said(baseline.peers[kind])} ${said(current.peers?.[kind])}` : "";
      const beside = also.map(
        ({ figures: { earlier, later } }) => ` / ${said(earlier.force[kind])} ${said(later.force[kind])}`,
      );
      return `${measure}: ${said(baseline.force[kind])} ${said(current.force[kind])}${group}${beside.join("")}`;
    }),
  );
}

const HEADINGS = "area,series,period,kind,value";
const of = (area: string, series: string, numbers: Readonly<Record<string, number>>, kind = "count"): string[] =>
  Object.entries(numbers).map(([period, value]) => `${area},${series},${period},${kind},${value}`);
/** The same number in both years of the plan. */
const both = (series: string, number: number, area = "Ashire"): string[] =>
  of(area, series, { 2021: number, 2022: number });
const QUARTERS = ["January 2021 to March 2021", "April 2021 to June 2021", "July 2021 to September 2021"];
const LAST = "October 2021 to December 2021";

describe("of the periods of a measure", () => {
  test("a quarter that a year to date and the quarters beside it leave: 62 − 30 − 30 = 2", async () => {
    const quarters = (year: number, numbers: readonly number[]): string[] =>
      [...QUARTERS, LAST].flatMap((name, place) =>
        of("Ashire", "R", { [name.replaceAll("2021", String(year))]: numbers[place] ?? 0 }),
      );
    const tables = table(
      "T",
      ["name: R"],
      "suppress: under 5, baseline: 2021, current: 2022, also: [previous quarter, year to date]",
    );
    write(tables, [HEADINGS, ...quarters(2021, [30, 30, 30, 30]), ...quarters(2022, [30, 2, 30, 30])]);
    // The year is 92, April to December 2022 is 62; July to September and October to December are 30 each.
    expect(await rowsOf()).toEqual(["R: 120 [c] / 30 30 / 90 [c]"]);
  });

  test("a quarter that a year leaves of an average, of which explain shows each part: 98 − 30 − 30 − 36 = 2", async () => {
    const numbers = Object.fromEntries([...QUARTERS, LAST].map((name, place) => [name, [30, 30, 2, 36][place] ?? 0]));
    const average = `{ average: [${QUARTERS[0]}, ${QUARTERS[1]}, ${LAST}] }`;
    const tables = [
      table("Q", ["name: R"], `suppress: under 5, baseline: ${average}, current: October 2022 to December 2022`),
      table("Y", ["name: R"], "suppress: under 5, baseline: 2021, current: 2022"),
    ].join("");
    write(tables, [HEADINGS, ...of("Ashire", "R", { ...numbers, "October 2022 to December 2022": 33, 2022: 133 })]);
    // (30 + 30 + 36) ÷ 3 = 32.
    expect(await rowsOf()).toEqual(["R: 32 33", "R: [c] 133"]);
  });

  test("a period asked of compare, of which the plan prints the other part: 42 − 40 = 2", async () => {
    const halves = (area: string, first: number, second: number): string[] =>
      [2021, 2022].flatMap((year) =>
        of(area, "R", { [`January ${year} to June ${year}`]: first, [`July ${year} to December ${year}`]: second }),
      );
    const tables = table(
      "T",
      ["name: R"],
      "suppress: under 5, baseline: January 2021 to June 2021, current: January 2022 to June 2022",
    );
    const group = "similar-forces: { name: MSG, forces: [Ashire, Bshire] }\n";
    write(tables, [HEADINGS, ...halves("Ashire", 40, 2), ...halves("Bshire", 50, 51)], group);
    expect(await rowsOf()).toEqual(["R: 40 40 | 90 90"]);
    const { out } = await run(["compare", "--period", "2022", "--format", "csv"], folder);
    expect(out).toMatch(/,Bshire,Yes,101,/);
    expect(out).toMatch(/,Ashire \(own\),Yes,,\[c\],,/);
    expect(out).not.toMatch(/,(42|143),/);
  });
});

describe("of several measures", () => {
  test("overlapping sums, whichever come first: 63 − 40 − 20 = 3", async () => {
    const measures = [
      "name: W, series: [A, B, C, D]",
      "name: M1, series: A",
      "name: M2, series: [A, B]",
      "name: M3, series: C",
    ];
    const tables = table("T", measures, "suppress: under 5, baseline: 2021, current: 2022");
    write(tables, [HEADINGS, ...both("A", 20), ...both("B", 20), ...both("C", 20), ...both("D", 3)]);
    expect(await rowsOf()).toEqual(["W: [c] [c]", "M1: 20 20", "M2: 40 40", "M3: 20 20"]);
  });

  test("three sums of two series each: (23 + 23 − 40) ÷ 2 = 3", async () => {
    const measures = ["name: AB, series: [A, B]", "name: AC, series: [A, C]", "name: BC, series: [B, C]"];
    const tables = table("T", measures, "suppress: under 5, baseline: 2021, current: 2022");
    write(tables, [HEADINGS, ...both("A", 3), ...both("B", 20), ...both("C", 20)]);
    expect(await rowsOf()).toEqual(["AB: [c] [c]", "AC: [c] [c]", "BC: 40 40"]);
  });

  test("sums that leave a small number open are printed", async () => {
    const tables = table(
      "T",
      ["name: AB, series: [A, B]", "name: BC, series: [B, C]"],
      "suppress: under 5, baseline: 2021, current: 2022",
    );
    write(tables, [HEADINGS, ...both("A", 3), ...both("B", 20), ...both("C", 20)]);
    // 23 and 40 differ by 17: of A alone nothing follows.
    expect(await rowsOf()).toEqual(["AB: 23 23", "BC: 40 40"]);
  });

  test("a row that comes to the rows of another table: 3 + 40 + 50 = 93", async () => {
    const tables = [
      table("One", ["name: A", "name: B", "name: C"], "suppress: under 5, total: Tot, baseline: 2021, current: 2022"),
      table("Two", ["name: All crime", "name: Less, series: { add: All crime, subtract: D }", "name: D"]),
    ].join("");
    const data = [both("A", 3), both("B", 40), both("C", 50), both("All crime", 93), both("D", 11)].flat();
    write(tables, [HEADINGS, ...data]);
    expect(await rowsOf()).toEqual([
      ...["A: [c] [c]", "B: 40 40", "C: 50 50", "Tot: [c] [c]"],
      ...["All crime: [c] [c]", "Less: [c] [c]", "D: 11 11"],
    ]);
  });

  test("a group of offences and one of its subgroups, which are the same lines of a file: 83 − 80 = 3", async () => {
    const line = (year: string, name: string, group: string, number: number): string =>
      `${year},1,Gloucestershire,${name},${group},${name},1,${number}`;
    const years = ["2021/22", "2022/23"].flatMap((year) => [
      ...[1, 2, 3, 4].flatMap((quarter) =>
        [
          line(year, "Robbery of business property", "Robbery", quarter === 4 ? 0 : 1),
          line(year, "Robbery of personal property", "Robbery", 20),
        ].map((one) => one.replace(",1,Glou", `,${quarter},Glou`)),
      ),
    ]);
    const headings =
      "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences";
    const tables = table(
      "T",
      ["name: Robbery", "name: Robbery of personal property"],
      "suppress: under 5, baseline: 2021/22, current: 2022/23",
    );
    write(tables, [headings, ...years]);
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: A plan\nforce: Gloucestershire\npriorities: [{ id: A, name: A }]\ndata: [data.csv]\ntables:\n${tables}`,
    );
    expect(await rowsOf()).toEqual(["Robbery: [c] [c]", "Robbery of personal property: 80 80"]);
  });
});

test("a total by another name of another force: 3 + 40 + 30 = 73", async () => {
  const tables = table(
    "T",
    ["name: All", "name: A", "name: B", "name: C"],
    "suppress: under 5, baseline: 2021, current: 2022",
  );
  const force = (area: string, a: number, b: number, c: number): string[] => [
    ...[both("All", a + b + c, area), both("A", a, area), both("B", b, area), both("C", c, area)].flat(),
  ];
  const group = "similar-forces: { name: MSG, forces: [Ashire, Bshire] }\n";
  write(tables, [HEADINGS, ...force("Ashire", 50, 40, 30), ...force("Bshire", 3, 40, 30)], group);
  // The force's own are printed: 50 + 40 + 30 = 120. Of the group, 120 + 73 and 50 + 3 are not.
  expect(await rowsOf()).toEqual([
    ...["All: 120 120 | [c] [c]", "A: 50 50 | [c] [c]", "B: 40 40 | 80 80", "C: 30 30 | 60 60"],
  ]);
});

test("those who are not in a share: 100 − 97 = 3, and 100 − 95 = 5", async () => {
  const share = (year: number, percent: number): string[] => [
    ...[`Ashire,Satisfied,${year},percent,${percent}`, `Ashire,Satisfied,${year},base,100`],
  ];
  write(table("T", ["name: Satisfied, kind: percentage"], "suppress: under 5, baseline: 2021, current: 2022"), [
    HEADINGS,
    ...share(2021, 97),
    ...share(2022, 95),
  ]);
  expect(await rowsOf("percent")).toEqual(["Satisfied: [c] 95%"]);
});

describe("a verdict needs whole numbers of 0 or more", () => {
  const verdictOf = async (measure: string, data: readonly string[], kind = "count"): Promise<unknown> => {
    write(table("T", [measure], `suppress: under 5, kind: ${kind}, baseline: 2021, current: 2022`), [
      HEADINGS,
      ...data,
    ]);
    const { out } = await run(["report", "--format", "json"], folder);
    return jsonOf("report", out).tables[0]?.rows[0]?.standing;
  };

  test.each([
    // By 0 to 4 it would be "not achieved"; 4.6 is at least 4.5.
    ["at least 4.5", 30, 4.6, "not judged"],
    ["at most 4", 9.5, 4.6, "not judged"],
    ["at most 4", 30, 4, "achieved"],
  ])("%s, from %f to %f people", async (aim, before, now, expected) => {
    const data = of("Ashire", "FTE", { 2021: before, 2022: now }, "people");
    expect(await verdictOf(`name: FTE, aim: ${aim}`, data, "people")).toBe(expected);
  });

  test("a difference may be below 0: 50 − 57 = −7", async () => {
    const data = [...of("Ashire", "A", { 2021: 50, 2022: 50 }), ...of("Ashire", "B", { 2021: 20, 2022: 57 })];
    expect(await verdictOf("name: D, series: { add: A, subtract: B }, aim: at least 0", data)).toBe("not judged");
  });
});

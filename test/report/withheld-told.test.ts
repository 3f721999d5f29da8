// Withheld numbers in what is told beside the figures: doubts, records, revisions, comments, and aims due later.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../helpers/world.ts";
import { writtenPlans } from "../helpers/written-plan.ts";

const { report, printed } = writtenPlans();
const folder = mkdtempSync(join(tmpdir(), "told-"));
afterAll(() => rmSync(folder, { recursive: true }));

const counts = (name: string, before: number, now: number): string[] => [
  `${name}; 2019; count; ${before}`,
  `${name}; 2023; count; ${now}`,
];

/** A figure of JSON as printed. */
const said = (figure: unknown): string => {
  const { shown, mark } = figure as { shown?: string; mark?: string };
  return shown ?? `[${mark ?? "x"}]`;
};

test("a suppress that cannot be read withholds its series in every measure", async () => {
  const measures = [
    "name: One, suppress: 5",
    "name: Also one, series: One",
    "name: Both, series: [One, Two]",
    "name: Three",
  ];
  const { rows, err } = await report(measures, [
    ...counts("One", 9, 3),
    ...counts("Two", 40, 40),
    ...counts("Three", 50, 50),
  ]);
  expect(err).toContain('"5" is not a rule for withheld numbers; write under 5');
  expect(rows.map(({ measure, figures }) => `${measure}: ${said(figures.current.force.count)}`)).toEqual([
    ...["One: [x]", "Also one: [x]", "Both: [x]", "Three: 50"],
  ]);
});

describe("a doubt about a count that stands out", () => {
  const quarters = (one: number): string[] => {
    const names = ["January 2023 to March", "April 2023 to June", "July 2023 to September", "October 2023 to December"];
    return names.flatMap((name, place) => [
      `R; ${name.replace("2023", "2022")} 2022; count; 30`,
      `R; ${name} 2023; count; ${place === 1 ? one : 30}`,
    ]);
  };
  const doubt = async (suppress: string, one: number): Promise<string> => {
    const { out, err } = await printed(["report"], [`name: R${suppress}`], ["R; 2019; count; 120", ...quarters(one)]);
    return `${out}${err}`.replace(/\s+/g, " ");
  };

  test("is not told where a small number is in it: 92 less 3 × 30 is 2", async () => {
    expect(await doubt("", 2)).toContain("2 is far from the other values within a year, which are 30");
    expect(await doubt(", suppress: under 5", 2)).not.toContain("within a year");
  });

  test("is told of larger numbers", async () => {
    expect(await doubt(", suppress: under 5", 300)).toContain(
      "300 is far from the other values within a year, which are 30",
    );
  });
});

describe("a file of one record a crime", () => {
  const crime = (type: string, month: string, place: number): string =>
    `${month}-${type}-${place},${month},Gloucestershire Constabulary,Gloucestershire Constabulary,-2.1,51.8,On or near X,E01022000,X,${type},,`;
  const write = (robberies: number): void => {
    const months = [2021, 2022].flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`),
    );
    const rows = months.flatMap((month) => [
      ...[1, 2, 3].map((place) => crime("Burglary", month, place)),
      ...(month.startsWith("2021") ? [crime("Robbery", month, 1)] : []),
    ]);
    // The last line is a robbery, and there are others among the burglaries of that month.
    for (let place = 0; place < robberies; place += 1)
      rows.splice(place === 0 ? rows.length : -1 - place, 0, crime("Robbery", "2022-12", place));
    const headings =
      "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
    writeFileSync(join(folder, "crimes.csv"), [headings, ...rows].join("\n"));
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [crimes.csv]
tables:
  - title: T
    suppress: under 5
    baseline: 2021
    current: 2022
    measures: [{ name: Robbery, priorities: [A] }, { name: Burglary, priorities: [A] }]
`,
    );
  };

  test.each([
    ["report", "--format", "json"],
    ["explain", "Burglary"],
    ["explain", "Burglary", "--format", "json"],
    ["check"],
  ])("%s %s: neither its records nor the lines between them are as many as the withheld number", async (...command) => {
    write(3);
    const three = await run(command, folder);
    write(1);
    const one = await run(command, folder);
    expect(three.out).toContain(command[0] === "check" ? "yes  The data are complete" : "36"); // 12 × 3
    if (command[0] === "report") expect(three.out).toContain('"mark": "c"');
    expect(`${three.out}${three.err}`).toBe(`${one.out}${one.err}`);
  });
});

test("the old period of diff is withheld where the new one leaves a small number over: 42 − 40 = 2", async () => {
  const quarter = (name: string, value: number): string => `Ashire,R,${name},count,${value}`;
  const old = [
    ...[quarter("April 2021 to June 2021", 30), quarter("July 2021 to September 2021", 31)],
    quarter("April 2022 to June 2022", 40),
  ];
  for (const [name, rows] of [
    ["old", old],
    ["new", [...old, quarter("July 2022 to September 2022", 2)]],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
  }
  const plan = (suppress: string): string => `title: A plan
force: Ashire
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: April 2021 to September 2021
    current: April 2022 to September 2022
    measures: [{ name: R, ${suppress}aim: reduce, priorities: [A] }]
`;
  const command = ["diff", "old", "new", "--plan", "plan.yaml", "--was", "April 2022 to June 2022"];
  writeFileSync(join(folder, "plan.yaml"), plan(""));
  expect((await run(command, folder)).out).toMatch(/R +current number +40 +0 +2 +42/);
  writeFileSync(join(folder, "plan.yaml"), plan("suppress: under 5, "));
  const { out } = await run(command, folder);
  expect(out).toMatch(/R +current number +\[c\] +\[c\] +\[c\] +42/);
  // 100 × (40 − 61) ÷ 61 = −34.4 would tell of the 40.
  expect(out).not.toMatch(/\b40\b|34\.4/);
});

describe("a comment", () => {
  // Arson 40 is shown, Robbery 7 is withheld, and so is their total of 47.
  const told = async (on: "Robbery" | "Arson", comment: string): Promise<string> => {
    const measure = (name: string): string =>
      `name: ${name}, suppress: under 10${name === on ? `, comment: "${comment}"` : ""}`;
    const { err } = await report(
      [measure("Robbery"), measure("Arson")],
      [...counts("Robbery", 30, 7), ...counts("Arson", 30, 40)],
    );
    return /may give away a withheld number: (.+) \[comment-withheld\]/.exec(err)?.[1] ?? "";
  };
  test.each([
    ["Robbery", "The total was 47.", '"47"'], // 47 − 40 = 7
    ["Arson", "Arson rose by 33.3%. In all there were 47.", '"47"'],
    ["Arson", "Robbery fell to 7.", '"7"'],
    ["Arson", "Arson rose from 30 to 40.", ""],
    ["Arson", "It rose in 3 of 7 districts, by 120 in all of England.", ""],
  ] as const)("on %s: %s", async (on, comment, expected) => {
    expect(await told(on, comment)).toBe(expected);
  });
});

// At the end of 2023, half way from the end of 2019 to the end of 2027.
test.each([
  // 22 is due half way from 40 to 4: 0 to 9 are on track, whether or not they are 4 at most.
  ["at most 4", "on track", "whatever the withheld number under 10 is"],
  // 20 + (40 − 20) ÷ 2 = 30 is due, and 0 to 9 are below that.
  ["increase by 50%", "behind", "whatever the withheld number under 10 is"],
])("an aim due later, %s, is %s for every number that the withheld one may be", async (aim, standing, reason) => {
  const measure = `name: R, suppress: under 10, aim: ${aim}, by: December 2027`;
  const { row } = await report([measure], counts("R", 40, 8));
  expect(row).toMatchObject({ standing, reason });
});

test("an aim due later that some of the possible numbers are behind is not judged", async () => {
  // 12 + (2 − 12) ÷ 2 = 7 is due: 0 to 7 are on track, 8 and 9 behind.
  const { row } = await report(["name: R, suppress: under 10, aim: at most 2, by: December 2027"], counts("R", 12, 8));
  expect(row?.standing).toBe("not judged");
});

// Right tables of kinds that were accused: by hand, each is right as it stands, and a wrong one of its kind is found or not checked.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "right-tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The errors and warnings of a table, by class and place; and how many checks were made. */
async function told(lines: readonly string[]): Promise<string[]> {
  writeFileSync(join(folder, "table.csv"), `${lines.join("\n")}\n`);
  const done = await run(["audit", "table.csv", "--format", "json"], folder);
  expect(done.err).toBe("");
  return jsonOf("audit", done.out)
    .findings.filter(({ severity }) => severity !== "note")
    .map(({ class: name, line, column }) => `${name} ${line}:${column}`);
}

/** Tables that are right, each with a cell that may be changed: to what, and what is then told ("" where it is not checked). */
const kinds: readonly (readonly [kind: string, lines: readonly string[], was: string, now: string, told: string])[] = [
  // 395 − 400 = −5, which no other column is.
  [
    "a change on last year, beside a baseline",
    ["Measure,Baseline,Last year,Current,Change on last year", "Robbery,348,400,395,-5"],
    "-5",
    "-6",
    "does-not-match 2:5",
  ],
  [
    "a change on the quarter",
    ["Measure,Baseline,Previous quarter,Current,Change on quarter", "Robbery,348,400,395,-5"],
    "-5",
    "-6",
    "does-not-match 2:5",
  ],
  [
    "columns from the latest to the first",
    ["Measure,Last 12m,Prev 12m,2019/20,Change from previous", "Robbery,395,400,348,-5"],
    "-5",
    "-6",
    "does-not-match 2:5",
  ],
  [
    "a change on a quarter that no column is of",
    ["Measure,2019,2022,2023,Quarterly change", "Robbery,348,400,395,-7"],
    "-7",
    "-6",
    "",
  ],
  // 30 is 25 % below 40, the same month a year before, and 5 above the month before.
  [
    "YoY over months",
    ["Measure,Sep 23,Aug 23,Sep 22,YoY %", "Robbery,30,25,40,-25.0%"],
    "-25.0%",
    "-26.0%",
    "does-not-match 2:5",
  ],
  [
    "MoM over months",
    ["Measure,Sep 23,Aug 23,Sep 22,MoM %", "Robbery,30,25,40,20.0%"],
    "20.0%",
    "21.0%",
    "does-not-match 2:5",
  ],
  // 30 ÷ 40 = 0.75.
  [
    "QoQ over quarters",
    ["Measure,Q2 2022/23,Q1 2023/24,Q2 2023/24,QoQ %", "Robbery,25,40,30,-25.0%"],
    "-25.0%",
    "20.0%",
    "does-not-match 2:5",
  ],
  ["a change in % without its numbers", ["Measure,QoQ %", "Robbery,-25.0%"], "-25.0%", "-26.0%", ""],
  [
    "what happened is no aim",
    ["Measure,2019,2023,Direction,Target met?", "Robbery,348,395,Increase,No"],
    "No",
    "Yes",
    "",
  ],
  [
    "direction of travel is no aim",
    ["Measure,2019,2023,Direction of travel,Target met?", "Robbery,348,395,Increase,No"],
    "No",
    "Yes",
    "",
  ],
  // 2,922, 14,578 and 1,091 in 646,628 are 4.519, 22.545 and 1.687 per 1,000, and 8 are 12.37 per million.
  [
    "a row per million",
    [
      "Measure,Number 2023,Rate per 1000 2023",
      "Burglary,2922,4.519",
      "Theft,14578,22.545",
      "Drugs,1091,1.687",
      "Homicide (per million),8,12.37",
    ],
    "1.687",
    "1.787",
    "outside-population 4:3",
  ],
  [
    "rows that name the denominator of the column",
    [
      "Measure,Number 2023,Rate 2023",
      "Burglary (per 1000),2922,4.519",
      "Theft (per 1000),14578,22.545",
      "Drugs (per 1000),1091,1.687",
    ],
    "1.687",
    "1.787",
    "outside-population 4:3",
  ],
  [
    "a row of an age",
    [
      "Measure,Number 2023,Rate per 1000 2023",
      "Burglary,2922,4.519",
      "Theft,14578,22.545",
      "Drugs,1091,1.687",
      "Youth offending (10 to 17s),600,10.20",
    ],
    "22.545",
    "23.545",
    "outside-population 3:3",
  ],
  [
    "a row whose note names its denominator",
    [
      "Measure,Number 2023,Rate per 1000 2023,Notes",
      "Burglary,2922,4.519,",
      "Theft,14578,22.545,",
      "Drugs,1091,1.687,",
      "Hate crime,600,4.88,per 1000 of minority population",
    ],
    "22.545",
    "23.545",
    "outside-population 3:3",
  ],
  [
    "shares of a population",
    ["Ethnicity,% of population,Stops", "White,94.0%,800", "Black,6.0%,100"],
    "6.0%",
    "7.0%",
    "",
  ],
  [
    "a population in thousands",
    ["Area,Population (000s),Crimes,Rate per 1000", "A,119.2,9500,79.7", "B,121.4,5200,42.8"],
    "79.7",
    "89.7",
    "",
  ],
  // 395 ÷ 348 = 1.135.
  ["a part of the baseline", ["Measure,2019,2023,2023 as % of 2019", "Robbery,348,395,113.5%"], "113.5%", "114.5%", ""],
  [
    "better or worse",
    ["Measure,Aim,2019,2023,% better (+) or worse (-)", "Robbery,Reduce,348,395,-13.5%"],
    "-13.5%",
    "-14.5%",
    "",
  ],
  // 3,496 to 2,922 is −16.4 %, and 3,500 and 2,920 are these rounded.
  [
    "numbers that are rounded",
    ['"Numbers are rounded to the nearest 10.",,,', "Measure,2019,2023,% change", "Burglary,3500,2920,-16.4%"],
    "-16.4%",
    "-17.4%",
    "does-not-match 3:4",
  ],
  [
    "numbers that are rounded from 1,000 on",
    [
      '"Counts over 1,000 are rounded to the nearest 10",,,',
      "Measure,2019,2023,% change",
      "Burglary,3500,2920,-16.4%",
      "Robbery,348,395,13.5%",
    ],
    "13.5%",
    "14.9%",
    "does-not-match 4:4",
  ],
  // (−16.4 − 16.7 + 10.0) ÷ 3 = −7.7; by the averages 2,832 and 2,541 it would be −10.3.
  [
    "an average of percentages",
    [
      "Force,2019,2023,% change",
      "Gloucestershire,3496,2922,-16.4%",
      "Suffolk,3000,2500,-16.7%",
      "Wiltshire,2000,2200,10.0%",
      "MSG average,2832,2541,-7.7%",
    ],
    "-16.7%",
    "-18.7%",
    "does-not-match 3:4",
  ],
  [
    "periods below merged headings",
    [
      ",,Number,,Rate per 1000,",
      "Measure,Aim,2019,2023,2019,2023",
      "Robbery,Reduce,348,395,0.554,0.611",
      "Burglary,Reduce,3496,2922,5.566,4.519",
      "Theft,Reduce,15070,14578,23.992,22.545",
    ],
    "4.519",
    "4.919",
    "outside-population 4:6",
  ],
];

test.each(kinds)("%s", async (_, lines, was, now, wrong) => {
  expect(await told(lines)).toEqual([]);
  const at = lines.findLastIndex((line) => line.split(",").includes(was));
  expect(at).toBeGreaterThan(0);
  const changed = lines.map((line, index) =>
    index === at
      ? line
          .split(",")
          .map((cell) => (cell === was ? now : cell))
          .join(",")
      : line,
  );
  expect((await told(changed)).join()).toBe(wrong);
});

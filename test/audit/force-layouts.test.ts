// Layouts and wordings of forces' quarterly reports that once were accused or not understood, worked out by hand, right and with an error.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "force-layouts-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Layout {
  readonly name: string;
  readonly text: string;
  readonly checks: number;
  readonly error?: readonly [from: string, to: string, found: string];
}

const layouts: readonly Layout[] = [
  {
    // 100 × −445 ÷ 4,655 = −9.56 and 100 × 36 ÷ 512 = 7.03: as fractions −0.096 and 0.070.
    name: "fractions under a heading of %, in a table too short to tell by its rows",
    text: "Offence group,2023,2024,% change\nBurglary,4655,4210,-0.096\nRobbery,512,548,0.070\n",
    checks: 2,
  },
  {
    // The same, and −296 ÷ 3,900 = −0.0759; 21 ÷ 240 = 0.0875; −12 ÷ 310 = −0.0387.
    name: "fractions under a heading of %, one of them wrong",
    text: "Offence group,2023,2024,% change\nBurglary,4655,4210,-0.096\nRobbery,512,548,0.070\nVehicle crime,3900,3604,-0.076\nTheft from person,240,261,0.088\nArson,310,298,-0.039\n",
    checks: 5,
    error: ["0.070", "0.700", "does-not-match 3:4"],
  },
  {
    // 4,500 → 4,210: −6.44 %; 600 → 548: −8.67 %; 4,655 → 4,210: −9.56 %; 512 → 548: 7.03 %.
    name: "changes on the year and against an average of three years",
    text: "Offence type,3yr avg,Sep-24,Sep-25,% chg on yr,% chg vs 3yr avg\nBurglary,4500,4655,4210,-9.6%,-6.4%\nRobbery,600,512,548,7.0%,-8.7%\n",
    checks: 4,
    error: ["-8.7%", "-7.8%", "does-not-match 3:6"],
  },
  {
    name: "thousands set apart by spaces, and a space before %",
    text: "Offence group,2023,2024,Difference,% difference\nBurglary,4 655,4 210,-445,-9.6 %\nRobbery,512,548,36,7.0 %\nCrime,32 909,33 611,702,2.1 %\n",
    checks: 6,
    error: ["-445", "-454", "does-not-match 2:4"],
  },
  {
    name: "numbers in brackets below nought, of the previous and the last 12 months",
    text: "Crime,Prev 12m,Last 12m,+/-,% +/-\nBurglary,4655,4210,(445),(9.6%)\nRobbery,512,548,36,7.0%\n",
    checks: 4,
    error: ["(445)", "445", "does-not-match 2:4"],
  },
  {
    // 41 − 47 = −6 is a number, and no percentage; 100 × −6 ÷ 47 = −12.8.
    name: "a % sign behind the brackets",
    text: "Crime,P12M,L12M,Δ,% Δ\nPublic order,47,41,(6),(12.8)%\nRape,266,403,137,51.5%\n",
    checks: 4,
    error: [",(6),", ",(6)%,", "wrong-unit 2:4"],
  },
  {
    name: "a volume change beside a direction of travel and a colour",
    text: "Indicator,12m to Sep-24,12m to Sep-25,Vol chg,% chg,Direction of travel,RAG\nBurglary,4655,4210,-445,-9.6%,↓,Green\nRobbery,512,548,+36,+7.0%,↑,Red\n",
    checks: 4,
    error: ["-445", "-454", "does-not-match 2:4"],
  },
  {
    name: "changes in words",
    text: "Crime type,Year to Jun 24,Year to Jun 25,Change,% change\nBurglary,4655,4210,445 fewer,down 9.6%\nRobbery,512,548,36 more,up 7.0%\n",
    checks: 4,
    error: ["445 fewer", "445 more", "does-not-match 2:4"],
  },
  {
    // A fall of 445 is a reduction of 445, and a rise of 36 one of −36: neither is a change below nought, nor a share of people.
    name: "reductions, whose sign is turned round",
    text: "Crime,Baseline 2019/20,2024/25,Reduction,% reduction,% change\nBurglary,4655,4210,445,9.6%,-9.6%\nRobbery,512,548,-36,-7.0%,7.0%\n",
    checks: 2,
    error: ["7.0%\n", "0.7%\n", "does-not-match 3:6"],
  },
  {
    // 4.4 − 4.0 = 0.4 is between the force and its group, and no change of either of them.
    name: "differences from the group beside two years",
    text: "Measure,Force rate 2023,MSG rate 2023,Force rate 2024,MSG rate 2024,Difference to MSG,% difference from MSG\nBurglary,4.1,3.9,4.4,4.0,0.4,10.0%\nRobbery,0.5,0.6,0.7,0.9,-0.2,-22.2%\n",
    checks: 0,
  },
  {
    // 100 × −445 ÷ 4,655 = −9.56; 100 × 36 ÷ 512 = 7.03; and of the MSG 100 × 200 ÷ 4,000 = 5.0; 100 × −30 ÷ 600 = −5.0.
    name: "changes between two years, of the force and of its group",
    text: "Measure,Kent 2019,MSG 2019,Kent 2023,MSG 2023,% change 2019 to 2023 Kent,% change 2019 to 2023 MSG\nBurglary,4655,4000,4210,4200,-9.6%,5.0%\nRobbery,512,600,548,570,7.0%,-5.0%\n",
    checks: 4,
    error: [",5.0%", ",0.5%", "does-not-match 2:7"],
  },
  {
    // 4,210 − 4,000 = 210 is between two areas in one year.
    name: "differences from the group in a year",
    text: "Measure,Kent 2019,MSG 2019,Kent 2023,MSG 2023,Difference to MSG 2023\nBurglary,4655,4000,4210,4000,210\nRobbery,512,600,548,600,-52\n",
    checks: 0,
  },
  {
    name: "records of two years",
    text: "Crime,Records 2019,Records 2023,Change\nBurglary,4655,4210,-445\nRobbery,512,548,36\n",
    checks: 2,
    error: ["-445", "-454", "does-not-match 2:4"],
  },
  {
    // −9.56 is no reduction of 10 %, and 100 × −66 ÷ 512 = −12.9 is one.
    name: "whether a reduction was achieved",
    text: "Crime,Aim,2019,2023,% change,10% reduction achieved?\nBurglary,reduce by 10%,4655,4210,-9.6%,No\nRobbery,reduce by 10%,512,446,-12.9%,Yes\n",
    checks: 4,
    error: ["-9.6%,No", "-9.6%,Yes", "does-not-match 2:6"],
  },
  {
    // 73.0 − 71.2 = 1.8; 49.5 − 52.0 = −2.5.
    name: "years with a % sign, and margins beside them",
    text: "Question,2023 %,2024 %,% pt chg\nFeel safe,71.2,73.0,1.8\nGood job,52.0,49.5,-2.5\n",
    checks: 2,
    error: ["-2.5", "2.5", "does-not-match 3:4"],
  },
  {
    // 11,980 − 12,044 = −64; 9.4 − 8.1 = 1.3; 70.5 − 72.0 = −1.5.
    name: "numbers and percentages in one column, their changes with units",
    text: 'Measure,Sep-24,Sep-25,Change\nRecorded crime,"12,044","11,980",-64\nCharge rate,8.1%,9.4%,+1.3pp\nSatisfaction,72.0%,70.5%,-1.5pp\n',
    checks: 3,
    error: ["+1.3pp", "-1.3pp", "does-not-match 3:4"],
  },
  {
    // 585 − 600 = −15 and so on; 222 is no multiple of 5, and the five others of its column are. Rounded, 222 − 210 may be 10.
    name: "numbers rounded to 5",
    text: "Figures are rounded to the nearest 5\nCrime,2023,2024,Change\nBurglary,600,585,-15\nRobbery,210,220,10\nArson,95,90,-5\nRape,40,45,5\nTheft,75,80,5\nHarassment,300,310,10\n",
    checks: 6,
    error: [",220,10", ",222,10", "value-unusual 4:3"],
  },
  ...[
    "Population figures are rounded to the nearest 100",
    "Percentages are rounded to the nearest 5",
    "Figures are rounded to the nearest 5",
  ].map((note) => ({
    // 395 − 348 = 47: one row tells nothing of a rounding, and the first two are not of counts.
    name: `counts as they are below "${note}"`,
    text: `${note}\nCrime,2023,2024,Change\nRobbery,348,395,47\n`,
    checks: 1,
  })),
];

async function audited(text: string): Promise<AuditJson> {
  writeFileSync(join(folder, "table.csv"), text);
  return jsonOf("audit", (await run(["audit", "table.csv", "--format", "json"], folder)).out);
}

test.each(layouts)("right: $name", async ({ text, checks }) => {
  const audit = await audited(text);
  expect(audit.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(audit.checks).toBe(checks);
});

test.each(layouts.flatMap(({ name, text, error }) => (error ? [[name, text, ...error] as const] : [])))(
  "wrong: %s",
  async (_, text, from, to, found) => {
    expect(text.split(from)).toHaveLength(2);
    const told = (await audited(text.replace(from, to))).findings.filter(({ severity }) => severity !== "note");
    expect(told.map(({ class: name, line, column }) => `${name} ${line}:${column}`)).toEqual([found]);
  },
);

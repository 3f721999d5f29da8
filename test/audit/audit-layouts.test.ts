// Tables as others lay them out: columns without an area or a unit, headings changed round, and tables made to take long.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-layouts-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function audit(text: string, ...args: string[]): Promise<AuditJson> {
  writeFileSync(join(folder, "table.csv"), text);
  const done = await run(["audit", "table.csv", ...args, "--format", "json"], folder);
  expect(done.err).toBe("");
  return jsonOf("audit", done.out);
}
const placed = ({ class: name, file, line, column }: AuditJson["findings"][number]): string =>
  [name, basename(file), line, column].join(",");
const wrong = (made: AuditJson): string[] => made.findings.filter(({ severity }) => severity === "error").map(placed);

test("columns without an area are the force's where the group alone is named", async () => {
  // 1.1 is below 1.3 and not below 1.0.
  const made = await audit(
    "Measure,Baseline rate,Current rate,MSG current rate,Aim,Achieved?\nA,1.2,1.1,1.3,Below MSG,No\nB,1.2,1.1,1.0,Below MSG,Yes\nC,1.2,1.1,1.1,Below MSG,No\n",
  );
  expect(wrong(made)).toEqual(["does-not-match,table.csv,2,6", "does-not-match,table.csv,3,6"]);
});

test.each([
  "Baseline percentage,Current percentage,Change",
  "Baseline percentage,Current percentage,Difference (pp)",
  "2021/22 (%),2022/23 (%),Difference (percentage points)",
])("a survey's percentages and their change are checked: %s", async (headings) => {
  // 54.8 − 57.3 is −2.5, and −4.4 is what 100 × −2.5 ÷ 57.3 is.
  const made = await audit(`Measure,${headings}\nA,57.3,54.8,-4.4\nB,57.3,54.8,-2.5\nC,50.0,45.0,-5.0\n`);
  expect(wrong(made)).toEqual(["does-not-match,table.csv,2,4"]);
});

test("figures with % under bare periods are percentages", async () => {
  // 44.0 less 45.0 is −1.0.
  const made = await audit(
    "Measure,Year ending March 2022,Year ending March 2023,Percentage point change\nA,45.0%,46.0%,1.0\nB,45.0%,44.0%,1.0\n",
  );
  expect(wrong(made)).toEqual(["does-not-match,table.csv,3,4"]);
});

test("headings changed round for each of two areas are told for both", async () => {
  const made = await audit(
    "Measure,Current: Glos number,Baseline: Glos number,Current: MSG number,Baseline: MSG number,Glos variance,MSG variance\nA,110,100,1100,1000,-10,-100\nB,220,200,2200,2100,-20,-100\nC,130,100,1300,1000,-30,-300\nD,130,100,1300,1000,-30,-300\n",
  );
  expect(wrong(made)).toEqual([2, 3, 4, 5].map((column) => `heading-contradicts,table.csv,1,${column}`));
});

test("a wide table with every pair of headings changed round is told so", { tags: "long" }, async () => {
  const areas = ["Kent", "Essex", "Surrey", "Devon", "Cumbria"];
  const of = areas.map((area) => `Baseline number: ${area},Current number: ${area},Variance: ${area}`);
  // The first number less the second is printed: the first is the current one.
  const row = (name: number): string =>
    areas.map((_, index) => `${500 + name * 7 + index},${300 + index * 3},${200 + name * 7 - index * 2}`).join(",");
  const rows = Array.from({ length: 100 }, (_, name) => `m${name},${row(name)}`);
  const made = await audit(`Measure,${of.join(",")}\n${rows.join("\n")}\n`);
  const told = made.findings.filter((found) => found.class === "heading-contradicts");
  expect(told.map(({ column }) => column)).toEqual(expect.arrayContaining([2, 3, 5, 6]));
  // 100 variances fail as the columns are headed.
  expect(told[0]?.message).toContain("100 more checks");
});

test("of 25 columns, the two that are changed round are told, and no other", async () => {
  const areas = ["Kent", "Essex", "Surrey", "Devon", "Cumbria"];
  const heads = (area: string): string =>
    ["Baseline number", "Baseline rate", "Current number", "Current rate", "Variance"]
      .map((what) => `${what}: ${area}`)
      .join(",");
  // Of 200,000 persons, 640 are 3.200 per 1,000: a two-hundredth.
  const row = (name: number): string =>
    areas
      .map((area, index) => {
        const [was, is] = [500 + name * 20 + index * 40, 300 + name * 30 + index * 2];
        const [first, second] = area === "Surrey" ? [is, was] : [was, is];
        return [first, (was / 200).toFixed(3), second, (is / 200).toFixed(3), is - was].join(",");
      })
      .join(",");
  const rows = Array.from({ length: 30 }, (_, name) => `m${name},${row(name)}`);
  const made = await audit(`Measure,${areas.map(heads).join(",")}\n${rows.join("\n")}\n`);
  // Surrey's numbers are the first and the third of its five columns, 12 to 16.
  expect(wrong(made)).toEqual(["heading-contradicts,table.csv,1,12", "heading-contradicts,table.csv,1,14"]);
});

test("a comment without a stop is read, and one without an end in part", async () => {
  const table = "Measure,Glos 2019 number,Glos 2023 number\nRobbery,348,395\n";
  const said = async (text: string): Promise<AuditJson> => {
    writeFileSync(join(folder, "said.csv"), `Measure,Comment\nRobbery,"${text}"\n`);
    return audit(table, "--comments", "said.csv");
  };
  const long = await said("47 more robberies than before and ".repeat(500));
  const claims = long.comments[0]?.claims ?? [];
  expect(claims.map(({ text }) => text)).toEqual(Array(500).fill("47"));
  // It is read in pieces of 600 characters: the words at the end of each of the 29 may be cut.
  expect(claims.filter(({ status }) => status !== "matched").length).toBeLessThan(29);
  const endless = await said("47 more robberies than before and ".repeat(5000));
  expect(endless.findings.map(placed)).toContain("cannot-be-checked,said.csv,2,2");
});

test("the day of a date is no figure, though a rate would round to it", async () => {
  writeFileSync(join(folder, "said.csv"), "Measure,Comment\nRobbery,The operation ran from 1 May 2023.\n");
  const made = await audit("Measure,Glos 2019 rate,Glos 2023 rate\nRobbery,0.554,0.611\n", "--comments", "said.csv");
  expect(made.comments[0]?.claims.map(({ text }) => text)).toEqual(["May 2023"]);
});

test("what is no share of one whole need not add to 100", async () => {
  // 48.8 + 51.2 is 100 and 50.1 + 47.0 is 97.1: two questions, not two shares.
  const questions =
    "Measure,Baseline percentage: Glos,Current percentage: Glos\nConfidence in the police,48.8,50.1\nFeel safe after dark,51.2,47.0\n";
  expect(wrong(await audit(questions))).toEqual([]);
  const aims =
    "Measure,Baseline number,Current number,Aim,Achieved?\nRobbery,100,90,Reduce share from 60% to 50%,Yes\nTheft,100,90,Reduce,Yes\n";
  expect(wrong(await audit(aims))).toEqual([]);
});

test("a % difference of a baseline below 0 is not checked, and the reason is told", async () => {
  const made = await audit("Measure,Baseline number,Current number,Variance,% difference\nNet,-10,5,15,-150.0%\n");
  expect(made.findings.map(({ message }) => message)).toEqual([
    "a number below 0 is unusual",
    "% difference: the baseline is below 0",
  ]);
});

test("two populations that agree by chance tell nothing of the others, and one of the middle of a year is of its row", async () => {
  // 1000 × 4,385 ÷ 1,019,696 is 4.300. Westshire and Midshire have nearly the same population.
  const table = (rate: string): string =>
    `Measure,Offences Mar-24,Population mid-2023,"Crimes per 1,000"\nNorthshire,4385,1019696,${rate}\nSouthshire,6387,1169863,5.46\nEastshire,2887,634586,4.55\nWestshire,6003,890590,6.74\nMidshire,6933,891130,7.78\nLakeshire,2143,432143,4.96\n`;
  expect(wrong(await audit(table("4.30")))).toEqual([]);
  expect(wrong(await audit(table("3.40")))).toEqual(["does-not-match,table.csv,2,4"]);
});

test("ranks of a group that are in the order of some column by chance are no ranks of the rows", async () => {
  // Five of the six ranks are as the numbers are; two rows are 3rd, and none is 1st: they are of other forces.
  const made = await audit(
    "Measure,12m to Mar 24,12m to Mar 25,MSG rank\nBurglary,100,110,2\nRobbery,300,290,3\nArson,400,420,3\nStalking,500,480,5\nFraud,600,610,6\nTheft,200,240,8\n",
  );
  expect(wrong(made)).toEqual([]);
});

// Sums of a table that do not hold: one wrong cell is told once, a total of more than its rows is no error, targets are checked.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-sums-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function audit(text: string): Promise<AuditJson> {
  writeFileSync(join(folder, "table.csv"), text);
  const done = await run(["audit", "table.csv", "--format", "json"], folder);
  expect(done.err).toBe("");
  return jsonOf("audit", done.out);
}
type Found = AuditJson["findings"][number];
const placed = ({ class: name, file, line, column }: Found): string => [name, basename(file), line, column].join(",");
const notes = ["precision", "verdict-lacking"];
/** What is found, but for decimals that are lost and verdicts that are not there. */
const found = async (text: string): Promise<Found[]> =>
  (await audit(text)).findings.filter(({ class: name }) => !notes.includes(name));
const told = async (text: string): Promise<string[]> => (await found(text)).map(placed);

describe("one wrong cell that a sum and another check tell of is told once, where it stands", () => {
  test("a share, by its row and its column", async () => {
    const shares = (current: string): string =>
      `Share of incidents,Baseline percentage,Current percentage,Percentage points\nPersonal,40.01,35.13,-4.88\nEnvironmental,52.11,${current},1.90\nNuisance,7.87,10.86,2.99\n`;
    expect(await told(shares("54.01"))).toEqual([]);
    // By its row 52.11 + 1.90 = 54.01, give or take 0.005 twice; by its column 100 − 35.13 − 10.86 = 54.01, the same.
    const [only, ...more] = await found(shares("55.01"));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ line: 3, column: 3, class: "does-not-match", range: { from: "54", to: "54.02" } });
  });

  test("a share of numbers, by its row, its column and its number", async () => {
    // 450 of 1,000 is 45.0 %, which is 5.0 points below 50.0 %.
    const table = (share: string): string =>
      `Outcome,Baseline number,Baseline %,Current number,Current %,Percentage points\nCharged,120,12.0%,150,15.0%,3.0\nNo suspect,500,50.0%,450,${share},-5.0\nStopped,380,38.0%,400,40.0%,2.0\nTotal,1000,100%,1000,100%,\n`;
    expect(await told(table("45.0%"))).toEqual([]);
    expect(await told(table("46.0%"))).toEqual(["does-not-match,table.csv,3,5"]);
  });

  test("a number, by its variance and its total; and with it the verdict that it turns", async () => {
    // 430 − 150 = 280, and 300 − 20 = 280, which is fewer than 300.
    const made = await found(
      "Offence,2019 number,2023 number,Variance,Aim,Achieved?\nBurglary,120,150,30,Reduce,No\nTheft,300,310,-20,Reduce,Yes\nTotal,420,430,10,,\n",
    );
    expect(made.map(placed)).toEqual(["does-not-match,table.csv,3,3"]);
    expect(made[0]).toMatchObject({ decision: "verdict", range: { from: "280", to: "280" } });
  });

  test("two wrong cells are told by their own checks", async () => {
    // The column needs 430 − 150 = 280, the row 300 − 25 = 275: no one figure is both; and 30 − 25 is 5, not 10.
    expect(
      await told(
        "Offence,2019 number,2023 number,Variance\nBurglary,120,150,30\nTheft,300,290,-25\nTotal,420,430,10\n",
      ),
    ).toEqual(["does-not-match,table.csv,3,4", "total-differs,table.csv,4,3", "cannot-be-checked,table.csv,4,4"]);
  });
});

describe("a total that is the sum of its rows in no column", () => {
  const heads = "Offence,2019 number,2023 number\n";
  // 123 + 304 = 427 and 151 + 287 = 438.
  const rows = "Burglary,123,151\nTheft,304,287\n";
  const total = async (figures: string, name = "Total"): Promise<Found[]> =>
    found(`${heads}${rows}${name},${figures}\n`);

  test("is of more, or lacks a row, where it is above them in every one: a warning where it is near, else a note", async () => {
    // 445 and 455 are 18 and 17 more, which is 4.0 % and 3.7 % of them.
    for (const [figures, name, severity] of [
      ["445,455", "Total", "warning"],
      ["445,455", "Total (including arson)", "note"],
      ["478,499", "Total", "note"],
      ["1478,1499", "Total recorded crime", "note"],
    ] as const) {
      const [only, ...more] = await total(figures, name);
      expect(more).toEqual([]);
      expect(only).toMatchObject({ severity, line: 4, column: 2 });
      expect(only?.message).toMatch(/^total: it is more than the 2 rows above add to, in every column \(427 here\)/);
    }
    const alone = await found("Offence,2023 number\nViolence,123\nRobbery,23\nTotal crime,464\n");
    expect(alone.map(placed)).toEqual(["cannot-be-checked,table.csv,4,2"]);
  });

  test("is called wrong where two columns add up, and not where one does, or where its name says that it is of others", async () => {
    // 3 + 0 = 3 and 5 + 1 = 6: infanticide has no row. 10 + 20 = 30, 11 + 22 = 33, 12 + 25 = 37.
    const homicide = (name: string): string => `${heads}Murder,3,5\nManslaughter,0,1\n${name},4,6\n`;
    expect(await told(homicide("Total homicide"))).toEqual(["cannot-be-checked,table.csv,4,2"]);
    const years = (name: string): string =>
      `Offence,2021 number,2022 number,2023 number\nBurglary,10,11,12\nTheft,20,22,25\n${name},30,33,39\n`;
    expect(await told(years("Total"))).toEqual(["does-not-match,table.csv,4,4"]);
    expect(await told(years("Total (excl. fraud)"))).toEqual(["cannot-be-checked,table.csv,4,4"]);
    // A total of more rows, whose change is by chance the change of these.
    expect(
      (
        await found("Offence,2019,2023,Change\nBurglary,3496,2922,-574\nRobbery,348,395,47\nOverall,7256,6729,-527\n")
      ).filter(({ severity }) => severity !== "note"),
    ).toEqual([]);
  });

  test("is wrong where it is a little above them in some columns and below in others", async () => {
    // 437 − 427 = 10 and 428 − 438 = −10: neither a row that lacks nor rows that overlap make both.
    expect((await total("437,428")).map(placed)).toEqual(["does-not-match,table.csv,4,2"]);
    // 637 and 228 are of something else.
    expect((await total("637,228")).map(placed)).toEqual(["cannot-be-checked,table.csv,4,2"]);
  });

  test("may have rows that overlap where it is below them", async () => {
    expect((await total("417,428")).map(placed)).toEqual(["total-differs,table.csv,4,2"]);
    expect((await total("317,328")).map(placed)).toEqual(["cannot-be-checked,table.csv,4,2"]);
  });

  test("has a row that is a part of another: marked so, or without which the others add to it", async () => {
    const table = (name: string): string => `${heads}Violence,123,151\n${name},23,41\nTheft,304,287\nTotal,427,438\n`;
    expect(await told(table("of which with injury"))).toEqual([]);
    const [only, ...more] = await found(table("Violence with injury"));
    expect(more).toEqual([]);
    expect(only?.class).toBe("cannot-be-checked");
    expect(only?.message).toContain("they may overlap");
  });

  test("is of the rows since the total before it, or to the next", async () => {
    // 123 + 23 = 146, 151 + 41 = 192; 304 + 14 = 318, 287 + 16 = 303; 146 + 318 = 464, 192 + 303 = 495.
    const blocks = (second: string): string =>
      `${heads}Violence,123,151\nRobbery,23,41\nTotal violence,146,192\nTheft,304,287\nArson,14,16\nTotal property,${second}\nTotal crime,464,495\n`;
    expect(await told(blocks("318,303"))).toEqual([]);
    expect(await told(blocks("318,333"))).toEqual(["cannot-be-checked,table.csv,7,3"]);
    const above = `${heads}Total violence,146,192\nViolence,123,151\nRobbery,23,41\nTotal property,318,303\nTheft,304,287\nArson,14,16\n`;
    expect(await told(above)).toEqual([]);
  });

  test("is not called wrong where all its figures are rounded", async () => {
    // 125 + 305 + 15 + 40 = 485 and 150 + 285 + 25 + 45 = 505; each rounded to 5 is up to 2.5 away, five of them 12.5.
    const rounded = (figures: string): string =>
      `${heads}Violence,125,150\nTheft,305,285\nArson,15,25\nFraud,40,45\nTotal,${figures}\n`;
    expect(await told(rounded("490,505"))).toEqual(["cannot-be-checked,table.csv,6,2"]);
    expect(await told(rounded("500,505"))).toEqual(["total-differs,table.csv,6,2"]);
  });
});

describe("the target of an aim", () => {
  const heads = "Measure,Baseline number,Current number,Aim,Target\n";

  test("is computed from the baseline", async () => {
    // 18,304 × 50 ÷ 100 = 9,152; 348 − 34.8 = 313.2.
    const table = (asb: string, robbery: string): string =>
      `${heads}ASB,18304,9436,reduce by 50%,${asb}\nRobbery,348,395,reduce by 10%,${robbery}\n`;
    expect(await told(table("9152", "313"))).toEqual([]);
    const [only, ...more] = await found(table("9452", "313"));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ class: "does-not-match", line: 2, column: 5, range: { from: "9152", to: "9152" } });
    expect(only?.inputs).toMatchObject([{ line: 2, column: 2 }]);
    expect(await told(`${heads}ASB,18304,9436,reduce by 50%,9452\n`)).toEqual(["does-not-match,table.csv,2,5"]);
  });

  test("of a percentage is a range", async () => {
    // 52.4 and 60.1, each give or take 0.05, and 5 points more: 57.35 to 57.45, and 65.05 to 65.15.
    const table = (trust: string): string =>
      `Measure,Baseline percentage,Current percentage,Aim,Aim: target\nSafe,52.4%,55.0%,increase by 5 percentage points,57.4%\nTrust,60.1%,61.0%,increase by 5 percentage points,${trust}\n`;
    expect(await told(table("65.1%"))).toEqual([]);
    const made = await found(table("64.1%"));
    expect(made.map(placed)).toEqual(["does-not-match,table.csv,3,5"]);
    expect(made[0]?.range).toEqual({ from: "65.05", to: "65.15" });
  });

  test("may be of the rate, be rounded, be the change, or repeat the amount", async () => {
    // 28.9 ÷ 2 = 14.45; 5.50 ÷ 2 = 2.75.
    const rates =
      "Measure,Baseline rate,Current rate,Aim,Target rate\nA,28.9,15.0,reduce by 50%,14.5\nB,5.50,3.50,reduce by 50%,2.75\n";
    expect(await told(rates)).toEqual([]);
    expect(await told(`${heads}ASB,18304,9436,reduce by 50%,9200\n`)).toEqual(["other-rounding,table.csv,2,5"]);
    // 18,305 ÷ 2 = 9,152.5: 9,153 as spreadsheets show it.
    expect(await told(`${heads}ASB,18305,9436,reduce by 50%,9153\n`)).toEqual([]);
    expect(await told(`${heads}ASB,18305,9436,reduce by 50%,9152\n`)).toEqual(["other-rounding,table.csv,2,5"]);
    // A fifth of 1,000 is 200, and a fifth less of 400 is 320.
    expect(await told(`${heads}A,1000,800,reduce by 20%,-200\nB,400,300,reduce by 20%,320\n`)).toEqual([]);
    expect(await told(`${heads}A,1000,800,reduce by 20%,20%\nB,400,300,reduce by 20%,-20%\n`)).toEqual([]);
  });

  test("is not called wrong where it may be a step on the way or of another baseline", async () => {
    const dated = (heading: string): string =>
      `Measure,2019 number,2023 number,Aim,${heading}\nA,1003,800,reduce by 50%,752\nB,407,300,reduce by 50%,305\n`;
    expect(await told(dated("Milestone target"))).toEqual([]);
    const wary = ["cannot-be-checked,table.csv,2,5", "cannot-be-checked,table.csv,3,5"];
    expect(await told(dated("Target 2023"))).toEqual(wary);
    expect(await told(dated("Target"))).toEqual(wary);
  });

  test("tells of a wrong baseline together with the row, once", async () => {
    // 2,000 + 2,480 = 4,480, and 2,240 × 2 = 4,480.
    const made = await found(
      "Measure,Baseline number,Current number,Variance,Aim,Target\nA,18304,9436,-8868,reduce by 50%,9152\nB,3480,2000,-2480,reduce by 50%,2240\n",
    );
    expect(made.map(placed)).toEqual(["does-not-match,table.csv,3,2"]);
    expect(made[0]?.range).toEqual({ from: "4480", to: "4480" });
  });
});

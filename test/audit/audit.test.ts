// The published tables of 2023: every known fault is found, and nothing else is called wrong. Then errors put in one by one.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { home, planFixtures, run } from "../helpers/world.ts";

const published = join(home, "fixtures", "published-2023");
const tables = ["crime.csv", "asb.csv", "csew-asb.csv", "csew-confidence.csv"];
const comments = ["--comments", "crime-comments.csv", "--comments", "csew-comments.csv"];
const all = [...tables, ...comments];

async function audited(args: readonly string[], folder = published): Promise<AuditJson & { exit: number }> {
  const done = await run(["audit", ...args, "--format", "json"], folder);
  expect(done.err).toBe("");
  return { ...jsonOf("audit", done.out), exit: done.exit };
}
type Found = AuditJson["findings"][number];
const placed = ({ class: name, file, line, column }: Found): string => [name, basename(file), line, column].join(",");
const errors = (audit: AuditJson): Found[] => audit.findings.filter(({ severity }) => severity === "error");

const clean = await audited(all);

test("every known fault of the published tables is found, and nothing else", () => {
  const rows: string[][] = parse(readFileSync(join(published, "expected-findings.csv"), "utf8"));
  expect(clean.findings.map(placed)).toEqual(rows.slice(1).map((row) => row.slice(0, 4).join(",")));
  expect(clean.exit).toBe(1);
  // Of the cells, none is called wrong.
  expect(clean.tables.flatMap(({ cells }) => cells).filter(({ status }) => status === "does-not-match")).toEqual([]);
});

const shared = process.env.PLAN_MEASURES_SHARED;
test.skipIf(shared === undefined)(
  "the published comments, word for word, have the same faults [needs PLAN_MEASURES_SHARED]",
  async () => {
    const audit = await audited(all, join(shared ?? "", "published"));
    expect(audit.findings.map(placed)).toEqual(clean.findings.map(placed));
  },
);

test("every cell that can be recomputed is: counted by hand from the tables", () => {
  const count = (file: string, check: string): number =>
    clean.tables
      .find((table) => table.file === file)
      ?.cells.filter((cell) => cell.check === check && cell.status === "matches").length ?? 0;
  // 18 measures: two % differences, four rates and a verdict each.
  expect([count("crime.csv", "% difference"), count("crime.csv", "rate"), count("crime.csv", "verdict")]).toEqual([
    36, 72, 18,
  ]);
  expect([
    count("asb.csv", "variance"),
    count("asb.csv", "% difference"),
    count("asb.csv", "difference in rate"),
    count("asb.csv", "shares"),
  ]).toEqual([1, 1, 2, 4]);
  expect([count("csew-asb.csv", "percentage points"), count("csew-asb.csv", "verdict")]).toEqual([22, 11]);
  expect([count("csew-confidence.csv", "percentage points"), count("csew-confidence.csv", "verdict")]).toEqual([12, 6]);
});

test("the populations that the published rates share are those of METHODS", () => {
  const [crime, asb] = clean.tables;
  expect(
    crime?.populations.map(({ area, when, from, to, rows, outside }) => [area, when, from, to, rows, outside.length]),
  ).toEqual([
    ["Glos", "baseline", "628131", "628139", 18, 0],
    ["Glos", "current", "646627", "646628", 18, 0],
    ["MSG", "baseline", "7354731", "7354804", 18, 0],
    ["MSG", "current", "7569441", "7569555", 18, 0],
  ]);
  // 9,436 at a rate from 14.5 to 15.5: 608,774.2 to 650,758.6 persons.
  expect(asb?.populations.find(({ when }) => when === "current")).toMatchObject({
    from: "608775",
    to: "650758",
    certain: false,
  });
});

test("a rate printed 15 leaves the difference open from -14.395 to -13.385", () => {
  const difference = clean.tables[1]?.cells.find(({ printed }) => printed === "-13.89");
  expect(difference).toMatchObject({ status: "matches", range: { from: "-14.395", to: "-13.385" } });
  const coarse = clean.findings.find(({ printed }) => printed === "15");
  expect(coarse).toMatchObject({ class: "precision", range: { from: "14.5", to: "15.5" } });
});

test("the published tables are what the plan computes from the raw figures, at the printed precision", async () => {
  const plan = join(home, "fixtures", "gloucestershire-2021-2025", "plan.yaml");
  const audit = await audited([...all, "--plan", plan]);
  expect(audit.findings.map(placed)).toEqual(clean.findings.map(placed));
  const compared = audit.tables.map(
    ({ cells }) => cells.filter(({ check, status }) => check === "plan" && status === "matches").length,
  );
  // 18 measures of 10 figures; 8 figures and two differences in rate, as the MSG's % has no numbers; 11 and 6 of 6.
  expect(compared).toEqual([180, 10, 66, 36]);
});

test.each(planFixtures)("the tool's own tables of fixtures/%s are right", async (name) => {
  const folder = mkdtempSync(join(tmpdir(), "audit-fixture-"));
  const plan = join(home, "fixtures", name, "plan.yaml");
  try {
    const done = await run(["report", plan, "--reading", "--format", "csv", "--out", folder]);
    const others = /^(notes|additional-comments|priorities|priority-measures)\.csv$/;
    const files = readdirSync(folder).filter((file) => file.endsWith(".csv") && !others.test(file));
    expect(files.length, done.err).toBeGreaterThan(0);
    const audit = await audited([...files, "--comments", "additional-comments.csv", "--plan", plan], folder);
    // An unmet aim without a comment is a fault of the fixture, which shows it, and not of the table.
    expect(errors(audit).filter((found) => found.class !== "comment-missing")).toEqual([]);
    expect(audit.tables.flatMap(({ columns }) => columns).filter(({ by }) => by !== "heading")).toEqual([]);
    expect(audit.tables.flatMap(({ cells }) => cells).some(({ status }) => status === "matches")).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(planFixtures.flatMap((name) => ["markdown", "html", "xlsx", "ods"].map((format) => [name, format] as const)))(
  "the tool's own tables of fixtures/%s are right as %s",
  { tags: "gallery" },
  async (name, format) => {
    const folder = mkdtempSync(join(tmpdir(), "audit-own-format-"));
    try {
      await run(["report", join(home, "fixtures", name, "plan.yaml"), "--format", format, "--out", folder]);
      const audit = await audited(readdirSync(folder), folder);
      // An unmet aim without a comment is a fault of the fixture.
      expect(errors(audit).filter((found) => found.class !== "comment-missing")).toEqual([]);
      expect(audit.tables.flatMap(({ cells }) => cells).some(({ status }) => status === "matches")).toBe(true);
      // The tool understands each heading that it prints.
      expect(
        audit.findings.filter(({ class: name }) => /^heading-(unknown|misspelt|contradicts|disagrees)$/.test(name)),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

describe("errors put into the published tables one by one", () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  cpSync(published, folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The findings that a change of some lines adds. */
  async function added(
    file: string,
    changes: readonly (readonly [line: number, from: string, to: string])[],
  ): Promise<Found[]> {
    const path = join(folder, file);
    const before = readFileSync(path, "utf8");
    const lines = before.split("\n");
    for (const [line, from, to] of changes) {
      const text = lines[line - 1] ?? "";
      expect(text.split(from), `${file}:${line} has ${from} once`).toHaveLength(2);
      lines[line - 1] = text.replace(from, to);
    }
    writeFileSync(path, lines.join("\n"));
    const audit = await audited(all, folder);
    writeFileSync(path, before);
    const known = new Set(clean.findings.map(placed));
    return audit.findings.filter((found) => !known.has(placed(found)));
  }

  test("one digit of a count: the count itself is to blame, with the value that it must have", async () => {
    const found = await added("crime.csv", [[12, "1294", "1394"]]);
    expect(found.map(placed)).toEqual(["does-not-match,crime.csv,12,3"]);
    // 1,091 less 15.7 %: from 1,293.4 to 1,294.9; at a rate of 2.060 per 1,000 of 628,131 to 628,139: 1,293.6 to 1,294.3.
    expect(found[0]?.range).toEqual({ from: "1294", to: "1294" });
  });

  test("one digit of a % difference", async () => {
    const found = await added("crime.csv", [[20, "24.1%", "24.6%"]]);
    expect(found.map(placed)).toContain("does-not-match,crime.csv,20,11");
    // 100 × 733 ÷ 3,046
    expect(found.find((one) => one.file === "crime.csv")?.range?.from).toMatch(/^24\.0643/);
  });

  test("a sign", async () => {
    const found = await added("crime.csv", [[7, "-26.8%", "26.8%"]]);
    expect(found).toMatchObject([{ class: "does-not-match", decision: "sign", line: 7, column: 11 }]);
  });

  test("a verdict", async () => {
    const found = await added("crime.csv", [[13, "52.4%,15.55%,Yes", "52.4%,15.55%,No *"]]);
    expect(found[0]).toMatchObject({ class: "does-not-match", decision: "verdict", line: 13, column: 13 });
    // Being called unmet, it owes a comment.
    expect(found.map(placed).slice(1)).toEqual(["comment-missing,crime.csv,13,13"]);
  });

  test("a rate from another year's population", async () => {
    // 3,046 per 1,000 of the 646,627 of the current column: 4.711, where the column's own gives 4.849.
    const found = await added("crime.csv", [[20, "4.849", "4.711"]]);
    expect(found.map(placed)).toEqual(["outside-population,crime.csv,20,5"]);
    expect(found[0]?.message).toContain("by the current population of Glos, 646,627 to 646,628");
    // 1000 × 3,046 ÷ 628,139 and ÷ 628,131
    expect([found[0]?.range?.from, found[0]?.range?.to].map((end) => end?.slice(0, 7))).toEqual(["4.84924", "4.84930"]);
  });

  test("a rate that puts the force on the other side of the group", async () => {
    // 2,263 ÷ 628,135 is 3.603, above the group's 2.821; 2.603 is below it.
    expect(await added("crime.csv", [[17, "3.603", "2.603"]])).toMatchObject([
      { class: "outside-population", decision: "group", line: 17, column: 5 },
    ]);
  });

  test("two columns changed round", async () => {
    const found = await added("csew-confidence.csv", [
      [3, "48.8%,50.9%,", "50.9%,48.8%,"],
      [4, "52.6%,54.3%,", "54.3%,52.6%,"],
      [5, "55.4%,52.6%,", "52.6%,55.4%,"],
      [6, "83.8%,82.2%,", "82.2%,83.8%,"],
      [7, "60.5%,61.6%,", "61.6%,60.5%,"],
      [8, "46.5%,49.2%,", "49.2%,46.5%,"],
    ]);
    expect(found.map(placed)).toEqual([
      "heading-contradicts,csew-confidence.csv,2,6",
      "heading-contradicts,csew-confidence.csv,2,7",
    ]);
  });

  test("% for percentage points, in a cell and in a comment", async () => {
    expect((await added("csew-asb.csv", [[9, ",2.4,", ",2.4%,"]])).map(placed)).toEqual([
      "wrong-unit,csew-asb.csv,9,8",
    ]);
    const said = await added("csew-comments.csv", [[2, "6.0 percentage points", "6.0%"]]);
    expect(said.map(placed)).toEqual(["wrong-unit,csew-comments.csv,2,2"]);
  });

  test("a direction word", async () => {
    const found = await added("crime-comments.csv", [[6, "increased by 13.5%", "fell by 13.5%"]]);
    expect(found.map(placed)).toEqual(["wrong-direction,crime-comments.csv,6,3"]);
    const wordsAlone = await added("csew-comments.csv", [
      [2, "An increase was also seen in the MSG", "A reduction was also seen in the MSG"],
    ]);
    expect(wordsAlone.map(placed)).toEqual(["wrong-direction,csew-comments.csv,2,2"]);
  });

  test("an outdated comment: a number of an earlier edition, and its period", async () => {
    const number = await added("crime-comments.csv", [[4, "increased by 9%", "increased by 7%"]]);
    expect(number.map(placed)).toEqual(["not-found,crime-comments.csv,4,3"]);
    const period = await added("crime-comments.csv", [[7, "There was", "In the 12 months to June 2023 there was"]]);
    expect(period.map(placed)).toEqual(["wrong-period,crime-comments.csv,7,3"]);
  });

  test("a comparison with the group, and another figure's number", async () => {
    const below = await added("crime-comments.csv", [[4, "a lower rate than", "a higher rate than"]]);
    expect(below.map(placed)).toEqual(["wrong-comparison,crime-comments.csv,4,3"]);
    const other = await added("csew-comments.csv", [[9, "MSG average of 54.3%", "MSG average of 52.6%"]]);
    expect(other.map(placed)).toEqual(["another-figure,csew-comments.csv,9,2"]);
  });

  test("shares that add to 101", async () => {
    const found = await added("asb.csv", [[4, "Nuis: 10.86%", "Nuis: 11.86%"]]);
    // 35.13 + 54.01 + 11.86 = 101.00, give or take three halves of 0.01.
    expect(found).toMatchObject([
      { class: "does-not-match", line: 4, column: 8, range: { from: "100.985", to: "101.015" } },
    ]);
  });

  test("a missing comment, and one on a measure that no table has", async () => {
    const gone = await added("crime-comments.csv", [[6, "Robbery,", "Robberies,"]]);
    expect(gone.map(placed)).toEqual(["comment-missing,crime.csv,15,13", "comment-of-nothing,crime-comments.csv,6,3"]);
  });
});

describe("errors put into tables of their own", () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-own-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const audit = async (text: string, ...args: string[]): Promise<AuditJson & { exit: number }> => {
    writeFileSync(join(folder, "table.csv"), text);
    return audited(["table.csv", ...args], folder);
  };

  const offences = (total: string, theft: string): string =>
    `Offence,2019 number,2023 number,Variance\nBurglary,120,150,30\nTheft,300,${theft}\nTotal,420,${total}\n`;

  test("a wrong total", async () => {
    expect(errors(await audit(offences("430,10", "280,-20")))).toEqual([]);
    // 150 + 280 = 430, and 430 − 420 = 10: the total alone is wrong, and is told once.
    const found = errors(await audit(offences("440,10", "280,-20")));
    expect(found.map(placed)).toEqual(["does-not-match,table.csv,4,3"]);
    expect(found[0]?.range).toEqual({ from: "430", to: "430" });
  });

  test("half to even, and truncation, are named and are no error", async () => {
    // 801 from 800 is 0.125 %: 0.13 as spreadsheets print it, 0.12 by half to even.
    const table = (percent: string): string =>
      `Measure,Baseline number,Current number,% difference\nRobbery,800,801,${percent}\n`;
    expect((await audit(table("0.13"))).findings).toEqual([]);
    const even = await audit(table("0.12"));
    expect(even.findings.map(placed)).toEqual(["other-rounding,table.csv,2,4"]);
    expect(even.findings[0]?.message).toContain("half to even");
    expect(even.exit).toBe(0);
    // 80 to 103 is 28.75 %: 28.8; binary arithmetic at times prints 28.7, and 28.6 is printed by nothing.
    const tie = (percent: string): string =>
      `Measure,Baseline number,Current number,% difference\nRobbery,80,103,${percent}\n`;
    expect((await audit(tie("28.8"))).findings).toEqual([]);
    expect((await audit(tie("28.7"))).findings[0]?.message).toContain("half towards zero");
    expect((await audit(tie("28.6"))).findings.map(placed)).toEqual(["does-not-match,table.csv,2,4"]);
    // 80 to 57 is −28.75 %: −28.8; rounding half upwards prints −28.7.
    const down = (percent: string): string =>
      `Measure,Baseline number,Current number,% difference\nRobbery,80,57,${percent}\n`;
    expect((await audit(down("-28.8"))).findings).toEqual([]);
    expect((await audit(down("-28.7"))).findings.map(placed)).toEqual(["other-rounding,table.csv,2,4"]);
    // 38.26 % cut off at 38.2.
    const cut = await audit("Measure,Baseline number,Current number,% difference\nRobbery,1150,1590,38.2\n");
    expect(cut.findings[0]?.message).toContain("truncation");
  });

  test("a % difference where the baseline is 0 is wrong whatever it is", async () => {
    const found = errors(
      await audit("Measure,Baseline number,Current number,% difference\nHomicide,0,2,200%\nRobbery,4,5,25%\n"),
    );
    expect(found.map(placed)).toEqual(["does-not-match,table.csv,2,4"]);
  });

  test("shares down a column", async () => {
    const table = (last: string): string =>
      `Share of incidents,Baseline percentage,Current percentage\nPersonal,40.01,35.13\nEnvironmental,52.11,54.01\nNuisance,7.87,${last}\n`;
    expect(errors(await audit(table("10.86")))).toEqual([]);
    expect(errors(await audit(table("11.86")))).toMatchObject([{ class: "does-not-match", line: 4, column: 3 }]);
  });

  test("a % difference of rates is told from one of counts, and an unknown basis is no error", async () => {
    // 1,000 of 640,000 to 1,010 of 660,000: +1.0 % by count, −2.1 % by rate (1.5625 to 1.5303).
    const table = (percent: string): string =>
      `Measure,Baseline number,Current number,Baseline rate per 1000,Current rate per 1000,% difference\nRobbery,1000,1010,1.5625,1.5303,${percent}\n`;
    expect((await audit(table("1.0%"))).tables[0]?.cells.find(({ column }) => column === 6)?.status).toBe("matches");
    const byRate = await audit(table("-2.1%"));
    expect(byRate.findings.map(placed)).toContain("other-basis,table.csv,2,6");
    expect(errors(byRate)).toEqual([]);
    expect(errors(await audit(table("2.1%"))).map(placed)).toEqual(["does-not-match,table.csv,2,6"]);
  });

  test.each([
    ["tabs", "Measure\tBaseline number\tCurrent number\t% difference\nRobbery\t1,480\t1,850\t26.0%\n", 4],
    [
      "pipes",
      "| Measure | Baseline number | Current number | % difference |\n|---|---|---|---|\n| Robbery | 1,480 | 1,850 | 26.0% |\n",
      4,
    ],
    [
      "spaces",
      "Measure       Baseline number   Current number   % difference\nRobbery       1,480             1,850            26.0%\n",
      4,
    ],
    [
      "columns in another order and wording",
      'Crime type,Change (%),Latest volume,Previous volume\nRobbery,26.0%,"1,850","1,480"\n',
      2,
    ],
    [
      "a title, two rows of headings and a note",
      "Table 3: crime\n,2018/19,2022/23,Change\nOffence,Number,Number,%\nRobbery,1480,1850,26.0\nSource: iQuanta\n",
      4,
    ],
  ])("a table with %s", async (_, text, column) => {
    // 1,850 from 1,480 is 25.0 %.
    const found = errors(await audit(text));
    expect(found).toMatchObject([{ class: "does-not-match", column, range: { from: "25", to: "25" } }]);
  });

  test("shorthand beside a figure leaves it a figure", async () => {
    const table =
      "Measure,Baseline number,Current number,% difference\nHomicide,4,8 [p],110.0% [u]\nRobbery,348,395 [note 2],13.5%\n";
    expect(errors(await audit(table)).map(placed)).toEqual(["does-not-match,table.csv,2,4"]);
  });

  test.each([
    // 1,000 to 905 is −9.5 %; to 899, −10.1 %; 60 from 50 % is 10 points up.
    ["reduce by 10%", "1000,905", "not achieved"],
    ["Reduce by at least 10 per cent", "1000,899", "achieved"],
    ["at most 900", "1000,905", "not achieved"],
    ["maintain within 10%", "1000,905", "achieved"],
    ["Improve", "1000,905", "not achieved"],
    ["Fewer", "1000,905", "achieved"],
  ])("the aim %s", async (aim, numbers, must) => {
    const table = (said: string): string =>
      `Measure,Baseline number,Current number,Aim,Achieved?\nRobbery,${numbers},${aim},${said}\n`;
    expect(errors(await audit(table(must)))).toEqual([]);
    const turned = must === "achieved" ? "not achieved" : "achieved";
    expect(errors(await audit(table(turned)))).toMatchObject([
      { class: "does-not-match", decision: "verdict", column: 5 },
    ]);
  });

  test("a verdict that the printed percentages leave open is not called wrong", async () => {
    const table = (said: string): string =>
      `Question,Baseline percentage,Current percentage,Aim,Achieved?\nSafe,48.8%,48.8%,Increase,${said}\n`;
    expect((await audit(table("No"))).findings).toEqual([]);
    expect((await audit(table("Yes"))).findings.map(placed)).toEqual(["cannot-be-checked,table.csv,2,5"]);
  });

  test("a heading that says nothing is mapped by hand, by its words or its position", async () => {
    const table = "Measure,A,B,C\nRobbery,1480,1850,26.0\nTheft,200,150,-25.0\n";
    const unknown = await audit(table);
    expect(unknown.findings.map(placed)).toEqual([
      "heading-unknown,table.csv,1,2",
      "heading-unknown,table.csv,1,3",
      "heading-unknown,table.csv,1,4",
    ]);
    const hand = ["--column", "A=baseline number", "--column", "3=current number", "--column", "C=% difference"];
    expect((await audit(table, ...hand)).findings.map(placed)).toEqual(["does-not-match,table.csv,2,4"]);
  });

  test("what a comment says of aims, other areas and other periods is not held against it", async () => {
    const comment =
      "Robbery is up 13.5% (348 to 395), 47 more offences than in 2019, while prices fell sharply. Our aim is to reduce it by 10%. " +
      "Nationally it fell by 30%. It has halved since 2010. We recruited 20 officers; see https://example.org/2023/05.";
    writeFileSync(join(folder, "said.csv"), `Measure,Comment\nRobbery,"${comment}"\n`);
    const table = "Measure,2019 number,2023 number,% difference,Aim,Achieved?\nRobbery,348,395,13.5%,Reduce,No\n";
    const made = await audit(table, "--comments", "said.csv");
    expect(made.findings).toEqual([]);
    const settled = made.comments[0]?.claims.filter(({ status }) => status !== "not checked").map(({ text }) => text);
    // "Up" is checked with its number.
    expect(settled).toEqual(["13.5%", "348", "395", "47", "2019"]);
  });

  test("placeholders, broken formulas and misread digits", async () => {
    const found = errors(
      await audit(
        "Measure,Baseline number,Current number,Comment\nRobbery,1O0,#REF!,Up by XX% [insert figure]\nTheft,5,6,\n",
      ),
    );
    expect(found.map(({ class: name, column }) => [name, column])).toEqual([
      ["not-a-number", 2],
      ["placeholder", 3],
      ["placeholder", 4],
      ["placeholder", 4],
    ]);
  });

  /** What is wrong with a table: class, line and column of each error. */
  const wrong = async (text: string, ...args: string[]): Promise<unknown[]> =>
    errors(await audit(text, ...args)).map(({ class: name, line, column }) => [name, line, column]);

  test("rows that are areas share no population, and a row's own population is the one that counts", async () => {
    const heads = 'District,Population,Number,"Rate per 1,000"\n';
    // 2,400 of 120,000, 1,900 of 95,000 and 4,300 of 215,000: 20.0 each.
    const own = `${heads}Stroud,120000,2400,20.0\nTewkesbury,95000,1900,RATE\nTotal,215000,4300,20.0\n`;
    expect(await wrong(own.replace("RATE", "20.0"))).toEqual([]);
    expect(await wrong(own.replace("RATE", "25.0").replace("District", "Measure"))).toEqual([["does-not-match", 3, 4]]);
    // 100 at 5.0, 100 at 2.5 and 300 at 10.0 are of 20,000, 40,000 and 30,000.
    const lone = (first: string): string => `${first},Number,Rate per 1000\nA,100,5.00\nB,100,2.50\nC,300,10.00\n`;
    expect(await wrong(lone("District"))).toEqual([]);
    expect(await wrong(lone("Name"))).toEqual([]);
  });

  test.each([
    ["Objective,On target?", "Reduce,Met"],
    ["Direction sought,Aim met?", "Down,Yes"],
    ["Target,Target met?", "Reduce,Yes"],
    ["Goal,Objective achieved?", "Fewer,Yes"],
  ])("the headings %s are of an aim and a verdict", async (heads, said) => {
    const table = `Measure,2022/23,2023/24,Change,% change,${heads}\nRobbery,400,430,30,7.5%,${said}\n`;
    expect(await wrong(table)).toEqual([["does-not-match", 2, 7]]);
  });

  test("an aim or a verdict under a heading that is not understood is told", async () => {
    const made = await audit("Measure,2022/23,2023/24,Wished,Was it done?\nRobbery,400,430,Reduce,Yes\n");
    expect(made.findings.map(placed)).toEqual(["heading-unknown,table.csv,1,4", "heading-unknown,table.csv,1,5"]);
  });

  test.each([
    ["Last year,This year,Difference,% change"],
    ["Last year (2022/23),This year (2023/24),Difference,% change"],
    ["Previous Year to Date,Current Year to Date,Volume change,% diff"],
    ["YTD 2022/23,YTD 2023/24,Diff,% diff"],
    ["Apr 22 - Mar 23,Apr 23 - Mar 24,+/-,%"],
    ["Baseline number,Current number,Variance,% diff"],
  ])("the headings %s say what their columns hold", async (heads) => {
    // 100 to 110 is 10 and 10 %; 200 to 190 is −10 and −5 %.
    const table = (percent: string): string => `Offence,${heads}\nA,100,110,10,10.0%\nB,200,190,-10,${percent}\n`;
    const right = await audit(table("-5.0%"));
    expect(right.findings).toEqual([]);
    expect(right.tables[0]?.cells.map(({ status }) => status)).toEqual(["matches", "matches", "matches", "matches"]);
    expect(await wrong(table("5.0%"))).toEqual([["does-not-match", 3, 5]]);
  });

  test("percentage points in brackets are said by the heading", async () => {
    const table = "Measure,2021/22 %,2022/23 %,Change (percentage points)\nConfidence,58.7%,52.6%,-6.1\n";
    expect((await audit(table)).findings).toEqual([]);
  });

  test("pounds add up to their total", async () => {
    // 1,061,477 + 2,032,170 = 3,093,647.
    const bids = (total: string): string =>
      `Round,Award (£)\nRound 3,"£1,061,477"\nRound 4,"£2,032,170"\nTotal,"${total}"\n`;
    expect(await wrong(bids("£3,093,647"))).toEqual([]);
    // 10 + 20 = 30 and 11 + 22 = 33.
    const awards = (total: string): string =>
      `Round,2021 (£),2022 (£),2023 (£)\nRound 3,£10,£11,"£1,061,477"\nRound 4,£20,£22,"£2,032,170"\nTotal,£30,£33,"${total}"\n`;
    expect(await wrong(awards("£3,093,647"))).toEqual([]);
    // A total of one column alone may be of a row that is not there: it is told, and not called wrong.
    expect(await wrong(bids("£3,193,647"))).toEqual([]);
    expect(await wrong(awards("£5,093,647"))).toEqual([["does-not-match", 4, 4]]);
    // Mean times add up to nothing.
    expect(await wrong("Call,Mean seconds\n999,8\n101,60\nTotal,31\n")).toEqual([]);
  });

  test("shares of a total of 100 %, of numbers and without them, and with a row of others", async () => {
    // 120, 500 and 380 of 1,000: 12, 50 and 38 %.
    const shares = (last: string): string =>
      `Outcome,Number,%\nCharged,120,12.0%\nNo suspect,500,50.0%\nStopped,380,${last}\nTotal,1000,100%\n`;
    expect(await wrong(shares("38.0%"))).toEqual([]);
    expect(await wrong(shares("36.0%"))).toEqual([["does-not-match", 4, 3]]);
    const alone = (last: string, total: string): string =>
      `Outcome,Percentage\nCharged,12.0%\nNo suspect,50.0%\nOther,${last}\n${total}`;
    expect(await wrong(alone("38.0%", "Total,100.0%\n"))).toEqual([]);
    expect(await wrong(alone("36.0%", "Total,100.0%\n"))).toEqual([["does-not-match", 4, 2]]);
    expect(await wrong(alone("36.0%", ""))).toEqual([["does-not-match", 4, 2]]);
  });

  test("a range that prints as one number loses nothing", async () => {
    const table = 'Fund,Budget 2022/23 (£),Budget 2023/24 (£),% change\nVictims,"£1,200,000","£1,350,000",12.5%\n';
    expect((await audit(table)).findings.map(({ message }) => message).filter((said) => !/ to /.test(said))).toEqual(
      [],
    );
  });

  test("a mark of a note leaves a cell a number", async () => {
    const table = 'Measure,Baseline number,Current number,Variance\nA,"1,100 (p)",1120*,10\nB,200†,210¹,10\n';
    // 1,120 − 1,100 = 20.
    expect(await wrong(table)).toEqual([["does-not-match", 2, 4]]);
  });

  /** The faults of one comment on Robbery, and the claims of it that match; the published table's row. */
  async function said(comment: string): Promise<{ faults: string[]; matched: string[] }> {
    const table =
      ",,2019,,,12 months to September 2023,,,,,\nMeasure,Aim,Glos number,Glos rate,MSG rate,Glos number,Glos rate,MSG rate,Glos % change,MSG % change (rate),Achieved\n" +
      "Robbery,Reduce,348,0.554,0.548,395,0.611,0.463,13.5%,-15.5%,No\n" +
      "Burglary,Reduce,3496,5.566,4.719,2922,4.519,3.091,-16.4%,-34.5%,Yes\n" +
      "Theft from shops,Reduce,3046,4.849,5.262,3779,5.844,5.300,24.1%,0.7%,No\n";
    const measure = /burglar/i.test(comment) ? "Burglary" : /theft/i.test(comment) ? "Theft from shops" : "Robbery";
    writeFileSync(join(folder, "said.csv"), `Measure,Comment\n${measure},"${comment}"\n`);
    const made = await audit(table, "--comments", "said.csv");
    const faults = made.findings.filter(
      ({ file, class: name }) => file === "said.csv" && name !== "comment-without-no",
    );
    const claims = made.comments.flatMap((one) => one.claims);
    return {
      faults: faults.map(({ class: name, printed }) => `${name}: ${printed}`),
      matched: claims.flatMap(({ status, text }) => (status === "matched" ? [text] : [])),
    };
  }

  // 348 in 2019 and 395 now; rates 0.554 and 0.611, the group's 0.548 and 0.463.
  test.each([
    ["395 robberies were recorded in 2019.", ["another-figure: 395"]],
    ["348 robberies were recorded in the 12 months to September 2023.", ["another-figure: 348"]],
    ["There were 348 this year, against 395 in the baseline.", ["another-figure: 348", "another-figure: 395"]],
    ["Robbery rose from 395 to 348.", ["another-figure: 395", "another-figure: 348"]],
    ["In 2019 the rate was 0.611.", ["another-figure: 0.611"]],
    ["There were 3,797 thefts.", ["not-found: 3,797"]],
    ["There were 359 in the current year.", ["not-found: 359"]],
    ["Robbery rose from 348 to 359 offences.", ["not-found: 359"]],
    ["The rate is now 0.611 per 100,000.", ["not-found: 0.611"]],
    // Burglary fell by 574, 16.4 %.
    ["There were 574 more burglaries than in 2019.", ["wrong-direction: 574"]],
    ["Burglary fell by over 17%.", ["not-found: 17%"]],
    ["Robbery remained static.", ["wrong-direction: static"]],
    ["Robbery is still below 2019 levels.", ["wrong-direction: below 2019"]],
    ["Robbery is lower than in 2019.", ["wrong-direction: lower than in 2019"]],
    // The group's rate fell by 15.5 %.
    ["Robbery rose by 15.5%.", ["another-figure: 15.5%"]],
    ["Robbery did not increase.", ["wrong-direction: increase"]],
    ["Levels of burglary continue to rise.", ["wrong-direction: rise"]],
    // 24.1 % against 0.7 %; and the rates 4.519 against 3.091.
    ["Theft rose more slowly than the MSG.", ["wrong-comparison: more slowly"]],
    ["Burglary is below the MSG.", ["wrong-comparison: below"]],
  ])("what is wrong in a comment is told: %s", async (comment, faults) => {
    expect((await said(comment)).faults).toEqual(faults);
  });

  test.each([
    ["348 robberies were recorded in 2019, and 395 in the 12 months to September 2023.", ["348", "395"]],
    ["Robbery rose from 348 to 395, 47 more robberies than in 2019.", ["348", "395", "47"]],
    ["In 2019, the rate was 0.554.", ["0.554"]],
    ["The rate is now 61.1 per 100,000.", ["61.1"]],
    ["There were 574 fewer burglaries than in 2019.", ["574"]],
    ["Burglary is still below 2019 levels.", ["below 2019"]],
    // 0.611 ÷ 0.554 is 1.1029.
    ["The rate of robbery rose by 10.3%, from 0.554 to 0.611.", ["0.554", "0.611"]],
  ])("what is right in a comment is matched: %s", async (comment, claims) => {
    const { faults, matched } = await said(comment);
    expect(faults).toEqual([]);
    expect(matched).toEqual(expect.arrayContaining(claims));
  });

  test.each([
    "Robbery fell in Stroud by 60%.",
    "Robbery fell in Gloucester, by 8%.",
    "In Cheltenham there were 120 offences, up 30%.",
    "Officers attended 210 incidents.",
    "In 2022 there were 370 robberies.",
    "Table 395 on page 348 shows it.",
    "We recruited 120 more officers.",
    "Of these, 300 robberies were solved.",
    "The change is not significant (p = 0.09).",
    "In 2021, robbery fell by 30%.",
  ])("what is not of the row is not called wrong, and not matched: %s", async (comment) => {
    expect(await said(comment)).toEqual({ faults: [], matched: [] });
  });

  test("comments that cannot be read are no missing comments", async () => {
    writeFileSync(join(folder, "table.csv"), "Measure,2019 number,2023 number,Aim,Achieved?\nRobbery,1,2,Reduce,No\n");
    writeFileSync(join(folder, "empty.csv"), "");
    for (const file of ["nope.csv", "empty.csv"]) {
      const done = await run(["audit", "table.csv", "--comments", file], folder);
      expect([done.exit, done.out]).toEqual([2, ""]);
      expect(done.err).toContain(file);
    }
  });

  test("a file that is no table of figures is named and left out, and the others are audited", async () => {
    writeFileSync(join(folder, "notes.csv"), "Note\nAll figures are provisional.\n");
    writeFileSync(join(folder, "words.csv"), "Priority,Name\nONE,First\nTWO,Second\n");
    // 110 − 100 = 10.
    writeFileSync(join(folder, "table.csv"), "Measure,2019 number,2023 number,Variance\nRobbery,100,110,11\n");
    const made = await audited(["notes.csv", "table.csv", "words.csv"], folder);
    expect(made.findings.map(placed)).toEqual([
      "does-not-match,table.csv,2,4",
      "not-a-table,notes.csv,1,1",
      "not-a-table,words.csv,1,1",
    ]);
    expect((await run(["audit", "notes.csv", "words.csv"], folder)).exit).toBe(2);
  });

  test("a second table in one file is audited by its own headings", async () => {
    const text = (points: string): string =>
      `Table 1\nMeasure,Baseline number,Current number,Variance\nA,100,110,10\n\nTable 2\nMeasure,Baseline percentage,Current percentage,Percentage points\nX,10.0%,12.0%,${points}\n`;
    const made = await audit(text("2.0"));
    expect(made.findings).toEqual([]);
    expect(made.tables.map(({ title, rows }) => [title, rows])).toEqual([
      ["Table 1", 1],
      ["Table 2", 1],
    ]);
    expect(await wrong(text("3.0"))).toEqual([["does-not-match", 7, 4]]);
  });

  test("merged headings that a document copies without their blanks stand over as many columns each", async () => {
    // 574 fewer: −574, and 24.1 %.
    const text =
      "Crime type\t2019\t2023\tChange\n\tNo.\tRate\tNo.\tRate\tNo.\t%\nRobbery\t348\t0.554\t395\t0.611\t47\t13.5%\n" +
      "Burglary\t3,496\t5.566\t2,922\t4.519\t574\t-16.4%\nShoplifting\t3,046\t4.849\t3,779\t5.844\t733\t21.4%\n";
    expect(await wrong(text)).toEqual([
      ["does-not-match", 4, 6],
      ["does-not-match", 5, 7],
    ]);
  });

  test("one wrong figure is told once, and the verdict that it turns is not wrong too", async () => {
    const heads = "Measure,Baseline percentage,Current percentage,Percentage points,Aim,Achieved?\n";
    // 17.0 − 18.3 = −1.3, printed 71.0.
    expect(await wrong(`${heads}Drugs,18.3%,71.0%,-1.3,Reduce,Yes\n`)).toEqual([["does-not-match", 2, 4]]);
    // 41.8 and 41.8, printed 48.8: no points, so not increased.
    expect(await wrong(`${heads}Police,41.8%,48.8%,0.0,Increase,No\n`)).toEqual([["does-not-match", 2, 4]]);
    // 4 and 4, printed 1: no variance and 0 %, so not reduced.
    const counts = "Measure,Baseline number,Current number,Variance,% difference,Aim,Achieved?\n";
    expect(
      await wrong(
        `${counts}Homicide,4,1,0,0.0%,Reduce,No\nTheft,100,90,-10,-10.0%,Reduce,Yes\nArson,50,55,5,10.0%,Reduce,No\n`,
      ),
    ).toHaveLength(1);
    // 15.9 − 18.3 = −2.4, and the verdict alone is wrong.
    expect(await wrong(`${heads}Drugs,18.3%,15.9%,-2.4,Reduce,No\n`)).toEqual([["does-not-match", 2, 6]]);
  });

  test("a figure that differs from the plan is told once, though a sum of its row fails too", async () => {
    const plan = join(home, "test", "cases", "audit-plan", "plan.yaml");
    const heads = "Measure,Number 2019: Glos,Number 2023: Glos,Variance: Glos,% difference: Glos\n";
    const told = async (row: string) => errors(await audit(`${heads}Robbery,${row}\n`, "--plan", plan)).map(placed);
    // The data have 348 and 395: 47 more, which is 13.5 %.
    expect(await told("348,395,47,13.5%")).toEqual([]);
    expect(await told("348,397,47,13.5%")).toEqual(["differs-from-plan,table.csv,2,3"]);
    expect(await told("348,395,47,14.1%")).toEqual(["differs-from-plan,table.csv,2,5"]);
    expect(await told("348,397,47,14.1%")).toEqual([
      "differs-from-plan,table.csv,2,3",
      "differs-from-plan,table.csv,2,5",
    ]);
    // The change has the wrong sign, which changes what is decided: that is kept.
    const [sign, ...more] = errors(await audit(`${heads}Robbery,348,395,47,-13.5%\n`, "--plan", plan));
    expect([sign?.class, sign?.decision, more]).toEqual(["differs-from-plan", "sign", []]);
  });

  test("a column that is not checked by its kind is compared with the plan by its heading", async () => {
    const plan = join(home, "fixtures", "plan-targets", "plan.yaml");
    const table = (target: string, due: string): string =>
      `Measure,Current: Gloucestershire number,Aim,Aim: target,Aim: due by now\nAnti-social behaviour,9436,reduce by 50%,${target},${due}\n`;
    // Half of the 18,304 of the baseline is 9,152.
    const found = errors(await audit(table("9452", "1"), "--plan", plan));
    expect(found.map(placed)).toEqual(["differs-from-plan,table.csv,2,4", "differs-from-plan,table.csv,2,5"]);
    expect(found[0]?.message).toContain('the plan computes "Aim: target" as 9152');
  });
});

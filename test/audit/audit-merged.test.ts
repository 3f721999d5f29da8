// Headings merged over unequal numbers of columns, as documents copy them: understood, or refused, and never guessed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { AuditJson } from "../../src/audit/schema.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-merged-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function audit(lines: readonly string[]): Promise<AuditJson> {
  writeFileSync(join(folder, "table.txt"), `${lines.join("\n")}\n`);
  const done = await run(["audit", "table.txt", "--format", "json"], folder);
  expect(done.err).toBe("");
  return jsonOf("audit", done.out);
}
const errors = ({ findings }: AuditJson): unknown[] =>
  findings.flatMap(({ severity, class: name, line, column }) => (severity === "error" ? [[name, line, column]] : []));
const matching = ({ tables }: AuditJson): number =>
  tables.flatMap(({ cells }) => cells).filter(({ status }) => status === "matches").length;

// 100 × 47 ÷ 348 = 13.5 and 100 × −574 ÷ 3,496 = −16.4; 100 × 733 ÷ 3,046 = 24.1, and not 21.4.
const rows = [
  "Robbery\t348\t0.554\t395\t0.611\t13.5%",
  "Burglary\t3,496\t5.566\t2,922\t4.519\t-16.4%",
  "Shoplifting\t3,046\t4.849\t3,779\t5.844\t21.4%",
];
const spaced = (lines: readonly string[]): string[] =>
  lines.map((line) =>
    line
      .split("\t")
      .map((cell) => cell.padEnd(14))
      .join("")
      .trimEnd(),
  );

test.each([
  ["with their blanks", ["Crime type\t2019\t\t2023\t\tChange", "\tNo.\tRate\tNo.\tRate\t%", ...rows]],
  ["without them", ["Crime type\t2019\t2023\tChange", "\tNo.\tRate\tNo.\tRate\t%", ...rows]],
  ["over the names of the measures", ["\t2019\t2023\tChange", "Crime type\tNo.\tRate\tNo.\tRate\t%", ...rows]],
  ["set apart by spaces", spaced(["Crime type\t2019\t\t2023\t\tChange", "\tNo.\tRate\tNo.\tRate\t%", ...rows])],
  [
    "of spaces, with the names below",
    spaced(["\t2019\t\t2023\t\tChange", "Crime type\tNo.\tRate\tNo.\tRate\t%", ...rows]),
  ],
])("merged headings over 2, 2 and 1 columns: %s", async (_, lines) => {
  const made = await audit(lines);
  expect(errors(made)).toEqual([["does-not-match", 5, 6]]);
  // Two of three % differences, and six rates that share their populations.
  expect(matching(made)).toBe(8);
  expect([made.tables[0]?.baseline, made.tables[0]?.current]).toEqual(["2019", "2023"]);
});

test.each(["\t", ""])("headings merged downwards before and behind them", async (last) => {
  const made = await audit([
    "Crime type\tAim\t2019\t2023\tChange\tAchieved?",
    `\t\tNo.\tRate\tNo.\tRate\t%${last}`,
    "Robbery\tReduce\t348\t0.554\t395\t0.611\t13.5%\tYes",
    "Burglary\tReduce\t3,496\t5.566\t2,922\t4.519\t-16.4%\tYes",
  ]);
  // 395 is more than 348.
  expect(errors(made)).toEqual([["does-not-match", 3, 8]]);
});

// 100 × (4.519 − 5.566) ÷ 5.566 = −18.8.
const rates = ["Robbery\t0.554\t0.611\t10.3%\t0.548\t0.463", "Burglary\t5.566\t4.519\t-28.8%\t4.719\t3.091"];
test.each(["Crime type\tGlos\tMSG", "Crime type\tGlos\t\t\tMSG\t"])("areas over 3 and 2 columns: %s", async (over) => {
  const made = await audit([over, "\tBaseline rate\tCurrent rate\t% change\tBaseline rate\tCurrent rate", ...rates]);
  expect(errors(made)).toEqual([["does-not-match", 4, 4]]);
  expect(made.tables[0]?.force).toBe("Glos");
});

test("three rows of headings: an area over a period over what is given", async () => {
  const made = await audit([
    "\tGloucestershire\t\t\t\tMSG\t\t",
    "\t2019\t\t2023\t\t2019\t2023\t",
    "Offence\tNo.\tRate\tNo.\tRate\tRate\tRate\tRate change",
    // 0.463 − 0.548 = −0.085, and 3.091 − 4.719 = −1.628.
    "Robbery\t348\t0.554\t395\t0.611\t0.548\t0.463\t-0.085",
    "Burglary\t3,496\t5.566\t2,922\t4.519\t4.719\t3.091\t-1.268",
  ]);
  expect(errors(made)).toEqual([["does-not-match", 5, 8]]);
});

test("headings that may stand over these or those columns are refused, and the figures below are not checked", async () => {
  const made = await audit(["Crime type\tGlos\tMSG\tOther", "\tNo.\tRate\t%\tValue", "Robbery\t348\t0.554\t13.5%\t5"]);
  expect(made.findings.map(({ class: name, column }) => [name, column])).toEqual(
    [2, 3, 4, 5].map((column) => ["heading-unknown", column]),
  );
  expect(made.findings[0]?.message).toContain("which of them is over it is not clear");
  expect(made.tables[0]?.cells).toEqual([]);
});

test("lines above the headings that are none leave them as they are", async () => {
  // 3,779 − 3,046 = 733.
  const made = await audit([
    "Source,iQuanta",
    "Date,2024",
    "Offence,2019,2023,Change",
    "Robbery,348,395,47",
    "Theft,3046,3779,743",
  ]);
  expect(errors(made)).toEqual([["does-not-match", 5, 4]]);
});

test("the same heading twice, which nothing tells apart, is not taken for another figure", async () => {
  const made = await audit([
    "Measure,Baseline rate,Current rate,Baseline rate,Current rate",
    "A,0.554,0.611,0.548,0.463",
  ]);
  expect(made.findings.map(({ class: name, column }) => [name, column])).toEqual([
    ["heading-unknown", 4],
    ["heading-unknown", 5],
  ]);
});

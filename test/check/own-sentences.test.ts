// The tool's own sentences as comments: as they are, check accepts each; with anything in one changed, it finds the change.
import { expect, test } from "vitest";
import { numbersOf } from "../../src/check/comments.ts";
import { heldToOwn, openingsOf } from "../../src/check/own-sentences.ts";
import { openPlan } from "../../src/commands/open-plan.ts";
import { noComments } from "../../src/input/comments.ts";
import { tablesOf } from "../../src/output/report-tables.ts";
import { sentencesOf } from "../../src/report/narration.ts";
import { type Report, type Row, reportOf } from "../../src/report/report.ts";
import { home, planFixtures, quietWorld } from "../helpers/world.ts";

const plans = [...planFixtures.map((name) => `fixtures/${name}`), "test/cases/sentences", "test/cases/grades"];

async function reportIn(folder: string): Promise<Report> {
  const opened = await openPlan(quietWorld(home), folder, undefined);
  if (!opened) throw new Error(`${folder} has no plan`);
  const { plan } = opened;
  const data = await opened.read(plan.tables.flatMap(({ measures }) => measures));
  return { ...reportOf(plan, data, noComments), inputs: data.inputs };
}

/** What check says of the report with these comments. */
function checked(report: Report, commentOf: (row: Row, text: string) => string | undefined) {
  const tables = report.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, comment: commentOf(row, sentencesOf(table, row).join(" ")) })),
  }));
  const made = tables.flatMap((table) => tablesOf(report.plan, table, "by kind"));
  return numbersOf({ ...report, tables }, made, noComments, () => []);
}

/** Words that say something else, and what they are changed to. */
const exchanges: readonly (readonly [RegExp, (words: string) => string])[] = [
  // Numbers, the years of periods among them: the last digit is another.
  [/\d+(?:[.,:]\d+)*/g, (digits) => digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10))],
  [
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?= \d)/g,
    (month) => (month === "May" ? "June" : "May"),
  ],
  [/\bthe year ending\b/g, () => "the 3 months to"],
  [/\bthe \d+ months to\b/g, () => "the year ending"],
  [/\bone (?=grade)/g, () => "two "],
  [/\bup\b/g, () => "down"],
  [/\bdown\b/g, () => "up"],
  [/\bnot achieved\b/gi, () => "achieved"],
  [/(?<!not )\bachieved\b/gi, () => "not achieved"],
  [/\bon track\b/gi, () => "behind"],
  [/\bbehind\b/gi, () => "on track"],
  [/\bwithin tolerance\b/gi, () => "achieved"],
  [/\bnot judged\b/g, () => "achieved"],
  [/\bthe same\b(?= (?:number|rate|percentage|grade|as))/g, () => "a higher"],
  [/\bno change\b/g, () => "up 3.0%"],
  [/\bnot available\b/g, () => "down 3.0%"],
  [/\bwithin the range\b/g, () => "beyond the range"],
  [/\blowest\b/g, () => "highest"],
  [/\bhighest\b/g, () => "lowest"],
  [/\bshort\b(?=\.)/g, () => "over"],
  [/\bover\b(?=\.)/g, () => "short"],
  [/\bat least\b/g, () => "at most"],
  [/\bat most\b/g, () => "at least"],
  [/(?<=Aim to )reduce\b/g, () => "increase"],
  [/(?<=Aim to )increase\b/g, () => "reduce"],
  [/(?<=Aim to be )below\b/g, () => "above"],
  [/\bother forces\b/g, () => "forces"],
  [/\bless than\b/g, () => "more than"],
  [/(?<=: )(?:Good|Adequate|Requires improvement|Inadequate|Outstanding|Silver)(?= in )/g, () => "Bronze"],
  [/(?<=from )(?:Good|Adequate|Requires improvement|Inadequate|Outstanding|Bronze)(?= in )/g, () => "Silver"],
];

/** The text with one thing in it changed, for each thing that can be. */
const changed = (text: string): string[] =>
  exchanges.flatMap(([words, other]) =>
    [...text.matchAll(words)].map(
      ({ 0: found, index }) => text.slice(0, index) + other(found) + text.slice(index + found.length),
    ),
  );

test.each(plans)("%s: check accepts every sentence as it is, and misses no change in one", async (folder) => {
  const report = await reportIn(folder);
  const right = checked(report, (_, text) => text);
  expect(right.lacks).toEqual([]);
  expect(right.unchecked).toEqual([]);
  const all = new Map<string, string[]>();
  checked(report, (row, text) => {
    all.set(row.name, changed(text));
    return undefined;
  });
  const most = Math.max(...[...all.values()].map((texts) => texts.length));
  expect(most).toBeGreaterThan(5);
  const missed: string[] = [];
  // One change in each row at a time.
  for (let at = 0; at < most; at += 1) {
    const { lacks } = checked(report, (row) => all.get(row.name)?.[at]);
    for (const [name, texts] of all) {
      const text = texts[at];
      if (text !== undefined && !lacks.some(({ message }) => message.startsWith(`${name}: `))) missed.push(text);
    }
  }
  expect(missed).toEqual([]);
});

const own = [
  "Robbery: 395 in the 12 months to September 2023, up 47 (13.5%) from 348 in 2019.",
  "MSG: down 12.95%.",
  "Target: at least 95% by March 2023. Not achieved; 3.8 percentage points short.",
];
const held = (comment: string) =>
  heldToOwn(comment, own, openingsOf([...own, "No aim is set.", "Aim to reduce: achieved."]));

test.each([
  [
    "what an author adds is the author's",
    `${own.join(" ")} We set up a team. It costs £1.2m.`,
    "We set up a team. It costs £1.2m.",
  ],
  ["a sentence may be left out", `${own[0]} ${own[2]}`, ""],
  [
    "a comment of an author that begins with the name",
    "Robbery: we set up a team. MSG: none.",
    "Robbery: we set up a team. MSG: none.",
  ],
  ["lines may be broken anywhere", own.join("\n").replaceAll(" in ", "\n  in "), ""],
  ["an author's sentence first", `We set up a team. ${own[1]}`, "We set up a team."],
])("%s", (_, comment, rest) => {
  const { faults, rest: left } = held(comment);
  expect(faults).toEqual([]);
  expect(left.trim()).toBe(rest);
});

test("a sentence without a period is right, and one with other words left out is for a person to read", () => {
  const period = held(own[0]?.replace(" in the 12 months to September 2023", "").replace(" in 2019", "") ?? "");
  // 395, 47, 13.5 and 348.
  expect(period).toMatchObject({ faults: [], shortened: [], numbers: 4 });
  for (const said of [
    "Robbery: 395 in 2019, up 47 (13.5%) from 348 in 2019.",
    "Robbery: 395, down 47 (13.5%) from 348.",
  ])
    expect(held(said)).toMatchObject({ faults: [{ said }], shortened: [] });
  for (const said of ["Robbery: 395 in the 12 months to September 2023.", "Robbery: 395, up 47 (13.5%)."])
    expect(held(said)).toMatchObject({ faults: [], shortened: [{ said, wanted: own[0] }], numbers: 0 });
  // Without "up", it does not say which way it went; without "not", it says the contrary.
  expect(held("Robbery: 395, 47 (13.5%) from 348.").faults.length).toBe(1);
  expect(
    held(`${own[0]} Target: at least 95% by March 2023. achieved; 3.8 percentage points short.`).faults.length,
  ).toBe(1);
});

test.each([
  ["a figure of another measure", own[0]?.replace("395", "400") ?? "", 1],
  ["a sentence of another measure", `${own[0]} Aim to reduce: achieved.`, 1],
  [
    "each that is wrong",
    own.join(" ").replace("up 47", "down 47").replace("12.95", "12.59").replace("short", "over"),
    3,
  ],
  ["one after an author's own", `We set up a team. ${own[2]?.replace("Not achieved", "Achieved")}`, 1],
])("finds %s", (_, comment, faults) => {
  expect(held(comment).faults.length).toBe(faults);
});

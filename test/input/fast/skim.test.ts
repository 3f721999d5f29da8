// The skimmer by itself, on numbers that are written here as the scanner would give them: what it reads in full, adds and passes.
import { expect, test } from "vitest";
import type { Scan } from "../../../src/input/fast/scanner.ts";
import { skimmer } from "../../../src/input/fast/skim.ts";
import type { RecordWords } from "../../../src/input/known-records.ts";

const roles = ["area", "name", "period", "number"] as const;
const fields = roles.map((role) => ({ role, columns: 1, holds: role === "number" ? role : ("words" as const) }));

/** A record with the numbers of its area, name and period, and the number in it; -1 for what has none. */
type Scanned = readonly [line: string, area: number, name: number, period: number, value: number];

/**
 * What the skimmer makes of records below one line of headings, scanned in as many goes as given: each record that is
 * read in full, and each that is added by its number, with its line; and how many it passed. Kent is wanted, and
 * nobody wants Essex.
 */
function skimmed(goes: readonly (readonly Scanned[])[], needsNumbers = false) {
  const text = `Area,Offence,Year,Number\n${goes
    .flat()
    .map(([line]) => `${line}\n`)
    .join("")}rest`;
  const bytes = Buffer.from(text);
  let from = text.indexOf("\n") + 1;
  const scans = goes.map((records): Scan => {
    const out = records.flatMap(([line, ...numbers]) => {
      const start = from;
      from += Buffer.byteLength(line) + 1;
      return [start, ...numbers];
    });
    return { count: records.length, next: from, bytes, out: Int32Array.from(out) };
  });
  const made: string[] = [];
  let passed = 0;
  const scan = (_: Uint8Array, at: number): Scan =>
    scans.shift() ?? { count: 0, next: at, bytes, out: new Int32Array() };
  const scanner = { scan, hash: () => expect.fail() };
  const take = ({ line, cells }: { line: number; cells: readonly string[] }): RecordWords => {
    made.push(`${line} in full: ${cells.join(" ")}`);
    return { place: cells[0], named: [cells[1]], time: { period: { from: 0, to: 0 } } } as never;
  };
  const taker = {
    routesFor: (place: unknown) => ((place as string) === "Kent" ? (["a route"] as never) : []),
    isUnwanted: (place: unknown) => (place as string) === "Surrey",
    addKnown: (_: unknown, __: unknown, row: { line: number; number: (column: number) => number }) =>
      void made.push(`${row.line} added: ${row.number(3)}`),
    skip: (count: number) => {
      passed += count;
    },
    needsNumbers,
    tallyOf: () => undefined,
    hasher: undefined as never,
  };
  const { end, lines } = skimmer({ roles, fields }, scanner, ",", 2, take, taker, () => false).take(bytes, 1);
  expect([end, lines]).toEqual([text.length - "rest".length, 1 + goes.flat().length]);
  return { made, passed };
}

test("a record of words met before, with plain digits, is added by its number, whose line is counted on", () => {
  const found = skimmed([
    [
      ["Kent,Arson,2018,5", 0, 0, 0, 5],
      ["Kent,Arson,2019,7", 0, 0, 1, 7],
      ["Kent,Arson,2018,3", 0, 0, 0, 3],
    ],
    [
      ["Kent,Fraud,2018,2", 0, 1, 0, 2],
      ["Kent,Fraud,2019,999999999", 0, 1, 1, 999_999_999],
    ],
  ]);
  expect(found).toEqual({
    made: [
      "2 in full: Kent Arson 2018 5",
      "3 in full: Kent Arson 2019 7",
      "4 added: 3",
      "5 in full: Kent Fraud 2018 2",
      "6 added: 999999999",
    ],
    passed: 2,
  });
});

test("what has no number of its own is read in full each time", () => {
  const { made } = skimmed([
    [
      ["Kent,Arson,2018,5", 0, 0, 0, 5],
      ["Kent,Arson,2018,..", 0, 0, 0, -1],
      ["Kent,Rare,2018,1", 0, -1, 0, 1],
      ["Kent,Rare,2018,2", 0, -1, 0, 2],
      ["Kent,Arson,2018,6", 0, 0, 0, 6],
    ],
  ]);
  expect(made).toEqual([
    "2 in full: Kent Arson 2018 5",
    "3 in full: Kent Arson 2018 ..",
    "4 in full: Kent Rare 2018 1",
    "5 in full: Kent Rare 2018 2",
    "6 added: 6",
  ]);
});

test("a record with one name alone may be a note or blank, and is read in full each time", () => {
  const { made } = skimmed([
    [
      ["Kent,,2018,5", 0, 0, 0, 5],
      ["Kent,,2018,6", 0, 0, 0, 6],
    ],
  ]);
  expect(made).toEqual(["2 in full: Kent  2018 5", "3 in full: Kent  2018 6"]);
});

const unwanted: readonly Scanned[] = [
  ["Essex,Arson,2018,5", 0, 0, 0, 5],
  ["Essex,Arson,2018,6", 0, 0, 0, 6],
  ["Essex,Arson,2018,..", 0, 0, 0, -1],
  ["Surrey,Arson,2018,5", 1, 0, 0, 5],
  ["Surrey,Arson,2018,..", 1, 0, 0, -1],
];

test("records that nobody wants are passed once their words are known, whatever their number is", () => {
  const found = skimmed([unwanted]);
  expect(found).toEqual({ made: ["2 in full: Essex Arson 2018 5", "5 in full: Surrey Arson 2018 5"], passed: 3 });
});

test("where every cell is to be read, those without plain digits are looked at", () => {
  const { made } = skimmed([unwanted.slice(0, 3)], true);
  expect(made).toEqual(["2 in full: Essex Arson 2018 5", "4 in full: Essex Arson 2018 .."]);
});

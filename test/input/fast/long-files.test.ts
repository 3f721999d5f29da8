// The two readers of csv.ts: what is skimmed of a long file comes to the same as what is read in full, record by record.
// @module-tag long
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { forces, offences, writeOffences, writeStreets } from "../../../bench/data.js";
import { isKnown } from "../../../src/core/figure.ts";
import { exactText } from "../../../src/core/number.ts";
import type { Wanted } from "../../../src/data/observation.ts";
import { type OpenFile, openFile } from "../../../src/io/files.ts";
import { both, everything, expectSame, LONG, some } from "./both-readers.ts";

const folder = mkdtempSync(join(tmpdir(), "long-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a file of some megabytes", () => {
  const keyOf = (name: string): string => name.toLowerCase().replace("&", "and");
  const nine = forces.slice(0, 9).map(keyOf);
  const wants: readonly (readonly [string, Wanted])[] = [
    ["nothing, for what is in it", everything],
    ["one figure", some([nine[0] as string], [offences[3]?.toLowerCase() as string], 2002 * 12, 2002 * 12 + 11)],
    ["a plan of many", some(nine, offences.map(keyOf), 2002 * 12 + 3, 2003 * 12 + 2)],
    ["all periods", some(nine, ["group 2", "burglary", "drugs"])],
  ];
  test.each(wants)("in the shape of the Home Office comes to the same: %s", (_, wanted) => {
    const path = join(folder, "offences.csv");
    if (!existsSync(path)) writeOffences(path, 60_000);
    const opened = openFile(path, "file.csv") as OpenFile;
    expect(opened.size).toBeGreaterThan(4 * LONG);
    const { slow, fast, all, full } = both(opened, wanted);
    expectSame(fast, slow);
    expect(all).toBe(60_000);
    expect(full).toBeLessThan(1_000);
  });
  test.each(wants)("in the shape of police.uk comes to the same: %s", (_, wanted) => {
    const path = join(folder, "streets.csv");
    if (!existsSync(path)) writeStreets(path, 20_000);
    const { slow, fast, all, full } = both(openFile(path, "file.csv") as OpenFile, wanted);
    expectSame(fast, slow);
    expect(all).toBe(20_000);
    expect(full).toBeLessThan(1_000);
  });

  test("in the shape of outcomes, of which some have none in the quarter, comes to the same from the last years too", () => {
    const path = join(folder, "outcomes.csv");
    const columns = "Offence Group,Offence Description,Outcome Group,Outcome Type";
    const values = "Force outcomes for offences recorded in quarter,Force outcomes recorded in quarter";
    const lines = [`Financial Year,Financial Quarter,Force Name,${columns},${values}`];
    for (let index = 0; index < 30_000; index += 1) {
      const year = 2000 + Math.floor(index / 1_500);
      const outcome = index % 10;
      const words = outcome === 0 ? "Not yet assigned an outcome" : `Outcome ${outcome}`;
      const when = `${year}/${String(year + 1).slice(2)},${1 + (Math.floor(index / 10) % 4)}`;
      const force = forces[Math.floor(index / 40) % 5];
      const kind = `Group ${index % 3},Kind ${index % 7}`;
      lines.push(`${when},${force},${kind},${words},${outcome},${index % 50},${outcome === 0 ? "NA" : index % 90}`);
    }
    writeFileSync(path, lines.join("\n"));
    const series = ["all offences", "all offences (outcomes given in the quarter)", "group 1: outcome 4"];
    const wanted = some([keyOf(forces[0] as string)], series, 2019 * 12 + 3);
    const { slow, fast, all, full } = both(openFile(path, "file.csv") as OpenFile, wanted);
    expectSame(fast, slow);
    expect("figures" in slow && slow.figures.every(({ figure }) => isKnown(figure))).toBe(true);
    expect(all).toBe(30_000);
    // 3,000 say NA; the others have 5 forces, 3 groups, 7 kinds and 10 outcomes, of which each pair comes first once.
    expect(full).toBeLessThan(3_000 + 5 * 3 * 7 * 10);
  });

  test("in the shape of police.uk, put together with a later download of the same crimes, counts each once", () => {
    const once = join(folder, "once.csv");
    writeStreets(once, 20_000);
    const text = readFileSync(once, "utf8");
    const twice = join(folder, "twice.csv");
    writeFileSync(twice, text + text.replaceAll("Investigation complete; no suspect identified", "Offender fined"));
    const wanted = some(nine, ["group 2", "burglary", "drugs"]);
    const valuesOf = (path: string) => {
      const { slow, fast } = both(openFile(path, "file.csv") as OpenFile, wanted);
      expectSame(fast, slow);
      const { problems } = slow;
      const figures = "figures" in slow ? slow.figures : [];
      const values = figures.map(({ series, area, period, figure }) => {
        const value = isKnown(figure) ? exactText(figure.value) : figure.gap.reason;
        return `${series} ${area} ${period.from}: ${value}`;
      });
      return { codes: problems.map(({ code }) => code), values };
    };
    const [one, two] = [valuesOf(once), valuesOf(twice)];
    expect(one.values.length).toBeGreaterThan(300);
    expect(two).toEqual({ codes: ["headings-again"], values: one.values });
    expect(one.codes).toEqual([]);
  });
});

describe("what is irregular in a long file comes to the same", () => {
  // Records of about 90 bytes; the damage is done at or near the end of the second mebibyte.
  const path = join(folder, "damaged.csv");
  const damages: readonly (readonly [string, (bytes: Buffer, edge: number) => Buffer])[] = [
    ["none", (bytes) => bytes],
    ["an open quotation mark", (bytes, edge) => splice(bytes, edge, '"')],
    ["a line break in a cell across the edge of a part", (bytes, edge) => splice(bytes, edge - 2, '"x\r\ny",')],
    ["a lone CR at the edge", (bytes, edge) => splice(bytes, edge - 1, "\r")],
    ["a zero byte", (bytes, edge) => splice(bytes, edge - 40, "\0")],
    ["a letter of another encoding", (bytes, edge) => splice(bytes, edge + 40, Buffer.from([0xe9]))],
    [
      "a letter of UTF-8 and later one of another encoding",
      (bytes, edge) => splice(splice(bytes, 1_500_000, "é"), edge + 999, Buffer.from([0xe9])),
    ],
    [
      "a row of notes",
      (bytes, edge) => splice(bytes, bytes.indexOf("\n", edge) + 1, `"Source: x"${',""'.repeat(8)}\r\n`),
    ],
    ["a blank line", (bytes, edge) => splice(bytes, bytes.indexOf("\n", edge) + 1, "\r\n")],
    ["no line's end for most of a part", (bytes, edge) => splice(bytes, edge + 9, "x".repeat(200_000))],
    ["no line's end for more than two parts", (bytes, edge) => splice(bytes, edge + 9, "x".repeat(700_000))],
    [
      "a line break in a cell that goes on for more than a part",
      (bytes, edge) => splice(bytes, edge - 2, `"x\r\n${"y".repeat(300_000)}",`),
    ],
    ["an end without a line's end", (bytes) => bytes.subarray(0, bytes.length - 2)],
    ["an end in the middle of a cell", (bytes) => bytes.subarray(0, bytes.length - 5)],
    ["a mark of byte order", (bytes) => splice(bytes, 0, "\ufeff")],
    ["line feeds alone", (bytes) => Buffer.from(String(bytes).replaceAll("\r\n", "\n"))],
    ["carriage returns alone", (bytes) => Buffer.from(String(bytes).replaceAll("\r\n", "\r"))],
    ["another encoding throughout", (bytes) => Buffer.from(`\ufeff${String(bytes)}`, "utf16le")],
  ];
  const splice = (bytes: Buffer, at: number, what: string | Buffer): Buffer =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(what as string), bytes.subarray(at)]);
  test.each(damages)("%s", (_, damage) => {
    const whole = join(folder, "shorter.csv");
    if (!existsSync(whole)) writeOffences(whole, 40_000);
    writeFileSync(path, damage(readFileSync(whole), 2 * LONG));
    const wanted = { ...some(["kent", "wiltshire"], ["offence 07"]), readAll: true };
    const { slow, fast } = both(openFile(path, "file.csv") as OpenFile, wanted);
    expectSame(fast, slow);
  });
});

test("a sum of whole numbers stays exact beyond 2^53", () => {
  // Half of the numbers are too long to be skimmed; of the others 12,000 stay below 2^53, so that both routes are added.
  const rows = 12_000;
  const line = (number: string): string => `2018/19,1,Kent,Arson,Arson,56A,${number}\n`;
  const headings =
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Code,Number of Offences\n";
  const path = join(folder, "large.csv");
  writeFileSync(path, headings + `${line("999999999")}${line("1999999999999")}`.repeat(rows));
  const { slow, fast } = both(openFile(path, "file.csv") as OpenFile, some(["kent"], ["arson"]));
  expectSame(fast, slow);
  // 12,000 × (999,999,999 + 1,999,999,999,999) = 24,011,999,999,976,000, which is above 2^53.
  const [figure] = "figures" in fast ? fast.figures.map((one) => one.figure) : [];
  expect(isKnown(figure) && exactText(figure.value)).toBe("24011999999976000");
});

test("a total among its parts is compared with them, wanted or not", () => {
  const parts = ["Dyfed-Powys", "Gwent", "North Wales", "South Wales"];
  const lines = Array.from({ length: 50 }, (_, year) =>
    // Four times 5 is 20; in the year 1930 the total is 21.
    [...parts, "Wales"].map(
      (area) => `${area},Arson,${1900 + year},count,${area !== "Wales" ? 5 : year === 30 ? 21 : 20}`,
    ),
  );
  const path = join(folder, "wales.csv");
  writeFileSync(path, ["area,series,period,kind,value", ...lines.flat(), ""].join("\n"));
  for (const wanted of [everything, some(["gwent"], ["arson"]), some(["wales"], ["arson"])]) {
    const { slow, fast } = both(openFile(path, "file.csv") as OpenFile, wanted);
    expectSame(fast, slow);
    expect(fast.problems.map(({ code, line }) => `${code} ${line}`)).toEqual(["parts-differ 156"]);
  }
});

const shared = process.env.PLAN_MEASURES_SHARED;
describe.skipIf(!shared)("the real files", () => {
  const data = join(shared ?? "", "data");
  const files = (readdirSync(shared ? data : folder, { recursive: true }) as string[]).filter((file) =>
    file.endsWith(".csv"),
  );
  test.each(files)("%s comes to the same", (file) => {
    const opened = openFile(join(data, file), "file.csv") as OpenFile;
    expect(statSync(join(data, file)).size).toBe(opened.size);
    for (const wanted of [
      everything,
      some(["gloucestershire", "kent"], ["robbery", "theft offences", "drug offences", "drugs"]),
      { figure: () => true, period: () => true },
    ]) {
      const { slow, fast } = both(opened, wanted);
      expectSame(fast, slow);
    }
  });
});

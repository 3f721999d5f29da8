// The two readers of csv.ts: what is skimmed of a long file comes to the same as what is read in full, record by record.
// @module-tag long
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { forces, offences, writeOffences, writeStreets } from "../../../bench/data.js";
import { isKnown } from "../../../src/core/figure.ts";
import { exactText } from "../../../src/core/number.ts";
import type { Problem } from "../../../src/core/problems/problems.ts";
import { gazetteer } from "../../../src/data/areas.ts";
import type { Wanted } from "../../../src/data/observation.ts";
import { storeBuilder } from "../../../src/data/store.ts";
import type { FilesEntry } from "../../../src/input/entries.ts";
import { skimming } from "../../../src/input/fast/skim.ts";

import { observer } from "../../../src/input/observer.ts";
import { reader } from "../../../src/input/reader.ts";
import { textReading } from "../../../src/input/source-file.ts";
import { type OpenFile, openFile } from "../../../src/io/files.ts";

const folder = mkdtempSync(join(tmpdir(), "long-"));
afterAll(() => rmSync(folder, { recursive: true }));

const entry: FilesEntry = { files: "file.csv", at: () => ({ file: "file.csv" }), anyPeriod: true };
const LONG = 2 ** 20;

const places = gazetteer();

/** A file as it is read, and skimmed if it is said to be long. */
const textOf = (opened: OpenFile, size: number) =>
  textReading("file.csv", { ...opened, size }, size < LONG ? undefined : skimming);

/** Everything that reading a file comes to. */
function readAs(opened: OpenFile, size: number, wanted: Wanted, by = entry) {
  const problems: Problem[] = [];
  const found = reader(textOf(opened, size), by, problems, () => {});
  if (!found) return { full: 0, said: { problems } };
  const gathered = storeBuilder();
  const observe = observer("file.csv", found.layout, places, wanted, gathered);
  let full = 0;
  const count = found.each((record) => {
    full += 1;
    return observe.record(record);
  }, observe);
  problems.push(...observe.done());
  const store = gathered.store();
  const kinds = [...store.names.kinds].map(([series, of]) => [series, [...of]] as const);
  const dates = [...store.names.areas.keys()].flatMap((area) =>
    kinds.flatMap(([series, of]) =>
      of.map((kind) => [...store.dates(series, area, kind)].sort((a, b) => a.from - b.from || a.to - b.to)),
    ),
  );
  const names = { kinds, areas: [...store.names.areas], series: [...store.names.series] };
  const counts = { count, records: observe.records(), periods: observe.periods() };
  return {
    full,
    said: { problems: [...problems, ...store.problems], ...counts, names, dates, figures: store.every() },
  };
}

/** What reading it in full and skimming it come to, which must be the same; and how much was read in full. */
function both(opened: OpenFile, wanted: Wanted, by = entry) {
  const slow = readAs(opened, 100, wanted, by);
  const fast = readAs(opened, LONG, wanted, by);
  return { slow: slow.said, fast: fast.said, all: slow.full, full: fast.full };
}

const everything: Wanted = { figure: () => false, period: () => true, readAll: true };
const some = (areas: readonly string[], series: readonly string[], from = 0, to = 99_999): Wanted => ({
  area: (area) => areas.includes(area),
  figure: (area, one) => areas.includes(area) && series.includes(one),
  period: (period) => from <= period.from && period.to <= to,
});

/** A fixed sequence, so that a failure can be had again. */
function sequence(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  return { next, pick };
}

describe("tens of thousands of small files, in parts of any size", { tags: "fuzz" }, () => {
  /** What may stand under each heading; under those with nothing, numbers. */
  const shapes: readonly { headings: string; cells: readonly (readonly string[])[]; by?: FilesEntry }[] = [
    {
      headings:
        "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Code,Number of Offences",
      cells: [
        ["2018/19", "2019/20", "2019-2"],
        ["1", "2", "Q3"],
        ["Kent", "Essex", "West Midlands", "London, City of"],
        ["Arson", "Fraud", ""],
        ["Arson", "Theft", ""],
        ["8L", "4.10", "0012"],
        [],
      ],
    },
    {
      headings: "Crime ID,Month,Reported by,Falls within,Crime type,Context",
      cells: [
        ["", "a1", "b2"],
        ["2019-01", "2019-02", "2019"],
        ["Kent", ""],
        ["Kent Police", "Essex Police", "NA"],
        ["Drugs", "Robbery"],
        ["", ""],
      ],
    },
    {
      headings: "Area,Series,Period,Kind,Value",
      cells: [["Kent", "Essex", "null", "Nowhere"], ["Arson", "Fraud"], ["2018", "2019"], ["count", "percent"], []],
    },
    {
      headings: "Area Code,Area Name,Robbery,Violence against the person",
      cells: [["E23000032", "E23000028", ""], ["Kent", "Essex", "Nowhere", "Kentland"], [], []],
    },
    {
      headings: "Offence,When,Number",
      cells: [["Arson", "Fraud", "Source: 1"], ["2018", "2019", ""], []],
      by: {
        at: entry.at,
        files: { files: "file.csv", columns: { series: 1, period: 2, count: 3 }, fixed: { area: "Nowhere" } },
      },
    },
  ];
  const numbers = [
    ...["5", "12", "0", "1234567890", "9007199254740993", "-3", "..", "[c]", "", "1,234", "4.5", "3O", "*", "(7)"],
  ];
  const oddities = [
    "\n",
    "\r\n",
    "\r",
    '"',
    '""',
    "é",
    "£",
    " ",
    "\u0000",
    ",",
    "Source: x\n",
    "\n\n",
    "\ufeff",
    "x".repeat(30),
  ];

  /** A file of one of the shapes; half of them are then damaged in one to three places. */
  function fileOf(seed: number): { bytes: Buffer; size: number; by: FilesEntry } {
    const { next, pick } = sequence(seed);
    const shape = pick(shapes);
    const end = pick(["\n", "\n", "\r\n", "\r\n", "\r"]);
    const separator = pick([",", ",", ",", ";", "\t"]);
    const quote = next(3);
    const isTame = next(2) === 0;
    const lines = Array.from({ length: 1 + next(14) }, () => {
      const cells = shape.cells.map((words) =>
        words.length > 0 ? pick(words) : isTame ? pick(numbers.slice(0, 3)) : pick(numbers),
      );
      const quoted = cells.map((cell) =>
        quote === 2 || (quote === 1 && next(3) === 0) || cell.includes(separator) ? `"${cell}"` : cell,
      );
      return quoted.join(separator);
    });
    if (next(3) === 0 && lines[0] !== undefined) lines.push(lines[0]);
    // A line of notes, with as many cells as there are headings, and figures below it.
    if (next(9) === 0)
      lines.splice(next(lines.length), 0, ["Source: x", ...shape.cells.slice(1).map(() => "")].join(separator));
    let text = [shape.headings.split(",").join(separator), ...lines, ""].join(end);
    if (next(8) === 0) text = `Title of ${next(9)}${end}${text}`;
    for (let left = isTame ? 0 : next(4); left > 0; left -= 1) {
      const at = next(text.length);
      text = text.slice(0, at) + pick(oddities) + text.slice(at + next(2));
    }
    const bytes = next(6) === 0 ? Buffer.from(text, "latin1") : Buffer.from(text);
    return {
      bytes: next(9) === 0 ? bytes.subarray(0, bytes.length - next(12)) : bytes,
      by: shape.by ?? entry,
      size: next(2) === 0 ? 1 + next(40) : 100 + next(900),
    };
  }
  const partsOf = ({ bytes, size }: { bytes: Buffer; size: number }): OpenFile => ({
    size: bytes.length,
    start: bytes.subarray(0, 8),
    sha256: () => "",
    *read() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  });

  const wants: readonly Wanted[] = [
    everything,
    some(["kent", "nowhere", "city of london"], ["arson", "drugs"]),
    some(["essex", "kent", "null", "na"], ["arson", "fraud", "theft", "robbery"], 2018 * 12 + 3, 2019 * 12 + 11),
  ];
  const FILES = 20_001;
  test.each([0, 1, 2])("are read the same by both readers, for what is wanted: %i", (which) => {
    let skimmed = 0;
    let refused = 0;
    for (let seed = which; seed < FILES; seed += 3) {
      const file = fileOf(seed);
      const { slow, fast, all, full } = both(partsOf(file), wants[which] as Wanted, file.by);
      if (JSON.stringify(fast) !== JSON.stringify(slow))
        expect(fast, `seed ${seed}: ${JSON.stringify(String(file.bytes))}`).toEqual(slow);
      skimmed += all - full;
      if (slow.problems.length > 0) refused += 1;
    }
    // Neither would be tested if all files were whole, or if none were.
    expect(refused).toBeGreaterThan(FILES / 30);
    expect(skimmed).toBeGreaterThan(FILES / 30);
  });

  test("every record comes with the same cells and line, where all are asked for", () => {
    for (let seed = 0; seed < FILES / 5; seed += 1) {
      const file = fileOf(seed);
      const records = (size: number) => {
        const problems: Problem[] = [];
        const found = reader(
          textReading("file.csv", { ...partsOf(file), size }, skimming),
          file.by,
          problems,
          () => {},
        );
        const seen: string[] = [];
        const taker = {
          routesFor: () => undefined,
          isUnwanted: () => false,
          addKnown: () => expect.fail(),
          skip: () => {},
          needsNumbers: true,
        };
        found?.each(({ line, cells }) => {
          seen.push(`${line} ${JSON.stringify(cells)}`);
          return undefined;
        }, taker);
        return { seen, problems };
      };
      const [slow, fast] = [records(100), records(LONG)];
      if (JSON.stringify(fast) !== JSON.stringify(slow)) expect(fast, `seed ${seed}`).toEqual(slow);
    }
  });
});

/** The same, and what it comes to with the help of other threads. */
function inThreads(opened: OpenFile, wanted: Wanted, by = entry) {
  const found = both(opened, wanted, by);
  const threads = readAs(opened, Number.MAX_SAFE_INTEGER, wanted, by);
  expect(threads).toEqual({ said: found.slow, full: found.full });
  return found;
}

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
    const { slow, fast, all, full } = inThreads(opened, wanted);
    expect(fast).toEqual(slow);
    expect(all).toBe(60_000);
    expect(full).toBeLessThan(1_000);
  });
  test.each(wants)("in the shape of police.uk comes to the same: %s", (_, wanted) => {
    const path = join(folder, "streets.csv");
    if (!existsSync(path)) writeStreets(path, 20_000);
    const { slow, fast, all, full } = inThreads(openFile(path, "file.csv") as OpenFile, wanted);
    expect(fast).toEqual(slow);
    expect(all).toBe(20_000);
    expect(full).toBeLessThan(1_000);
  });
});

describe("what is irregular in a long file comes to the same, with and without other threads", () => {
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
    [
      "no line's end for longer than a thread looks back",
      (bytes, edge) => splice(bytes, edge + 9, "x".repeat(200_000)),
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
    const { slow, fast } = inThreads(openFile(path, "file.csv") as OpenFile, wanted);
    expect(fast).toEqual(slow);
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
  expect(fast).toEqual(slow);
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
    expect(fast).toEqual(slow);
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
      expect(fast).toEqual(slow);
    }
  });
});

// The two readers of csv.ts, on tens of thousands of made-up and damaged files: both come to the same, record by record.
// @module-tag fuzz
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../src/core/problems/problems.ts";
import type { Wanted } from "../../../src/data/observation.ts";
import type { FilesEntry } from "../../../src/input/entries.ts";
import { skimming } from "../../../src/input/fast/skim.ts";
import { reader } from "../../../src/input/reader.ts";
import { textReading } from "../../../src/input/source-file.ts";
import type { OpenFile } from "../../../src/io/files.ts";
import { both, entry, everything, LONG, some } from "./both-readers.ts";

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

describe("tens of thousands of small files, in parts of any size", () => {
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
    // The headings once more, as where two exports were put together.
    if (next(9) === 0) lines.splice(next(lines.length), 0, shape.headings.split(",").join(separator));
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
          tallyOf: () => undefined,
          hasher: { uses: new Uint8Array(99) } as never,
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

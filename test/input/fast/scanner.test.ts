// The loop in WebAssembly by itself: its text is what is committed assembled, and what it makes of lines is written here by hand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import wabt from "wabt";
import { type Field, scannerOf } from "../../../src/input/fast/scanner.ts";
import { recordHasher } from "../../../src/input/record-hash.ts";
import type { Layout } from "../../../src/input/sources/layout.ts";
import { home } from "../../helpers/world.ts";

const fast = join(home, "src/input/fast");

test("scan-wasm.ts is scan.wat assembled", async () => {
  const { parseWat } = await wabt();
  const module = parseWat("scan.wat", readFileSync(join(fast, "scan.wat"), "utf8"), { simd: true, bulk_memory: true });
  module.resolveNames();
  module.validate();
  const { buffer } = module.toBinary({});
  const lines = [
    "// scan.wat assembled, in base64. Do not edit: `npx vitest run test/input/fast/scanner.test.ts --update` writes it.",
    "export const SCAN =",
    `  "${Buffer.from(buffer).toString("base64")}";`,
    "",
  ];
  await expect(lines.join("\n")).toMatchFileSnapshot(join(fast, "scan-wasm.ts"));
});

const words: Field = { holds: "words", columns: 1 };
const number: Field = { holds: "number", columns: 1 };
const empty: Field = { holds: "empty", columns: 1 };
const skipped = (columns: number): Field => ({ holds: "skipped", columns });

/** The records of a text with their numbers, by one scanner or part by part; and what is left of each part. */
function scanned(fields: readonly Field[], ...parts: readonly string[]) {
  const scanner = scannerOf(0x2c, fields, { uses: new Uint8Array(99), madeOf: () => expect.fail() });
  if (!scanner) return expect.fail("no WebAssembly");
  return parts.map((part) => {
    const { count, next, bytes, out } = scanner.scan(Buffer.from(part), 0);
    const stride = 1 + fields.filter(({ holds }) => holds === "words" || holds === "number").length;
    const records = Array.from({ length: count }, (_, index) => [
      ...out.subarray(stride * index + 1, stride * (index + 1)),
    ]);
    const left = Buffer.byteLength(part) - (next - (count > 0 ? (out[0] as number) : next));
    const begin = Array.from({ length: count }, (_, index) =>
      String.fromCharCode(bytes[out[stride * index] as number] as number),
    );
    return { records, left, begin: begin.join("") };
  });
}

describe("records as numbers", () => {
  test("words are numbered as they come, from part to part, and by column", () => {
    const [one, two] = scanned([words, words], "a,x\nb,x\na,y\n", "c,y\na,x\n");
    expect(one).toEqual({
      records: [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      left: 0,
      begin: "aba",
    });
    expect(two).toEqual({
      records: [
        [2, 1],
        [0, 0],
      ],
      left: 0,
      begin: "ca",
    });
  });

  test("a cell ends at a separator, a quotation mark and the end of a line alone, whatever byte is in it", () => {
    const codes = Array.from({ length: 0xff }, (_, index) => index + 1).filter(
      (code) => !'\n\r",'.includes(String.fromCharCode(code)),
    );
    const lines = codes.map((code) => `${String.fromCharCode(code).repeat(3)},x\n`);
    const [all] = scanned([words, words], lines.join(""));
    expect(all?.records).toEqual(codes.map((_, index) => [index, 0]));
  });

  test("words that begin alike, or are longer than what is compared at once, are told apart at every length", () => {
    const lengths = Array.from({ length: 70 }, (_, index) => index);
    const lines = lengths.flatMap((length) => [`${"x".repeat(length)}a`, `${"x".repeat(length)}b`]);
    // Each twice: once new, and once known.
    const text = [...lines, ...lines].map((line) => `${line},1\n`).join("");
    const [{ records } = expect.fail()] = scanned([words, number], text);
    const all = [...lines.keys()];
    expect(records).toEqual([...all, ...all].map((id) => [id, 1]));
  });

  test("neighbouring words are one, with their quotation marks and separators", () => {
    const [found] = scanned(
      [{ holds: "words", columns: 2 }, number],
      'a,b,1\n"a","b",2\n"a,b",c,3\na,b,4\n"a ""b""",,5\n',
    );
    expect(found?.records).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 4],
      [3, 5],
    ]);
  });

  test.each([
    ["0", 0],
    ["007", 7],
    ["999999999", 999_999_999],
    ['"12"', 12],
    ["1234567890", -1],
    ["", -1],
    ['""', -1],
    ["-1", -1],
    ["1.5", -1],
    ['"1,234"', -1],
    ['"1""2"', -1],
    [" 1", -1],
    ["1/", -1],
    ["1:", -1],
  ])("a number is of 1 to 9 digits: %s", (cell, value) => {
    expect(scanned([number, skipped(1)], `${cell},x\n`)[0]?.records).toEqual([[value]]);
    expect(scanned([skipped(1), number], `x,${cell}\r\n`)[0]?.records).toEqual([[value]]);
  });

  test("cells that nobody asked for are passed, at every length, whether they come again or not", () => {
    for (let length = 0; length < 140; length += 1) {
      const cells = [`${"s".repeat(length)}`, `"${",".repeat(length)}"`, `"""${"t".repeat(length)}"`];
      const text = cells.flatMap((cell, index) => [`1,${cell},${index}\n`, `2,${cell},${index}\n`]).join("");
      expect(scanned([number, skipped(1), number], text)[0]).toEqual({
        records: [
          [1, 0],
          [2, 0],
          [1, 1],
          [2, 1],
          [1, 2],
          [2, 2],
        ],
        left: 0,
        begin: "121212",
      });
    }
  });

  test.each([
    ["a quotation mark inside a cell", 'x"y,1\n'],
    ["a letter behind the closing one", '"x"y,1\n'],
    ["a line break in a cell", '"x\ny",1\n'],
    ["a return in a cell", '"x\ry",1\n'],
    ["a lone return at the end", "x,1\ry,2\n"],
    ["a cell too few", "x\n"],
    ["a cell too many", "x,1,\n"],
    ["a blank line", "\n"],
    ["a mark that is not closed", '"x,1\n'],
  ])("a record is left to the other reader, with all behind it: %s", (_, odd) => {
    for (const fields of [
      [words, number],
      [skipped(1), number],
      [number, words],
    ]) {
      const [found] = scanned(fields, `5,5\n${odd}6,6\n`);
      expect(found).toMatchObject({ begin: "5", left: odd.length + 4 });
    }
  });

  test("so is one with anything in a cell that must be empty, and what has no line's end", () => {
    expect(scanned([words, empty, number], "a,,1\nb,x,2\n")[0]).toMatchObject({ begin: "a", left: 6 });
    expect(scanned([words, empty], 'a,\nb,""\n')[0]).toMatchObject({ begin: "a", left: 5 });
    expect(scanned([words, number], "a,1\nb,2")[0]).toMatchObject({ begin: "a", left: 3 });
  });

  test("what a longer part left in memory is not read again", () => {
    const [, short] = scanned([words, number], `${"a,1\n".repeat(50)}`, "b,2\n");
    expect(short).toEqual({ records: [[1, 2]], left: 0, begin: "b" });
  });

  test("words beyond 65,535 have no number; those before keep theirs", () => {
    const parts = Array.from({ length: 33 }, (_, part) =>
      Array.from({ length: 2_000 }, (_, index) => `w${2_000 * part + index},1\n`).join(""),
    );
    const found = scanned([words, number], ...parts, "w0,1\nw65534,1\nw65535,1\n");
    const ids = found.slice(0, -1).flatMap(({ records }) => records.map(([id]) => id));
    expect(ids).toEqual(Array.from({ length: 66_000 }, (_, index) => (index < 65_535 ? index : -1)));
    expect(found.at(-1)?.records).toEqual([
      [0, 1],
      [65_534, 1],
      [-1, 1],
    ]);
  });
});

/** Columns: the number of the event, its month, its place, its type, its outcome. */
const layout: Layout = {
  source: "crimes",
  headings: ["id", "month", "place", "type", "outcome"],
  firstRecord: 1,
  values: [
    {
      ...{ column: 3, counted: true, kind: { text: "count" }, area: { text: "Kent" } },
      ...{ series: { column: 3 }, period: { column: 1 } },
    },
  ],
  sums: true,
  event: { id: 0, updated: [4] },
};

describe("the hash of a record", () => {
  const hasher = recordHasher(layout);
  const hashOf = (line: string, end: string) => {
    const scanner = scannerOf(0x2c, [skipped(5)], hasher);
    const scan = scanner?.scan(Buffer.from(`${line}${end}`), 0);
    const start = scan?.out[0] as number;
    return scanner?.hash(start, start + Buffer.byteLength(line));
  };
  test.each([
    ["a1,2024-01,High Street,Robbery,open", "a1,2024-01,High Street,Robbery,open"],
    ['"a1","2024-01","High, Street","Robbery",""', "a1,2024-01,High\u0000 Street,Robbery,"],
    ['"",2024-01,"",Robbery,open', ",2024-01,,Robbery,open"],
    [",2024-01,Caf\u00e9\u0001\u0001,Robbery,\u0001", ",2024-01,Caf\u00e9\u0001\u0001,Robbery,\u0001"],
  ])("is that of its cells, however it is quoted: %s", (line, cells) => {
    const taken = { line: 1, cells: cells.split(",").map((cell) => cell.replaceAll("\u0000", ",")) };
    for (const end of ["\n", "\r\n"]) expect(hashOf(line, end)).toEqual({ ...hasher.of(taken) });
  });

  test("of a line with a doubled quotation mark is left to the reader that takes it apart", () => {
    expect(hashOf('a1,2024-01,"The ""Cross""",Robbery,', "\n")).toBeUndefined();
    expect(hashOf('a1,2024-01,The Cross,Robbery,""""', "\n")).toBeUndefined();
  });

  test("of a line whose event has a number that begins with a space is left to that reader as well", () => {
    expect(hashOf(" ,2024-01,The Cross,Robbery,", "\n")).toBeUndefined();
    expect(hashOf('" a1",2024-01,The Cross,Robbery,', "\n")).toBeUndefined();
  });
});

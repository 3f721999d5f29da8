// CSV text and its bytes: encodings, separators, and the line that each record begins on.
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readCsv, splitRows } from "../../src/input/csv/csv.ts";
import { decode } from "../../src/input/csv/decode.ts";

const rows = (text: string): (readonly [number, readonly string[]])[] =>
  readCsv(text).records.map(({ line, cells }) => [line, cells]);

describe("records know their line", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["a lone CR", "\r"],
  ])("with %s", (_, end) => {
    expect(rows(["a,b", `"one${end}two",2`, "", "3,4"].join(end))).toEqual([
      [1, ["a", "b"]],
      [2, [`one${end}two`, "2"]],
      [4, [""]],
      [5, ["3", "4"]],
    ]);
  });

  test("with endings of both kinds in one file", () => {
    expect(rows("a,b\r\n1,2\n3,4\r\n").map(([line]) => line)).toEqual([1, 2, 3]);
  });
});

test.each([
  ["a comma", "a,b\n1,2\n", ","],
  ["a semicolon", 'a;b\n"1,5,9";2\n', ";"],
  ["a tab", "a\tb\n1,200\t2\n", "\t"],
])("the separator is seen: %s", (_, text, separator) => {
  expect(readCsv(text).form.separator).toBe(separator);
});

test("a cut-off quote keeps what stands before it", () => {
  const csv = readCsv('a,b\n1,2\n3,"4\n5,6\n');
  expect(csv.records.map((record) => record.cells)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(csv.stop).toEqual({ at: "unclosed quote", line: 3 });
});

test("a quotation mark inside a cell stays where it is", () => {
  expect(rows('a,b\n6" knife,"b"x\n')[1]?.[1]).toEqual(['6" knife', '"b"x']);
});

describe("bytes become the same text in every encoding", () => {
  const text = "Offence,£ – ’cost’\nRobbery,1\n";
  const utf16 = Buffer.from(text, "utf16le");
  const windows = Buffer.from([...text].map((sign) => ({ "–": 0x96, "’": 0x92 })[sign] ?? sign.charCodeAt(0)));
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16LE with its mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16BE with its mark", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16LE without", utf16],
    ["UTF-16BE without", Buffer.from(utf16).swap16()],
    ["Windows-1252", windows],
  ])("%s", (_, bytes) => {
    expect(decode(bytes)).toMatchObject({ text });
  });

  test("every byte from 0x80 to 0x9F is what Windows-1252 says", () => {
    // The five bytes that Windows-1252 leaves open are control characters, as browsers read them.
    const bytes = Buffer.from([0xff, ...Array.from({ length: 32 }, (_, index) => 0x80 + index)]);
    expect(decode(bytes)).toMatchObject({
      text: "ÿ€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ",
      encoding: "windows-1252",
    });
  });

  test("a picture is not text", () => {
    expect(decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBe("binary");
  });
});

test.each([",", ";", "\t"])(
  "text is split at %j as the parser splits it, or left to it: 20,000 small files",
  { tags: "fuzz" },
  (delimiter) => {
    // A fixed sequence, so that a failure can be had again.
    let seed = 1;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const plain = ["a", "1,2", ",", ",", "\n", "\r\n", "\r", "\n\n", " ", "é", ";", "£5"];
    const quoted = ['"a"', '"1,234",', ',"b ""c"" d"', '""', '"', '"e\nf"', ',"g"\n'];
    const options = { record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, relax_quotes: true, delimiter };
    const parsed = (text: string): string[][] | undefined => {
      try {
        return parse(text, options);
      } catch {
        return undefined;
      }
    };
    let split = 0;
    for (let file = 0; file < 20_000; file += 1) {
      const pieces = file % 4 === 0 ? plain : [...plain, ...quoted];
      const commas = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)] ?? "").join("");
      const text = commas.replaceAll(",", delimiter);
      const rows = splitRows(text, delimiter);
      if (rows) expect(rows, JSON.stringify(text)).toEqual(parsed(text));
      if (rows && text.includes('"')) split += 1;
      if (!text.includes('"')) expect(rows).toBeDefined();
    }
    // Those with quotation marks are not all left to it.
    expect(split).toBeGreaterThan(1_000);
  },
);

// Small files that readers get wrong in silence: each is read right, or refused with its line.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "small-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = "area,series,period,kind,value";
/** The figures of a file by area and series, and its problems as "line code". */
async function read(content: string | Buffer, area: string[] = ["Gloucestershire"]) {
  writeFileSync(join(folder, "file.csv"), content);
  const { out } = await run(["inspect", "file.csv", "--area", ...area, "--format", "json"], folder);
  const [{ figures = [], problems }] = JSON.parse(out).files;
  type Found = { series: string; value?: string; gap?: string };
  type Wrong = { line?: number; code: string };
  return {
    figures: (figures as Found[]).map(({ series, value, gap }) => `${series} ${value ?? gap}`),
    problems: (problems as Wrong[]).map(({ line, code }) => `${line} ${code}`),
  };
}
const row = (series: string, value: string, area = "Gloucestershire"): string =>
  `${area},${series},2019,count,${value}`;
const filler = Array.from({ length: 30_000 }, (_, index) => row("Other", "5", `Area ${index}`));
const rows = (...lines: string[]): string => `${[HEAD, ...lines].join("\n")}\n`;

describe("a small file", () => {
  test.each([
    [
      "grouped thousands",
      rows(row("A", '"1,234"'), row("B", '"2,000"'), row("C", "56")),
      ["A 1234", "B 2000", "C 56"],
      [],
    ],
    ["a byte order mark", `\ufeff${rows(row("A", "5"))}`, ["A 5"], []],
    ["a short row", rows("Gloucestershire,A,2019,count", row("B", "5")), ["B 5"], ["2 row-length"]],
    ["a long row", rows(`London, City of,A,2019,count,7`, row("B", "5")), ["B 5"], ["2 row-length"]],
    ["a star", rows(row("A", "*"), row("B", "5")), ['A "*" is not a number', "B 5"], ["2 not-a-number"]],
    ["2^53 + 1", rows(row("A", "9007199254740993")), ["A 9007199254740993"], []],
    ["an unclosed quote", rows(row("A", "5"), row("B", '"6'), row("C", "7")), ["A 5"], ["3 quote-unclosed"]],
    ["negative counts", rows(row("A", "-3"), row("B", "- 1,685".replace(/^(.*)$/, '"$1"'))), ["A -3", "B -1685"], []],
    ["a blank line between records", rows(row("A", "5"), "", row("B", "6")), ["A 5", "B 6"], []],
    ["a lone CR", rows(row("A", "5"), row("B", "6")).replaceAll("\n", "\r"), ["A 5", "B 6"], []],
    ["CRLF", rows(row("A", "5"), row("B", "6")).replaceAll("\n", "\r\n"), ["A 5", "B 6"], []],
    ["a line break in a name", rows('Gloucestershire,"A\nB",2019,count,5', row("C", "6")), ["C 6"], ["2 record-lines"]],
    ["a blank figure", rows(row("A", ""), row("B", "6")), ["A the cell is blank", "B 6"], []],
  ])("%s", async (_, content, figures, problems) => {
    expect(await read(content)).toEqual({ figures, problems });
  });

  test.each([
    ["grouped thousands first at row 30,001", rows(...filler, row("A", '"1,234"')), ["A 1234"], []],
    [
      "a mark first at row 30,001",
      rows(...filler, row("A", ".."), row("B", "[c]")),
      ["A not available", "B confidential"],
      [],
    ],
    ["the first quote after row 20,000", rows(...filler, row("A", '"5"')), ["A 5"], []],
    [
      "an unclosed quote after row 20,000",
      rows(row("A", "5"), ...filler, row("B", '"6')),
      ["A 5"],
      ["30003 quote-unclosed"],
    ],
  ])("%s", { tags: "long" }, async (_, content, figures, problems) => {
    expect(await read(content)).toEqual({ figures, problems });
  });

  test("codes stay text, and are told apart", async () => {
    const { figures } = await read(
      rows(row("0012", "1"), row("12", "2"), row("8E1", "3"), row("80", "4"), row("1E05", "5")),
    );
    expect(figures).toEqual(["0012 1", "12 2", "8E1 3", "80 4", "1E05 5"]);
  });

  test.each(["NA", "null", "constructor"])("an area called %s is an area", async (area) => {
    expect(await read(rows(row("A", "5", area)), [area])).toEqual({ figures: ["A 5"], problems: [] });
  });

  test("lines above the headings and notes below the figures", async () => {
    const P1 = ["Area Code,Area Name,,,Violence against the person", 'E23000037,Gloucestershire,"33,716",,"8,320"'];
    const above = [
      "Table P1: number of offences, year ending March 20181,2",
      "England and Wales",
      ",,Total recorded crime (excluding fraud4)",
    ];
    const below = ["Source: Police recorded crime", '"1. Counted as 2,000, 3,000"'];
    const { figures, problems } = await read([...above, ...P1, ...below].join("\r\n"));
    expect(problems).toEqual([]);
    expect(figures).toEqual(["Total recorded crime (excluding fraud) 33716", "Violence against the person 8320"]);
  });

  test("Windows-1252 and both byte orders of UTF-16, without a mark", async () => {
    const text = rows(row("Caf\u00e9", "5"));
    const wide = Buffer.from(text, "utf16le");
    for (const bytes of [Buffer.from(text, "latin1"), wide, Buffer.from(wide).swap16()]) {
      expect(await read(bytes)).toEqual({ figures: ["Café 5"], problems: [] });
    }
  });

  test("what it is, and how it is written, is known of all of it, below 1 MiB", { tags: "long" }, async () => {
    const text = rows(row("A", "5"), ...filler, row("Caf\u00e9", "6"));
    expect(text.length).toBeGreaterThan(2 ** 19);
    expect(text.length).toBeLessThan(2 ** 20);
    writeFileSync(join(folder, "file.csv"), Buffer.from(text, "latin1"));
    expect((await run(["inspect", "file.csv"], folder)).out).toContain("windows-1252");
    expect(await read(text.replace("\u00e9", "\u0000"))).toEqual({ figures: [], problems: ["undefined file-binary"] });
  });

  test.each([",", ";", "\t"])(
    "equal or blank headings under %j: a map by heading is refused, one by position is not",
    async (sign) => {
      const columns = (series: string | number) => [
        { files: "file.csv", columns: { area: 1, series, period: 3, count: 4 } },
      ];
      const make = async (series: string | number) => {
        writeFileSync(
          join(folder, "file.csv"),
          ["Area,Name,Name,Number", "Gloucestershire,A,2019,5"].join("\n").replaceAll(",", sign),
        );
        const tables = [{ title: "T", baseline: "2019", current: "2019", measures: [{ name: "A" }] }];
        writeFileSync(
          join(folder, "plan.yaml"),
          JSON.stringify({ title: "P", force: "Gloucestershire", priorities: [], data: columns(series), tables }),
        );
        return run(["report", "plan.yaml", "--format", "json"], folder);
      };
      expect((await make("Name")).err).toContain("[column-twice]");
      const { out } = await make(2);
      expect(JSON.parse(out).tables[0].rows[0].figures.current.force.count.value).toBe("5");
    },
  );

  test("a line break in a quoted cell, and a CR, at the edge of a part", { tags: "long" }, async () => {
    // A part ends at 1 MiB; a note of a cell is made so long that its line break, or a CRLF, falls on the edge.
    const start = "Month,Falls within,Crime type,Context\r\n";
    const crime = (type: string): string => `2023-01,Gloucestershire Constabulary,${type}`;
    for (const before of [0, 1, 2]) {
      const lead = `${crime("A")},"`;
      const fill = "x".repeat(2 ** 20 - start.length - lead.length - before);
      const content = `${start}${lead}${fill}\r\nmore"\r\n${crime("B")},\r\n`;
      expect(await read(content)).toEqual({ figures: ["A 1", "B 1"], problems: [] });
      const fit = 2 ** 20 - start.length - crime("A").length - 1 - before;
      const plain = `${start}${crime("A")},${"x".repeat(fit)}
${crime("B")},
`;
      expect(await read(plain)).toEqual({ figures: ["A 1", "B 1"], problems: [] });
    }
  });
});

// Workbooks that are read: what each kind of cell becomes, what is refused, and the ONS's own workbook against its CSVs.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bookOf } from "../../src/input/spreadsheets/index.ts";
import { ods, relations, rowsOf, xlsx, xlsxParts } from "../helpers/books.ts";
import { run } from "../helpers/world.ts";
import { declaring, directory, zipTexts } from "../helpers/zip.ts";
import { figuresOf } from "./figures-of.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const folder = mkdtempSync(join(tmpdir(), "spreadsheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the cells of an XLSX", () => {
  const cell = (content: string, more = {}) => {
    const rows = rowsOf(xlsx(`<row r="1">${content}</row>`, more));
    return typeof rows === "string" ? rows : rows.S?.[0]?.[1];
  };
  test.each([
    ["a whole number", "<c><v>33716</v></c>", "33716"],
    ["a negative one", "<c><v>-1685</v></c>", "-1685"],
    ["one with more digits than binary numbers have", "<c><v>9007199254740993</v></c>", "9007199254740993"],
    ["the digits that were meant", "<c><v>7.5711000000000004</v></c>", "7.5711"],
    ["a number with an exponent, in full", "<c><v>1.5E-7</v></c>", "0.00000015"],
    ["and a large one", "<c><v>1.2E+15</v></c>", "1200000000000000"],
    ["text that looks like a number", '<c t="inlineStr"><is><t>0012</t></is></c>', "0012"],
    ["a code that looks like a number", '<c t="str"><v>8E1</v></c>', "8E1"],
    [
      "a line break in text",
      '<c t="inlineStr"><is><t>Stalking\nand harassment</t></is></c>',
      "Stalking and harassment",
    ],
    ["spaces that are kept", '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', " a "],
    ["text in runs", '<c t="inlineStr"><is><r><t>Eng</t></r><r><rPr><b/></rPr><t>land</t></r></is></c>', "England"],
    ["entities", '<c t="inlineStr"><is><t>a &amp; b &#163; <![CDATA[<c>]]></t></is></c>', "a & b £ <c>"],
    ["a formula by its saved result", "<c><f>1+1</f><v>3</v></c>", "3"],
    ["a formula without one", "<c><f>1+1</f></c>", "[x] a formula whose result was not saved in the workbook"],
    ["an error", '<c t="e"><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["yes and no", '<c t="b"><v>1</v></c>', "TRUE"],
  ])("%s", (_, content, text) => expect(cell(content)).toBe(text));

  test("shared texts: without readings of other scripts, and without notes set above the line", () => {
    const strings = `<si><t>Kent</t></si><si><r><t>ENGLAND AND WALES</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>8, 9</t></r></si><si><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></si><si><r><t>1,204</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></si><si><r><t>m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>th</t></r></si>`;
    const rows = `<row>${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join("")}</row>`;
    expect(rowsOf(xlsx(rows, { strings }))).toEqual({ S: [[1, "Kent", "ENGLAND AND WALES", "東", "1,204", "mth"]] });
  });

  test("percentages, days and months are what they are shown as", () => {
    const formats = ["0.0%", "dd/mm/yyyy", "mmm\\-yy", '#,##0.0"%"', "[Red]General", '"day "0'];
    const styles = `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join("")}<xf numFmtId="17"/><xf numFmtId="9"/></cellXfs>`;
    const cells = [
      ["1", "0.36499999999999999"],
      ["2", "43190"],
      ["3", "45170"],
      ["4", "36.5"],
      ["5", "43190"],
      ["6", "5"],
      ["7", "45170"],
      ["8", "-0.029"],
      ["0", "43190.5"],
    ];
    const rows = `<row>${cells.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join("")}</row>`;
    // 43190 days after 30 December 1899 is 31 March 2018; 45170 is 1 September 2023.
    const shown = ["36.5%", "2018-03-31", "2023-09", "36.5", "43190", "5", "2023-09", "-2.9%", "43190.5"];
    expect(rowsOf(xlsx(rows, { styles }))).toEqual({ S: [[1, ...shown]] });
    const from1904 = xlsx('<row><c s="2"><v>41728</v></c></row>', { styles, book: '<workbookPr date1904="1"/>' });
    expect(rowsOf(from1904)).toEqual({ S: [[1, "2018-03-31"]] });
  });

  test("rows keep their lines; all are as wide as the widest; words of merged cells stand in each of their rows", () => {
    const text = (place: string, words: string): string => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = `<row r="2">${text("A2", "Kent")}${text("C2", "Robbery")}<c r="D2"><v>1</v></c></row><row r="3">${text("C3", "Theft")}<c r="D3"/></row><row r="6">${text("B6", "end")}</row>`;
    const after = '<mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="D2:D3"/><mergeCell ref="A6:D6"/></mergeCells>';
    expect(rowsOf(xlsx(rows, { after }))).toEqual({
      S: [
        [1, "", "", "", ""],
        [2, "Kent", "", "Robbery", "1"],
        [3, "Kent", "", "Theft", ""],
        [4, "", "", "", ""],
        [5, "", "", "", ""],
        [6, "", "end", "", ""],
      ],
    });
  });

  test("names with a prefix are the same names", () => {
    const parts = xlsxParts("");
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(rowsOf(zipTexts({ ...parts, "xl/worksheets/sheet1.xml": sheet }))).toEqual({ S: [[1, "7"]] });
  });
});

describe("the cells of an ODS", () => {
  const p = (text: string): string => `<text:p>${text}</text:p>`;
  const cell = (content: string, attributes = 'office:value-type="string"'): string =>
    `<table:table-cell ${attributes}>${content}</table:table-cell>`;
  const sheet = (rows: string, name = "S", more = ""): string =>
    `<table:table table:name="${name}"${more}>${rows}</table:table>`;
  const row = (...cells: string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
  test.each([
    ["a number", 'office:value-type="float" office:value="7.5711000000000004"', p("7.57"), "7.5711"],
    ["a percentage", 'office:value-type="percentage" office:value="0.365"', p("37%"), "36.5%"],
    ["money", 'office:value-type="currency" office:value="12.5"', p("£12.50"), "12.5"],
    ["a day", 'office:value-type="date" office:date-value="2018-03-31T00:00:00"', p("31/03/18"), "2018-03-31"],
    ["a month", 'office:value-type="date" office:date-value="2023-09-01"', p("Sep-23"), "2023-09"],
    [
      "a formula without a result",
      'table:formula="of:=1+1"',
      "",
      "[x] a formula whose result was not saved in the workbook",
    ],
    [
      "text of several lines",
      'office:value-type="string"',
      `${p("Stalking")}${p("and harassment")}`,
      "Stalking and harassment",
    ],
    ["spaces", 'office:value-type="string"', p('a<text:s text:c="2"/>b<text:tab/>c'), "a  b c"],
    [
      "a comment beside it",
      'office:value-type="string"',
      `<office:annotation><dc:date>2020</dc:date>${p("no")}</office:annotation>${p("Kent")}`,
      "Kent",
    ],
    [
      "a picture beside it",
      'office:value-type="string"',
      `${p("Kent")}<draw:frame><draw:text-box>${p("no")}</draw:text-box></draw:frame>`,
      "Kent",
    ],
    [
      "a note set above the line",
      'office:value-type="string"',
      p('Wales<text:span text:style-name="T1">8</text:span>'),
      "Wales",
    ],
    [
      "bold words",
      'office:value-type="string"',
      p('North <text:span text:style-name="T2">Wales</text:span>'),
      "North Wales",
    ],
  ])("%s", (_, attributes, content, text) => {
    const styles =
      '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="T2"><style:text-properties/></style:style>';
    expect(rowsOf(ods(sheet(row(cell(content, attributes))), styles))).toEqual({ S: [[1, text]] });
  });

  test("repeated and merged cells; blank ones to the edge of the sheet; copies of other documents", () => {
    const rows = [
      row(
        cell(p("Kent"), 'office:value-type="string" table:number-rows-spanned="2"'),
        cell(p("a"), 'office:value-type="string" table:number-columns-repeated="2"'),
      ),
      row(`<table:covered-table-cell/>`, cell(p("b")), '<table:table-cell table:number-columns-repeated="16382"/>'),
      `<table:table-row table:number-rows-repeated="2">${cell(p("c"))}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ];
    const copy = sheet(`<table:table-source/>${row(cell(p("old")))}`, "'file:///x.ods'#A", ' table:style-name="ta2"');
    const styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
    const bytes = ods(sheet(rows.join("")) + copy, styles);
    const { S } = rowsOf(bytes) as Exclude<ReturnType<typeof rowsOf>, string>;
    expect(S).toEqual([
      [1, "Kent", "a", "a"],
      [2, "Kent", "b", ""],
      [3, "c", "", ""],
      [4, "c", "", ""],
    ]);
    expect(bookOf(bytes)?.sheets.map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });
});

describe("what was made to do harm, or was damaged, is refused with a sentence", () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const sheet = "xl/worksheets/sheet1.xml";
  const withSheet = (text: string): Buffer => zipTexts({ ...xlsxParts(rows), [sheet]: text });
  test.each([
    [
      "entities of its own",
      withSheet('<!DOCTYPE a [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
      /declares a document type/,
    ],
    ["an entity that it does not have", withSheet("<worksheet>&nbsp;</worksheet>"), /not well-formed/],
    ["tags that do not close", withSheet("<worksheet><sheetData></worksheet>"), /not well-formed/],
    [
      "another encoding",
      zipTexts({ ...xlsxParts(rows), [sheet]: Buffer.from("<a>caf\u00e9</a>", "latin1") }),
      /is not UTF-8/,
    ],
    ["rows that go back", xlsx('<row r="2"/><row r="1"/>'), /rows are not in order/],
    ["cells that go back", xlsx('<row r="1"><c r="B1"/><c r="A1"/></row>'), /cells are not in order/],
    ["a cell of another row", xlsx('<row r="1"><c r="A2"/></row>'), /cells are not in order/],
    ["a cell beyond the last column", xlsx('<row r="1"><c r="XFE1"/></row>'), /cells are not in order/],
    ["a row beyond the last", xlsx('<row r="1048577"/>'), /rows are not in order/],
    [
      "a text that is not there",
      xlsx('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'),
      /names a text that the workbook does not have/,
    ],
    [
      "a part that is not there",
      zipTexts({ ...xlsxParts(rows), "xl/_rels/workbook.xml.rels": relations(["rId1", "worksheet", "../../x.xml"]) }),
      /is missing/,
    ],
    [
      "a cell that never ends",
      xlsx(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(9 * 2 ** 20)}`),
      /a cell has more than 8 MiB/,
    ],
  ])("%s", (_, bytes, sentence) => {
    const said = rowsOf(bytes);
    expect(said).toMatch(/^workbook-/);
    expect(said).toMatch(sentence);
  });

  test("a part that grows beyond what it says stops there, and one that says too much is not begun", () => {
    const bytes = xlsx(rows.replace("<v>1</v>", `<v>1</v>${" ".repeat(2 ** 20)}`));
    expect(rowsOf(declaring(bytes, 2 ** 16))).toMatch(/grows larger than it says/);
    expect(rowsOf(declaring(bytes, 2 ** 30))).toBe(
      "workbook-too-large: xl/worksheets/sheet1.xml has more than 512 MiB once unzipped, so it was not read",
    );
  });

  test("sheets of cells by the million, in few bytes", { tags: "long" }, () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>a</text:p></table:table-cell>';
    const many = `<table:table table:name="S">${`<table:table-row>${cell}</table:table-row>`.repeat(20_000)}</table:table>`;
    expect(rowsOf(ods(many))).toMatch(/^workbook-too-large: the sheet "S" has more than 20 million cells/);
    const wide = Array.from(
      { length: 3_000 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(rowsOf(xlsx(wide.join("")))).toMatch(/^workbook-too-large/);
    // The edge of the sheet alone is no harm.
    expect(rowsOf(xlsx('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toMatchObject({ S: expect.anything() });
  });

  test("a part locked with a password, by its flag; one packed in an unknown way; one that is there twice", () => {
    const changed = (place: number, value: number, which = 0): Buffer => {
      const bytes = xlsx(rows);
      const at = directory(bytes)[which] ?? 0;
      bytes.writeUInt16LE(value, at + place);
      return bytes;
    };
    expect(rowsOf(changed(8, 1))).toMatch(/^workbook-locked/);
    expect(rowsOf(changed(10, 12))).toMatch(/packed in a way that is not known/);
    const twice = zipTexts({ ...xlsxParts(rows), "xl/worksheets/sheet2.xml": "" });
    const text = twice.toString("latin1").replaceAll("sheet2.xml", "sheet1.xml");
    expect(rowsOf(Buffer.from(text, "latin1"))).toMatch(/is there twice/);
  });

  test.each([
    ["XLSX", xlsx('<row r="1"><c r="A1"><v>33716</v></c></row>')],
    [
      "ODS",
      ods(
        '<table:table table:name="S"><table:table-row><table:table-cell office:value-type="float" office:value="33716"><text:p>33,716</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ],
  ])(
    "any byte of an %s changed, or the file cut anywhere, is refused or changes nothing",
    { tags: "fuzz" },
    (_, bytes) => {
      const sound = JSON.stringify(rowsOf(bytes));
      expect(sound).toContain("33716");
      let refused = 0;
      const check = (damaged: Buffer): void => {
        const said = rowsOf(damaged);
        if (typeof said === "string") refused += 1;
        // A name or a relation lost is a workbook without the sheet; a figure is never another.
        else if (Object.keys(said).length > 0)
          expect(JSON.stringify(Object.values(said))).toContain(sound.match(/\[\[.*\]\]/)?.[0]);
      };
      for (let at = 0; at < bytes.length; at += 1) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ 0x15;
        check(damaged);
        if (at % 7 === 0) check(bytes.subarray(0, at));
      }
      expect(refused).toBeGreaterThan(bytes.length / 2);
    },
  );

  test("a locked XLSX and an old XLS are told apart", () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    expect(rowsOf(old)).toMatch(/^workbook-old: .*\.xls\)/);
    old.write("EncryptedPackage", 520, "utf16le");
    expect(rowsOf(old)).toBe("workbook-locked: the workbook is locked with a password");
    const binary = zipTexts({
      "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.bin"]),
      "xl/workbook.bin": "",
    });
    expect(rowsOf(binary)).toMatch(/^workbook-old: .*\.xlsb\)/);
  });
});

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
const ons = join(shared, "data", "ons-police-force-area", "ye-march-2018");

describe.skipIf(shared === "")("the ONS's workbook, read directly [needs PLAN_MEASURES_SHARED]", () => {
  const total = "Total recorded crime (excluding fraud)";
  test.each([
    ["Gloucestershire", total, "33716"],
    ["Gloucestershire", "Violence against the person", "8320"],
    ["Gloucestershire", "Theft offences", "16718"],
    ["Gloucestershire", "Homicide", "3"],
    ["England and Wales", total, "4876282"],
    ["Gloucestershire", "Anti-social behaviour incidents", "22974"],
  ])("%s, %s: %s", async (area, series, value) => {
    const plan = {
      title: "Totals",
      force: area,
      priorities: [],
      data: ["workbook.xlsx"],
      tables: [
        {
          title: "Totals",
          baseline: "year ending March 2018",
          current: "year ending March 2018",
          measures: [{ name: series }],
        },
      ],
    };
    writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
    const done = await run(["report", "plan.yaml", "--data", ons, "--format", "json"], folder);
    const { count } = JSON.parse(done.out).tables[0].rows[0].figures.current.force;
    expect(count.value).toBe(value);
    const sheet = series.startsWith("Anti-social") ? "Table P7" : "Table P1";
    expect(count.from[0].file).toBe(`workbook.xlsx#${sheet}`);
    expect(count.from[0].line).toBeGreaterThan(6);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    "every figure of its sheet P%i is that of the sheet saved as CSV",
    async (number) => {
      const csv = await figuresOf(ons, `table-p${number}.full-precision.csv`);
      expect(csv.length).toBeGreaterThan(150);
      expect(await figuresOf(ons, `workbook.xlsx#Table P${number}`)).toEqual(csv);
    },
  );
});

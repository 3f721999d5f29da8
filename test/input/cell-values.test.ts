// What the cells of a workbook may hold, by the syntax of the formats, and what their number formats show of them.
import { describe, expect, test } from "vitest";
import { readFormat, shownBy } from "../../src/input/spreadsheets/number-format.ts";
import { ods, rowsOf, xlsx } from "../helpers/books.ts";
import { zipTexts } from "../helpers/zip.ts";

const NOT_SHOWN = "[x] the workbook has a number here but does not show it";
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

describe("a cell of an XLSX that is not as the format has it is refused, with the cell", () => {
  test.each([
    ["two values", "<v>34</v><v>89</v>", "B2 holds two values"],
    ["an element within a value", "<v>34<b/>89</v>", "B2 holds more than one value"],
    ["a value and a text", "<v>34</v><is><t>89</t></is>", "B2 holds two values"],
    ["a hexadecimal number", "<v>0x15C</v>", 'B2 holds "0x15C", which is not a number'],
    ["a binary number", "<v>0b11</v>", 'B2 holds "0b11", which is not a number'],
    ["two numbers in one value", "<v>34 89</v>", 'B2 holds "34 89", which is not a number'],
    ["a comma in a number", "<v>1,204</v>", 'B2 holds "1,204", which is not a number'],
    ["a word", "<v>Infinity</v>", 'B2 holds "Infinity", which is not a number'],
  ])("%s", (_, content, sentence) => {
    const rows = `<row r="2"><c r="B2">${content}</c></row>`;
    expect(rowsOf(xlsx(rows))).toBe(`workbook-broken: the workbook cannot be read: its cell ${sentence}`);
  });

  test.each([
    ["two texts", '<c t="inlineStr"><is><t>34</t><t>89</t></is></c>', "A1 holds two values"],
    ["two texts, each in its own", '<c t="inlineStr"><is><t>34</t></is><is><t>89</t></is></c>', "A1 holds two values"],
    ["neither yes nor no", '<c t="b"><v>2</v></c>', 'A1 holds "2", which is not TRUE or FALSE'],
    ["no date", '<c t="d"><v>2018-03-3x</v></c>', 'A1 holds "2018-03-3x", which is not a date'],
  ])("%s", (_, cell, sentence) => {
    expect(rowsOf(xlsx(`<row r="1">${cell}</row>`))).toBe(
      `workbook-broken: the workbook cannot be read: its cell ${sentence}`,
    );
  });

  test("a number of a shared text in another syntax, a cell within a cell, two texts in the place of a shared one", () => {
    const strings = "<si><t>Kent</t></si><si><t>Essex</t></si>";
    expect(rowsOf(xlsx('<row><c t="s"><v>0x1</v></c></row>', { strings }))).toMatch(/names a text that/);
    expect(rowsOf(xlsx('<row r="1"><c r="A1"><v>3</v><c r="B1"><v>4</v></c></c></row>'))).toMatch(
      /not in order in row 1/,
    );
    expect(rowsOf(xlsx('<row r="0x1"><c><v>3</v></c></row>'))).toMatch(/rows are not in order/);
    const two = "<si><t>34</t><t>89</t></si>";
    expect(rowsOf(xlsx('<row><c t="s"><v>0</v></c></row>', { strings: two }))).toMatch(/two texts in the place of/);
  });

  test.each([
    ["-0.5", "-0.5"],
    ["+5", "5"],
    [".5", "0.5"],
    ["1e5", "100000"],
    [" 34 ", "34"],
    ["1.5E-7", "0.00000015"],
  ])("what the format allows is a number: %s", (value, text) => {
    expect(rowsOf(xlsx(`<row><c><v>${value}</v></c></row>`))).toEqual({ S: [[1, text]] });
  });

  test("what programs write for no number is no number, and no fault of the workbook", () => {
    expect(rowsOf(xlsx("<row><c><v>NaN</v></c></row>"))).toEqual({ S: [[1, "NaN"]] });
    expect(rowsOf(xlsx('<row><c t="b"><v>true</v></c></row>'))).toEqual({ S: [[1, "TRUE"]] });
  });
});

describe("and so is one of an ODS", () => {
  const cell = (attributes: string, content = ""): string =>
    `<table:table table:name="S"><table:table-row><table:table-cell/><table:table-cell ${attributes}>${content}</table:table-cell></table:table-row></table:table>`;
  test.each([
    // The value of an ODS cell, and what it shows.
    ["PT00H09M42S", "09:42", "0:09:42"],
    ["PT00H09M42.4S", "09:42", "0:09:42"],
    ["PT01H02M03S", "01:02:03", "1:02:03"],
    ["PT01H02M03S", "62:03", "1:02:03"],
    ["PT09H42M00S", "09:42", "9:42, hours and minutes"],
    ["a quarter", "09:42", "09:42"],
  ])("%s, shown %s, in the cells of an ODS", (value, shown, text) => {
    const attributes = `office:value-type="time" office:time-value="${value}"`;
    expect(rowsOf(ods(cell(attributes, `<text:p>${shown}</text:p>`)))).toEqual({ S: [[1, "", text]] });
  });

  test.each([
    ["a hexadecimal number", 'office:value-type="float" office:value="0x15C"', 'holds "0x15C", which is not a number'],
    ["two numbers", 'office:value-type="currency" office:value="34 89"', 'holds "34 89", which is not a number'],
    ["nothing", 'office:value-type="percentage" office:value=""', 'holds "", which is not a number'],
    ["no date", 'office:value-type="date" office:date-value="31/03/2018"', 'holds "31/03/2018", which is not a date'],
    ["neither", 'office:value-type="boolean" office:boolean-value="1"', 'holds "1", which is not TRUE or FALSE'],
  ])("%s", (_, attributes, sentence) => {
    const said = rowsOf(ods(cell(attributes, "<text:p>348</text:p>")));
    expect(said).toBe(`workbook-broken: the workbook cannot be read: its cell B1 ${sentence}`);
  });

  test("a cell within a cell; numbers with an exponent; a type without a value is what the cell shows", () => {
    const inner = '<table:table-cell office:value-type="float" office:value="89"/>';
    expect(rowsOf(ods(cell('office:value-type="float" office:value="34"', inner)))).toMatch(/B1 holds another cell/);
    expect(rowsOf(ods(cell('office:value-type="float" office:value="1e5"')))).toEqual({ S: [[1, "", "100000"]] });
    expect(rowsOf(ods(cell('office:value-type="float"', "<text:p>0x15C</text:p>")))).toEqual({ S: [[1, "", "0x15C"]] });
    expect(rowsOf(ods(cell('office:value-type="string" office:string-value="Kent"')))).toEqual({
      S: [[1, "", "Kent"]],
    });
  });
});

/** Formats, with what LibreOffice 25 shows of 3, 4, -3, 0 and 12 by them; nothing where it shows the number. */
const formats: readonly [code: string, ...shown: (string | undefined)[]][] = [
  ['"[c]"', "[c]", "[c]", "[c]", "[c]", "[c]"],
  [";;;", NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN],
  ['[=3]"[c]"', "[c]", undefined, undefined, undefined, undefined],
  ['[<10]"[c]";0', "[c]", "[c]", "[c]", "[c]", undefined],
  ["0;-0;;@", undefined, undefined, undefined, NOT_SHOWN, undefined],
  // The usual format of accounts shows 0 as a dash, which is what it is.
  ['_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', undefined, undefined, undefined, undefined, undefined],
  ['0;"neg";"zero"', undefined, undefined, "neg", "zero", undefined],
  ["#,###", undefined, undefined, undefined, NOT_SHOWN, undefined],
  ['[=3]"[c]";0;"-"', "[c]", "-", undefined, undefined, "-"],
];

describe("what a number format shows is what is read", () => {
  test.each(formats)("%s", (code, ...shown) => {
    expect([3, 4, -3, 0, 12].map((value) => shownBy(readFormat(code), value).text)).toEqual(shown);
  });

  test.each([
    // By hand: the words of a section without a place for a digit.
    ["\\[\\c\\]", 3, "[c]"],
    ["[c]", 3, "[c]"],
    ['[Red]"c"', 3, "c"],
    ['0;-0;"-"', 0, undefined],
    ['"5"', 3, '3, shown as "5"'],
    ['"<5"', 3, "<5"],
    ['[<5]"0";0', 3, '3, shown as "0"'],
    ['[<5]"0";0', 0, undefined],
    ["[$-809]dd/mm/yyyy;@", 43190, undefined],
    // A day is 24 hours; 582 seconds ÷ 86,400 = 0.00673611…, and 3,723 seconds are 1:02:03.
    ["[h]:mm", 2, "48:00, hours and minutes"],
    ["h:mm", 0.404166666666667, "9:42, hours and minutes"],
    ["mm:ss", 0.00673611111111111, "0:09:42"],
    ["[m]:ss", 0.00673611111111111, "0:09:42"],
    ["h:mm:ss", 0.0430902777777778, "1:02:03"],
    ["[h]:mm:ss", 1.5, "36:00:00"],
    ["[mm]", 2, undefined],
    ["General", 3, undefined],
    ["@", 3, undefined],
    ["", 3, undefined],
    ['0.0%;-0.0%;"[z]"', 0, "[z]"],
    ['[>=10]0;[>=5]"some";"few"', 3, "few"],
    ['[>=10]0;[>=5]"some";"few"', 7, "some"],
  ])("%s of %d", (code, value, text) => expect(shownBy(readFormat(code), value).text).toBe(text));

  test("the part that shows a number says what it is: a percentage, a date or a number", () => {
    expect(shownBy(readFormat("[<1]0.0%;0"), 0.5).look).toBe("percent");
    expect(shownBy(readFormat("[<1]0.0%;0"), 5).look).toBeUndefined();
    expect(shownBy(readFormat('mmm-yy;"none"'), 45170).look).toBe("month");
  });

  test("in the cells of an XLSX", () => {
    const styles = `<numFmts>${formats.map(([code], index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`).join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join("")}</cellXfs>`;
    const row = `<row>${formats.map((_, index) => `<c s="${index + 1}"><v>3</v></c>`).join("")}<c s="1" t="str"><v>text</v></c></row>`;
    const shown = formats.map(([, first]) => first ?? "3");
    expect(rowsOf(xlsx(row, { styles }))).toEqual({ S: [[1, ...shown, "text"]] });
  });

  const numbers = (name: string, content: string, kind = "number"): string =>
    `<number:${kind}-style style:name="${name}">${content}</number:${kind}-style>`;
  const map = (condition: string, name: string): string =>
    `<style:map style:condition="${escaped(condition)}" style:apply-style-name="${name}"/>`;
  const cellStyle = (name: string, data: string, parent = "Default"): string =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}"${data && ` style:data-style-name="${data}"`}/>`;
  const digits = '<number:number number:min-integer-digits="1"/>';
  const words = (text: string): string => `<number:text>${text}</number:text>`;
  // As LibreOffice saves them.
  const odsStyles = [
    ...[numbers("N1", words("[c]")), numbers("N2P0", digits), numbers("N3P0", words("[c]"))],
    numbers("N2", `<number:text/>${map("value()>0", "N2P0")}`, "text"),
    numbers("N3", `${digits}${map("value()<10", "N3P0")}`),
    ...[cellStyle("ce1", "N1"), cellStyle("ce2", "N2"), cellStyle("ce3", "N3"), cellStyle("ce4", "", "ce1")],
  ].join("");
  const cell = (style: string, value: number, shown?: string): string =>
    `<table:table-cell${style && ` table:style-name="${style}"`} office:value-type="float" office:value="${value}">${shown === undefined ? "" : `<text:p>${shown}</text:p>`}</table:table-cell>`;
  const table = (...cells: string[]): string =>
    `<table:table table:name="S"><table:table-row>${cells.join("")}</table:table-row></table:table>`;

  test("in the cells of an ODS: by its styles and their conditions, and those that they come from", () => {
    const cells = [cell("ce1", 3), cell("ce2", 3), cell("ce2", -3), cell("ce3", 9), cell("ce3", 10), cell("ce4", 4)];
    const expected = ["[c]", "3", NOT_SHOWN, "[c]", "10", "[c]"];
    expect(rowsOf(ods(table(...cells), odsStyles))).toEqual({ S: [[1, ...expected]] });
  });

  test("styles of the document, of a column and of a row are those of cells that have none", () => {
    const parts = {
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      "styles.xml": `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:number="n">${odsStyles}</office:document-styles>`,
      "content.xml": `<office:document-content xmlns:office="o" xmlns:table="t"><table:table table:name="S"><table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/><table:table-row>${cell("", 3)}${cell("", 3)}${cell("", 3)}</table:table-row><table:table-row table:default-cell-style-name="ce3">${cell("", 3)}${cell("", 30)}${cell("ce2", 3)}</table:table-row></table:table></office:document-content>`,
    };
    expect(rowsOf(zipTexts(parts))).toEqual({
      S: [
        [1, "3", "3", "[c]"],
        [2, "[c]", "30", "3"],
      ],
    });
  });

  test("what a cell of an ODS was saved with in the place of its number; a number that it shows is what it holds", () => {
    const cells = [cell("", 3, "[c]"), cell("", 0, "-"), cell("", 0, ""), cell("", 7.571, "7.6"), cell("", 3, "-")];
    expect(rowsOf(ods(table(...cells)))).toEqual({ S: [[1, "[c]", "0", NOT_SHOWN, "7.571", "-"]] });
  });
});

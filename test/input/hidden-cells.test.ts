// What a workbook hides: which rows and columns nobody sees, by either format, and the doubts about figures that come of them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bookOf, surveyOf } from "../../src/input/spreadsheets/index.ts";
import { ods, xlsx } from "../helpers/books.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "hidden-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rows and columns of a workbook's first sheet that nobody sees. */
function hiddenOf(bytes: Buffer) {
  const [sheet] = bookOf(bytes)?.sheets ?? [];
  if (!sheet) throw new Error("no sheet");
  const { hiddenRows: rows, hiddenColumns: columns } = surveyOf(sheet);
  return { rows, columns };
}

describe("of an XLSX", () => {
  const row = (line: number, more: string): string =>
    `<row r="${line}"${more}><c r="A${line}"><v>${line}</v></c></row>`;
  test.each([
    [
      "hidden rows",
      [' hidden="1"', "", ' hidden="true"', ' hidden="1"'],
      [
        [1, 1],
        [3, 4],
      ],
    ],
    [
      "rows without a height",
      [' ht="0" customHeight="1"', "", ' ht="0.0"', ' ht="0.75"'],
      [
        [1, 1],
        [3, 3],
      ],
    ],
    ["a folded outline", ["", ' outlineLevel="1" hidden="1"', ' collapsed="1"', ' outlineLevel="1"'], [[2, 2]]],
    ["rows that are not hidden", [' hidden="0"', ' hidden="false"', ' ht="15"', ' collapsed="0"'], []],
  ])("%s", (_, rows, hidden) => {
    expect(hiddenOf(xlsx(rows.map((more, index) => row(index + 1, more)).join("")))).toEqual({
      rows: hidden,
      columns: [],
    });
  });

  test("rows that are written are shown where a sheet hides the others, as Excel and LibreOffice do", () => {
    const before = '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>';
    expect(hiddenOf(xlsx(row(1, "") + row(2, ' hidden="1"'), { before })).rows).toEqual([[2, 2]]);
  });

  test("blank rows that are hidden hold nothing; columns are hidden, or have no width", () => {
    const before =
      '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/><col min="5" max="5" width="0" customWidth="1"/><col min="7" max="16384" hidden="1"/></cols>';
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/>';
    // B and C, E, and G to the last; counted from 0.
    const columns = [
      [1, 2],
      [4, 4],
      [6, 16_383],
    ];
    expect(hiddenOf(xlsx(rows, { before }))).toEqual({ rows: [], columns });
  });
});

describe("of an ODS", () => {
  const cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>';
  const row = (more = ""): string => `<table:table-row${more}>${cell}</table:table-row>`;
  const sheet = (content: string): string => `<table:table table:name="S">${content}</table:table>`;
  const styles = [
    ["ro0", "row", "row-height"],
    ["co0", "column", "column-width"],
  ].map(
    ([name, what, size]) =>
      `<style:style style:name="${name}" style:family="table-${what}"><style:table-${what}-properties style:${size}="0.00cm"/></style:style>`,
  );
  const hidden = ' table:visibility="collapse"';

  test("rows that are hidden, filtered away or without a height, repeated ones too", () => {
    const rows = [row(), row(hidden), row(), row(' table:visibility="filter" table:number-rows-repeated="2"')];
    const more = [row(' table:visibility="visible"'), row(' table:style-name="ro0"')];
    const bytes = ods(sheet([...rows, ...more].join("")), styles.join(""));
    expect(hiddenOf(bytes).rows).toEqual([
      [2, 2],
      [4, 5],
      [7, 7],
    ]);
  });

  test("groups of rows and columns that are folded up, one in the other", () => {
    const group = (what: string, content: string, more = ""): string =>
      `<table:table-${what}-group${more}>${content}</table:table-${what}-group>`;
    const folded = ' table:display="false"';
    const columns = group("column", `<table:table-column/>${group("column", "<table:table-column/>", folded)}`);
    const rows = `${row()}${group("row", group("row", row()) + row(), folded)}${group("row", row())}`;
    expect(hiddenOf(ods(sheet(columns + rows)))).toEqual({ rows: [[2, 3]], columns: [[1, 1]] });
  });

  test("columns that are hidden, filtered away or without a width, repeated ones too", () => {
    const column = (more = ""): string => `<table:table-column${more}/>`;
    const columns = [
      column(' table:number-columns-repeated="2"'),
      column(`${hidden} table:number-columns-repeated="3"`),
      column(' table:visibility="filter"'),
      column(),
      column(' table:style-name="co0"'),
    ];
    // After columns 0 and 1: 2 to 4, then 5, and after 6 the 7th; those of each declaration by themselves.
    expect(hiddenOf(ods(sheet(columns.join("") + row()), styles.join(""))).columns).toEqual([
      [2, 4],
      [5, 5],
      [7, 7],
    ]);
  });
});

describe("figures that come of hidden cells are in doubt", () => {
  const HEAD = ["area", "series", "period", "kind", "value"];
  const record = (series: string, period: number, value: number) => ["Gloucestershire", series, period, "count", value];
  const records = [
    HEAD,
    ...[
      record("Robbery", 2019, 10),
      record("Robbery", 2020, 11),
      record("Burglary", 2019, 99),
      record("Burglary", 2020, 98),
    ],
  ];
  const rowTag = (cells: readonly (string | number)[], line: number, more = ""): string =>
    `<row r="${line}"${more}>${cells.map((one) => (typeof one === "number" ? `<c><v>${one}</v></c>` : `<c t="inlineStr"><is><t>${one}</t></is></c>`)).join("")}</row>`;
  /** The doubts of a report on one series, of a sheet of which some lines, and some columns, are hidden. */
  async function doubts(series: string, lines: readonly number[], before = "", accept: object[] = []) {
    const rows = records.map((cells, index) =>
      rowTag(cells, index + 1, lines.includes(index + 1) ? ' hidden="1"' : ""),
    );
    writeFileSync(join(folder, "book.xlsx"), xlsx(rows.join(""), { before }));
    const plan = {
      title: "A plan",
      force: "Gloucestershire",
      priorities: [],
      data: ["book.xlsx"],
      tables: [{ title: "T", baseline: 2019, current: 2020, measures: [{ name: series }] }],
      accept,
    };
    writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
    const { out } = await run(["report", "plan.yaml", "--format", "json"], folder);
    const { doubts } = JSON.parse(out);
    return doubts.map(({ file, at, value, accepted }: { [key: string]: string }) =>
      [file, at, value, ...(accepted ? ["accepted"] : [])].join(", "),
    );
  }
  const cols = (column: number): string => `<cols><col min="${column}" max="${column}" hidden="1"/></cols>`;

  test.each([
    ["its own rows", "Burglary", [4, 5], "", ["book.xlsx#S, hidden rows, 2 rows"]],
    ["one of its rows, beside another that is read", "Burglary", [3, 5], "", ["book.xlsx#S, hidden rows, 2 rows"]],
    ["the rows of another series", "Robbery", [4, 5], "", []],
    ["the headings, which are no record", "Robbery", [1], "", []],
    ["the column of values", "Robbery", [], cols(5), ["book.xlsx#S, hidden columns, 1 column"]],
    ["the column of areas", "Robbery", [], cols(1), ["book.xlsx#S, hidden columns, 1 column"]],
    ["a column beside the table", "Robbery", [], cols(7), []],
    [
      ...(["rows and a column", "Burglary", [5], cols(2)] as const),
      ["book.xlsx#S, hidden columns, 1 column", "book.xlsx#S, hidden rows, 1 row"],
    ],
  ])("%s", async (_, series, lines, before, expected) => {
    expect(await doubts(series, lines, before)).toEqual(expected);
  });

  test("what was accepted of two rows is open again where it is three", async () => {
    const accept = [{ code: "hidden-cells", at: "hidden rows", value: "2 rows", reason: "they are burglaries" }];
    expect(await doubts("Burglary", [4, 5], "", accept)).toEqual(["book.xlsx#S, hidden rows, 2 rows, accepted"]);
    expect(await doubts("Burglary", [3, 4, 5], "", accept)).toEqual(["book.xlsx#S, hidden rows, 3 rows"]);
  });
});

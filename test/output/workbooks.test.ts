// Written workbooks against the government's checklist for accessible spreadsheets, rule by rule, opened without their writer.
// @module-tag gallery
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { all, openOds, openXlsx } from "../helpers/office.ts";
import { gloucestershire, home, planFixtures, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "workbooks-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A plan whose names are as awkward as they may be: alike, long, like cells, like formulas, with parts of the format's own. */
const titles = [
  "R1C1",
  "r1c1",
  "2019/20",
  "History",
  "Ŵelsh crime & <disorder>: a title that is far too long for a tab",
  "…",
  "A1",
];
const measures = ["=1+1", '_x0041_ "quoted"', "  spaced  ", "Robbery: of business", "Robbery", "\u0007bell\ufffe"];
writeFileSync(
  join(folder, "figures.csv"),
  `area,series,period,kind,value\n${measures
    .map(
      (_, index) =>
        `G,S${index},2019,count,${index === 4 ? "0" : `1${index}00`}\nG,S${index},2020,count,${index === 3 ? "[c]" : "9007199254740993"}`,
    )
    .join("\n")}\n`,
);
writeFileSync(
  join(folder, "plan.yaml"),
  JSON.stringify({
    title: 'A <plan> & "more"',
    force: "G",
    priorities: [{ id: "A", name: "All" }],
    data: ["figures.csv"],
    tables: titles.map((title) => ({
      ...{ title, baseline: "2019", current: "2020", decimals: { percent: 2 } },
      measures: measures.map((name, index) => ({ name, series: `S${index}`, aim: "reduce", priorities: ["A"] })),
    })),
  }),
);

const fixtures = planFixtures;
const commands: readonly (readonly [name: string, ...command: string[]])[] = [
  ...fixtures.map((name) => [`the report of ${name}`, "report", join(home, "fixtures", name)] as const),
  ["awkward names", "report", folder],
  ["the report with readings", "report", join(home, "fixtures/plan-targets"), "--reading"],
  ["a comparison", "compare", join(home, "fixtures/similar-forces-2019")],
  ["a comparison with gaps", "compare", join(home, "test/cases/compare-changes"), "--group", "Mean of others"],
  ["a trend", "trend", join(home, "fixtures/anti-social-behaviour-2008-2018")],
  ["a trend with limits", "trend", join(home, "test/cases/trend-break")],
  ["a diff", "diff", join(home, "test/cases/diff-csv/old"), join(home, "test/cases/diff-csv/new")],
];
const bytesOf = async (command: readonly string[], format: string): Promise<Buffer> => {
  const done = await run([...command, "--format", format]);
  return Buffer.from(done.out, "latin1");
};
const opened = await Promise.all(
  commands.flatMap(([name, ...command]) =>
    (["xlsx", "ods"] as const).map(async (format) => {
      const bytes = await bytesOf(command, format);
      return [format, name, { command, bytes, book: format === "xlsx" ? openXlsx(bytes) : openOds(bytes) }] as const;
    }),
  ),
);

describe.each(opened)("%s of %s", (format, _, { command, bytes, book }) => {
  const sheets = book.sheets.map((sheet) => {
    const [table] = sheet.tables;
    const [, first = "", last = ""] = /^A(\d+):[A-Z]+(\d+)$/.exec(table?.range ?? "") ?? [];
    const [head, end] = [Number(first), Number(last)];
    return {
      ...{ ...sheet, table, head, end },
      above: sheet.cells.filter(({ row }) => head === 0 || row < head),
      body: sheet.cells.filter(({ row }) => head > 0 && row > head),
    };
  });
  const named = (name: string) => sheets.find((sheet) => sheet.name === name);
  const every = sheets.flatMap(({ cells }) => cells);
  const elements = (name: string): string[] =>
    book.documents.flatMap((document) => all(document, name)).map((node) => JSON.stringify(node.attributes));

  test("every table is a real one, with a name of its own that is no cell's address", () => {
    for (const sheet of sheets) expect(sheet.tables, sheet.name).toHaveLength(sheet.name === "Cover" ? 0 : 1);
    const names = sheets.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase()));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[a-z_][a-z0-9_]*$/);
      expect(name).not.toMatch(/^([a-z]{1,3}\d+|r\d*c\d*|r|c)$/);
    }
  });

  test("a table has one row of headings, none blank, no two alike, as its cells have them", () => {
    for (const { name, table, cells, head } of sheets) {
      if (!table) continue;
      const headings = cells.filter(({ row }) => row === head).map(({ value }) => value);
      expect(headings, name).toEqual(table.headings);
      expect(headings.every((heading) => heading.trim() !== "")).toBe(true);
      expect(new Set(headings.map((heading) => heading.toLowerCase())).size).toBe(headings.length);
    }
  });

  test("the table stands at column A, whole: no merged, split or blank row, column or cell, and nothing below it", () => {
    for (const { name, table, cells, head, end } of sheets) {
      if (!table) continue;
      const width = table.headings.length;
      expect(end, name).toBeGreaterThan(head);
      const inside = cells.filter(({ row }) => row >= head);
      expect(inside).toHaveLength((end - head + 1) * width);
      expect(inside.every(({ row, column, value }) => row <= end && column <= width && value.trim() !== "")).toBe(true);
    }
    expect(elements("mergeCell")).toEqual([]);
    expect(elements("table:covered-table-cell")).toEqual([]);
    expect(JSON.stringify(book.documents)).not.toMatch(/number-(rows|columns)-spanned/);
  });

  test("no filters, frozen panes, hidden parts, pictures, macros, formulas, headers, footers, or fills", () => {
    for (const name of [
      "autoFilter",
      "pane",
      "drawing",
      "picture",
      "legacyDrawing",
      "f",
      "headerFooter",
      "dataValidation",
    ])
      expect(elements(name), name).toEqual([]);
    for (const name of ["table:filter", "draw:frame", "office:scripts", "table:content-validation", "text:page-number"])
      expect(elements(name), name).toEqual([]);
    const whole = book.entries.map(({ text }) => text).join("\n");
    expect(whole).not.toMatch(/\shidden=|state="(very)?[hH]idden|table:visibility|table:display="false"|table:formula/);
    expect(whole).not.toMatch(/display-filter-buttons="true"|SplitMode" config:type="short">[12]/);
    const shown = elements("style:header").concat(elements("style:footer"));
    expect(shown.length > 0).toBe(format === "ods");
    expect(shown.filter((one) => one !== '{"style:display":"false"}')).toEqual([]);
    expect(book.entries.filter(({ name }) => /media|vba|macro|script|externalLink|connections/i.test(name))).toEqual(
      [],
    );
    expect(whole).not.toMatch(/TargetMode="External"|xlink:href="(?!#)/);
    expect(every.filter(({ style }) => style.hasFill)).toEqual([]);
  });

  test("text is in a sans serif of 12 points or more, and wraps, but above a table, where no cell beside it is filled", () => {
    expect(every.filter(({ style }) => style.font !== "Arial" || style.points < 12)).toEqual([]);
    const inTables = sheets.flatMap(({ cells, head }) => cells.filter(({ row }) => row >= head));
    expect(inTables.filter(({ style }) => !style.wraps)).toEqual([]);
  });

  test("above a table every text is whole in one line, and none is wrapped into the first column", () => {
    for (const { name, above, table } of sheets) {
      if (!table) continue;
      const { scale = 100, widths = [] } = book.print.get(name) ?? {};
      for (const { value, style, link } of above) {
        // A letter of 12 points takes 2.4 mm at most, on average.
        if (link !== undefined) expect(widths[0], name).toBeGreaterThanOrEqual(value.length);
        else if (!style.wraps) expect((value.length * 2.1 * scale) / 100, value).toBeLessThan(267);
        else expect(value.length, value).toBeGreaterThan(75);
      }
    }
  });

  test("A1 is a title of the sheet; above the table there is text in column A alone", () => {
    const all = sheets.map(({ cells }) => cells.find(({ place }) => place === "A1")?.value ?? "");
    expect(all.every((title) => title.length >= 5 || title === sheets[0]?.cells[0]?.value)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    for (const { name, above, table, head } of sheets) {
      expect(
        above.every(({ column, isNumber, value }) => column === 1 && !isNumber && value.trim() !== ""),
        name,
      ).toBe(true);
      if (table) expect(above).toHaveLength(head - 1);
    }
  });

  test("tabs have names of their own: up to 31 letters, digits and underscores", () => {
    const names = sheets.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_]{1,31}$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.map((name) => name.toLowerCase())).not.toContain("history");
    expect(names.slice(0, 2)).toEqual(["Cover", "Contents"]);
    expect(names.indexOf("Notes")).toBe(every.some(({ value }) => /\[note \d+\]$/.test(value)) ? 2 : -1);
  });

  test("the contents lead to every sheet after them, and say its title", () => {
    const contents = named("Contents");
    const after = sheets.slice(2);
    const rows = contents?.body ?? [];
    for (const { name, above } of after) {
      const back = above.filter(({ link }) => link !== undefined);
      expect(
        back.map(({ value, link }) => [value, link]),
        name,
      ).toEqual([["Back to the contents", "Contents!A1"]]);
    }
    expect(rows.filter(({ column }) => column === 1).map(({ value, link }) => [value, link])).toEqual(
      after.map(({ name }) => [name, `${name}!A1`]),
    );
    expect(rows.filter(({ column }) => column === 2).map(({ value }) => value)).toEqual(
      after.map(({ cells }) => cells[0]?.value.replace(/( \[note \d+\])+$/, "")),
    );
  });

  test("every [note] is explained on the sheet of notes, and every note there is one of a title, a heading or a row label", () => {
    const explained = (named("Notes")?.body ?? []).filter(({ column }) => column === 1).map(({ value }) => value);
    expect(explained).toEqual(explained.map((_, index) => `[note ${index + 1}]`));
    const tables = sheets.slice(named("Notes") ? 3 : 2);
    const marks = tables.flatMap(({ cells, head }) =>
      cells
        .filter(({ row, column }) => row === 1 || row === head || (row > head && column === 1))
        .flatMap(({ value }) => [...value.matchAll(/\[note \d+\]/g)].map(([note]) => note)),
    );
    expect([...new Set(marks)].sort()).toEqual([...explained].sort());
  });

  test("the document has a title and a language", () => {
    expect(book.title.length).toBeGreaterThan(3);
    expect(book.title).toBe(named("Cover")?.cells[0]?.value);
    expect(book.language).toBe("en-GB");
    if (format === "ods")
      expect(elements("style:text-properties").join()).toContain('"fo:language":"en","fo:country":"GB"');
  });

  test("headings and the first column are printed on every page of a table, and no letter under 7 points", () => {
    for (const { name, head, table } of sheets) {
      const print = book.print.get(name);
      // Letters are 12 points: 7 ÷ 12 is 58.3 %.
      expect(print?.scale, name).toBeGreaterThanOrEqual(58.4);
      expect(print?.scale).toBeLessThanOrEqual(100);
      expect(print?.rows).toEqual(table ? [head] : []);
      if (table) expect(print?.columns, name).toEqual([1]);
    }
  });

  test("the cursor stands at A1 and the zoom at 100 %, on every sheet; the cover is the one shown", () => {
    for (const { name, view } of sheets) expect([name, view]).toEqual([name, { cursor: "A1", zoom: "100" }]);
    const whole = book.entries.map(({ text }) => text).join("\n");
    expect(whole).toMatch(/activeTab="0"|config:name="ActiveTable" config:type="string">Cover</);
  });

  test("colour says nothing by itself: what has one is a link, and underlined", () => {
    const coloured = every.filter(({ style }) => style.colour !== undefined);
    expect(coloured.filter(({ style, link }) => link === undefined || !style.isUnderlined)).toEqual([]);
  });

  test("numbers are numbers, with separators of thousands and fixed decimals", () => {
    const numbers = every.filter(({ isNumber }) => isNumber);
    expect(numbers.length).toBeGreaterThan(5);
    for (const { value, style, place } of numbers) {
      expect(value, place).toMatch(/^-?\d+(\.\d+)?$/);
      expect(value.replace(/\D/g, "").length, "a spreadsheet holds 15 digits").toBeLessThan(17);
      const places = value.split(".")[1]?.length ?? 0;
      // The mark of a figure with a reserve stands beside it and leaves it a number.
      const format = style.format.replace(/" \[[a-z]+\]"$/, "");
      expect(format, place).toBe(`#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}`);
    }
  });

  test("shorthand is text, cell by cell, with its key above the table", () => {
    for (const { name, above, body } of sheets) {
      const marks = new Set([
        ...body.filter(({ value }) => /^\[[a-z]+\]$/.test(value)).map(({ value }) => value),
        ...body.flatMap(({ style }) => style.format.match(/\[[a-z]+\]/g) ?? []),
      ]);
      for (const mark of marks)
        expect(
          above.some(({ value }) => value.startsWith(`${mark} means `)),
          name,
        ).toBe(true);
      expect(body.filter(({ value }) => /^(NA|N\/A|-|\.\.|\*|:)$/i.test(value))).toEqual([]);
    }
  });

  test("the same report is the same bytes, with no clock in them", async () => {
    expect((await bytesOf(command, format)).equals(bytes)).toBe(true);
    // 1 January 1980, noon: day 1 and month 1 in the upper half, hour 12 in the lower.
    expect(new Set(book.entries.map(({ time }) => time))).toEqual(new Set([(((1 << 5) | 1) << 16) | (12 << 11)]));
    expect(book.entries[0]?.name).toBe(format === "ods" ? "mimetype" : "[Content_Types].xml");
    if (format === "ods") expect(book.entries[0]?.isStored).toBe(true);
    expect(book.entries.map(({ text }) => text).join()).not.toMatch(
      /dcterms:(created|modified)|meta:creation-date|dc:date/,
    );
  });
});

test("a number of more digits than a spreadsheet holds is text, and none of them is lost", () => {
  for (const [, name, { book }] of opened) {
    if (name !== "awkward names") continue;
    const cells = book.sheets
      .flatMap(({ cells }) => cells)
      .filter(({ value }) => value.startsWith("9,007,199,254,740,993"));
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.some(({ isNumber }) => isNumber)).toBe(false);
  }
});

test("ranks are numbers", () => {
  const comparisons = opened.filter(([, name]) => name === "a comparison");
  expect(comparisons).toHaveLength(2);
  for (const [, , { book }] of comparisons) {
    const cells = book.sheets.flatMap(({ cells }) => {
      const head = cells.find(({ value }) => value === "rank");
      return cells.filter(({ row, column }) => head !== undefined && column === head.column && row > head.row);
    });
    expect(cells.filter(({ value }) => /^\d+$/.test(value)).length).toBeGreaterThan(7);
    expect(cells.filter(({ value, isNumber }) => /^\d+$/.test(value) && !isNumber)).toEqual([]);
  }
});

test("names stand in the workbook as the plan has them", () => {
  for (const [, name, { book }] of opened) {
    if (name !== "awkward names") continue;
    const labels = new Set(
      book.sheets.flatMap(({ cells }) => cells).map(({ value }) => value.replace(/ ?\[note .*$/, "")),
    );
    for (const label of [
      "=1+1",
      '_x0041_ "quoted"',
      "Robbery: of business",
      "Robbery",
      "bell",
      "Table 6: Ŵelsh crime & <disorder>: a title that is far too long for a tab",
    ])
      expect([...labels]).toContain(label);
  }
});

test("sent through a pipe, a workbook is the bytes that go into a file", { tags: "built" }, async () => {
  const bin = join(home, "bin", "plan-measures.cjs");
  const piped = spawnSync(process.execPath, [bin, "report", join(home, gloucestershire), "--format", "xlsx"]);
  expect(String(piped.stderr)).toBe("");
  await run(["report", join(home, gloucestershire), "--format", "xlsx", "--out", "out"], folder);
  expect(piped.stdout.equals(readFileSync(join(folder, "out", "report.xlsx")))).toBe(true);
});

test("every row of an ODS is as high as the same row of the XLSX, so that no program has to guess in print", async () => {
  const part = async (format: string, name: RegExp): Promise<string> => {
    const parts = unzipSync(await bytesOf(["report", gloucestershire], format));
    return Object.entries(parts)
      .filter(([path]) => name.test(path))
      .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
      .map(([, bytes]) => strFromU8(bytes))
      .join("\n");
  };
  const ods = await part("ods", /^content\.xml$/);
  const told = new Map(
    [
      ...ods.matchAll(
        /<style:style style:name="(row[\d.]+)"[^>]*><style:table-row-properties style:row-height="([\d.]+)pt" style:use-optimal-row-height="false"/g,
      ),
    ].map(([, name = "", height = ""]) => [name, height]),
  );
  const rows = [...ods.matchAll(/<table:table-row table:style-name="([^"]+)"/g)].map(([, name = ""]) => told.get(name));
  const same = [...(await part("xlsx", /^xl\/worksheets\/sheet\d+\.xml$/)).matchAll(/<row [^>]* ht="([\d.]+)"/g)];
  expect(rows.length).toBeGreaterThan(100);
  expect(rows).toEqual(same.map(([, height]) => height));
});

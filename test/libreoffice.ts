// LibreOffice reads the figures that written workbooks have, and what it writes is read: all by two starts of it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  allSavedByLibreOffice,
  convertedByLibreOffice,
  hasLibreOffice,
  type Sheets,
  savedByLibreOffice,
} from "./helpers/libreoffice.ts";
import { all, type Opened, openOds, openXlsx, unzipped, xmlOf } from "./helpers/office.ts";
import { gloucestershire, home, run } from "./helpers/world.ts";
import { figuresOf } from "./input/figures-of.ts";
import { bare, bookRows, csvRows, full } from "./output/rows.ts";

const folder = mkdtempSync(join(tmpdir(), "office-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Book {
  readonly format: "xlsx" | "ods";
  readonly bytes: Buffer;
}
const opened = ({ format, bytes }: Book): Opened => (format === "xlsx" ? openXlsx(bytes) : openOds(bytes));

/** Several tables and parts, targets in pounds and seconds, and what init makes. */
const plans = [gloucestershire, "fixtures/plan-targets", "fixtures/starter"];
const pages = [
  ["compare", join(home, "test/cases/compare-changes"), "--group", "Mean of others"],
  ["trend", join(home, "test/cases/trend-break")],
  ["diff", join(home, "test/cases/diff-csv/old"), join(home, "test/cases/diff-csv/new")],
];

describe.skipIf(!hasLibreOffice)("LibreOffice", () => {
  /** The workbooks of each command, with their sheets as LibreOffice saves them as CSV. */
  const converted = new Map<string, { readonly book: Book; readonly sheets: Sheets }[]>();
  const booksOf = (command: readonly string[]) => converted.get(command.join(" ")) ?? [];

  beforeAll(async () => {
    const commands = [...plans.map((plan) => ["report", plan]), ...pages];
    const books: (Book & { readonly command: string })[] = [];
    for (const command of commands) {
      for (const format of ["xlsx", "ods"] as const) {
        const { out } = await run([...command, "--format", format]);
        books.push({ command: command.join(" "), format, bytes: Buffer.from(out, "latin1") });
      }
    }
    const sheets = await convertedByLibreOffice(books, folder);
    for (const [index, book] of books.entries()) {
      const own = { book, sheets: sheets[index] ?? new Map() };
      converted.set(book.command, [...(converted.get(book.command) ?? []), own]);
    }
  }, 300_000);

  test.each(plans)("%s: reads the same figures from XLSX and ODS [needs soffice]", async (plan) => {
    const where = join(folder, plan.replaceAll("/", "-"));
    await run(["report", join(home, plan), "--format", "csv", "--out", where], folder);
    const books = booksOf(["report", plan]);
    expect(books.map(({ book }) => book.format)).toEqual(["xlsx", "ods"]);
    for (const { book, sheets } of books) {
      const own = opened(book).sheets;
      expect([...sheets.keys()].sort()).toEqual(own.map(({ name }) => name).sort());
      const rows = own
        .filter(({ cells }) => /^Table (?!1: Overview)/.test(cells[0]?.value ?? ""))
        .flatMap(({ name, tables }) => {
          const [, first = ""] = /^A(\d+):/.exec(tables[0]?.range ?? "") ?? [];
          return (sheets.get(name) ?? []).slice(Number(first)).map((row) => row.map(bare));
        });
      expect(full(rows)).toEqual(full(csvRows(where)));
    }
  });

  test.each(plans)("%s: the contents list every sheet [needs soffice]", (plan) => {
    for (const { book, sheets } of booksOf(["report", plan])) {
      const [, , ...after] = opened(book).sheets.map(({ name }) => name);
      const listed = (sheets.get("Contents") ?? []).map(([name]) => name);
      expect(listed.slice(listed.indexOf("Sheet") + 1)).toEqual(after);
    }
  });

  test("links, headings on each printed page and the scale come through [needs soffice]", async () => {
    const books = booksOf(["report", gloucestershire]).map(({ book }) => book);
    const saved = await allSavedByLibreOffice(books, "xlsx", folder);
    for (const [index, book] of books.entries()) {
      const entries = unzipped(saved[index] ?? Buffer.alloc(0));
      const part = (name: string) => xmlOf(entries.find((one) => one.name === name)?.text ?? "");
      const plain = (place: string): string => place.replaceAll("'", "").replace(/^#/, "").replace(/\.A1$/, "!A1");
      const titles = all(part("xl/workbook.xml"), "definedName").filter(({ attributes }) =>
        attributes.name?.endsWith("Print_Titles"),
      );
      const own = opened(book);
      expect(own.sheets.length).toBeGreaterThan(8);
      for (const [place, { name, cells }] of own.sheets.entries()) {
        const sheet = part(`xl/worksheets/sheet${place + 1}.xml`);
        const links = all(sheet, "hyperlink").map(
          ({ attributes }) => `${attributes.ref} ${plain(attributes.location ?? "")}`,
        );
        const wanted = cells.flatMap((cell) => (cell.link === undefined ? [] : [`${cell.place} ${plain(cell.link)}`]));
        expect(links.sort(), `${book.format} ${name}`).toEqual(wanted.sort());
        const print = own.print.get(name);
        expect(all(sheet, "pageSetup")[0]?.attributes.scale, name).toBe(String(print?.scale));
        const found = titles.find(({ attributes }) => attributes.localSheetId === String(place))?.text ?? "";
        const repeated = [
          ...(print?.columns ?? []).map(() => "$A:$A"),
          ...(print?.rows ?? []).map((row) => `$${row}:$${row}`),
        ];
        expect(plain(found)).toBe(repeated.map((one) => `${name}!${one}`).join(","));
      }
    }
  });

  test.each(pages)("reads the same figures of %s from XLSX and ODS [needs soffice]", async (...command) => {
    const books = booksOf(command);
    expect(books.map(({ book }) => book.format)).toEqual(["xlsx", "ods"]);
    for (const { book, sheets } of books) {
      const cells = new Set([...sheets.values()].flat(2).map(bare));
      for (const cell of bookRows(opened(book)).flat()) expect(cells).toContain(cell);
    }
  });

  const shared = process.env.PLAN_MEASURES_SHARED ?? "";
  // LibreOffice writes 15 digits of a number.
  test.skipIf(shared === "")(
    "the ONS's workbook, saved as ODS, is the same, to 15 digits [needs PLAN_MEASURES_SHARED and soffice]",
    async () => {
      const ons = join(shared, "data", "ons-police-force-area", "ye-march-2018");
      const saved = join(folder, "saved");
      mkdirSync(saved);
      const bytes = await savedByLibreOffice(readFileSync(join(ons, "workbook.xlsx")), "xlsx", "ods", folder);
      writeFileSync(join(saved, "workbook.ods"), bytes);
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        const csv = await figuresOf(ons, `table-p${number}.full-precision.csv`, 15);
        expect(await figuresOf(saved, `workbook.ods#Table P${number}`, 15), `P${number}`).toEqual(csv);
      }
    },
  );
});

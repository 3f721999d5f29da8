// What a file is that was given by mistake: told by its bytes, by its name only where they leave it open.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileKindOf } from "../../src/input/file-kind.ts";
import { home, planFixtures } from "../helpers/world.ts";
import { zipTexts } from "../helpers/zip.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const old = (stream: string): Buffer =>
  Buffer.concat([bytes("\u00d0\u00cf\u0011\u00e0"), Buffer.alloc(600), Buffer.from(stream, "utf16le")]);

test.each([
  ["html", "<!DOCTYPE html>\n<html></html>"],
  ["html", '<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">'],
  ["html", "\n  <html xmlns:x='urn:schemas-microsoft-com:office:excel'><table>"],
  ["image", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
  ["xml", '<?xml version="1.0"?><Workbook/>'],
  ["report", '{\n "schema": "plan-measures/report/1" }'],
  ["result", '{ "schema": "plan-measures/inspect/1" }'],
  ["json", '{ "area": "Kent" }'],
  ["json", '[{ "area": "Kent" }]'],
  ["json", "[1, 2]"],
  ["plan", '{ "title": "A", "force": "Kent", "tables": [] }'],
  ["plan", "# a plan\ntitle: A\nforce: Kent\n"],
  ["plan", "# yaml-language-server: $schema=plan.schema.json\n"],
  ["markdown", "# Crime\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n"],
  ["markdown", "a | b\n--- | ---\n1 | 2\n"],
  ["markdown", "# Crime\n\nSee [the page](https://example.org).\n"],
  ["markdown", "# Crime\n\n- one\n- two\n"],
  ["csv", "area,value\nKent,3\n"],
  ["csv", "area;value\r\nKent;3\r\n"],
  ["pdf", "%PDF-1.7\n"],
  ["image", "\u0089PNG\r\n\u001a\n"],
  ["image", "\u00ff\u00d8\u00ff\u00e0"],
  ["rtf", "{\\rtf1 text}"],
  ["gzip", "\u001f\u008b\u0008"],
  // What may be anything: notes of a spreadsheet, a heading above a table, words.
  [undefined, "[note 1] Figures are provisional\n"],
  [undefined, "# figures of 2019\n"],
  [undefined, "words\nand more words\n"],
  [undefined, "- one, two\n- three, four\n"],
  [undefined, ""],
])("%s: %j", (kind, text) => {
  expect(fileKindOf(bytes(text), "export")).toBe(kind);
});

test("documents and workbooks are zipped files that differ in their parts", () => {
  expect(fileKindOf(zipTexts({ "[Content_Types].xml": "", "word/document.xml": "" }), "a.zip")).toBe("word");
  expect(fileKindOf(zipTexts({ "ppt/presentation.xml": "" }), "a.docx")).toBe("presentation");
  expect(fileKindOf(zipTexts({ "xl/workbook.xml": "" }), "a.docx")).toBe("workbook");
  expect(fileKindOf(zipTexts({ "data.csv": "" }), "a.xlsx")).toBe("zip");
  expect(fileKindOf(old("WordDocument"), "a.xls")).toBe("word");
  expect(fileKindOf(old("Workbook"), "a.doc")).toBe("workbook");
});

test("a name decides where the text alone does not", () => {
  expect(fileKindOf(bytes("# Crime\n"), "notes.md")).toBe("markdown");
  expect(fileKindOf(bytes("# Crime\n"), "notes.csv")).toBeUndefined();
  expect(fileKindOf(bytes("Run it, and look.\n"), "notes.md")).toBe("markdown");
  expect(fileKindOf(bytes("area,value\nKent,3\n"), "table.md")).toBe("csv");
  expect(fileKindOf(bytes("tables: []\n"), "a.yaml")).toBe("plan");
  expect(fileKindOf(bytes("tables: []\n"), "a.txt")).toBeUndefined();
  expect(fileKindOf(bytes("area,value\nKent,3\n"), "plan.yaml")).toBe("csv");
});

test("a plan whose YAML is broken stays a plan, and is told what is wrong in it", () => {
  expect(
    fileKindOf(bytes("# one\n# two\ntitle: A\nforce: Kent\ntables:\n  - title: B\n   measures: [a, b]\n"), ""),
  ).toBe("plan");
});

test("the example plans are plans, and their data are tables", () => {
  expect(planFixtures.length).toBeGreaterThan(1);
  for (const name of planFixtures) {
    const folder = join(home, "fixtures", name);
    expect(fileKindOf(readFileSync(join(folder, "plan.yaml")), "x")).toBe("plan");
    for (const file of (readdirSync(folder, { recursive: true }) as string[]).filter((one) => one.endsWith(".csv")))
      expect(`${file} ${fileKindOf(readFileSync(join(folder, file)), file)}`).toBe(`${file} csv`);
  }
});

test("a long line without an end is looked at once", () => {
  for (const text of ["[".repeat(70_000), " ".repeat(70_000), "| ".repeat(35_000), "<!--".repeat(17_000)])
    expect([undefined, "json", "markdown"]).toContain(fileKindOf(bytes(text), "a.md"));
});

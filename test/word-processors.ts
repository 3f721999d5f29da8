// LibreOffice Writer and pandoc read every cell that written documents have, and Writer the values of their charts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDocx } from "./helpers/documents.ts";
import { allSavedByLibreOffice, hasWriter } from "./helpers/libreoffice.ts";
import { all, unzipped, xmlOf } from "./helpers/office.ts";
import { home, planFixtures, run } from "./helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

const commands = [
  ...planFixtures.map((name) => ["report", join(home, "fixtures", name)]),
  ["compare", join(home, "fixtures/similar-forces-2019")],
  ["trend", join(home, "test/cases/trend-break")],
  ["trend", join(home, "test/cases/trend-seasonal")],
  ["diff", join(home, "test/cases/diff-csv/old"), join(home, "test/cases/diff-csv/new")],
].map((command) => [command.join(" ").replaceAll(home, ""), command] as const);

const documents = new Map<string, Buffer>();
beforeAll(async () => {
  for (const [name, command] of commands) {
    documents.set(name, Buffer.from((await run([...command, "--format", "docx"])).out, "latin1"));
  }
}, 300_000);

/** The cells of every table of a document, with its headings. */
const cellsOf = (bytes: Buffer): string[][] =>
  openDocx(bytes).tables.map(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ texts }) => texts.join("\n"))));

describe.skipIf(!hasWriter)("LibreOffice Writer", () => {
  const saved = new Map<string, Buffer>();
  beforeAll(async () => {
    const files = commands.map(([name]) => ({ format: "docx", bytes: documents.get(name) ?? Buffer.alloc(0) }));
    const made = await allSavedByLibreOffice(files, "odt", folder);
    for (const [index, [name]] of commands.entries()) saved.set(name, made[index] ?? Buffer.alloc(0));
  }, 300_000);

  test.each(commands)("%s: reads every cell, heading and chart [needs soffice with Writer]", (name) => {
    const bytes = documents.get(name) ?? Buffer.alloc(0);
    const own = openDocx(bytes);
    const entries = unzipped(saved.get(name) ?? Buffer.alloc(0));
    const content = xmlOf(entries.find((one) => one.name === "content.xml")?.text ?? "");
    const [text] = all(content, "office:text");
    const tables = text?.children.filter((one) => one.name === "table:table") ?? [];
    const read = tables.map((table) =>
      all(table, "table:table-cell").map((cell) =>
        all(cell, "text:p")
          .map((one) => one.text)
          .join("\n"),
      ),
    );
    expect(read).toEqual(cellsOf(bytes));
    for (const table of tables) expect(all(table, "table:table-header-rows")).toHaveLength(1);
    const headings = all(content, "text:h").map((one) => one.text);
    const wanted = own.paragraphs.filter(({ style }) => /^Heading\d$/.test(style)).map((one) => one.text);
    expect(headings).toEqual(wanted);
    // Its charts are objects of their own, whose values are those drawn; LibreOffice 7.4 drops the words in their place.
    const objects = all(content, "draw:object").map(({ attributes }) =>
      (attributes["xlink:href"] ?? "").replace(/^\.\//, ""),
    );
    expect(objects).toHaveLength(own.charts.length);
    for (const [index, { part }] of own.charts.entries()) {
      const chart = entries.find((one) => one.name === `${objects[index]}/content.xml`);
      const values = new Set(
        all(xmlOf(chart?.text ?? ""), "table:table-cell").map(({ attributes }) => Number(attributes["office:value"])),
      );
      const drawn = [...all(part, "c:val"), ...all(part, "c:yVal")].flatMap((one) => all(one, "c:v"));
      expect(drawn.length).toBeGreaterThan(0);
      expect(drawn.filter((one) => !values.has(Number(one.text)))).toEqual([]);
    }
  });
});

const hasPandoc = spawnSync("pandoc", ["--version"]).status === 0;

/** The words of a part of what pandoc has read, in one line. */
function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  if (typeof node !== "object" || node === null) return "";
  const { t, c } = node as { t?: string; c?: unknown };
  if (t === "Str") return String(c);
  return t === "Space" || t === "SoftBreak" ? " " : wordsOf(c);
}

describe.skipIf(!hasPandoc)("pandoc", () => {
  test.each(commands)("%s: reads every cell of every table [needs pandoc]", (name) => {
    const bytes = documents.get(name) ?? Buffer.alloc(0);
    const args = ["--from", "docx", "--to", "json"];
    const { stdout } = spawnSync("pandoc", args, { input: bytes, maxBuffer: 1 << 27 });
    const { blocks } = JSON.parse(stdout.toString()) as { blocks: { t: string; c: unknown[] }[] };
    type PandocRow = [unknown, [unknown, unknown, number, number, unknown[]][]];
    const read = blocks
      .filter(({ t }) => t === "Table")
      .map(({ c }) => {
        const [, , , head, bodies] = c as [
          unknown,
          unknown,
          unknown,
          [unknown, PandocRow[]],
          [unknown, number, PandocRow[], PandocRow[]][],
        ];
        const rows = [...head[1], ...bodies.flatMap(([, , above, rows]) => [...above, ...rows])];
        // Row heads are cells too; a cell that spans others would be read as one of several.
        return rows.flatMap(([, cells]) => {
          expect(cells.every(([, , down, across]) => down === 1 && across === 1)).toBe(true);
          return cells.map(([, , , , content]) => content.map(wordsOf).join("\n"));
        });
      });
    // pandoc makes one space of a space that no line may break at.
    const plain = (tables: string[][]) =>
      tables.map((cells) => cells.map((cell) => cell.replace(/\u00a0/g, " ").trim()));
    expect(plain(read)).toEqual(plain(cellsOf(bytes)));
  });
});

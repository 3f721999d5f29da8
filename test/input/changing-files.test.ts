// A file that another program changes while it is read gives no figures, and an error says so: short, long and workbooks.
// @module-tag long
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Problem } from "../../src/core/problems/problems.ts";
import { gazetteer } from "../../src/data/areas.ts";
import type { Wanted } from "../../src/data/observation.ts";
import { storeBuilder } from "../../src/data/store.ts";
import { skimming } from "../../src/input/fast/skim.ts";
import { readData } from "../../src/input/ingest.ts";
import { observer } from "../../src/input/observer.ts";
import { reader } from "../../src/input/reader.ts";
import { textReading } from "../../src/input/source-file.ts";
import type { Layout } from "../../src/input/sources/layout.ts";
import { PART } from "../../src/io/file-parts.ts";
import { type OpenFile, openFile, readWhole } from "../../src/io/files.ts";
import { xlsx } from "../helpers/books.ts";
import { onceOpened } from "../helpers/changing-files.ts";

const folder = mkdtempSync(join(tmpdir(), "changing-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "file.csv");

const wanted: Wanted = { area: () => true, figure: () => true, period: () => true };
/** What a plan gets of a file that `change` is done to when so many bytes of it have come. */
async function readWhile(change: () => void, at: number, name = "file.csv") {
  let isDone = false;
  const progress = (_: string, done: number): void => {
    if (isDone || done < at) return;
    isDone = true;
    change();
  };
  const entries = [{ files: name, at: () => ({ file: "plan.yaml" }) }];
  const { store, problems } = await readData(entries, folder, () => wanted, { progress });
  return { figures: store.every().length, problems: problems.map(({ file, code }) => `${file} ${code}`) };
}

const HEAD =
  "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Code,Number of Offences\n";
/** 70 bytes and more a record, each of one offence: as many records, so much the sum. */
const records = (count: number): string =>
  "2018/19,1,Kent,Arson offences of every kind that there may be,Arson,56A,1\n".repeat(count);
const CHANGED = { figures: 0, problems: ["file.csv file-changed"] };

function changesOf(count: number): void {
  const text = HEAD + records(count);
  const lineEnd = text.lastIndexOf("\n", Math.floor(text.length / 2)) + 1;
  const at = Math.min(PART, lineEnd / 2);
  test.each([
    ["nothing", () => {}, undefined],
    ["cut off at the end of a line", () => truncateSync(path, lineEnd), CHANGED],
    ["made longer", () => appendFileSync(path, records(1)), CHANGED],
    [
      "written again at the same length",
      () => {
        writeFileSync(path, text.replaceAll(",1\n", ",2\n"));
        utimesSync(path, 1, 1);
      },
      CHANGED,
    ],
    ["deleted", () => rmSync(path), CHANGED],
  ])("%s", async (_, change, expected) => {
    writeFileSync(path, text);
    const said = await readWhile(change, at);
    if (expected) expect(said).toEqual(expected);
    else expect(said).toMatchObject({ problems: [] });
    if (!expected) expect(said.figures).toBeGreaterThan(0);
  });
}
describe("a file of text that is read in full", () => changesOf(10_000));
describe("a file of text that is skimmed", { tags: "long" }, () => changesOf(60_000));

test("its bytes are counted too: one that was cut off for a while, and put back as it was, is noticed", () => {
  const text = records(30_000);
  const write = (): void => {
    writeFileSync(path, text);
    utimesSync(path, 1, 1);
  };
  write();
  const opened = openFile(path, "file.csv") as OpenFile;
  let bytes = 0;
  for (const part of opened.read()) {
    bytes += part.length;
    truncateSync(path, PART);
  }
  write();
  expect(bytes).toBeLessThan(text.length);
  expect(opened.hasChanged?.()).toBe(true);
  for (const part of opened.read()) bytes += part.length;
  expect(opened.hasChanged?.()).toBe(false);
});

test("and so is one that is cut off while it is skimmed", { tags: "long" }, () => {
  // 5.8 MiB, of which the first part is a quarter of a mebibyte.
  writeFileSync(path, HEAD + records(80_000));
  const opened = openFile(path, "file.csv") as OpenFile;
  const problems: Problem[] = [];
  let isDone = false;
  const file = textReading("file.csv", opened, skimming);
  const found = reader(file, { files: "file.csv", at: () => ({ file: "plan.yaml" }) }, problems, () => {
    if (!isDone) truncateSync(path, HEAD.length + 73 * 40_000);
    isDone = true;
  });
  const observe = observer("file.csv", found?.layout as Layout, gazetteer(), wanted, storeBuilder());
  const count = found?.each(observe.record, observe);
  expect(count).toBeLessThan(80_000);
  expect(problems.map(({ code }) => code)).toEqual(["file-changed"]);
  expect(found?.isUseless()).toBe(true);
});

test("a workbook, and a plan or a table, that changes as soon as it is open", async () => {
  const book = join(folder, "book.xlsx");
  const cells = ["area", "series", "period", "kind", "value"].map(
    (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  writeFileSync(book, xlsx(`<row>${cells.join("")}</row>`));
  onceOpened(book, () => appendFileSync(book, " "));
  const { problems } = await readWhile(() => {}, 0, "book.xlsx");
  expect(problems).toEqual(["book.xlsx file-changed"]);

  writeFileSync(path, "title: A plan\n");
  onceOpened(path, () => truncateSync(path, 5));
  expect(readWhole(path, "file.csv", 1)).toMatchObject({ code: "file-changed" });
  expect(readFileSync(path, "utf8")).toBe("title");
});

// Opening what a plan names: a file of text, or the sheets of a workbook.

import { type Problem, problem } from "../core/problems/problems.ts";
import { type OpenFile, openBelow } from "../io/files.ts";
import { fileAndSheet } from "../io/patterns.ts";
import type { FilesEntry, NamedFile } from "./entries.ts";
import { otherKind } from "./file-kind.ts";
import { type OnProgress, type Reader, reader } from "./reader.ts";
import { isWorkbook, openText, type SourceFile } from "./source-file.ts";

/** What a plan names that a source or the plan knows, with its records to come; a problem for anything else. */
export async function openNamed(
  root: string,
  { file, entry }: NamedFile,
  mapped: ReadonlySet<string>,
  problems: Problem[],
  progress: OnProgress,
): Promise<readonly Reader[]> {
  const { file: own, sheet } = fileAndSheet(root, file);
  const opened = openBelow(root, own);
  if ("code" in opened) {
    problems.push(opened.code === "outside-folder" ? { ...opened, ...entry.at([]) } : opened);
    return [];
  }
  const before = problems.length;
  const readings = await readingsOf(own, sheet, opened, entry, mapped, problems);
  const readers = readings.flatMap((reading) => reader(reading, entry, problems, progress) ?? []);
  const other = readers.length === 0 && problems.length > before ? otherKind(opened, own) : undefined;
  // What is wrong with the cells of a page or a plan is beside the point.
  if (other) problems.splice(before, problems.length, other);
  return readers;
}

/** What is read of a file: itself, or those of its sheets that are meant. */
async function readingsOf(
  file: string,
  sheet: string | undefined,
  opened: OpenFile,
  entry: FilesEntry,
  mapped: ReadonlySet<string>,
  problems: Problem[],
): Promise<readonly SourceFile[]> {
  if (isWorkbook(opened.start)) {
    const { readBook, sheetsFor } = await import("./read-workbook.ts");
    return sheetsFor(readBook(file, opened, sheet), entry, mapped, problems);
  }
  if (sheet !== undefined) {
    problems.push(problem("sheet-missing", { file }, sheet, undefined, []));
    return [];
  }
  return [await openText(file, opened)];
}

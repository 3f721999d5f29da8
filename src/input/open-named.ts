// Opening what a plan names: a file of text, or the sheets of a workbook.

import { type Problem, problem } from "../core/problems/problems.ts";
import { openBelow } from "../io/files.ts";
import { fileAndSheet } from "../io/patterns.ts";
import type { FilesEntry, NamedFile } from "./entries.ts";
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
  const readings = await readingsOf(root, file, entry, mapped, problems);
  return readings.flatMap((reading) => reader(reading, entry, problems, progress) ?? []);
}

/** What is read of a file: itself, or those of its sheets that are meant. */
async function readingsOf(
  root: string,
  named: string,
  entry: FilesEntry,
  mapped: ReadonlySet<string>,
  problems: Problem[],
): Promise<readonly SourceFile[]> {
  const { file, sheet } = fileAndSheet(root, named);
  const opened = openBelow(root, file);
  if ("code" in opened) {
    problems.push(opened.code === "outside-folder" ? { ...opened, ...entry.at([]) } : opened);
    return [];
  }
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

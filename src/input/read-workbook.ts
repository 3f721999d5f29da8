// The sheets of a workbook as what is read: which there are, which a source knows, which the plan means.

import { nameKey, nearest } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { OpenFile } from "../io/files.ts";
import type { Record } from "./csv/csv.ts";
import { columnMapOf, type FilesEntry } from "./entries.ts";
import { type Looked, lookAt, type SourceFile } from "./source-file.ts";
import { layoutsOf } from "./sources/index.ts";
import {
  type Book,
  bookOf,
  faultOf,
  MOST_BOOK_MEBIBYTES,
  MOST_KEPT,
  recordsOfSheet,
  type Sheet,
  type Survey,
  surveyOf,
} from "./spreadsheets/index.ts";

/** A sheet that holds anything. */
export interface SheetReading extends SourceFile {
  readonly looked: Looked;
  /** What must be said of it where it is read. */
  readonly warnings: readonly Problem[];
}

export interface ReadBook {
  readonly file: string;
  readonly names: readonly string[];
  readonly sheets: readonly SheetReading[];
  /** The sheet that was asked for by name. */
  readonly asked: string | undefined;
  readonly problems: readonly Problem[];
}

/** The sheets of a workbook, or the one asked for. Hidden ones are passed over: nobody sees what stands in them. */
export function readBook(file: string, opened: OpenFile, asked: string | undefined): ReadBook {
  const none = { file, asked, names: [], sheets: [] };
  let book: Book | undefined;
  if (opened.size > MOST_BOOK_MEBIBYTES * 2 ** 20) {
    return { ...none, problems: [problem("file-too-large", { file }, MOST_BOOK_MEBIBYTES)] };
  }
  // A part is good until the next is asked for.
  const bytes = Buffer.concat(Array.from(opened.read(), (part) => Buffer.from(part)));
  if (opened.hasChanged?.()) return { ...none, problems: [problem("file-changed", { file })] };
  try {
    book = bookOf(bytes);
  } catch (error) {
    return { ...none, problems: [faultOf(error, file)] };
  }
  if (!book) return { ...none, problems: [problem("file-binary", { file }, true)] };
  const problems = book.hasMacros ? [problem("workbook-macros", { file })] : [];
  const names = book.sheets.map(({ name }) => name);
  const wanted = book.sheets.filter(({ name, isHidden }) =>
    asked === undefined ? !isHidden : nameKey(name) === nameKey(asked),
  );
  if (asked !== undefined && wanted.length === 0) {
    return { ...none, problems: [problem("sheet-missing", { file }, asked, nearest(asked, names), names)] };
  }
  const sheets: SheetReading[] = [];
  let room = MOST_KEPT;
  const surveyed = (sheet: Sheet): Survey => {
    const survey = surveyOf(sheet, room);
    if (survey.kept) room -= survey.cells;
    return survey;
  };
  for (const sheet of wanted) {
    const read = readingOf(`${file}#${sheet.name}`, sheet, surveyed, opened);
    if (!("code" in read)) sheets.push(read);
    else if (asked !== undefined || read.code !== "file-empty") problems.push(read);
  }
  return { file, asked, names, sheets, problems };
}

function readingOf(
  file: string,
  sheet: Sheet,
  surveyed: (sheet: Sheet) => Survey,
  { sha256 }: OpenFile,
): SheetReading | Problem {
  try {
    const survey = surveyed(sheet);
    const { cells, line } = survey.outside;
    const hidden = { rows: survey.hiddenRows, columns: survey.hiddenColumns };
    const reading: SourceFile = {
      ...{ file, sha256 },
      ...(hidden.rows.length + hidden.columns.length > 0 && { hidden }),
      *records(came): Generator<readonly Record[], Problem | undefined> {
        try {
          return yield* recordsOfSheet(sheet, survey, came);
        } catch (error) {
          return faultOf(error, file);
        }
      },
    };
    const looked = lookAt(reading);
    if ("code" in looked) return looked;
    return { ...reading, looked, warnings: cells > 0 ? [problem("workbook-links", { file, line }, cells)] : [] };
  } catch (error) {
    return faultOf(error, file);
  }
}

/**
 * The sheets that an entry of the plan means: the one it names; of a map of columns the only one; otherwise all that a
 * source knows, without those that the plan maps by name.
 */
export function sheetsFor(
  { file, asked, names, sheets, problems: found }: ReadBook,
  entry: FilesEntry,
  mapped: ReadonlySet<string>,
  problems: Problem[],
): readonly SheetReading[] {
  problems.push(...found);
  const isMap = columnMapOf(entry)?.columns !== undefined;
  const free = asked === undefined && !isMap ? sheets.filter((sheet) => !mapped.has(sheet.file)) : sheets;
  const known = asked === undefined && !isMap ? free.filter(({ looked }) => layoutsOf(looked.head).length > 0) : free;
  if (isMap && known.length > 1) {
    problems.push(problem("sheet-unsaid", { file }, names));
    return [];
  }
  if (known.length === 0 && sheets.length === free.length && !found.some(({ severity }) => severity === "error")) {
    problems.push(problem("sheets-unknown", { file }, names));
  }
  for (const { warnings } of known) problems.push(...warnings);
  return known;
}

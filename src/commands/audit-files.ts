// The files that audit is given → records: a text, each sheet of a workbook, or each table of a page, by its name.
import { resolve } from "node:path";
import { roundedFromSaid, roundingSaid } from "../audit/read/figure-text.ts";
import { tablesOfPage } from "../audit/read/html.ts";
import { tablesAlone } from "../audit/read/markdown.ts";
import { type HeadLines, recordsOfText } from "../audit/read/read-table.ts";
import { nameKey, nearest } from "../core/names.ts";
import type { FileKind, WantedFile } from "../core/problems/file-kinds.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Record } from "../input/csv/csv.ts";
import { decode } from "../input/csv/decode.ts";
import { stopped } from "../input/csv/stopped.ts";
import { fileKindOf } from "../input/file-kind.ts";
import { MOST_PLAN_MEBIBYTES } from "../io/files.ts";
import { givenName, isInput, readGiven } from "../io/given.ts";
import { fileAndSheet } from "../io/patterns.ts";
import type { World } from "../io/world.ts";

/** What is read of a file: one part of a text, one for each sheet or table of others. */
export interface GivenPart {
  readonly file: string;
  readonly records: readonly Record[];
  /** What its counts were rounded to, where it says so. */
  readonly roundedTo?: number | undefined;
  readonly roundedFrom?: number | undefined;
  /** What the file is, where it is no table and no page that may hold one. */
  readonly kind?: FileKind;
  /** How many of its first rows are of headings alone, where that is known. */
  readonly headRows?: number;
  /** Where the headings of its tables stand, where that is marked. */
  readonly heads?: readonly HeadLines[];
  /** Whether numbers lost the noughts at their end, as those of a sheet do: 25.000 is kept as 25. */
  readonly losesNoughts?: boolean;
  /** Whether it is one of several parts, of which some hold no table. */
  readonly isOneOf: boolean;
}

/** The parts of a file; nothing, and a problem, where it cannot be read. */
export async function givenParts(
  world: World,
  path: string,
  wanted: WantedFile,
  problems: Problem[],
): Promise<readonly GivenPart[]> {
  const { file: own, sheet: asked } = isInput(path) ? { file: path, sheet: undefined } : fileAndSheet(world.cwd, path);
  const file = isInput(path) ? givenName(world, path) : givenName(world, resolve(world.cwd, own));
  const bytes = readGiven(world, own, MOST_PLAN_MEBIBYTES, file);
  if (!(bytes instanceof Uint8Array)) {
    problems.push(bytes);
    return [];
  }
  const kind = fileKindOf(bytes, file);
  if (kind === "workbook" || kind === "zip") return sheetsOf(file, bytes, asked, problems);
  const decoded = decode(bytes);
  if (decoded === "binary") {
    const isOther = kind !== undefined && kind !== "csv" && kind !== "markdown";
    problems.push(
      isOther ? problem("file-kind", { file }, kind, wanted, path) : problem("file-binary", { file }, false),
    );
    return [];
  }
  if (kind === "html") {
    const tables = tablesOfPage(decoded.text).map(({ name, records, headRows }) => ({
      headRows,
      file: `${file}#${name}`,
      records,
      name,
      isOneOf: true,
      ...roundings(decoded.text),
    }));
    // A page without a table is told like any file that has none.
    if (tables.length === 0) return [{ file, records: [], isOneOf: false }];
    return asked === undefined ? tables : named(tables, asked, file, problems);
  }
  if (asked !== undefined) {
    problems.push(problem("sheet-missing", { file }, asked, undefined, []));
    return [];
  }
  const { text, heads } = tablesAlone(decoded.text);
  const { records, stop } = recordsOfText(text);
  if (stop) problems.push(stopped(file, stop));
  const isOther = kind !== undefined && kind !== "csv" && kind !== "markdown";
  return [{ file, records, heads, isOneOf: false, ...roundings(decoded.text), ...(isOther && { kind }) }];
}

/** What a text says of the rounding of its counts. */
const roundings = (text: string) => ({ roundedTo: roundingSaid(text), roundedFrom: roundedFromSaid(text) });

/** The sheets of a workbook that are seen, or the one asked for. */
async function sheetsOf(
  file: string,
  bytes: Uint8Array,
  asked: string | undefined,
  problems: Problem[],
): Promise<readonly GivenPart[]> {
  const { bookOf, faultOf, recordsOfSheet, surveyOf } = await import("../input/spreadsheets/index.ts");
  try {
    const book = bookOf(bytes);
    if (!book) {
      problems.push(problem("file-binary", { file }, true));
      return [];
    }
    const all = book.sheets.filter(
      ({ name, isHidden }) => !isHidden || (asked !== undefined && nameKey(name) === nameKey(asked)),
    );
    const sheets = asked === undefined ? all : named(all, asked, file, problems);
    return sheets.map((sheet) => {
      const records = [...recordsOfSheet(sheet, surveyOf(sheet))].flat();
      const roundedTo = roundingSaid(records.map(({ cells }) => cells.join(" ")).join("\n"));
      return { file: `${file}#${sheet.name}`, records, isOneOf: true, losesNoughts: true, roundedTo };
    });
  } catch (error) {
    problems.push(faultOf(error, file));
    return [];
  }
}

/** The one part of that name; a problem where there is none. */
function named<Part extends { readonly name: string }>(
  all: readonly Part[],
  asked: string,
  file: string,
  problems: Problem[],
): readonly Part[] {
  const found = all.filter(({ name }) => nameKey(name) === nameKey(asked));
  const names = all.map(({ name }) => name);
  if (found.length === 0) problems.push(problem("sheet-missing", { file }, asked, nearest(asked, names), names));
  return found;
}

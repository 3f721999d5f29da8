// A file, or a sheet, that is being read: opened, looked at, and handed on in batches of records.

import { type Problem, problem } from "../core/problems/problems.ts";
import { LONG } from "../io/file-parts.ts";
import type { OpenFile } from "../io/files.ts";
import { type Form, isBlank, type Record, readRecords, type Stop } from "./csv/csv.ts";
import { stopped } from "./csv/stopped.ts";
import type { FastReader } from "./fast-reader.ts";
import type { HiddenCells } from "./hidden-cells.ts";

/** What is read: a file of text, or a sheet of a workbook, as `file` names it in problems and results. */
export interface SourceFile {
  readonly file: string;
  readonly sha256: () => string;
  /** Its records from the beginning. `seen` is told how a text is written, `came` how far of how much has come. */
  readonly records: (
    came?: (done: number, of: number) => void,
    seen?: (form: Form) => void,
  ) => Generator<readonly Record[], Stop | Problem | undefined>;
  /** Whether it has changed since it was opened; a sheet is read from bytes that were looked at already. */
  readonly hasChanged?: (() => boolean) | undefined;
  /** Of a sheet, the rows and columns that nobody sees, if there are any. */
  readonly hidden?: HiddenCells;
  /** What was seen of it already. */
  readonly looked?: Looked;
  /** A file of text that is long enough to be skimmed, and how. */
  readonly long?: { readonly opened: OpenFile; readonly skim: FastReader };
}

/** A file of text; what skims a long one is loaded for it alone. */
export const openText = async (file: string, opened: OpenFile): Promise<SourceFile> =>
  textReading(file, opened, opened.size < LONG ? undefined : (await import("./fast/skim.ts")).skimming);

export function textReading(file: string, opened: OpenFile, skim?: FastReader): SourceFile {
  const { read, size, sha256, hasChanged } = opened;
  const records: SourceFile["records"] = (came, seen) => readRecords(read(came && ((done) => came(done, size))), seen);
  return { file, sha256, records, hasChanged, ...(skim && { long: { opened, skim } }) };
}

/** Workbooks begin as zipped files do, and Excel's older ones with bytes of their own. */
export const isWorkbook = (start: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((bytes) => bytes.every((byte, index) => start[index] === byte));

/** What can be told of a file from its beginning; of a small one, all of its records. */
export interface Looked {
  /** How it is written, where it is text. */
  readonly form: Form | undefined;
  readonly head: readonly Record[];
  readonly isWhole: boolean;
  readonly stop: Stop | Problem | undefined;
}

/** How it is written, and its first records. */
export function lookAt({ file, records }: SourceFile): Looked | Problem {
  let form: Form | undefined;
  const batches = records(undefined, (seen) => {
    form = seen;
  });
  const head: Record[] = [];
  let batch = batches.next();
  for (; !batch.done && head.length < ENOUGH_RECORDS; batch = batches.next()) {
    for (const record of batch.value) head.push(record);
  }
  if (!batch.done) return { form, head: head.slice(0, ENOUGH_RECORDS), isWhole: false, stop: undefined };
  if (batch.value && head.length === 0) return stopped(file, batch.value);
  if (!batch.value && head.every(isBlank)) return problem("file-empty", { file });
  return { form, head, isWhole: true, stop: batch.value };
}

/** To recognise a file by. */
const ENOUGH_RECORDS = 200;

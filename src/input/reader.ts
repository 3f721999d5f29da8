// A file whose layout is known: its records of data, handed over one by one, or skimmed where it is long.

import { type Problem, problem } from "../core/problems/problems.ts";
import { type Form, isBlank, type Record } from "./csv/csv.ts";
import { stopped } from "./csv/stopped.ts";
import { dataEnd } from "./data-end.ts";
import { eachOf } from "./each-of.ts";
import type { FilesEntry } from "./entries.ts";
import type { Taker } from "./fast-reader.ts";
import { hiddenCheck } from "./hidden-cells.ts";
import type { RecordWords } from "./known-records.ts";
import { layoutOf } from "./recognise.ts";
import { lookAt, type SourceFile } from "./source-file.ts";

/** Told how far the reading of a file has come, in bytes. */
export type OnProgress = (file: string, done: number, size: number) => void;

/** A line of the notes below a file's figures. */
export interface FileNote {
  readonly line: number;
  readonly text: string;
}
const MOST_NOTES = 200;
const LONGEST_NOTE = 1_000;

export type Reader = NonNullable<ReturnType<typeof reader>>;

/** The layout of what is read, and its records to come; nothing where it is not known, which is a problem. */
export function reader(reading: SourceFile, entry: FilesEntry, problems: Problem[], progress: OnProgress) {
  const { file, sha256, long } = reading;
  let isUseless = false;
  let form: Form | undefined;
  const looked = reading.looked ?? lookAt(reading);
  if ("code" in looked) {
    problems.push(looked);
    return undefined;
  }
  const layout = layoutOf(file, looked.head, entry);
  if (!("firstRecord" in layout)) {
    problems.push(...layout);
    return undefined;
  }
  form = looked.form;
  const seen = (known: Form): void => {
    form = known;
  };
  const first = looked.head[layout.firstRecord];
  const notes: FileNote[] = [];
  const noted = ({ cells, line }: Record): void => {
    const [text = "", ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (others.length === 0 && notes.length < MOST_NOTES) notes.push({ line, text: text.slice(0, LONGEST_NOTE) });
  };
  const came = (done: number, of: number): void => progress(file, done, of);
  /** Hands over the records of data, and counts them; an observer gets of a long file those it has to read in full. */
  const each = (take: (record: Record) => RecordWords | undefined, observe?: Taker): number => {
    const end = dataEnd(layout);
    const hidden = reading.hidden && hiddenCheck(file, reading.hidden, layout);
    let above = layout.firstRecord;
    let count = 0;
    const takeOne = (record: Record): RecordWords | undefined => {
      above -= 1;
      const isAbove = first ? record.line < first.line : above >= 0;
      if (isAbove || isBlank(record)) return undefined;
      if (!end.isData(record)) {
        noted(record);
        return undefined;
      }
      count += 1;
      hidden?.take(record.line);
      return take(record);
    };
    const takeAll = (batch: readonly Record[]): void => {
      for (const record of batch) takeOne(record);
    };
    const skip = (passed: number): void => {
      count += passed;
      observe?.skip(passed);
    };
    /** A file that is gone, or cut off, while it is read has changed: that is said below, and not how it was noticed. */
    const readAll = <End>(read: () => End): End | undefined => {
      try {
        return read();
      } catch (error) {
        if (!reading.hasChanged?.()) throw error;
        return undefined;
      }
    };
    const ahead =
      observe && first && long && looked.form
        ? long.skim(long.opened, layout, looked.form, first.line, takeOne, { ...observe, skip }, end.isOver)
        : undefined;
    // A file that was read to its end to be recognised is not read again.
    const isHeld = looked.isWhole && !ahead;
    if (isHeld) takeAll(looked.head);
    const stop = isHeld
      ? looked.stop
      : readAll(() => eachOf(ahead ? ahead(came, seen) : reading.records(came, seen), takeAll));
    problems.push(...(hidden?.doubts() ?? []));
    const below = end.figuresBelow();
    if (below) problems.push(problem("below-notes", { file, line: below.line }));
    isUseless = reading.hasChanged?.() ?? false;
    if (isUseless) problems.push(problem("file-changed", { file }));
    else if (stop) problems.push(stopped(file, stop));
    return count;
  };
  return { file, entry, layout, form: () => form, head: looked.head, sha256, notes, each, isUseless: () => isUseless };
}

// Files → observations: finds the source that recognises each file, and reads its records by that source's layout.
import { posix } from "node:path";
import { isAmong } from "../core/figure.ts";
import { type Doubt, isDoubt, type Problem, problem } from "../core/problems/problems.ts";
import { type Area, type Gazetteer, gazetteer } from "../data/areas.ts";
import { jumpDoubts } from "../data/jumps.ts";
import type { Wanted } from "../data/observation.ts";
import { type Store, storeBuilder } from "../data/store.ts";
import { openBelow } from "../io/files.ts";
import { fileAndSheet } from "../io/patterns.ts";
import { isBlank, type Record } from "./csv/csv.ts";
import { stopped } from "./csv/stopped.ts";
import { type FilesEntry, filesNamed } from "./entries.ts";
import type { Taker } from "./fast/skim.ts";
import type { RecordWords } from "./known-records.ts";
import { observer } from "./observer.ts";
import { layoutOf } from "./recognise.ts";
import { eachBatch, isWorkbook, lookAt, openText, type SourceFile } from "./source-file.ts";
import type { Layout } from "./sources/layout.ts";

/** A file that was read, as it is named in the report. */
export interface Input {
  readonly file: string;
  /** Worked out when asked for: most formats do not print it. */
  readonly sha256: () => string;
  readonly source: string;
  readonly records: number;
  /** What stands above its headings, where it says what it is. */
  readonly title?: string;
}

/** Told how far the reading of a file has come, in bytes. */
export type OnProgress = (file: string, done: number, size: number) => void;

export interface Data {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** Of figures that were kept. */
  readonly doubts: readonly Doubt[];
}

/**
 * What is wanted of the entries' files, `wanted` being told of each series and area; memory holds no more than that.
 * File names, and the places in problems, are relative to root; `leaveOut` is a file that a wildcard may take in.
 */
export async function readData(
  entries: readonly FilesEntry[],
  root: string,
  wantedOf: (gazetteer: Gazetteer) => Wanted,
  { progress = () => {}, leaveOut }: { progress?: OnProgress; leaveOut?: string | undefined } = {},
): Promise<Data> {
  const problems: Problem[] = [];
  const inputs: Input[] = [];
  const files = filesNamed(entries, root, problems).filter(
    ({ file }) => leaveOut === undefined || file !== posix.normalize(leaveOut),
  );
  // Files that say which area is part of which come first: the others are read by them.
  const added: Area[] = [];
  const readers: Reader[] = [];
  const mapped = new Set(files.flatMap(({ file, entry }) => (typeof entry.files === "string" ? [] : [file])));
  for (const { file, entry } of files) {
    for (const opened of await openNamed(root, file, entry, mapped, problems, progress)) {
      const { layout } = opened;
      if (!layout.areaOf) {
        readers.push(opened);
        continue;
      }
      let records = 0;
      opened.each((record) => {
        records += 1;
        const area = layout.areaOf?.(record.cells);
        if (area && area.name !== "") added.push(area);
        return undefined;
      });
      inputs.push({ file: opened.file, sha256: opened.sha256, source: layout.source, records, ...titled(opened) });
    }
  }
  const places = gazetteer(added);
  const wanted = wantedOf(places);
  const gathered = storeBuilder(wanted.near);
  for (const reader of readers) {
    const { file, layout, sha256 } = reader;
    const observe = observer(file, layout, places, wanted, gathered);
    reader.each(observe.record, observe);
    for (const found of observe.done()) problems.push(found);
    inputs.push({ file, sha256, source: layout.source, records: observe.records(), ...titled(reader) });
  }
  const store = gathered.store();
  inputs.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const all = [...problems, ...store.problems, ...jumpDoubts(store)];
  const kept = store.every().flatMap(({ figure }) => figure.from);
  const doubts = all.filter(isDoubt).filter(({ cells }) => kept.some((origin) => isAmong(origin, cells)));
  return { store, gazetteer: places, inputs, problems: all.filter((found) => !isDoubt(found)), doubts };
}

/** The title of a file: a line with one cell above its headings, which names the release. */
function titled({ head, layout }: { head: readonly Record[]; layout: Layout }): Pick<Input, "title"> {
  const first = head.slice(0, Math.max(0, layout.firstRecord - 1)).find((record) => !isBlank(record));
  const [title = "", ...others] = first?.cells.map((cell) => cell.trim()) ?? [];
  return title === "" || others.some((cell) => cell !== "") ? {} : { title };
}

/** The files and sheets that a source or the plan knows, with their records to come; a problem for any other. */
async function openNamed(
  root: string,
  named: string,
  entry: FilesEntry,
  mapped: ReadonlySet<string>,
  problems: Problem[],
  progress: OnProgress,
): Promise<readonly Reader[]> {
  const { file, sheet } = fileAndSheet(root, named);
  const opened = openBelow(root, file);
  if ("code" in opened) {
    problems.push(opened.code === "outside-folder" ? { ...opened, ...entry.at([]) } : opened);
    return [];
  }
  let readings: readonly SourceFile[] = [await openText(file, opened)];
  if (isWorkbook(opened.start)) {
    const { readBook, sheetsFor } = await import("./read-workbook.ts");
    readings = sheetsFor(readBook(file, opened, sheet), entry, mapped, problems);
  } else if (sheet !== undefined) {
    problems.push(problem("sheet-missing", { file }, sheet, undefined, []));
    return [];
  }
  return readings.flatMap((reading) => reader(reading, entry, problems, progress) ?? []);
}

type Reader = NonNullable<ReturnType<typeof reader>>;

/** The layout of what is read, and its records to come. */
export function reader(reading: SourceFile, entry: FilesEntry, problems: Problem[], progress: OnProgress) {
  const { file, sha256, long } = reading;
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
  const first = looked.head[layout.firstRecord];
  /** Hands over the records of data, and counts them; an observer gets of a long file those it has to read in full. */
  const each = (take: (record: Record) => RecordWords | undefined, observe?: Taker): number => {
    let above = layout.firstRecord;
    let count = 0;
    let over = false;
    let below: Record | undefined;
    const takeOne = (record: Record): RecordWords | undefined => {
      above -= 1;
      if ((first ? record.line < first.line : above >= 0) || isBlank(record)) return undefined;
      if (over) below ??= isFigures(record, layout) ? record : undefined;
      else if (layout.notes && endsData(record)) over = true;
      else {
        count += 1;
        return take(record);
      }
      return undefined;
    };
    const takeAll = (batch: readonly Record[]): void => {
      for (const record of batch) takeOne(record);
    };
    const skip = (passed: number): void => {
      count += passed;
      observe?.skip(passed);
    };
    const ahead =
      observe && first && long && looked.form
        ? long.skim(long.opened, layout, looked.form, first.line, takeOne, { ...observe, skip }, () => over)
        : undefined;
    // A file that was read to its end to be recognised is not read again.
    const isHeld = looked.isWhole && !ahead;
    if (isHeld) takeAll(looked.head);
    const stop = isHeld
      ? looked.stop
      : eachBatch(
          ahead
            ? ahead((done, of) => progress(file, done, of))
            : reading.records((done, of) => progress(file, done, of)),
          takeAll,
        );
    if (below) problems.push(problem("below-notes", { file, line: below.line }));
    if (stop) problems.push(stopped(file, stop));
    return count;
  };
  return { file, layout, form: looked.form, head: looked.head, sha256, each };
}

/** Whether a record below the notes of a file looks like one of its figures. */
const isFigures = ({ cells }: Record, { headings, values }: Layout): boolean =>
  cells.length === headings.length &&
  values.some(({ column }) => /^[\d,]+(\.\d+)?$/.test((cells[column] ?? "").trim()));

/** Below the figures stand their source and notes, and no more figures. */
const endsData = ({ cells }: Record): boolean => {
  const said = cells.filter((cell) => cell.trim() !== "");
  return said.length === 1 && /^(source|notes?)\b ?:?/i.test(said[0]?.trim() ?? "");
};

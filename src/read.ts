// Files → observations: finds the source that recognises each file, and reads its records by that source's layout.
import { posix } from "node:path";
import { type Area, type Gazetteer, gazetteer } from "./areas.ts";
import { type Form, isBlank, type Record, readRecords, type Stop } from "./csv.ts";
import type { ColumnMap } from "./data-schema.ts";
import { expand, fileAndSheet, LONG, leadsOut, neighbours, type OpenFile, openBelow, withSlashes } from "./files.ts";
import { layoutOf } from "./layout.ts";
import { gather, type Store, type Wanted } from "./observations.ts";
import { type Known, observer } from "./observe.ts";
import type { At } from "./plan-check.ts";
import { type Problem, problem } from "./problems.ts";
import type { skimming, Taker } from "./skim.ts";
import type { Layout } from "./sources/index.ts";

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

/** Files to read: a pattern, or a pattern with what the plan says of their columns, placed in the plan. */
export interface Entry {
  readonly files: string | ColumnMap;
  readonly at: At;
  /** A file that does not say its period is read all the same. */
  readonly anyPeriod?: boolean;
}

/** Told how far the reading of a file has come, in bytes. */
export type Progress = (file: string, done: number, size: number) => void;

export interface Data {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

/**
 * What is wanted of the entries' files, `wanted` being told of each series and area; memory holds no more than that.
 * File names, and the places in problems, are relative to root; `leaveOut` is a file that a wildcard may take in.
 */
export async function readData(
  entries: readonly Entry[],
  root: string,
  wantedOf: (gazetteer: Gazetteer) => Wanted,
  { progress = () => {}, leaveOut }: { progress?: Progress; leaveOut?: string | undefined } = {},
): Promise<Data> {
  const problems: Problem[] = [];
  const inputs: Input[] = [];
  const files = named(entries, root, problems).filter(
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
  const gathered = gather();
  for (const reader of readers) {
    const { file, layout, sha256 } = reader;
    const observe = observer(file, layout, places, wanted, gathered);
    reader.each(observe.record, observe);
    for (const found of observe.done()) problems.push(found);
    inputs.push({ file, sha256, source: layout.source, records: observe.records(), ...titled(reader) });
  }
  const store = gathered.store();
  inputs.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { store, gazetteer: places, inputs, problems: [...problems, ...store.problems] };
}

/** The title of a file: a line with one cell above its headings, which names the release. */
function titled({ head, layout }: { head: readonly Record[]; layout: Layout }): Pick<Input, "title"> {
  const first = head.slice(0, Math.max(0, layout.firstRecord - 1)).find((record) => !isBlank(record));
  const [title = "", ...others] = first?.cells.map((cell) => cell.trim()) ?? [];
  return title === "" || others.some((cell) => cell !== "") ? {} : { title };
}

/** The files of the entries, in the order of their names: each by every map that the plan gives it, or by none. */
function named(entries: readonly Entry[], root: string, problems: Problem[]) {
  const mapped = new Map<string, Entry[]>();
  const plain = new Map<string, Entry[]>();
  for (const entry of entries) {
    const isPlain = typeof entry.files === "string";
    const patterns = typeof entry.files === "string" ? [entry.files] : [entry.files.files].flat();
    for (const pattern of patterns) {
      const place = entry.at(isPlain ? [] : ["files"]);
      if (leadsOut(root, pattern)) {
        problems.push(problem("outside-folder", place, pattern));
        continue;
      }
      const files = filesOf(root, pattern);
      if (files.length === 0)
        problems.push(problem("no-files", place, withSlashes(pattern), neighbours(root, pattern)));
      for (const file of files) {
        // A file that the plan maps is read through its maps alone, also where a wildcard elsewhere takes it in.
        if (isPlain) plain.set(file, [entry]);
        else mapped.set(file, [...(mapped.get(file) ?? []), entry]);
      }
    }
  }
  const all = new Map([...plain, ...mapped]);
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([file, by]) => by.map((entry) => ({ file, entry })));
}

/** The files that a pattern names; behind each the sheet, where the pattern names one: "book.xlsx#Table P1". */
function filesOf(root: string, pattern: string): string[] {
  const { file, sheet } = fileAndSheet(root, pattern);
  const files = expand(root, file);
  return sheet === undefined ? files : files.map((one) => `${one}#${sheet}`);
}

/** What is read: a file of text, or a sheet of a workbook, as `file` names it in problems and results. */
export interface Reading {
  readonly file: string;
  readonly sha256: () => string;
  /** Its records from the beginning. `seen` is told how a text is written, `came` how far of how much has come. */
  readonly records: (
    came?: (done: number, of: number) => void,
    seen?: (form: Form) => void,
  ) => Generator<readonly Record[], Stop | Problem | undefined>;
  /** What was seen of it already. */
  readonly looked?: Looked;
  /** A file of text that is long enough to be skimmed, and how. */
  readonly long?: { readonly opened: OpenFile; readonly skim: typeof skimming };
}

/** A file of text; what skims a long one is loaded for it alone. */
export const openText = async (file: string, opened: OpenFile): Promise<Reading> =>
  textReading(file, opened, opened.size < LONG ? undefined : (await import("./skim.ts")).skimming);

export function textReading(file: string, opened: OpenFile, skim?: typeof skimming): Reading {
  const { read, size, sha256 } = opened;
  const records: Reading["records"] = (came, seen) => readRecords(read(came && ((done) => came(done, size))), seen);
  return { file, sha256, records, ...(skim && { long: { opened, skim } }) };
}

/** Workbooks begin as zipped files do, and Excel's older ones with bytes of their own. */
export const isWorkbook = (start: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((bytes) => bytes.every((byte, index) => start[index] === byte));

/** The files and sheets that a source or the plan knows, with their records to come; a problem for any other. */
async function openNamed(
  root: string,
  named: string,
  entry: Entry,
  mapped: ReadonlySet<string>,
  problems: Problem[],
  progress: Progress,
): Promise<readonly Reader[]> {
  const { file, sheet } = fileAndSheet(root, named);
  const opened = openBelow(root, file);
  if ("code" in opened) {
    problems.push(opened.code === "outside-folder" ? { ...opened, ...entry.at([]) } : opened);
    return [];
  }
  let readings: readonly Reading[] = [await openText(file, opened)];
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
export function reader(reading: Reading, entry: Entry, problems: Problem[], progress: Progress) {
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
  const each = (take: (record: Record) => Known | undefined, observe?: Taker): number => {
    let above = layout.firstRecord;
    let count = 0;
    let over = false;
    let below: Record | undefined;
    const takeOne = (record: Record): Known | undefined => {
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
    const pass = (passed: number): void => {
      count += passed;
      observe?.pass(passed);
    };
    const ahead =
      observe && first && long && looked.form
        ? long.skim(long.opened, layout, looked.form, first.line, takeOne, { ...observe, pass }, () => over)
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

/** What can be told of a file from its beginning; of a small one, all of its records. */
export interface Looked {
  /** How it is written, where it is text. */
  readonly form: Form | undefined;
  readonly head: readonly Record[];
  readonly isWhole: boolean;
  readonly stop: Stop | Problem | undefined;
}

/** How it is written, and its first records. */
export function lookAt({ file, records }: Reading): Looked | Problem {
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

/** Whether a record below the notes of a file looks like one of its figures. */
const isFigures = ({ cells }: Record, { headings, values }: Layout): boolean =>
  cells.length === headings.length &&
  values.some(({ column }) => /^[\d,]+(\.\d+)?$/.test((cells[column] ?? "").trim()));

function eachBatch<End>(batches: Generator<readonly Record[], End>, take: (batch: readonly Record[]) => void): End {
  for (let batch = batches.next(); ; batch = batches.next()) {
    if (batch.done) return batch.value;
    take(batch.value);
  }
}

/** The sentence for a file that could be read only so far. */
export function stopped(file: string, stop: Stop | Problem): Problem {
  if ("code" in stop) return stop;
  if (!("line" in stop)) return problem("file-binary", { file }, false);
  return problem(stop.at === "mixed encodings" ? "encoding-mixed" : "quote-unclosed", { file, line: stop.line });
}

/** Below the figures stand their source and notes, and no more figures. */
const endsData = ({ cells }: Record): boolean => {
  const said = cells.filter((cell) => cell.trim() !== "");
  return said.length === 1 && /^(source|notes?)\b ?:?/i.test(said[0]?.trim() ?? "");
};

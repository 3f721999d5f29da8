// Files → observations: finds the source that recognises each file, and reads its records by that source's layout.
import { type Area, type Gazetteer, gazetteer } from "./areas.ts";
import { type Form, isBlank, type Record, readRecords, type Stop } from "./csv.ts";
import { expand, leadsOut, neighbours, type OpenFile, openBelow } from "./files.ts";
import { gather, type Store, type Wanted } from "./observations.ts";
import { observer } from "./observe.ts";
import type { At } from "./plan-check.ts";
import type { ColumnMap } from "./plan-schema.ts";
import { type Place, type Problem, problem } from "./problems.ts";
import { mapColumns } from "./sources/column-map.ts";
import { type Layout, sources } from "./sources/index.ts";

/** A file that was read, as it is named in the report. */
export interface Input {
  readonly file: string;
  /** Worked out when asked for: most formats do not print it. */
  readonly sha256: () => string;
  readonly source: string;
  readonly records: number;
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
  const files = (await named(entries, root, problems)).filter(({ file }) => file !== leaveOut);
  // Files that say which area is part of which come first: the others are read by them.
  const added: Area[] = [];
  const readers = files.flatMap(({ file, entry }) => {
    const opened = openFile(root, file, entry, problems, progress);
    if (!opened) return [];
    const { layout } = opened;
    if (!layout.areaOf) return [opened];
    let records = 0;
    opened.each((record) => {
      records += 1;
      const area = layout.areaOf?.(record.cells);
      if (area && area.name !== "") added.push(area);
    });
    inputs.push({ file, sha256: opened.sha256, source: layout.source, records });
    return [];
  });
  const places = gazetteer(added);
  const wanted = wantedOf(places);
  const gathered = gather();
  for (const reader of readers) {
    const { file, layout, sha256 } = reader;
    const observe = observer(file, layout, places, wanted, gathered);
    reader.each(observe.record);
    for (const found of observe.done()) problems.push(found);
    inputs.push({ file, sha256, source: layout.source, records: observe.records() });
  }
  const store = gathered.store();
  inputs.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { store, gazetteer: places, inputs, problems: [...problems, ...store.problems] };
}

/** The files of the entries, in the order of their names: each by every map that the plan gives it, or by none. */
async function named(entries: readonly Entry[], root: string, problems: Problem[]) {
  const mapped = new Map<string, Entry[]>();
  const plain = new Map<string, Entry[]>();
  for (const entry of entries) {
    const isPlain = typeof entry.files === "string";
    const patterns = typeof entry.files === "string" ? [entry.files] : [entry.files.files].flat();
    for (const pattern of patterns) {
      const place = entry.at(isPlain ? [] : ["files"]);
      if (leadsOut(pattern)) {
        problems.push(problem("outside-folder", place, pattern));
        continue;
      }
      const files = await expand(root, pattern);
      if (files.length === 0) problems.push(problem("no-files", place, pattern, neighbours(root, pattern)));
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

/** A file that a source or the plan knows, with its records to come; nothing, and a problem, for any other. */
function openFile(root: string, file: string, entry: Entry, problems: Problem[], progress: Progress) {
  const opened = openBelow(root, file);
  if (!("code" in opened)) return reader(file, opened, entry, problems, progress);
  problems.push(opened.code === "outside-folder" ? { ...opened, ...entry.at([]) } : opened);
  return undefined;
}

/** An open file's layout and its records to come. */
export function reader(file: string, opened: OpenFile, entry: Entry, problems: Problem[], progress: Progress) {
  const { read, sha256, size } = opened;
  const looked = lookAt(file, read());
  if ("code" in looked) {
    problems.push(looked);
    return undefined;
  }
  const layout = layoutOf(file, looked.head, entry);
  if (!("firstRecord" in layout)) {
    problems.push(...layout);
    return undefined;
  }
  const each = (take: (record: Record) => void): void => {
    let skip = layout.firstRecord;
    let over = false;
    const stop = eachBatch(
      read((done) => progress(file, done, size)),
      (batch) => {
        for (const record of batch) {
          if (skip > 0) skip -= 1;
          else if (isBlank(record) || over) continue;
          else if (layout.notes && endsData(record)) over = true;
          else take(record);
        }
      },
    );
    if (stop) problems.push(stopped(file, stop));
  };
  return { file, layout, form: looked.form, head: looked.head, sha256, each };
}

/** How a file is written, and the records of its first part. */
export function lookAt(file: string, parts: Iterable<Uint8Array>): { head: readonly Record[]; form: Form } | Problem {
  let form: Form = { encoding: "utf-8", separator: "," };
  const batches = readRecords(parts, (seen) => {
    form = seen;
  });
  const head: Record[] = [];
  for (let batch = batches.next(); head.length < 200; batch = batches.next()) {
    if (batch.done) {
      if (batch.value?.at === "binary") return problem("file-binary", { file }, false);
      if (!batch.value && head.every(isBlank)) return problem("file-empty", { file });
      break;
    }
    for (const record of batch.value) head.push(record);
  }
  return { head, form };
}

function eachBatch(parts: Iterable<Uint8Array>, take: (batch: readonly Record[]) => void): Stop | undefined {
  const batches = readRecords(parts);
  for (let batch = batches.next(); ; batch = batches.next()) {
    if (batch.done) return batch.value;
    take(batch.value);
  }
}

/** The sentence for a file that could be read only so far. */
export const stopped = (file: string, stop: Stop): Problem =>
  stop.at === "binary" ? problem("file-binary", { file }, false) : problem("quote-unclosed", { file, line: stop.line });

/** Below the figures stand their source and notes, and no more figures. */
const endsData = ({ cells }: Record): boolean => {
  const said = cells.filter((cell) => cell.trim() !== "");
  return said.length === 1 && /^(source|notes?)\b ?:?/i.test(said[0]?.trim() ?? "");
};

/** The layout that the plan's map, or exactly one source, gives the file. */
function layoutOf(file: string, head: readonly Record[], entry: Entry): Layout | readonly Problem[] {
  const map = typeof entry.files === "string" ? undefined : entry.files;
  if (map?.columns) return mapColumns(map, map.columns, head, entry.at);
  const layouts = sources.flatMap((source) => source.recognises(head) ?? []);
  const [layout] = layouts;
  const header = head.find((record) => !isBlank(record));
  if (!layout) return [problem("unrecognised", { file, line: header?.line ?? 1 }, header?.cells ?? [])];
  if (layouts.length > 1) {
    return [
      problem(
        "recognised-twice",
        { file },
        layouts.map((one) => one.source),
      ),
    ];
  }
  return entry.anyPeriod ? layout : withFixed(file, layout, map?.fixed, entry.at([]));
}

/** A file that does not say its period is told it by the plan. */
function withFixed(file: string, layout: Layout, fixed: ColumnMap["fixed"], place: Place): Layout | readonly Problem[] {
  const values = layout.values.map((value) => ({
    ...value,
    period: value.period ?? (fixed?.period === undefined ? undefined : { text: fixed.period }),
  }));
  if (values.some((value) => !value.period)) return [problem("period-missing", place, file, layout.source)];
  return { ...layout, values };
}

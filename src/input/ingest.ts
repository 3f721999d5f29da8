// Files → observations: opens what a plan names, and gathers what is wanted of it.
import { isAmong } from "../core/figure.ts";
import { type Doubt, isDoubt, type Problem } from "../core/problems/problems.ts";
import { type Area, type Gazetteer, gazetteer } from "../data/areas.ts";
import { jumpDoubts } from "../data/jumps.ts";
import { mixedForms } from "../data/mixed-forms.ts";
import { mixedPercentages } from "../data/mixed-percentages.ts";
import type { Wanted } from "../data/observation.ts";
import { type Store, storeBuilder } from "../data/store.ts";
import { addForces, type ForceFromParts } from "./authority-sums.ts";
import { statedCover } from "./covers.ts";
import { isBlank, type Record } from "./csv/csv.ts";
import { columnMapOf, type FilesEntry, filesNamed } from "./entries.ts";
import { eventIds } from "./event-ids.ts";
import { observer } from "./observer.ts";
import { openNamed } from "./open-named.ts";
import type { FileNote, OnProgress, Reader } from "./reader.ts";
import type { Layout } from "./sources/layout.ts";

/** A file that was read, as it is named in the report. */
export interface Input {
  readonly file: string;
  /** Worked out when asked for: most formats do not print it. */
  readonly sha256: () => string;
  readonly source: string;
  /** Nothing where it would give a number away that the plan withholds. */
  readonly records?: number | undefined;
  /** What stands above its headings, where it says what it is. */
  readonly title?: string;
  /** The notes below its figures. */
  readonly notes?: readonly FileNote[];
}

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
  const files = filesNamed(entries, root, leaveOut, problems);
  const mapped = new Set(files.flatMap(({ file, entry }) => (columnMapOf(entry) ? [file] : [])));
  // Files that say which area is part of which come first: the others are read by them.
  const areas: Area[] = [];
  const readers: Reader[] = [];
  for (const file of files) {
    for (const opened of await openNamed(root, file, mapped, problems, progress)) {
      if (opened.layout.areaOf) inputs.push(inputOf(opened, areasFrom(opened, areas)));
      else readers.push(opened);
    }
  }
  const places = gazetteer(areas);
  const wanted = wantedOf(places);
  const builder = storeBuilder(wanted);
  const forces: ForceFromParts[] = [];
  const ids = eventIds();
  for (const reader of readers) {
    const observe = observer(reader.file, reader.layout, places, wanted, builder, ids);
    reader.each(observe.record, observe);
    if (reader.isUseless()) {
      builder.forget(reader.file);
      observe.forget();
    } else {
      for (const found of observe.done()) problems.push(found);
      const events = observe.events();
      const cover = statedCover(reader.entry, reader.layout.source, events, places, problems);
      if (events) builder.addEvents(events, cover);
      forces.push(...observe.forces());
    }
    inputs.push(inputOf(reader, observe.records()));
  }
  problems.push(...addForces(forces, builder));
  const store = builder.store();
  inputs.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const found = [...problems, ...store.problems, ...store.doubts, ...jumpDoubts(store)];
  const observations = store.every();
  const mixed = [...mixedPercentages(observations, found.filter(isDoubt)), ...mixedForms(observations)];
  const all = [...found, ...mixed];
  const kept = store.every().flatMap(({ figure }) => figure.from);
  const doubts = all.filter(isDoubt).filter(({ cells }) => kept.some((origin) => isAmong(origin, cells)));
  return { store, gazetteer: places, inputs, problems: all.filter((found) => !isDoubt(found)), doubts };
}

/** Reads a file that says which area is part of which, and adds its areas; how many records it has. */
function areasFrom({ layout, each }: Reader, areas: Area[]): number {
  let records = 0;
  each((record) => {
    records += 1;
    const area = layout.areaOf?.(record.cells);
    if (area && area.name !== "") areas.push(area);
    return undefined;
  });
  return records;
}

const inputOf = ({ file, sha256, head, layout, notes }: Reader, records: number): Input => {
  const title = titleOf(head, layout);
  return {
    ...{ file, sha256, source: layout.source, records },
    ...(title !== undefined && { title }),
    ...(notes.length > 0 && { notes }),
  };
};

/** The title of a file: a line with one cell above its headings, which names the release. */
function titleOf(head: readonly Record[], { firstRecord }: Layout): string | undefined {
  const first = head.slice(0, Math.max(0, firstRecord - 1)).find((record) => !isBlank(record));
  const [title = "", ...others] = first?.cells.map((cell) => cell.trim()) ?? [];
  return title === "" || others.some((cell) => cell !== "") ? undefined : title;
}

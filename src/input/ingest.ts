// Files → observations: opens what a plan names, and gathers what is wanted of it.
import { isAmong } from "../core/figure.ts";
import type { Period } from "../core/period.ts";
import { type Doubt, isDoubt, type Problem } from "../core/problems/problems.ts";
import { type Area, type Gazetteer, gazetteer } from "../data/areas.ts";
import { jumpDoubts } from "../data/jumps.ts";
import { figureId } from "../data/lost.ts";
import { mixedForms } from "../data/mixed-forms.ts";
import { mixedPercentages } from "../data/mixed-percentages.ts";
import type { FileEvents } from "../data/noughts.ts";
import type { Observation, Wanted } from "../data/observation.ts";
import { type Store, storeBuilder } from "../data/store.ts";
import type { Releases } from "../plan/releases.ts";
import { addForces, type ForceFromParts } from "./authority-sums.ts";
import { statedCover } from "./covers.ts";
import { isBlank, type Record } from "./csv/csv.ts";
import { type Edition, editionOf } from "./edition.ts";
import { columnMapOf, type FilesEntry, filesNamed, type NamedFile } from "./entries.ts";
import { eventIds } from "./event-ids.ts";
import { observer } from "./observer.ts";
import { openNamed } from "./open-named.ts";
import type { FileNote, OnProgress, Reader } from "./reader.ts";
import { releaseTitle } from "./release-title.ts";
import type { ChosenReleases, ReleaseChoice } from "./releases.ts";
import type { IsUsed } from "./routes.ts";
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
  /** What it says of when it is from. */
  readonly edition?: Edition;
}

export interface Data {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** Of figures that were kept. */
  readonly doubts: readonly Doubt[];
  /** Which releases are used in place of others. */
  readonly choices: readonly ReleaseChoice[];
}

interface ReadOptions {
  readonly progress?: OnProgress;
  readonly leaveOut?: string | undefined;
  /** What is done with two releases of one source; without it, a figure that both give is refused. */
  readonly releases?: Releases | undefined;
  /** What releases are chosen by, where that is more than is wanted: the same release whatever is asked. */
  readonly releasesBy?: (gazetteer: Gazetteer) => Wanted;
}

/**
 * What is wanted of the entries' files, `wanted` being told of each series and area; memory holds no more than that.
 * File names, and the places in problems, are relative to root; `leaveOut` is a file that a wildcard may take in.
 */
export async function readData(
  entries: readonly FilesEntry[],
  root: string,
  wantedOf: (gazetteer: Gazetteer) => Wanted,
  { progress = () => {}, leaveOut, releases, releasesBy = wantedOf }: ReadOptions = {},
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
  const chosen =
    releases && (await chosenAmong(releases, readers, { root, files, mapped, places, wanted: releasesBy(places) }));
  problems.push(...(chosen?.problems ?? []));
  for (const reader of readers) {
    if (chosen?.out.has(reader.file)) continue;
    const passed = chosen?.passedOver.get(reader.file);
    const isUsed: IsUsed = (one) => !passed?.has(figureId(one));
    const isInPart = passed !== undefined && passed.size > 0;
    const into = isInPart ? { ...builder, add: (seen: Observation) => isUsed(seen) && builder.add(seen) } : builder;
    const observe = observer(reader.file, reader.layout, places, wanted, into, ids, isInPart ? isUsed : undefined);
    reader.each(observe.record, observe);
    if (reader.isUseless()) {
      builder.forget(reader.file);
      observe.forget();
    } else {
      for (const found of observe.done()) problems.push(found);
      const events = observe.events();
      const cover = statedCover(reader.entry, reader.layout.source, events, places, problems);
      if (events) builder.addEvents(isInPart ? usedEvents(events, isUsed) : events, cover);
      forces.push(...observe.forces().filter(({ of }) => isUsed(of)));
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
  const others = all.filter((one) => !isDoubt(one));
  return { store, gazetteer: places, inputs, problems: others, doubts, choices: chosen?.choices ?? [] };
}

/** Without the months of an area of which a figure is not used: their zeros come from the file whose figure is. */
const usedEvents = (events: FileEvents, isUsed: IsUsed): FileEvents => {
  const names = [...events.series.values()];
  const isWhole = (areaKey: string, period: Period): boolean =>
    names.every((series) => isUsed({ series, areaKey, kind: "count", period }));
  const areas = events.areas.map((area) => ({
    ...area,
    months: area.months.filter(({ period }) => isWhole(area.key, period)),
  }));
  return { ...events, areas };
};

/** Reads the files that may be releases of one source apart, and chooses among them. */
async function chosenAmong(
  releases: Releases,
  readers: readonly Reader[],
  { root, files, mapped, places, wanted }: ReleaseContext,
): Promise<ChosenReleases> {
  const { chooseReleases, releaseIn, rivalsAmong } = await import("./releases.ts");
  const rivals = rivalsAmong(readers);
  const named = new Set(readers.flatMap(({ file, entry }) => (rivals.has(file) ? [entry] : [])));
  const again: Reader[] = [];
  for (const file of files.filter(({ entry }) => named.has(entry))) {
    again.push(...(await openNamed(root, file, mapped, [], () => {})));
  }
  const apart = again.filter(({ file }) => rivals.has(file));
  return chooseReleases(
    apart.map((reader) => releaseIn(reader, editionIn, places, wanted)),
    releases,
  );
}

interface ReleaseContext {
  readonly root: string;
  readonly files: readonly NamedFile[];
  readonly mapped: ReadonlySet<string>;
  readonly places: Gazetteer;
  readonly wanted: Wanted;
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

const inputOf = (reader: Reader, records: number): Input => {
  const { file, sha256, head, layout, notes } = reader;
  const title = titleOf(head, layout);
  return {
    edition: editionIn(reader),
    ...{ file, sha256, source: layout.source, records },
    ...(title !== undefined && { title }),
    ...(notes.length > 0 && { notes }),
  };
};

/** What a file that was read says of when it is from. */
function editionIn({ head, layout, notes }: Reader): Edition {
  const above = head
    .slice(0, layout.firstRecord)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" "));
  return editionOf(titleOf(head, layout), [...above, ...notes.map(({ text }) => text)]);
}

/** The title of a file: a line with one cell above its headings, which names the release. */
function titleOf(head: readonly Record[], { firstRecord }: Layout): string | undefined {
  const first = head.slice(0, Math.max(0, firstRecord - 1)).find((record) => !isBlank(record));
  const [title = "", ...others] = first?.cells.map((cell) => cell.trim()) ?? [];
  return title === "" || others.some((cell) => cell !== "") ? undefined : releaseTitle(title);
}

// What is seen in a file of data, whether or not a plan names it: its source, how it is written, what it holds, its figures.

import { basename } from "node:path";
import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { distinctPeriods, type Period, periodName, populationDate, UNSTATED } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { gazetteer } from "../data/areas.ts";
import { jumpDoubts } from "../data/jumps.ts";
import type { Wanted } from "../data/observation.ts";
import { type Store, storeBuilder } from "../data/store.ts";
import { addForces } from "../input/authority-sums.ts";
import type { Form, Record } from "../input/csv/csv.ts";
import { stopped } from "../input/csv/stopped.ts";
import { eachOf } from "../input/each-of.ts";
import { otherKind } from "../input/file-kind.ts";
import { hiddenIn } from "../input/hidden-cells.ts";
import { observer } from "../input/observer.ts";
import { mapFor } from "../input/propose/map-for.ts";
import type { SheetReading } from "../input/read-workbook.ts";
import { reader } from "../input/reader.ts";
import { isWorkbook, lookAt, openText, type SourceFile } from "../input/source-file.ts";
import { layoutsOf } from "../input/sources/index.ts";
import type { Layout } from "../input/sources/layout.ts";
import { givenName, openGiven, STANDARD_INPUT } from "../io/given.ts";
import { fileAndSheet } from "../io/patterns.ts";
import { progressOf, type World } from "../io/world.ts";
import { type FigureSeen, figuresSeen, isNeeded } from "./figures.ts";

/** The figures that are asked for, by their areas, series and periods; none where all are empty. */
export interface FiguresAsked {
  readonly areas: readonly string[];
  readonly series: readonly string[];
  readonly periods: readonly Period[];
  /** Whether all names are wanted, however many there are. */
  readonly allNames: boolean;
}

/** What was seen in a file; of one that cannot be opened or is not known, less. */
export interface FileSeen {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly form?: Form | undefined;
  readonly source?: string;
  readonly isUnopened?: boolean;
  readonly proposal?: string;
  readonly held?: {
    readonly layout: Layout;
    readonly store: Store;
    readonly firstLine: number;
    readonly records: number;
    readonly periods: readonly string[];
    /** The same, to be put in their order. */
    readonly dates: readonly Period[];
    readonly figures: readonly FigureSeen[] | undefined;
    readonly sha256: () => string;
    /** Whether its figures were compared with each other; those of a long file only where they are asked for. */
    readonly isCompared: boolean;
  };
}

/** A file of text, or each sheet of a workbook. */
export async function lookInto(path: string, asked: FiguresAsked, world: World): Promise<FileSeen[]> {
  const { file: own, sheet } = fileAndSheet(world.cwd, path);
  const file = givenName(world, own);
  const opened = openGiven(world, own);
  if ("code" in opened) return [{ file, problems: [opened], isUnopened: true }];
  const look = (reading: SourceFile, problems: readonly Problem[]) => seenIn(reading, problems, asked, world);
  if (!isWorkbook(opened.start)) {
    const why = sheet === undefined ? [] : [problem("sheet-missing", { file }, sheet, undefined, [])];
    if (why.length > 0) return [{ file, problems: why }];
    const seen = look(await openText(file, opened), []);
    const other = seen.held ? undefined : otherKind(opened, file, own);
    return [other ? { file, problems: [other] } : seen];
  }
  const { readBook } = await import("../input/read-workbook.ts");
  const { sheets, names, problems } = readBook(file, opened, sheet);
  const other = sheets.length === 0 ? otherKind(opened, file, own) : undefined;
  if (other) return [{ file, problems: [other] }];
  const known = sheets.filter(({ looked }) => layoutsOf(looked.head).length > 0);
  const why = known.length > 0 || problems.length > 0 ? problems : [problem("sheets-unknown", { file }, names)];
  return [
    ...(why.length > 0 ? [{ file, problems: why }] : []),
    ...sheets.map((one) =>
      known.includes(one) ? look(one, one.warnings) : { file: one.file, ...proposalFor(one.file, one, hiddenOf(one)) },
    ),
  ];
}

/** What a sheet that is not read hides of itself. */
const hiddenOf = ({ file, hidden, looked }: SheetReading): readonly Problem[] =>
  hidden ? hiddenIn(file, hidden, looked.head) : [];

/** Of a file that is not read, its source where only a heading that stands twice is in the way, or a column map to begin with. */
function proposalFor(
  file: string,
  reading: SourceFile,
  problems: readonly Problem[],
): Pick<FileSeen, "source" | "proposal" | "form" | "problems"> {
  const looked = reading.looked ?? lookAt(reading);
  if ("code" in looked) return { problems };
  const { head } = looked;
  let { form, stop } = looked;
  const records = [...head];
  let isWhole = looked.isWhole;
  // It is gone through to its end: its last line may be the one that shows its encoding, and its values are listed.
  if (!looked.isWhole) {
    records.length = 0;
    isWhole = true;
    stop = eachOf(
      reading.records(undefined, (seen) => {
        form = seen;
      }),
      (batch) => {
        for (const record of batch) {
          if (records.length < MOST_RECORDS) records.push(record);
          else isWhole = false;
        }
      },
    );
  }
  const all = stop ? [...problems, stopped(reading.file, stop)] : problems;
  return { ...mapOrSource(file, form, head, records, isWhole), problems: all };
}

/** So many records are held to propose a map by. */
const MOST_RECORDS = 100_000;

/** The source that a file would be of, or a column map to begin with, and how the file is written. */
function mapOrSource(
  file: string,
  form: Form | undefined,
  head: readonly Record[],
  records: readonly Record[],
  isWhole: boolean,
): Pick<FileSeen, "source" | "proposal" | "form"> {
  const known = layoutsOf(head).find(({ twice }) => twice);
  if (known) return { form, source: known.source };
  // A plan names files: what was piped in has to be saved in one.
  const isWithin = !/^(\.\.|\/|[a-z]:)/i.test(file);
  const named = file.startsWith(STANDARD_INPUT) ? file.replace(STANDARD_INPUT, "…") : isWithin ? file : basename(file);
  const proposal = mapFor(named, records, isWhole);
  return { form, ...(proposal && { proposal }) };
}

/** Where all names of a file are wanted, so many are kept; a file of more was filled by a program. */
const MOST_NAMES = 1_000_000;

/** A file of text below 1 MiB, or a sheet that was seen whole. */
const isShort = ({ long, looked }: SourceFile): boolean => long === undefined && (looked?.isWhole ?? true);

function seenIn(reading: SourceFile, warnings: readonly Problem[], asked: FiguresAsked, world: World): FileSeen {
  const { file } = reading;
  const problems: Problem[] = [...warnings];
  const entry = { files: basename(file), at: () => ({ file }), anyPeriod: true };
  const found = reader(reading, entry, problems, progressOf(world));
  if (!found) return { file, ...proposalFor(file, reading, problems) };
  const { layout, head } = found;
  const { areaOf } = layout;
  const places = gazetteer();
  const { periods } = asked;
  const areas = asked.areas.map((name) => {
    const place = places.find(name, "", "force");
    const any = places.find(name);
    return "key" in place && place.area ? place.key : "key" in any ? any.key : nameKey(name);
  });
  const series = asked.series.map(nameKey);
  const filtered = areas.length + series.length + periods.length > 0;
  const unknown = (
    code: "area-unknown" | "series-unknown",
    name: string,
    names: ReadonlyMap<string, string>,
  ): Problem => {
    const known = [...names.values()];
    return problem(code, { file }, name, nearest(name, known), nearestFirst(name, known));
  };
  const isAreaAsked = (areaKey: string): boolean => areas.length === 0 || areas.includes(areaKey);
  // Figures are compared with each other where they are few enough to be held, or are asked for.
  const isHeld = filtered || isShort(reading);
  const wanted: Wanted = {
    area: (areaKey) => isHeld && isAreaAsked(areaKey),
    figure: (areaKey, seriesKey) =>
      isHeld && isAreaAsked(areaKey) && (series.length === 0 || series.includes(seriesKey)),
    // Without a period, figures of different ones would seem to be given twice.
    period: (period, kind) => isNeeded(periods, period, kind) && (filtered || period !== UNSTATED),
    readAll: !filtered,
  };
  const gathered = storeBuilder(wanted, asked.allNames ? MOST_NAMES : undefined);
  const observe = observer(file, layout, places, wanted, gathered);
  const lines = found.each((record) => (areaOf ? undefined : observe.record(record)), areaOf ? undefined : observe);
  if (found.isUseless()) gathered.forget(file);
  else {
    for (const found of observe.done()) problems.push(found);
    const events = observe.events();
    if (events) gathered.addEvents(events);
    problems.push(...addForces(observe.forces(), gathered));
  }
  const store = gathered.store();
  const figures = filtered ? figuresSeen(store, periods) : undefined;
  for (const [index, name] of asked.areas.entries()) {
    if (!store.names.areas.has(areas[index] ?? "")) problems.push(unknown("area-unknown", name, store.names.areas));
  }
  for (const name of asked.series) {
    if (!store.names.series.has(nameKey(name)) && nameKey(name) !== "population")
      problems.push(unknown("series-unknown", name, store.names.series));
  }
  const isPopulation = store.names.kinds.has("");
  // A file may write one period in several ways.
  const dates = distinctPeriods(observe.periods()).sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    ...{ file, problems: [...problems, ...store.problems, ...jumpDoubts(store)], form: found.form() },
    held: {
      ...{ layout, store, figures, dates, sha256: reading.sha256, isCompared: isHeld },
      firstLine: head[layout.firstRecord]?.line ?? 1,
      records: lines,
      periods: dates.map(isPopulation ? populationDate : periodName),
    },
  };
}

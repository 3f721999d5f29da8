// The two readers of csv.ts: what each makes of a file, in full, so that tests can hold them to the same.
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Problem } from "../../../src/core/problems/problems.ts";
import { gazetteer } from "../../../src/data/areas.ts";
import type { Wanted } from "../../../src/data/observation.ts";
import { storeBuilder } from "../../../src/data/store.ts";
import type { FilesEntry } from "../../../src/input/entries.ts";
import { skimming } from "../../../src/input/fast/skim.ts";
import { observer } from "../../../src/input/observer.ts";
import { reader } from "../../../src/input/reader.ts";
import { textReading } from "../../../src/input/source-file.ts";
import type { OpenFile } from "../../../src/io/files.ts";

export const entry: FilesEntry = { files: "file.csv", at: () => ({ file: "file.csv" }), anyPeriod: true };
export const LONG = 2 ** 20;

const places = gazetteer();

/** A file as it is read, and skimmed if it is said to be long. */
const textOf = (opened: OpenFile, size: number) =>
  textReading("file.csv", { ...opened, size }, size < LONG ? undefined : skimming);

/** Everything that reading a file comes to. */
export function readAs(opened: OpenFile, size: number, wanted: Wanted, by = entry) {
  const problems: Problem[] = [];
  const found = reader(textOf(opened, size), by, problems, () => {});
  if (!found) return { full: 0, said: { problems } };
  const gathered = storeBuilder(wanted);
  const observe = observer("file.csv", found.layout, places, wanted, gathered);
  let full = 0;
  const count = found.each((record) => {
    full += 1;
    return observe.record(record);
  }, observe);
  problems.push(...observe.done());
  const events = observe.events();
  if (events) gathered.addEvents(events);
  const store = gathered.store();
  const kinds = [...store.names.kinds].map(([series, of]) => [series, [...of]] as const);
  const dates = [...store.names.areas.keys()].flatMap((area) =>
    kinds.flatMap(([series, of]) =>
      of.map((kind) => [...store.dates(series, area, kind)].sort((a, b) => a.from - b.from || a.to - b.to)),
    ),
  );
  const names = { kinds, areas: [...store.names.areas], series: [...store.names.series] };
  const counts = { count, records: observe.records(), periods: observe.periods() };
  return {
    full,
    said: {
      problems: [...problems, ...store.problems].map(spoken),
      ...counts,
      names,
      dates,
      events,
      figures: store.every(),
    },
  };
}

/** A problem with what it would say where it is printed as a note: the words themselves, as two functions are never the same. */
const spoken = <P extends object>(problem: P): P =>
  Object.fromEntries(
    Object.entries(problem).map(([key, value]) => [key, typeof value === "function" ? value() : value]),
  ) as P;

/** What reading it in full and skimming it come to, which must be the same; and how much was read in full. */
export function both(opened: OpenFile, wanted: Wanted, by = entry) {
  const slow = readAs(opened, 100, wanted, by);
  const fast = readAs(opened, LONG, wanted, by);
  return { slow: slow.said, fast: fast.said, all: slow.full, full: fast.full };
}

export const everything: Wanted = { figure: () => false, period: () => true, readAll: true };
export const some = (areas: readonly string[], series: readonly string[], from = 0, to = 99_999): Wanted => ({
  area: (area) => areas.includes(area),
  figure: (area, one) => areas.includes(area) && series.includes(one),
  period: (period) => from <= period.from && period.to <= to,
});

/** That two long results are the same: Node compares them in a fraction of the time, and toEqual says where they differ. */
export function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
}

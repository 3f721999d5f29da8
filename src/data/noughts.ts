// Months without a record of a series, in files of one record an event: 0 where the area has records of other series.

import type { Origin } from "../core/figure.ts";
import { ZERO } from "../core/number.ts";
import { type Period, periodKey } from "../core/period.ts";
import type { Kind } from "../core/value-kind.ts";
import type { Observation } from "./observation.ts";

/** The records of an area in a month, of whatever series. */
export interface EventMonth {
  readonly period: Period;
  readonly records: number;
  readonly from: Origin;
}

/** What a file of one record an event has: its series by their keys, and the records of each area by month. */
export interface FileEvents {
  readonly source: string;
  readonly file: string;
  readonly series: ReadonlyMap<string, string>;
  readonly heading: string;
  readonly areas: readonly { readonly key: string; readonly label: string; readonly months: readonly EventMonth[] }[];
}

/** Months that the plan states files to have in full, for some areas or for all that they name. */
export interface StatedCover {
  readonly period: Period;
  readonly areas: readonly { readonly key: string; readonly label: string }[] | undefined;
  /** The files as the plan names them, and where it states this. */
  readonly files: string;
  readonly place: Origin;
}

/** What is asked of the data to find the months that are 0. */
interface Asked {
  readonly isWanted: (areaKey: string, seriesKey: string, period: Period) => boolean;
  /** The months for which there are figures of a series in an area, wanted or not. */
  readonly months: (series: string, areaKey: string) => readonly Period[];
}

/** Events of files that go together: those of one source, or those of one entry of the plan. */
interface Gathered {
  readonly heading: string;
  readonly series: Map<string, string>;
  readonly areas: Map<string, { label: string; months: Map<string, EventMonth> }>;
}

/** One series alone says nothing of the months in which it has no record. */
const FEWEST_SERIES = 2;
const COUNT: Kind = "count";

/** Gathers the events of files, and answers with the months that are 0. */
export function eventNoughts() {
  const sources = new Map<string, Gathered>();
  const stated = new Map<string, Gathered & { cover: StatedCover }>();
  return {
    /** Takes a file, with what the plan states of it. */
    add(events: FileEvents, cover?: StatedCover): void {
      const source = sources.get(events.source) ?? gathered(events);
      sources.set(events.source, source);
      gather(source, events, events.series.size >= FEWEST_SERIES);
      if (!cover) return;
      const id = `${cover.place.line}\n${cover.place.column}`;
      const entry = stated.get(id) ?? { ...gathered(events), cover };
      stated.set(id, entry);
      gather(entry, events, true);
    },
    /** The figures of months that are 0. */
    *all(asked: Asked): Generator<Observation> {
      for (const source of sources.values()) yield* seenNoughts(source, asked);
      for (const entry of stated.values()) yield* statedNoughts(entry.cover, entry, asked);
    },
  };
}

const gathered = ({ heading }: FileEvents): Gathered => ({ heading, series: new Map(), areas: new Map() });

function gather({ series, areas }: Gathered, events: FileEvents, withMonths: boolean): void {
  for (const [key, name] of events.series) if (!series.has(key)) series.set(key, name);
  if (!withMonths) return;
  for (const { key, label, months } of events.areas) {
    const area = areas.get(key) ?? { label, months: new Map<string, EventMonth>() };
    areas.set(key, area);
    for (const one of months) {
      const before = area.months.get(periodKey(one.period));
      if (!before || before.records < one.records) area.months.set(periodKey(one.period), one);
    }
  }
}

/** The months between the first and the last of a series, in which its area has other records. */
function* seenNoughts({ series, areas, heading }: Gathered, { isWanted, months: monthsOf }: Asked) {
  for (const [areaKey, { label: area, months }] of areas) {
    for (const [seriesKey, name] of series) {
      const given = monthsOf(name, areaKey);
      const [first, last] = [Math.min(...given.map(({ from }) => from)), Math.max(...given.map(({ to }) => to))];
      const known = new Set(given.map(periodKey));
      for (const [when, { period, records, from }] of months) {
        if (period.from !== period.to || period.from < first || period.to > last || known.has(when)) continue;
        if (!isWanted(areaKey, seriesKey, period)) continue;
        yield noughtOf({ name, area, areaKey, heading, period, records, from });
      }
    }
  }
}

/** The months that the plan states to be there in full. */
function* statedNoughts(cover: StatedCover, { series, areas, heading }: Gathered, { isWanted, months }: Asked) {
  const named = cover.areas ?? [...areas].map(([key, { label }]) => ({ key, label }));
  for (const { key: areaKey, label: area } of named) {
    for (const [seriesKey, name] of series) {
      const known = new Set(months(name, areaKey).map(periodKey));
      for (let month = cover.period.from; month <= cover.period.to; month += 1) {
        const period = { from: month, to: month };
        if (known.has(periodKey(period)) || !isWanted(areaKey, seriesKey, period)) continue;
        const { records = 0, from = cover.place } = areas.get(areaKey)?.months.get(periodKey(period)) ?? {};
        // What the plan states has no heading over it.
        const over = records === 0 ? "" : heading;
        yield noughtOf({ name, area, areaKey, heading: over, period, records, from, by: cover.files });
      }
    }
  }
}

interface NoughtOf extends EventMonth {
  readonly name: string;
  readonly area: string;
  readonly areaKey: string;
  readonly heading: string;
  readonly by?: string;
}

function noughtOf({ name: series, area, areaKey, heading, period, records: among, from, by }: NoughtOf): Observation {
  const remark = { what: "nought" as const, series, area, period, among, ...(by !== undefined && { by }) };
  return {
    ...{ series, area, areaKey, period, kind: COUNT, heading, counted: true, among },
    figure: { value: ZERO, unit: "count", from: [{ ...from, among: true }], remarks: [remark] },
  };
}

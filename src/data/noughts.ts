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

/** Months that the plan states a file to have in full, for some areas or for all that it has. */
export interface StatedCover {
  readonly period: Period;
  readonly areas: readonly { readonly key: string; readonly label: string }[] | undefined;
  readonly place: Origin;
}

/** What is asked of the data to find the months that are 0. */
interface Asked {
  readonly isWanted: (areaKey: string, seriesKey: string, period: Period) => boolean;
  /** The months for which there are figures of a series in an area, wanted or not. */
  readonly months: (series: string, areaKey: string) => readonly Period[];
}

/** The files of one source that go together. */
interface Source {
  readonly series: Map<string, string>;
  readonly areas: Map<string, { label: string; months: Map<string, EventMonth> }>;
  heading: string;
}

/** One series alone says nothing of the months in which it has no record. */
const FEWEST_SERIES = 2;
const COUNT: Kind = "count";

/** Gathers the events of files, and answers with the months that are 0. */
export function eventNoughts() {
  const sources = new Map<string, Source>();
  const stated: { cover: StatedCover; of: FileEvents }[] = [];
  return {
    /** Takes a file, with what the plan states of it. */
    add(events: FileEvents, cover?: StatedCover): void {
      if (cover) stated.push({ cover, of: events });
      const source = sources.get(events.source) ?? { series: new Map(), areas: new Map(), heading: events.heading };
      sources.set(events.source, source);
      for (const [key, name] of events.series) if (!source.series.has(key)) source.series.set(key, name);
      if (events.series.size < FEWEST_SERIES) return;
      for (const { key, label, months } of events.areas) {
        const area = source.areas.get(key) ?? { label, months: new Map<string, EventMonth>() };
        source.areas.set(key, area);
        for (const one of months) {
          const before = area.months.get(periodKey(one.period));
          if (!before || before.records < one.records) area.months.set(periodKey(one.period), one);
        }
      }
    },
    /** The figures of months that are 0. */
    *all({ isWanted, months: monthsOf }: Asked): Generator<Observation> {
      for (const { series, areas, heading } of sources.values()) {
        for (const [areaKey, { label: area, months }] of areas) {
          for (const [seriesKey, name] of series) {
            const given = monthsOf(name, areaKey);
            const [first, last] = [Math.min(...given.map(({ from }) => from)), Math.max(...given.map(({ to }) => to))];
            const known = new Set(given.map(periodKey));
            for (const [when, { period, records, from }] of months) {
              if (period.from !== period.to || period.from < first || period.to > last || known.has(when)) continue;
              if (isWanted(areaKey, seriesKey, period))
                yield noughtOf({ name, area, areaKey, heading, period, records, from });
            }
          }
        }
      }
      for (const { cover, of } of stated) yield* statedNoughts(cover, of, { isWanted, months: monthsOf });
    },
  };
}

/** The months that the plan states to be there in full. */
function* statedNoughts(cover: StatedCover, of: FileEvents, { isWanted, months }: Asked): Generator<Observation> {
  const { heading, file } = of;
  for (const { key: areaKey, label: area } of cover.areas ?? of.areas) {
    const own = of.areas.find(({ key }) => key === areaKey)?.months ?? [];
    for (const [seriesKey, name] of of.series) {
      const known = new Set(months(name, areaKey).map(periodKey));
      for (let month = cover.period.from; month <= cover.period.to; month += 1) {
        const period = { from: month, to: month };
        if (known.has(periodKey(period)) || !isWanted(areaKey, seriesKey, period)) continue;
        const { records = 0, from = cover.place } =
          own.find((one) => periodKey(one.period) === periodKey(period)) ?? {};
        yield noughtOf({ name, area, areaKey, heading, period, records, from, by: file });
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
    figure: { value: ZERO, unit: "count", from: [from], remarks: [remark] },
  };
}

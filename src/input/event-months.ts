// How many records of events an area has of each month, of whatever series: a series without any is 0 there.

import type { Period } from "../core/period.ts";
import type { EventMonth, FileEvents } from "../data/noughts.ts";
import type { Located } from "./area-of.ts";
import type { CellPlaces } from "./cell-places.ts";
import { addLine, originsOf, stretchTo } from "./line-runs.ts";
import type { RecordTime } from "./record-times.ts";
import type { NamedValue } from "./series-of.ts";
import type { Layout } from "./sources/layout.ts";
import type { WantedValues } from "./wanted-values.ts";

/** Takes the records of an area, one by one. */
export interface AreaTally {
  see(time: RecordTime, line: number): void;
}

/** So many runs of lines are kept of a month; beyond, they are joined. */
const MOST_RUNS = 128;

/** Counts the records of a file in which each is one event; of any other file, nothing. */
export function eventMonths(file: string, { source, values }: Layout, wants: WantedValues, cells: CellPlaces) {
  const isOfEvents = values.length > 0 && values.every(({ counted }) => counted);
  const series = new Map<string, string>();
  const tallies = new Map<string, { place: Located; months: Month[]; tally: AreaTally }>();
  return {
    /** Takes the name of a series. */
    name({ seriesKey, series: name }: NamedValue): void {
      if (isOfEvents && !series.has(seriesKey)) series.set(seriesKey, name);
    },
    /** Where to count the records of a place; nothing where nobody asks for its areas. */
    tallyOf(place: Located): AreaTally | undefined {
      if (!isOfEvents || wants.isNobodys(place)) return undefined;
      const areas = wants.areasOf(place);
      const id = areas.length === 1 ? place.first.key : areas.map(({ key }) => key).join("\n");
      const known = tallies.get(id);
      if (known) return known.tally;
      const months: Month[] = [];
      const tally = { see: (time: RecordTime, line: number): void => count(months, time, line) };
      tallies.set(id, { place, months, tally });
      return tally;
    },
    /** What was counted; nothing where the file is not one of events. */
    all(): FileEvents | undefined {
      const [value] = values;
      if (!isOfEvents || !value) return undefined;
      const column = value.column + 1;
      const areas = [...tallies.values()].flatMap(({ place, months }) => {
        const own = months.flatMap((one) => dated(one, file, column));
        return own.length === 0 ? [] : wants.areasOf(place).map(({ key, label }) => ({ key, label, months: own }));
      });
      areas.sort((a, b) => (a.key < b.key ? -1 : 1));
      return { source, file, series, heading: cells.headingAt(value.column), areas };
    },
  };
}

interface Month {
  /** Nothing as long as there is no record of it. */
  period: Period | undefined;
  records: number;
  readonly runs: number[];
  /** How many runs of lines these are. */
  kept: number;
}

function count(months: Month[], time: RecordTime, line: number): void {
  const { number, period } = time;
  // Without holes, for the engine's sake.
  for (let index = months.length; index <= number; index += 1)
    months.push({ period: undefined, records: 0, runs: [], kept: 0 });
  const month = months[number] as Month;
  month.period ??= period as Period;
  month.records += 1;
  if (month.kept === MOST_RUNS) stretchTo(month.runs, line);
  else if (addLine(month.runs, line)) month.kept += 1;
}

const dated = ({ period, records, runs }: Month, file: string, column: number): EventMonth[] =>
  originsOf(runs, file, column).flatMap((from) => (period ? { period, records, from } : []));

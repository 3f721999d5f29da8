// The areas, names and times of a long file, each by the numbers of its words (scanner.ts), and who wants their records.

import type { Taker } from "../fast-reader.ts";
import type { RecordWords } from "../known-records.ts";
import { byNumbers } from "./by-numbers.ts";
import type { ColumnUse, Fields } from "./roles.ts";
import { numberedOf } from "./scanner.ts";

/** Who wants the records of an area and a name. */
interface WantedWords {
  readonly routes: ReturnType<Taker["routesFor"]>;
  readonly isUnwanted: boolean;
}

/** An area that was met, and how many cells say it. */
interface MetArea {
  readonly place: RecordWords["place"];
  readonly filled: number;
  readonly isUnwanted: boolean;
  readonly tally: ReturnType<Taker["tallyOf"]>;
}

/** What is remembered of the records that were read in full. A record is asked about by its numbers, from `at` on in `out`. */
export function metWords({ roles, fields }: Fields, { routesFor, isUnwanted, needsNumbers, tallyOf }: Taker) {
  const numbered = numberedOf(fields);
  const placesOf = (...wanted: ColumnUse[]): number[] =>
    numbered.flatMap(({ role }, index) => (wanted.includes(role) ? [index + 1] : []));
  const columnsOfRole = (wanted: ColumnUse): number[] =>
    roles.flatMap((role, column) => (role === wanted ? [column] : []));
  const [areaColumns, nameColumns, valueColumns] = (["area", "name", "number"] as const).map(columnsOfRole) as [
    number[],
    number[],
    number[],
  ];
  const values = placesOf("number");
  const areas = byNumbers<MetArea>(placesOf("area"));
  const names = byNumbers<{ named: RecordWords["named"]; filled: number }>(placesOf("name"));
  const times = byNumbers<RecordWords["time"]>(placesOf("period"));
  const both = byNumbers<WantedWords>(placesOf("area", "name"));

  /** Whether there are plain digits under all values. */
  const areNumbers = (out: Int32Array, at: number): boolean => {
    for (let index = 0; index < values.length; index += 1) {
      if ((out[at + (values[index] as number)] as number) < 0) return false;
    }
    return true;
  };

  /** What is known of records with the area and the name of one that comes with both for the first time. */
  const known = (out: Int32Array, at: number): WantedWords | undefined => {
    const [area, name] = [areas.get(out, at), names.get(out, at)];
    // With two cells of names it is neither blank nor a note, whatever else it says.
    if (!area || !name || area.filled + name.filled < 2) return undefined;
    const routes = routesFor(area.place, name.named);
    const found = { routes, isUnwanted: routes?.length === 0 };
    both.set(out, at, found);
    return found;
  };

  return {
    areNumbers,
    timeOf: times.get,
    /** Where the values of a record go; nothing where it has to be read in full. */
    routesOf: (out: Int32Array, at: number): WantedWords["routes"] => (both.get(out, at) ?? known(out, at))?.routes,
    /** The whole number of a record in a column of values. */
    numberIn: (column: number, out: Int32Array, at: number): number =>
      out[at + (values[valueColumns.indexOf(column)] ?? 0)] as number,
    /** Whether a record says nothing but what is known, and nobody wants it. */
    isPassed(out: Int32Array, at: number, line: number): boolean {
      const time = times.get(out, at);
      if (time === undefined) return false;
      const area = areas.get(out, at);
      if (area?.isUnwanted !== true) {
        if (both.get(out, at)?.isUnwanted !== true || (needsNumbers && !areNumbers(out, at))) return false;
        if (area?.tally !== undefined && typeof time.period === "object") area.tally.see(time, line);
        return true;
      }
      const name = names.get(out, at);
      return name !== undefined && area.filled + name.filled >= 2;
    },
    /** Counts a record of an area and a time, of whatever name. */
    count(out: Int32Array, at: number, time: RecordWords["time"], line: number): void {
      if (typeof time.period === "object") areas.get(out, at)?.tally?.see(time, line);
    },
    /** Remembers what a record with these cells says. */
    learn(out: Int32Array, at: number, said: RecordWords, cells: readonly string[]): void {
      const filled = (columns: readonly number[]): number =>
        columns.filter((column) => (cells[column] ?? "").trim() !== "").length;
      const { place } = said;
      const tally = tallyOf(place);
      areas.set(out, at, { place, filled: filled(areaColumns), isUnwanted: isUnwanted(place), tally });
      names.set(out, at, { named: said.named, filled: filled(nameColumns) });
      times.set(out, at, said.time);
    },
  };
}

// Sums of records: a figure that the records of a file add up to, with all their lines.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, type Exact, exact, exactText, plus, smallWhole, ZERO } from "../core/number.ts";
import { type Period, periodKey, periodName } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { kinds } from "../core/value-kind.ts";
import type { Observation } from "../data/observation.ts";

/** What the records of a sum have in common, besides their area and period. */
export interface SumNames extends Pick<Observation, "series" | "kind" | "heading" | "counted"> {
  readonly seriesKey: string;
  /** It stands in the file among its parts. */
  readonly isTotal: boolean;
  readonly level: number;
  readonly column: number;
}

/** What adds up to one figure while the records of a file go by. */
export interface RecordSum {
  readonly names: SumNames;
  readonly area: string;
  readonly areaKey: string;
  readonly period: Period;
  value: Exact;
  /** The same for the same records, in whatever order; with others it is another. */
  mark: number;
  whole: number;
  gap: Figure | undefined;
  /** First and last line of each run of lines. */
  readonly runs: number[];
}

export type RecordSums = ReturnType<typeof recordSums>;

/** The sums of a file. */
export function recordSums(file: string) {
  const all: RecordSum[] = [];
  const tables = new Map<string, Map<string, RecordSum>>();
  const levels = new Map<string, number>();
  let hasTotals = false;
  const idOf = ({ level, seriesKey, kind }: SumNames, areaKey: string, isTotal: boolean): string =>
    `${isTotal ? "total" : "parts"}\n${level}\n${seriesKey}\n${areaKey}\n${kind}`;
  return {
    /** The sums of these names for an area, by the keys of their periods, in which new ones are put. */
    of(names: SumNames, areaKey: string): Map<string, RecordSum> {
      const id = idOf(names, areaKey, names.isTotal);
      const table = tables.get(id) ?? new Map<string, RecordSum>();
      if (table.size === 0) tables.set(id, table);
      return table;
    },
    /** A new sum for a period. */
    make(names: SumNames, areaKey: string, area: string, period: Period): RecordSum {
      hasTotals ||= names.isTotal;
      const sum = { names, area, areaKey, period, value: ZERO, mark: 0, whole: 0, gap: undefined, runs: [] };
      all.push(sum);
      return sum;
    },
    /** Notes that a series of that name is given at a level. */
    noteLevel(seriesKey: string, level: number): void {
      if (level < (levels.get(seriesKey) ?? Number.POSITIVE_INFINITY)) levels.set(seriesKey, level);
    },
    /** What they came to; of series that have one name at several levels, that of the widest. */
    *all(refuse: (found: Problem) => void, isWanted: (sum: RecordSum) => boolean): Generator<Observation> {
      for (const sum of all) {
        const { names, area, areaKey, period, mark } = sum;
        const { series, kind, heading, level, counted } = names;
        // "Robbery" the group is not "Robbery" the offence as well: of one name, the widest level is meant.
        if (level !== (levels.get(names.seriesKey) ?? level)) continue;
        const figure = figureOf(sum, file);
        // A total among its parts is not added to them; they are added up to be compared with it.
        const total = hasTotals ? tables.get(idOf(names, areaKey, true))?.get(periodKey(period)) : undefined;
        if (!total || total === sum) {
          yield { series, area, areaKey, period, kind, heading, ...(counted && { counted }), mark, figure };
          continue;
        }
        if (!isWanted(sum)) continue;
        const whole = figureOf(total, file);
        const [at] = whole.from;
        if (!isKnown(figure) || !isKnown(whole) || !at || compareExact(figure.value, whole.value) === 0) continue;
        const what = `${series} for ${area}, ${periodName(period)}`;
        refuse(problem("parts-differ", at, what, exactText(whole.value), exactText(figure.value)));
      }
    },
  };
}

/** The record of that line is one of the sum's. */
function addLine(sum: RecordSum, line: number, mark: number): void {
  sum.mark = (sum.mark + mark) | 0;
  const last = sum.runs.length - 1;
  if (sum.runs[last] === line - 1) sum.runs[last] = line;
  else if (sum.runs[last] !== line) sum.runs.push(line, line);
}

/** Whole numbers are added as such, as long as they are exact; decimals only where there are any. */
export function addTo(sum: RecordSum, figure: Figure, line: number, mark: number): void {
  const whole = isKnown(figure) ? smallWhole(figure.value) : undefined;
  if (whole !== undefined) {
    addWhole(sum, whole, line, mark);
    return;
  }
  addLine(sum, line, mark);
  if (isKnown(figure)) sum.value = plus(sum.value, figure.value);
  else sum.gap ??= figure;
}

/** Adds a small whole number; what would be too large to be exact is set aside as a decimal first. */
export function addWhole(sum: RecordSum, whole: number, line: number, mark: number): void {
  addLine(sum, line, mark);
  if (Math.abs(sum.whole + whole) > Number.MAX_SAFE_INTEGER) {
    sum.value = plus(sum.value, exact(sum.whole));
    sum.whole = 0;
  }
  sum.whole += whole;
}

/** "2-13,15" for the runs of lines; nothing for a single line. */
function linesOf(runs: readonly number[]): string | undefined {
  if (runs.length === 2 && runs[0] === runs[1]) return undefined;
  const parts: string[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    parts.push(runs[index] === runs[index + 1] ? `${runs[index]}` : `${runs[index]}-${runs[index + 1]}`);
  }
  return parts.join(",");
}

/** The figure that the records added up to, its origin being all their lines. */
export function figureOf({ names, runs, gap, value, whole }: RecordSum, file: string): Figure {
  const { column, kind } = names;
  const lines = linesOf(runs);
  const from = [{ file, line: runs[0] ?? 1, column, ...(lines !== undefined && { lines }) }];
  return gap ?? { value: value === ZERO ? exact(whole) : plus(value, exact(whole)), unit: kinds[kind], from };
}

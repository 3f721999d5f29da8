// Sums of records: a figure that the records of a file add up to, with all their lines.

import { type Figure, isKnown, missing } from "../core/figure.ts";
import { compareExact, type Exact, exact, exactText, plus, smallWhole, ZERO } from "../core/number.ts";
import { type Period, periodKey, periodName } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Remark } from "../core/remarks.ts";
import { kinds } from "../core/value-kind.ts";
import { periodWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Observation } from "../data/observation.ts";
import type { RecordSeen } from "./duplicates.ts";
import { addLine, originsOf, withoutRuns } from "./line-runs.ts";
import type { Additions, Layout } from "./sources/layout.ts";

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
  /** Its lines (line-runs.ts). */
  readonly runs: number[];
  /** Of events without a number of their own, among others that have one: how many, and their lines. */
  unnamed: number;
  readonly unnamedRuns: number[];
  /** How many records were passed over, and how many are alike. */
  passed: number;
  alike: number;
  /** How many records could not be compared with all before them. */
  lost: number;
  /** How many records it has, and how many of them have no figure. */
  records: number;
  gaps: number;
}

export type RecordSums = ReturnType<typeof recordSums>;

/** The sums of a file; of events with numbers, `idHeading` is the heading of those. */
export function recordSums(file: string, { additions }: Partial<Pick<Layout, "additions">> = {}, idHeading = "") {
  const all: RecordSum[] = [];
  const tables = new Map<string, Map<string, RecordSum>>();
  const levels = new Map<string, number>();
  let hasTotals = false;
  let isRefused = false;
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
      // No spreading: what is spread is found a step further away, for every record.
      const sum: RecordSum = {
        names,
        area,
        areaKey,
        period,
        value: ZERO,
        mark: 0,
        whole: 0,
        gap: undefined,
        runs: [],
        unnamed: 0,
        unnamedRuns: [],
        passed: 0,
        alike: 0,
        lost: 0,
        records: 0,
        gaps: 0,
      };
      all.push(sum);
      return sum;
    },
    /** None of them can be used, which is told. */
    refuse(): void {
      isRefused = true;
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
        const figure = isRefused ? refusedOf(sum, file) : figureOf(sum, file, idHeading, additions);
        // A total among its parts is not added to them; they are added up to be compared with it.
        const total = hasTotals ? tables.get(idOf(names, areaKey, true))?.get(periodKey(period)) : undefined;
        if (!total || total === sum) {
          const isEvents = idHeading !== "" && counted === true;
          const events = isEvents && { unnamed: sum.unnamed, named: namedOf(sum, file, figure) };
          const more = { ...(counted && { counted }), ...(events && { events }) };
          yield { series, area, areaKey, period, kind, heading, ...more, mark, figure };
          continue;
        }
        if (!isWanted(sum)) continue;
        const whole = figureOf(total, file, idHeading);
        const [at] = whole.from;
        if (!isKnown(figure) || !isKnown(whole) || !at || compareExact(figure.value, whole.value) === 0) continue;
        const what = `${series} for ${area}, ${periodName(period)}`;
        refuse(problem("parts-differ", at, what, exactText(whole.value), exactText(figure.value)));
      }
    },
  };
}

/** The record of that line is one of the sum's. */
function addRecord(sum: RecordSum, line: number, { mark, isUnnamed, isAlike, isLost }: RecordSeen): void {
  sum.records += 1;
  sum.mark = (sum.mark + mark) | 0;
  addLine(sum.runs, line);
  if (isAlike) sum.alike += 1;
  if (isLost) sum.lost += 1;
  if (!isUnnamed) return;
  sum.unnamed += 1;
  addLine(sum.unnamedRuns, line);
}

/** Whole numbers are added as such, as long as they are exact; decimals only where there are any. */
export function addTo(sum: RecordSum, figure: Figure, line: number, seen: RecordSeen): void {
  const whole = isKnown(figure) ? smallWhole(figure.value) : undefined;
  if (whole !== undefined) {
    addWhole(sum, whole, line, seen);
    return;
  }
  addRecord(sum, line, seen);
  if (isKnown(figure)) sum.value = plus(sum.value, figure.value);
  else {
    sum.gaps += 1;
    sum.gap ??= figure;
  }
}

/** Adds a small whole number; what would be too large to be exact is set aside as a decimal first. */
export function addWhole(sum: RecordSum, whole: number, line: number, seen: RecordSeen): void {
  addRecord(sum, line, seen);
  if (Math.abs(sum.whole + whole) > Number.MAX_SAFE_INTEGER) {
    sum.value = plus(sum.value, exact(sum.whole));
    sum.whole = 0;
  }
  sum.whole += whole;
}

/** The figure that the records added up to, its origin being all their lines. */
function figureOf(sum: RecordSum, file: string, idHeading: string, additions?: Additions): Figure {
  const { names, runs, gap, value, whole, passed, alike, lost } = sum;
  const { column, kind } = names;
  const from = originsOf(runs, file, column);
  const remarks: Remark[] = [];
  if (passed > 0) remarks.push({ what: "passed", file, records: passed, id: idHeading });
  if (alike > 0) remarks.push({ what: "alike", file, records: alike });
  if (lost > 0) remarks.push({ what: "lost", file, records: lost });
  const said = remarks.length > 0 && { remarks };
  const leftOut = additions?.leftOut;
  // Put into words only where some are: a plan asks for thousands of sums.
  const lacking = () => ({ n: sum.gaps, records: sum.records, period: periodWords(sum.period), file });
  const isLeftOut = gap !== undefined && leftOut !== undefined && sum.gaps < sum.records;
  const notes = isLeftOut && { notes: [say("note.left-out", { ...lacking(), reason: leftOut })] };
  if (gap && additions && !isLeftOut && !isKnown(gap)) {
    const reason =
      sum.gaps === sum.records ? gap.gap.reason : say("gap.records", { ...lacking(), reason: gap.gap.reason });
    return { ...gap, gap: { ...gap.gap, reason }, from: gap.from, ...said };
  }
  if (gap && !isLeftOut) return { ...gap, ...said };
  const sumOf = value === ZERO ? exact(whole) : plus(value, exact(whole));
  return { value: sumOf, unit: kinds[kind], from, ...said, ...notes };
}

/** Of records that cannot be added up. */
const refusedOf = (sum: RecordSum, file: string): Figure => {
  const reason = say("gap.not-added");
  const from = [{ file, line: sum.runs[0] ?? 1, column: sum.names.column }];
  return missing(kinds[sum.names.kind], { mark: "x", reason, reported: true }, from);
};

/** The figure of events without those that have no number of their own. */
function namedOf(
  { names, unnamed, unnamedRuns, runs, records, whole }: RecordSum,
  file: string,
  figure: Figure,
): Figure {
  if (unnamed === 0 || runs.length === 0) return figure;
  const remarks = (figure.remarks ?? []).filter(({ what }) => what !== "alike");
  const from = originsOf(unnamed === records ? [] : withoutRuns(runs, unnamedRuns), file, names.column);
  return { unit: figure.unit, value: exact(whole - unnamed), from, ...(remarks.length > 0 && { remarks }) };
}

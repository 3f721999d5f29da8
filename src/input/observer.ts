// A file's records → observations, by its layout; what cannot be read is refused cell by cell, with its place.

import type { Figure, Origin } from "../core/figure.ts";
import { periodUnder } from "../core/heading-period.ts";
import { ONE } from "../core/number.ts";
import { type Period, periodKey, UNSTATED } from "../core/period.ts";
import { manyProblems, type Problem, problem } from "../core/problems/problems.ts";
import { type Kind, kinds } from "../core/value-kind.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Wanted } from "../data/observation.ts";
import type { storeBuilder } from "../data/store.ts";
import { type Located, locator } from "./area-of.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import { hashOf, type RecordHash, repeatsOf } from "./duplicates.ts";
import { readFigure } from "./parse-figure.ts";
import { partsCheck } from "./parts-check.ts";
import { wordsOf } from "./record.ts";
import { addTo, addWhole, type RecordSum, recordSums, type SumNames } from "./record-sums.ts";
import { soundness } from "./row-check.ts";
import { columnOf, type NamedValue, namedOf } from "./series-of.ts";
import type { Layout, ValueColumn, Words } from "./sources/layout.ts";

type Gathered = ReturnType<typeof storeBuilder>;

/** When a record is of. */
interface Timed {
  readonly words: string;
  readonly period: Period | string | undefined;
  readonly key: string;
  /** Of the kinds asked about so far, whether the period is wanted. */
  readonly isWanted: Map<Kind, boolean>;
  /** Once asked for, its number among the periods that figures are given of; -1 until then. */
  date: number;
}

/** The values of a column with these names in some place, and where they go: to those who want them. */
interface Route {
  readonly values: ValueColumn;
  readonly kind: Kind;
  readonly targets: readonly Target[];
}

/** For one who wants them, the sums to add to by the keys of their periods, and the periods to note. */
interface Target extends Pick<Located["first"], "key" | "label"> {
  readonly names: SumNames;
  readonly sums: Map<string, RecordSum>;
  readonly dates: boolean[];
}

/** What a record says: its area, its period, and for each column of values what they are of. */
export interface RecordWords {
  readonly place: Located;
  readonly time: Timed;
  readonly named: readonly (NamedValue | undefined)[];
}

/** A record that is not taken apart until it is asked about. */
export interface Unread extends Record {
  readonly hash: RecordHash;
  /** The whole number in a column. */
  readonly number: (column: number) => number;
}

/**
 * Takes the records of a file one by one. What is wanted of them goes to `gathered` as they come, or, of a file whose
 * records add up, when it is done; `done` answers with the problems.
 */
export function observer(file: string, layout: Layout, places: Gazetteer, wanted: Wanted, gathered: Gathered) {
  const many = manyProblems(file);
  let told = 0;
  const problems = {
    push(found: Problem): void {
      told += 1;
      many.push(found);
    },
  };
  const times = new Map<string, Timed>();
  const sums = recordSums(file);
  const levels = new Map<string, number>();
  const check = partsCheck(file, places);
  const { headings } = layout;
  const headingAt = (column: number): string => headings[column] || `column ${column + 1}`;
  let records = 0;
  const repeats = repeatsOf();
  const isSound = soundness(file, layout, places, problems.push);
  const located = locator(file, layout, places, problems.push);

  /** Takes a record; answers with what it says, where nothing was wrong with it. */
  const record = (row: Record): RecordWords | undefined => {
    if (!isSound(row)) return undefined;
    records += 1;
    const before = told;
    const known = {
      place: undefined as Located | undefined,
      named: [] as (NamedValue | undefined)[],
      time: undefined as Timed | undefined,
    };
    // The columns of a file mostly share their area and their period: each is made out once for a record.
    let place: Located | undefined;
    let placeFrom: ValueColumn["area"] | undefined;
    let timeFrom: Words | undefined;
    let isNew = false;
    let isSeen = false;
    for (const values of layout.values) {
      if (placeFrom !== values.area) {
        placeFrom = values.area;
        place = located(row, values);
      }
      // What is wrong with the area of a record was said for its first column.
      if (!place) continue;
      if (known.time === undefined || timeFrom !== values.period) {
        timeFrom = values.period;
        const before = times.size;
        known.time = timed(row, values);
        isNew = times.size > before;
        if (wanted.readAll) tellPeriod(row, values, known.time, isNew);
      }
      const named = namedOf(row, values, file, headingOf, problems.push);
      known.place = place;
      known.named.push(named);
      if (!named) continue;
      const { series, seriesKey, kind } = named;
      for (const one of takersOf(place)) gathered.name(one.label, one.key, series, kind);
      const { level } = values;
      if (level !== undefined && level < (levels.get(seriesKey) ?? Number.POSITIVE_INFINITY))
        levels.set(seriesKey, level);
      if (observe(row, named, place, known.time, isNew, isSeen)) isSeen = true;
    }
    const isAll = known.named.length === layout.values.length && known.named.some((one) => one);
    return isAll && told === before ? (known as RecordWords) : undefined;
  };

  /**
   * Who wants the values of records of that area and these names, where each needs no more than its period and plain
   * digits to be added; nothing where a record of them has to be read in full.
   */
  const routesFor = (place: Located, all: RecordWords["named"]): readonly Route[] | undefined => {
    const routes: Route[] = [];
    for (const named of all) {
      if (!named) continue;
      const isSimple = !isChecked(named, place) && !named.values.fraction && countable.includes(named.kind);
      if (!isSimple) return undefined;
      const wantedBy = wantersOf(named, place);
      if (wantedBy.length === 0) continue;
      if (!layout.sums) return undefined;
      routes.push(routeOf(named, place, wantedBy));
    }
    return routes;
  };

  /** Whether nobody wants anything of an area: then its records say nothing new, once their words are known. */
  const isUnwanted = (place: Located): boolean =>
    layout.sums === true && !needsNumbers && !takersOf(place).some(({ key }) => wanted.area?.(key) !== false);

  /** Takes a record of such values, which is of that time, with plain digits under all of them. */
  const addKnown = (routes: readonly Route[], time: Timed, row: Unread): void => {
    let hash: RecordHash | undefined;
    // By number: until it is compiled, a loop over the values of a list makes objects at every turn.
    for (let way = 0; way < routes.length; way += 1) {
      const { values, kind, targets } = routes[way] as Route;
      const isDated = isWanted(time, kind);
      if (isDated && !hash) {
        hash = row.hash;
        see(row, hash, values);
      }
      const whole = values.counted || !isDated ? 1 : row.number(values.column);
      for (let index = 0; index < targets.length; index += 1) {
        const target = targets[index] as Target;
        if (!hash || !isDated) note(target.dates, time);
        else addWhole(sumAt(target, time), whole, row.line, hash.mark);
      }
    }
  };

  const origin = (row: Record, column: number): Origin => ({ file, line: row.line, column: column + 1 });
  const headingOf = (from: Words, values: ValueColumn): string =>
    "text" in from ? from.text : headingAt(columnOf(from, values));

  const timed = (row: Record, values: ValueColumn): Timed => {
    const words = values.period ? wordsOf(row, values.period) : "";
    const known = times.get(words);
    if (known && (values.period || known.period === UNSTATED)) return known;
    const period = values.period ? periodUnder(words, headingOf(values.period, values)) : UNSTATED;
    const isPeriod = typeof period === "object";
    const time: Timed = { words, period, key: isPeriod ? periodKey(period) : "", isWanted: new Map(), date: -1 };
    times.set(words, time);
    if (values.period && isPeriod && period.doubt) {
      const at = origin(row, columnOf(values.period, values));
      problems.push(problem("period-odd", at, headingOf(values.period, values), words, period.doubt));
    }
    return time;
  };

  /** Tells of a record's period that it cannot be read. */
  const tellPeriod = (row: Record, values: ValueColumn, { period, words }: Timed, isNew: boolean): void => {
    const from = values.period ?? { text: "" };
    // What a heading says is wrong once, not once for each record below it.
    if (typeof period === "object" || ("text" in from && !isNew)) return;
    const at = origin(row, columnOf(from, values));
    problems.push(problem("period-unknown", at, headingOf(from, values), words, period));
  };

  /** Looks for repeated records: of crimes that are counted, only those with a number of their own can be told apart. */
  const see = (row: Record, hash: RecordHash, values: ValueColumn): void => {
    const { first } = hash;
    const isNamed = (first > 0x20 && first < 0x7f) || (first !== 0 && (row.cells[0] ?? "").trim() !== "");
    if (isNamed || !values.counted) repeats.see(row.line, hash);
  };

  const isWanted = (time: Timed, kind: Kind): boolean => {
    const known = time.isWanted.get(kind);
    if (known !== undefined) return known;
    const isWanted = wanted.period(time.period as Period, kind);
    time.isWanted.set(kind, isWanted);
    return isWanted;
  };

  /** Notes that there are figures of a period that is not wanted. */
  const note = (dates: boolean[], time: Timed): void => {
    if (time.date < 0) time.date = gathered.dateOf(time.period as Period);
    dates[time.date] = true;
  };

  /** The sum that values add to at a time. */
  const sumAt = ({ key, label, names, sums: table }: Target, time: Timed): RecordSum => {
    const known = table.get(time.key);
    if (known) return known;
    const sum = sums.make(names, key, label, time.period as Period);
    table.set(time.key, sum);
    return sum;
  };

  /** Of a file whose records add up, each is part of its own area's figure and of that of the area around it. */
  const takersOf = (place: Located): Located["keys"] => (layout.sums ? place.keys : [place.first]);

  const wantersOf = ({ seriesKey, kind }: NamedValue, place: Located): Located["keys"] =>
    takersOf(place).filter((one) => wanted.figure(one.key, seriesKey, kind));

  const routeOf = (
    { values, kind, series, seriesKey }: NamedValue,
    { isTotal }: Located,
    by: Located["keys"],
  ): Route => {
    const where = { level: values.level ?? 0, column: values.column + 1, heading: headingAt(values.column) };
    const names = { series, seriesKey, kind, isTotal, ...where, ...(values.counted && { counted: true as const }) };
    const targets = by.map(({ key, label }): Target => {
      return { key, label, names, sums: sums.of(names, key), dates: gathered.datesOf(series, key, kind) };
    });
    return { values, kind, targets };
  };

  /** Counts of parts and totals are compared with each other, wanted or not. */
  const isChecked = ({ kind }: NamedValue, { first, parent }: Located): boolean =>
    kind === "count" && !layout.sums && (first.area !== undefined || parent !== undefined);

  /** Whether the record was added to a sum, and seen by those that look for repeated ones. */
  const observe = (
    row: Record,
    named: NamedValue,
    place: Located,
    time: Timed,
    isNew: boolean,
    isSeen: boolean,
  ): boolean => {
    const { values, kind, series } = named;
    const wantedBy = wantersOf(named, place);
    const isPart = isChecked(named, place);
    const isUndated = wanted.readAll === true && typeof time.period !== "object";
    if (isUndated || (wantedBy.length === 0 && !isPart)) {
      if (wanted.readAll && (values.level ?? 0) === 0 && !values.counted) {
        const { wrong } = readFigure(
          cellAt(row, values.column),
          kind,
          headingAt(values.column),
          origin(row, values.column),
          values.fraction,
        );
        if (wrong) problems.push(wrong);
      }
      return false;
    }
    const { period } = time;
    if (typeof period !== "object") {
      tellPeriod(row, values, time, isNew);
      return false;
    }
    const isDated = isWanted(time, kind);
    if (!isDated) for (const { key } of wantedBy) note(gathered.datesOf(series, key, kind), time);
    if (!isDated && !isPart && !wanted.readAll) return false;
    const isSummed = layout.sums === true && isDated && wantedBy.length > 0;
    const hash = isSummed ? hashOf(row) : undefined;
    if (hash && !isSeen) see(row, hash, values);
    const heading = headingAt(values.column);
    const at = origin(row, values.column);
    const { figure, wrong } = values.counted
      ? { figure: { value: ONE, unit: kinds.count, from: [at] } satisfies Figure }
      : readFigure(cellAt(row, values.column), kind, heading, at, values.fraction);
    // Of a cell under several names one is told about, where all is read.
    if (wrong && (wanted.readAll ? (values.level ?? 0) === 0 : isDated && wantedBy.length > 0)) problems.push(wrong);
    if (isPart) {
      const { key: areaKey, label, area } = place.first;
      check.add(series, period, areaKey, label, area, place.parent, figure);
    }
    if (hash) {
      for (const target of routeOf(named, place, wantedBy).targets)
        addTo(sumAt(target, time), figure, row.line, hash.mark);
    } else {
      for (const { key: areaKey, label: area } of isDated ? wantedBy : []) {
        const noted = place.notes.length > 0 ? { ...figure, notes: place.notes } : figure;
        const counted = values.counted && ({ counted: true } as const);
        gathered.add({ series, area, areaKey, period, kind, heading, ...counted, figure: noted });
      }
    }
    return isSummed;
  };

  /** The problems of the file, once all its records have gone by; its sums are given then. */
  const done = (): readonly Problem[] => {
    for (const found of sums.all(levels, problems.push)) gathered.add(found);
    const { repeated, first } = repeats.found();
    // Of crimes that are counted two may be alike; an offence, area and quarter has one record.
    const isCounted = layout.values.every(({ counted }) => counted);
    const code = isCounted ? "records-repeated" : "records-doubled";
    if (repeated > 0) problems.push(problem(code, { file, line: first }, repeated));
    return [...many.all(), ...check.problems()];
  };
  const said = (): Period[] => [...times.values()].flatMap(({ period }) => (typeof period === "object" ? period : []));
  /** So many records came by that were not read in full. */
  const skip = (count: number): void => {
    records += count;
  };
  // Where every cell is read, a value that is not plain digits needs looking at, wanted or not.
  const needsNumbers = wanted.readAll === true;
  return {
    record,
    routesFor,
    isUnwanted,
    addKnown,
    skip,
    needsNumbers,
    done,
    records: () => records,
    periods: said,
  };
}
export type Observer = ReturnType<typeof observer>;

/** Kinds of which any whole number is one. */
const countable: readonly Kind[] = ["count", "rate", "base", "households", "change"];

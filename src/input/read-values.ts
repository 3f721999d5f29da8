// The values of records that are read in full: each is added to its sums, kept, or compared with its parts, as it is wanted.

import type { Figure } from "../core/figure.ts";
import { ONE } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import type { Problem } from "../core/problems/problems.ts";
import { kinds } from "../core/value-kind.ts";
import type { StoreBuilder } from "../data/store.ts";
import type { AddedRecords } from "./added-records.ts";
import type { AreaChecks } from "./area-checks.ts";
import type { Located } from "./area-of.ts";
import type { CellPlaces } from "./cell-places.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import { type DuplicateCheck, UNSEEN } from "./duplicates.ts";
import type { FractionCheck } from "./fraction-check.ts";
import { readFigure } from "./parse-figure.ts";
import type { PartsCheck } from "./parts-check.ts";
import type { RecordHasher } from "./record-hash.ts";
import { addTo } from "./record-sums.ts";
import type { RecordTime, RecordTimes } from "./record-times.ts";
import type { Routes } from "./routes.ts";
import type { NamedValue } from "./series-of.ts";
import type { Layout } from "./sources/layout.ts";
import type { UnitCheck } from "./units.ts";
import type { WantedValues } from "./wanted-values.ts";

/** What the values of a file's records are read with, and where they go. */
interface ValueContext {
  readonly layout: Layout;
  readonly cells: CellPlaces;
  readonly wants: WantedValues;
  readonly times: RecordTimes;
  readonly routes: Routes;
  readonly duplicates: DuplicateCheck;
  readonly hasher: RecordHasher;
  readonly parts: PartsCheck;
  readonly checks: AreaChecks;
  readonly fractions: FractionCheck;
  readonly units: UnitCheck;
  readonly added: AddedRecords;
  readonly store: StoreBuilder;
  readonly refuse: (found: Problem) => void;
}

/** A reader of one value of a record after the other. */
export function valueReader(context: ValueContext) {
  const { layout, cells, wants, times, routes, duplicates, hasher } = context;
  const { parts, checks, fractions, units, added, store, refuse } = context;

  const read = (row: Record, named: NamedValue): ReturnType<typeof readFigure> => {
    const { values, kind } = named;
    const at = cells.placeOf(row, values.column);
    if (values.counted) return { figure: { value: ONE, unit: kinds.count, from: [at] } };
    return readFigure(cellAt(row, values.column), kind, cells.headingAt(values.column), at, units.of(row, named));
  };

  /** Of a cell under several names one is told about, where all is read. */
  const isFirst = ({ values }: NamedValue): boolean => (values.level ?? 0) === 0;

  /** Reads a cell that nobody wants, for what is wrong with it. */
  const look = (row: Record, named: NamedValue, place: Located, { period }: RecordTime): void => {
    const { figure, wrong } = read(row, named);
    if (wrong && isFirst(named)) refuse(wrong);
    if (typeof period === "object") checks.take(row, named, place, period, figure, false);
  };

  const keep = (
    row: Record,
    { values, kind, series }: NamedValue,
    { notes }: Located,
    { key: areaKey, label: area }: Located["first"],
    { period }: RecordTime,
    figure: Figure,
  ): void => {
    if (typeof period !== "object") return;
    const heading = cells.headingAt(values.column);
    const record = { headings: layout.headings, cells: row.cells, restated: layout.restates === true };
    const noted = notes.length > 0 ? { ...figure, notes } : figure;
    const counted = values.counted && ({ counted: true } as const);
    store.add({ series, area, areaKey, period, kind, heading, ...counted, figure: noted, record });
  };

  /** Takes a value of a record. `isNew` says that no record before was of that time. */
  return (row: Record, named: NamedValue, place: Located, time: RecordTime, isNew: boolean): void => {
    const { values, kind, series } = named;
    const { period } = time;
    const wantedBy = wants.areasWanting(named, place);
    fractions.take(row, named, place);
    checks.takePart(row, named, place, time, () => read(row, named).figure);
    const isCompared = wants.isCompared(named, place) && parts.takes(named.seriesKey);
    const isWanted = wantedBy.length > 0;
    if ((wants.readsAll && typeof period !== "object") || (!isWanted && !isCompared)) {
      if (wants.readsAll && !values.counted) look(row, named, place, time);
      return;
    }
    if (typeof period !== "object") {
      times.refuseUnread(row, values, time, isNew);
      return;
    }
    const isDated = wants.isPeriodWanted(time, kind);
    if (!isDated) for (const { key } of wantedBy) routes.note(store.datesOf(series, key, kind), time);
    const isKept = isDated || wants.isPeriodNear(time, kind);
    // What is known of how it is written, its like need not be read in full for, of whatever period.
    if (!isKept && isWanted && layout.sums) units.learn(row, named);
    if (!isKept && !isCompared && !wants.readsAll) return;
    const isSummed = layout.sums === true && isKept && isWanted;
    const { figure, wrong } = read(row, named);
    if (wrong && (wants.readsAll ? isFirst(named) : isDated && isWanted)) refuse(wrong);
    checks.take(row, named, place, period, figure, isWanted);
    if (isCompared) parts.add(series, period, place, figure);
    if (isSummed) {
      const { ends } = routes.of(named, place, wantedBy);
      const isSeen = isDated && routes.isUsed(ends, time);
      const seen = isSeen ? duplicates.see(row.line, () => hasher.of(row)) : UNSEEN;
      for (const end of ends) {
        const sum = routes.sumAt(end, time);
        if (isDated) {
          const id = `${values.column}\n${values.level ?? 0}\n${kind}\n${series}\n${end.key}\n${time.key}`;
          const name = (): string => `${series} for ${end.label}, ${periodName(period)}`;
          added?.see(row, { id, name }, figure, kind);
        }
        if (seen.isPassed) sum.passed += 1;
        else addTo(sum, figure, row.line, seen);
      }
    } else if (isKept) for (const one of wantedBy) keep(row, named, place, one, time, figure);
  };
}

// A file's records → observations, by its layout; what cannot be read is refused cell by cell, with its place.

import type { Period } from "../core/period.ts";
import { manyProblems, type Problem } from "../core/problems/problems.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Wanted } from "../data/observation.ts";
import type { StoreBuilder } from "../data/store.ts";
import { addedRecords } from "./added-records.ts";
import { areaChecks } from "./area-checks.ts";
import { type Located, locator } from "./area-of.ts";
import { cellPlaces } from "./cell-places.ts";
import { meets, recordChooser } from "./choose-records.ts";
import { countyCheck } from "./county-check.ts";
import type { Record } from "./csv/csv.ts";
import { duplicateCheck } from "./duplicates.ts";
import { type EventIds, eventIds } from "./event-ids.ts";
import { eventMonths } from "./event-months.ts";
import { fractionCheck } from "./fraction-check.ts";
import { knownRecords, type RecordWords } from "./known-records.ts";
import { partsCheck } from "./parts-check.ts";
import { valueReader } from "./read-values.ts";
import { recordHasher } from "./record-hash.ts";
import { recordSums } from "./record-sums.ts";
import { type RecordTime, recordTimes } from "./record-times.ts";
import { type IsUsed, routesInto } from "./routes.ts";
import { soundness } from "./row-check.ts";
import { type NamedValue, namedOf } from "./series-of.ts";
import type { Layout, ValueColumn, Words } from "./sources/layout.ts";
import { unitCheck } from "./units.ts";
import { wantedValues } from "./wanted-values.ts";

/**
 * Takes the records of a file one by one. What is wanted of them goes to `store` as they come, or, of a file whose
 * records add up, when it is done; `done` answers with the problems.
 */
export function observer(
  file: string,
  layout: Layout,
  places: Gazetteer,
  wanted: Wanted,
  store: StoreBuilder,
  ids: EventIds = eventIds(),
  isUsed?: IsUsed,
) {
  const problems = manyProblems(file);
  let refused = 0;
  const refuse = (found: Problem): void => {
    refused += 1;
    problems.push(found);
  };
  const cells = cellPlaces(file, layout);
  const wants = wantedValues(layout, wanted);
  const times = recordTimes(cells, layout, refuse);
  const duplicates = duplicateCheck(file, layout, ids);
  const hasher = recordHasher(layout);
  const sums = recordSums(file, layout, duplicates.idHeading);
  const routes = routesInto(sums, store, cells, isUsed);
  const parts = partsCheck(file, places);
  const months = eventMonths(file, layout, wants, cells);
  const isSound = soundness(file, layout, places, refuse, duplicates.join);
  const counties = countyCheck(file, layout);
  const located = locator(layout, cells, places, counties, refuse);
  const checks = areaChecks(file, layout, places, cells, wants, counties);
  const fractions = fractionCheck(file, cells);
  const units = unitCheck(file, layout, cells);
  const added = addedRecords(file, layout);
  const chosen = recordChooser(layout);
  const takeValue = valueReader({
    ...{ layout, cells, wants, times, routes, duplicates, hasher },
    ...{ parts, checks, fractions, units, added, store, refuse },
  });
  let records = 0;

  /** Takes a record; answers with what it says, where nothing was wrong with it. */
  const record = (row: Record): RecordWords | undefined => {
    if (!isSound(row)) return undefined;
    records += 1;
    if (!chosen.takes(row)) return undefined;
    const before = refused;
    const said = {
      place: undefined as Located | undefined,
      named: [] as (NamedValue | undefined)[],
      time: undefined as RecordTime | undefined,
    };
    // The columns of a file mostly share their area and their period: each is made out once for a record.
    let place: Located | undefined;
    let placeFrom: ValueColumn["area"] | undefined;
    let timeFrom: Words | undefined;
    let whereFrom: ValueColumn["where"];
    let isMeant = true;
    let isNew = false;
    for (const values of layout.values) {
      if (placeFrom !== values.area) {
        placeFrom = values.area;
        place = located(row, values);
      }
      // What is wrong with the area of a record was said for its first column.
      if (!place) continue;
      if (said.time === undefined || timeFrom !== values.period) {
        timeFrom = values.period;
        const known = times.count();
        said.time = times.of(row, values);
        isNew = times.count() > known;
        if (wants.readsAll) times.refuseUnread(row, values, said.time, isNew);
      }
      if (whereFrom !== values.where) {
        whereFrom = values.where;
        isMeant = meets(row, whereFrom);
      }
      const named = isMeant ? namedOf(row, values, cells, refuse) : undefined;
      said.place = place;
      said.named.push(named);
      if (!named) continue;
      months.name(named);
      const { series, seriesKey, kind } = named;
      for (const one of wants.areasOf(place)) store.name(one.label, one.key, series, kind);
      if (values.level !== undefined) sums.noteLevel(seriesKey, values.level);
      takeValue(row, named, place, said.time, isNew);
    }
    const { place: at, time } = said;
    if (at && time && typeof time.period === "object" && said.named.some((one) => one)) {
      months.tallyOf(at)?.see(time, row.line);
    }
    const isAll = said.named.length === layout.values.length && said.named.some((one) => one);
    return isAll && refused === before ? (said as RecordWords) : undefined;
  };

  return {
    record,
    ...knownRecords(layout, wants, routes, duplicates, units, parts),
    hasher,
    tallyOf: months.tallyOf,
    isUnwanted: wants.isUnwanted,
    /** Where every cell is read, a value that is not plain digits needs looking at, wanted or not. */
    needsNumbers: wants.readsAll,
    /** So many records came by that were not read in full. */
    skip: (count: number): void => {
      records += count;
    },
    records: () => records,
    periods: (): Period[] => times.periods(),
    /** The problems of the file, once all its records have gone by; its sums are given then. */
    done: (): readonly Problem[] => {
      const unfit = [...chosen.problems(), ...(added?.problems() ?? [])];
      for (const found of unfit) refuse(found);
      if (unfit.length > 0) sums.refuse();
      else for (const found of added?.uneven() ?? []) problems.push(found);
      for (const found of sums.all(refuse, ({ period, names }) => wanted.period(period, names.kind))) store.add(found);
      const doubts = [...duplicates.doubts(), ...checks.doubts(), ...fractions.doubts(), ...units.doubts()];
      return [...problems.all(), ...parts.problems(), ...doubts];
    },
    /** The file is not used: its events are those of no record before. */
    forget: duplicates.forget,
    /** Of a file of one record an event, its records by area and month. */
    events: months.all,
    /** Figures of forces that the file gives in parts, to be added where no file gives them. */
    forces: checks.forces,
  };
}
export type Observer = ReturnType<typeof observer>;

// What is asked of each value of a record about its area: may its population be, is it a county, is it part of a force.

import type { Figure } from "../core/figure.ts";
import type { Period } from "../core/period.ts";
import type { Problem } from "../core/problems/problems.ts";
import { isPeople } from "../core/value-kind.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Located } from "./area-of.ts";
import { authoritySums, type ForceFromParts } from "./authority-sums.ts";
import type { CellPlaces } from "./cell-places.ts";
import type { CountyCheck } from "./county-check.ts";
import type { Record } from "./csv/csv.ts";
import { partCheck } from "./part-of-people.ts";
import { populationCheck } from "./population-check.ts";
import type { RecordTime } from "./record-times.ts";
import type { NamedValue } from "./series-of.ts";
import type { Layout } from "./sources/layout.ts";
import type { WantedValues } from "./wanted-values.ts";

export type AreaChecks = ReturnType<typeof areaChecks>;

/** Takes the values of a file one by one; at its end, what is doubted about their areas. */
export function areaChecks(
  file: string,
  layout: Layout,
  places: Gazetteer,
  cells: CellPlaces,
  wants: WantedValues,
  counties: CountyCheck,
) {
  const populations = populationCheck(file);
  const parts = partCheck(file);
  const authorities = authoritySums(file, places);
  return {
    /** A value of a local authority or a county, of which the force around it may be wanted. */
    takePart(row: Record, named: NamedValue, place: Located, time: RecordTime, read: () => Figure): void {
      const { authority, notForce } = place;
      const { kind, series, seriesKey, values } = named;
      const { period } = time;
      if (layout.sums || typeof period !== "object" || !(authority || notForce)) return;
      if (!wants.isPeriodWanted(time, kind)) return;
      const seen = { series, seriesKey, period, kind, heading: cells.headingAt(values.column) };
      const around = authority && isPeople(kind) ? authorities.keyOf(authority.force) : undefined;
      if (authority && around !== undefined && wants.isWanted(around, named))
        authorities.add(authority, { ...seen, figure: read() });
      const force = notForce && authorities.keyOf(notForce.area.code ?? notForce.area.name);
      if (notForce && force !== undefined && wants.isWanted(force, named))
        authorities.addStranger(place.first.label, notForce.code, notForce.area, force, seen, row.line);
    },
    /** A value that was read, wanted or not. */
    take(
      row: Record,
      { kind, values }: NamedValue,
      { first, shared }: Located,
      period: Period,
      figure: Figure,
      isWanted: boolean,
    ): void {
      if (kind === "population" && !layout.sums) populations.add(first, period, figure);
      if (kind === "population") parts.add(values, row.line);
      if (shared && isWanted) counties.add(row, shared);
    },
    doubts: (): readonly Problem[] => [...populations.doubts(), ...parts.doubts(), ...counties.doubts()],
    /** Figures of forces that the file gives in parts. */
    forces: (): readonly ForceFromParts[] => authorities.all(),
  };
}

// The shelf of sources. A source says which of a file's columns mean what; adding one is a file and its line here.
import type { Record } from "../csv/csv.ts";
import { csew } from "./csew.ts";
import { csewCharacteristics } from "./csew-characteristics.ts";
import { districtLookup } from "./district-lookup.ts";
import { sheetLayout } from "./headings/sheet-layout.ts";
import { homeOfficeArrests } from "./home-office-arrests.ts";
import { homeOfficeCedUse } from "./home-office-ced-use.ts";
import { homeOfficeForceIncidents } from "./home-office-force-incidents.ts";
import { homeOfficeOpenData } from "./home-office-open-data.ts";
import { homeOfficeOutcomes } from "./home-office-outcomes.ts";
import { homeOfficeRollingYear } from "./home-office-rolling-year.ts";
import { homeOfficeSearches } from "./home-office-searches.ts";
import { homeOfficeUseOfForce } from "./home-office-use-of-force.ts";
import { homeOfficeWorkforce } from "./home-office-workforce.ts";
import { iopcDeaths } from "./iopc-deaths.ts";
import { iquanta } from "./iquanta.ts";
import type { Layout, Source } from "./layout.ts";
import { midYearEstimates } from "./mid-year-estimates.ts";
import { midYearEstimatesBySex } from "./mid-year-estimates-by-sex.ts";
import { mpsBoroughs } from "./mps-boroughs.ts";
import { nomis } from "./nomis.ts";
import { onsC2 } from "./ons-c2.ts";
import { onsP1 } from "./ons-p1.ts";
import { onsP2 } from "./ons-p2.ts";
import { onsP3 } from "./ons-p3.ts";
import { onsP4 } from "./ons-p4.ts";
import { onsP5 } from "./ons-p5.ts";
import { onsP6 } from "./ons-p6.ts";
import { onsP6Knife } from "./ons-p6-knife.ts";
import { onsP7 } from "./ons-p7.ts";
import { onsP8 } from "./ons-p8.ts";
import { onsP9 } from "./ons-p9.ts";
import { onsP10 } from "./ons-p10.ts";
import { policeUk } from "./police-uk.ts";
import { policeUkOutcomes } from "./police-uk-outcomes.ts";
import { policeUkStopAndSearch } from "./police-uk-stop-and-search.ts";
import { roadCasualties } from "./road-casualties.ts";
import type { SheetSource } from "./sheet.ts";
import { stats19Collisions } from "./stats19-collisions.ts";
import { tidy } from "./tidy.ts";

const sheets: readonly SheetSource[] = [
  onsP1,
  onsP2,
  onsP3,
  onsP4,
  onsP5,
  onsP6,
  onsP6Knife,
  onsP7,
  onsP8,
  onsP9,
  onsP10,
  onsC2,
  homeOfficeRollingYear,
  homeOfficeOpenData,
  homeOfficeOutcomes,
  homeOfficeWorkforce,
  homeOfficeForceIncidents,
  homeOfficeCedUse,
  homeOfficeUseOfForce,
  homeOfficeArrests,
  homeOfficeSearches,
  iopcDeaths,
  mpsBoroughs,
  policeUk,
  policeUkOutcomes,
  policeUkStopAndSearch,
  roadCasualties,
  stats19Collisions,
  csew,
  csewCharacteristics,
  nomis,
  midYearEstimates,
  midYearEstimatesBySex,
  districtLookup,
  iquanta,
  tidy,
];

/** Every source; at most one may know a file. */
export const sources: readonly Source[] = sheets.map((sheet) => ({
  name: sheet.name,
  recognises: (records) => sheetLayout(sheet, records),
}));

/** The layouts of the sources that know a file; a file with exactly the headings of a source is of no other. */
export function layoutsOf(records: readonly Record[]): readonly Layout[] {
  for (const sheet of sheets) {
    const layout = sheet.exact ? sheetLayout(sheet, records) : undefined;
    if (layout) return [layout];
  }
  return sources.flatMap((source) => source.recognises(records) ?? []);
}

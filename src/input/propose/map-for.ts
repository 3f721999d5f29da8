// A column map to begin with, for a file that no source knows: an entry of a plan's data that can be pasted.

import type { Record } from "../csv/csv.ts";
import { partOfPeople } from "../part-of-people.ts";
import { areaAbove } from "./areas.ts";
import { proposedChoice, seriesAmong } from "./choice.ts";
import { columnsOf, type SeenColumn } from "./column.ts";
import { type Drawn, draw } from "./draw.ts";
import { type Entry, entriesOf, runsAcross } from "./entries.ts";
import { isKinds, isUnits } from "./kinds.ts";
import { periodSaid, yearsIn } from "./periods.ts";
import { type Roles, rolesOf } from "./roles.ts";
import { isOfPeople, withSeries } from "./series.ts";
import { type SeenTable, tableIn } from "./table.ts";
import { shown } from "./yaml.ts";

/** YAML for the plan's data: which column is probably what; nothing where no column holds figures. */
export function mapFor(file: string, records: readonly Record[], isWhole = true): string | undefined {
  const table = tableIn(records);
  if (!table || table.rows.length === 0) return undefined;
  if (table.others.length > 0) return severalTables(table);
  const columns = columnsOf(table);
  const roles = rolesOf(columns);
  if (!roles.isEvents && roles.values.length === 0) return undefined;
  if (isOfNotes(roles)) return undefined;
  const drawn = roles.isEvents ? eventsIn(file, table, columns, roles) : figuresIn(file, table, columns, roles);
  return draw(isWhole ? drawn : { ...drawn, seen: records.length });
}

/** Headings are short; a sheet of notes has neither areas nor periods, but sentences where headings would stand. */
const LONGEST_HEADING = 100;
function isOfNotes({ areas, periods, values, dimensions, isEvents }: Roles): boolean {
  if (areas.name || areas.code || periods) return false;
  return isEvents || [...values, ...dimensions].some(({ heading }) => heading.length > LONGEST_HEADING);
}

/** A map reads all that stands below its headings: of several tables it would take one for the other. */
function severalTables({ header, others }: SeenTable): string {
  const lines = [header?.line ?? 1, ...others].slice(0, 12).join(", ");
  return [
    `  # Several tables stand below each other here (about lines ${lines}${others.length > 11 ? " …" : ""}).`,
    "  # A map reads all that stands below its headings, and would take one table for another:",
    "  # put each into a file or a sheet of its own.",
  ].join("\n");
}

/** A title without the number of its table and what follows its first words. */
function nameOf(file: string, titles: readonly string[]): string {
  const title = titles.find((one) => one.trim().length > 3 && !/^contents$/i.test(one.trim())) ?? "";
  const plain = title
    .replace(/\s+/g, " ")
    .replace(/^table [\w.]+[:.]?\s*/i, "")
    .split(/,(?![^(]*\))| by (?=police|force|area|region|local)|\[note/i)[0];
  const base = file.replace(/^[^#]*#/, "").replace(/\.\w+$/, "");
  return (plain ?? "").replace(/(?<=\p{L})\d+$/u, "").trim() || base;
}

/** What a table does not say in its columns, as far as its titles or its file's name say it. */
function fixedOf(
  file: string,
  { above }: SeenTable,
  lacks: { readonly area: boolean; readonly period: boolean; readonly isOfPeople: boolean },
): Drawn["fixed"] {
  const title = above.join(" ; ");
  const area = areaAbove(above);
  const named = areaAbove([
    file
      .replace(/\.\w+$/, "")
      .replace(/\d{4}-\d\d-|-(street|outcomes|stop-and-search)/g, "")
      .replaceAll("-", " "),
  ]);
  const period = above.map((one) => periodSaid(one, lacks.isOfPeople)).find((one) => one !== undefined);
  const dated = periodSaid(file.replace(/#.*/, "").replace(/\D*((?:19|20)\d\d-\d\d)\D*/, "$1"));
  return [
    ...(lacks.area ? [{ what: "area" as const, said: area ?? named, isSure: area !== undefined }] : []),
    ...(lacks.period
      ? [{ what: "period" as const, said: period ?? dated, isSure: period !== undefined && yearsIn(title) === 1 }]
      : []),
  ];
}

const areaColumns = ({ areas: { name, code } }: Roles): readonly SeenColumn[] =>
  [code, name].filter((one): one is SeenColumn => one !== undefined);

/** One record an event: counted by area, month and what it is one of. */
function eventsIn(file: string, table: SeenTable, columns: readonly SeenColumn[], roles: Roles): Drawn {
  const { periods, dimensions } = roles;
  const { series, others } = seriesAmong(dimensions, 1, file);
  const area = areaColumns(roles);
  const lacks = { area: area.length === 0, period: (periods?.columns.length ?? 0) === 0, isOfPeople: false };
  const name = { what: "series" as const, said: "Records", isSure: true };
  return {
    ...{
      file,
      table,
      columns,
      area,
      period: periods?.columns ?? [],
      series,
      seriesOthers: others,
      entries: [],
      isEvents: true,
    },
    fixed: [...fixedOf(file, table, lacks), ...(series ? [] : [name])],
    choice: { series, where: [], add: [], idle: dimensions.filter((one) => one !== series), isOpen: false },
    leftOut: roles.leftOut,
    roles,
    dates: undefined,
  };
}

/** Figures in one column or several. */
function figuresIn(file: string, table: SeenTable, columns: readonly SeenColumn[], roles: Roles): Drawn {
  const { periods, values } = roles;
  const kindColumn = roles.dimensions.find(isKinds);
  const units = roles.dimensions.filter((one) => one !== kindColumn && isUnits(one));
  const dimensions = roles.dimensions.filter((one) => one !== kindColumn && !units.includes(one));
  const titles = table.above.map((one) => one.trim());
  const area = areaColumns(roles);
  const across = runsAcross(values, titles);
  const isAreas = across.some(({ headings }) => headings === "area");
  const hasPeriod = (across.length > 0 && !isAreas) || (periods?.columns.length ?? 0) > 0;
  const name = nameOf(file, table.titles);
  const plain = across.length > 0 ? across : entriesOf(values, titles, hasPeriod, name);
  const {
    entries: found,
    series,
    leftOut,
    seriesOthers,
  } = withSeries(plain, dimensions, across.length > 0, name, file);
  const entries = found.map((one) => withPart(one, file, table));
  const first = entries[0]?.column ?? values[0];
  const time = across.length > 0 && !isAreas ? [] : (periods?.columns ?? []);
  const made = proposedChoice(
    dimensions,
    series,
    [...area, ...time, ...(kindColumn ? [kindColumn] : []), ...units],
    first,
    entries.map(({ kind }) => kind.kind),
  );
  // Numbers and percentages below each other are no figures of one kind: one of them is chosen, by a person.
  const ofUnits = units.map((column) => ({ column, value: column.values[0] ?? "", isSure: false }));
  const choice = { ...made, where: [...ofUnits, ...made.where] };
  const runs = new Set(
    across.flatMap(({ column, to }) => values.filter(({ index }) => index >= column.index && index <= to.index)),
  );
  const unused = across.length > 0 ? values.filter((one) => !runs.has(one)) : [];
  const lacks = {
    area: area.length === 0 && !isAreas,
    period: !hasPeriod && entries.some(({ period }) => period === undefined),
    isOfPeople: entries.every(isOfPeople),
  };
  return {
    ...{ file, table, columns, area, period: time, series, seriesOthers, choice, roles, isEvents: false },
    ...(kindColumn ? { entries: [], kindColumn, value: valueAmong(values) } : { entries }),
    fixed: [
      ...fixedOf(file, table, lacks),
      ...(across.some(({ series: own, kind }) => !own && kind.kind !== "population") && !series
        ? [{ what: "series" as const, said: name, isSure: true }]
        : []),
    ],
    leftOut: [
      ...roles.leftOut,
      ...leftOut,
      ...unused.map((column) => ({ column, why: isAreas ? "of no area" : "of no period" })),
    ],
    dates: time.length > 0 ? datesFor(periods?.dates, entries) : undefined,
  };
}

/** A population that words nearby say is a part of all people is a person's to choose. */
function withPart(entry: Entry, file: string, { above }: SeenTable): Entry {
  if (entry.kind.kind !== "population") return entry;
  const said = partOfPeople({ headings: entry.column.words, titles: above, file });
  if (!said) return entry;
  const doubt = `is it the population of all people? ${shown(said.text)} says ${shown(said.part)}`;
  return { ...entry, kind: { ...entry.kind, doubt } };
}

const valueAmong = (values: readonly SeenColumn[]): SeenColumn | undefined =>
  values.find(({ heading }) => /^(value|figure|number|amount)s?$/i.test(heading)) ?? values[0];

/** People in post and populations are those of a day. */
function datesFor(dates: Drawn["dates"], entries: readonly Entry[]): Drawn["dates"] {
  const isOfDay = entries.every(({ kind }) => ["people", "population", "households"].includes(kind.kind));
  return dates?.as === "snapshot" && isOfDay ? { ...dates, isSure: true } : dates;
}

// The column map: the plan says which column of a rectangular CSV is what, so that any export can be read without code.

import { type Problem, problem } from "../../core/problems/problems.ts";
import { firstDayOf } from "../../core/spreadsheet-dates.ts";
import { kindNames } from "../../core/value-kind.ts";
import type { ColumnMap } from "../../plan/data-schema.ts";
import type { At } from "../../plan/validate.ts";
import { choiceOf, choiceProblems } from "../choose-records.ts";
import { withCodes } from "../code-columns.ts";
import { columnIn, type Position, positionIn } from "../column-positions.ts";
import { readCell } from "../csv/cell.ts";
import { isBlank, type Record } from "../csv/csv.ts";
import { type Dimension, financialYears, type MappedHeadings, mappedHeadings } from "../map-headings.ts";
import { formOf, unfitForms } from "../number-form.ts";
import { columnsRead, YEAR_AND_PART, YEAR_AND_QUARTER } from "../record.ts";
import type { Layout, ValueColumn, Words } from "./layout.ts";

type Columns = NonNullable<ColumnMap["columns"]>;
/** A column of values as far as the plan says what it is of; `named` says that its heading is a name. */
type Draft = Partial<ValueColumn> & Pick<ValueColumn, "column"> & { readonly named?: boolean };

/** The layout that the plan's column map gives these records, or the problems with it, placed in the plan. */
export function mapColumns(
  map: ColumnMap,
  columns: Columns,
  records: readonly Record[],
  at: At,
): Layout | readonly Problem[] {
  const problems: Problem[] = [];
  const header = mappedHeadings(map, records);
  const { names: headings, firstRecord, above } = header;
  const position = positionIn(headings, at, problems);
  const shared = sharedWords(map, columns, position, headings);
  const drafts = [
    ...draftsOf(map, columns, header, position, shared, at, problems),
    ...eventDrafts(map, headings, shared),
  ].map(asPopulation);
  const needed = ["area", "series", "period", "kind"] as const;
  const lacking = needed.filter((name) => drafts.some((draft) => !draft[name]));
  if (drafts.length === 0 && problems.length === 0) problems.push(problem("column-missing", at(["columns"]), "count"));
  for (const name of lacking) problems.push(problem("column-missing", at(["columns"]), name));
  const isData =
    header.line !== undefined &&
    drafts.some(({ column, named }) => !named && /^(?!(19|20)\d\d$)-?[\d,]+$/.test((headings[column] ?? "").trim()));
  if (isData && isByPosition(columns)) problems.push(problem("header-is-data", at(["columns"]), header.line ?? 1));
  const choice = choiceOf(map, position, at);
  problems.push(...datesApart(map, columns, drafts, at), ...choiceProblems(map, at, drafts.length));
  if (problems.length > 0) return problems;
  const title = titleOf(above);
  const units = header.line === undefined ? undefined : unitsBelow(records.slice(firstRecord), drafts);
  const overs = headingsOver(header, above, units);
  const says = { titles: above.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" ")) };
  const values = (drafts as ValueColumn[]).map((one) => ({ ...one, says: { ...says, headings: overs(one.column) } }));
  return {
    source: "column map",
    headings,
    ...(title !== "" && { title }),
    ...choice,
    firstRecord: units ? records.indexOf(units) + 1 : firstRecord,
    values: withCodes(values, headings, records.slice(firstRecord)),
    notes: true,
  };
}

/** Headings that the plan calls months by their first days, and of which no two are a month apart. */
function datesApart({ dates }: ColumnMap, { values = [] }: Columns, drafts: readonly Draft[], at: At): Problem[] {
  if ((dates !== "month" && dates !== "month begins") || values.every(({ headings }) => headings !== "period"))
    return [];
  const said = drafts.flatMap(({ period }) => (period && "text" in period ? [period.text] : []));
  const months = said.flatMap((words) => firstDayOf(words) ?? []);
  const steps = months.slice(1).map((month, index) => Math.abs(month - (months[index] ?? month)));
  const [least] = [...steps].sort((a, b) => a - b);
  if (least === undefined || least <= 1) return [];
  return [problem("dates-apart", at(["dates"]), said, least)];
}

const titleOf = (above: readonly Record[]): string =>
  above.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== "")).join(" ");

/** The record below the headings that says the units of the columns: its area is blank, and none of its cells a number. */
function unitsBelow(records: readonly Record[], drafts: readonly Draft[]): Record | undefined {
  const first = records.find((record) => !isBlank(record));
  const areas = drafts.flatMap(({ area }) => columnsRead(area as Words));
  const isUnits =
    first !== undefined &&
    areas.length > 0 &&
    areas.every((column) => /^\(?(units?:?|per .*|)\)?$/i.test((first.cells[column] ?? "").trim())) &&
    first.cells.every((cell) => cell.trim() === "" || readCell(cell) === "not a number");
  return isUnits ? first : undefined;
}

/** The words over a column, the nearest first: units below its heading, the heading, and headings over several columns. */
function headingsOver(header: MappedHeadings, above: readonly Record[], units: Record | undefined) {
  const rows = above.map(({ cells }) => cells).filter((cells) => cells.slice(1).some((cell) => cell.trim() !== ""));
  const spanning = (cells: readonly string[], column: number): string =>
    (cells.slice(0, column + 1).findLast((cell) => cell.trim() !== "") ?? "").trim();
  return (column: number): readonly string[] =>
    [
      ...(units ? [spanning(units.cells, column)] : []),
      ...header.over(column),
      ...rows.toReversed().map((cells) => spanning(cells, column)),
    ].filter((words) => words !== "");
}

/** The columns of values that the plan names: by one column of values, by kinds, and by lists. */
function draftsOf(
  map: ColumnMap,
  columns: Columns,
  header: MappedHeadings,
  position: Position,
  shared: Shared,
  at: At,
  problems: Problem[],
): readonly Draft[] {
  const written = formOf(map);
  const common = { area: shared("area"), series: shared("series"), period: shared("period"), written };

  const dated = (columns.values ?? []).filter(({ headings }) => [headings].flat().includes("period"));
  const asYears = financialYears(
    dated.flatMap(({ column, to, headings }) => {
      const [first, last] = [column, to ?? column].map((one) => columnIn(header.names, one));
      return header.names.flatMap((_, index) =>
        index >= (first ?? 0) && index <= (last ?? -1) ? [header.said(index, headings ?? "period", "period")] : [],
      );
    }),
  );
  const drafts: Draft[] = [];
  if (columns.value !== undefined) {
    const kind = shared("kind");
    drafts.push({ ...common, column: position(columns.value, ["columns", "value"]), ...(kind && { kind }) } as Draft);
  }
  for (const kind of kindNames) {
    const reference = columns[kind];
    if (reference === undefined) continue;
    drafts.push({ ...common, column: position(reference, ["columns", kind]), kind: { text: kind } } as Draft);
  }
  for (const [index, one] of (columns.values ?? []).entries()) {
    const path = ["columns", "values", index];
    const first = position(one.column, [...path, "column"]);
    const last = one.to === undefined ? first : position(one.to, [...path, "to"]);
    if (last < first) problems.push(problem("column-order", at([...path, "to"]), first + 1, last + 1));
    const own = { ...written, ...formOf(one) };
    for (const found of unfitForms(one, at, path)) problems.push(found);
    for (let column = first; column <= last; column += 1) {
      const said = (name: "area" | "series" | "period"): Words | undefined => {
        if (one.headings && [one.headings].flat().includes(name)) {
          const text = header.said(column, one.headings, name);
          return { text: name === "period" ? asYears(text) : text };
        }
        const text = one[name];
        return text === undefined ? common[name] : { text };
      };
      const names = { area: said("area"), series: said("series"), period: said("period") };
      const named = one.headings !== undefined;
      drafts.push({ column, kind: { text: one.kind }, ...names, written: own, named } as Draft);
    }
  }
  return drafts;
}

/** Two columns that say one thing: the codes and the names of areas, or the year and its month or quarter. */
function pairOf(name: string, columns: readonly number[], headings: readonly string[]): Words {
  if (name !== "period") return { columns, template: "{0}" };
  const isQuarter = /quarter|\bqtr|^q$/i.test(headings[columns[1] ?? -1] ?? "");
  return { columns, template: isQuarter ? YEAR_AND_QUARTER : YEAR_AND_PART };
}

type Shared = (name: Dimension | "kind") => Words | undefined;

/** What the plan says of all values: a column, or words for the whole file. */
const sharedWords =
  ({ fixed = {} }: ColumnMap, columns: Columns, position: Position, headings: readonly string[]): Shared =>
  (name) => {
    const reference = columns[name];
    const at = (one: string | number): number => position(one, ["columns", name]);
    if (Array.isArray(reference)) return pairOf(name, reference.map(at), headings);
    if (reference !== undefined) return { column: at(reference) };
    const text = fixed[name];
    return text === undefined ? undefined : { text };
  };

/** Of a file of one record an event, what is counted: its series, or what the plan calls it. */
function eventDrafts(map: ColumnMap, headings: readonly string[], shared: Shared): readonly Draft[] {
  if (map["each-record"] === undefined) return [];
  const [area, series, period] = [shared("area"), shared("series"), shared("period")];
  const column = series && "column" in series ? series.column : headings.findIndex((heading) => heading.trim() !== "");
  return [{ column: Math.max(0, column), counted: true, kind: { text: "count" }, area, series, period } as Draft];
}

/** A file of populations need not name a series: a population is found by area and date. */
const asPopulation = (draft: Draft): Draft =>
  draft.kind && "text" in draft.kind && draft.kind.text === "population" && !draft.series
    ? { ...draft, series: { text: "Population" } }
    : draft;

/** Whether the plan names columns by their positions alone, as for a file without headings. */
function isByPosition(columns: Columns): boolean {
  const { values = [], ...others } = columns;
  return [...Object.values(others).flat(), ...values.map(({ column }) => column)].every(
    (one) => typeof one === "number",
  );
}

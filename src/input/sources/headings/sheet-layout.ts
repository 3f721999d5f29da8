// The layout of a file by a declared sheet: its areas, its columns of values, and where its records begin.

import { isBlank, type Record } from "../../csv/csv.ts";
import type { Additions, AreaColumns, Layout } from "../layout.ts";
import { repeatedHeadings } from "../same-columns.ts";
import type { SheetSource } from "../sheet.ts";
import { areaReader } from "./area-lookup.ts";
import { columnWords, type HeadingRows, headingRows } from "./column-words.ts";
import { findHeadings } from "./find-headings.ts";
import { valueColumns } from "./value-columns.ts";

/** The layout of a file of this sheet; nothing for a file that is not one. */
export function sheetLayout(sheet: SheetSource, records: readonly Record[]): Layout | undefined {
  const found = findHeadings(sheet, records);
  if (!found) return undefined;
  const rows = headingRows(found);
  const repeated = repeatedHeadings(rows.columns, rows.own);
  const areas = areaColumns(sheet, repeated.columnOf);
  const said = columnWords(sheet, rows, found.title, areas, repeated.columnOf);
  const values = rows.columns.flatMap((column) => valueColumns(sheet, said, areas, column));
  const areaOf = sheet.lookup && areaReader(sheet.lookup, repeated.columnOf);
  const twice = repeated.among(values);
  const id = sheet.event ? repeated.columnOf(sheet.event.id) : -1;
  const updated = sheet.event?.updated.map(repeated.columnOf).filter((column) => column >= 0) ?? [];
  return {
    source: sheet.name,
    headings: rows.columns.map(said.heading),
    firstRecord: firstRecord(records, found.below, areas),
    values,
    notes: !sheet.strict,
    ...(sheet.restates && { restates: true }),
    // The names of a publication carry its notes; those of a plain export are as they stand.
    ...(sheet.title && { footnotes: true }),
    ...(sheet.adds && { additions: additionsOf(sheet.adds, sheet.leftOut, rows) }),
    ...(sheet.ends && { ends: sheet.ends }),
    ...(sheet.regionsAbove && { regionsAbove: true }),
    ...(sheet.dates && { dates: sheet.dates }),
    ...(sheet.sums && { sums: true }),
    ...(id >= 0 && { event: { id, updated } }),
    ...(areaOf && { areaOf }),
    ...(twice.length > 0 && { twice: { line: found.line, columns: twice } }),
  };
}

const additionsOf = (adds: RegExp, leftOut: string | undefined, { columns, own }: HeadingRows): Additions => ({
  columns: columns.filter((column) => adds.test(own(column))),
  ...(leftOut !== undefined && { leftOut }),
});

const areaColumns = (sheet: SheetSource, columnOf: (pattern: RegExp) => number): AreaColumns[] =>
  sheet.areas.flatMap(({ name, code, ...more }) => {
    const nameColumn = columnOf(name);
    const codeColumn = code ? columnOf(code) : -1;
    if (nameColumn < 0) return [];
    return [{ name: nameColumn, ...(codeColumn >= 0 && { code: codeColumn }), ...more }];
  });

/** The first record of data. Below the headings may stand a row of units, which names no area. */
function firstRecord(records: readonly Record[], below: number, areas: readonly AreaColumns[]): number {
  const data = records.findIndex(
    (record, index) =>
      index >= below &&
      !isBlank(record) &&
      (areas.length === 0 || areas.some(({ name }) => (record.cells[name] ?? "").trim() !== "")),
  );
  return data < 0 ? records.length : data;
}

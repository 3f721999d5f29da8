// What a record says by the columns of a layout: names, periods, and its area with the one around it.
import { withoutNote } from "../core/names.ts";
import { yearAndPart } from "../core/period.ts";
import type { Gazetteer } from "../data/areas.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import type { AreaWords } from "./parts-check.ts";
import { cleaned } from "./sources/headings/cleaned.ts";
import type { AreaColumns, Layout, ValueColumn, Words } from "./sources/layout.ts";

/** The columns that words are read from. */
export const columnsRead = (words: Words | undefined): readonly number[] =>
  !words || "text" in words ? [] : "column" in words ? [words.column] : words.columns;

/** The columns that an area is read from. */
export const columnsOfArea = (area: ValueColumn["area"]): readonly number[] =>
  Array.isArray(area)
    ? area.flatMap(({ name, code }) => (code === undefined ? [name] : [name, code]))
    : columnsRead(area as Words);

/** The columns of a layout that names or values are read from. */
export function columnsUsed({ values }: Layout): number[] {
  const all = values.flatMap((value) => [
    value.column,
    ...[value.kind, value.series, value.period].flatMap(columnsRead),
    ...(value.where ?? []).map(({ column }) => column),
    ...columnsOfArea(value.area),
  ]);
  return [...new Set(all)];
}

/** The columns without a heading in which nothing may stand. */
export function namelessOf(layout: Layout): number[] {
  const used = columnsUsed(layout);
  return [...layout.headings.keys()].filter(
    (column) => layout.headings[column]?.trim() === "" && !used.includes(column),
  );
}

/** How many of the cells hold something, counted to two. */
export function atMostTwo(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) {
    if (cell.trim() !== "") filled += 1;
    if (filled === 2) break;
  }
  return filled;
}

/** The cells that say a record's area, as they stand. */
export function rawArea(row: Record, from: ValueColumn["area"]): string {
  if (!Array.isArray(from)) return wordsOf(row, from as Words);
  let raw = "";
  for (const { name, code } of from as readonly AreaColumns[]) {
    raw += `${cellAt(row, name)}\n${code === undefined ? "" : cellAt(row, code)}\n`;
  }
  return raw;
}

/** The templates of a year and its month or quarter in two columns, which are put together as a person would. */
export const YEAR_AND_PART = "year and part";
export const YEAR_AND_QUARTER = "year and quarter";

/** The words of a record, or of its column: trimmed, and of several columns put into their template. */
export function wordsOf(row: Record, from: Words): string {
  if ("columns" in from && (from.template === YEAR_AND_PART || from.template === YEAR_AND_QUARTER)) {
    const [year = "", part = ""] = from.columns.map((column) => withoutNote(cellAt(row, column).trim()));
    return yearAndPart(year, part, from.template === YEAR_AND_QUARTER);
  }
  if ("column" in from) return withoutNote(cellAt(row, from.column).trim());
  if ("text" in from) return from.text.trim();
  const filled = from.template.replace(/\{(\d)\}/g, (_, index) =>
    withoutNote(cellAt(row, from.columns[Number(index)] ?? 0).trim()),
  );
  // A quarter may be written 1 or Q1.
  return filled.replace(/ QQ([1-4])$/i, " Q$1").trim();
}

/** The area of figures whose file says none, until the plan does. */
const NO_AREA = { text: "area not stated" } as const;

/** The area of a record, the one that it is part of where the record says both, and all names and codes that it says. */
export function areaOf(row: Record, from: ValueColumn["area"], noted = false) {
  if (!Array.isArray(from) || from.length === 0) {
    const words = Array.isArray(from) ? NO_AREA : (from as Words);
    const column = "column" in words ? words.column : "columns" in words ? (words.columns[0] ?? 0) : 0;
    return {
      name: wordsOf(row, words),
      code: undefined,
      type: undefined,
      column,
      parent: undefined,
      all: [] as AreaWords[],
    };
  }
  const all = (from as readonly AreaColumns[]).flatMap(({ name, code, type, totals }): AreaWords[] => {
    const whole = noted ? cleaned(cellAt(row, name)) : withoutNote(cellAt(row, name).trim());
    const total = totals?.exec(whole)?.[0];
    const said = total === undefined ? whole : whole.slice(total.length).trim();
    if (said === "") return [];
    return [
      {
        name: said,
        column: name,
        ...(code !== undefined && { code: cellAt(row, code).trim() }),
        ...(total !== undefined ? { isAround: true } : type && { type }),
      },
    ];
  });
  const [first, second] = all;
  const column = from[0]?.name ?? 0;
  return {
    name: first?.name ?? "",
    code: first?.code,
    type: first?.type,
    column: first?.column ?? column,
    parent: second,
    all,
  };
}

/** Whether a line of one cell is the name of an area that is known, rather than a note. */
export function isAreaName(from: ValueColumn["area"] | undefined, row: Record, places: Gazetteer): boolean {
  if (from === undefined) return false;
  const { name, code, type } = areaOf(row, from);
  const found = name === "" ? undefined : places.find(name, code, type);
  return found !== undefined && ("ambiguous" in found || found.label !== undefined || found.area !== undefined);
}

// Columns whose numbers have more decimals than some of their cells show, as zeros at the end are not always written.
import type { Record } from "./csv.ts";
import { UNROUNDED } from "./rounding.ts";
import type { Layout, ValueColumn, Words } from "./sources/index.ts";

/**
 * The layout with the decimal places of the numbers of each column, where records say their series or kind of each of
 * those: the places of the longest, as spreadsheets write 50 for 50.0 beside 49.9. Only text in which a number ends in a
 * zero ("7.0") says of each how far it was rounded; what is held with nine decimals and more never was.
 */
export function withPlaces(layout: Layout, head: readonly Record[], isText: boolean): Layout {
  const records = head.slice(layout.firstRecord);
  const most = new Map<string, number>();
  const inFull = new Set<string>();
  for (const [index, value] of layout.values.entries()) {
    const nameOf = namer(value, index);
    for (const { cells } of records) {
      const digits = DECIMALS.exec(cells[value.column] ?? "")?.[1];
      if (digits === undefined) continue;
      const name = nameOf(cells);
      most.set(name, Math.max(most.get(name) ?? 0, digits.length));
      if (isText && !value.fraction && digits.endsWith("0")) inFull.add(name);
    }
  }
  const leastOf = (name: string): number => {
    const places = most.get(name) ?? 0;
    return places < UNROUNDED && inFull.has(name) ? 0 : places;
  };
  const values = layout.values.map((value, index) => {
    const nameOf = namer(value, index);
    return { ...value, places: (cells: readonly string[]) => leastOf(nameOf(cells)) };
  });
  return { ...layout, values };
}

/** What cells are alike: fractions are hardly ever typed, so that those of a file were worked out, and rounded, alike. */
function namer({ fraction, kind, series }: ValueColumn, index: number): (cells: readonly string[]) => string {
  if (fraction) return () => "fractions";
  const columns = [kind, series].flatMap(columnsOf);
  return (cells) => [index, ...columns.map((column) => cells[column]?.trim())].join("\n");
}

const columnsOf = (words: Words | undefined): readonly number[] =>
  words === undefined || "text" in words ? [] : "columns" in words ? words.columns : [words.column];

const DECIMALS = /^\s*-?\d[\d,]*\.(\d+)\s*%?\s*$/;

// The dimensions of a table: columns of texts by which the records of a figure differ, and totals among their values.

import { toNumber } from "../../core/number.ts";
import { isTotalName } from "../added-records.ts";
import { readCell } from "../csv/cell.ts";
import { follows, type SeenColumn } from "./column.ts";

/** The value of a dimension that is the sum of the others. */
export interface TotalFound {
  readonly value: string;
  /** By its name or by its sums it is that, and each figure has it. */
  readonly isSure: boolean;
}

/** Records by the values of some columns: of each, a number that those of one combination have in common. */
export function groupsOf(columns: readonly SeenColumn[], length: number): Int32Array {
  const groups = new Int32Array(length);
  const places = new Map<string, number>();
  for (let row = 0; row < length; row += 1) {
    const key = columns.map(({ codes }) => codes[row]).join();
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    groups[row] = place;
  }
  return groups;
}

/** Whether no two of the records that are read have the same values in some columns. */
export function isUnique(columns: readonly SeenColumn[], rows: readonly number[]): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = columns.map(({ codes }) => codes[row]).join();
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** Figures that are no whole numbers add up as nearly as this. */
const ROUNDING = 1e-6;
/** In so many combinations of the other columns, that one value is the sum of the others is no chance. */
const MANY = 3;
const ALMOST = 0.99;

/** The total among the values of a dimension, by its name, or by what it comes to beside the others. */
export function totalOf(
  dimension: SeenColumn,
  others: readonly SeenColumn[],
  values: SeenColumn | undefined,
  length: number,
): TotalFound | undefined {
  const { codes, counts } = dimension;
  const groups = groupsOf(others, length);
  const sizes = new Set(groups).size;
  const named = dimension.values.flatMap((value, code) => (isTotalName(value) ? [code] : []));
  const summed = values ? sumsAmong(dimension, groups, values) : [];
  const both = named.filter((code) => summed.includes(code));
  const [code] = [...both, ...named, ...summed];
  if (code === undefined || codes.length === 0) return undefined;
  const isClear =
    both.length === 1 || (named.length === 1 && both.length === 0) || (named.length === 0 && summed.length === 1);
  return { value: dimension.values[code] ?? "", isSure: isClear && (counts[code] ?? 0) >= ALMOST * sizes };
}

/** The values that are the sum of the others wherever they stand beside them. */
function sumsAmong({ values, codes }: SeenColumn, groups: Int32Array, of: SeenColumn): number[] {
  if (values.length < 3 || values.length > 60) return [];
  const numbers = of.values.map((value) => {
    const read = readCell(value);
    return read === "not a number" || "gap" in read ? 0 : toNumber(read.number);
  });
  const all = new Map<number, number>();
  const own = new Map<string, number>();
  for (const [row, group] of groups.entries()) {
    const number = numbers[of.codes[row] ?? -1] ?? 0;
    all.set(group, (all.get(group) ?? 0) + number);
    const key = `${codes[row]},${group}`;
    own.set(key, (own.get(key) ?? 0) + number);
  }
  return values.flatMap((_, code) => {
    let tried = 0;
    for (const [group, sum] of all) {
      if (sum === 0) continue;
      if (Math.abs(2 * (own.get(`${code},${group}`) ?? 0) - sum) > ROUNDING * Math.abs(sum)) return [];
      tried += 1;
    }
    return tried >= MANY ? [code] : [];
  });
}

/** The columns among them that say something of their own: no code of a name, no group of a type. */
export function independent(columns: readonly SeenColumn[], given: readonly SeenColumn[]): SeenColumn[] {
  const kept: SeenColumn[] = [];
  // The finest first, as the others may follow from it.
  for (const one of columns.toSorted((a, b) => b.values.length - a.values.length)) {
    if (one.values.length + (one.filled < one.codes.length ? 1 : 0) < 2) continue;
    if (![...given, ...kept].some((from) => follows(one, from))) kept.push(one);
  }
  return kept.toSorted((a, b) => a.index - b.index);
}

/** From this share of its values on, a column is a finer part of another, but for some names such as "Other". */
const MOSTLY = 0.6;

/** Whether most values of one column are within one value of another, and some within several. */
export function isMostlyWithin(finer: SeenColumn, coarser: SeenColumn): boolean {
  if (coarser.values.length >= finer.values.length) return false;
  const beside = new Map<number, Set<number>>();
  for (const [row, code] of finer.codes.entries()) {
    const set = beside.get(code) ?? new Set();
    beside.set(code, set.add(coarser.codes[row] ?? -1));
  }
  const single = [...beside.values()].filter(({ size }) => size === 1).length;
  return single < beside.size && single >= MOSTLY * beside.size;
}

// A column of a table that no source knows: its values, how many cells are numbers, and which follow from another column's.

import { toNumber } from "../../core/number.ts";
import { readCell } from "../csv/cell.ts";
import type { SeenTable } from "./table.ts";

/** What the cells of a column are. */
export interface SeenColumn {
  readonly index: number;
  readonly heading: string;
  readonly words: readonly string[];
  /** Its different cells, without the blank, in order; and of each record the place of its own among them, -1 a blank. */
  readonly values: readonly string[];
  readonly codes: Int32Array;
  /** Of each of the values, in how many records it is. */
  readonly counts: readonly number[];
  readonly filled: number;
  /** How many cells are numbers, and how many say why there is none. */
  readonly numbers: number;
  readonly gaps: number;
  /** Whether all numbers are whole. */
  readonly isWhole: boolean;
}

/** The columns of a table. */
export function columnsOf({ headings, words, rows }: SeenTable): readonly SeenColumn[] {
  return headings.map((heading, index) => {
    const places = new Map<string, number>();
    const codes = new Int32Array(rows.length);
    const counts: number[] = [];
    for (const [at, { cells }] of rows.entries()) {
      const cell = (cells[index] ?? "").trim();
      const place = cell === "" ? -1 : (places.get(cell) ?? places.size);
      if (place >= 0) {
        places.set(cell, place);
        counts[place] = (counts[place] ?? 0) + 1;
      }
      codes[at] = place;
    }
    const values = [...places.keys()];
    const filled = counts.reduce((sum, one) => sum + one, 0);
    return {
      index,
      heading,
      words: words[index] ?? [],
      values,
      codes,
      counts,
      filled,
      ...numbersAmong(values, counts),
    };
  });
}

function numbersAmong(values: readonly string[], counts: readonly number[]) {
  let [numbers, gaps, isWhole] = [0, 0, true];
  for (const [at, value] of values.entries()) {
    const read = readCell(value);
    const count = counts[at] ?? 0;
    if (read === "not a number") continue;
    if ("gap" in read) gaps += count;
    else {
      numbers += count;
      // A program writes 69.0 for the count 69.
      isWhole &&= !read.percent && Number.isInteger(toNumber(read.number));
    }
  }
  return { numbers, gaps, isWhole };
}

/** From this share on, a column is of what most of its cells are. */
const MOST = 0.9;

/** A number with the sign of a note behind it, or with a letter typed for a digit: "12*", "3O0", "l,250". */
const NEAR_NUMBER = /^\d+ ?[^\s\w]+$|^[£-]?(?=\D*\d)[\dOoIl][\dOoIl., ]*%?$/;

/** Whether at least half of what a column holds are numbers, or say why there is none. */
export const isMostlyNumbers = ({ numbers, gaps, filled }: SeenColumn): boolean =>
  numbers > 0 && numbers + gaps >= filled / 2;

/** Whether a column is one of numbers: of a few cells that are not, the plan is told. */
export const isNumeric = (column: SeenColumn): boolean =>
  isMostlyNumbers(column) &&
  (column.numbers + column.gaps >= MOST * column.filled ||
    column.values.every((value) => readCell(value) !== "not a number" || NEAR_NUMBER.test(value)));

/** The cells of a column of numbers that are none, and say no reason. */
export const oddCells = ({ values }: SeenColumn): string[] =>
  values.filter((value) => readCell(value) === "not a number");

/** Whether each value of one column has one of another beside it: a region follows from its force, a code from its name. */
export function follows(other: SeenColumn, from: SeenColumn): boolean {
  if (other.values.length > from.values.length) return false;
  const beside = new Int32Array(from.values.length + 1).fill(-2);
  for (const [at, code] of from.codes.entries()) {
    const own = other.codes[at] ?? -1;
    if (beside[code + 1] === -2) beside[code + 1] = own;
    else if (beside[code + 1] !== own) return false;
  }
  return true;
}

/** Whether two columns of different records say the same of each, in other words. */
export const isSame = (one: SeenColumn, other: SeenColumn): boolean => follows(one, other) && follows(other, one);

/** The numbers of a column that are plain, of those first met. */
export const someNumbers = ({ values }: SeenColumn): number[] =>
  values.slice(0, 1_000).flatMap((value) => {
    const read = readCell(value);
    return read === "not a number" || "gap" in read ? [] : [toNumber(read.number)];
  });

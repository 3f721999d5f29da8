// What the checks of sums share: the numbers that are added, what each must be, and how shares of 100 are told.

import { add, contains, type Interval, point, rangeText, subtract, without } from "../../core/interval.ts";
import { nameKey } from "../../core/names.ts";
import { compareExact, exact, HUNDRED } from "../../core/number.ts";
import type { TableRow } from "../read/read-table.ts";
import { type PrintedValue, type Role, roleKey, type Values } from "../rows/printed-value.ts";
import type { CellCheck, NumberedTable, SumPart } from "./check.ts";

/** A number, and the line that it stands in. */
export interface NumberAt {
  readonly line: number;
  readonly value: PrintedValue;
}

/** The numbers that some rows have in one role. */
export const cellsIn = (rows: NumberedTable["rows"], role: Role): NumberAt[] =>
  rows.flatMap(({ row, values }) => {
    const value = values.get(roleKey(role));
    return value ? [{ line: row.line, value }] : [];
  });

export const sumOf = (parts: readonly Interval[]): Interval => parts.reduce(add, point(exact(0)));

/** What each of some cells must be for them to add to a whole. */
export const partsOf = (cells: readonly NumberAt[], sum: Interval, must: Interval): SumPart[] =>
  cells.map(({ line, value }) => ({ line, value, needed: subtract(must, without(sum, value.interval)) }));

/** "Total", "Grand total", "Sub-total", "All crime (total)": a row that says that others add to it. */
export const isTotal = (name: string): boolean =>
  /^(grand |sub-?|overall |force |county |combined )?totals?\b|^sum of\b|\(total\)$/i.test(name);
/** "All crime", "Overall", the force by its name: a row that may be the total of the others, or of more than them. */
export const mayBeTotal = (name: string, force: string): boolean =>
  /^overall$|^all (crimes?|offences|recorded crime|incidents|areas|districts|forces)$|^(the )?force( ?wide)?$|^(county|constabulary)$/i.test(
    name,
  ) ||
  (force !== "" && nameKey(name).replace(/ (constabulary|police)$/, "") === nameKey(force));

/** Shares against the whole that they must add to, which is 100. */
export function sharesMade(row: TableRow, column: number, sum: Interval, places: number, words: string): CellCheck {
  const of = { row, column, check: "shares", range: sum };
  if (contains(sum, HUNDRED)) return { ...of, status: "matches" };
  const message = `shares: ${words} ${rangeText(sum, places)}, not 100`;
  return { ...of, status: "does-not-match", finding: { class: "does-not-match", message } };
}

/** Whether a row prints 100 % in a column. */
export const isHundred = (role: Role | undefined, values: Values): boolean => {
  const value = role?.kind === "percent" ? values.get(roleKey(role)) : undefined;
  return value !== undefined && compareExact(value.number, HUNDRED) === 0;
};

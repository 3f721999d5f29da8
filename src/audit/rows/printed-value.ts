// A number of a row as it is printed: what its column holds, and what it can stand for.

import { around, type Interval, point, wholeNumbers, within } from "../../core/interval.ts";
import { compareExact, type Exact, exact, HUNDRED, isNegative, isZero, shifted } from "../../core/number.ts";
import { readCell } from "../../input/csv/cell.ts";
import { MAIN, type Pair, type Slot } from "../columns/times.ts";
import { type HeadingKind, isChange, isLevel, kindWords } from "../read/headings.ts";
import type { TableRow } from "../read/read-table.ts";

/** What a column holds. */
export interface Role {
  readonly kind: HeadingKind;
  /** Of a level, its time. */
  readonly when?: Slot | undefined;
  /** Of a change, the two times that it compares, where they are not the baseline and the current one. */
  readonly pair?: Pair;
  readonly area: string;
  readonly per: number;
  /** Of a % difference, what it is of, where its heading says it. */
  readonly of: "count" | "rate" | undefined;
  readonly unit: string;
  /** Of a count, what it was rounded to, where it was. */
  readonly roundedTo?: number | undefined;
  /** From how many on it was, where smaller ones are exact. */
  readonly roundedFrom?: number | undefined;
  /** Of a % difference, that it is printed as a fraction: 0.133 for 13.3 %. */
  readonly isFraction?: boolean;
}

/** A number of a row, as printed, and what it can stand for. */
export interface PrintedValue {
  readonly role: Role;
  /** Nothing where no cell holds it, as the population that all rows share. */
  readonly column?: number;
  readonly text: string;
  readonly number: Exact;
  readonly places: number;
  readonly percent: boolean;
  readonly interval: Interval;
}

/** The numbers of a row by what they are. */
export type Values = ReadonlyMap<string, PrintedValue>;

/** Columns are the same that have the same key: "rate|baseline|msg". */
export const roleKey = ({
  kind,
  when,
  area,
  unit,
  pair,
}: Pick<Role, "kind" | "when" | "area" | "unit" | "pair">): string =>
  `${kind}${unit}|${when ?? ""}|${area}${pair ? `|${pair.join(" ")}` : ""}`;
/** The two times that a change compares. */
export const pairOf = ({ pair }: Pick<Role, "pair">): Pair => pair ?? MAIN;

const wholes: readonly HeadingKind[] = ["count", "population", "base", "variance"];

/** How many digits a number has before its point. */
const wholeDigits = (number: Exact): number => number.abs().trunc().toFixed().length;

/** The number that a cell prints; nothing where it prints none. Persons and events are whole: as printed, they are exact. */
export function readValue(text: string, held: Role, column: number): PrintedValue | undefined {
  const cell = readCell(text);
  if (typeof cell !== "object" || !("number" in cell)) return undefined;
  const { percent } = cell;
  const power = held.isFraction ? 2 : 0;
  const number = shifted(cell.number, power);
  const isExact = held.roundedFrom !== undefined && compareExact(number.abs(), exact(held.roundedFrom)) < 0;
  // The change of two rounded numbers may be small.
  const role = isExact && held.kind === "count" ? { ...held, roundedTo: undefined } : held;
  // A number that a program left unrounded is true to so many digits, and not to its last.
  const places = Math.max(0, Math.min(cell.places, Math.max(0, 12 - wholeDigits(cell.number))) - power);
  const isWhole = wholes.includes(role.kind) && places === 0;
  const interval = role.roundedTo
    ? within(number, exact(role.roundedTo / 2))
    : isWhole
      ? point(number)
      : around({ number, places });
  return { role, column, text, number, places, percent, interval };
}

/** The numbers of a row, by the roles of the columns. */
export function valuesOf(row: TableRow, roles: readonly (Role | undefined)[]): Map<string, PrintedValue> {
  const values = new Map<string, PrintedValue>();
  for (const [index, role] of roles.entries()) {
    const value = role && readValue(row.cells[index] ?? "", role, index + 1);
    if (value && !values.has(roleKey(role))) values.set(roleKey(role), value);
  }
  return values;
}

/** Whether a column holds figures: levels, or changes of them. */
export const isFigureRole = (role: Role | undefined): role is Role =>
  role !== undefined && (isLevel(role.kind) || isChange(role.kind));

/** "current rate MSG": what a column holds, in words. */
export const roleWords = ({ kind, when, area, pair }: Pick<Role, "kind" | "when" | "area" | "pair">): string =>
  [when, kindWords[kind], pair?.join(" to "), area].filter((part) => part).join(" ");

/** Whether a level is below 0 or above 100 %, for all that it may stand for. */
export const isImpossible = ({ number, interval }: Pick<PrintedValue, "number" | "interval">): boolean =>
  (isNegative(number) && !isZero(number)) || compareExact(interval.from, HUNDRED) > 0;

/** What of a range a value can be: persons and events are whole. Nothing where none of it is. */
export const possibleFor = ({ role }: PrintedValue, range: Interval): Interval | undefined =>
  role.kind === "count" || role.kind === "population" ? wholeNumbers(range) : range;

// Ranks of areas against the figures that they may be of: either direction, and any usual way of ranking ties.

import { compareExact } from "../../core/number.ts";
import { type PrintedValue, roleKey, roleWords } from "../rows/printed-value.ts";
import type { AuditCheck, AuditedTable, CellCheck } from "./check.ts";

export const ranks: AuditCheck = {
  name: "ranks",
  cells: (given) => rankColumns(given).flatMap((column) => inColumn(given, column)),
};

/** Fewer rows than these show no order. */
const LEAST_ROWS = 4;
/** What of the rows must be in an order for the others to be against it. */
const MOST = 0.7;

interface Ranked {
  readonly index: number;
  readonly rank: number;
  readonly value: PrintedValue;
}

/** "3", "3rd", "3/8" and "3 of 8" → 3; nothing for anything else. */
const rankIn = (cell: string): number | undefined => {
  const [, digits] =
    /^(?:joint |=)?(\d{1,3})(?:st|nd|rd|th)?=?(?: ?(?:\/|of|out of) ?\d{1,3})?$/i.exec(cell.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** What ranks are allowed where so many are ahead, and so many are level with it, itself among them. */
const ways: readonly ((ahead: number, level: number, steps: number) => readonly [from: number, to: number])[] = [
  (ahead) => [ahead + 1, ahead + 1],
  (ahead, level) => [ahead + level, ahead + level],
  (_, __, steps) => [steps + 1, steps + 1],
  // In any order.
  (ahead, level) => [ahead + 1, ahead + level],
];

const rankColumns = ({ columns }: AuditedTable): number[] =>
  columns.flatMap(({ role, heading }) => (role?.kind === "rank" ? [heading.column] : []));

function inColumn({ rows, columns }: AuditedTable, column: number): CellCheck[] {
  const ranked = rows.flatMap(({ row, values }, index) => {
    const rank = row.continues ? undefined : rankIn(row.cells[column - 1] ?? "");
    return rank === undefined ? [] : [{ index, rank, values }];
  });
  const able = columns.flatMap(({ role }) =>
    role &&
    role.when !== "baseline" &&
    (role.kind === "rate" || role.kind === "percent" || role.kind === "count" || role.kind === "value")
      ? [role]
      : [],
  );
  // A rank of areas is of their rates, where they are printed.
  able.sort((a, b) => Number(b.kind === "rate") - Number(a.kind === "rate"));
  const orders = able.flatMap((role) => {
    const all = ranked.flatMap(({ index, rank, values }): Ranked[] => {
      const value = values.get(roleKey(role));
      return value ? [{ index, rank, value }] : [];
    });
    if (all.length < LEAST_ROWS || all.length < ranked.length) return [];
    return [1, -1].flatMap((direction) => ways.map((way) => ({ role, all, ranges: rangesOf(all, direction, way) })));
  });
  const held = ({ all, ranges }: (typeof orders)[number]): number =>
    all.filter(({ rank }, at) => isWithin(rank, ranges[at])).length;
  const best = orders.reduce<(typeof orders)[number] | undefined>(
    (a, b) => (a && held(a) >= held(b) ? a : b),
    undefined,
  );
  if (!best || held(best) < Math.max(LEAST_ROWS - 1, best.all.length * MOST)) return [];
  // The ranks of a group that the rows are none of may be in some order by chance: all but one must be of so many rows.
  const left = best.all.map(({ rank }) => rank);
  for (const range of best.ranges) {
    const at = left.findIndex((rank) => isWithin(rank, range));
    if (at >= 0) left.splice(at, 1);
  }
  if (left.length > 1) return [];
  return best.all.flatMap(({ index, rank, value }, at): CellCheck[] => {
    const row = rows[index]?.row;
    const range = best.ranges[at];
    if (!row || !range) return [];
    const of = { row, column, check: "rank" };
    if (isWithin(rank, range)) return [{ ...of, status: "matches" }];
    const should = range[0] === range[1] ? String(range[0]) : `${range[0]} to ${range[1]}`;
    const message = `rank: by the ${roleWords(best.role)}, ${value.text}, it is ${should}; the ranks of the other rows are in that order`;
    return [{ ...of, status: "does-not-match", finding: { class: "does-not-match", message } }];
  });
}

const isWithin = (rank: number, range: readonly [number, number] | undefined): boolean =>
  range !== undefined && rank >= range[0] && rank <= range[1];

function rangesOf(
  all: readonly Ranked[],
  direction: number,
  way: (typeof ways)[number],
): (readonly [number, number])[] {
  return all.map(({ value }) => {
    const sides = all.map((other) => compareExact(other.value.number, value.number) * direction);
    const ahead = all.filter((_, at) => (sides[at] ?? 0) < 0);
    const steps = new Set(ahead.map((other) => other.value.number.toString())).size;
    return way(ahead.length, sides.filter((side) => side === 0).length, steps);
  });
}

// Ranks of areas against the figures that they may be of: either direction, and any usual way of ranking ties.

import { compareExact } from "../../core/number.ts";
import { type Finding, placeIn } from "../findings.ts";
import type { CellAudit } from "../result.ts";
import { type PrintedValue, type Role, roleKey, roleWords } from "../rows/printed-value.ts";
import type { AuditCheck, AuditedTable } from "./check.ts";

export const ranks: AuditCheck = { name: "ranks", find: found };

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

function found(given: AuditedTable): { findings: Finding[]; cells: CellAudit[] } {
  const made = given.columns.flatMap(({ role, heading }) =>
    role?.kind === "rank" ? [inColumn(given, heading.column)] : [],
  );
  return { findings: made.flatMap(({ findings }) => findings), cells: made.flatMap(({ cells }) => cells) };
}

function inColumn({ table, rows, columns }: AuditedTable, column: number): { findings: Finding[]; cells: CellAudit[] } {
  const ranked = rows.flatMap(({ row, values }, index) => {
    const rank = row.continues ? undefined : rankIn(row.cells[column - 1] ?? "");
    return rank === undefined ? [] : [{ index, rank, values }];
  });
  const able = columns.flatMap(({ role }) =>
    role && (role.kind === "rate" || role.kind === "percent" || role.kind === "count" || role.kind === "value")
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
  const nothing = { findings: [], cells: [] };
  if (!best || held(best) < Math.max(LEAST_ROWS - 1, best.all.length * MOST)) return nothing;
  const cellOf = ({ index }: Ranked, holds: boolean): CellAudit => {
    const row = rows[index]?.row;
    return {
      line: row?.line ?? 1,
      column,
      measure: row?.name ?? "",
      check: "rank",
      printed: row?.cells[column - 1] ?? "",
      status: holds ? "matches" : "does-not-match",
    };
  };
  const findings = best.all.flatMap(({ index, rank, value }, at): Finding[] => {
    const row = rows[index]?.row;
    const range = best.ranges[at];
    if (!row || !range || isWithin(rank, range)) return [];
    const should = range[0] === range[1] ? String(range[0]) : `${range[0]} to ${range[1]}`;
    const message = `rank: by the ${roleWords(best.role as Role)}, ${value.text}, it is ${should}; the ranks of the other rows are in that order`;
    return [{ ...placeIn(table, row, column), class: "does-not-match", printed: row.cells[column - 1] ?? "", message }];
  });
  return { findings, cells: best.all.map((one, at) => cellOf(one, isWithin(one.rank, best.ranges[at]))) };
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

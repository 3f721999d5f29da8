// One wrong cell that both its row and its column tell of, or two sums: it is told once, where it stands.

import { grouped } from "../../core/grouped.ts";
import { type Interval, meet } from "../../core/interval.ts";
import type { CellCheck, SumPart } from "../checks/check.ts";
import type { RowAudit } from "./audit-row.ts";
import { solveFor } from "./check-row.ts";
import { type PrintedValue, possibleFor } from "./printed-value.ts";

/** A cell that alone explains why several checks fail. */
export interface Culprit {
  readonly line: number;
  readonly value: PrintedValue;
  /** What it would have to be for all of them to hold, and every other check that it takes part in. */
  readonly range: Interval;
  /** The sums among them. */
  readonly sums: readonly CellCheck[];
}

/** A check of a row, or a sum, with its cells. */
interface Constraint {
  readonly fails: boolean;
  readonly sum?: CellCheck;
  readonly row?: number;
  readonly parts: readonly SumPart[];
}

/**
 * The cells of which each alone explains a sum that fails and another check that does. A cell is none where another
 * explains some of these and not fewer, or where a failing check of its own row is not among them.
 */
export function tableCulprits(rows: readonly RowAudit[], sums: readonly CellCheck[]): Culprit[] {
  if (!sums.some(({ status, parts }) => parts && status === "does-not-match")) return [];
  const constraints = [
    ...rows.flatMap(ofRow),
    ...sums.flatMap((sum): Constraint[] =>
      sum.parts ? [{ fails: sum.status === "does-not-match", sum, parts: sum.parts() }] : [],
    ),
  ];
  const ownFailing = grouped(constraints.flatMap((one) => (one.fails ? [[one.row, one] as const] : [])));
  const touching = grouped(
    constraints.flatMap((constraint) => constraint.parts.map((part) => [part.value, { part, constraint }] as const)),
  );
  const able = [...touching].flatMap(([value, all]): Able[] => {
    const failing = all.flatMap(({ constraint }) => (constraint.fails ? [constraint] : []));
    if (failing.length < 2 || !failing.some(({ sum }) => sum)) return [];
    const line = all[0]?.part.line ?? 1;
    if (ownFailing.get(line)?.some((constraint) => !failing.includes(constraint))) return [];
    const range = all
      .map(({ part }) => part.needed)
      .reduce<Interval | undefined>((a, b) => a && meet(a, b), all[0]?.part.needed);
    const able = range && possibleFor(value, range);
    return able ? [{ line, value, range: able, failing }] : [];
  });
  const isRival = (one: Able, other: Able): boolean =>
    other.failing.some((check) => one.failing.includes(check)) &&
    (other.failing.length >= one.failing.length || other.failing.some((check) => !one.failing.includes(check)));
  return able
    .filter((one) => able.every((other) => other === one || !isRival(one, other)))
    .map(({ failing, ...culprit }) => ({ ...culprit, sums: failing.flatMap(({ sum }) => sum ?? []) }));
}

interface Able extends Omit<Culprit, "sums"> {
  readonly failing: readonly Constraint[];
}

/** The checks of a row whose output is computed from its cells. */
const ofRow = ({ row: { line }, checks }: RowAudit): Constraint[] =>
  checks.flatMap((check): Constraint[] => {
    const { output, inputs, range, status } = check;
    // What fails without a range is explained by no other value.
    if (!range) return status === "does-not-match" ? [{ fails: true, row: line, parts: [] }] : [];
    const solved = inputs.flatMap((value): SumPart[] => {
      const needed = value.column === undefined ? undefined : solveFor(check, value);
      return needed ? [{ line, value, needed }] : [];
    });
    return [
      { fails: status === "does-not-match", row: line, parts: [{ line, value: output, needed: range }, ...solved] },
    ];
  });

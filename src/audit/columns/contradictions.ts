// Headings that the figures contradict: the columns changed round, or held for something else, under which the checks hold.

import type { PeriodRole } from "../read/heading-periods.ts";
import type { HeadingKind } from "../read/headings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import { populationOf } from "../rows/population.ts";
import { type PrintedValue, type Role, roleKey } from "../rows/printed-value.ts";
import type { AuditColumn } from "./audit-column.ts";
import { type Trial, trialOf } from "./try-roles.ts";

/** What a column holds is told by so many rows, from the whole length of the table. */
const MOST_ROWS = 40;
/** The rows of a wide table are fewer, but never fewer than these. */
const MOST_CELLS = 480;
const LEAST_ROWS = 10;
/** Of more columns than these that fail, those that fail the most are tried. */
const MOST_SUSPECTS = 24;
/** Up to so many, any two are tried changed round; of more, those of one kind. */
const MOST_PAIRED = 12;

/** The table with few enough rows to try what its columns may hold; the rows of one measure count. */
export function sampleOf(table: PublishedTable): PublishedTable {
  const rows = table.rows.filter((row) => !row.continues);
  const length = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / table.headings.length)));
  if (rows.length <= length) return table;
  const step = rows.length / length;
  return { ...table, rows: Array.from({ length }, (_, at) => rows[Math.floor(at * step)] as TableRow) };
}

/** A heading is contradicted where most rows fail with it, and nearly none with another role or two headings changed round. */
export function settled(
  whole: PublishedTable,
  columns: readonly AuditColumn[],
  areas: readonly string[],
): AuditColumn[] {
  const trial = trialOf(sampleOf(whole));
  const { rows, score } = trial;
  const everyRole = rolesOf(areas);
  let now = [...columns];
  for (let turn = 0; turn < 4; turn += 1) {
    const roles = now.map(({ role }) => role);
    const before = score(roles);
    if (before.fail < Math.max(2, rows * 0.6)) break;
    const suspects = suspectsOf(trial, now);
    const moves = movesOf(suspects, roles, freeRoles(roles, everyRole));
    const after = (move: Move): (Role | undefined)[] => {
      const next = [...roles];
      for (const [index, role] of move) next[index] = role;
      return next;
    };
    // A move changes the checks of its own areas alone.
    const gainOf = (move: Move): number => {
      const touched = new Set(move.flatMap(([index, role]) => [role.area, roles[index]?.area]));
      const of = (all: readonly (Role | undefined)[]) =>
        areas.length <= 2 ? all : all.map((role) => (role && touched.has(role.area) ? role : undefined));
      const key = [...touched].sort().join("\n");
      const baseline = without.get(key) ?? net(score(of(roles)));
      without.set(key, baseline);
      return net(score(of(after(move)))) - baseline;
    };
    const without = new Map<string, number>();
    const tried = moves.map((move) => ({ move, gain: gainOf(move) }));
    const chosen = tried.reduce<(typeof tried)[number] | undefined>(
      (a, b) => (!a || b.gain > a.gain || (b.gain === a.gain && b.move.length < a.move.length) ? b : a),
      undefined,
    );
    const found = chosen && { move: chosen.move, ...score(after(chosen.move)) };
    const enough =
      found &&
      before.fail - found.fail >= Math.max(2, rows * 0.6) &&
      found.hold > before.hold &&
      // What else fails is of other columns, which a later turn may set right.
      failuresAt(trial, after(found.move), found.move) <= (before.fail - found.fail) * 0.4;
    const wholeRow = rows > 1 || found?.fail === 0;
    if (!found || !enough || !wholeRow) break;
    const full = trialOf(whole);
    const [unmoved, current] = [full.score(roles), full.score(after(found.move))];
    now = now.map((column, index) => {
      const moved = found.move.find(([at]) => at === index);
      if (!moved || !column.role) return column;
      const evidence = { hold: current.hold - unmoved.hold, failed: unmoved.fail - current.fail };
      return { ...column, role: moved[1], by: "figures" as const, headedAs: column.headedAs ?? column.role, evidence };
    });
  }
  return now;
}

/** Columns with the roles that they would have instead. */
type Move = readonly (readonly [index: number, role: Role])[];

/** Every suspect as what no column holds yet, and every two of them changed round. */
function movesOf(
  suspects: readonly number[],
  roles: readonly (Role | undefined)[],
  free: readonly Role[],
): readonly Move[] {
  const isFew = suspects.length <= MOST_PAIRED;
  return [
    ...suspects.flatMap((index) =>
      free.filter((role) => isFew || isNearTo(role, roles[index])).map((role): Move => [[index, role]]),
    ),
    ...suspects.flatMap((a) =>
      suspects
        .filter((b) => b > a && (isFew || roles[a]?.kind === roles[b]?.kind))
        .map(
          (b): Move => [
            [a, roles[b] as Role],
            [b, roles[a] as Role],
          ],
        ),
    ),
  ];
}

/** A check that can no longer be made is no gain: what counts is how many more hold than fail. */
const net = ({ hold, fail }: { hold: number; fail: number }): number => hold - fail;
/** Of many columns, each is tried as what stands beside it: of its own area, or the same of another. */
const isNearTo = (role: Role, own: Role | undefined): boolean =>
  role.area === own?.area || (role.kind === own?.kind && role.when === own.when);

/** How many checks fail that some columns take part in. */
function failuresAt(trial: Trial, roles: readonly (Role | undefined)[], move: Move): number {
  const isMoved = ({ column }: PrintedValue): boolean => move.some(([index]) => index + 1 === column);
  return trial
    .checks(trial.values(roles))
    .filter(({ status, output, inputs }) => status === "does-not-match" && [output, ...inputs].some(isMoved)).length;
}

/** The figure columns that take part in a check that fails in most rows. */
function suspectsOf(trial: Trial, columns: readonly AuditColumn[]): number[] {
  const fails = new Map<number, number>();
  const values = trial.values(columns.map(({ role }) => role));
  const failed = (column: number | undefined): void => {
    if (column !== undefined) fails.set(column, (fails.get(column) ?? 0) + 1);
  };
  for (const check of trial.checks(values)) {
    if (check.status === "does-not-match") for (const { column } of [check.output, ...check.inputs]) failed(column);
  }
  for (const { role } of columns) {
    if (role?.kind !== "rate" || !role.when) continue;
    for (const pair of populationOf(values, role.area, role.when)?.outside ?? [])
      for (const { column } of [pair.rate, pair.count]) failed(column);
  }
  return [...fails]
    .filter(([column, count]) => count >= trial.rows * 0.6 && columns[column - 1]?.by !== "hand")
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SUSPECTS)
    .map(([column]) => column - 1)
    .sort((a, b) => a - b);
}

const freeRoles = (roles: readonly (Role | undefined)[], all: readonly Role[]): Role[] => {
  const held = new Set(roles.flatMap((role) => (role ? [roleKey(role)] : [])));
  return all.filter((role) => !held.has(roleKey(role)));
};

/** What a column may hold, of each area. */
function rolesOf(areas: readonly string[]): Role[] {
  const plain = { per: 1_000, of: undefined, unit: "", unweighted: false };
  const kinds: readonly [HeadingKind, readonly (PeriodRole | undefined)[]][] = [
    ["count", ["baseline", "current"]],
    ["rate", ["baseline", "current"]],
    ["percent", ["baseline", "current"]],
    ["variance", [undefined]],
    ["percent-change", [undefined]],
    ["rate-difference", [undefined]],
    ["points", [undefined]],
  ];
  return kinds.flatMap(([kind, times]) =>
    times.flatMap((when) => (areas.length > 0 ? areas : [""]).map((area): Role => ({ ...plain, kind, when, area }))),
  );
}

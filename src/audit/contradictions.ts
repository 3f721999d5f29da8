// Headings that the figures contradict: the columns changed round, or held for something else, under which the checks hold.
import { checkRow, type Role, roleKey, valuesOf } from "./cells.ts";
import type { Column } from "./columns.ts";
import type { Kind, When } from "./headings.ts";
import { populationOf } from "./population.ts";
import type { PublishedTable } from "./read-table.ts";

/** How many checks hold and fail with columns of those roles. */
export function score(table: PublishedTable, roles: readonly (Role | undefined)[]): { hold: number; fail: number } {
  const rows = table.rows.filter((row) => !row.continues).map((row) => valuesOf(row, roles));
  const checks = rows.flatMap((values) => checkRow(values));
  let hold = checks.filter(({ status }) => status !== "does-not-match" && status !== "cannot-be-checked").length;
  let fail = checks.filter(({ status }) => status === "does-not-match").length;
  const pairs = new Map(
    roles.flatMap((role) => (role?.kind === "rate" && role.when ? [[roleKey(role), role] as const] : [])),
  );
  for (const { area, when } of pairs.values()) {
    const population = when && populationOf(rows, area, when);
    if (!population) continue;
    hold += population.agreeing.length - 1;
    fail += population.outside.length;
  }
  return { hold, fail };
}

/** A heading is contradicted where most rows fail with it, and nearly none with another role or two headings changed round. */
export function settled(table: PublishedTable, columns: readonly Column[], areas: readonly string[]): Column[] {
  let now = [...columns];
  const rows = table.rows.filter((row) => !row.continues).length;
  for (let turn = 0; turn < 4; turn += 1) {
    const roles = now.map(({ role }) => role);
    const before = score(table, roles);
    if (before.fail < Math.max(2, rows * 0.6)) break;
    const suspects = suspectsOf(table, now, rows);
    const free = freeRoles(roles, areas);
    const moves = [
      ...suspects.flatMap((index) => free.map((role) => [[index, role]] as [number, Role][])),
      ...suspects.flatMap((a) =>
        suspects
          .filter((b) => b > a)
          .map(
            (b) =>
              [
                [a, roles[b] as Role],
                [b, roles[a] as Role],
              ] as [number, Role][],
          ),
      ),
    ];
    const tried = moves.map((move) => {
      const next = [...roles];
      for (const [index, role] of move) next[index] = role;
      return { move, ...score(table, next) };
    });
    // A check that can no longer be made is no gain: what counts is how many more hold than fail.
    const net = ({ hold, fail }: { hold: number; fail: number }): number => hold - fail;
    const found = tried.reduce<(typeof tried)[number] | undefined>(
      (a, b) => (!a || net(b) > net(a) || (net(b) === net(a) && b.move.length < a.move.length) ? b : a),
      undefined,
    );
    const enough =
      found &&
      before.fail - found.fail >= Math.max(2, rows * 0.6) &&
      found.hold > before.hold &&
      found.fail <= before.fail * 0.4;
    const wholeRow = rows > 1 || found?.fail === 0;
    if (!found || !enough || !wholeRow) break;
    now = now.map((column, index) => {
      const moved = found.move.find(([at]) => at === index);
      if (!moved || !column.role) return column;
      const evidence = { hold: found.hold - before.hold, failed: before.fail - found.fail };
      return { ...column, role: moved[1], by: "figures" as const, headedAs: column.headedAs ?? column.role, evidence };
    });
  }
  return now;
}

/** The figure columns that take part in a check that fails in most rows. */
function suspectsOf(table: PublishedTable, columns: readonly Column[], rows: number): number[] {
  const fails = new Map<number, number>();
  const values = table.rows
    .filter((row) => !row.continues)
    .map((row) =>
      valuesOf(
        row,
        columns.map(({ role }) => role),
      ),
    );
  const failed = (column: number | undefined): void => {
    if (column !== undefined) fails.set(column, (fails.get(column) ?? 0) + 1);
  };
  for (const check of values.flatMap((row) => checkRow(row))) {
    if (check.status === "does-not-match") for (const { column } of [check.output, ...check.inputs]) failed(column);
  }
  for (const { role } of columns) {
    if (role?.kind !== "rate" || !role.when) continue;
    for (const pair of populationOf(values, role.area, role.when)?.outside ?? [])
      for (const { column } of [pair.rate, pair.count]) failed(column);
  }
  return [...fails].flatMap(([column, count]) =>
    count >= rows * 0.6 && columns[column - 1]?.by !== "hand" ? [column - 1] : [],
  );
}

function freeRoles(roles: readonly (Role | undefined)[], areas: readonly string[]): Role[] {
  const held = new Set(roles.flatMap((role) => (role ? [roleKey(role)] : [])));
  const plain = { per: 1_000, of: undefined, unit: "", unweighted: false };
  const kinds: readonly [Kind, readonly (When | undefined)[]][] = [
    ["count", ["baseline", "current"]],
    ["rate", ["baseline", "current"]],
    ["percent", ["baseline", "current"]],
    ["variance", [undefined]],
    ["percent-change", [undefined]],
    ["rate-difference", [undefined]],
    ["points", [undefined]],
  ];
  const all = kinds.flatMap(([kind, times]) =>
    times.flatMap((when) => (areas.length > 0 ? areas : [""]).map((area): Role => ({ ...plain, kind, when, area }))),
  );
  return all.filter((role) => !held.has(roleKey(role)));
}

// Headings that the figures contradict: the columns changed round, or held for something else, under which the checks hold.

import type { HeadingKind } from "../read/headings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import { checkRow } from "../rows/check-row.ts";
import { populationOf } from "../rows/population.ts";
import { type Role, roleKey, valuesOf } from "../rows/printed-value.ts";
import type { AuditColumn } from "./audit-column.ts";

/** What a column holds is told by so many rows, from the whole length of the table. */
const MOST_ROWS = 12;
/** Of more columns than these that fail, those that fail the most are tried. */
const MOST_SUSPECTS = 12;
/** Of more than these, each is tried as what stands beside it: of its own area, or the same of another. */
const FEW = 5;
/** Of the rows, so many must fail for a heading to be doubted. */
const MOST_FAIL = 0.6;

type Roles = readonly (Role | undefined)[];
/** Columns with the roles that they would have instead. */
type Move = readonly (readonly [index: number, role: Role])[];
/** How many checks hold with columns of some roles, and the columns of each that fails. */
interface Score {
  readonly hold: number;
  readonly failing: readonly (readonly number[])[];
}

/** A heading is contradicted where most rows fail with it, and nearly none with another role or two headings changed round. */
export function settled(
  whole: PublishedTable,
  columns: readonly AuditColumn[],
  areas: readonly string[],
): AuditColumn[] {
  const all = whole.rows.filter((row) => !row.continues);
  const step = Math.max(1, all.length / MOST_ROWS);
  const rows = all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const least = Math.max(2, rows.length * MOST_FAIL);
  let now = [...columns];
  for (let turn = 0; turn < 4; turn += 1) {
    const roles = now.map(({ role }) => role);
    const before = scored(rows, roles);
    if (before.failing.length < least) break;
    const moves = movesOf(suspectsOf(before, now, least), roles, areas);
    const tried = moves.map((move) => ({ move, ...scored(rows, moved(roles, move)) }));
    const [best] = tried.sort((a, b) => net(b) - net(a) || a.move.length - b.move.length);
    if (!best || best.hold <= before.hold) break;
    const fewer = before.failing.length - best.failing.length;
    // What else fails is of other columns, which a later turn may set right.
    const still = best.failing.filter((of) => best.move.some(([index]) => of.includes(index))).length;
    if (fewer < least || still > fewer * 0.4) break;
    const [was, is] = [scored(all, roles), scored(all, moved(roles, best.move))];
    const evidence = { hold: is.hold - was.hold, failed: was.failing.length - is.failing.length };
    now = now.map((column, index) => {
      const [, role] = best.move.find(([at]) => at === index) ?? [];
      if (!role || !column.role) return column;
      return { ...column, role, by: "figures", headedAs: column.headedAs ?? column.role, evidence };
    });
  }
  return now;
}

/** A check that can no longer be made is no gain: what counts is how many more hold than fail. */
const net = ({ hold, failing }: Score): number => hold - failing.length;
const moved = (roles: Roles, move: Move): Roles =>
  roles.map((role, index) => move.find(([at]) => at === index)?.[1] ?? role);

/** The checks of some rows, and the populations that they share, with columns of some roles. */
function scored(rows: readonly TableRow[], roles: Roles): Score {
  const values = rows.map((row) => valuesOf(row, roles));
  const checks = values.flatMap((row) => checkRow(row)).filter(({ status }) => status !== "cannot-be-checked");
  const failed = checks.filter(({ status }) => status === "does-not-match");
  const populations = roles.flatMap((role) =>
    role?.kind === "rate" && role.when ? (populationOf(values, role.area, role.when) ?? []) : [],
  );
  const outside = populations.flatMap((population) => population.outside);
  const agreeing = populations.reduce((sum, population) => sum + population.agreeing.length - 1, 0);
  return {
    hold: checks.length - failed.length + agreeing,
    failing: [
      ...failed.map(({ output, inputs }) => [output, ...inputs]),
      ...outside.map(({ rate, count }) => [rate, count]),
    ].map((of) => of.flatMap(({ column }) => (column === undefined ? [] : [column - 1]))),
  };
}

/** The columns that take part in a check that fails in most rows. */
function suspectsOf({ failing }: Score, columns: readonly AuditColumn[], least: number): number[] {
  const fails = columns.map((_, index) => failing.filter((of) => of.includes(index)).length);
  return [...fails.keys()]
    .filter((index) => (fails[index] ?? 0) >= least && columns[index]?.by !== "hand")
    .sort((a, b) => (fails[b] ?? 0) - (fails[a] ?? 0))
    .slice(0, MOST_SUSPECTS);
}

const levels: readonly HeadingKind[] = ["count", "rate", "percent"];
const changes: readonly HeadingKind[] = ["variance", "percent-change", "rate-difference", "points"];

/** Every suspect as what no column holds yet, and every two of them changed round. */
function movesOf(suspects: readonly number[], roles: Roles, areas: readonly string[]): readonly Move[] {
  const held = new Set(roles.flatMap((role) => (role ? [roleKey(role)] : [])));
  const plain = { per: 1_000, of: undefined, unit: "" };
  const free = (areas.length > 0 ? areas : [""])
    .flatMap((area): Role[] => [
      ...levels.flatMap((kind) => ["baseline", "current"].map((when): Role => ({ ...plain, kind, when, area }))),
      ...changes.map((kind): Role => ({ ...plain, kind, area })),
    ])
    .filter((role) => !held.has(roleKey(role)));
  return suspects.flatMap((a, at): Move[] => {
    const own = roles[a];
    const isNear = (role: Role | undefined): boolean =>
      suspects.length <= FEW || role?.area === own?.area || (role?.kind === own?.kind && role?.when === own?.when);
    return [
      ...free.filter(isNear).map((role): Move => [[a, role]]),
      ...suspects.slice(at + 1).flatMap((b): Move[] =>
        own && roles[b]
          ? [
              [
                [a, roles[b]],
                [b, own],
              ],
            ]
          : [],
      ),
    ];
  });
}

// What the figures decide of columns whose words leave a choice, and of columns that say the same.

import { type HeadingKind, isChange } from "../read/headings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import { checkRow } from "../rows/check-row.ts";
import { populationOf } from "../rows/population.ts";
import { isFigureRole, type Role, roleKey, valuesOf } from "../rows/printed-value.ts";
import type { AuditColumn } from "./audit-column.ts";
import type { Draft } from "./draft.ts";

/** What a column may be, before the figures are asked: more than one role where its words leave a choice. */
export interface Read {
  readonly roles: readonly Role[];
  readonly why?: string;
  readonly by?: AuditColumn["by"];
}

const LEAST_ROWS = 5;
const plainRole = ({ roles }: Read): Role | undefined => (roles.length === 1 ? roles[0] : undefined);

/** Where words leave a choice, the figures decide if one choice alone fits, in five rows at least and by two checks of each. */
export function decided(table: PublishedTable, reads: readonly Read[]): Read[] {
  const made = [...reads];
  const rows = table.rows.filter(({ continues }) => !continues);
  const counted = (role: Role): boolean => reads.some((read) => isCountOf(plainRole(read), role));
  for (const [index, read] of reads.entries()) {
    const { roles } = read;
    if (roles.length < 2 || isChange(roles[0]?.kind ?? "other")) continue;
    // With one number beside it, it is of the period of that.
    const able = roles.filter(counted);
    const current = roles.filter(({ when }) => when === "current");
    const only = able.length > 1 ? able.filter((role) => isRateOf(rows, made, index, role)) : able;
    made[index] =
      able.length === 0
        ? { ...read, roles: current }
        : only.length === 1
          ? { ...read, roles: only }
          : { roles: [], why: "its heading does not say of which period it is" };
  }
  const open = made.flatMap(({ roles }, index) => (roles.length > 1 ? [index] : []));
  const pairs = made[open[0] ?? 0]?.roles.map(({ pair }) => pair?.join()) ?? [];
  const roleOf = (read: Read, pair: string | undefined): Role | undefined =>
    read.roles.length > 1 ? read.roles.find((role) => role.pair?.join() === pair) : plainRole(read);
  const fitting = pairs.filter((pair) => {
    const roles = made.map((read) => roleOf(read, pair));
    const checks = rows
      .flatMap((row) => checkRow(valuesOf(row, roles)))
      .filter(({ output, status }) => open.includes((output.column ?? 0) - 1) && status !== "cannot-be-checked");
    const hold = checks.every(({ status }) => status === "matches" || status === "other-rounding");
    return open.length > 1 && checks.length >= LEAST_ROWS * open.length && hold;
  });
  return made.map((read) => {
    if (read.roles.length < 2) return read;
    const role = fitting.length === 1 ? roleOf(read, fitting[0]) : undefined;
    return role
      ? { ...read, roles: [role] }
      : { roles: [], why: "its heading does not say which two of the periods it compares" };
  });
}

const isCountOf = (count: Role | undefined, { area, when }: Role): boolean =>
  count?.kind === "count" && count.when === when && count.area === area;

/** Whether a column is the rate of the numbers of one period: nearly every row tells the same population. */
function isRateOf(rows: readonly TableRow[], reads: readonly Read[], index: number, role: Role): boolean {
  const roles = reads.map((read, at) => (at === index ? role : plainRole(read)));
  const values = rows.map((row) => valuesOf(row, roles));
  const found = role.kind === "rate" ? populationOf(values, role.area, role.when ?? "") : undefined;
  return (
    found !== undefined && found.agreeing.length >= LEAST_ROWS && found.outside.length * 4 <= found.agreeing.length
  );
}

/** One role for each column, and no role for two. */
export function withoutTwins(
  table: PublishedTable,
  drafts: readonly Draft[],
  reads: readonly Read[],
  areas: readonly string[],
): AuditColumn[] {
  const held = new Set<string>();
  const first = reads.map(plainRole);
  return drafts.map(({ heading }, index): AuditColumn => {
    const { roles, why, by = drafts[index]?.byHand ? "hand" : "heading" } = reads[index] ?? { roles: [] };
    const [role] = roles;
    if (!role || !isFigureRole(role)) return { heading, role, by, ...(why !== undefined && { why }) };
    if (held.has(roleKey(role))) {
      const change = isBelowNought(drafts[index]) ? changeLike(table, first, index, role, areas, held) : undefined;
      if (!change) return { heading, role: undefined, by, why: "another column says the same" };
      held.add(roleKey(change));
      return { heading, role: change, by: "figures" };
    }
    held.add(roleKey(role));
    return { heading, role, by };
  });
}

const isBelowNought = (draft: Draft | undefined): boolean =>
  draft?.cells.some((cell) => /^[(−–-] ?\d/.test(cell)) ?? false;
const changeOf: Readonly<Partial<Record<HeadingKind, HeadingKind>>> = {
  rate: "rate-difference",
  percent: "points",
  count: "variance",
  value: "difference",
};

/** A second column that says "Rate", with figures below 0: the change of it, of the first area for which every row holds. */
function changeLike(
  table: PublishedTable,
  roles: readonly (Role | undefined)[],
  index: number,
  level: Role,
  areas: readonly string[],
  held: ReadonlySet<string>,
): Role | undefined {
  const kind = changeOf[level.kind];
  return areas
    .map((area): Role => ({ ...level, when: undefined, area, kind: kind ?? "other" }))
    .find((role) => {
      if (kind === undefined || held.has(roleKey(role))) return false;
      const tried = roles.map((own, at) => (at === index ? role : own));
      const checks = table.rows.flatMap((row) =>
        checkRow(valuesOf(row, tried)).filter(({ output }) => output.column === index + 1),
      );
      return checks.length > 0 && checks.every(({ status }) => status === "matches");
    });
}

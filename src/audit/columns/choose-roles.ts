// One role for each column of those that its heading allows: where there is a choice, the one that the figures fit best.

import { type HeadingKind, type HeadingWords, isChange, isLevel, type LevelKind } from "../read/headings.ts";
import { type Role, roleKey } from "../rows/printed-value.ts";
import type { AuditColumn } from "./audit-column.ts";
import type { Draft } from "./roles-allowed.ts";
import type { Trial } from "./try-roles.ts";

/** What a change must have beside it to be computed. */
const needs: Readonly<Partial<Record<HeadingKind, readonly LevelKind[]>>> = {
  variance: ["count"],
  "rate-difference": ["rate"],
  points: ["percent"],
  difference: ["value"],
  "percent-change": ["count", "rate", "percent", "value"],
};

/** One role for each column and no role for two; where a heading leaves a choice, the one that the figures fit best. */
export function chosenRoles(
  trial: Trial,
  drafts: readonly Draft[],
  options: readonly (readonly Role[])[],
): AuditColumn[] {
  const isFixed = (index: number): boolean => options[index]?.length === 1;
  const roles = options.map((list, index) => (isFixed(index) ? list[0] : undefined));
  const held = new Set<string>();
  for (const [index, role] of roles.entries()) {
    if (!role || !(isLevel(role.kind) || isChange(role.kind))) continue;
    if (held.has(roleKey(role))) roles[index] = undefined;
    held.add(roleKey(role));
  }
  const levels = (): Set<HeadingKind> =>
    new Set(
      [...roles, ...options.map(([first]) => first)].flatMap((role) => (role && isLevel(role.kind) ? [role.kind] : [])),
    );
  const byFigures = new Set<number>();
  for (const [index, list] of options.entries()) {
    if (list.length < 2) continue;
    const free = list.filter((role) => !held.has(roleKey(role)));
    // A second "Baseline rate" is not known to be of anything, and least of all a difference in rates.
    const isTimed = drafts[index]?.spoken.when !== undefined && isLevel(list[0]?.kind ?? "other");
    if (isTimed && free.every(({ kind }) => isChange(kind))) continue;
    // Survey percentages move in points, whatever the heading calls them, unless the cells say %.
    const isPoints =
      !levels().has("count") &&
      !levels().has("rate") &&
      !levels().has("value") &&
      !drafts[index]?.cells.some((cell) => cell.includes("%"));
    if (isPoints && free.every(({ kind }) => isChange(kind)))
      free.sort((a, b) => Number(b.kind === "points") - Number(a.kind === "points"));
    // "%" alone is the change where both numbers stand beside it.
    const isMoved = drafts[index]?.spoken.kinds[1] === "percent-change" && hasBothTimes(options);
    if (isMoved) free.sort((a, b) => Number(b.kind === "percent-change") - Number(a.kind === "percent-change"));
    const able = free.filter(({ kind }) => needs[kind]?.some((level) => levels().has(level)) ?? true);
    const choice = best(trial, roles, index, able.length > 0 ? able : free);
    roles[index] = choice;
    if (choice) held.add(roleKey(choice));
    const said = drafts[index]?.spoken;
    if (choice && said && !isSaid(choice, said, isMoved, list)) byFigures.add(index);
  }
  return drafts.map(({ heading, byHand }, index) => ({
    heading,
    role: roles[index],
    by: byHand ? "hand" : byFigures.has(index) ? "figures" : "heading",
  }));
}

/** Whether a heading says what its column was taken for; "Current year" over whole numbers says that they are numbers. */
function isSaid(
  { kind, area }: Role,
  { kinds, area: named }: HeadingWords,
  isMoved: boolean,
  list: readonly Role[],
): boolean {
  const isOnly = list.every((other) => other.area === area);
  const [first = "count"] = kinds;
  return (kind === first || (isMoved && kind === "percent-change")) && (named !== undefined || isOnly);
}

/** Whether numbers of a baseline and of a current period are headed. */
const hasBothTimes = (options: readonly (readonly Role[])[]): boolean =>
  (["baseline", "current"] as const).every((when) =>
    options.some(([first]) => first && (first.kind === "count" || first.kind === "value") && first.when === when),
  );

function best(
  trial: Trial,
  roles: readonly (Role | undefined)[],
  index: number,
  list: readonly Role[],
): Role | undefined {
  if (list.length < 2) return list[0];
  const scored = list.map((role) => ({ role, ...trial.score(roles.with(index, role)) }));
  // What the heading most likely says stands, unless the figures speak for another.
  return scored.reduce((a, b) => (b.hold > a.hold && b.fail <= a.fail ? b : a)).role;
}

// Which column is what: by the words of its heading; where those leave a choice or contradict the figures, by the figures.

import { nameKey } from "../../core/names.ts";
import { isNegative } from "../../core/number.ts";
import { type Period, periodKey } from "../../core/period.ts";
import { readCell } from "../../input/csv/cell.ts";
import { aimPublished } from "../../plan/aims/index.ts";
import {
  abbreviates,
  type HeadingKind,
  type HeadingWords,
  isChange,
  isGroup,
  isLevel,
  type LevelKind,
  type PeriodRole,
  spokenBy,
} from "../read/headings.ts";
import { type Heading, isFigure as isFigureCell, type PublishedTable } from "../read/read-table.ts";
import { type Role, roleKey } from "../rows/printed-value.ts";
import { verdictSaid } from "../rows/verdicts.ts";
import type { AuditColumn, Columns } from "./audit-column.ts";
import { sampleOf, settled } from "./contradictions.ts";
import { type Trial, trialOf } from "./try-roles.ts";

/** What a heading should have said, by the position of its column. */
export type ByHand = ReadonlyMap<number, string>;

interface Draft {
  readonly heading: Heading;
  readonly spoken: HeadingWords;
  readonly cells: readonly string[];
  readonly byHand: boolean;
}

/** The roles of a table's columns. */
export function auditColumns(table: PublishedTable, byHand: ByHand = new Map()): Columns {
  const isArea = areaGroups(table.headings);
  const drafts = table.headings.map((heading, index): Draft => {
    const said = byHand.get(heading.column);
    const above = isArea(heading.group) ? `${heading.group}:` : heading.group;
    return {
      heading,
      spoken: spokenBy(said ?? heading.text, said === undefined ? above : ""),
      cells: table.rows
        .filter((row) => !row.continues)
        .map((row) => row.cells[index] ?? "")
        .filter((cell) => !isGap(cell)),
      byHand: said !== undefined,
    };
  });
  const numeric = drafts.filter((draft) => isNumeric(draft.cells));
  const twin = areaNames(numeric.filter(({ spoken }) => isNamed(spoken)));
  const nameOf = (area: string): string => asWritten(twin(area), table.headings);
  const whenOf = timesOf(numeric);
  const areas = [
    ...new Set(
      numeric.flatMap(({ spoken }) =>
        spoken.area === undefined || !isFigure(spoken) || !isNamed(spoken) ? [] : [nameOf(spoken.area)],
      ),
    ),
  ];
  const force = areas.find((area) => !isGroup(area)) ?? "";

  const options = drafts.map((draft, index) => optionsOf(draft, index, numeric.includes(draft), nameOf, whenOf, areas));
  const columns = decide(trialOf(sampleOf(table)), drafts, options);
  return {
    columns: settled(table, columns, areas),
    areas: [force, ...areas.filter((area) => area !== force)],
    force,
    periods: periodsOf(numeric, whenOf),
  };
}

/** "Glos" and "MSG", each over headings of the same words: what says nothing else and tells them apart is an area. */
function areaGroups(headings: readonly Heading[]): (group: string) => boolean {
  const isBare = ({ group }: Heading): boolean => {
    const { kinds, period, when } = spokenBy(group, "");
    return group !== "" && kinds.length === 0 && period === undefined && when === undefined;
  };
  const bare = headings.filter(isBare);
  const areas = new Set(
    bare.flatMap(({ group, text }) =>
      text !== "" && bare.some((other) => other.group !== group && nameKey(other.text) === nameKey(text))
        ? [group]
        : [],
    ),
  );
  return (group) => areas.has(group);
}

/** Whether what is left of a heading is the name of an area, rather than a word that says nothing. */
const isNamed = ({ kinds, period, when }: HeadingWords): boolean =>
  kinds.length > 0 || period !== undefined || when !== undefined;
const isFigure = ({ kinds }: HeadingWords): boolean =>
  kinds.length === 0 || kinds.some((kind) => isLevel(kind) || isChange(kind));
const number = (cell: string) => {
  const read = readCell(cell);
  return typeof read === "object" && "number" in read ? read : undefined;
};
/** Blank, "..", "[x]": there is no figure, and nothing to tell a column by. */
const isGap = (cell: string): boolean => {
  const read = readCell(cell);
  return typeof read === "object" && "gap" in read;
};
const isNumeric = (cells: readonly string[]): boolean => cells.filter(isFigureCell).length > cells.length / 2;
/** An aim or a verdict; yes and no are so where the heading asks. */
const isJudgement = (cell: string, heading: string): boolean =>
  isMark(cell) ? heading.endsWith("?") : aimPublished(cell) !== undefined || verdictSaid(cell) !== undefined;
const isMark = (cell: string): boolean => /^(yes|no|y|n|x|✓|✔|•|-)$/i.test(cell);

/** Names of areas that abbreviate each other are one, where no two columns tell them apart. */
function areaNames(drafts: readonly Draft[]): (area: string) => string {
  const said = drafts.flatMap(({ spoken }) =>
    spoken.area === undefined
      ? []
      : [
          {
            area: spoken.area,
            as: `${spoken.kinds[0]} ${spoken.when} ${spoken.period ? periodKey(spoken.period) : ""}`,
          },
        ],
  );
  const names = [...new Set(said.map(({ area }) => area))];
  const of = (name: string): string[] => said.filter(({ area }) => area === name).map(({ as }) => as);
  const same = new Map<string, string>();
  for (const name of names) {
    const twin = names.find(
      (other) =>
        other !== name &&
        !same.has(other) &&
        abbreviates(name, other) &&
        isGroup(name) === isGroup(other) &&
        !of(name).some((as) => of(other).includes(as)),
    );
    same.set(name, twin !== undefined && same.has(twin) ? (same.get(twin) ?? twin) : name);
    if (twin !== undefined && !same.has(twin) && names.indexOf(twin) > names.indexOf(name)) same.set(twin, name);
  }
  return (area) => same.get(area) ?? area;
}

/** "glos" as the headings write it: "Glos". */
function asWritten(area: string, headings: readonly Heading[]): string {
  const pattern = new RegExp(area.replace(/[^a-z0-9]+/g, "[^a-z0-9]+"), "i");
  const found =
    headings.flatMap(({ text, group }) => pattern.exec(text)?.[0] ?? pattern.exec(group)?.[0] ?? [])[0] ?? area;
  return found.includes("(") && !found.includes(")") ? `${found})` : found;
}

/** The earliest period of a table is its baseline, the latest the current one. */
function timesOf(drafts: readonly Draft[]): (spoken: HeadingWords) => PeriodRole | undefined {
  const levels = drafts.filter(({ spoken }) => !isChange(spoken.kinds[0] ?? "other") && spoken.period);
  const dates = [...new Set(levels.map(({ spoken }) => spoken.period?.to ?? 0))].sort((a, b) => a - b);
  return ({ when, period }) => {
    if (when !== undefined || period === undefined) return when;
    if (dates.length > 1 && period.to === dates[0]) return "baseline";
    return period.to === dates.at(-1) ? "current" : undefined;
  };
}

function periodsOf(
  drafts: readonly Draft[],
  whenOf: (spoken: HeadingWords) => PeriodRole | undefined,
): Columns["periods"] {
  const found: Partial<Record<PeriodRole, Period>> = {};
  for (const { spoken } of drafts) {
    const when = whenOf(spoken);
    if (when && spoken.period && !isChange(spoken.kinds[0] ?? "other")) found[when] ??= spoken.period;
  }
  return found;
}

/** The roles that a heading allows its column; the first is what it most likely says. */
function optionsOf(
  { heading, spoken, cells, byHand }: Draft,
  index: number,
  holdsNumbers: boolean,
  nameOf: (area: string) => string,
  whenOf: (spoken: HeadingWords) => PeriodRole | undefined,
  areas: readonly string[],
): Role[] {
  if (heading.isUnclear && !byHand && index > 0) return [];
  const plain = { area: "", per: spoken.per, of: spoken.of, unit: "", unweighted: spoken.unweighted };
  const one = (kind: HeadingKind): Role[] => [{ ...plain, kind }];
  const [first] = spoken.kinds;
  if (index === 0 && !byHand) return one("measure");
  if (
    first === "other" ||
    (first === "aim" && holdsNumbers) ||
    first === "comment" ||
    first === "aim" ||
    first === "verdict" ||
    first === "measure" ||
    first === "priority"
  )
    return one(first === "aim" && holdsNumbers ? "other" : first);
  if (!holdsNumbers) {
    // What may be an aim or a verdict under a heading that does not say so is told, not left out.
    if (first === undefined && cells.length > 0 && cells.every((cell) => isJudgement(cell, heading.text))) return [];
    const marks = cells.length > 0 && cells.every(isMark);
    return marks || (cells.length === 0 && first === undefined) || /priorit/i.test(heading.group)
      ? one("priority")
      : one("other");
  }
  const said = spoken.kinds.length > 0 ? spoken.kinds : kindsByCells(cells, spoken);
  const negative = cells.some((cell) => {
    const read = number(cell);
    return read !== undefined && isNegative(read.number);
  });
  // Under a bare period, what is written with % is no number and no rate.
  const isShare = said.includes("percent") && cells.some((cell) => number(cell)?.percent);
  const possible = said.filter(
    (kind) => !(negative && isLevel(kind) && kind !== "value") && !(isShare && (kind === "count" || kind === "rate")),
  );
  const kinds = possible.length > 0 ? possible : said;
  // A column without an area is the force's, named or not.
  const unnamed = areas.some((area) => !isGroup(area)) ? areas : ["", ...areas];
  const allAreas = spoken.area !== undefined ? [nameOf(spoken.area)] : unnamed;
  return kinds.flatMap((kind): Role[] => {
    if (kind === "population" || kind === "base" || isLevel(kind)) {
      const when = whenOf(spoken);
      const times: readonly (PeriodRole | undefined)[] = when
        ? [when]
        : kind === "base"
          ? [undefined]
          : ["current", "baseline"];
      return times.flatMap((time) =>
        allAreas.map((area) => ({ ...plain, kind, when: time, area, unit: kind === "value" ? spoken.unit : "" })),
      );
    }
    return allAreas.map((area) => ({ ...plain, kind, area, unit: kind === "difference" ? spoken.unit : "" }));
  });
}

/** A column without a word for what it holds, under a period or an area: by how its figures are written. */
function kindsByCells(cells: readonly string[], spoken: HeadingWords): readonly HeadingKind[] {
  if (!isNamed(spoken) && !isGroup(spoken.area ?? "")) return [];
  const read = cells.flatMap((cell) => number(cell) ?? []);
  if (read.some(({ percent }) => percent)) return ["percent", "percent-change", "points"];
  return read.every(({ places }) => places === 0)
    ? ["count", "variance"]
    : ["rate", "percent", "rate-difference", "points"];
}

/** What a change must have beside it to be computed. */
const needs: Readonly<Partial<Record<HeadingKind, readonly LevelKind[]>>> = {
  variance: ["count"],
  "rate-difference": ["rate"],
  points: ["percent"],
  difference: ["value"],
  "percent-change": ["count", "rate", "percent", "value"],
};

/** One role for each column and no role for two; where a heading leaves a choice, the one that the figures fit best. */
function decide(trial: Trial, drafts: readonly Draft[], options: readonly (readonly Role[])[]): AuditColumn[] {
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

// Which column is what: by the words of its heading; by the figures only where the words leave a choice, and all of them agree.

import { readCell } from "../../input/csv/cell.ts";
import { aimPublished } from "../../plan/aims/index.ts";
import { isFigure as isFigureCell, isWithheld } from "../read/figure-text.ts";
import { type HeadingKind, isChange, isGroup, isLevel, spokenBy } from "../read/headings.ts";
import type { PublishedTable } from "../read/read-table.ts";
import type { Role } from "../rows/printed-value.ts";
import { targetIn } from "../rows/targets-said.ts";
import { verdictSaid } from "../rows/verdicts.ts";
import { type Areas, areaGroups, areasOf } from "./areas.ts";
import type { AuditColumn, Columns } from "./audit-column.ts";
import { settled } from "./contradictions.ts";
import { decided, type Read, withoutTwins } from "./decide.ts";
import type { Draft } from "./draft.ts";
import { type Pair, type Times, timesOf } from "./times.ts";

/** What a heading should have said, by the position of its column. */
export type ByHand = ReadonlyMap<number, string>;

/** The roles of a table's columns. */
export function auditColumns(table: PublishedTable, byHand: ByHand = new Map()): Columns {
  const isAreaGroup = areaGroups(table.headings);
  // "Burglary: change from baseline (2019) to current (2023) (% difference)", over columns headed by areas alone.
  const [, changes] = /\bchange from\b.*\(([^()]*)\)[^()]*$/i.exec(`${table.title} ${table.file}`) ?? [];
  const drafts = table.headings.map((heading, index): Draft => {
    const said = byHand.get(heading.column);
    const above = isAreaGroup(heading.group) ? `${heading.group}:` : heading.group;
    const cells = table.rows
      .filter((row) => !row.continues)
      .map((row) => row.cells[index] ?? "")
      .filter((cell) => !isGap(cell));
    const spoken = spokenBy(said ?? heading.says ?? heading.text, said === undefined ? above : "");
    return {
      heading,
      spoken: spoken.kinds.length === 0 && changes ? spokenBy(`${heading.text} ${changes}`, "") : spoken,
      cells,
      byHand: said !== undefined,
      isNumeric: cells.filter(isFigureCell).length > cells.length / 2,
    };
  });
  const numeric = drafts.filter((draft, index) => draft.isNumeric && (index > 0 || draft.byHand) && isOfFigures(draft));
  const times = timesOf(numeric);
  const areas = areasOf(
    numeric.filter(isSpoken),
    table.headings,
    (draft) => !isChange(draft.spoken.kinds[0] ?? "other"),
  );
  const reads = drafts.map((draft, index) => readColumn(draft, index, drafts, times, areas));
  const columns = roundedBy(
    withoutTwins(table, drafts, decided(table, reads), areas.all),
    table.roundedTo,
    table.roundedFrom,
  );
  return {
    columns: settled(table, columns, areas.all),
    areas: areas.all,
    slots: times.slots,
    force: areas.force,
    periods: times.periods,
    hasBaseline: times.hasBaseline,
  };
}

/** Columns of counts and of their changes as rounded to so many. */
export const roundedBy = (
  columns: readonly AuditColumn[],
  roundedTo: number | undefined,
  roundedFrom?: number,
): AuditColumn[] =>
  columns.map((column) =>
    roundedTo && (column.role?.kind === "count" || column.role?.kind === "variance")
      ? { ...column, role: { ...column.role, roundedTo, roundedFrom } }
      : column,
  );

/** Blank, "..", "[x]", "<5": there is no figure, and nothing to tell a column by. */
const isGap = (cell: string): boolean => {
  const read = readCell(cell);
  return (typeof read === "object" && "gap" in read) || isWithheld(cell);
};
const isOfFigures = ({ spoken: { kinds } }: Draft): boolean =>
  kinds.length === 0 || isLevel(kinds[0] ?? "other") || isChange(kinds[0] ?? "other");
const isSpoken = ({ spoken: { kinds, period, when, area } }: Draft): boolean =>
  kinds.length > 0 || period !== undefined || when !== undefined || isGroup(area ?? "");

const isMark = (cell: string): boolean => /^(yes|no|y|n|x|✓|✔|•|-)$/i.test(cell);
/** An aim or a verdict; yes and no are so where the heading asks. */
const isJudgement = (cell: string, heading: string): boolean =>
  isMark(cell) ? heading.endsWith("?") : aimPublished(cell) !== undefined || verdictSaid(cell) !== undefined;

function readColumn(draft: Draft, index: number, all: readonly Draft[], times: Times, areas: Areas): Read {
  const { heading, spoken, cells, byHand } = draft;
  const plain = { area: "", per: spoken.per, of: spoken.of, unit: "" };
  const one = (kind: HeadingKind): Read => ({ roles: [{ ...plain, kind }] });
  if (heading.isUnclear && !byHand && index > 0) return { roles: [], why: "the headings above it were merged" };
  if (index === 0 && !byHand) return one("measure");
  const [first] = spoken.kinds;
  if (first === "target" || first === "aim") return aimOrTarget(draft, first, all, one);
  if (first === "verdict" && draft.isNumeric)
    return { ...one("other"), why: "it holds numbers, and its heading says a verdict" };
  if (first !== undefined && !isLevel(first) && !isChange(first)) return one(first);
  if (!draft.isNumeric) {
    // What may be an aim or a verdict under a heading that does not say so is told, not left out.
    if (first === undefined && cells.length > 0 && cells.every((cell) => isJudgement(cell, heading.text)))
      return { roles: [] };
    const isPriority = cells.length > 0 ? cells.every(isMark) : first === undefined;
    if (isPriority || /priorit/i.test(heading.group)) return one("priority");
    return {
      ...one("other"),
      why: cells.length === 0 ? "it is empty" : "its cells are words",
    };
  }
  const kind = kindOf(draft, index, all);
  const own = times.slotOf(spoken);
  // Where no two columns are of two periods, nothing tells of a change, whatever it is of.
  const unknown = (why: string): Read =>
    isChange(kind ?? first ?? "other") && !times.hasPair
      ? { ...one("other"), why: "the table does not give what it is computed from" }
      : { roles: [], why };
  if (kind === undefined) return unknown("the heading does not say what it holds");
  const area = byHand && spoken.area === undefined ? areas.force : areas.of(draft);
  if (typeof area === "object") return unknown(area.why);
  const isInferred =
    !byHand && kind !== (first ?? "count") && !(kind === "percent-change" && spoken.kinds.includes(kind));
  const by = byHand ? "hand" : isInferred ? "figures" : "heading";
  const unit = kind === "value" || kind === "difference" ? spoken.unit : "";
  if (isChange(kind)) {
    const pair = times.pairOf(spoken);
    if ("why" in pair) return unknown(pair.why);
    const pairs: readonly Pair[] = "either" in pair ? pair.either : [pair];
    return {
      roles: pairs.map((each): Role => ({ ...plain, kind, area, unit, ...(isMain(each) ? {} : { pair: each }) })),
      by,
    };
  }
  // A population is dated by its own middle of a year: the only one, and alone in its time, it is of the numbers beside it.
  const isAlone = all.every(
    (other) =>
      other === draft ||
      !(other.spoken.kinds[0] === "population" || (other.isNumeric && times.slotOf(other.spoken) === own)),
  );
  const slot = kind === "population" && isAlone ? undefined : own;
  if (kind === "base" && slot === undefined) return { roles: [{ ...plain, kind, area }], by };
  const slots = slot !== undefined ? [slot] : kind === "rate" || kind === "population" ? times.slots : ["current"];
  return { roles: slots.map((when): Role => ({ ...plain, kind, when, area, unit })), by };
}

const isMain = ([from, to]: Pair): boolean => from === "baseline" && to === "current";

/** "Reduce" is an aim, "75%" and "at least 75%" a target; a number beside an aim is what the aim comes to. */
function aimOrTarget(
  { cells, isNumeric }: Draft,
  first: "aim" | "target",
  all: readonly Draft[],
  one: (kind: HeadingKind) => Read,
): Read {
  const hasAim = all.some(({ spoken, isNumeric: numbers }) => spoken.kinds[0] === "aim" && !numbers);
  const targets = cells.filter((cell) => targetIn(cell) !== undefined).length;
  if (first === "target" && hasAim) return { ...one("other"), why: "its number is checked where the aim comes to one" };
  if (first === "aim" && isNumeric) return { ...one("other"), why: "it holds numbers, and its heading says an aim" };
  return one(first === "target" && targets > cells.length / 2 ? "target" : "aim");
}

/** The kind of a column of numbers by the words of its heading; where they say only that it changes, or only when, by its neighbours. */
function kindOf({ heading, spoken, cells }: Draft, index: number, all: readonly Draft[]): HeadingKind | undefined {
  const { kinds, area } = spoken;
  const read = cells.flatMap((cell) => {
    const one = readCell(cell);
    return typeof one === "object" && "number" in one ? [one] : [];
  });
  const hasPercent = read.filter(({ percent }) => percent).length * 2 > read.length;
  const hasDecimals = read.some(({ places }) => places > 0);
  const hasPoints = all.some((other) => other.isNumeric && other.spoken.kinds[0] === "points");
  const levels = new Map<HeadingKind, number>();
  for (const [at, other] of all.entries()) {
    if (at === index || !other.isNumeric || at === 0) continue;
    const kind =
      other.spoken.kinds.length === 1 || isLevel(other.spoken.kinds[0] ?? "other")
        ? bareKind(other, hasPoints)
        : undefined;
    if (kind && isLevel(kind)) levels.set(kind, (levels.get(kind) ?? 0) + 1);
  }
  const has = (kind: HeadingKind): boolean => (levels.get(kind) ?? 0) > 0;
  if (kinds.length === 0) {
    // "MSG average" behind a rate is a rate.
    const before = all[index - 1];
    const kind = before?.isNumeric && isGroup(area ?? "") && hasDecimals ? bareKind(before, hasPoints) : undefined;
    return kind === "rate" || kind === "percent" ? kind : undefined;
  }
  if (kinds[0] === "count" || kinds[0] === "value") return bareKind({ spoken, cells }, hasPoints);
  if (kinds[0] === "percent" && kinds[1] === "percent-change") {
    const counts = (levels.get("count") ?? 0) + (levels.get("value") ?? 0);
    return counts > 1 && spoken.period === undefined && spoken.when === undefined ? "percent-change" : "percent";
  }
  if (kinds[0] === "percent-change" && kinds.length > 1)
    return has("count") || has("rate") || has("value") || hasPercent ? "percent-change" : "points";
  if (kinds[0] === "variance" && kinds.length > 1) {
    if (hasPercent && (has("count") || has("rate") || has("value"))) return "percent-change";
    if (hasPercent) return has("percent") ? "points" : undefined;
    if (has("count") && !hasDecimals) return "variance";
    if (has("percent") && !has("rate")) return "points";
    if (has("rate") && !has("percent")) return has("count") && !hasDecimals ? "variance" : "rate-difference";
    return has("value") ? "difference" : has("count") ? "variance" : undefined;
  }
  // "Outcome rate" over figures with % is a percentage.
  return kinds[0] === "rate" && hasPercent && !/\bper\b/i.test(heading.text) ? "percent" : kinds[0];
}

/** A level by its words and, under a bare period, by how its figures are written. */
function bareKind(
  { spoken: { kinds }, cells }: Pick<Draft, "spoken" | "cells">,
  hasPoints: boolean,
): HeadingKind | undefined {
  const [first] = kinds;
  if (first !== "count" || kinds.length === 1) return first;
  const read = cells
    .map((cell) => readCell(cell))
    .flatMap((one) => (typeof one === "object" && "number" in one ? [one] : []));
  if (read.some(({ percent }) => percent)) return "percent";
  if (read.every(({ places }) => places === 0)) return "count";
  return hasPoints ? "percent" : "value";
}

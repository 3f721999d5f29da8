// Two editions of a report → what was revised, what moved with its months, and what was defined otherwise (METHODS:
// C1(W1) − C0(W0) = [C1(W0) − C0(W0)] revised + [C1(W1) − C1(W0)] moved).

import { type Figure, isKnown, missing } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exact, isZero, minus, over, times } from "../core/number.ts";
import { unitWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { usualPlacesOf } from "../report/format-figure.ts";
import { withheldBegins } from "../report/withheld.ts";
import { definitionsOf, type Redefined, redefines, regroups } from "./definitions.ts";
import { type Flip, flipOf } from "./flips.ts";
import { isOldFileAgain, oldFileAgain, unchangedFiles } from "./old-file-again.ts";
import { paired } from "./paired.ts";
import { type DiffLine, isKindOfChange, type Moment, moments, type RevisedBy, type SideDiff } from "./side-diff.ts";
import { type Placed, type ReportSnapshot, type SnapshotMeasure, type SnapshotSide, sameWindow } from "./snapshot.ts";
import { isMoved, type Split, split } from "./split.ts";

export interface Diff {
  readonly old: ReportSnapshot;
  readonly now: ReportSnapshot;
  readonly rows: readonly RowDiff[];
  /** What only one of the two has: a measure, a group, a force of a group, a part of a measure, a priority. */
  readonly appeared: readonly NamedThing[];
  readonly went: readonly NamedThing[];
  readonly definitions: readonly Redefined[];
}

interface NamedThing {
  readonly what: string;
  readonly name: string;
}

/** A measure that both have. */
export interface RowDiff {
  readonly old: SnapshotMeasure;
  readonly now: SnapshotMeasure;
  /** The measure, or it and a part of it. */
  readonly name: string;
  readonly part?: string;
  readonly sides: readonly SideDiff[];
  readonly flip: Flip | undefined;
  /** The plan says something else of it than it did. */
  readonly redefined: boolean;
}

export const notKnown = (): string => say("diff.old-unknown");

/**
 * What changed from an edition to another; `restated` is the measures of the new one, in its order, over the periods of
 * the old one as the new release has them. Without it, only what is of the same period can be told from what moved.
 */
export function diffOf(
  old: ReportSnapshot,
  now: ReportSnapshot,
  restated?: readonly (SnapshotMeasure | undefined)[],
): Diff {
  const partners = paired(old.entries, now.entries);
  const editions = { old, now, isUnchanged: unchangedFiles(old, now) };
  const rows = now.entries.flatMap((entry, index) => {
    const baseline = partners[index];
    return baseline ? rowsOf(baseline, entry, restated?.[index], editions) : [];
  });
  // A report of a part of the plan, or one that does not say who is in its groups, does not tell what came or went.
  const groupsOf = (one: ReportSnapshot) =>
    old.groups && now.groups && !old.only && !now.only ? (one.groups ?? []) : [];
  const only = (one: ReportSnapshot, other: ReportSnapshot): NamedThing[] => [
    // A measure that the other was not asked for did not come or go.
    ...(other.only === undefined ? one.entries : [])
      .filter((entry) => !(one === now ? partners[now.entries.indexOf(entry)] : partners.includes(entry)))
      .map(({ name }) => ({ what: say("diff.a-measure"), name })),
    ...lacking(one.priorities, other.priorities, ({ id }) => id).map(({ id }) => ({
      what: say("diff.a-priority"),
      name: id,
    })),
    ...lacking(groupsOf(one), groupsOf(other), ({ name }) => name).map(({ name }) => ({
      what: say("overview.group"),
      name,
    })),
    ...groupsOf(one).flatMap((group) => {
      const same = groupsOf(other).find(({ name }) => nameKey(name) === nameKey(group.name));
      const forces = same ? lacking(group.forces, same.forces, (name) => name) : [];
      return forces.map((name) => ({ what: say("diff.force-of", { group: group.name }), name }));
    }),
    ...now.entries.flatMap((entry, index) => {
      const baseline = partners[index];
      if (!baseline) return [];
      const [mine, theirs] = one === now ? [entry, baseline] : [baseline, entry];
      return lacking(mine.parts, theirs.parts, ({ name }) => name).map(({ name }) => ({
        ...{ what: say("diff.part-of", { measure: entry.name }), name },
      }));
    }),
  ];
  const definitions = [
    ...definitionsOf(old, now),
    ...now.entries.flatMap((entry, index) => definitionsOf(old, now, partners[index], entry)),
  ];
  // The title of a table is said with each of its measures.
  const once = new Map(definitions.map((one) => [Object.values(one).join("\n"), one]));
  return { old, now, rows, appeared: only(now, old), went: only(old, now), definitions: [...once.values()] };
}

const lacking = <T>(mine: readonly T[], theirs: readonly T[], name: (one: T) => string): readonly T[] =>
  mine.filter((one) => !theirs.some((other) => nameKey(name(other)) === nameKey(name(one))));

interface Editions {
  readonly old: ReportSnapshot;
  readonly now: ReportSnapshot;
  /** Whether the old edition has a file of the new one, byte for byte. */
  readonly isUnchanged: (file: string) => boolean;
}

/** The measure, and each part that both have. */
function rowsOf(
  old: SnapshotMeasure,
  now: SnapshotMeasure,
  restated: SnapshotMeasure | undefined,
  editions: Editions,
): RowDiff[] {
  const { isUnchanged } = editions;
  const sides = sidesOf({ old, now, isUnchanged }, old.sides, now.sides, restated?.sides);
  const redefined = redefines(old, now);
  const otherGroup = (name: string): boolean => regroups(editions.old, editions.now, name);
  const isAgain = sides.some(({ lines }) =>
    lines.some(({ restated: figure }) => !isKnown(figure) && figure.gap.reason === oldFileAgain()),
  );
  const flip = flipOf({ old, now, restated: isAgain ? undefined : restated, sides, redefined, otherGroup });
  const isDefinedOtherwise = definitionsOf(editions.old, editions.now, old, now).some(({ of }) => of === now.name);
  const parts = now.parts.flatMap(({ name, sides: current }): RowDiff[] => {
    const baseline = old.parts.find((part) => nameKey(part.name) === nameKey(name));
    const between = restated?.parts.find((part) => part.name === name);
    if (!baseline) return [];
    const all = sidesOf({ old, now, isUnchanged }, baseline.sides, current, restated && (between?.sides ?? []));
    return [
      { ...{ old, now }, name: `${now.name}: ${name}`, part: name, sides: all, flip: undefined, redefined: false },
    ];
  });
  return [{ ...{ old, now, sides, flip }, name: now.name, redefined: isDefinedOtherwise }, ...parts];
}

interface InBoth extends Pick<Editions, "isUnchanged"> {
  readonly old: SnapshotMeasure;
  readonly now: SnapshotMeasure;
}

/** The sides that both show, by their names. */
function sidesOf(
  measure: InBoth,
  baseline: readonly SnapshotSide[],
  current: readonly SnapshotSide[],
  between: readonly SnapshotSide[] | undefined,
): SideDiff[] {
  return current.flatMap((side) => {
    const same = (other: SnapshotSide): boolean =>
      side.isForce ? other.isForce : !other.isForce && nameKey(other.name) === nameKey(side.name);
    const before = baseline.find(same);
    if (!before) return [];
    return [{ name: side.name, isForce: side.isForce, lines: linesOf(measure, before, side, between?.find(same)) }];
  });
}

function linesOf(
  { old, now, isUnchanged }: InBoth,
  baseline: SnapshotSide,
  current: SnapshotSide,
  between: SnapshotSide | undefined,
): readonly DiffLine[] {
  const again = (["baseline", "current"] as const).filter(
    (when) =>
      between && !sameWindow(old[when], now[when], false) && isOldFileAgain(between[when], current[when], isUnchanged),
  );
  const lines = moments.flatMap((when) => {
    const found = [...new Set([...Object.keys(baseline[when]), ...Object.keys(current[when])])];
    return (when === "change" ? found.filter(isKindOfChange) : found).map((kind): DiffLine => {
      // A % difference is of numbers, where there are any; its rates are those of populations of a date.
      const isRate =
        kind === "rate" ||
        (when === "change" && kind === "percent" && !(current.current.count && baseline.current.count));
      const windows = when === "change" ? (["baseline", "current"] as const) : ([when] as const);
      const isSame = windows.every((one) => sameWindow(old[one], now[one], isRate));
      const lost = (reason: string): Figure => missing("count", { mark: "x", reason });
      const [before, after, middle] = [baseline, current, between].map((side) => side?.[when][kind]);
      const isAgain = !isSame && windows.some((one) => again.includes(one));
      const answer = isSame ? after : middle;
      const restated = isAgain ? undefined : answer;
      const isOther =
        before && after && isKnown(before.figure) && isKnown(after.figure) && before.figure.unit !== after.figure.unit;
      // What the new data withhold of the old period, the old data would give away again.
      const isHidden = answer && !isKnown(answer.figure) && answer.figure.gap.reason.startsWith(withheldBegins());
      const was = isHidden ? answer.figure : before?.figure;
      const parts = split(
        (isOther ? lost(say("diff.was-unit", { unit: unitWords(before.figure.unit) })) : was) ??
          lost(say("diff.not-old")),
        restated?.figure ?? lost(isAgain ? oldFileAgain() : between || isSame ? say("diff.not-new") : notKnown()),
        after?.figure ?? lost(say("diff.not-new")),
      );
      return { ...parts, when, kind, places: placesOf(parts, [after, before, middle]), revisedBy: [] };
    });
  });
  return lines.map((line) => ({ ...line, revisedBy: revisedBy(line, lines) }));
}

/** As many as either prints. */
function placesOf(parts: Split, placed: readonly (Placed | undefined)[]): number {
  const places = placed.flatMap((one) => one?.places ?? []);
  const [known] = [parts.is, parts.was].filter(isKnown);
  return places.length > 0 ? Math.max(...places) : usualPlacesOf(known?.unit ?? "count");
}

const NEARLY = exact("1e-20");

/** A rate is revised with its number, its population, or both; a % difference with its baseline, its current figure, or both. */
function revisedBy(line: DiffLine, all: readonly DiffLine[]): RevisedBy[] {
  if (!isMoved(line.revised)) return [];
  const of = (when: Moment, kind: string) => all.find((other) => other.when === when && other.kind === kind);
  if (line.when === "change") {
    return (["baseline", "current"] as const).filter((when) =>
      all.some((other) => other.when === when && other.kind !== "rate" && isMoved(other.revised)),
    );
  }
  const number = line.kind === "rate" ? of(line.when, "count") : undefined;
  if (!number || !isKnown(number.was) || !isKnown(number.restated)) return [];
  if (!isKnown(line.was) || !isKnown(line.restated) || isZero(line.was.value) || isZero(line.restated.value)) return [];
  // The population is 1000 × number ÷ rate; where it was not revised, number and rate keep their proportion.
  const [one, other] = [times(number.was.value, line.restated.value), times(number.restated.value, line.was.value)];
  const apart = over(minus(one, other).abs(), one.abs());
  return [
    ...(isMoved(number.revised) ? (["number"] as const) : []),
    ...(compareExact(apart, NEARLY) > 0 ? (["population"] as const) : []),
  ];
}

// A verdict that is another than it was, and which part of the change flipped it: tried one by one, and together.

import { isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { type Exact, minus, plus } from "../core/number.ts";
import { byHand } from "../measures/by-hand.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import { figuresNeeded, outcomeOf } from "../plan/aims/aim.ts";
import { aimOf } from "../plan/aims/index.ts";
import type { SideDiff } from "./side-diff.ts";
import { type SnapshotMeasure, sameWindow } from "./snapshot.ts";
import { isMoved, type Split } from "./split.ts";

type Verdict = SnapshotMeasure["verdict"];

export interface Flip {
  readonly was: Verdict;
  /** The old periods as the new release has them; nothing where that is not known. */
  readonly restated: Verdict | undefined;
  readonly is: Verdict;
  /** The old periods alone, as restated, have another verdict than they had. */
  readonly byRevisionAlone: boolean;
  /** The fewest parts of the change that flip it by themselves, each set of them alone. */
  readonly by: readonly (readonly FlipPart[])[];
}

export const flipParts = ["aim", "baseline", "current", "group", "figures", "judgement"] as const;
export const flipWays = ["changed", "revised", "moved", "whole", "redefined"] as const;

/** What may flip a verdict; `whole` is a change of which nobody knows how much is revision. */
export interface FlipPart {
  readonly of: (typeof flipParts)[number];
  readonly how: (typeof flipWays)[number];
}

interface Case {
  readonly old: SnapshotMeasure;
  readonly now: SnapshotMeasure;
  readonly restated: SnapshotMeasure | undefined;
  readonly sides: readonly SideDiff[];
  /** Its own figures, and those of a group, are of something else than they were. */
  readonly redefined: boolean;
  readonly otherGroup: (name: string) => boolean;
}

/** Nothing where the verdict is what it was, and was that also as restated. */
export function flipOf(given: Case): Flip | undefined {
  const [baseline, current] = [given.old.verdict, given.now.verdict];
  if (baseline === "not judged" || current === "not judged")
    return baseline === current ? undefined : unjudgedFlip(given);
  if ([given.old, given.now].some(({ kind }) => kind === byHand.name)) {
    const by = [[{ of: "judgement", how: "changed" } as const]];
    return baseline === current
      ? undefined
      : { was: baseline, restated: undefined, is: current, byRevisionAlone: false, by };
  }
  const { by, revised, alone } = tryParts(given) ?? tryPeriods(given);
  // Where the old periods are known in part, every way to flip it may still be a revision that is known.
  const isKnownAlone = alone === undefined && baseline !== current && by.length > 0 && by.every(isRevision);
  const byRevisionAlone = isKnownAlone || (alone !== undefined && alone !== baseline);
  return baseline === current && !byRevisionAlone
    ? undefined
    : { was: baseline, restated: revised, is: current, byRevisionAlone, by };
}

/** Every part of it is a revision. */
export const isRevision = (parts: readonly FlipPart[]): boolean => parts.every(({ how }) => how === "revised");

/** A verdict that there was not, or is no more: the old periods as restated may have one all the same. */
function unjudgedFlip(given: Case): Flip {
  const { old, now } = given;
  const restated = sameAim(given) ? overOldPeriods(given) : undefined;
  const isOther = old.verdict !== "not judged" && restated !== "not judged" && restated !== old.verdict;
  const byRevisionAlone = restated !== undefined && isOther && !isRedefined(given);
  const by = byRevisionAlone ? [[{ of: "figures", how: "revised" } as const]] : [];
  return { was: old.verdict, restated, is: now.verdict, byRevisionAlone, by };
}

/** The verdict over the old periods by the new release; nothing where it is not known. */
function overOldPeriods({ old, now, restated }: Case): Verdict | undefined {
  const isSame = sameWindow(old.baseline, now.baseline, true) && sameWindow(old.current, now.current, true);
  return isSame ? now.verdict : restated?.verdict;
}

const isRedefined = ({ redefined, sides, otherGroup }: Case): boolean =>
  redefined || sides.some(({ name, isForce }) => !isForce && otherGroup(name));

const sameAim = ({ old, now }: Case): boolean =>
  nameKey(old.aim ?? "") === nameKey(now.aim ?? "") && old.basis === now.basis;

/** What is left where no arithmetic gives the verdicts: the one over the old periods as restated, if there is one. */
function tryPeriods(given: Case): Tried {
  const { old } = given;
  if (!sameAim(given)) return { by: [[AIM]], revised: undefined, alone: undefined };
  const between = overOldPeriods(given);
  const of = "figures";
  if (between === undefined || between === "not judged") {
    return { by: [[{ of, how: "whole" }]], revised: undefined, alone: undefined };
  }
  const isOther = isRedefined(given);
  // Where the new months flip it back, they do not flip it.
  const how = between === old.verdict ? "moved" : isOther ? "redefined" : "revised";
  return { by: [[{ of, how }]], revised: between, alone: isOther ? undefined : between };
}

const AIM: FlipPart = { of: "aim", how: "changed" };

interface Tried {
  readonly by: readonly (readonly FlipPart[])[];
  /** The verdict over the old periods as restated, and with what was revised alone; nothing where that is not known. */
  readonly revised: Verdict | undefined;
  readonly alone: Verdict | undefined;
}

/** Nothing where arithmetic on the figures does not give the verdicts: a rank is among forces that no report lists. */
function tryParts(given: Case): Tried | undefined {
  const { old, now, sides } = given;
  const [before, after] = [aimOf(old.aim ?? ""), aimOf(now.aim ?? "")];
  if (!before || !after) return undefined;
  const needs = [...before.needs, ...after.needs];
  if (needs.includes("rank")) return undefined;
  const groupName = after.group ?? sides.find(({ isForce }) => !isForce)?.name ?? "";
  const lineOf = (of: FlipPart["of"], kind: LevelKey): Split | undefined =>
    sides
      .find((side) => (of === "group" ? !side.isForce && nameKey(side.name) === nameKey(groupName) : side.isForce))
      ?.lines.find((line) => line.kind === kind && line.when === (of === "baseline" ? "baseline" : "current"));
  const figures = (["current", "baseline", "group"] as const).filter((of) => of === "current" || needs.includes(of));
  const bases = [...new Set([old.basis, now.basis])];
  const parts: FlipPart[] = [
    ...(sameAim(given) ? [] : [AIM]),
    ...figures.flatMap((of) => {
      const isOther = given.redefined || (of === "group" && given.otherGroup(groupName));
      return partsOf(
        of,
        bases.flatMap((kind) => lineOf(of, kind) ?? []),
        isOther,
      );
    }),
  ];
  const verdict = (chosen: readonly FlipPart[]): Verdict | undefined => {
    const [aim, basis] = chosen.includes(AIM) || sameAim(given) ? [after, now.basis] : [before, old.basis];
    const at = (of: (typeof figures)[number]): Exact | undefined => {
      const line = lineOf(of, basis);
      const mine = chosen.filter((part) => part.of === of);
      return line && valueWith(line, mine);
    };
    const [current, baseline, group] = [at("current"), at("baseline"), at("group")];
    const isLacking = figuresNeeded(aim, { baseline, current, group }).some(([, value]) => !value);
    return !current || isLacking ? undefined : outcomeOf(aim, { current, baseline, group });
  };
  if (verdict([]) !== old.verdict || verdict(parts) !== now.verdict) return undefined;
  const by: FlipPart[][] = [];
  for (const chosen of subsets(parts)) {
    const isMore = by.some((fewer) => fewer.every((part) => chosen.includes(part)));
    if (!isMore && verdict(chosen) !== old.verdict) by.push(chosen);
  }
  const isWhole = parts.some(({ how }) => how === "whole");
  const verdictWith = (...hows: readonly FlipPart["how"][]): Verdict | undefined =>
    isWhole ? undefined : verdict(parts.filter(({ how }) => hows.includes(how)));
  return { by, revised: verdictWith("revised", "redefined"), alone: verdictWith("revised") };
}

/** The parts of the change of a figure, on each basis that it is judged on. */
function partsOf(of: FlipPart["of"], all: readonly Split[], isOther: boolean): FlipPart[] {
  if (all.some(({ restated }) => !isKnown(restated))) return [{ of, how: "whole" }];
  const isRevised = all.some(({ revised }) => isMoved(revised));
  return [
    ...(isRevised ? [{ of, how: isOther ? "redefined" : "revised" } as const] : []),
    ...(all.some(({ moved }) => isMoved(moved)) ? [{ of, how: "moved" } as const] : []),
  ];
}

/** What it was, with the parts of its change that are chosen. */
function valueWith({ was: baseline, is: current, restated }: Split, chosen: readonly FlipPart[]): Exact | undefined {
  const has = (...hows: readonly FlipPart["how"][]): boolean => chosen.some(({ how }) => hows.includes(how));
  if (has("whole")) return isKnown(current) ? current.value : undefined;
  if (!isKnown(baseline)) return undefined;
  if (!isKnown(restated) || !isKnown(current)) return chosen.length === 0 ? baseline.value : undefined;
  const revised = has("revised", "redefined")
    ? minus(restated.value, baseline.value)
    : minus(baseline.value, baseline.value);
  const moved = has("moved") ? minus(current.value, restated.value) : minus(baseline.value, baseline.value);
  return plus(plus(baseline.value, revised), moved);
}

/** All choices of one part, then of two, and so on. */
function subsets(parts: readonly FlipPart[]): FlipPart[][] {
  const all: FlipPart[][] = [[]];
  for (const part of parts) all.push(...all.map((chosen) => [...chosen, part]));
  return all.slice(1).sort((a, b) => a.length - b.length);
}

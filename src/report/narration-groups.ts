// The sentences of a measure about other forces: how a group moved, the mean of its forces, and a rank among them.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact, isZero } from "../core/number.ts";
import { isRateUnit } from "../core/value-kind.ts";
import { perSay } from "../core/words/names.ts";
import * as words from "../core/words/narration.ts";
import { periodInWords } from "../core/words/periods.ts";
import type { Change, Level } from "../measures/measure-kind.ts";
import { type Comparator, isMade } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import { formatWithUnit, placesFor } from "./format-figure.ts";
import { mainChangeOf, monthsOf, saidAmount, saidValue, thingOf, wayOf } from "./narration-figures.ts";
import type { ReportTable, Row } from "./report.ts";

/** Without a baseline: the force beside the mean of the forces of the first group; nothing where there is none. */
export function besideMean(
  { sides }: ReportTable,
  { measure, figures }: Row,
  name: string,
  now: Figure,
): string | undefined {
  const mean = figures.current.groups[0]?.[measure.basis];
  const [side] = sides.groups;
  if (!isOfMean(side) || !isKnown(now) || !isKnown(mean)) return undefined;
  const own = sides.force.members[0]?.key;
  return words.meanOfForces({
    ...{ name, period: periodInWords(monthsOf(measure.current)) },
    now: isRateUnit(now.unit) ? formatWithUnit(now, placesFor(measure, false, now)) : saidValue(measure, false, now),
    forces: side.members.length,
    isOfOthers: side.members.every(({ key }) => key !== own),
    mean: saidValue(measure, true, mean, true),
  });
}

const isOfMean = (side: Comparator | undefined): side is Comparator =>
  side !== undefined && isMade(side) && side.average === "mean";

/** How each group that the table shows moved; without a baseline, its figure. */
export function groupSentences({ sides }: ReportTable, { measure, figures }: Row): string[] {
  if (measure.kind.inWords || measure.judged) return [];
  return sides.groups.flatMap((side, index) => {
    const [was, now] = [figures.baseline.groups[index] ?? {}, figures.current.groups[index] ?? {}];
    // Its mean is beside the force already.
    const isBeside =
      index === 0 && isOfMean(side) && [figures.current.force, now].every((one) => isKnown(one[measure.basis]));
    if (measure.baseline.none) return isBeside ? [] : [groupNow(measure, side.name, now)];
    return [groupMoved(measure, side.name, was, now, figures.change.groups[index] ?? {})];
  });
}

function groupNow(measure: Measure, group: string, level: Level): string {
  // A mean of forces has no number.
  const now = level[measure.basis] ?? level.rate;
  return isKnown(now) ? words.groupNow({ group, now: saidValue(measure, true, now) }) : words.groupMissing(group);
}

function groupMoved(measure: Measure, group: string, from: Level, to: Level, change: Change): string {
  const { by, share } = mainChangeOf(measure, change);
  const [was, now] = [from[measure.basis], to[measure.basis]];
  const moved = share ?? by;
  if (isKnown(was) && isKnown(now) && share && (!isKnown(share) || share.mark === "u")) {
    if (compareExact(was.value, now.value) === 0) return words.groupTheSame(group);
    const [before, after] = [saidValue(measure, true, was, true), saidValue(measure, true, now, true)];
    return words.groupMovedFrom({ group, way: wayOf(now, was), was: before, now: after });
  }
  if (!isKnown(moved)) return words.groupMissing(group);
  if (isZero(moved.value)) return words.groupTheSame(group);
  const text = saidAmount(measure, true, moved);
  return words.groupMoved({
    group,
    way: compareExact(moved.value, exact(0)) > 0 ? "up" : "down",
    by: isRateUnit(moved.unit) ? words.rateWords({ rate: text, per: perSay(measure.per) }) : text,
    // A mean of forces has no number.
    isOfRate: measure.basis === "count" && !to.count && to.rate !== undefined,
  });
}

/** Its rank, where its aim is one, with the ranks that its limits leave open. */
export function rankSentences({ judgedBy: { ranked } }: Row): string[] {
  const force = ranked?.compared.find(({ isForce }) => isForce);
  if (!ranked || force?.rank === undefined) return [];
  const others = ranked.compared.filter(({ rank }) => rank !== undefined);
  return [
    words.rankSaid({
      group: ranked.side.name,
      place: force.rank,
      isTied: others.filter(({ rank }) => rank === force.rank).length > 1,
      end: ranked.measure.better === "higher" ? "highest" : "lowest",
      thing: thingOf({ ...ranked.measure, basis: ranked.basis }),
      forces: others.length,
      open: force.against?.ranks,
    }),
  ];
}

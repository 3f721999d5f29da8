// Periods of different length: numbers of events in them cannot be set against each other.

import type { Period } from "../core/period.ts";
import { periodWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import { byHand } from "../measures/by-hand.ts";
import type { Measure } from "../plan/model.ts";

/** The two periods of a measure where they are not of the same number of months, baseline first. */
export function unevenPeriods({ baseline, current }: Measure): readonly [Period, Period] | undefined {
  const [before, after] = [baseline.average?.[0] ?? baseline.period, current.period];
  return before && after && before.to - before.from !== after.to - after.from ? [before, after] : undefined;
}

/**
 * Why an aim, or a way to it, cannot be held against the baseline: numbers, and rates made of them, grow with the months
 * that they are of. A rate that the data give may be of a year in either, and a percentage does not grow; nothing for those.
 */
export function unevenReason(
  measure: Measure,
  isAgainst = measure.aim?.needs.includes("baseline") ?? false,
): string | undefined {
  const uneven = unevenPeriods(measure);
  const isNumber = measure.basis === "count" || (measure.basis === "rate" && isComputed(measure));
  if (!uneven || !isNumber || !isAgainst) return undefined;
  const [baseline, current] = uneven.map(({ from, to }) => to - from + 1);
  return say("judged.lengths", { n: baseline ?? 0, current: current ?? 0 });
}

const isComputed = ({ baseline, current, kind }: Measure): boolean =>
  kind.bases.includes("count") && baseline.population !== undefined && current.population !== undefined;

/** What must be said beside the change of such a measure; nothing where its figures do not grow with the months. */
export function lengthNotes(measure: Measure): string[] {
  const uneven = unevenPeriods(measure);
  const [first] = measure.kind.bases;
  if (!uneven || measure.unread !== undefined || measure.kind === byHand || (first !== "count" && first !== "rate"))
    return [];
  const [baseline = "", current = ""] = uneven.map(periodWords);
  return [
    first === "count" ? say("note.lengths", { baseline, current }) : say("note.lengths-rates", { baseline, current }),
  ];
}

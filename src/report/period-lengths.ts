// Periods of different length: numbers of events in them cannot be set against each other.
import { type Period, periodName } from "../core/period.ts";
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
  return `its periods are of different lengths: ${baseline} month${baseline === 1 ? "" : "s"} and ${current}`;
}

const isComputed = ({ baseline, current, kind }: Measure): boolean =>
  kind.bases.includes("count") && baseline.population !== undefined && current.population !== undefined;

/** What must be said beside the change of such a measure; nothing where its figures do not grow with the months. */
export function lengthNotes(measure: Measure): string[] {
  const uneven = unevenPeriods(measure);
  const [first] = measure.kind.bases;
  if (!uneven || measure.unread !== undefined || measure.kind === byHand || (first !== "count" && first !== "rate"))
    return [];
  const [baseline, current] = uneven.map(periodName);
  const what = first === "count" ? "numbers" : "rates";
  const doubt = first === "count" ? "" : ", which is right only where both are of the same length of time";
  return [`${what} of periods of different length are compared: ${baseline} with ${current}${doubt}`];
}

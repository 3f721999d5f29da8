// The change of the plan's force beside those of the other forces of its group: beyond their usual spread, or within it.
import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { type ChangeBesideOthers, changeBesideOthers, type EventsMoved } from "../statistics/change-beside-others.ts";

/** A force in both periods; without populations its numbers are compared, with them its rates. */
export interface Moved {
  readonly counts: readonly [baseline: Figure | undefined, current: Figure | undefined];
  readonly populations?: readonly [baseline: Figure | undefined, current: Figure | undefined];
}

/** Nothing for fewer than four others, a force or a period without a figure, and a number not above 0. */
export function changeBeside(force: Moved, others: readonly Moved[]): ChangeBesideOthers | undefined {
  const own = eventsMoved(force);
  const moved = others.flatMap((one) => eventsMoved(one) ?? []);
  return own && moved.length === others.length ? changeBesideOthers(own, moved) : undefined;
}

function eventsMoved({ counts, populations }: Moved): EventsMoved | undefined {
  const [was, is] = counts;
  const [before, after] = populations ?? [];
  if (!isKnown(was) || !isKnown(is)) return undefined;
  if (!populations) return { baseline: { x: toNumber(was.value), n: 1 }, current: { x: toNumber(is.value), n: 1 } };
  return isKnown(before) && isKnown(after)
    ? {
        baseline: { x: toNumber(was.value), n: toNumber(before.value) },
        current: { x: toNumber(is.value), n: toNumber(after.value) },
      }
    : undefined;
}

/** Whether it is beyond the usual spread of the others, at 95 %. */
export const isBeyondSpread = ({ p }: ChangeBesideOthers): boolean => p < 0.05;

/**
 * As a sentence: "Gloucestershire rose more than the other forces of MSG did, beyond their usual spread", with the change
 * of the force and the typical one of the others, and what can be told of where it lies.
 */
export function changeBesideWords(found: ChangeBesideOthers, force: string, group: string): string {
  const { change, others } = found;
  const sizes = `${percentOf(change)} beside a typical ${percentOf(others)}`;
  if (!isBeyondSpread(found))
    return `${force} changed as the other forces of ${group} did, within their usual spread (${sizes}).`;
  const isRise = change > 0;
  const isMore = isRise === change > others;
  return `${force} ${isRise ? "rose" : "fell"} ${isMore ? "more" : "less"} than the other forces of ${group} did, beyond their usual spread (${sizes}).`;
}

/** A logarithm of a ratio as a change in %, with its sign. */
function percentOf(logarithm: number): string {
  const percent = (100 * Math.expm1(logarithm)).toFixed(1);
  return /^-?0\.0$/.test(percent) ? "0.0%" : `${percent.startsWith("-") ? "" : "+"}${percent}%`;
}

// The breaks in a measure's series over time: those that the plan declares, and those known in recorded crime.

import type { Period } from "../core/period.ts";
import { fromTo, monthWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import type { NationalBreak } from "../data/national-breaks.ts";
import type { Comparator } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import type { BreakInSeries } from "../plan/schema.ts";
import type { Figures, RowContext } from "../report/context.ts";
import { isForce, knownBreaks } from "../report/not-chance.ts";
import { isRecordedCrime } from "../report/recorded-crime.ts";

/** Months are counted as in period.ts. */
export interface TrendBreak extends Pick<NationalBreak, "from" | "to" | "isGap" | "reason"> {
  readonly source?: string;
  /** The groups that it concerns, where it does not concern the force. */
  readonly groups?: readonly Comparator[];
}

/** The breaks of a measure, in order of time. A known one that the plan declares too is said in the plan's words. */
export function breaksOf(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  said: readonly BreakInSeries[],
): TrendBreak[] {
  const declared = said.map(({ from, reason }): TrendBreak => ({ from: from.from, reason }));
  const known = isRecordedCrime(context, measure, figures) ? knownBreaks(context, measure) : { own: [], others: [] };
  const others = known.others.map((one) => ({
    ...one,
    groups: context.sides.groups.filter(({ members }) => members.some(isForce(one.force))),
  }));
  const found = [...known.own, ...others].filter((one) => !declared.some(({ from }) => from === one.from));
  return [...declared, ...found].sort((a, b) => a.from - b.from);
}

/** The last month of those before it and of those that it took. */
const endOf = ({ from, to = from - 1 }: TrendBreak): number => to;

/** Whether a period has months of both its sides, or some that it took. */
export const mixes = (period: Period, one: TrendBreak): boolean => period.from <= endOf(one) && period.to >= one.from;

/** Whether it lies among the periods. */
export const liesAmong = (periods: readonly Period[], one: TrendBreak): boolean =>
  periods.some(({ from }) => from <= endOf(one)) && periods.some(({ to }) => to >= one.from);

/** The month from which the force's figures no longer compare with those before; nothing where they do. */
export const partsAt = (one: TrendBreak): number[] => (one.isGap || one.groups ? [] : [endOf(one) + 1]);

/** Whether the force's figures of a period and of one that ends later are on different sides of it, or not whole. */
export const isAcross = (one: TrendBreak, before: Period, last: Period): boolean =>
  !one.groups && (one.isGap ? mixes(before, one) : before.from <= endOf(one) && last.to >= one.from);

/** "May 2023", "July 2019 to December 2019": when it was. */
export const breakTime = ({ from, to }: TrendBreak): string =>
  to === undefined ? monthWords(from) : fromTo(monthWords(from), monthWords(to));

/** A break as a sentence of a note. */
export function breakSentence(one: TrendBreak): string {
  const { to, isGap, source, groups } = one;
  const why = one.reason;
  const reason = source === undefined ? why : say("break.source", { reason: why, source });
  const slots = { when: breakTime(one), reason };
  if (!groups) {
    if (isGap) return say("break.gap", slots);
    return to === undefined ? say("break.at", slots) : say("break.from", slots);
  }
  const of = { ...slots, groups: inRow(groups.map(({ name }) => name)) };
  if (isGap) return say("break.gap-in", of);
  return to === undefined ? say("break.at-in", of) : say("break.from-in", of);
}

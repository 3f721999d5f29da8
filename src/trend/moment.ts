// A point in time of a trend: a month, a quarter, or the 12 months to one, with the values of each side.

import type { Period } from "../core/period.ts";
import { fromTo, monthWords, periodWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Level } from "../measures/measure-kind.ts";

/** The values of each side in one period, the force first. */
export interface TrendPoint {
  readonly period: Period;
  readonly levels: readonly Level[];
  /** Of each side, whether a break in series lies within it, or took its months: its figure mixes both sides. */
  readonly broken: readonly boolean[];
  /** Months that none of the periods beside it reaches, however many; without figures, so that nothing is drawn across. */
  readonly isBetween?: boolean;
}

/** Whether all are of 12 months, but for the months between them. */
export const areYears = (moments: readonly TrendPoint[]): boolean =>
  moments.every(({ period: { from, to }, isBetween }) => isBetween || to - from === 11);

/** "year ending May 2023", "May 2023", "April to June 2023": a moment as a table names it. */
export function momentName({ from, to }: Period): string {
  if (to - from === 11) return say("period.year-ending", { month: monthWords(to) });
  return periodWords({ from, to });
}

/** From the first to the last of several months or quarters, "May 2022 – April 2023"; one alone by its name. */
export const spanName = (first: Period, last: Period, joined: "dash" | "words" = "dash"): string => {
  if (first === last) return momentName(first);
  const [from, to] = [monthWords(first.from), monthWords(last.to)];
  return joined === "words" ? fromTo(from, to) : say("period.dash", { from, to });
};

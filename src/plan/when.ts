// A period as a plan states it; one that is the average of several: which may stand together, and how far they reach.
import { type Period, periodName } from "../core/period.ts";

/** A period as a table names it, and the date of the population that its rates are computed with. */
export interface When {
  readonly period: Period;
  /** Its figures are the averages of those of these periods; `period` then reaches from the first to the last. */
  readonly average?: readonly Period[] | undefined;
  readonly label?: string | undefined;
  readonly population?: Period | undefined;
}

/** What keeps periods from having an average; nothing where nothing does. */
export function averageTrouble(periods: readonly Period[]): string | undefined {
  const inOrder = [...periods].sort((a, b) => a.from - b.from);
  const [first] = inOrder;
  if (!first || inOrder.length < 2) return "an average needs two periods or more";
  const odd = inOrder.find((one) => one.to - one.from !== first.to - first.from);
  if (odd)
    return `the periods of an average must have the same length; ${periodName(first)} and ${periodName(odd)} do not`;
  const twice = inOrder.find((one, index) => index > 0 && one.from <= (inOrder[index - 1] as Period).to);
  if (twice) return `${periodName(twice)} shares months with another period of the average`;
  return undefined;
}

/** The periods in order of time, and the months from the first to the last. */
export function averageOf(periods: readonly Period[]): {
  readonly average: readonly Period[];
  readonly period: Period;
} {
  const average = [...periods].sort((a, b) => a.from - b.from);
  const [first, last] = [average[0] as Period, average.at(-1) as Period];
  return { average, period: { from: first.from, to: last.to } };
}

/** The mid-year that is about as long before the end of one period as a date is before that of another. */
export function dateLike(date: Period, of: Period | undefined, other: Period | undefined): Period {
  const like = date.to + (of && other ? other.to - of.to : 0);
  const month = like - ((((like - JUNE) % YEAR) + YEAR) % YEAR);
  return { from: month, to: month };
}
const JUNE = 5;
const YEAR = 12;
/** The estimates of a year come out in the next: a population is often this many months older than a period's end. */
const USUAL = 18;

/** How many months a population is before the end of its period, where it is unusually many; negative where it is later. */
export function monthsApart({ period, population }: Partial<When>): number | undefined {
  const months = period && population ? period.to - population.to : 0;
  return months > USUAL || months < 0 ? months : undefined;
}

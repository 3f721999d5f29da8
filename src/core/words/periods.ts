// Periods, months and dates of populations as published outputs name them.
import type { Day } from "../day.ts";
import type { Period } from "../period.ts";
import { inRow, namesJoined, say } from "./say.ts";

/** A month of the year, counted from 0. */
const months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;
const monthKey = (m: number) => months[m % 12] ?? "1";
const yearOf = (m: number): number => Math.floor(m / 12);

/** "March 2023", of a month counted from year 0. */
export const monthWords = (m: number): string =>
  say("period.month", { month: say(`month.${monthKey(m)}`), year: yearOf(m) });

/** "Mar 2023". */
export const shortMonthWords = (m: number): string =>
  say("period.month", { month: say(`month.short.${monthKey(m)}`), year: yearOf(m) });

/** "March": the month of any year. */
export const monthOfYear = (m: number): string => say(`month.${monthKey(m)}`);

/** The months in words: "2019", "April 2019 to March 2020", "12 months to September 2023", "September 2023". */
export function periodWords({ from, to }: Period): string {
  if (to === 0) return say("period.unstated");
  if (from === to) return monthWords(to);
  if (to - from === 11 && from % 12 === 0) return String(yearOf(from));
  if (to - from === 11 && from % 12 !== 3) return say("period.twelve", { month: monthWords(to) });
  return fromTo(monthWords(from), monthWords(to));
}

/** "April 2019 to March 2020". */
export const fromTo = (from: string, to: string): string => say("period.range", { from, to });

/** From one period to another, each by its name. A name that is a range itself is parted from the other by another word. */
export function spanOf(from: string, to: string): string {
  const joins = ` ${fromTo("", "").trim()} `;
  return from.includes(joins) || to.includes(joins) ? say("period.until", { from, to }) : fromTo(from, to);
}

/** A population is of one date, the middle of a year: "mid-2017". */
export const populationWords = (period: Period): string =>
  period.from === period.to && period.to % 12 === 5
    ? say("period.mid", { year: yearOf(period.to) })
    : periodWords(period);

/** How a table names its period: by its own label, otherwise by its months. */
export const labelWords = (when: {
  readonly period?: Period | undefined;
  readonly average?: readonly Period[] | undefined;
  readonly label?: string | undefined;
}): string =>
  when.label ??
  (when.average ? averageWords(when.average) : when.period ? periodWords(when.period) : say("period.none"));

/** "average of 3 years, April 2017 to March 2020"; of periods with others between them, each by its name. */
function averageWords(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  const isYears = periods.every(({ from, to }) => to - from === 11);
  const isUnbroken = periods.every(({ from }, index) => index === 0 || from === (periods[index - 1] as Period).to + 1);
  if (!first || !last || !isYears || !isUnbroken) {
    return say("period.average", { periods: namesJoined(periods.map(periodWords)) });
  }
  const isCalendar = first.from % 12 === 0;
  const [from, to] = isCalendar
    ? [String(yearOf(first.from)), String(yearOf(last.to))]
    : [monthWords(first.from), monthWords(last.to)];
  return say("period.average-years", { n: periods.length, from, to });
}

/** Periods in a sentence: "2019", "the 12 months to September 2023"; of an average, of all its periods. */
export function periodInWords(periods: readonly Period[]): string {
  const [first] = periods;
  if (!first) return say("period.none");
  if (periods.length > 1) {
    return say("period.the-average", { periods: inRow(periods.map((one) => onePeriod(one, false))) });
  }
  return onePeriod(first, false);
}

/** "in 2019", "in the 12 months to September 2023". */
export function inPeriodWords(periods: readonly Period[]): string {
  const [first] = periods;
  if (!first) return say("period.in", { period: say("period.none") });
  if (periods.length > 1) {
    return say("period.in-the-average", { periods: inRow(periods.map((one) => onePeriod(one, false))) });
  }
  return onePeriod(first, true);
}

/** Months as a sentence names them: a year and a month by their names, anything else by its length and its end. */
function onePeriod(period: Period, isIn: boolean): string {
  const { from, to } = period;
  const n = to - from + 1;
  const month = monthWords(to);
  if (to !== 0 && n === 12 && from % 12 === 3) {
    return isIn ? say("period.in-the-year-ending", { month }) : say("period.the-year-ending", { month });
  }
  if (to === 0 || n === 1 || (n === 12 && from % 12 === 0)) {
    const name = periodWords(period);
    return isIn ? say("period.in", { period: name }) : name;
  }
  return isIn ? say("period.in-the-months", { n, month }) : say("period.the-months", { n, month });
}

/** "Mar": the month of any year. */
export const shortMonthOfYear = (m: number): string => say(`month.short.${monthKey(m)}`);

/** "July", "April to June": the months of any year. */
export const seasonWords = (to: number, isQuarter: boolean): string =>
  isQuarter ? fromTo(monthOfYear(to + 10), monthOfYear(to)) : monthOfYear(to);

/** "14 March 2024", "March 2024" */
export const dayInWords = ({ month, day }: Day): string =>
  day === undefined ? monthWords(month) : say("period.day", { day, month: monthWords(month) });

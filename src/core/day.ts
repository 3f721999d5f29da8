// A day of the calendar, or a month where no day is said: when something was judged or done.
import { daysIn, monthName, parsePeriod } from "./period.ts";

export interface Day {
  /** The month that it falls in, counted from year 0. */
  readonly month: number;
  /** The day of that month; nothing where only the month is said. */
  readonly day?: number;
  /** "14 March 2024", "March 2024": in English, for messages. */
  readonly words: string;
}

/** "14 March 2024", "14th Mar 2024", "2024-03-14", "14/03/2024", "March 2024" → the day; nothing for any other words. */
export function dayOf(words: string): Day | undefined {
  const plain = words.trim().replace(/\s+/g, " ");
  const [, day, monthWords] = /^(\d{1,2})(?:st|nd|rd|th)? (\D+ \d{4})$/.exec(plain) ?? [];
  if (day !== undefined && monthWords !== undefined) return dated(monthIn(monthWords), Number(day));
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain) ?? [];
  if (y !== undefined) return ofNumbers(y, m, d);
  const [, d2, m2, y2] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain) ?? [];
  if (y2 !== undefined) return ofNumbers(y2, m2, d2);
  const month = monthIn(plain);
  return month === undefined ? undefined : { month, words: monthName(month) };
}

const ofNumbers = (year: string, month = "", day = ""): Day | undefined =>
  Number(month) >= 1 && Number(month) <= 12 ? dated(Number(year) * 12 + Number(month) - 1, Number(day)) : undefined;

/** The one month that the words stand for. */
function monthIn(words: string): number | undefined {
  const period = parsePeriod(words);
  const isMonth = typeof period === "object" && period.from === period.to && period.doubt === undefined;
  return isMonth && /[a-z]/i.test(words) && !/mid/i.test(words) ? period.from : undefined;
}

function dated(month: number | undefined, day: number): Day | undefined {
  if (month === undefined || day < 1 || day > daysIn(Math.floor(month / 12), (month % 12) + 1)) return undefined;
  return { month, day, words: `${day} ${monthName(month)}` };
}

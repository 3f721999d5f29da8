// Dates that a spreadsheet has put in the place of a period: the number of a day, a month turned round, a month's first day.
import { isFullDate, monthName, parsePeriod } from "./period.ts";

/** Days are numbered from 30 December 1899; these are of 1950 to 2099. */
const [FIRST_NUMBER, LAST_NUMBER] = [18_264, 73_050];
const DAY = 86_400_000;

/** The month of which words are the first day, "2019-03-01" or "01/03/2019", counted from year 0; nothing for any others. */
export function firstDayOf(words: string): number | undefined {
  const plain = words.trim().replace(/[ T]00:00(?::00)?$/, "");
  const [, y = plain.slice(6), m = plain.slice(3, 5)] = /^(\d{4})-(\d{2})-01$/.exec(plain) ?? [];
  const isFirst = isFullDate(plain) && /-01$|^01\D/.test(plain) && Number(m) >= 1 && Number(m) <= 12;
  return isFirst ? Number(y) * 12 + Number(m) - 1 : undefined;
}

/** The month that a full date is in, "2019-03-17", "17/03/2019", "17 March 2019" or "2019-03-17T10:00:00+00:00"; nothing for any other words. */
export function monthOfDate(words: string): number | undefined {
  const [, day = "", named = ""] = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9} \d{4})$/u.exec(words.trim()) ?? [];
  const month = day === "" ? undefined : parsePeriod(named);
  if (typeof month === "object") {
    const last = new Date(Date.UTC(Math.floor(month.to / 12), (month.to % 12) + 1, 0)).getUTCDate();
    return Number(day) >= 1 && Number(day) <= last ? month.to : undefined;
  }
  const plain = words.trim().replace(/[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/, "");
  if (!isFullDate(plain)) return undefined;
  const [first = "", second = "", third = ""] = plain.split(/[/-]/);
  const [y, m, d] = first.length === 4 ? [first, second, third] : [third, second, first];
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  const isDate = date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d);
  return isDate ? Number(y) * 12 + Number(m) - 1 : undefined;
}

/** What a spreadsheet may have made of a period, and which; nothing for words that it has not made. */
export function spreadsheetDate(words: string): { readonly said: string; readonly month: string } | undefined {
  const plain = words.trim();
  const number = /^\d{5}(?:\.0+)?$/.test(plain) ? Number(plain) : 0;
  if (number >= FIRST_NUMBER && number <= LAST_NUMBER) {
    const date = new Date(Date.UTC(1899, 11, 30) + number * DAY);
    const month = monthName(date.getUTCFullYear() * 12 + date.getUTCMonth());
    return { said: `${number} is how a spreadsheet stores ${date.getUTCDate()} ${month}`, month };
  }
  const [, digits = "", letters = ""] = /^(\d{1,2})[ -]?(\p{L}{3,9})$/u.exec(plain) ?? [];
  const turned = `${letters}-${digits.padStart(2, "0")}`;
  const period = digits === "" ? undefined : parsePeriod(turned);
  if (typeof period !== "object" || Number(digits) > 31 || Number(digits) < 1) return undefined;
  return { said: `${plain} looks like ${turned} turned round by a spreadsheet`, month: monthName(period.from) };
}

/** What to say of words of a file that are no period, where a spreadsheet has made them of one. */
export function spreadsheetHint(words: string): string | undefined {
  const found = spreadsheetDate(words);
  if (found) return `write ${found.month}: ${found.said}`;
  const first = firstDayOf(words);
  return first === undefined
    ? undefined
    : `write dates: month beside files: in the plan, if ${words.trim()} means ${monthName(first)}`;
}

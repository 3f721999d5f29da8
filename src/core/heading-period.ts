// Periods in the headings and titles of files, among other words: the period that one speaks of, and what it says of the dates below it.
import { isFullDate, monthName, type Period, parsePeriod } from "./period.ts";
import { firstDayOf } from "./spreadsheet-dates.ts";

/** How many months a heading says that its dates end; nothing where it does not say, or says two lengths. */
function monthsSaid(heading: string): number | undefined {
  const plain = heading.toLowerCase();
  if (/to date|\bytd\b/.test(plain)) return undefined;
  const numbered = /\b(\d{1,2}|three|six|nine|twelve)[ -]?m(?:th|onth)?s?\b|\br(12)\b/;
  const [found, number, rolling] = numbered.exec(plain) ?? [];
  const rest = plain.replace(numbered, "");
  const said = new Set([
    ...(found === undefined ? [] : [numberWords[number ?? ""] ?? Number(number ?? rolling)]),
    ...(/\b(?:year|yr|ye|annual)\b|\by\/e\b/.test(rest) ? [12] : []),
    ...(/\b(?:quarter|qtr)\b/.test(rest) ? [3] : []),
    ...(/\bm(?:on)?ths?\b/.test(rest) ? [1] : []),
  ]);
  return said.size === 1 ? [...said][0] : undefined;
}
const numberWords: { readonly [word: string]: number } = { three: 3, six: 6, nine: 9, twelve: 12 };

const ENDING = /\b(end|ends|ending|ended|to)\b/i;

/**
 * The same of words in a file, under a heading: a full date is the last day of as many months as that says ("12 months
 * ending", "Year to", "Quarter ending", "Month ending"). A first day is the beginning of the month under "Month", and of what a
 * heading such as "Quarter beginning" says. Where it does not say, the answer is a sentence.
 */
export function periodUnder(words: string, heading: string): Period | string | undefined {
  const period = parsePeriod(words);
  const months = isFullDate(words) ? monthsSaid(heading) : undefined;
  const begun = months === undefined ? undefined : firstDayOf(words);
  const isOfMonth = months === 1 && !/\bend|\bto\b/i.test(heading);
  if (months && begun !== undefined && (isOfMonth || /\b(begin|start|commenc)/i.test(heading)))
    return { from: begun, to: begun + months - 1 };
  if (typeof period !== "object") return period;
  if (!isFullDate(words)) {
    // "12 months ending" over "March 2019": the words are the last month of so many.
    const length = period.from === period.to && ENDING.test(heading) ? monthsSaid(heading) : undefined;
    return length ? { ...period, from: period.to - length + 1 } : period;
  }
  if (months) return { ...period, from: period.to - months + 1 };
  const name = monthName(period.to);
  return `it may mean ${name} or the 12 months to its end; write "${name}" or "year ending ${name}"`;
}

/**
 * The period that a heading or a title speaks of, in words that `parsePeriod` knows: "Apr '17 to Mar '185, 6" (with the
 * digits of notes glued to it), "Population figures (mid-2016)4", "Table P1: …, year ending March 20181,2,3". Of
 * several in a sentence, the last. A mid-year is of people alone. Nothing where there is none.
 */
export function findPeriod(text: string, people = true): string | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  const known = (words = ""): boolean => words !== "" && typeof parsePeriod(words) === "object";
  if (known(plain)) return plain;
  const [, noted] = /^(.*?(?:'\d{2}|(?:19|20)\d{2}))\d{1,2}(?:, ?\d{1,2})*$/.exec(plain) ?? [];
  if (noted && known(noted)) return noted;
  const middle = /mid-\d{4}/i.exec(plain)?.[0];
  if (middle && people) return middle;
  const phrases = [...plain.matchAll(/(?:year ending|12 months (?:to|ending)) ([a-z]+) '?(\d+)/gi)];
  const [, monthWord, run = ""] = phrases.at(-1) ?? [];
  const ending = `year ending ${monthWord} ${/^(19|20)\d\d/.test(run) ? run.slice(0, 4) : run.slice(0, 2)}`;
  if (monthWord && known(ending)) return ending;
  // The digit of a note may be glued to the last year: "Apr '17 to Mar '182".
  const range = /[a-z]{3,9}[ -]'?\d{2,4} (?:to|-|–) [a-z]{3,9}[ -](?:'\d{2}|\d{4}|\d{2})/i.exec(plain)?.[0];
  if (range && known(range)) return range;
  return /\bdate ?: ?"?(\d{4})\b/i.exec(plain)?.[1];
}

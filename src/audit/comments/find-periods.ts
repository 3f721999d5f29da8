// The periods that a comment speaks of.
import { findPeriod } from "../../core/heading-period.ts";
import { type Period, parsePeriod } from "../../core/period.ts";
import type { PeriodClaim } from "./claim.ts";

/** Whether two periods have a month in common. */
export const overlaps = (a: Period, b: Period | undefined): boolean =>
  b !== undefined && a.from <= b.to && b.from <= a.to;

const monthNames =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const monthYear = `${monthNames}[ -]*(?:of )?'?(?:20)?\\d{2}\\b`;
/** Periods in a sentence, the longest words first. */
export const periodPattern = new RegExp(
  `(?:(?<!\\d)\\d+ months (?:to|ending)|year (?:ending|to)|ye) ${monthYear}|${monthYear} ?(?:to|-|–) ?${monthYear}|mid-20\\d\\d|(?:20)?\\d{2}/\\d{1,4}\\b|${monthYear}|\\b(?:19|20)\\d{2}\\b(?! (?:offences|crimes|incidents|more|fewer)\\b)|(?<=\\b(?:in|since|during|for|than|on|with|after|before|until|between|up to|20\\d\\d (?:and|to)) |(?:^|[.;:,] )(?:by|from) )(?:19|20)\\d{2}\\b`,
  "gi",
);
/** The day of a date: "1 May 2023". */
export const dayWords = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?= (?:of )?${monthNames}\\b)`, "gi");

/** The periods of a text, each with what its sentence takes it for. */
export function periodClaims(text: string): PeriodClaim[] {
  return [...text.matchAll(periodPattern)].flatMap((match): PeriodClaim[] => {
    const [words] = match;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    const after = text.slice(match.index + words.length);
    const spot = { text: words, at: match.index };
    const short = /^(\d{2})\/(\d{2})$/.exec(words);
    const long = /^(\d{4})\/(\d{1})$/.exec(words);
    // "2023/05" is a month, and "24/7" no period.
    if (/^\d{2}\/\d{3,}$|^\d{2}\/\d$|^\d{4}\/(0\d|1[0-2])$/.test(words) && typeof parsePeriod(words) !== "object")
      return [];
    const written = short
      ? `20${short[1]}/${short[2]}`
      : long
        ? `${long[1]}/${String(Number(long[1]) + 1).slice(2, 3)}${long[2]}`
        : words.replace(/ of /i, " ");
    const said = findPeriod(written, true) ?? written;
    const period = parsePeriod(said);
    const isRolling = /months|year/i.test(words);
    const isBaseline =
      /^\s*(baseline|benchmark)/i.test(after) ||
      /\b(compar(ed|ing) (with|to)|against|than( in)?|from)( the)?( figures? (for|of))?\s*$/i.test(before);
    return [
      {
        ...spot,
        type: "period",
        period: typeof period === "object" ? period : undefined,
        as: isRolling && !isBaseline ? "rolling" : isBaseline ? "baseline" : undefined,
      },
    ];
  });
}

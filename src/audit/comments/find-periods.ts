// The periods that a comment speaks of, and which of the table's each one is.
import { findPeriod } from "../../core/heading-period.ts";
import { type Period, parsePeriod } from "../../core/period.ts";
import type { PeriodRole } from "../read/headings.ts";
import type { Around, PeriodClaim } from "./claim.ts";
import { baselineSaid, currentSaid, type Direction, periodPattern } from "./vocabulary.ts";

export type Periods = Readonly<Partial<Record<PeriodRole, Period>>>;

/** Whether two periods have a month in common. */
export const overlaps = (a: Period, b: Period | undefined): boolean =>
  b !== undefined && a.from <= b.to && b.from <= a.to;

/** Of which of the table's periods some words are; nothing where of neither or of both. */
export function whenIn(text: string, periods: Periods): PeriodRole | undefined {
  const dated = periodClaims(text).flatMap(({ period }) => period ?? []);
  const of = (when: PeriodRole, said: RegExp): boolean =>
    dated.length > 0 ? dated.some((period) => overlaps(period, periods[when])) : said.test(text);
  const [baseline, current] = [of("baseline", baselineSaid), of("current", currentSaid)];
  return baseline === current ? undefined : baseline ? "baseline" : "current";
}

/** What comes before a period that a number is compared with rather than of. */
const compared =
  /\b(compar\w+|than|from|since|against|versus|v|vs|on|to|before|until|above|below|higher|lower|over|up|down)\b/i;

const said = new RegExp(`${periodPattern.source}|${baselineSaid.source}|${currentSaid.source}`, "gi");

/** Of which of the table's periods a number is, by the words around it: "395 in 2019", "from 395", "to 348". */
export function whenOf(
  { before, after, word }: Around,
  direction: Direction | undefined,
  periods: Periods,
): PeriodRole | undefined {
  const next = [...after.matchAll(said)][0];
  if (next && !compared.test(after.slice(0, next.index).replace(/\bmonths to\b/i, ""))) return whenIn(next[0], periods);
  const last = [...before.matchAll(said)].at(-1);
  // "348 in 2019 to 395": the year is of the number before it.
  if (
    last &&
    !/^\s*(to|and)\b/i.test(before.slice(last.index + last[0].length)) &&
    /\b(in|for|during)( the)?\s*$/i.test(before.slice(0, last.index).slice(-20))
  )
    if (!/\b(than|from|since|compar\w+ (to|with)|against)( in| the)*\s*$/i.test(before.slice(0, last.index)))
      return whenIn(last[0], periods);
  if (direction === "up" || direction === "down")
    return word === "from" ? "baseline" : word === "to" ? "current" : undefined;
  return undefined;
}

/** The periods of a text, each with what its sentence takes it for. */
export function periodClaims(text: string): PeriodClaim[] {
  return [...text.matchAll(periodPattern)].flatMap((match): PeriodClaim[] => {
    const [words] = match;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    const after = text.slice(match.index + words.length);
    const spot = { text: words, at: match.index, clause: words };
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

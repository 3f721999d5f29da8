// Which columns and headings say when the figures of a table are of: words, dates, years with their months or quarters.

import { findPeriod } from "../../core/heading-period.ts";
import { isFullDate, parsePeriod } from "../../core/period.ts";
import { firstDayOf, monthOfDate, spreadsheetDate } from "../../core/spreadsheet-dates.ts";
import { follows, isNumeric, type SeenColumn } from "./column.ts";
import { spoken } from "./headings.ts";

/** What a plan says of the dates of a file, and whether that is sure. */
export interface DatesSaid {
  readonly as: "month begins" | "snapshot" | "year ending";
  readonly isSure: boolean;
}

/** The columns of periods. */
export interface PeriodsFound {
  /** One column, or the year and its month or quarter. */
  readonly columns: readonly SeenColumn[];
  readonly dates: DatesSaid | undefined;
  /** Its dates are days within months: there are several records of a month. */
  readonly isDaily: boolean;
  /** Columns that say it in other words, or a part of it. */
  readonly others: readonly SeenColumn[];
  /** A year and its quarter, where it is not said whether the quarter is one of a calendar or of a financial year. */
  readonly open?: readonly SeenColumn[];
  /** Cells that are no period. */
  readonly odd: readonly string[];
}

const MOST = 0.9;
const YEAR = 12;

const isDate = (words: string): boolean => monthOfDate(words) !== undefined;
/** Words that are a period by themselves. */
const isWords = (words: string): boolean => {
  const found = parsePeriod(words);
  return typeof found === "object" && !isFullDate(words);
};
const isYear = (words: string): boolean => /^(19|20)\d\d$/.test(words);
const saysTime = (heading: string): boolean =>
  /\b(period|year|yr|month|quarter|date|ending|ended|fy|time)\b/.test(spoken(heading));

/** "04/05" as a financial year, in a run of such. */
export const shortYears = (words: string): string | undefined => {
  const [, first = "", next = ""] = /^(\d\d)\/(\d\d)$/.exec(words.trim()) ?? [];
  if (first === "" || (Number(first) + 1) % 100 !== Number(next)) return undefined;
  return `${Number(first) < 69 ? 20 : 19}${first}/${next}`;
};

/** Whether a heading over figures is a period, or was one before a spreadsheet made a date of it. */
export const isPeriodHeading = (heading: string): boolean =>
  isWords(heading) || isDate(heading) || spreadsheetDate(heading) !== undefined || shortYears(heading) !== undefined;

const share = (column: SeenColumn, is: (value: string) => boolean): number =>
  column.values.filter(is).length / Math.max(1, column.values.length);

/** Whether a column beside a year is its month or quarter. */
const isPart = ({ heading, values }: SeenColumn): boolean =>
  /\b(quarter|qtr|month)\b/.test(spoken(heading)) &&
  values.length > 0 &&
  values.every((value) => /^(Q(tr|uarter)? ?)?[1-4]$|^0?\d$|^1[0-2]$|^[a-z]{3,9}$/i.test(value));

/** Finds them among the columns; of records of events, the date of each before other words. */
export function periodsAmong(columns: readonly SeenColumn[], isEvents: boolean): PeriodsFound | undefined {
  const some = columns.filter(({ filled }) => filled > 0);
  const dated = some.filter((column) => share(column, isDate) >= MOST);
  // A plain number is a year only where the heading says so.
  const worded = some.filter(
    (column) =>
      share(column, isWords) >= MOST && (saysTime(column.heading) || !isNumeric(column)) && !dated.includes(column),
  );
  const parts = some.filter(isPart);
  const years = worded.filter(
    (column) => share(column, isYear) === 1 || share(column, (one) => isWords(`${one} Q1`)) === 1,
  );
  const main = (among: readonly SeenColumn[]): SeenColumn | undefined =>
    among.find((one) => among.every((other) => other === one || follows(other, one))) ??
    among.toSorted((a, b) => b.values.length - a.values.length)[0];
  const ofYear = main(years);
  const part = parts.find((one) => /quarter|qtr/.test(spoken(one.heading))) ?? parts[0];
  const finer = parts.find(
    (one) => /month/.test(spoken(one.heading)) && one.values.length > (part?.values.length ?? 0),
  );
  const isWhole = worded.find((one) => !years.includes(one));
  const [date] = dated;
  const all = [...dated, ...worded, ...parts];
  const made = (chosen: readonly SeenColumn[], dates: PeriodsFound["dates"], isDaily: boolean): PeriodsFound => {
    const [first] = chosen;
    const odd = first ? first.values.filter((one) => !isDate(one) && !isWords(one) && chosen.length === 1) : [];
    return { columns: chosen, dates, isDaily, others: all.filter((one) => !chosen.includes(one)), odd };
  };
  if (date && (isEvents || (worded.length === 0 && parts.length === 0))) return datesOf(date, made);
  // A quarter of a plain year may be one of the calendar or of the financial year; "4" beside it would be April.
  const isOpen = part && !finer && /quarter|qtr/.test(spoken(part.heading)) && ofYear && share(ofYear, isYear) > 0;
  if (ofYear && part && !isWhole && isOpen)
    return { columns: [], dates: undefined, isDaily: false, others: [], odd: [], open: [ofYear, part] };
  if (ofYear && part && !isWhole) return made([ofYear, finer ?? part], undefined, false);
  const words = main(worded.length > years.length && !part ? worded : isWhole ? [isWhole] : worded);
  if (words) return made([words], undefined, false);
  return date && datesOf(date, made);
}

/** What the dates of a column are, by its heading and by how far they are apart. */
function datesOf(
  column: SeenColumn,
  made: (chosen: readonly SeenColumn[], dates: DatesSaid | undefined, isDaily: boolean) => PeriodsFound,
) {
  const said = spoken(column.heading);
  const dates = column.values.filter(isDate);
  const months = [...new Set(dates.flatMap((one) => monthOfDate(one) ?? []))].sort((a, b) => a - b);
  const least = Math.min(...months.slice(1).map((month, at) => month - (months[at] ?? month)));
  const isFirsts = dates.every((one) => firstDayOf(one) !== undefined);
  const isLasts = dates.every((one) => typeof parsePeriod(one) === "object");
  const of = (as: DatesSaid["as"], isSure: boolean): PeriodsFound => made([column], { as, isSure }, false);
  if (/year.?(end|to)|12.?m|twelve|rolling|\bye\b|annual/.test(said)) return of("year ending", isLasts);
  if (isFirsts) return of("month begins", /month/.test(said) ? !/end/.test(said) : least === 1);
  // The last days of months, or one day of each year: what stands on that day, or what came in the 12 months to it.
  const isYearly = dates.length === 1 || least >= YEAR;
  if (isLasts || (isYearly && dates.length === months.length)) return of("snapshot", false);
  return made([column], { as: "snapshot", isSure: true }, true);
}

/** The period that the words over a column say, or a title; as words that a plan can hold. */
export function periodSaid(words: string, isOfPeople = true): string | undefined {
  const plain = words.replace(/\s+/g, " ");
  // "year ending 31 March 2019" and "30 September 2019" are of that month's end.
  const [, of = "", on] =
    /(?:(year ending|12 months to) )?(?:\d{1,2}(?:st|nd|rd|th)? )((?:[A-Z][a-z]+) (?:19|20)\d\d)/i.exec(plain) ?? [];
  const found = on === undefined ? findPeriod(plain, isOfPeople) : `${of === "" ? "" : `${of.toLowerCase()} `}${on}`;
  const financial = /\b((?:19|20)\d\d)[/-](\d\d)\b/.exec(plain);
  const years =
    financial && Number(financial[2]) === (Number(financial[1]) + 1) % 100
      ? `${financial[1]}/${financial[2]}`
      : undefined;
  return [found, years].find(
    (one) => one !== undefined && typeof parsePeriod(one) === "object" && (isOfPeople || !/^mid/i.test(one)),
  );
}

/** The plain year that a heading names beside other words: "Number 2019"; of a month or a quarter it is none. */
export function yearIn(heading: string): string | undefined {
  const isPart =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|quarter|month|end|to|since|from|until|by)/i.test(heading);
  return isPart ? undefined : /^[^\d]*\b((?:19|20)\d\d)\b[^\d/-]*$/.exec(heading)?.[1];
}

/** How many periods a title speaks of. */
export const yearsIn = (title: string): number => new Set(title.match(/\b(19|20)\d\d\b/g) ?? []).size;

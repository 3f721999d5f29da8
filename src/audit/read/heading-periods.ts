// The period that a heading speaks of, among other words: "R12 Mar-24", "Offences 12m to Mar 24", "YTD 23/24", "Prev".
import { type Period, parsePeriod } from "../../core/period.ts";

export type PeriodRole = "baseline" | "current";
/** Columns are compared within one way of counting time: quarters with quarters, years to date with years to date. */
export type TimeSpan = "quarter" | "year to date" | "month" | "average" | "";

/** What the words of a heading say of time, and what is left of the heading without them. */
export interface SaidPeriods {
  readonly periods: readonly Period[];
  readonly when: PeriodRole | undefined;
  /** How many months before the latest an earlier period is, where its words say so; 0 for "previous" alone. */
  readonly back?: number;
  readonly span: TimeSpan;
  readonly rest: string;
}

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?=['’]?\\d)";
const year = "(?:['’]?(?:19|20)\\d\\d|['’]?\\d\\d)(?!\\d|/|:\\d)";
const monthAndYear = `(?:\\d\\d?(?:st|nd|rd|th)? )?(${month})[ -]*(${year})`;
const twoYears = "((?:19|20)?\\d\\d) ?[/_–-] ?((?:19|20)?\\d\\d)(?!\\d|[/:%,])";
const numbers: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12 };

/** Each way of writing a period, with what it means; the longer come before those that are parts of them. */
const forms: readonly (readonly [RegExp, (...groups: string[]) => { words: string; span?: TimeSpan } | undefined])[] = [
  [
    new RegExp(`\\b(${month})[ -]*(${year})? ?(?:to|-) ?${monthAndYear}`, "g"),
    (m1 = "", y1, m2 = "", y2 = "") => ({
      words: `${bare(m1)} ${bare(y1)} to ${bare(m2)} ${bare(y2)}`.replace("  ", " "),
    }),
  ],
  [
    new RegExp(
      `\\b(?:rolling )?(?:(\\d\\d?|three|six|nine|twelve)[ -]?m(?:on)?(?:th)?s?|[rlp]12m?|rolling year|r\\/12|ye|y\\/e|year|fy)(?:,? (?:to|ending|ended|end|of))?(?: the)? *-? *(?:end (?:of )?)?${monthAndYear}`,
      "g",
    ),
    (n = "12", m = "", y = "") => ({ words: `${numbers[n] ?? n} months to ${bare(m)} ${bare(y)}` }),
  ],
  [
    new RegExp(`\\b(?:quarter|qtr)(?: (?:to|ending|ended))? ${monthAndYear}`, "g"),
    (m = "", y = "") => ({ words: `3 months to ${bare(m)} ${bare(y)}`, span: "quarter" }),
  ],
  [
    new RegExp(`\\b(?:q|qtr ?|quarter ?)([1-4])(?: of)?[ ,-]*(?:fy ?)?${twoYears}`, "g"),
    (q = "", a = "", b = "") => quarterOf(q, a, b),
  ],
  [
    new RegExp(`\\b(?:fy ?)?${twoYears}[ ,-]*(?:q|qtr ?|quarter ?)([1-4])\\b`, "g"),
    (a = "", b = "", q = "") => quarterOf(q, a, b),
  ],
  [/\bq([1-4])[ -]*((?:19|20)\d\d)\b/g, (q = "", y = "") => calendarQuarter(q, y)],
  [/\b((?:19|20)\d\d)[ -]*q([1-4])\b/g, (y = "", q = "") => calendarQuarter(q, y)],
  [new RegExp(`\\b(?:fy ?)?${twoYears}`, "g"), (a = "", b = "") => financial(a, b)],
  [/\b\d{4}-\d\d-\d\d\b|\b\d\d\/\d\d\/\d{4}\b/g, (...groups) => ({ words: groups.at(-1) ?? "" })],
  [new RegExp(`\\b${monthAndYear}`, "g"), (m = "", y = "") => ({ words: `${bare(m)} ${bare(y)}`, span: "month" })],
  [/\bmid[ -]?((?:19|20)\d\d)\b/g, (y = "") => ({ words: `mid-${y}` })],
  [/(?<!per )\b((?:19|20)\d\d)\b(?![,/]\d)/g, (y = "") => ({ words: y })],
];

const bare = (text = ""): string => text.replace(/['’.]/g, "").trim();
/** "23/24" and "2023/24" are a financial year; "22/24" is nothing. */
function financial(a: string, b: string): { words: string } | undefined {
  const first = a.length === 4 ? a : `20${a}`;
  return (Number(first) + 1) % 100 === Number(b) % 100 ? { words: `${first}/${b.slice(-2)}` } : undefined;
}
function quarterOf(q: string, a: string, b: string): { words: string; span: TimeSpan } | undefined {
  const of = financial(a, b);
  return of && { words: `${of.words} Q${q}`, span: "quarter" };
}
/** A quarter of "2024" may be of either year; for its place among the others either will do. */
const calendarQuarter = (q: string, y: string): { words: string; span: TimeSpan } => {
  const from = (Number(q) - 1) * 3;
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return { words: `${names[from]} ${y} to ${names[from + 2]} ${y}`, span: "quarter" };
};

const toDate = /\b([lpc]?f?ytd|year[ -]to[ -]date|to date)\b/g;
const averages =
  /\b(?:\d+|two|three|four|five)[ -]?(?:year|yr)s? (?:rolling )?(?:average|avg|mean)\b|\b(?:average|mean) of (?:the )?(?:last|previous|past) \w+ years\b/g;
const currentWords =
  /\b(?:l12m?|cf?ytd|(?:last|latest|past|current|most recent) (?:12|twelve)[ -]?m(?:(?:on)?ths?)?|current(?: (?:year|period|quarter))?|curr|most recent|recent|latest|later|now|this (?:year|quarter|month|period)|ty|cy)\b/g;
const baselineWords = /\b(?:baseline(?: year)?(?: data)?|base line|benchmark|base year)\b/g;
const earlierWords =
  /\b(?:p12m?|[lp]f?ytd|(?:previous|prior|prev) (?:12|twelve)[ -]?m(?:(?:on)?ths?)?|(?:same (?:quarter|month|period),? (?:in |of )?(?:the )?)?(?:previous|prior|prev|last|earlier|before|preceding)(?: (?:year|period|quarter|month))?|ly|py)\b/g;
/** How many months ago an earlier period is, by the last of its words. */
const monthsBack = (words: string): number =>
  /quarter$/.test(words) ? 3 : /month$/.test(words) ? 1 : /year$|ytd$|^[lp]y$|12|twelve/.test(words) ? 12 : 0;

/** Takes the periods out of a heading in lower case. */
export function periodsIn(heading: string): SaidPeriods {
  let rest = ` ${heading} `;
  let span: TimeSpan = "";
  const periods: Period[] = [];
  for (const [pattern, meaning] of forms) {
    rest = rest.replace(pattern, (...found) => {
      // The last three are the place, the whole text and, where there are names, the groups.
      const groups = found.slice(
        1,
        found.findIndex((one) => typeof one === "number"),
      ) as string[];
      const said = groups.length > 0 ? meaning(...groups) : meaning(found[0] as string);
      const period = said && parsePeriod(said.words);
      if (!said || typeof period !== "object") return found[0] as string;
      periods.push(period);
      span = said.span ?? span;
      return " ";
    });
  }
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, " ");
    return rest !== before;
  };
  if (take(averages)) span = "average";
  const isToDate = toDate.test(rest);
  toDate.lastIndex = 0;
  if (isToDate) span = "year to date";
  const isCurrent = take(currentWords);
  const [earlier] = rest.match(earlierWords) ?? [];
  const isNamed = take(baselineWords);
  const isBaseline = take(earlierWords) || isNamed;
  take(toDate);
  if (periods.length > 0 || isCurrent || isBaseline)
    rest = rest.replace(/\b(?:r ?12m?|12m|rolling|fy|ye|y\/e|year|years|data)\b/g, " ");
  const when = isCurrent === isBaseline ? undefined : isCurrent ? "current" : "baseline";
  // "To date" alone is now.
  const isNow = isToDate && periods.length === 0 && !isBaseline;
  return {
    periods,
    when: when ?? (isNow && !isCurrent ? "current" : undefined),
    ...(earlier !== undefined && !isNamed && { back: monthsBack(earlier) }),
    span,
    rest: rest.replace(/\s+/g, " ").trim(),
  };
}

// Periods: an inclusive range of months, whatever the words for it.

/** Months are counted from year 0: January 2019 is 2019 × 12. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
/** "Sep", "Sept" or "September"; any letters after that make it another word. */
const month = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`)
  .join("|")
  .toLowerCase()}|sept)\\.?`;
const year = "'?(\\d{4}|\\d{2})";
const monthAndYear = `${month}[ -]*${year}`;

/** "19" and "2019" are 2019; two digits from 69 on are of the last century. */
const fullYear = (digits: string): number => {
  const n = Number(digits);
  return digits.length === 4 ? n : n < 69 ? 2000 + n : 1900 + n;
};
const monthIndex = (letters: string): number =>
  MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === letters.slice(0, 3));
const monthOf = (letters: string, digits: string): number => fullYear(digits) * 12 + monthIndex(letters);
const ending = (to: number, months: number): Period => ({ from: to - months + 1, to });
const calendarYear = (y: number): Period => ({ from: y * 12, to: y * 12 + 11 });
const financialYear = (y: number): Period => ({ from: y * 12 + 3, to: y * 12 + 14 });
const oneMonth = (m: number): Period => ({ from: m, to: m });

type Form = readonly [RegExp, (...groups: string[]) => Period | string | undefined];

/** The forms seen in real files, each with what it means. */
const forms: readonly Form[] = [
  [/^(\d{4})$/, (y) => calendarYear(Number(y))],
  [/^(?:fy ?)?(\d{4}) ?[/_-] ?(\d{2}|\d{4})$/, twoYears],
  [/^(\d{4})[/_-](\d{2,4}) q(?:tr|uarter)? ?([1-4])$/, (y, next, q) => quarter(twoYears(y, next), q)],
  [/^q(?:tr|uarter)? ?([1-4]) (\d{4})[/_-](\d{2,4})$/, (q, y, next) => quarter(twoYears(y, next), q)],
  [/^(\d{4})-(\d{2})-(\d{2})$/, (y, m, d) => yearToDate(y, m, d)],
  [/^(\d{2})[/-](\d{2})[/-](\d{4})$/, (d, m, y) => yearToDate(y, m, d)],
  [/^mid[ -]?(\d{4})$/, (y) => oneMonth(Number(y) * 12 + 5)],
  [new RegExp(`^${monthAndYear}$`), (m, y) => oneMonth(monthOf(m ?? "", y ?? ""))],
  [
    new RegExp(`^${month}(?:[ -]*${year})? ?(?:to|-) ?${monthAndYear}$`),
    (m1, y1, m2, y2) => monthRange(m1 ?? "", y1, m2 ?? "", y2 ?? ""),
  ],
  [
    new RegExp(`^(\\d+) ?(?:m|months?) ?(?:to|ending|ended) (?:end )?${monthAndYear}$`),
    (n, m, y) => (Number(n) > 0 && Number(n) <= 1200 ? ending(monthOf(m ?? "", y ?? ""), Number(n)) : undefined),
  ],
  [
    new RegExp(`^(?:ye|year(?: |-)(?:ending|ended|to)) ${monthAndYear}$`),
    (m, y) => ending(monthOf(m ?? "", y ?? ""), 12),
  ],
];

function twoYears(y = "", next = ""): Period | string | undefined {
  const start = Number(y);
  const isNext = next.length === 4 ? Number(next) === start + 1 : Number(next) === (start + 1) % 100;
  const isMonth = next.length === 2 && Number(next) >= 1 && Number(next) <= 12;
  if (isNext && isMonth)
    return `it may mean the financial year ${y}/${next} or the month ${MONTHS[Number(next) - 1]} ${y}; write "April ${y} to March ${start + 1}" or "${MONTHS[Number(next) - 1]} ${y}"`;
  if (isNext) return financialYear(start);
  return isMonth ? oneMonth(start * 12 + Number(next) - 1) : undefined;
}

function quarter(of: Period | string | undefined, q = ""): Period | string | undefined {
  // "2011/12 Q1" can only be a financial year, so the doubt about a bare 2011/12 does not arise.
  const start = typeof of === "string" ? Number(/\d{4}/.exec(of)?.[0]) * 12 + 3 : of?.from;
  if (start === undefined) return undefined;
  const first = start + (Number(q) - 1) * 3;
  return { from: first, to: first + 2 };
}

/** A date stands for the 12 months that end with its month. */
function yearToDate(y = "", m = "", d = ""): Period | undefined {
  const valid = Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 28 && Number(d) <= daysIn(Number(y), Number(m));
  return valid ? ending(Number(y) * 12 + Number(m) - 1, 12) : undefined;
}
const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

function monthRange(m1: string, y1: string | undefined, m2: string, y2: string): Period | undefined {
  const to = monthOf(m2, y2);
  const from = monthOf(m1, y1 ?? y2);
  return from <= to ? { from, to } : undefined;
}

/**
 * The months that the words stand for: "2019", "2018/19", "12 months to September 2023", "Aug 22 – June 23".
 * Answers with a sentence where they may mean two things ("2011-12"), and with nothing where they mean none.
 */
export function parsePeriod(words: string): Period | string | undefined {
  const plain = words.replace(/[‘’`]/g, "'").replace(/[–—−]/g, "-").replace(/\s+/g, " ").trim().toLowerCase();
  for (const [form, meaning] of forms) {
    const match = form.exec(plain);
    if (match) return meaning(...match.slice(1));
  }
  return undefined;
}

export const periodKey = (period: Period): string => `${period.from}-${period.to}`;

const monthName = (m: number): string => `${MONTHS[m % 12]} ${Math.floor(m / 12)}`;

/** The months in words: "2019", "April 2019 to March 2020", "12 months to September 2023", "September 2023". */
export function periodName({ from, to }: Period): string {
  if (from === to) return monthName(to);
  if (to - from === 11 && from % 12 === 0) return String(from / 12);
  if (to - from === 11 && from % 12 !== 3) return `12 months to ${monthName(to)}`;
  return `${monthName(from)} to ${monthName(to)}`;
}

/** A population is of one date, the middle of a year: "mid-2017". */
export function populationDate(period: Period): string {
  return period.from === period.to && period.to % 12 === 5 ? `mid-${Math.floor(period.to / 12)}` : periodName(period);
}

/** How a table names its period: by its own label, otherwise by its months. */
export const periodLabel = (when: {
  readonly period?: Period | undefined;
  readonly label?: string | undefined;
}): string => when.label ?? (when.period ? periodName(when.period) : "no period");

// Periods: an inclusive range of months, whatever the words for it.

/** How periods are written, for a message about one that is not. */
export const periodExamples =
  "write a period like 2019, 2018/19, 2018/19 Q1, year ending March 2023, 12 months to September 2023 or Aug 22 – June 23";

/** Months are counted from year 0: January 2019 is 2019 × 12. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** What is odd about the words that said it. */
  readonly doubt?: string;
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
/** Letters, to be looked up among the months: cheaper than a pattern of all their names. */
const month = "([a-z]{3,9})\\.?";
const year = "'?(\\d{4}|\\d{2})";
const monthAndYear = `${month}[ -]*${year}`;

/** "19" and "2019" are 2019; two digits from 69 on are of the last century. */
const fullYear = (digits: string): number => {
  const n = Number(digits);
  return digits.length === 4 ? n : n < 69 ? 2000 + n : 1900 + n;
};
/** "sep", "sept" and "september"; NaN for any other word. */
function monthIndex(letters: string): number {
  const index = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === letters.slice(0, 3));
  const name = MONTHS[index]?.toLowerCase();
  return letters.length === 3 || letters === name || letters === "sept" ? (index < 0 ? Number.NaN : index) : Number.NaN;
}
const monthOf = (letters: string, digits: string): number => fullYear(digits) * 12 + monthIndex(letters);
const ending = (to: number, months: number): Period => ({ from: to - months + 1, to });
const calendarYear = (y: number): Period => ({ from: y * 12, to: y * 12 + 11 });
const financialYear = (y: number): Period => ({ from: y * 12 + 3, to: y * 12 + 14 });
const oneMonth = (m: number): Period => ({ from: m, to: m });

type Form = readonly [RegExp, (...groups: string[]) => Period | string | undefined];

/** The forms seen in real files, each with what it means; those that most plans use are tried first. */
const forms: readonly Form[] = [
  [/^(\d{4})$/, (y) => calendarYear(Number(y))],
  [
    new RegExp(`^(\\d+) ?(?:m|months?) ?(?:to|ending|ended) (?:end )?${monthAndYear}$`),
    (n, m, y) => (Number(n) > 0 && Number(n) <= 1200 ? ending(monthOf(m ?? "", y ?? ""), Number(n)) : undefined),
  ],
  [
    new RegExp(`^(?:ye|y/e|year(?: |-)(?:ending|ended|to)) (?:(?:2[89]|3[01]) )?${monthAndYear}$`),
    (m, y) => ending(monthOf(m ?? "", y ?? ""), 12),
  ],
  [/^(?:fy ?)?(\d{4}) ?[/_] ?(\d{2}|\d{4})$/, nextYear],
  [/^(?:fy ?)?(\d{4}) ?- ?(\d{2}|\d{4})$/, twoYears],
  [/^(\d{4})[/_-](\d{2,4}) q(?:tr|uarter)? ?([1-4])$/, (y, next, q) => quarter(nextYear(y, next), q)],
  [/^((?:19|20)\d{2})(0[1-9]|1[0-2])$/, (y, m) => twoYears(y, m)],
  [/^(\d{4}) q(?:tr|uarter)? ?([1-4])$/, calendarOrFinancial],
  [/^q(?:tr|uarter)? ?([1-4]) (\d{4})[/_-](\d{2,4})$/, (q, y, next) => quarter(nextYear(y, next), q)],
  [/^(\d{4})-(\d{2})-(\d{2})$/, (y, m, d) => yearToDate(y, m, d)],
  [/^(\d{2})[/-](\d{2})[/-](\d{4})$/, (d, m, y) => yearToDate(y, m, d)],
  [/^(0[1-9]|1[0-2])\/(\d{4})$/, (m, y) => oneMonth(Number(y) * 12 + Number(m) - 1)],
  [/^mid[ -]?(\d{4})$/, (y) => oneMonth(Number(y) * 12 + 5)],
  [new RegExp(`^${monthAndYear}$`), (m, y) => oneMonth(monthOf(m ?? "", y ?? ""))],
  [
    new RegExp(`^${month}(?:[ -]*${year})? ?(?:to|-) ?${monthAndYear}$`),
    (m1, y1, m2, y2) => monthRange(m1 ?? "", y1, m2 ?? "", y2 ?? ""),
  ],
];

/** A year and a month or a quarter of it, each said in a cell of its own: "2019" and "3", "March" or "Q1". */
export function yearAndPart(year: string, part: string, isQuarter = false): string {
  const number = /^0?(\d{1,2})$/.exec(part)?.[1];
  if (number !== undefined && isQuarter) return `${year} Q${number}`;
  if (number !== undefined && /^\d{4}$/.test(year)) {
    const name = MONTHS[Number(number) - 1];
    return name === undefined ? `${year} ${part}` : `${name} ${year}`;
  }
  if (number !== undefined) return `${year} month ${number}`;
  return Number.isNaN(monthIndex(part.toLowerCase())) ? `${year} ${part}` : `${part} ${year}`;
}

/** "2018/19" and "2018/2019" are a financial year; "2018/20" is nothing. */
function nextYear(y = "", next = ""): Period | undefined {
  const start = Number(y);
  const follows = next.length === 4 ? Number(next) === start + 1 : Number(next) === (start + 1) % 100;
  return next.length !== 3 && follows ? financialYear(start) : undefined;
}

/** With a hyphen, "2018-19" is a financial year, "2023-09" a month, as "202309" is, and "2011-12" may be either. */
function twoYears(y = "", next = ""): Period | string | undefined {
  const start = Number(y);
  const year = nextYear(y, next);
  const isMonth = next.length === 2 && Number(next) >= 1 && Number(next) <= 12;
  if (!isMonth) return year;
  if (!year) return oneMonth(start * 12 + Number(next) - 1);
  const name = `${MONTHS[Number(next) - 1]} ${y}`;
  return `it may mean the financial year ${y}/${next} or the month ${name}; write "${y}/${next}" or "${name}"`;
}

/** "2022 Q1" is January to March to some and April to June to others. */
function calendarOrFinancial(y = "", q = ""): string {
  const [first, next] = [(Number(q) - 1) * 3, String(Number(y) + 1).slice(2)];
  const calendar = `${MONTHS[first]} ${y} to ${MONTHS[first + 2]} ${y}`;
  return `it may mean ${calendar} or a quarter of the financial year; write "${calendar}" or "${y}/${next} Q${q}"`;
}

function quarter(of: Period | undefined, q = ""): Period | undefined {
  const first = of && of.from + (Number(q) - 1) * 3;
  return first === undefined ? undefined : { from: first, to: first + 2 };
}

/** A date stands for the 12 months that end with its month. */
function yearToDate(y = "", m = "", d = ""): Period | undefined {
  const valid =
    Number(m) >= 1 &&
    Number(m) <= 12 &&
    Number(d) >= daysIn(Number(y), Number(m)) - 1 &&
    Number(d) <= daysIn(Number(y), Number(m));
  if (!valid) return undefined;
  const period = ending(Number(y) * 12 + Number(m) - 1, 12);
  if (Number(d) === daysIn(Number(y), Number(m))) return period;
  return { ...period, doubt: `it is not the last day of a month, and was taken as ${periodName(period)}` };
}
/** The days of a month, counted from 1. */
export const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

/** Whether words are a full date: "2023-03-31", "31/03/2023", "31-03-2023". */
export const isFullDate = (words: string): boolean => FULL_DATE.test(words.trim());
const FULL_DATE = /^\d{4}-\d{2}-\d{2}$|^\d{2}[/-]\d{2}[/-]\d{4}$/;

/**
 * The month at whose end a date falls: "31 March 2023", "2023-03-31", "March 2023", "2022/23". Figures are of whole months, so a
 * date within one is nothing, as is anything else.
 */
export function endOfMonth(words: string): number | undefined {
  const [, day, monthAndYearWords = ""] = /^(\d{1,2})(?:st|nd|rd|th)? (\D+ \d{4})$/.exec(words.trim()) ?? [];
  const period = parsePeriod(day === undefined ? words : monthAndYearWords);
  if (typeof period !== "object" || period.doubt !== undefined) return undefined;
  const isDate = day !== undefined || isFullDate(words);
  // A year ends with its last month.
  const isYear = /^\d{4}(?:\/\d\d)?$/.test(words.trim()) && period.to - period.from === 11;
  if (!isDate && !isYear && period.from !== period.to) return undefined;
  const isLast = day === undefined || Number(day) === daysIn(Math.floor(period.to / 12), (period.to % 12) + 1);
  return isLast ? period.to : undefined;
}

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
  // A plan and its files say the same few periods over and over.
  if (!meanings.has(words)) {
    if (meanings.size >= MOST_MEANINGS) meanings.clear();
    meanings.set(words, meaningOf(words));
  }
  return meanings.get(words);
}
const meanings = new Map<string, ReturnType<typeof meaningOf>>();
const MOST_MEANINGS = 10_000;

function meaningOf(words: string): Period | string | undefined {
  const plain = words.replace(/[‘’`]/g, "'").replace(/[–—−]/g, "-").replace(/\s+/g, " ").trim().toLowerCase();
  for (const [form, meaning] of forms) {
    const match = form.exec(plain);
    if (!match) continue;
    const found = meaning(...match.slice(1));
    // A word in the place of a month that is not one makes it no period.
    return typeof found === "object" && Number.isNaN(found.from + found.to) ? undefined : found;
  }
  return undefined;
}

/** The same for two periods of the same months, however they were written. */
export const periodKey = (period: Period): string => `${period.from}-${period.to}`;

/** The same months once, however often they come, and in whatever words. */
export const distinctPeriods = (periods: readonly Period[]): Period[] => [
  ...new Map(periods.map((period) => [periodKey(period), period])).values(),
];

/** In order of time; of more than `most`, the nearest to one in time come first, in order, and then the others. */
export function nearestInTime(asked: Period, periods: readonly Period[], most: number): readonly Period[] {
  const inOrder = [...periods].sort((a, b) => a.from - b.from || a.to - b.to);
  const far = ({ from, to }: Period): number => Math.abs(from - asked.from) + Math.abs(to - asked.to);
  const near = new Set([...inOrder].sort((a, b) => far(a) - far(b)).slice(0, most));
  return [...inOrder.filter((one) => near.has(one)), ...inOrder.filter((one) => !near.has(one))];
}

/** "March 2023", of a month counted from year 0. */
export const monthName = (m: number): string => `${MONTHS[m % 12]} ${Math.floor(m / 12)}`;

/** The period of figures whose file says none. */
export const UNSTATED: Period = { from: 0, to: 0 };

/** The months in words: "2019", "April 2019 to March 2020", "12 months to September 2023", "September 2023". */
export function periodName({ from, to }: Period): string {
  if (to === 0) return "period not stated";
  if (from === to) return monthName(to);
  if (to - from === 11 && from % 12 === 0) return String(from / 12);
  if (to - from === 11 && from % 12 !== 3) return `12 months to ${monthName(to)}`;
  return `${monthName(from)} to ${monthName(to)}`;
}

/** The year whose middle is nearest to the middle of a period: 2018 of mid-2018, of 2018 and of 2018/19. */
export const midYearOf = ({ from, to }: Period): number => Math.floor((from + to + 2) / 24);

/** A population is of one date, the middle of a year: "mid-2017". */
export function populationDate(period: Period): string {
  return period.from === period.to && period.to % 12 === 5 ? `mid-${Math.floor(period.to / 12)}` : periodName(period);
}

/** How a table names its period: by its own label, otherwise by its months. */
export const periodLabel = (when: {
  readonly period?: Period | undefined;
  readonly average?: readonly Period[] | undefined;
  readonly label?: string | undefined;
}): string =>
  when.label ?? (when.average ? averageName(when.average) : when.period ? periodName(when.period) : "no period");

/** "average of 3 years, April 2017 to March 2020"; of periods with others between them, each by its name. */
function averageName(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  const isYears = periods.every(({ from, to }) => to - from === 11);
  const isUnbroken = periods.every(({ from }, index) => index === 0 || from === (periods[index - 1] as Period).to + 1);
  if (!first || !last || !isYears || !isUnbroken) return `average of ${listed(periods.map(periodName))}`;
  const isCalendar = first.from % 12 === 0;
  const reach = isCalendar
    ? `${first.from / 12} to ${Math.floor(last.to / 12)}`
    : `${monthName(first.from)} to ${monthName(last.to)}`;
  return `average of ${periods.length} years, ${reach}`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

// A number with its unit, as an aim or a milestone writes it: what it comes to, and whether it fits a measure's figures.
import { clockSeconds, SIXTY } from "../../core/clock.ts";
import { poundsPower } from "../../core/money.ts";
import { type Exact, exact, exactText, HUNDRED, over, shifted, times, withThousands } from "../../core/number.ts";
import type { Unit } from "../../core/value-kind.ts";

interface Amount {
  readonly amount: Exact;
  readonly unit: string | undefined;
}

/** The unit of a % that is of the baseline, whatever the measure's own unit is. */
const OF_BASELINE = "% of the baseline";

/**
 * "£1,204", "£1.2m", "50%", "3% of the baseline", "5 percentage points", "9:42" → the number and the word for its unit; nothing for any
 * other.
 */
export function amountOf(words: string): Amount | undefined {
  const clock = clockSeconds(words.trim());
  if (clock) return { amount: over(clock.seconds, SIXTY), unit: CLOCK };
  const form = /^(£)? ?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?(%(?: of (?:the )?baseline)?|[a-z].*)?$/i;
  const [, pound, digits = "", unit] = form.exec(words.trim()) ?? [];
  if (digits === "") return undefined;
  const number = exact(digits.replaceAll(",", ""));
  if (pound !== undefined) {
    const power = unit === undefined ? 0 : poundsPower(unit);
    return power === undefined ? undefined : { amount: shifted(number, power), unit: pound };
  }
  const [share, whole] = /^(?:%|per ?cent)( of (?:the )?baseline)?$/i.exec(unit ?? "") ?? [];
  const percent = share === undefined ? undefined : whole === undefined ? "%" : OF_BASELINE;
  return { amount: number, unit: percent ?? unit };
}

/** The unit of an amount that is written as minutes and seconds; it is in minutes. */
const CLOCK = "minutes and seconds";

/** Whether an amount of change in that unit is a share of the baseline. */
export const isShare = (unit: string | undefined): boolean => unit === "%" || isOfBaseline(unit);

/** Whether the unit says itself that it is of the baseline. */
export const isOfBaseline = (unit: string | undefined): boolean => unit === OF_BASELINE;

/** "1,204" */
export const digitsOf = (value: Exact): string => withThousands(exactText(value));

/** What an amount comes to, of a baseline where it is a %. */
export const shareOf = ({ amount, unit }: Amount, baseline: Exact): Exact =>
  isShare(unit) ? over(times(amount, baseline), HUNDRED) : amount;

/** The arithmetic of that in words, with a baseline in words or as a number. */
export const shareWords = ({ amount, unit }: Amount, baseline: string): string =>
  isShare(unit) ? `${digitsOf(amount)} × ${baseline} ÷ 100` : digitsOf(amount);

/** The words for each unit that a number in an aim or a milestone may carry. */
const unitWords: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  count: [
    ...["offences", "crimes", "incidents", "events", "calls", "bids", "cases", "victims", "referrals", "reports"],
    ...["admissions", "visits", "collisions", "arrests"],
  ],
  "per 1,000": ["per 1,000", "per 1,000 population", "per 1000", "per thousand"],
  "per 10,000": ["per 10,000", "per 10,000 population", "per 10000"],
  "per 100,000": ["per 100,000", "per 100,000 population", "per 100000"],
  "per 1,000 households": ["per 1,000 households", "per 1000 households"],
  "%": ["%"],
  "£": ["£", "pounds"],
  seconds: ["seconds", "second", "s"],
  minutes: ["minutes", "minute", "mins", "min", CLOCK],
  hours: ["hours", "hour"],
  days: ["days", "day"],
  score: ["points", "point"],
  people: ["people", "officers", "volunteers", "staff"],
};
const pointWords = ["points", "percentage points", "point", "percentage point", "pp"];

/**
 * Why a number with that unit cannot be set against figures of a measure's unit; nothing where it can. `change` says
 * that it is an amount of change: a percentage falls by percentage points or by a % of the baseline, as 50% less 5% may
 * be 45% or 47.5%.
 */
export function unitTrouble(said: string | undefined, unit: Unit, change: boolean): string | undefined {
  if (said === undefined || said === "") return undefined;
  const word = said.toLowerCase();
  if (change && word === "%" && unit === "%")
    return `"%" of a percentage has two meanings: percentage points, or % of the baseline`;
  if (change && (isShare(word) || (unit === "%" && pointWords.includes(word)))) return undefined;
  if (unitWords[unit]?.includes(word)) return undefined;
  const words = unit === "count" ? "a number" : unit;
  return `"${said}" is not the unit of this measure, which is ${words}; write the number without a unit`;
}

// A number with its unit, as an aim or a milestone writes it: what it comes to, and whether it fits a measure's figures.
import { type Exact, exact, exactText, HUNDRED, over, times, withThousands } from "../../core/number.ts";
import type { Unit } from "../../core/value-kind.ts";

interface Amount {
  readonly amount: Exact;
  readonly unit: string | undefined;
}

/** "£1,204", "50%", "10 seconds", "5 percentage points" → the number and the word for its unit; nothing for any other. */
export function amountOf(words: string): Amount | undefined {
  const form = /^(£)? ?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?(%|[a-z].*)?$/i;
  const [, pound, digits = "", unit] = form.exec(words.trim()) ?? [];
  // "£2m" is no amount that can be told for certain.
  if (digits === "" || (pound !== undefined && unit !== undefined)) return undefined;
  return { amount: exact(digits.replaceAll(",", "")), unit: pound ?? unit };
}

/** "1,204" */
export const digitsOf = (value: Exact): string => withThousands(exactText(value));

/** What an amount comes to, of a baseline where it is a %. */
export const shareOf = ({ amount, unit }: Amount, baseline: Exact): Exact =>
  unit === "%" ? over(times(amount, baseline), HUNDRED) : amount;

/** The arithmetic of that in words, with a baseline in words or as a number. */
export const shareWords = ({ amount, unit }: Amount, baseline: string): string =>
  unit === "%" ? `${digitsOf(amount)} × ${baseline} ÷ 100` : digitsOf(amount);

/** The words for each unit that a number in an aim or a milestone may carry. */
const unitWords: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  count: [
    ...["offences", "crimes", "incidents", "events", "calls", "bids", "cases", "victims", "referrals", "reports"],
    ...["admissions", "visits", "collisions", "arrests"],
  ],
  "per 1,000": ["per 1,000", "per 1,000 population", "per 1000", "per thousand"],
  "%": ["%", "percent", "per cent"],
  "£": ["£", "pounds"],
  seconds: ["seconds", "second", "s"],
  hours: ["hours", "hour"],
  people: ["people", "officers", "volunteers", "staff"],
};
const pointWords = ["points", "percentage points", "point", "percentage point", "pp"];

/**
 * Why a number with that unit cannot be set against figures of a measure's unit; nothing where it can. `change` says
 * that it is an amount of change: for a percentage that is in percentage points, as 5% of 50% may mean 45% or 47.5%.
 */
export function unitTrouble(said: string | undefined, unit: Unit, change: boolean): string | undefined {
  if (said === undefined || said === "") return undefined;
  const word = said.toLowerCase();
  if (change && unit === "%") {
    if (pointWords.includes(word)) return undefined;
    return `"${said}" of a percentage has two meanings; write percentage points`;
  }
  if (change && word === "%") return undefined;
  if (unitWords[unit]?.includes(word)) return undefined;
  const words = unit === "count" ? "a number" : unit;
  return `"${said}" is not the unit of this measure, which is ${words}; write the number alone`;
}

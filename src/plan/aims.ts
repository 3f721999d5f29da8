// Aims: was it achieved, and by what rule. Judged on unrounded values; an aim is one entry of this list.

import { nearest } from "../core/names.ts";
import {
  compareExact,
  type Exact,
  exact,
  exactText,
  HUNDRED,
  minus,
  over,
  plus,
  times,
  withThousands,
  ZERO,
} from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";

/** Which way is better: what ranks, and words such as "behind", go by. */
type Better = "lower" | "higher";

/** What an aim may be judged by, all on the measure's basis; what it does not need may be absent. */
export interface AimInputs {
  readonly baseline?: Exact | undefined;
  readonly current: Exact;
  /** The group's current figure. */
  readonly group?: Exact | undefined;
  /** The force's rank in the group, 1 the best. */
  readonly rank?: number | undefined;
}

export interface Aim {
  /** As the plan writes it and a table prints it: "reduce by 50%". */
  readonly words: string;
  readonly better?: Better;
  readonly needs: readonly ("baseline" | "group" | "rank")[];
  /** The group that it speaks of; nothing where it speaks of none, or of the first of the plan. */
  readonly group?: string;
  /** The unit that its number is in; "%" is of the baseline. Nothing where it has none, or says none. */
  readonly unit?: string;
  /** How many it must rank among to be met. */
  readonly place?: Exact;
  /** An aim that holds alike for counts and for rates: it may come out differently. */
  readonly relative?: boolean;
  /** The value that meets it, where there is one; made from a baseline, with the arithmetic in words. */
  readonly target?: (baseline: Exact | undefined) => Exact;
  readonly formula?: (baseline: string) => string;
  readonly achieved: (standing: AimInputs) => boolean;
  /** What `achieved` asks, in words or in numbers: "current ≤ target". */
  readonly rule: (said: RuleWords) => string;
}

/** What a rule speaks of, as words or as numbers. */
export type RuleWords = Readonly<Record<"baseline" | "current" | "group" | "target" | "rank", string>>;

interface Form {
  /** The form in words, for messages and help. */
  readonly form: string;
  readonly pattern: RegExp;
  readonly make: (said: Said) => Omit<Aim, "words">;
}

/** What a pattern catches: a number with its unit, and a name. */
interface Said {
  readonly amount: Exact;
  readonly unit: string | undefined;
  readonly name: string | undefined;
}

const percentOf = (part: Exact, whole: Exact): Exact => over(times(part, whole), HUNDRED);
const known = (value: Exact | undefined): Exact => value ?? ZERO;
const digitsOf = (value: Exact): string => withThousands(exactText(value));
const partOf = ({ amount, unit }: Omit<Said, "name">, baseline: string): string =>
  unit === "%" ? `${digitsOf(amount)} × ${baseline} ÷ 100` : digitsOf(amount);

/** A fall or a rise by so many %, or by so much. */
function moved(better: Better, { amount, unit }: Said): Omit<Aim, "words"> {
  const target = (baseline: Exact | undefined): Exact => {
    const by = unit === "%" ? percentOf(amount, known(baseline)) : amount;
    return better === "lower" ? minus(known(baseline), by) : plus(known(baseline), by);
  };
  const achieved: Aim["achieved"] = ({ baseline, current }) => {
    const distance = compareExact(current, target(baseline));
    return better === "lower" ? distance <= 0 : distance >= 0;
  };
  const formula = (baseline: string): string =>
    `${baseline} ${better === "lower" ? "−" : "+"} ${partOf({ amount, unit }, baseline)}`;
  const rule: Aim["rule"] = ({ current, target: met }) => `${current} ${better === "lower" ? "≤" : "≥"} ${met}`;
  return { better, needs: ["baseline"], unit: unit ?? "", target, formula, achieved, rule, relative: unit === "%" };
}

/** A value to stay at or below, or to reach. */
const limited = (better: Better, { amount: limit, unit }: Said): Omit<Aim, "words"> => ({
  better,
  needs: [],
  unit: unit ?? "",
  target: () => limit,
  achieved: ({ current }) =>
    better === "lower" ? compareExact(current, limit) <= 0 : compareExact(current, limit) >= 0,
  rule: ({ current, target }) => `${current} ${better === "lower" ? "≤" : "≥"} ${target}`,
});

/** In the order of messages. Equal is not achieved for a direction; a stated value is met when it is reached. */
const forms: readonly Form[] = [
  {
    form: "reduce",
    pattern: /^reduce$/i,
    make: () => ({
      better: "lower",
      needs: ["baseline"],
      relative: true,
      achieved: ({ baseline, current }) => compareExact(current, known(baseline)) < 0,
      rule: ({ baseline, current }) => `${current} < ${baseline}`,
    }),
  },
  {
    form: "increase",
    pattern: /^increase$/i,
    make: () => ({
      better: "higher",
      needs: ["baseline"],
      relative: true,
      achieved: ({ baseline, current }) => compareExact(current, known(baseline)) > 0,
      rule: ({ baseline, current }) => `${current} > ${baseline}`,
    }),
  },
  { form: "reduce by 10%", pattern: /^reduce by (?<amount>.+)$/i, make: (said) => moved("lower", said) },
  { form: "increase by 10%", pattern: /^increase by (?<amount>.+)$/i, make: (said) => moved("higher", said) },
  {
    form: "maintain within 2%",
    pattern: /^maintain within (?<amount>.+)$/i,
    make: ({ amount: tolerance, unit }) => ({
      needs: ["baseline"],
      unit: unit ?? "",
      relative: unit === "%",
      achieved: ({ baseline, current }) => {
        const slack = unit === "%" ? percentOf(tolerance, known(baseline)) : tolerance;
        return compareExact(minus(current, known(baseline)).abs(), slack) <= 0;
      },
      rule: ({ baseline, current }) => `|${current} − ${baseline}| ≤ ${partOf({ amount: tolerance, unit }, baseline)}`,
    }),
  },
  { form: "at most 100", pattern: /^at most (?<amount>.+)$/i, make: (said) => limited("lower", said) },
  { form: "at least 100", pattern: /^at least (?<amount>.+)$/i, make: (said) => limited("higher", said) },
  {
    form: "below MSG",
    pattern: /^below (?<name>.+)$/i,
    make: ({ name }) => ({
      better: "lower",
      needs: ["group"],
      ...(name && { group: name }),
      achieved: ({ current, group }) => compareExact(current, known(group)) < 0,
      rule: ({ current, group }) => `${current} < ${group}`,
    }),
  },
  {
    form: "above MSG",
    pattern: /^above (?<name>.+)$/i,
    make: ({ name }) => ({
      better: "higher",
      needs: ["group"],
      ...(name && { group: name }),
      achieved: ({ current, group }) => compareExact(current, known(group)) > 0,
      rule: ({ current, group }) => `${current} > ${group}`,
    }),
  },
  {
    form: "rank 10 or better",
    pattern: /^rank (?<amount>\d+)(?:st|nd|rd|th)? or better(?: (?:in|of|among) (?<name>.+))?$/i,
    make: ({ amount: place, name }) => ({
      needs: ["rank"],
      place,
      ...(name && { group: name }),
      achieved: ({ rank }) => rank !== undefined && compareExact(exact(rank), place) <= 0,
      rule: ({ rank }) => `${rank} ≤ ${digitsOf(place)}`,
    }),
  },
];

/** The forms that a plan may give an aim, in words. */
export const aimForms = forms.map(({ form }) => form);

/** Words that people write for those of the forms. */
const otherWords: readonly (readonly [words: RegExp, form: string])[] = [
  [/^(decrease|lower|cut|drop)\b/i, "reduce"],
  [/^(raise|grow)\b/i, "increase"],
  [/^(keep|hold)\b/i, "maintain"],
  [/^(no more than|not more than|up to|maximum( of)?)\b/i, "at most"],
  [/^(no less than|no fewer than|not less than|minimum( of)?)\b/i, "at least"],
];

/** The aim that words which say none were likely meant for, in its right words. */
export function aimMeant(words: string): string | undefined {
  const plain = words.replace(/\s+/g, " ").trim();
  const [first = "", ...rest] = plain.split(" ");
  const spelt = nearest(first, ["reduce", "increase", "maintain", "below", "above", "rank"]);
  const tries = [
    ...otherWords.map(([other, form]) => plain.replace(other, form)),
    ...(spelt ? [[spelt, ...rest].join(" ")] : []),
  ];
  return tries.find((one) => aimOf(one) !== undefined) ?? nearest(plain, aimForms);
}

/** What every aim looks like, for editors: as the patterns have it, in small letters. */
export const aimPattern = forms.map(({ pattern }) => pattern.source.replaceAll(/\?<\w+>/g, "")).join("|");

/** "£1,204", "50%", "10 seconds", "5 percentage points" → the number and the word for its unit; nothing for any other. */
export function amountOf(words: string): { amount: Exact; unit: string | undefined } | undefined {
  const form = /^(£)? ?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?(%|[a-z].*)?$/i;
  const [, pound, digits = "", unit] = form.exec(words.trim()) ?? [];
  // "£2m" is no amount that can be told for certain.
  if (digits === "" || (pound !== undefined && unit !== undefined)) return undefined;
  return { amount: exact(digits.replaceAll(",", "")), unit: pound ?? unit };
}

/** The aim that the words say; nothing where they say none. */
export function aimOf(words: string): Aim | undefined {
  const plain = words.replace(/\s+/g, " ").trim();
  for (const { pattern, make } of forms) {
    const caught = pattern.exec(plain);
    if (!caught) continue;
    const { amount: digits, name } = caught.groups ?? {};
    const said = digits === undefined ? { amount: ZERO, unit: undefined } : amountOf(digits);
    return said && { words: plain, ...make({ ...said, name }) };
  }
  return undefined;
}

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

// The shelf of aims: was it achieved, and by what rule, on unrounded values. Adding an aim is a file and its line here.
import { nearest } from "../../core/names.ts";
import { exact } from "../../core/number.ts";
import { aboveGroup } from "./above-group.ts";
import type { Aim, AimForm } from "./aim.ts";
import { amountOf } from "./amount.ts";
import { atLeast } from "./at-least.ts";
import { atLeastGrade } from "./at-least-grade.ts";
import { atMost } from "./at-most.ts";
import { belowGroup } from "./below-group.ts";
import { done } from "./done.ts";
import { improve } from "./improve.ts";
import { increase } from "./increase.ts";
import { increaseBy } from "./increase-by.ts";
import { maintain } from "./maintain.ts";
import { maintainLevel } from "./maintain-level.ts";
import { rank } from "./rank.ts";
import { reduce } from "./reduce.ts";
import { reduceBy } from "./reduce-by.ts";

/** In the order of messages. */
export const aimForms: readonly AimForm[] = [
  reduce,
  increase,
  reduceBy,
  increaseBy,
  maintain,
  maintainLevel,
  atMost,
  atLeastGrade,
  atLeast,
  belowGroup,
  aboveGroup,
  rank,
  improve,
  done,
];

/** An example of each form, for messages, help and editors. */
export const aimExamples = aimForms.map(({ example }) => example);

/** What every aim looks like, for editors: as the patterns have it, in small letters. */
export const aimPattern = aimForms.map(({ pattern }) => pattern.source.replaceAll(/\?<\w+>/g, "")).join("|");

/** Words with single spaces, and none about them. */
const plainWords = (words: string): string => words.replace(/\s+/g, " ").trim();

/** The aim that the words say; nothing where they say none. */
export function aimOf(words: string): Aim | undefined {
  const plain = plainWords(words);
  for (const { pattern, make, isRight } of aimForms) {
    const caught = pattern.exec(plain);
    if (!caught) continue;
    const { amount: digits, name, threshold: limit } = caught.groups ?? {};
    if (digits === undefined) {
      const caughtName = { amount: exact(0), unit: undefined, name };
      return isRight?.(caughtName) === false ? undefined : { words: plain, ...make(caughtName) };
    }
    const [said, threshold] = [amountOf(digits), limit === undefined ? undefined : amountOf(limit)];
    if (!said || (limit !== undefined && !threshold)) return undefined;
    // A unit may stand once, behind either number.
    const [unit, other = unit] = [said.unit ?? threshold?.unit, threshold?.unit];
    if (other !== unit) return undefined;
    return { words: plain, amount: said.amount, ...make({ ...said, unit, name, threshold: threshold?.amount }) };
  }
  return undefined;
}

/** The first words by which a misspelt aim may be known; "at" is too short to be. */
const verbs = [...new Set(aimForms.map(({ verb }) => verb))].filter((verb) => !verb.includes(" "));

/** "ten percent" → "10%" */
const inDigits = (words: string): string =>
  words
    .replace(numberWords, (_, tens?: string, ones?: string, small?: string) =>
      String(small ? SMALL.indexOf(small.toLowerCase()) : TENS.indexOf((tens ?? "").toLowerCase()) * 10 + onesOf(ones)),
    )
    .replace(/(\d) ?per ?cent\b/gi, "$1%");
const onesOf = (ones = ""): number => Math.max(0, SMALL.indexOf(ones.toLowerCase()));
const SMALL = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const numberWords = new RegExp(
  `\\b(?:(${TENS.slice(2).join("|")})(?:[- ](${SMALL.slice(1, 10).join("|")}))?|(${SMALL.join("|")}))\\b`,
  "gi",
);

/** The aim that words which say none were likely meant for, in its right words. */
export function aimMeant(words: string): string | undefined {
  const plain = inDigits(plainWords(words));
  const [first = "", ...rest] = plain.split(" ");
  const spelt = nearest(first, verbs);
  const tries = [
    // "-50%", "10% reduction"
    plain.replace(/^[-−–] ?(?=\d)/, "reduce by ").replace(/^\+ ?(?=\d)/, "increase by "),
    plain.replace(/^(\d.*?) (?:reduction|decrease|fall|drop|cut)$/i, "reduce by $1"),
    plain.replace(/^(\d.*?) (?:increase|rise|growth)$/i, "increase by $1"),
    ...aimForms.flatMap(({ otherWords, verb }) => (otherWords ? [plain.replace(otherWords, verb)] : [])),
    ...(spelt ? [[spelt, ...rest].join(" ")] : []),
  ];
  return tries.find((one) => aimOf(one) !== undefined) ?? nearest(plain, aimExamples);
}

/** The aim that a published table words in its own way; nothing where it words none that a plan knows. */
export function aimPublished(words: string): Aim | undefined {
  const plain = words.replace(/[*†^]|\.$/g, "").trim();
  const inVerbs = aimForms.reduce(
    (said, { publishedWords, verb }) => (publishedWords ? said.replace(publishedWords, `${verb} `) : said),
    plain,
  );
  const found = aimOf(inVerbs.replace(/ by (it |this |at least )+/i, " by ").replace(/ ?(per ?cent|percent)$/i, "%"));
  // Words have no figures that an audit could work out.
  return found?.inWords ? undefined : found;
}

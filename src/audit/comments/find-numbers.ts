// The numbers of a comment: their units, whether each is a level or a change, which way it went, and of what it is.

import { exact } from "../../core/number.ts";
import type { NumberClaim, SpotAt } from "./claim.ts";
import { isThanArea, type Seen, seenIn } from "./find-directions.ts";
import { type Mention, stem, type Whose } from "./mentions.ts";
import {
  countNouns,
  type Direction,
  gapAfter,
  gapBefore,
  moreWords,
  numberWords,
  wordsForOver,
  wordsForUnder,
} from "./vocabulary.ts";
import { sentenceAt } from "./whose-number.ts";

/** A clause, and what its numbers are read by. */
export interface NumberClause {
  /** Its words, with periods blanked out. */
  readonly clause: string;
  /** Its words as they are written, with those that it goes on with. */
  readonly whole: string;
  /** The whole comment. */
  readonly text: string;
  readonly sides: readonly Mention[];
  /** The words of the measure's name, without their endings. */
  readonly own: readonly string[];
  readonly spot: SpotAt;
  readonly sideAt: (at: number, end: number) => Whose | undefined;
}

/** A number as it stands in its clause. */
interface Numeral {
  readonly words: string;
  readonly sign: string;
  /** Its digits; of one that is spelt, what it comes to. */
  readonly digits: string;
  readonly isSpelt: boolean;
  readonly unit: NumberClaim["unit"];
  readonly at: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** What is said of a number's place and time is not said further before its sentence. */
const MOST_EARLIER = 2_000;

const numeral = new RegExp(
  `(?<![\\w.,/£$€])([-−+]?)(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${numberWords.join("|")})\\b(?= (?:percentage points?|per ?cent|points?|more|fewer|[a-z]+)))( ?%| ?per ?cent(?!age)| ?percentage points?| ?pp\\b| ?% ?points?)?`,
  "gi",
);

function numeralsIn(clause: string): Numeral[] {
  return [...clause.matchAll(numeral)].map((match) => {
    const [words, sign = "", written = "", unitWords = ""] = match;
    const spelt = numberWords.indexOf(written.toLowerCase());
    const end = match.index + words.length;
    return {
      ...{ words, sign, at: match.index, end, isSpelt: spelt >= 0 },
      digits: spelt >= 0 ? String(spelt) : written.replaceAll(",", ""),
      unit: /point|pp/i.test(unitWords) ? "points" : /%|cent/i.test(unitWords) ? "%" : undefined,
      ...{ before: clause.slice(0, match.index), after: clause.slice(end) },
    };
  });
}

/** Every number of a clause that claims something. */
export function numbersIn(given: NumberClause): NumberClaim[] {
  const { clause, whole, sides, own } = given;
  const seen = seenIn(clause, sides);
  const shift = whole.length - clause.length;
  const all = numeralsIn(clause);
  return all.flatMap((one, index): NumberClaim[] => {
    if (!isClaim(one, own)) return [];
    const [previous, next] = [all[index - 1], all[index + 1]];
    const before = whole.slice(previous ? previous.end + shift : 0, one.at + shift);
    const after = whole.slice(one.end + shift, next && next.at + shift);
    return [claimOf(given, one, seen, { before, after })];
  });
}

/** No figure has more. */
const MOST_DIGITS = 40;

/** "one incident" is no claim; "three percentage points", "four more" and "eight homicides" are. A multiple is a claim of its own. */
function isClaim({ digits, isSpelt, unit, after }: Numeral, own: readonly string[]): boolean {
  const next = /^ ([a-z]+)/i.exec(after)?.[1] ?? "";
  const isMore = /^(more|fewer)$/.test(next) || (digits !== "0" && digits !== "1" && own.includes(stem(next)));
  if (digits.length > MOST_DIGITS) return false;
  return (!isSpelt || unit !== undefined || isMore) && !/^ times\b/i.test(after);
}

function claimOf(
  given: NumberClause,
  one: Numeral,
  seen: readonly Seen[],
  around: Pick<NumberClaim["around"], "before" | "after">,
): NumberClaim {
  const { clause, whole, text, sides, spot, sideAt } = given;
  const { words, digits, unit, before, after } = one;
  const { word, softened } = ledBy(before);
  const { more, isGap, ofMeasure } = followedBy(given, one);
  const direction = directionBeside(clause, one, seen);
  const toBaseline = baselineAfter(after);
  const place = spot(words, one.at);
  const from = sentenceAt(text, place.at);
  const rest = whole.slice(one.end + whole.length - clause.length);
  const base = /^ of (?:the |all )?(\d[\d,]*)\b(?![.%])/i.exec(after)?.[1];
  return {
    ...place,
    ...{ sentence: text.slice(from, place.at), earlier: text.slice(Math.max(0, from - MOST_EARLIER), from) },
    ...{ type: "number", unit, number: exact(digits), places: digits.split(".")[1]?.length ?? 0 },
    part:
      more || toBaseline || isChange(clause, one, word, direction) ? "by" : isLevel(one, word) ? "level" : undefined,
    direction: signDirection(one, toBaseline, direction) ?? more?.[1] ?? direction?.direction,
    negated: !more && (direction?.negated ?? false),
    side: sideAt(place.at, place.at + words.length),
    roughly:
      /around|about|nearly|almost|some|over|approximately|roughly/i.test(softened) ||
      /\b(around|about|nearly|almost|over|approximately|roughly) $/i.test(before) ||
      wordsForUnder.test(before) ||
      wordsForOver.test(before),
    bound: wordsForOver.test(before) ? "over" : wordsForUnder.test(before) ? "under" : undefined,
    per: perSaid(rest),
    isGap: gapAfter.test(after) || (sides.some(({ side }) => side === "group") && (isGap || gapBefore.test(before))),
    ofMeasure,
    more: more && rest,
    around: { ...around, word: word.toLowerCase() },
    base: base === undefined ? undefined : exact(base.replaceAll(",", "")),
  };
}

/** The word that leads to a number, "by" or "to", and those that make it a rough one. */
function ledBy(before: string): { word: string; softened: string } {
  const [led = "", said = "", softened = ""] =
    /\b(by|to|at|from|of|with)\s+((?:(?:an?|only|just|around|about|nearly|almost|some|over|more than|less than|at least|up to|under|in excess of|minor|minimal|further|approximately|the|roughly) )*)$/i.exec(
      before,
    ) ?? [];
  // "Compared to 10.5%", "slowed to 8.8%" say not what it came to.
  const isOther = /\bcompar\w+ $|\b(slow|eas|narrow|widen|accelerat)\w* $/i.test(
    before.slice(0, before.length - led.length),
  );
  return { word: isOther ? "" : said, softened };
}

/** What a number is of by the words after it: more or fewer of something, of the measure, or further from the group. */
function followedBy({ clause, sides, own }: NumberClause, { end, after }: Numeral) {
  const [, adjective = "", noun = ""] =
    /^ ((?:more|fewer|less|additional|extra|recorded|further) )*([a-z]+)/i.exec(after) ?? [];
  const ofMeasure = own.includes(stem(noun)) || countNouns.test(noun);
  const isGap = isThanArea(clause, end + (/^ (?:more|less|fewer)\b/i.exec(after)?.[0].length ?? 0), sides);
  const isMore = !isGap && (ofMeasure || noun === "than" || adjective === "");
  return { more: isMore ? moreWords.find(([pattern]) => pattern.test(after)) : undefined, isGap, ofMeasure };
}

/** The direction that a number goes with: "12.95% fall" says its own, whatever rose before it. */
function directionBeside(clause: string, { at, end, after }: Numeral, seen: readonly Seen[]): Seen | undefined {
  const nounAfter = fallOrRise.exec(after);
  return (
    (nounAfter && seen.find((one) => one.at === end + nounAfter[0].length)) ??
    [...seen].reverse().find((one) => one.at < at) ??
    seen.find((one) => one.at >= end && clause.slice(end, one.at).trim().split(/\s+/).length <= 3)
  );
}

/** "8% above the baseline": which way from it. */
function baselineAfter(after: string): Direction | undefined {
  const way =
    /^\s*(%|per ?cent)?\s*(above|higher than|over|below|lower than|under) (the |its )?\s*(baseline|benchmark)/i.exec(
      after,
    )?.[2];
  return way === undefined ? undefined : /above|higher|over/i.test(way) ? "up" : "down";
}

/** Whether a number is how much something moved, by the words before it and its direction. */
function isChange(clause: string, { at, unit }: Numeral, word: string, direction: Seen | undefined): boolean {
  if (word.toLowerCase() === "by") return true;
  if (!direction) return false;
  const between = clause.slice(direction.end, at);
  // "an increase of 2.4 percentage points"
  const isRise = /^of$/i.test(word) && /^ of /.test(between);
  // "rose 8.8%" is "rose by 8.8%".
  const isBare =
    unit !== undefined &&
    direction.direction !== "still" &&
    direction.end <= at &&
    /^( (just|only|around|about|nearly|almost|some|over|a further))? $/i.test(between);
  return isRise || isBare || direction.at > at;
}

/** Whether a number is what something came to or came from. */
const isLevel = ({ unit }: Numeral, word: string): boolean =>
  /^(to|from)$/i.test(word) || (unit === undefined && /^at$/i.test(word));

/** The direction that a sign says, or a baseline that is spoken of. */
function signDirection(
  { sign }: Numeral,
  toBaseline: Direction | undefined,
  direction: Seen | undefined,
): Direction | undefined {
  if (/[-−]/.test(sign)) return "down";
  return toBaseline ?? (sign === "+" && !direction ? "up" : undefined);
}

function perSaid(after: string): number | undefined {
  const [, said] = /^ per (1,?000|10,?000|100,?000|1k)\b/i.exec(after) ?? [];
  return said === undefined ? undefined : Number(said.replace(",", "").replace(/k/i, "000"));
}

/** Words between a number and the noun of a change that is its own. */
const fallOrRise =
  /^ (?:(?:average|overall|pooled|year-on-year|annual) )?(?=(?:rise|increase|growth|fall|decrease|reduction|decline|drop|dip)\b)/i;

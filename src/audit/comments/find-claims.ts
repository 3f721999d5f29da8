// The words of a comment → its claims: numbers with their units, directions, multiples, comparisons, periods.

import type { Claim } from "./claim.ts";
import { clausesOf } from "./clauses.ts";
import { comparisonsIn } from "./find-comparisons.ts";
import { againstPeriodIn, directionsIn } from "./find-directions.ts";
import { multiplesIn } from "./find-multiples.ts";
import { numbersIn } from "./find-numbers.ts";
import { periodClaims } from "./find-periods.ts";
import { rankClaims } from "./find-ranks.ts";
import { mentions, type Subject, stems, type Whose } from "./mentions.ts";
import { countBefore } from "./places.ts";
import { dayWords, idle, periodPattern } from "./vocabulary.ts";
import { named, whoseNumber } from "./whose-number.ts";

/** Every claim of a comment, in its order. */
export function claimsOf(written: string, subject: Subject): Claim[] {
  // An address on the web makes no claim.
  const text = written.replace(/\bhttps?:\/\/\S+/gi, (address) => " ".repeat(address.length));
  const dated = periodClaims(text);
  const blank = (from: string, pattern: RegExp): string => from.replace(pattern, (match) => " ".repeat(match.length));
  const plain = blank(blank(blank(text, dayWords), periodPattern), idle);
  const all = named(mentions(plain, subject));
  const own = stems(subject.measure);
  const sideAt = (at: number, end: number): Whose | undefined => whoseNumber(plain, at, end, all);
  const clauses = clausesOf(plain).map((clause, index, them) => {
    const whole = text.slice(clause.at, clause.at + clause.text.length);
    // ", by 8%" and "In 2019, the rate was" go on with the clause before.
    const previous = them[index - 1];
    const lead = previous ? text.slice(previous.at, previous.at + previous.text.length) : "";
    const goesOn =
      /^\s*(by|from|to|with|up|down|an?)\b/i.test(whole) || /^\s*(in|for|during|since|between) .{4,45}$/i.test(lead);
    const led = goesOn && /^,/.test(text.slice((previous?.at ?? 0) + lead.length)) ? `${lead},${whole}` : whole;
    const spot = (words: string, index: number) => ({ text: words.trim(), at: clause.at + index, clause: led.trim() });
    const sides = mentions(clause.text, subject);
    const numbers = numbersIn({ clause: clause.text, whole: led, text, sides, own, spot, sideAt });
    return { clause, whole, spot, sides, numbers };
  });
  const numbers = clauses.flatMap((clause) => clause.numbers);
  const claims = clauses.flatMap(({ clause, whole, spot, sides, numbers: own }): Claim[] => [
    ...own,
    ...directionsIn(clause.text, sides, spot, own),
    ...multiplesIn(clause.text, sides, spot),
    ...comparisonsIn(clause, sides, spot, plain, numbers),
    ...againstPeriodIn(whole, sides, spot, own),
  ]);
  const ranks = rankClaims(text);
  const isOfRank = ({ at }: Claim): boolean => {
    const rank = ranks[countBefore(ranks, at + 1) - 1];
    return rank !== undefined && at < rank.at + rank.text.length;
  };
  return [...claims.filter((claim) => !isOfRank(claim)), ...dated, ...ranks].sort((a, b) => a.at - b.at);
}

// The words of a comment → its claims: numbers with their units, directions, multiples, comparisons, periods.

import { around } from "../../core/interval.ts";
import { exact } from "../../core/number.ts";
import type { Claim, DirectionClaim, MultipleClaim, NumberClaim, SpotAt } from "./claim.ts";
import { comparisonsIn } from "./find-comparisons.ts";
import { periodClaims } from "./find-periods.ts";
import { rankClaims } from "./find-ranks.ts";
import { type Mention, mentions, type Subject, stem, stems, type Whose } from "./mentions.ts";
import {
  againstPeriod,
  between,
  countNouns,
  type Direction,
  dayWords,
  directions,
  gapAfter,
  gapBefore,
  idle,
  moreWords,
  multiples,
  negation,
  numberWords,
  periodPattern,
  wished,
  wordsForOver,
  wordsForUnder,
} from "./vocabulary.ts";
import { sentenceAt, whoseNumber } from "./whose-number.ts";

/** The parts of a text between full stops, commas and words such as "while", each with its place. */
function clausesOf(text: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  let at = 0;
  for (const match of text.matchAll(
    /[.;:!?](?=\s|$)|,(?!\d)|\b(?:while|whilst|whereas|although|though|however|but|conversely|albeit)\b/gi,
  )) {
    found.push({ text: text.slice(at, match.index), at });
    at = match.index + match[0].length;
  }
  found.push({ text: text.slice(at), at });
  return found.filter((clause) => clause.text.trim() !== "").flatMap(shortened);
}

/** No clause is longer than this: what is, has no marks, and is read in pieces. */
const MOST_CLAUSE = 600;
function shortened({ text, at }: { text: string; at: number }): { text: string; at: number }[] {
  if (text.length <= MOST_CLAUSE) return [{ text, at }];
  const space = text.lastIndexOf(" ", MOST_CLAUSE);
  const cut = space > 0 ? space : MOST_CLAUSE;
  return [{ text: text.slice(0, cut), at }, ...shortened({ text: text.slice(cut), at: at + cut })];
}

/** Every claim of a comment, in its order. */
export function claimsOf(written: string, subject: Subject): Claim[] {
  // An address on the web makes no claim.
  const text = written.replace(/\bhttps?:\/\/\S+/gi, (address) => " ".repeat(address.length));
  const dated = periodClaims(text);
  const blank = (from: string, pattern: RegExp): string => from.replace(pattern, (match) => " ".repeat(match.length));
  const plain = blank(blank(blank(text, dayWords), periodPattern), idle);
  const named = mentions(plain, subject);
  const sideAt = (at: number, end: number): Whose | undefined => whoseNumber(plain, at, end, named);
  const clauses = clausesOf(plain).map((clause, index, all) => {
    const whole = text.slice(clause.at, clause.at + clause.text.length);
    // ", by 8%" and "In 2019, the rate was" go on with the clause before.
    const previous = all[index - 1];
    const lead = previous ? text.slice(previous.at, previous.at + previous.text.length) : "";
    const goesOn =
      /^\s*(by|from|to|with|up|down|an?)\b/i.test(whole) || /^\s*(in|for|during|since|between) .{4,45}$/i.test(lead);
    const led = goesOn && /^,/.test(text.slice((previous?.at ?? 0) + lead.length)) ? `${lead},${whole}` : whole;
    const spot = (words: string, index: number) => ({ text: words.trim(), at: clause.at + index, clause: led.trim() });
    const sides = mentions(clause.text, subject);
    const numbers = numbersIn(clause.text, sides, spot, subject, led, sideAt, text);
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
  const isOfRank = ({ at }: Claim): boolean => ranks.some((rank) => rank.at <= at && at < rank.at + rank.text.length);
  return [...claims.filter((claim) => !isOfRank(claim)), ...dated, ...ranks].sort((a, b) => a.at - b.at);
}

type Seen = { direction: Direction; at: number; end: number; text: string; negated: boolean };

/** The words of a direction that say what was seen, not what was wished for. */
function seenIn(clause: string, sides: readonly Mention[]): Seen[] {
  const found = directions.flatMap(([pattern, direction]) =>
    [...clause.matchAll(pattern)].map((match) => ({
      direction,
      at: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
  return (
    found
      .filter(({ at }) => !wished.test(clause.slice(0, at)) && !/\baim(s|ed)?\b/i.test(clause))
      // "Less than in the MSG" compares, and says not what moved.
      .filter(({ end, text }) => !/^(more|less|fewer)$/i.test(text) || !isThan(clause, end, sides))
      .map((seen) => ({ ...seen, negated: seen.direction !== "still" && negation.test(clause.slice(0, seen.at)) }))
      .sort((a, b) => a.at - b.at)
  );
}

function numbersIn(
  clause: string,
  sides: readonly Mention[],
  spot: SpotAt,
  subject: Subject,
  whole: string,
  sideAt: (at: number, end: number) => Whose | undefined,
  text: string,
): NumberClaim[] {
  const own = stems(subject.measure);
  const written = new RegExp(
    `(?<![\\w.,/£$€])([-−+]?)(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${numberWords.join("|")})\\b(?= (?:percentage points?|per ?cent|points?|more|fewer|[a-z]+)))( ?%| ?per ?cent(?!age)| ?percentage points?| ?pp\\b| ?% ?points?)?`,
    "gi",
  );
  const shift = whole.length - clause.length;
  const seen = seenIn(clause, sides);
  return [...clause.matchAll(written)].flatMap((match, index, all): NumberClaim[] => {
    const [words, sign = "", digits = "", unitWords = ""] = match;
    const end = match.index + words.length;
    const spelt = numberWords.indexOf(digits.toLowerCase());
    const next = /^ ([a-z]+)/i.exec(clause.slice(end))?.[1] ?? "";
    // "one incident" is no claim; "three percentage points", "four more" and "eight homicides" are.
    if (spelt >= 0 && unitWords === "" && !/^(more|fewer)$/.test(next) && !(spelt > 1 && own.includes(stem(next))))
      return [];
    // A multiple is a claim of its own.
    if (/^ times\b/i.test(clause.slice(end))) return [];
    const plain = spelt >= 0 ? String(spelt) : digits.replaceAll(",", "");
    const before = clause.slice(0, match.index);
    const after = clause.slice(end);
    const [led = "", said = "", softened = ""] =
      /\b(by|to|at|from|of|with)\s+((?:(?:an?|only|just|around|about|nearly|almost|some|over|more than|less than|at least|up to|under|in excess of|minor|minimal|further|approximately|the|roughly) )*)$/i.exec(
        before,
      ) ?? [];
    // "Compared to 10.5%", "slowed to 8.8%" say not what it came to.
    const word = /\bcompar\w+ $|\b(slow|eas|narrow|widen|accelerat)\w* $/i.test(
      before.slice(0, before.length - led.length),
    )
      ? ""
      : said;
    const [, adjective = "", noun = ""] =
      /^ ((?:more|fewer|less|additional|extra|recorded|further) )*([a-z]+)/i.exec(after) ?? [];
    const ofMeasure = own.includes(stem(noun)) || countNouns.test(noun);
    const isGap = isThanArea(clause, end + (/^ (?:more|less|fewer)\b/i.exec(after)?.[0].length ?? 0), sides);
    const more = isGap
      ? undefined
      : ofMeasure || noun === "than" || adjective === ""
        ? moreWords.find(([pattern]) => pattern.test(after))
        : undefined;
    // "12.95% fall" says its own direction, whatever rose before it.
    const nounAfter = fallOrRise.exec(after);
    const direction =
      (nounAfter && seen.find(({ at }) => at === end + nounAfter[0].length)) ??
      [...seen].reverse().find(({ at }) => at < match.index) ??
      seen.find(({ at }) => at >= end && clause.slice(end, at).trim().split(/\s+/).length <= 3);
    // "an increase of 2.4 percentage points"
    const isRise =
      direction !== undefined && /^of$/i.test(word) && /^ of /.test(clause.slice(direction.end, match.index));
    const toBaseline =
      /^\s*(%|per ?cent)?\s*(above|higher than|over|below|lower than|under) (the |its )?\s*(baseline|benchmark)/i.exec(
        after,
      )?.[2];
    const base = /^ of (?:the |all )?(\d[\d,]*)\b(?![.%])/i.exec(after)?.[1];
    const unit = /point|pp/i.test(unitWords) ? "points" : /%|cent/i.test(unitWords) ? "%" : undefined;
    // "rose 8.8%" is "rose by 8.8%".
    const isBare =
      unit !== undefined &&
      direction !== undefined &&
      direction.direction !== "still" &&
      direction.end <= match.index &&
      /^( (just|only|around|about|nearly|almost|some|over|a further))? $/i.test(
        clause.slice(direction.end, match.index),
      );
    const part =
      more || word.toLowerCase() === "by" || isRise || isBare || (direction && direction.at > match.index) || toBaseline
        ? "by"
        : /^(to|from)$/i.test(word) || (unit === undefined && /^at$/i.test(word))
          ? "level"
          : undefined;
    const { at } = spot(words, match.index);
    const from = sentenceAt(text, at);
    return [
      {
        ...spot(words, match.index),
        ...{ sentence: text.slice(from, at), earlier: text.slice(0, from) },
        ...{ type: "number", unit, part, number: exact(plain), places: plain.split(".")[1]?.length ?? 0 },
        direction: /[-−]/.test(sign)
          ? "down"
          : toBaseline
            ? /above|higher|over/i.test(toBaseline)
              ? "up"
              : "down"
            : sign === "+" && !direction
              ? "up"
              : (more?.[1] ?? direction?.direction),
        negated: !more && (direction?.negated ?? false),
        side: sideAt(at, at + words.length),
        roughly:
          /around|about|nearly|almost|some|over|approximately|roughly/i.test(softened) ||
          /\b(around|about|nearly|almost|over|approximately|roughly) $/i.test(before) ||
          wordsForUnder.test(before) ||
          wordsForOver.test(before),
        bound: wordsForOver.test(before) ? "over" : wordsForUnder.test(before) ? "under" : undefined,
        per: perSaid(whole.slice(end + shift)),
        isGap:
          gapAfter.test(after) || (sides.some(({ side }) => side === "group") && (isGap || gapBefore.test(before))),
        ofMeasure,
        more: more && whole.slice(end + shift),
        around: {
          before: whole.slice(index === 0 ? 0 : endOf(all[index - 1]) + shift, match.index + shift),
          after: whole.slice(end + shift, all[index + 1] ? (all[index + 1]?.index ?? 0) + shift : undefined),
          word: word.toLowerCase(),
        },
        base: base === undefined ? undefined : exact(base.replaceAll(",", "")),
      },
    ];
  });
}

const endOf = (match: RegExpExecArray | undefined): number => (match ? match.index + match[0].length : 0);
function perSaid(after: string): number | undefined {
  const [, said] = /^ per (1,?000|10,?000|100,?000|1k)\b/i.exec(after) ?? [];
  return said === undefined ? undefined : Number(said.replace(",", "").replace(/k/i, "000"));
}

/** Words between a number and the noun of a change that is its own. */
const fallOrRise =
  /^ (?:(?:average|overall|pooled|year-on-year|annual) )?(?=(?:rise|increase|growth|fall|decrease|reduction|decline|drop|dip)\b)/i;
/** Whether "than" and an area or a number follow: "less than the 10.5% of the MSG". */
const isThan = (clause: string, end: number, sides: readonly Mention[]): boolean =>
  isThanArea(clause, end, sides) || /^ than (?:the |an? |its )?[-+−]?\d/i.test(clause.slice(end));
/** Whether "than" and an area follow: "less than in the MSG". */
const isThanArea = (clause: string, end: number, sides: readonly Mention[]): boolean => {
  const than =
    /^ than(?: (?:the|its|our|that|those|in|for|of|across|seen|at|rise|increase|fall|reduction|average))* /i.exec(
      clause.slice(end),
    );
  return than !== null && sides.some(({ at, by }) => by === "name" && at === end + than[0].length);
};

function directionsIn(
  clause: string,
  sides: readonly Mention[],
  spot: SpotAt,
  numbers: readonly NumberClaim[],
): DirectionClaim[] {
  return seenIn(clause, sides).flatMap(({ direction, at, end, text, negated }): DirectionClaim[] => {
    // A direction with a number is checked with it.
    if (numbers.some((claim) => claim.direction === direction && claim.part === "by")) return [];
    const before = sides.filter((mention) => mention.end <= at && between.test(clause.slice(mention.end, at))).at(-1);
    const [, seen = ""] =
      /^ (?:(?:was|has been|is) (?:also )?(?:seen|recorded) )?(?:trend )?(?:in|of|for) (?:the |its )?(.*)$/i.exec(
        clause.slice(end),
      ) ?? [];
    const behind =
      seen === ""
        ? undefined
        : sides.find(
            (mention) => mention.by !== "pronoun" && mention.at >= end && clause.indexOf(seen, end) >= mention.at - 5,
          );
    const isOther = /^ (in|of) (?!(the |this |its )?(last|past|same|period|area|year|month))/i.test(clause.slice(end));
    const side = behind?.by === "name" ? behind.side : (before?.side ?? behind?.side);
    return [
      {
        ...spot(text, at),
        type: "direction",
        direction,
        negated,
        side: isOther && !behind ? undefined : side,
      },
    ];
  });
}

function multiplesIn(clause: string, sides: readonly Mention[], spot: SpotAt): MultipleClaim[] {
  const said = [...clause.matchAll(/(?<![\w.,])(\d+(?:\.\d+)?) times\b/gi)].flatMap((match): MultipleClaim[] => {
    const number = exact(match[1] ?? "");
    const { from, to } = around({ number, places: match[1]?.split(".")[1]?.length ?? 0 });
    const isOther = sides.some(({ side, at }) => side === "group" && at > match.index);
    return [{ ...spot(match[0], match.index), type: "multiple", from, to, isOther, isNumber: true, side: "force" }];
  });
  const inWords = multiples.flatMap(([pattern, plain, almost]) =>
    [...clause.matchAll(pattern)].map((match): MultipleClaim => {
      const isAlmost = /\b(almost|nearly|just under)\s*$/i.test(clause.slice(0, match.index));
      const [from, to] = isAlmost ? almost : plain;
      const subject = sides.filter(({ at, by }) => at < match.index && by === "name").at(-1)?.side ?? "force";
      const isOther = sides.some(
        ({ side, at, by }) => at > match.index && (side === "group" || (subject === "group" && by === "name")),
      );
      return {
        ...spot(match[0], match.index),
        type: "multiple",
        from: exact(from),
        to: exact(to),
        isOther,
        isNumber: false,
        side: subject,
      };
    }),
  );
  return [...said, ...inWords];
}

/** "Robbery is still below 2019 levels" says that it fell since. */
function againstPeriodIn(
  clause: string,
  sides: readonly Mention[],
  spot: SpotAt,
  numbers: readonly NumberClaim[],
): DirectionClaim[] {
  return [...clause.matchAll(againstPeriod)].flatMap((match): DirectionClaim[] => {
    const direction = match[1] === undefined ? "down" : "up";
    if (numbers.some((claim) => claim.direction === direction && claim.part === "by")) return [];
    const before = clause.slice(0, match.index);
    if (wished.test(before) || /\baim(s|ed)?\b/i.test(clause)) return [];
    const side = sides.filter(({ end }) => end <= match.index).at(-1)?.side;
    const negated = negation.test(before);
    return [{ ...spot(match[0], match.index), type: "direction", direction, negated, side, than: match[0] }];
  });
}

// The words of a comment → its claims: numbers with their units, directions, multiples, comparisons, periods.
import { type Exact, exact } from "../number.ts";
import { findPeriod, type Period, parsePeriod } from "../period.ts";
import {
  above,
  below,
  between,
  type Direction,
  directions,
  idle,
  multiples,
  near,
  negation,
  numberWords,
  periodWords,
  wished,
} from "./comment-words.ts";
import { type Mention, mentions, type Side, type Subject, stem, stems } from "./mentions.ts";

interface Spot {
  /** The words of the claim, and where they begin in the text. */
  readonly text: string;
  readonly at: number;
  /** The part of the sentence that it stands in. */
  readonly clause: string;
}
export interface NumberClaim extends Spot {
  readonly type: "number";
  readonly number: Exact;
  readonly places: number;
  readonly unit: "%" | "points" | undefined;
  /** "by" is a change, "level" is what was or is. */
  readonly part: "by" | "level" | undefined;
  readonly direction: Direction | undefined;
  readonly negated: boolean;
  readonly side: Side | undefined;
  readonly roughly: boolean;
  /** "33.4 % of 12": the number of which it is a share. */
  readonly base: Exact | undefined;
}
export interface DirectionClaim extends Spot {
  readonly type: "direction";
  readonly direction: Direction;
  readonly negated: boolean;
  /** Nothing where it is not certain what moved. */
  readonly side: Side | undefined;
}
export interface MultipleClaim extends Spot {
  readonly type: "multiple";
  readonly from: Exact;
  readonly to: Exact;
  readonly ofGroup: boolean;
  readonly side: Side;
}
export interface ComparisonClaim extends Spot {
  readonly type: "comparison";
  readonly relation: "above" | "below" | "near";
  readonly about: "level" | "change" | "either";
  readonly subject: Side;
  readonly remained: boolean;
}
export interface PeriodClaim extends Spot {
  readonly type: "period";
  readonly period: Period | undefined;
  /** What the sentence takes the period for. */
  readonly as: "baseline" | "rolling" | undefined;
}
export type Claim = NumberClaim | DirectionClaim | MultipleClaim | ComparisonClaim | PeriodClaim;

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
  return found.filter((clause) => clause.text.trim() !== "");
}

/** Every claim of a comment, in its order. */
export function claimsOf(written: string, subject: Subject): Claim[] {
  // An address on the web makes no claim.
  const text = written.replace(/\bhttps?:\/\/\S+/gi, (address) => " ".repeat(address.length));
  const dated = periodClaims(text);
  const blank = (from: string, pattern: RegExp): string => from.replace(pattern, (match) => " ".repeat(match.length));
  const plain = blank(blank(text, periodWords), idle);
  const claims = clausesOf(plain).flatMap((clause): Claim[] => {
    const spot = (words: string, index: number) => ({
      text: words.trim(),
      at: clause.at + index,
      clause: text.slice(clause.at, clause.at + clause.text.length).trim(),
    });
    const sides = mentions(clause.text, subject);
    const numbers = numbersIn(clause.text, sides, spot, subject);
    return [
      ...numbers,
      ...directionsIn(clause.text, sides, spot, numbers),
      ...multiplesIn(clause.text, sides, spot),
      ...comparisonsIn(clause.text, sides, spot),
    ];
  });
  return [...claims, ...dated].sort((a, b) => a.at - b.at);
}

type SpotAt = (words: string, index: number) => Spot;
type Seen = { direction: Direction; at: number; end: number; text: string; negated: boolean };

/** The words of a direction that say what was seen, not what was wished for. */
function seenIn(clause: string): Seen[] {
  const found = directions.flatMap(([pattern, direction]) =>
    [...clause.matchAll(pattern)].map((match) => ({
      direction,
      at: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
  return found
    .filter(({ at }) => !wished.test(clause.slice(0, at)) && !/\baim(s|ed)?\b/i.test(clause))
    .map((seen) => ({ ...seen, negated: seen.direction !== "still" && negation.test(clause.slice(0, seen.at)) }))
    .sort((a, b) => a.at - b.at);
}

function numbersIn(clause: string, sides: readonly Mention[], spot: SpotAt, subject: Subject): NumberClaim[] {
  const own = stems(subject.measure);
  const written = new RegExp(
    `(?<![\\w.,/£$€])([-−+]?)(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${numberWords.join("|")})\\b(?= (?:percentage points?|per ?cent|points?|more|fewer|[a-z]+)))( ?%| ?per ?cent(?!age)| ?percentage points?| ?pp\\b| ?% ?points?)?`,
    "gi",
  );
  return [...clause.matchAll(written)].flatMap((match): NumberClaim[] => {
    const [words, sign = "", digits = "", unitWords = ""] = match;
    const end = match.index + words.length;
    const spelt = numberWords.indexOf(digits.toLowerCase());
    const next = /^ ([a-z]+)/i.exec(clause.slice(end))?.[1] ?? "";
    // "one incident" is no claim; "three percentage points", "four more" and "eight homicides" are.
    if (spelt >= 0 && unitWords === "" && !/^(more|fewer)$/.test(next) && !(spelt > 1 && own.includes(stem(next))))
      return [];
    const plain = spelt >= 0 ? String(spelt) : digits.replaceAll(",", "");
    const before = clause.slice(0, match.index);
    const after = clause.slice(end);
    const [, word = "", softened = ""] =
      /\b(by|to|at|from|of|with)\s+((?:(?:an?|only|just|around|about|nearly|almost|some|over|minor|minimal|further|approximately|the|roughly) )*)$/i.exec(
        before,
      ) ?? [];
    const seen = seenIn(clause);
    const direction =
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
    const part =
      word.toLowerCase() === "by" || isRise || (direction && direction.at > match.index) || toBaseline
        ? "by"
        : /^(to|at|from)$/i.test(word)
          ? "level"
          : undefined;
    return [
      {
        ...spot(words, match.index),
        ...{ type: "number", unit, part, number: exact(plain), places: plain.split(".")[1]?.length ?? 0 },
        direction: /[-−]/.test(sign)
          ? "down"
          : toBaseline
            ? /above|higher|over/i.test(toBaseline)
              ? "up"
              : "down"
            : direction?.direction,
        negated: direction?.negated ?? false,
        side: sideOf(sides, match.index, before, after),
        roughly:
          /around|about|nearly|almost|some|over|approximately|roughly/i.test(softened) ||
          /\b(around|about|nearly|almost|over|approximately|roughly) $/i.test(before),
        base: base === undefined ? undefined : exact(base.replaceAll(",", "")),
      },
    ];
  });
}

/** Whose a number is: of what was named last before it, or right after it; nothing where nothing is named. */
function sideOf(sides: readonly Mention[], at: number, before: string, after: string): Side | undefined {
  const following =
    /^[\s)]*(?:%\s*)?(?:for|in|across|among|seen in|recorded in)?\s*(?:the|its)?\s*(msg|msf|most similar|similar forces)/i.test(
      after,
    );
  if (following) return "group";
  const last = sides.filter((mention) => mention.at < at && mention.by === "name").at(-1);
  // "to supersede the MSG with 11.7 %" is not of the MSG.
  return last && / with\s*$/.test(before) && last.side === "group" ? undefined : last?.side;
}

function directionsIn(
  clause: string,
  sides: readonly Mention[],
  spot: SpotAt,
  numbers: readonly NumberClaim[],
): DirectionClaim[] {
  return seenIn(clause).flatMap(({ direction, at, end, text, negated }): DirectionClaim[] => {
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
  return multiples.flatMap(([pattern, plain, almost]) =>
    [...clause.matchAll(pattern)].map((match): MultipleClaim => {
      const isAlmost = /\b(almost|nearly|just under)\s*$/i.test(clause.slice(0, match.index));
      const [from, to] = isAlmost ? almost : plain;
      const later = sides.some(({ side, at }) => side === "group" && at > match.index);
      const subject = sides.filter(({ at, by }) => at < match.index && by === "name").at(-1)?.side ?? "force";
      return {
        ...spot(match[0], match.index),
        type: "multiple",
        from: exact(from),
        to: exact(to),
        ofGroup: later,
        side: subject,
      };
    }),
  );
}

function comparisonsIn(clause: string, sides: readonly Mention[], spot: SpotAt): ComparisonClaim[] {
  const found = (
    [
      [above, "above"],
      [below, "below"],
      [near, "near"],
    ] as const
  ).flatMap(([pattern, relation]) =>
    [...clause.matchAll(pattern)].map((match) => ({ relation, text: match[0], at: match.index })),
  );
  return found.flatMap(({ relation, text, at }): ComparisonClaim[] => {
    const groups = sides.filter(({ side }) => side === "group");
    const after = groups.some((mention) => mention.at > at);
    const before = groups.some((mention) => mention.at < at);
    if (!after && !before) return [];
    // "Above the 2019 baseline" compares with no group.
    if (/^\W*(the |its )?\s*(baseline|benchmark)/i.test(clause.slice(at + text.length))) return [];
    const moving =
      /\b(increas|ris|rose|fall|fell|reduc|declin|grow|drop)\w*\b[^,;]*$/i.test(clause.slice(0, at)) &&
      /^\w+ rate\b/i.test(clause.slice(at));
    const about =
      /sharper|faster|steeper|slower|sharply|steeply|quickly/i.test(text) ||
      /^similar (amount|trend|extent|degree)/i.test(clause.slice(at)) ||
      moving
        ? "change"
        : /\b(crime |homicide )?rate\b|\blevels?\b|\baverage\b|\bpercentage\b/i.test(clause)
          ? "level"
          : "either";
    return [
      {
        ...spot(text, at),
        type: "comparison",
        relation,
        about,
        subject: after ? "force" : "group",
        remained: /\b(remain(s|ed)|still|stayed)\b[^,;]*$/i.test(clause.slice(0, at)),
      },
    ];
  });
}

function periodClaims(text: string): PeriodClaim[] {
  return [...text.matchAll(periodWords)].flatMap((match): PeriodClaim[] => {
    const [words] = match;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + words.length);
    const spot = { text: words, at: match.index, clause: words };
    const short = /^(\d{2})\/(\d{2})$/.exec(words);
    const long = /^(\d{4})\/(\d{1})$/.exec(words);
    // "2023/05" is a month, and "24/7" no period.
    if (/^\d{2}\/\d{3,}$|^\d{2}\/\d$|^\d{4}\/(0\d|1[0-2])$/.test(words) && typeof parsePeriod(words) !== "object")
      return [];
    const written = short
      ? `20${short[1]}/${short[2]}`
      : long
        ? `${long[1]}/${String(Number(long[1]) + 1).slice(2, 3)}${long[2]}`
        : words.replace(/ of /i, " ");
    const said = findPeriod(written, true) ?? written;
    const period = parsePeriod(said);
    const isRolling = /months|year/i.test(words);
    const isBaseline =
      /^\s*(baseline|benchmark)/i.test(after) ||
      /\b(compar(ed|ing) (with|to)|against|than( in)?|from)( the)?( figures? (for|of))?\s*$/i.test(before);
    return [
      {
        ...spot,
        type: "period",
        period: typeof period === "object" ? period : undefined,
        as: isRolling && !isBaseline ? "rolling" : isBaseline ? "baseline" : undefined,
      },
    ];
  });
}

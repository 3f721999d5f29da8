// A comment → its sentences, each as a shape: one capital for each area, period, number and word of movement, small letters as written.

import { exact } from "../../core/number.ts";
import { type Period, periodKey } from "../../core/period.ts";
import type { SaidNumber } from "./claim.ts";
import { dayWords, periodClaims } from "./find-periods.ts";
import { mentions, type Subject } from "./mentions.ts";

/**
 * What a capital stands for: Force, Group, Measure, Pronoun; the Baseline and Current periods and any other (X); a Number,
 * a peRcentage and percentage points (Q); Up, (V) down and Still; Above, beloW and nEar.
 */
export type Letter = "F" | "G" | "M" | "P" | "B" | "C" | "X" | "N" | "R" | "Q" | "U" | "V" | "S" | "A" | "W" | "E";

export interface Atom {
  readonly letter: Letter;
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly said?: SaidNumber;
}

export interface ShapedSentence {
  readonly shape: string;
  /** The atom of each capital, by its place in the shape. */
  readonly atoms: ReadonlyMap<number, Atom>;
  readonly text: string;
  readonly at: number;
}

export interface ShapeContext extends Subject {
  readonly periods: Readonly<{ baseline?: Period; current?: Period }>;
}

/** The words that each capital stands for. */
const words: readonly (readonly [Letter, RegExp])[] = [
  [
    "U",
    /\b(?:increas(?:e|ed|es|ing)|ris(?:e|es|en|ing)|rose|gr(?:ew|own|owth|owing)|climb(?:ed|ing)|doubled|trebled|tripled|quadrupled|jumped|surged|soared|up(?= (?:by|from|to|on|at|\d))|(?<=\b(?:is|are|was|were|been) )up(?=[,.;:)]|$)|gone up|went up)\b/gi,
  ],
  [
    "V",
    /\b(?:decreas(?:e|ed|es|ing)|(?:fall(?:s|en|ing)?|fell)(?! short)|halved|shrank|plunged|slumped|cut(?= (?:by|from|to))|reduc(?:ed|tions?|ing|es)|declin(?:e|ed|es|ing)|drop(?:s|ped)?|dip(?:s|ped)?|down(?= (?:by|from|to|on|at|\d))|(?<=\b(?:is|are|was|were|been) )down(?=[,.;:)]|$)|gone down|went down)\b/gi,
  ],
  [
    "S",
    /\b(?:static|unchanged|no change|stood still|(?:stay(?:ed|s)?|remain(?:ed|s)?) (?:exactly |much )?(?:the same|stable|steady|level|flat|constant))\b/gi,
  ],
  [
    "A",
    /\b(?:higher|greater|above|exceed(?:s|ed|ing)?|supersed(?:es|ed|e)|sharper|faster|steeper|more (?:sharply|steeply|quickly))\b/gi,
  ],
  ["W", /\b(?:lower|below|slower|smaller|more slowly|less (?:sharply|steeply|quickly))\b/gi],
  ["E", /\b(?:close to|similar to|comparable (?:to|with)|in line with)\b/gi],
  ["B", /\b(?:baseline|benchmark|base year)\b/gi],
  [
    "C",
    /\b(?:this year|(?:the )?current (?:year|period)|(?:the )?(?:latest|last|past|most recent) (?:(?:12|twelve) months|year and period))\b/gi,
  ],
];
const lastYear = /\b(?:the )?(?:latest|last|past|most recent) (?:12|twelve) months\b/gi;
/** Numbers that say nothing of a figure. */
const idle =
  /\bhttps?:\/\/\S+|\bp ?[=<>≤] ?0?\.\d+|\b\d+(?:st|nd|rd|th)\b(?: (?:out )?of (?:the )?\d+)?|\b(?:last|past|previous|next) (?:\d+|twelve) months\b|\b\d+[ -]months?\b|\b24\/7\b|\b(?:999|101)(?= calls)|\btop \d+\b|\b(?:table|figure|page|section|chart|appendix|annex|paragraph|chapter|part|row|column|phase|round) \d+\b|\$?\b[A-Z]{1,3}\d+:[A-Z]{1,3}\d+/gi;
const spelt = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
/** No figure has more digits. */
const MOST_DIGITS = 40;
const numeral = new RegExp(
  `(?<![\\w.,/£$€]|per )([-−+]?)(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${spelt.join("|")})\\b(?= (?:percentage points?|per ?cent|points?|more|fewer)))( ?%| ?per ?cent(?!age)| ?percentage points?| ?pp\\b| ?% ?points?)?(?! times\\b)`,
  "gi",
);

function numberAt(match: RegExpMatchArray, text: string): SaidNumber | undefined {
  const [whole, sign = "", written = "", unitWords = ""] = match;
  const index = spelt.indexOf(written.toLowerCase());
  const digits = index >= 0 ? String(index) : written.replaceAll(",", "");
  if (digits.length > MOST_DIGITS) return undefined;
  const place = match.index ?? 0;
  const [before, after] = [
    text.slice(Math.max(0, place - 24), place),
    text.slice(place + whole.length, place + whole.length + 24),
  ];
  const [, per] = /^ (?:offences |crimes |incidents )?per (1,?000|10,?000|100,?000|1k)\b/i.exec(after) ?? [];
  return {
    number: exact(digits),
    places: digits.split(".")[1]?.length ?? 0,
    unit: /point|pp/i.test(unitWords) ? "points" : unitWords !== "" ? "%" : undefined,
    per: per === undefined ? undefined : Number(per.replace(",", "").replace(/k/i, "000")),
    roughly:
      /\b(?:around|about|nearly|almost|some|over|under|more than|less than|at least|up to|approximately|roughly|minor|minimal) $/i.test(
        before,
      ),
    bound: /\b(?:over|more than|at least|in excess of) $/i.test(before)
      ? "over"
      : /\b(?:under|less than|nearly|almost|up to) $/i.test(before)
        ? "under"
        : undefined,
    ofEvents:
      per === undefined &&
      /^ (?:more |fewer |recorded |additional )*(?:offences?|crimes?|incidents?|cases?)\b/i.test(after),
    sign: /[-−]/.test(sign) ? "down" : sign === "+" ? "up" : undefined,
  };
}

/** A sentence is no longer than this; what is, has no marks, and is read in pieces. */
const MOST_SENTENCE = 600;

/** The sentences of a comment in their shapes. */
export function shapesOf(text: string, context: ShapeContext): ShapedSentence[] {
  const blank = (pattern: RegExp, from: string): string => from.replace(pattern, (match) => " ".repeat(match.length));
  const dated = blank(dayWords, text);
  const plain = blank(idle, dated);
  const found: Atom[] = [];
  const taken = new Uint8Array(text.length);
  const take = (letter: Letter, at: number, end: number, said?: SaidNumber): void => {
    if (taken.subarray(at, end).some((one) => one > 0)) return;
    taken.fill(1, at, end);
    found.push({ letter, at, end, text: text.slice(at, end).trim(), ...(said && { said }) });
  };
  for (const { text: said, at, period } of periodClaims(dated))
    take(letterOf(period, said, context), at, at + said.length);
  for (const match of dated.matchAll(lastYear)) take("C", match.index, match.index + match[0].length);
  for (const match of plain.matchAll(numeral)) {
    const said = numberAt(match, plain);
    const letter = said?.unit === "%" ? "R" : said?.unit === "points" ? "Q" : "N";
    if (said) take(letter, match.index, match.index + match[0].length, said);
  }
  const areas = mentions(plain, context);
  for (const { side, by, at, end } of areas) if (by === "name") take(side === "group" ? "G" : "F", at, end);
  for (const [letter, pattern] of words)
    for (const match of plain.matchAll(pattern)) take(letter, match.index, match.index + match[0].length);
  for (const { by, at, end } of areas) if (by !== "name") take(by === "measure" ? "M" : "P", at, end);
  found.sort((a, b) => a.at - b.at);
  return sentencesIn(plain).map(({ at, end }) => shapeOf(plain, at, end, found));
}

const letterOf = (
  period: Period | undefined,
  said: string,
  { periods: { baseline, current } }: ShapeContext,
): Letter => {
  if (!period) return "X";
  const is = (own: Period | undefined): boolean =>
    own !== undefined &&
    (periodKey(own) === periodKey(period) ||
      (/^\d{4}$/.test(said) && monthsShared(period, own) * 2 > own.to - own.from) ||
      own.to === period.to);
  return is(baseline) ? "B" : is(current) ? "C" : "X";
};

/** A year may be said for a period that is mostly in it. */
const monthsShared = (a: Period, b: Period): number => Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;

function sentencesIn(text: string): { at: number; end: number }[] {
  const made: { at: number; end: number }[] = [];
  let at = 0;
  const add = (end: number): void => {
    for (; end - at > MOST_SENTENCE; at += MOST_SENTENCE) made.push({ at, end: at + MOST_SENTENCE });
    if (end > at) made.push({ at, end });
  };
  for (const match of text.matchAll(/[.!?;](?=\s|$)/g)) {
    add(match.index);
    at = match.index + 1;
  }
  add(text.length);
  return made;
}

function shapeOf(text: string, from: number, to: number, all: readonly Atom[]): ShapedSentence {
  let shape = "";
  let at = from;
  const atoms = new Map<number, Atom>();
  const plain = (piece: string): string =>
    piece.toLowerCase().replace(/[’]/g, "'").replace(/[–—]/g, "-").replace(/\s+/g, " ");
  for (const atom of all) {
    if (atom.at < from || atom.at >= to) continue;
    shape = `${shape}${plain(text.slice(at, atom.at))}`.replace(/ {2,}/g, " ");
    if (shape === " ") shape = "";
    atoms.set(shape.length, atom);
    shape += atom.letter;
    at = atom.end;
  }
  shape = `${shape}${plain(text.slice(at, to))}`.trimEnd();
  const lead = shape.length - shape.trimStart().length;
  return {
    shape: shape.trimStart(),
    atoms: new Map([...atoms].map(([place, atom]) => [place - lead, atom])),
    text: text.slice(from, to),
    at: from,
  };
}

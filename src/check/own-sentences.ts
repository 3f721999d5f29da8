// Comments that use the tool's own sentences about a measure: each is held to what the figures say now, word for word.

import { beginsWith } from "../report/said-in-comment.ts";

/** A sentence of a comment that begins or is built as one of the measure's own, and is none of them. */
export interface OwnFault {
  readonly said: string;
  readonly wanted: string;
}

export interface HeldToOwn {
  readonly faults: readonly OwnFault[];
  /** Those that have words left out, and no number changed: a person has to read them. */
  readonly shortened: readonly OwnFault[];
  /** How many numbers the sentences have that are right. */
  readonly numbers: number;
  /** The comment without its own sentences, right or wrong: blanks are in their place. */
  readonly rest: string;
}

/** Words of these sentences that say something else where they are exchanged. */
const exchanged: readonly (readonly [RegExp, string])[] = [
  [/\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?=\d)/g, ""],
  [/\b(?:one|two|three|four|five|six|seven|eight|nine) (?=grades?\b)/g, "# "],
  [/\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?/g, "#"],
  [/\bthe (?:year ending|# months to) (?=#)/g, ""],
  [/\b(?:up|down)\b/g, "up"],
  [/\b(?:lowest|highest)\b/g, "lowest"],
  [/\b(?:short|over)\b/g, "short"],
  [/\bat (?:least|most)\b/g, "at least"],
  [/\b(?:below|above)\b/g, "below"],
  [/\b(?:reduce|increase)\b/g, "reduce"],
  [/\b(?:not achieved|achieved|within tolerance|on track|behind|not judged)\b/gi, "achieved"],
  [/\b(?:within|beyond) the range\b/g, "within the range"],
  [/\bthe same (?:number|rate|percentage|grade)\b/g, "the same number"],
  [/\bthe # other forces\b/g, "the # forces"],
];
const shapeOf = (text: string): string =>
  exchanged.reduce((shape, [words, one]) => shape.replace(words, one), text.replace(/\s+/g, " "));

/** What follows the name of a measure, by its shape: a figure, a word and its period, or that there is none. */
const figure = String.raw`(?:-?£?-?#|less than |no figure for |(?:\S+ ){1,3}in #|[^.]*, as judged by )`;
const toFigure = new RegExp(`^.*?:(?= ${figure})`);
const isFigure = new RegExp(`^ ${figure}`);

/** How a sentence begins, by its shape: up to the colon before its figure, or its first colon; otherwise three words. */
function openingOf(sentence: string): string {
  const shape = shapeOf(sentence);
  return (toFigure.exec(shape) ?? /^[^:]*:(?= )/.exec(shape))?.[0] ?? shape.split(" ").slice(0, 3).join(" ");
}

/** The sentence that begins there, up to the next; a full stop within a number ends none. */
const sentenceFrom = (text: string, at: number): string => /^.*?[.!?](?=\s|$)|^.+$/s.exec(text.slice(at))?.[0] ?? "";

/**
 * Holds a comment to the sentences of its measure. A sentence of the comment is one of the tool's where it begins as the
 * first of them does, or is built as one of them but for numbers, periods, directions and verdicts; and, after such a
 * sentence, where it begins as one of any measure of the plan does (`openings`). Every other sentence is the author's.
 */
export function heldToOwn(text: string, own: readonly string[], openings: ReadonlySet<string>): HeldToOwn {
  const comment = text.replace(/\s+/g, " ");
  const shapes = own.map((one) => ({ one, shape: shapeOf(one), opening: openingOf(one) }));
  const longest = 2 * Math.max(0, ...own.map((one) => one.length)) + 200;
  const faults: OwnFault[] = [];
  const shortened: OwnFault[] = [];
  let [numbers, rest, at, isAfterOwn] = [0, "", 0, false];
  const take = (words: string, kept: string): void => {
    rest += kept;
    at += words.length;
  };
  while (at < comment.length) {
    const here = comment.slice(at, at + longest);
    const blank = /^\s+/.exec(here)?.[0];
    if (blank !== undefined) {
      take(blank, blank);
      continue;
    }
    const right = own.find((one) => beginsWith(here, one));
    if (right !== undefined) {
      numbers += numbersIn(right);
      take(right, " ".repeat(right.length));
      isAfterOwn = true;
      continue;
    }
    const said = sentenceFrom(comment, at);
    const shape = shapeOf(here);
    const built = shapes.find((one) => shape.startsWith(one.shape))?.one;
    const begun = shapes.find(({ opening }, index) => {
      const isCertain = isAfterOwn || (index === 0 && isFigure.test(shape.slice(opening.length)));
      return isCertain && shape.startsWith(opening);
    })?.one;
    const isOther = isAfterOwn && [...openings].some((one) => shape.startsWith(one));
    isAfterOwn = built !== undefined || begun !== undefined || isOther;
    if (!isAfterOwn) {
      take(said, said);
      continue;
    }
    const whole = built === undefined ? said : alike(here, built);
    const wanted = built ?? begun ?? own.at(-1) ?? "";
    const left = built === undefined ? leftOut(said, wanted) : undefined;
    if (left === "a period") numbers += numbersIn(said);
    else (left === "words" ? shortened : faults).push({ said: whole, wanted });
    take(whole, " ".repeat(whole.length));
  }
  // Of a comment that has none, the author's lines are kept.
  const isOwn = faults.length + shortened.length > 0 || rest !== comment;
  return { faults, shortened, numbers, rest: rest.trim() === "" ? "" : isOwn ? rest : text };
}

const numbersIn = (text: string): number => text.match(/\d+(?:[.,:]\d+)*/g)?.length ?? 0;

/** "In the year ending March 2018", "in 2019": a sentence without it says the same of its numbers. */
const inPeriod =
  / in (?:the (?:year ending|\d+ months to) )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?\d{4}(?=[,. ])(?! to )/g;
/** Words without which a sentence says something else. */
const telling = /^(?:not|no|less|than|within|beyond|below|above|other|up|down|short|over|behind|at|\W*)$/i;

/** What a sentence leaves out of the tool's, where it adds and changes nothing; nothing where it does. */
function leftOut(said: string, wanted: string): "a period" | "words" | undefined {
  const escaped = wanted.split(inPeriod).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const periods = [...wanted.matchAll(inPeriod)].map(([words]) => `(?:${words})?`);
  if (new RegExp(`^${escaped.map((piece, place) => piece + (periods[place] ?? "")).join("")}$`).test(said))
    return "a period";
  const words = said.replace(/\.$/, "").split(" ");
  let at = 0;
  for (const word of wanted.replace(/\.$/, "").split(" ")) {
    if (words[at]?.replace(/,$/, "") === word.replace(/,$/, "")) at += 1;
    else if (at < words.length && telling.test(word)) return undefined;
  }
  return at === words.length ? "words" : undefined;
}

/** As many sentences of the text as the one that is meant has. */
function alike(said: string, meant: string): string {
  let end = 0;
  for (let at = 0; at < meant.length; ) {
    at += sentenceFrom(meant, at).length;
    end += sentenceFrom(said, end).length;
    if (at >= meant.length || end >= said.length) break;
    at += 1;
    end += 1;
  }
  return said.slice(0, end);
}

/** The ways in which the sentences of a plan's measures begin, and those about aims that it may have had before. */
export const openingsOf = (sentences: readonly string[]): ReadonlySet<string> =>
  new Set([...sentences.map(openingOf), ...ofAims]);
const ofAims = ["Aim to ", "Aim of ", "Aim:", "No aim is set", "Target:", "Rank in "].map(shapeOf);

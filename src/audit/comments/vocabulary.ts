// The words that comments use: directions, multiples, comparisons, periods, and what is no claim at all.

export type Direction = "up" | "down" | "still";

export const directions: readonly (readonly [RegExp, Direction])[] = [
  [
    /\b(increas(e|ed|es|ing)|ris(e|es|en|ing)|rose|grew|grown|growth|climb(ed|ing)|up(?= (by|from|to|\d))|gone up|went up|more(?= than (in|the)))\b/gi,
    "up",
  ],
  [
    /\b(decreas(e|ed|es|ing)|fall(s|en|ing)?|fell|reduc(ed|tions?|ing|es)|declin(e|ed|es|ing)|drop(s|ped)?|dip(s|ped)?|down(?= (by|from|to|\d))|gone down|went down|fewer|less(?= than (in|the))|(?<=\d ?% )less)\b/gi,
    "down",
  ],
  [/\b(static|unchanged|no change|(remained|stayed) (at|the same)|stood still)\b/gi, "still"],
];
/** How many times as much each word says, as ratios from and to, plain and with "almost" before it. */
export const multiples: readonly (readonly [
  RegExp,
  plain: readonly [string, string],
  almost: readonly [string, string],
])[] = [
  [/\b(doubl(ed|e|ing)|twice)\b/gi, ["1.9", "2.5"], ["1.7", "2"]],
  [/\b(tripl(ed|e)|trebl(ed|e))\b/gi, ["2.8", "3.5"], ["2.6", "3"]],
  [/\bquadrupled?\b/gi, ["3.8", "4.5"], ["3.5", "4"]],
  [/\bhalved\b/gi, ["0.4", "0.525"], ["0.5", "0.6"]],
];
export const above =
  /\b(higher|greater|above|exceed(s|ed|ing)?|supersed(e|es|ed)|sharper|faster|steeper|more (sharply|steeply|quickly)|worse)\b/gi;
export const below = /\b(lower|below|slower|smaller|more slowly|less (sharply|steeply|quickly))\b/gi;
export const near = /\b(close to|near(?! (to )?(future|the end))|similar (?!group|forces)|comparable|in line with)\b/gi;

const monthNames =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** A name of a month, whole or cut short. */
export const monthPattern = new RegExp(`^${monthNames}$`, "i");
const monthYear = `${monthNames}[ -]*(?:of )?'?(?:20)?\\d{2}\\b`;
/** Periods in a sentence, the longest words first. */
export const periodPattern = new RegExp(
  `(?:(?<!\\d)\\d+ months (?:to|ending)|year (?:ending|to)|ye) ${monthYear}|${monthYear} ?(?:to|-|–) ?${monthYear}|mid-20\\d\\d|(?:20)?\\d{2}/\\d{1,4}\\b|${monthYear}|\\b(?:19|20)\\d{2}\\b`,
  "gi",
);
/** The day of a date: "1 May 2023". */
export const dayWords = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?= (?:of )?${monthNames}\\b)`, "gi");
/** Numbers that say nothing of a figure. */
export const idle =
  /\bp ?[=<>≤] ?0?\.\d+|\bper (1|10|100),?000\b|\bper 1k\b|\b\d+(st|nd|rd|th)\b|\b(last|past|previous|next) (\d+|twelve) months\b|\b\d+[ -]months?\b|\b24\/7\b|\b(999|101)(?= calls)|\btop \d+\b|\b(table|figure|page|section|chart|appendix|annex|paragraph|chapter|part|row|column|phase|round) \d+\b/gi;
export const numberWords = [
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
/** A direction that is wished for is not one that was seen. */
export const wished =
  /\b(to|will|would|should|could|can|may|might|aim(s|ed|ing)?|want(s|ed)?|hope[ds]?|target(s|ed)?|if|as aimed|under)(?<!\bcontinu(?:e|es|ed|ing) to)( (be|see|a|an|the|that this))*\s*$/i;
export const negation =
  /\b(not|no|never|without|hasn't|haven't|isn't|wasn't|didn't|hasn’t|haven’t|isn’t|wasn’t|didn’t)( \w+){0,3}\s*$/i;
export const between =
  /^(\W|\b(has|have|had|is|are|was|were|been|be|also|again|still|now|remain(s|ed|ing)?|stay(s|ed)?|stood|and|its|both|not|never|did|does|do|continu(e|es|ed|ing)|to|seen|saw|see|sees|recorded|a|an|the|slight|small|sharp|marked|minor|overall|average|averages?|volume|levels?|rates?|of|in|for|forces|group|crimes?|offences|incidents|percentage|figure|number|perception|standard|trend|which|that|year|by)\b|\b\w+ly\b)*$/i;

export const groupPattern =
  "\\b(?:msg|msf|most similar (?:group|forces)|similar forces|peers|peer group|group average|the group(?=['’]s\\b| (?:as a whole|mean|figure|rate|fell|rose|saw|recorded|was|is|had)\\b))";

/** Words before a number that it is passed by, and words that it is not reached by. */
export const wordsForOver = /\b(over|more than|at least|in excess of)\s*$/i;
export const wordsForUnder = /\b(under|less than|nearly|almost|up to)\s*$/i;
/** "574 more burglaries", "47 fewer". */
export const moreWords: readonly (readonly [RegExp, Direction])[] = [
  [/^ (more|additional|extra)\b/i, "up"],
  [/^ (fewer|less)\b/i, "down"],
];
/** Nouns that a count of any measure is of. */
export const countNouns = /^(offences?|crimes?|incidents?|cases?|reports?)$/i;
/** A number beside such words is of a part of the measure, or of something done about it. */
export const partWords =
  /\b(of (which|these|those|the)|includ\w+|involv\w+|relat\w+|each|every|an? (day|week|month)|average|mean|linked|repeat|detect\w+|solved|charged|arrest\w*|victims?|outcomes?|further)\b/i;
/** A number above or below the group's: "10% above", "exceeds that of the MSG by". */
export const gapAfter = /^\s*(above|below|higher|lower|greater|smaller)\b/i;
export const gapBefore = /\b(above|below|higher|lower|greater|smaller|exceed\w*|over|under)\b.*\bby\s+(\w+ )?$/i;
/** A level against that of a period: "still below 2019 levels", "lower than in the baseline". */
export const againstPeriod = new RegExp(
  `\\b(?:(higher|greater|above)|lower|smaller|below)(?: than)?(?: (?:in|the|its|for|levels?|figures?|those|that|of|recorded|seen))* (?:${periodPattern.source}|baseline|benchmark|base year)\\b`,
  "gi",
);
/** Words for the baseline and the current period without a date. */
export const baselineSaid = /\b(baseline|benchmark|base year)\b/i;
export const currentSaid =
  /\b(this year|current (year|period|figures?)|(?:latest|most recent) (?:year|period|(?:12|twelve) months))\b/i;
/** Names that a county's begins with, and that are of a town of it. */
export const countyTowns =
  /^(gloucester|leicester|lincoln|bedford|northampton|nottingham|derby|stafford|warwick|hertford|cambridge|lancaster|durham|worcester|hereford|shrewsbury|oxford|york)$/i;

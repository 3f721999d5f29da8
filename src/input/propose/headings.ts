// What headings say: words over a column, in one or several rows, and what kind of column they are of.

import type { Record } from "../csv/csv.ts";

/** The words over a column, the nearest first: its heading, units below it, headings over several columns. */
export function spannedBy(
  column: number,
  header: Record | undefined,
  units: Record | undefined,
  above: readonly Record[],
): readonly string[] {
  const spanning = ({ cells }: Record): string => {
    const at = cells.slice(0, column + 1).findLastIndex((cell) => cell.trim() !== "");
    // A lone cell over the first column is a title, and of no column.
    const isTitle = cells.filter((cell) => cell.trim() !== "").length === 1 && at === 0;
    return at < 0 || isTitle ? "" : (cells[at] ?? "");
  };
  const own = header?.cells[column] ?? "";
  const exact = above
    .toReversed()
    .map(({ cells }) => cells[column] ?? "")
    .find((cell) => cell.trim() !== "");
  if (own.trim() === "" && exact !== undefined)
    return [exact, ...above.toReversed().map(spanning)]
      .map(plain)
      .filter((words, at, all) => words !== "" && all.indexOf(words) === at);
  return [
    own.trim() === "" && header && column > 0 ? spanning(header) : own,
    units ? spanning(units) : "",
    ...above.toReversed().map(spanning),
  ]
    .map(plain)
    .filter((words) => words !== "");
}

const plain = (words: string): string => words.replace(/\s+/g, " ").trim();

/** A heading as words: "BoroughName" and "force_name" are "borough name" and "force name". */
export const spoken = (heading: string): string =>
  heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** Kinds of heading that are no figures, each with what is said of the column that is left out. */
const others: readonly (readonly [RegExp, string])[] = [
  [
    /\b(lat|lon|lng|long|latitude|longitude|easting|northing|eastings|northings|x ?coord.*|y ?coord.*|coordinates?)\b/,
    "a coordinate",
  ],
  [/\b(std|standard) ?err(or)?s?\b|\bs\.?e\.?\b|\bstandard deviation\b|\bdesign effect\b|\bcv\b/, "a standard error"],
  [/\b(conf|confidence|ci|lci|uci|lcl|ucl|lower|upper|margin)\b|\+\/-|±/, "a confidence limit"],
  [/\b(unweighted|weighted (count|base)|sample size|respondents)\b|\bbase\b/, "a base"],
  [/\b(change|difference|variance|percentage points|pp)\b/, "a change"],
  [/\b(sq\.? ?(k?m|miles?)|hectares?|density|area \()|\bpeople per\b/, "an area or a density"],
  [/\brank(ing)?\b/, "a rank"],
  [/\b(p-?value|significan(t|ce))\b/, "a significance"],
];

/** "Number", "%", "per 1,000": a heading that says no more than a unit; what it is of stands elsewhere. */
export const isUnit = (words: string): boolean =>
  /^\(?(no\.?|numbers?|counts?|totals?|values?|figures?|amounts?|%|per ?cent.*|percentages?|rates?|estimates?|.*\bper \S*\d.*|headcount|fte)\)?$|^number (of|per) /i.test(
    words,
  );

/** What a column is by the words over it, where it holds no figures of a period. */
export function otherSaid([own = "", ...above]: readonly string[]): string | undefined {
  const said = spoken(isUnit(own) ? [own, ...above].join(" | ") : own);
  return others.find(([pattern]) => pattern.test(said))?.[1];
}

/** Whether a heading is of an identifier: of a record, a place or a code. */
export const isIdHeading = (heading: string): boolean =>
  /(^|\s)(id|ids|ref|reference|uprn|usrn|urn|postcode|index|fid|object ?id|code|codes|key|hash|row|no|no\.|#)$|^(id|ref|code|uprn)\s|refno$|^#$/.test(
    spoken(heading),
  ) && !/\bnumber of\b/.test(spoken(heading));

/** Whether a heading is that of counts: "count", "total searches", "offences". */
export const saysCount = (heading: string): boolean =>
  /^(n|number|values?|freq(uency)?|figures?|amount)$|\b(counts?|totals?|offences|crimes|incidents|calls|arrests|searches|stops|deaths|records|events|collisions|outcomes)$|^(counts?|totals?)\b|\bnumber of (offences|crimes|incidents|calls|arrests|searches|stops|deaths|records|events|collisions|outcomes|times)\b/.test(
    spoken(heading),
  );

/** Whether a heading is of areas, and not of their codes. */
export const isAreaHeading = (heading: string): boolean =>
  /\b(area|force|district|borough|partnership|authority|region|geography|county|csp|pfa|local authority|ward|neighbourhood|beat|country|place|reported by|appropriate authority|constabulary)\b/.test(
    spoken(heading),
  ) && !/\b(types?|use|tactics?|category|code) of\b|\b(type|number|count|total)s?\b/.test(spoken(heading));

const demographic = /\b(sex|gender|age|aged|ethnic\w*|religion|disab\w*|nationality|weekday|day|hour)\b|band$/;
const strong =
  /\b(offence|crime|crimes|minor ?text|minor|measure|indicator|series|variable|var|question|topic|tactic|severity|object of search)\b|^outcome type$/;
const weak = /\b(type|category|group|outcome|reason|subgroup|description|text|statistic)\b/;

/** Whether a heading is an age or a band of ages. */
export const isAgeHeading = (heading: string): boolean =>
  /^(aged?|ages)?\s*\d{1,3}\s*(\+|years?( (and|or) over)?|((-|–|to)\s*\d{1,3})?( years)?|(and|or) over)?$|^under \d|^\d+ (and|or) over|^ages?d? \d/.test(
    spoken(heading),
  );

/** How much a heading is that of what the figures are of: from -1, of a dimension of people, to 2. */
export function seriesScore(heading: string): number {
  const said = spoken(heading);
  if (demographic.test(said)) return -1;
  if (strong.test(said)) return 2;
  return weak.test(said) ? 1 : 0;
}

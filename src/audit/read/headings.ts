// The words of headings → what their columns hold. The patterns are data: the first that fits says the kind.

import { findPeriod } from "../../core/heading-period.ts";
import { nameKey } from "../../core/names.ts";
import { type Period, parsePeriod } from "../../core/period.ts";

/** Kinds of a level, which a baseline and a current column hold. */
const levelKinds = ["count", "rate", "percent", "value", "population", "base"] as const;
/** Kinds of a change from the one to the other. */
const changeKinds = ["variance", "percent-change", "rate-difference", "points", "difference"] as const;
const textKinds = ["measure", "aim", "verdict", "comment", "priority", "other"] as const;

export type LevelKind = (typeof levelKinds)[number];
export type ChangeKind = (typeof changeKinds)[number];
export type HeadingKind = LevelKind | ChangeKind | (typeof textKinds)[number];
export type PeriodRole = "baseline" | "current";

export const isLevel = (kind: HeadingKind): kind is LevelKind => (levelKinds as readonly string[]).includes(kind);
export const isChange = (kind: HeadingKind): kind is ChangeKind => (changeKinds as readonly string[]).includes(kind);

/** Kinds in words, for messages. */
export const kindWords: Readonly<Record<HeadingKind, string>> = {
  count: "number",
  rate: "rate",
  percent: "percentage",
  value: "value",
  population: "population",
  base: "base",
  variance: "variance",
  "percent-change": "% difference",
  "rate-difference": "difference in rate",
  points: "difference in percentage points",
  difference: "difference",
  measure: "measure",
  aim: "aim",
  verdict: "verdict",
  comment: "comment",
  priority: "priority",
  other: "nothing that is checked",
};

/** Each list of kinds is of what a heading may mean, the likeliest first; the figures decide among them. */
const patterns: readonly (readonly [RegExp, readonly HeadingKind[]])[] = [
  [/\((shorthand|status|note)\)$|^(ignore|nothing)$/, ["other"]],
  [/^(plan )?priorit(y|ies)\b/, ["priority"]],
  [/\bcomment(s|ary)?\b|\bnarrative\b/, ["comment"]],
  [/\b(target|objective|goal)s?\b.*\b(achiev\w*|met|reached|hit|missed)\b|^(on|met|hit) (target|aim)\b/, ["verdict"]],
  [/^(target|objective|goal|ambition)s?$|^(desired |intended |required )?direction (sought|wanted|desired)$/, ["aim"]],
  [
    /\b(significan\w+|confidence interval|limits?|rank(ed|ing)?|reading|in line|chance|reliab\w+|owner|source|trend|milestone|target|tolerance|judged|basis|spread|funnel|due|on track)\b/,
    ["other"],
  ],
  [
    /\baim\b.*\b(being|achiev\w*|met|delivered|result)\b|\bachieved\b|^(overall )?(verdict|status|rag( rating)?|outcome|result)\b/,
    ["verdict"],
  ],
  [/^(aims?: )?(the )?aims?( to)?$|^(aim|desired|good) (is|direction)\b|^direction( of travel)?$/, ["aim"]],
  [/percent(age)?[- ]points?|% ?points?|\bpp(t|ts|s)?\b/, ["points"]],
  [
    /(%|\bper ?cent(age)?) ?(rate )?(difference|diff|change|chg|variance|var|movement|increase|decrease)\b|\b(difference|diff|change|chg|variance|var)( in)? ?\(?(%|per ?cent)/,
    ["percent-change", "points"],
  ],
  [
    /\b(difference|diff|change|variance)\b.*\brates?\b|\brates? (difference|diff|change|variance)\b/,
    ["rate-difference"],
  ],
  [
    /\b(difference|change|variance) in (the )?(no\b|numbers?|volume|counts?)|\b(numeric(al)?|volume) (difference|diff|change)\b/,
    ["variance"],
  ],
  [/\b(variance|difference|change) in ([£€$]|people|pounds|seconds|minutes|hours|days)/, ["difference"]],
  [
    /\b(variance|var|difference|diff|change|chg|movement)\b|\+ ?\/ ?-/,
    ["variance", "rate-difference", "points", "difference"],
  ],
  [/\brates?\b|\bper (1|10|100)[ ,]?000\b|\bper (thousand|1k)\b/, ["rate", "rate-difference"]],
  [/\bpopulation\b|\bresidents\b/, ["population"]],
  [/\b(un)?weighted (base|count)\b|\bbase\b|\brespondents\b|\bsample( size)?\b|^n$/, ["base"]],
  [/^\(?(%|per ?cent)\)?$/, ["percent", "percent-change", "points"]],
  [/%|\bper ?cent(age)?s?\b|\bproportion\b|\bshare\b/, ["percent", "points"]],
  [/[£€$]|\b(seconds?|minutes?|hours?|days|pounds|mean|median|score|index|value)\b|\bpeople$/, ["value"]],
  [
    /\bnos?\b|\bnumbers?\b|\bcounts?\b|\bvolumes?\b|\brecorded\b|\bincidents\b|\boffences\b|\bcrimes\b|\bcases\b|\btotal\b/,
    ["count"],
  ],
];

const baselineWords = /\b(baseline|base ?line|previous|prior|earlier|before|benchmark|base year|last year)\b/;
const currentWords = /\b(current|most recent|recent|latest|later|now|this year)\b/;
/** Of the current period, unless another word or a date says of which. */
const toDate = /\b(to date|f?ytd)\b/;
/** What belongs to no name of an area. */
const filler =
  /\b(data|year to date|last year|this year|f?ytd|to date|year|years|baseline|benchmark|previous|prior|earlier|later|most recent|recent|current|latest|v|vs|versus|to|no|nos|numbers?|recorded|counts?|volumes?|incidents|offences|crimes|cases|total|rates?|percent(age)?s?|proportion|share|points?|pp|ppts?|difference|diff|change|chg|variance|var|movement|numeric(al)?|population|residents|people|base|unweighted|weighted|respondents|sample|size|witness(es|ed)?|experienced|thousand|1k|seconds?|minutes?|hours?|days|pounds|mean|median|score|index|value|measure(ment)?|average(?= [£€$]))\b|%|[£€$]|\bper ?cent(age)?\b|\([^)]*(\d|current|baseline|previous|%|no\.|number|ons)[^)]*\)|\b(1|10|100)[ ,]?000\b|[+:;,./*?()-]/g;
const groupWords =
  /\b(msg|msf|most similar|similar forces|peers?|family|average|england|wales|national(ly)?|region(al)?|group|\d+ forces|all forces)\b/;

/** The population that a rate is of: 1,000 where the heading does not say. */
const perWords: readonly (readonly [RegExp, number])[] = [
  [/\bper 100[ ,]?000\b/, 100_000],
  [/\bper 10[ ,]?000\b/, 10_000],
  [/\bper (million|1[ ,]?000[ ,]?000)\b/, 1_000_000],
];

const changeWords = /\b(change|chg|difference|diff|variance|var|movement)\b/;
const changedKinds: Readonly<Partial<Record<HeadingKind, readonly HeadingKind[]>>> = {
  count: ["variance"],
  rate: ["rate-difference"],
  percent: ["percent-change", "points"],
  value: ["difference"],
};

/** What the words of a heading say of its column; what they do not say is left out. */
export interface HeadingWords {
  readonly kinds: readonly HeadingKind[];
  readonly when?: PeriodRole;
  readonly period?: Period;
  readonly area?: string;
  /** Of a rate, the population that it is per. */
  readonly per: number;
  /** Of a % difference, what it is of, where the heading says it. */
  readonly of: "count" | "rate" | undefined;
  /** Of a value, its unit: "£", "seconds". */
  readonly unit: string;
  /** Of a base, that answers were weighted, so that no percentage can be counted back to persons. */
  readonly unweighted: boolean;
}

/** Reads a heading, with the one above it: "Rate per 1000 population: Glos." below "Baseline year data (2019)". */
export function spokenBy(heading: string, group: string): HeadingWords {
  const [own, above] = [words(heading), words(group)];
  const said = kindsOf(own, periodOf(heading) !== undefined) ?? (own === "" ? kindsOf(above, false) : undefined) ?? [];
  // "Change" over "number" is the variance.
  const moved = changeWords.test(above) && whenOf(above) === undefined;
  const kinds = (moved && changedKinds[said[0] ?? "other"]) || said;
  const change = isChange(kinds[0] ?? "other");
  const when = change ? undefined : (whenOf(own) ?? whenOf(above));
  const period = periodOf(heading) ?? periodOf(group);
  const area = areaOf(heading) ?? areaOf(group.includes(":") ? group : "");
  return {
    kinds,
    per: perWords.find(([pattern]) => pattern.test(own))?.[1] ?? 1_000,
    of: /\brates?\b/.test(own) ? "rate" : /\b(volumes?|no|numbers?|counts?)\b/.test(own) ? "count" : undefined,
    unit:
      kinds[0] === "value" || kinds[0] === "difference"
        ? (/[£€$]|\b(people|pounds|seconds?|minutes?|hours?|days)\b/.exec(own)?.[0] ?? "")
        : "",
    unweighted: /\b(un)?weighted\b/.test(own),
    ...(when && { when }),
    ...(period && { period }),
    ...(area !== undefined && { area }),
  };
}

const words = (text: string): string => nameKey(text).replace(/[–—]/g, "-");

/** "Change: Gloucestershire difference in rate", "Aim: achieved?": what stands last says the most. */
function kindsOf(own: string, dated: boolean): readonly HeadingKind[] | undefined {
  // "MSG (mean of rates)" says how its figure is made, not what it is.
  const plain = own.replace(/\((?![^)]*\b(points?|per ?cent))[^)%£€$\d]*\)/g, "");
  for (const part of [...plain.split(/: ?/).reverse(), plain, own]) {
    const found = part === "" ? undefined : patterns.find(([pattern]) => pattern.test(part))?.[1];
    if (found) return found;
  }
  return dated ? ["count", "percent", "rate"] : undefined;
}

/** Nothing where the words are of both, as "(current v baseline)" is. */
function whenOf(text: string): PeriodRole | undefined {
  const baseline = baselineWords.test(text);
  const current = currentWords.test(text) || (!baseline && toDate.test(text) && !/\d/.test(text));
  return baseline === current ? undefined : baseline ? "baseline" : "current";
}

function periodOf(text: string): Period | undefined {
  for (const part of [
    text,
    ...text.split(": "),
    ...[...text.matchAll(/\(([^)]*)\)/g)].map(([, inner = ""]) => inner),
  ]) {
    const said = findPeriod(part.replace(/ ?source:.*$/i, ""), false);
    const period = said === undefined ? undefined : parsePeriod(said);
    if (typeof period === "object") return period;
  }
  const dated = yearWords.exec(text)?.[0];
  const year = dated === undefined ? undefined : parsePeriod(dated);
  return typeof year === "object" ? year : undefined;
}
/** Small words that a name neither begins nor ends with. */
const edges = /^((of|the|in|for|and|per|by|all)( |$))+|(( |^)(of|the|in|for|and|per|by))+$/g;
const yearWords = /\b(19|20)\d\d(\/\d\d(\d\d)?)?\b(?![,\d])/;

/** What is left of a heading without the words of its kind: the name of an area. */
function areaOf(heading: string): string | undefined {
  const parts = words(heading)
    .replace(/\bsource:?.*$/, "")
    .split(/: ?/);
  const said = [parts.at(-1) ?? "", parts.join(" ")].map((part) => {
    const period = findPeriod(part, false);
    const plain = period === undefined ? part : part.replace(period.toLowerCase(), " ");
    return plain.replace(yearWords, " ").replace(filler, " ").replace(/\s+/g, " ").trim().replace(edges, "");
  });
  const area = said.find((part) => part !== "");
  return area === "" || area === undefined || !/[a-z]{2}/.test(area) ? undefined : area;
}

/** Whether an area is one to compare with rather than the force itself. */
export const isGroup = (area: string): boolean => groupWords.test(area.toLowerCase());

/** "glos" and "gloucestershire", "msg" and "most similar group": the letters of the one, in order, are in the other. */
export function abbreviates(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (short.length < 3 || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of short.replace(/[ .]/g, "")) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Words that no heading ends with; one that does was cut off. */
export const cutOff = /\b(is|are|being|to|of|the|and|or|by|for|with|per|v|vs|from|in|at|has been|current)$/i;

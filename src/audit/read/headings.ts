// The words of headings → what their columns hold. The patterns are data: the first that fits says the kind.

import { nameKey } from "../../core/names.ts";
import type { Period } from "../../core/period.ts";
import { type PeriodRole, periodsIn, type SaidPeriods, type TimeSpan } from "./heading-periods.ts";

/** Kinds of a level, which a baseline and a current column hold. */
const levelKinds = ["count", "rate", "percent", "value", "population", "base"] as const;
/** Kinds of a change from the one to the other. */
const changeKinds = ["variance", "percent-change", "rate-difference", "points", "difference"] as const;
const textKinds = ["measure", "aim", "target", "verdict", "side", "rank", "comment", "priority", "other"] as const;

export type LevelKind = (typeof levelKinds)[number];
export type ChangeKind = (typeof changeKinds)[number];
export type HeadingKind = LevelKind | ChangeKind | (typeof textKinds)[number];

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
  target: "target",
  verdict: "verdict",
  side: "above or below the group",
  rank: "rank",
  comment: "comment",
  priority: "priority",
  other: "nothing that is checked",
};

/** Each list of kinds is of what a heading may mean, the likeliest first; the figures decide among them. */
const patterns: readonly (readonly [RegExp, readonly HeadingKind[]])[] = [
  [/\((shorthand|status|note)\)$|^(ignore|nothing|behind|table)$|^beside\b/, ["other"]],
  // "2023 as % of 2019" is no share, nor is "% better"; and a population in thousands is no number of persons.
  [
    /(%|\bper ?cent(age)?|\bshare|\bproportion) of( the)?( baseline)?$|\bbetter\b.*\bworse\b|\bpopulation\b.*(\b|')(000s?|thousands?|millions?|m)\b/,
    ["other"],
  ],
  // A fall is printed with its sign turned round, or not.
  [/\b(reduction|decrease|fall)\b(?!.*\b(change|achiev\w*|met|target|aim)\b)/, ["other"]],
  [/^(plan )?priorit(y|ies)\b/, ["priority"]],
  [/\bcomment(s|ary)?\b|\bnarrative\b/, ["comment"]],
  [/\b(target|objective|goal)s?\b.*\b(achiev\w*|met|reached|hit|missed)\b|^(on|met|hit) (target|aim)\b/, ["verdict"]],
  [/\bmet (the )?(target|aim)s?\b/, ["verdict"]],
  [/^(target|goal|ambition)s?( (level|value|figure|number|percentage))?$/, ["target"]],
  [
    /^objectives?$|^(desired|intended|required) direction( of travel)?$|^direction (sought|wanted|desired)$|^aspiration$/,
    ["aim"],
  ],
  [/\b(rank|ranked|ranking)\b|^position (in|within)\b|\b(msg|msf|group|national) position\b/, ["rank"]],
  [
    /^(compared (with|to)|against|versus|vs\.?|relative to|position against) (the )?(msg|msf|most similar|peers?|national|england|group)|\babove\b.*\bbelow\b/,
    ["side"],
  ],
  [
    /\b(significan\w+|confidence interval|limits?|reading|in line|chance|reliab\w+|owner|source|trend|milestone|target|tolerance|judged|basis|spread|funnel|due|on track|rag|unit|direction)\b/,
    ["other"],
  ],
  [
    /\baim\b.*\b(being|achiev\w*|met|delivered|result)\b|\bachieved\b|^(overall )?(verdict|standing|status|rag( rating)?|outcome|result)\b/,
    ["verdict"],
  ],
  [/^(aims?: )?(the )?aims?( to)?$|^(aim|desired|good) (is|direction)\b/, ["aim"]],
  [/percent(age)?[- ](points?|pts?)|% ?(points?|pts?)\b|\bpp(t|ts|s)?\b/, ["points"]],
  [
    /(%|\bper ?cent(age)?) ?(change|difference|diff|variance|movement) in (the )?rates?\b|\brates? (%|per ?cent(age)?) ?(change|diff|difference)\b/,
    ["percent-change"],
  ],
  [
    /(%|\bper ?cent(age)?) ?(rate )?(difference|diff|change|chg|variance|var|movement|increase|decrease)\b|\b(difference|diff|change|chg|variance|var)( in)? ?\(?(%|per ?cent)/,
    ["percent-change", "points"],
  ],
  [
    /\b(difference|diff|change|variance)\b.*\brates?\b|\brates? (difference|diff|change|variance)\b/,
    ["rate-difference"],
  ],
  [
    /\b(difference|change|variance) in (the )?(no\b|numbers?|volume|counts?)|\b(numeric(al)?|vol|volume) (difference|diff|change|chg)\b/,
    ["variance"],
  ],
  [/\b(variance|difference|change) in ([£€$]|people|pounds|seconds|minutes|hours|days)/, ["difference"]],
  [
    /\b(variance|var|difference|diff|change|chg|movement|increase)\b|\+ ?\/ ?-/,
    ["variance", "rate-difference", "points", "difference"],
  ],
  [/\brates?\b|\bper (1|10|100)[ ,]?000\b|\bper (thousand|1k)\b/, ["rate", "rate-difference"]],
  [
    /(%|\bper ?cent(age)?\b|\bshare\b|\bproportion\b).*\b(population|residents)\b|\b(population|residents)\b.*(%|\bper ?cent(age)?\b|\bshare\b)/,
    ["percent"],
  ],
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

/**
 * What is set against another area is no change over time, and "Records" no count: by all the words of a heading, for
 * "change 2019 to 2023 MSG" is a change over time, and "Records 2019" a count.
 */
const ofOthers =
  /^records$|\b(difference|diff|change|chg|variance)\b.* (to|from|with|against|v|vs|versus) (the )?(msg|msf|most|peers?|national|england|group|force|target|forecast|budget)\b/;

/** What belongs to no name of an area. */
const filler =
  /\b(data|year|years|yrs?|quarter|months?|period|resident|from|on|since|v|vs|versus|to|no|nos|numbers?|recorded|counts?|volumes?|incidents|offences|crimes?|victims|calls|reports|cases|total|rates?|percent(age)?s?|proportion|share|points?|pp|p?pts?|difference|diff|change|chg|variance|var|movement|increase|numeric(al)?|vol|population|residents|people|base|unweighted|weighted|respondents|sample|size|witness(es|ed)?|experienced|thousand|1k|seconds?|minutes?|hours?|days|pounds|mean|median|score|index|value|measure(ment)?|average|avg|pop|level|rolling|actual|agreeing|other|last|inc|dec|sum)\b|%|[£€$]|\bper ?cent(age)?\b|\([^)]*(\d|current|baseline|previous|%|no\.|number|ons)[^)]*\)|\b(1|10|100)[ ,]?000\b|[+:;,./*?()-]/g;
const groupWords =
  /\b(msg|msf|most similar|similar forces|peers?|family|england|wales|national(ly)?|region(al)?|group|\d+ forces|all forces)\b/;

/** The population that a rate is of: 1,000 where the heading does not say. */
const perWords: readonly (readonly [RegExp, number])[] = [
  [/\bper 100[ ,]?000\b/i, 100_000],
  [/\bper 10[ ,]?000\b/i, 10_000],
  [/\bper (million|1[ ,]?000[ ,]?000)\b/i, 1_000_000],
];

/** How many people a rate is per: 1,000 where its words do not say. */
export const peopleIn = (text: string): number => perWords.find(([pattern]) => pattern.test(text))?.[1] ?? 1_000;

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
  /** All periods that it names: a change may name both. */
  readonly periods: readonly Period[];
  readonly span: TimeSpan;
  /** Of an earlier level, how many months before the latest its words say that it is; 0 where they say only that. */
  readonly back?: number;
  /** Of a change, that it is on the period before, on the baseline, or over so many months. */
  readonly since?: "previous" | "baseline" | number;
  readonly area?: string;
  /** Of a rate, the population that it is per. */
  readonly per: number;
  /** Of a % difference, what it is of, where the heading says it. */
  readonly of: "count" | "rate" | undefined;
  /** Of a value, its unit: "£", "seconds". */
  readonly unit: string;
}

/** Reads a heading, with the one above it: "Rate per 1000 population: Glos." below "Baseline year data (2019)". */
export function spokenBy(heading: string, group: string): HeadingWords {
  const [own, above] = [periodsIn(words(heading)), periodsIn(words(group))];
  const isDated = own.periods.length > 0 || own.when !== undefined || own.span !== "";
  // "Force" and "MSG" below "2023/24": what stands above says what they are of.
  const isAboveDated = above.periods.length > 0 || above.when !== undefined;
  // The tool's own further comparisons name their two periods in cells.
  const isOther = /^(?:earlier|later) period$/.test(words(heading).trim()) || ofOthers.test(words(heading).trim());
  const said: readonly HeadingKind[] = isOther
    ? ["other"]
    : (levelAbove(own.rest, above.rest) ??
      kindsOf(own.rest, isDated, isDated || isAboveDated) ??
      kindsOf(above.rest, own.rest !== "" && isAboveDated) ??
      []);
  // "Change" over "number" is the variance.
  const moved =
    (changeWords.test(above.rest) && above.when === undefined) ||
    /\b(change|difference): (%|per ?cent)$/.test(own.rest);
  const kinds = (moved && changedKinds[said[0] ?? "other"]) || said;
  const change = isChange(kinds[0] ?? "other");
  const when = change ? undefined : (own.when ?? (own.periods.length > 0 ? undefined : above.when));
  // A change below "12 months to March 2025" compares it with another, which is not said.
  const periods = own.periods.length > 0 || (change && above.periods.length < 2) ? own.periods : above.periods;
  const period = periods[0];
  const area = areaOf(own.rest) ?? areaOf(group.includes(":") ? above.rest : "");
  const since = change ? sinceOf(own, nameKey(heading)) : undefined;
  const back = when === "baseline" ? (own.when ? own : above).back : undefined;
  return {
    kinds,
    periods,
    span: own.span || above.span,
    per: peopleIn(own.rest),
    of: /\brates?\b/.test(own.rest)
      ? "rate"
      : /\b(volumes?|no|numbers?|counts?)\b/.test(own.rest)
        ? "count"
        : undefined,
    unit:
      kinds[0] === "value" || kinds[0] === "difference"
        ? (/[£€$]|\b(people|pounds|seconds?|minutes?|hours?|days)\b/.exec(own.rest)?.[0] ?? "")
        : "",
    ...(when && { when }),
    ...(period && { period }),
    ...(since && { since }),
    ...(back !== undefined && { back }),
    ...(area !== undefined && { area }),
  };
}

/** A heading in lower case, without marks of notes, and with the signs and short forms of a change as words. */
const words = (text: string): string =>
  nameKey(text)
    .replace(/\[[^\]]*\]|\((?:[rpe]|provisional|revised|note \d+)\)/g, " ")
    .replace(/[–—]/g, "-")
    .replace(/[δ∆]/g, " change ")
    .replace(/\binc(?:rease)?\.? ?\/ ?dec(?:rease)?\b\.?|\+ ?\/ ?-/g, " change ")
    .replace(/\b(?:yoy|y-o-y|qoq|q-o-q|mom|m-o-m)( change)?\b/g, " change ")
    .replace(/\bpct\b/g, "%")
    .replace(/ ?\/ ?(?=1(?:0|00)?,?000\b)/g, " per ")
    .replace(/\bsource:?.*$/, "");

/** Words for how many months a change is over. */
const sinceWords: readonly (readonly [RegExp, number])[] = [
  [/\b(annual(ly)?|year[- ]on[- ]year|on year|yoy|y-o-y)\b/, 12],
  [/\b(quarterly|quarter[- ]on[- ]quarter|on quarter|qoq|q-o-q)\b/, 3],
  [/\b(monthly|month[- ]on[- ]month|on month|mom|m-o-m)\b/, 1],
];

/** Whether a change is on the period before it, on the baseline or over so many months, where its words say so. */
function sinceOf({ when, back }: SaidPeriods, text: string): HeadingWords["since"] {
  const [, years] = /\b(\d)[ -](?:year|yr) (?:%|change|difference|variance|percentage)/.exec(text) ?? [];
  if (years !== undefined) return 12 * Number(years);
  if (/\bbaseline|benchmark|base year/.test(text)) return "baseline";
  const months = back || sinceWords.find(([pattern]) => pattern.test(text))?.[1];
  return months ?? (when === "baseline" ? "previous" : undefined);
}

/** What a bare period holds by the heading over it: "2023" below "Rate per 1,000". */
function levelAbove(own: string, above: string): readonly HeadingKind[] | undefined {
  const kinds = own === "" ? kindsOf(above, false) : undefined;
  const [kind = "other"] = kinds ?? [];
  return isLevel(kind) && kind !== "population" && kind !== "base" ? kinds : undefined;
}

/** "Change: Gloucestershire difference in rate", "Aim: achieved?": what stands last says the most. */
function kindsOf(own: string, dated: boolean, isTimed = dated): readonly HeadingKind[] | undefined {
  // "MSG (mean of rates)" says how its figure is made, not what it is.
  const plain = own.replace(/\((?![^)]*\b(points?|pp|per ?cent|change))[^)%£€$\d]*\)/g, "").trim();
  for (const part of [...plain.split(/: ?/).reverse(), plain, ...(isTimed ? [] : [own])]) {
    const found = part === "" ? undefined : patterns.find(([pattern]) => pattern.test(part.trim()))?.[1];
    if (found) return found;
  }
  return dated ? ["count", "percent", "rate"] : undefined;
}

/** Small words that a name neither begins nor ends with. */
const edges = /^((of|the|in|for|and|per|by|all)( |$))+|(( |^)(of|the|in|for|and|per|by))+$/g;

/** What is left of a heading without its periods and the words of its kind: it may be the name of an area. */
function areaOf(rest: string): string | undefined {
  const parts = rest.split(/: ?/);
  const said = [parts.at(-1) ?? "", parts.join(" ")].map((part) =>
    part
      .replace(filler, " ")
      .replace(/(?:^| )\d+(?= |$)/g, " ")
      .replace(/\s+/g, " ")
      .trim()
      .replace(edges, ""),
  );
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

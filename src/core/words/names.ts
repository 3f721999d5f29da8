// Words for what the tool has codes for: standings, shorthand, units, what a rate is per.

import type { Day } from "../day.ts";
import type { Mark } from "../figure.ts";
import type { Scale } from "../scales.ts";
import type { Kind, Per, Unit } from "../value-kind.ts";
import { dayInWords } from "./periods.ts";
import { inRow, say } from "./say.ts";

/** A standing, as code has it. */
export type StandingWord = keyof typeof standingKeys;
const standingKeys = {
  achieved: "achieved",
  "within tolerance": "within-tolerance",
  "not achieved": "not-achieved",
  "on track": "on-track",
  behind: "behind",
  "not judged": "not-judged",
  "no aim": "no-aim",
} as const;

/** "not achieved" */
export const standingWords = (standing: StandingWord): string => say(`standing.${standingKeys[standing]}`);
/** "Not achieved" */
export const standingHeading = (standing: StandingWord): string => say(`standing-heading.${standingKeys[standing]}`);
/** "3 not achieved" */
export const standingCount = (n: number, standing: StandingWord): string =>
  say(`standing-count.${standingKeys[standing]}`, { n });

/** "not available" */
export const shorthandWords = (mark: Mark): string => say(`shorthand.${mark}`);
/** "[x] means not available." */
export const shorthandMeans = (mark: Mark): string => say(`shorthand-means.${mark}`);

const perKeys = {
  "per 1,000": "1000",
  "per 10,000": "10000",
  "per 100,000": "100000",
  "per 1,000 households": "1000-households",
} as const;
/** "1,000 population" */
export const perSay = ({ unit }: Per): string => say(`per.${perKeys[unit]}`);
/** "per 1,000 of the population" */
export const perOfSay = ({ unit }: Per): string => say(`per-of.${perKeys[unit]}`);

const unitKeys = {
  ...perKeys,
  count: "count",
  persons: "persons",
  households: "households",
  "%": "percent",
  "percentage points": "points",
  "£": "pounds",
  seconds: "seconds",
  minutes: "minutes",
  hours: "hours",
  days: "days",
  score: "score",
  people: "people",
  rank: "rank",
  grade: "grade",
  steps: "steps",
  "yes-no": "yes-no",
  ratio: "ratio",
} as const satisfies Record<Unit, string>;
/** "percentage points": what a column of units calls one. */
export const unitWords = (unit: Unit): string => say(`unit.${unitKeys[unit]}`);

/** A kind of value, as reasons call it: "count", "rate". */
export const kindInWords = (kind: Kind): string => say(`kind.${kind}`);
/** "there is no rate" */
export const noKind = (kind: Kind): string => say("gap.no-kind", { kind: kindInWords(kind) });

/** "9:42 minutes", "1 day", "8.64 per 10,000": a printed figure with its unit. */
export function withUnitWords(value: string, unit: Unit): string {
  const digits = value.replaceAll(",", "");
  return say(`with-unit.${unitKeys[unit]}`, { value, n: /^-?\d+$/.test(digits) ? Number(digits) : Number.NaN });
}

/** "the five grades of HMICFRS are, the best first: Outstanding, Good, …" */
export function gradesSaid({ grades, isOwn }: Scale): string {
  const list = inRow(grades);
  if (isOwn) return say("scale.own", { grades: list });
  return grades.length === 4 ? say("scale.four", { grades: list }) : say("scale.five", { grades: list });
}

/** "\"Good\" is not one of the five grades of HMICFRS" */
export function notOfScale(word: string, { grades, isOwn }: Scale): string {
  if (isOwn) return say("scale.not-own", { word });
  if (grades.length < 4) return say("scale.not-yes-no", { word });
  return grades.length === 4 ? say("scale.not-four", { word }) : say("scale.not-five", { word });
}

/** "the five grades of HMICFRS" */
function scaleName({ grades, isOwn }: Scale): string {
  if (isOwn) return say("scale.name-own");
  if (grades.length < 4) return say("scale.name-yes-no");
  return grades.length === 4 ? say("scale.name-four") : say("scale.name-five");
}

/** Why grades of the one scale have no order with those of the other; nothing where they have. */
export const scalesApart = (one: Scale | undefined, other: Scale | undefined): string | undefined =>
  one === undefined || other === undefined || one === other
    ? undefined
    : say("scale.apart", { scale: scaleName(one), other: scaleName(other) });

/** "yes", "no"; any other word as it is. */
const answered = (word: string): string =>
  word === "yes" ? say("answer.yes") : word === "no" ? say("answer.no") : word;

/** A grade as the data have it; "yes (14 March 2024)". */
export function wordSaid({
  word,
  unit,
  on,
}: {
  readonly word: string;
  readonly unit: Unit;
  readonly on?: Day;
}): string {
  const said = unit === "yes-no" ? answered(word) : word;
  return on === undefined ? said : say("answer.on", { answer: said, day: dayInWords(on) });
}

/** A unit as a table of changes names it: a number of events is a count. */
export const unitInWords = (unit: Unit): string => (unit === "count" ? kindInWords("count") : unitWords(unit));

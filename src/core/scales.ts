// Scales of grades: words in an order, of which no arithmetic is made.
import { nameKey, nearest } from "./names.ts";
import type { Period } from "./period.ts";

export interface Scale {
  /** "the five grades of HMICFRS" */
  readonly name: string;
  /** The best first. */
  readonly grades: readonly string[];
  /** The plan lists its grades. */
  readonly isOwn?: true;
}

/** The scale that a grade of a period is in; the period of a grade decides where an inspectorate changed its own. */
export type ScaleOf = (period: Period | undefined) => Scale;

const fourGrades: Scale = {
  name: "the four grades of HMICFRS",
  grades: ["Outstanding", "Good", "Requires improvement", "Inadequate"],
};
const fiveGrades: Scale = {
  name: "the five grades of HMICFRS",
  grades: ["Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate"],
};
/** PEEL 2021/22 was the first in five grades: periods that end in April 2021 or later. */
const FIVE_SINCE = 2021 * 12 + 3;

/** The scales that a plan may name, the usual one first. */
export const namedScales = {
  HMICFRS: (period) => (period !== undefined && period.to < FIVE_SINCE ? fourGrades : fiveGrades),
  "HMICFRS four grades": () => fourGrades,
  "HMICFRS five grades": () => fiveGrades,
} as const satisfies Record<string, ScaleOf>;

/** A scale of the plan's own. */
export function ownScale(grades: readonly string[]): ScaleOf {
  const scale = { name: "the grades that the plan lists", grades, isOwn: true } as const;
  return () => scale;
}

/** The place of a grade in its scale, 0 the best; nothing where it is none of it. */
export function placeInScale(scale: Scale | undefined, word: string): number | undefined {
  const place = scale?.grades.findIndex((grade) => nameKey(grade) === nameKey(word)) ?? -1;
  return place < 0 ? undefined : place;
}

/** The grade that a misspelt one was likely meant for; a right one of another scale was meant for itself. */
export function gradeMeant({ grades }: Scale, word: string): string | undefined {
  const isOther = [fourGrades, fiveGrades].some((scale) => placeInScale(scale, word) !== undefined);
  return isOther ? undefined : nearest(word, grades);
}

/** "The five grades of HMICFRS are, the best first: Outstanding, Good, …" */
export const scaleWords = ({ name, grades }: Scale): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)} are, the best first: ${grades.join(", ")}`;

// How a figure reads: its places, its shorthand, and the sentences made of it; rounding for print happens here and nowhere else.

import { clockText } from "../core/clock.ts";
import { type Figure, isKnown, isWord, type KnownFigure, type Mark, type Rounding } from "../core/figure.ts";
import { compareExact, type Exact, exact, fixed, isHidden, isZero, over, withThousands } from "../core/number.ts";
import { placesWithin } from "../core/rounding.ts";
import { isRateUnit } from "../core/value-kind.ts";
import { withUnitWords, wordSaid } from "../core/words/names.ts";
import { monthWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";

type Role =
  | ("count" | "rate" | "percent" | "points" | "pounds" | "people")
  | ("seconds" | "minutes" | "hours" | "days" | "score" | "ratio");
const roles: Readonly<Record<Figure["unit"], Role>> = {
  count: "count",
  persons: "count",
  households: "count",
  ...{ "per 1,000": "rate", "per 10,000": "rate", "per 100,000": "rate", "per 1,000 households": "rate" },
  "%": "percent",
  "percentage points": "points",
  "£": "pounds",
  seconds: "seconds",
  minutes: "minutes",
  hours: "hours",
  days: "days",
  score: "score",
  people: "people",
  rank: "count",
  // Words, which have no decimals.
  grade: "count",
  steps: "count",
  "yes-no": "count",
  ratio: "ratio",
};
/** Every unit that a figure may be in. */
export const units = Object.keys(roles) as Figure["unit"][];
const usualPlaces: Readonly<Record<Role, number>> = {
  ...{ count: 0, rate: 3, percent: 1, points: 1 },
  ...{ pounds: 0, people: 0, seconds: 1, minutes: 2, hours: 1, days: 1, score: 1, ratio: 2 },
};

/** Minutes with so many places are printed as minutes and seconds, of which a place is 0.6. */
export const CLOCK_PLACES = 2;

/** Whether a figure of that unit, with so many places, is printed as minutes and seconds. */
export const isClock = (unit: Figure["unit"], places: number): boolean => unit === "minutes" && places === CLOCK_PLACES;

/** The decimal places that figures of a unit are printed with, where nothing asks for others. */
export const usualPlacesOf = (unit: Figure["unit"]): number => placesOfUnit[unit] ?? usualPlaces[roles[unit]];

/** Those of a rate per more people are fewer, as its number is larger. */
const placesOfUnit: Readonly<Partial<Record<Figure["unit"], number>>> = { "per 10,000": 2, "per 100,000": 1 };

/** The decimal places asked for a measure's figures of a unit: as it says, or its table, or as is usual. */
export function askedPlaces(measure: Measure, ofGroup: boolean, unit: Figure["unit"]): number {
  return statedPlaces(measure, ofGroup, unit) ?? usualPlacesOf(unit);
}

/** Those that the plan states. */
function statedPlaces({ decimals }: Measure, ofGroup: boolean, unit: Figure["unit"]): number | undefined {
  const role = roles[unit];
  const stated = decimals.map((asked) => (ofGroup ? asked["similar-forces"]?.[role] : undefined) ?? asked[role]);
  return stated.find((places) => places !== undefined);
}

/** The decimal places to print a measure's figure with: those asked for, unless it was given with fewer. */
export function placesFor(
  measure: Measure,
  ofGroup: boolean,
  figure: Pick<Figure, "unit"> & Rounding & { readonly value?: Exact },
): number {
  const places = placesWithin(figure, askedPlaces(measure, ofGroup, figure.unit));
  // An average of whole numbers, and what is worked out with it, says that it is none itself.
  const { average } = measure.baseline.average ? measure.baseline : measure.current;
  const isAveraged = average !== undefined && figure.unit === "count" && places === 0;
  const isBroken =
    isAveraged && figure.value !== undefined && compareExact(figure.value, exact(fixed(figure.value, 0))) !== 0;
  return isBroken && statedPlaces(measure, ofGroup, figure.unit) === undefined ? placesWithin(figure, 1) : places;
}

/** The shorthand of a figure's cell: instead of a number, or beside one that has a reserve; nothing for any other. */
export function markOf(figure: Figure, places: number): Mark | undefined {
  if (isWord(figure)) return undefined;
  if (!isKnown(figure)) return figure.gap.mark;
  // Only a rate is too small to print by its nature; a share or a change of 0.0 says what it is.
  return isRateUnit(figure.unit) && isHidden(figure.value, placesWithin(figure, places)) ? "low" : figure.mark;
}

/** The figure as printed: "39,857", "35.7%", "-2.9", "£1,204", "100.0% [u]", or its shorthand "[x]". */
export function formatFigure(figure: Figure, places: number): string {
  if (isWord(figure)) return wordSaid(figure);
  const mark = markOf(figure, places);
  if (!isKnown(figure) || mark === "low") return `[${mark}]`;
  const within = placesWithin(figure, places);
  const digits = isClock(figure.unit, within) ? clockText(figure.value) : withThousands(fixed(figure.value, within));
  const pounds = digits.startsWith("-") ? `-£${digits.slice(1)}` : `£${digits}`;
  const text = figure.unit === "£" ? pounds : `${digits}${figure.unit === "%" ? "%" : ""}`;
  return mark === undefined ? text : `${text} [${mark}]`;
}

/** The figure with its unit in words: "9:42 minutes", "8.64 per 10,000", "-2.9 percentage points"; a number of events has none. */
export function formatWithUnit(figure: Figure, places: number): string {
  const text = formatFigure(figure, places);
  const { unit } = figure;
  return !isKnown(figure) || text.startsWith("[") ? text : withUnitWords(text, unit);
}

/** "3,514 by the end of March 2025": a milestone to come. */
export const nextText = (
  measure: Measure,
  { month, value }: { readonly month: number; readonly value: Figure },
): string =>
  say("milestone.by", { value: formatFigure(value, placesFor(measure, false, value)), month: monthWords(month) });

/** An amount in a sentence: "33", "2.0 percentage points", "less than 1" where it is under 1 of what is printed. */
export function amountText(measure: Measure, figure: Figure): string {
  const places = placesFor(measure, false, figure);
  if (!isKnown(figure)) return formatFigure(figure, places);
  const least = leastSaid(figure.unit, places);
  const amount = isUnderOne(figure, places)
    ? say("narration.less-than", { amount: least })
    : formatFigure(figure, places);
  return figure.unit === "percentage points" ? say("narration.points", { amount }) : amount;
}

/** The least that is printed with so many decimals: "1", "0.1", "0:01". */
export const leastSaid = (unit: Figure["unit"], places: number): string =>
  isClock(unit, places) ? "0:01" : fixed(exact(`1e-${places}`), places);

/** Whether it is over nought and under the least that is printed. A half of that and more would round up to it. */
export function isUnderOne({ value, unit }: KnownFigure, places: number): boolean {
  const least = isClock(unit, places) ? over(exact(1), exact(60)) : exact(`1e-${places}`);
  return !isZero(value) && compareExact(value.abs(), least) < 0;
}

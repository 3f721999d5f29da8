// How the sentences of a measure say its figures: as its table prints them, with their units, their signs in words.

import { isWord, type KnownFigure, type WordFigure } from "../core/figure.ts";
import { compareExact, isNought, isZero } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import { isRateUnit } from "../core/value-kind.ts";
import { perSay, shorthandWords } from "../core/words/names.ts";
import type { Thing, Way } from "../core/words/narration.ts";
import * as words from "../core/words/narration.ts";
import { say } from "../core/words/say.ts";
import type { Change } from "../measures/measure-kind.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { formatFigure, formatWithUnit, isUnderOne, leastSaid, markOf, placesFor } from "./format-figure.ts";

/** How a table prints the figure, without its sign and its reserve; what it prints as nought and is none is "less than". */
export function saidDigits(measure: Measure, ofGroup: boolean, figure: KnownFigure): string {
  const { mark: reserve, ...plain } = figure;
  const places = placesFor(measure, ofGroup, figure);
  const text = formatFigure({ ...plain, value: figure.value.abs() }, places);
  const isLow = reserve === "low" || markOf(plain, places) === "low";
  if (!isLow && (isZero(figure.value) || !isNought(text))) return text;
  return words.lessThan(`${leastSaid(figure.unit, places)}${figure.unit === "%" ? "%" : ""}`);
}

/** A change: of a percentage in its points. */
export const saidAmount = (measure: Measure, ofGroup: boolean, figure: KnownFigure): string =>
  pointsSaid(saidDigits(measure, ofGroup, figure), figure.unit);

/** How far a target was missed. No table prints that: an amount under 1 is never rounded up to it. */
export function missSaid(measure: Measure, figure: KnownFigure): string {
  const places = placesFor(measure, false, figure);
  return isUnderOne(figure, places)
    ? pointsSaid(words.lessThan(leastSaid(figure.unit, places)), figure.unit)
    : saidAmount(measure, false, figure);
}

const pointsSaid = (amount: string, unit: KnownFigure["unit"]): string =>
  unit === "percentage points" ? say("narration.points", { amount }) : amount;

/** A value, with its sign, its unit, and what is to be said of it. */
export function saidValue(
  measure: Measure,
  ofGroup: boolean,
  figure: KnownFigure | WordFigure,
  isBare = false,
): string {
  if (isWord(figure)) return formatFigure(figure, 0);
  const places = placesFor(measure, ofGroup, figure);
  const { mark, ...plain } = figure;
  const isLow = mark === "low" || markOf(plain, places) === "low";
  const text = isLow
    ? saidDigits(measure, ofGroup, figure)
    : isBare || isRateUnit(figure.unit)
      ? formatFigure(plain, places)
      : formatWithUnit(plain, places);
  const whole = isRateUnit(figure.unit) && !isBare ? words.rateWords({ rate: text, per: perSay(measure.per) }) : text;
  return mark === undefined || mark === "low"
    ? whole
    : words.reserved({ figure: whole, reserve: shorthandWords(mark) });
}

/** The months of a moment; of an average, of each of its periods. */
export const monthsOf = ({ average, period }: PlacedWhen): readonly Period[] => average ?? (period ? [period] : []);

/** Which way a figure moved that is not the same. */
export const wayOf = (now: KnownFigure, was: KnownFigure): Way =>
  compareExact(now.value, was.value) > 0 ? "up" : "down";

/** The change of what the aim is judged on: of a percentage its points, of a rate its difference, otherwise with its %. */
export function mainChangeOf({ basis }: Measure, { points, rate, variance, percent }: Change) {
  if (basis === "percent") return { by: points, share: undefined };
  return basis === "rate" ? { by: rate, share: undefined } : { by: variance, share: percent };
}

/** What the figures of a measure are, in the words for two that are the same. */
export function thingOf({ basis }: Measure): Thing {
  if (basis === "count" || basis === "people") return "number";
  return basis === "percent" ? "percentage" : basis === "rate" || basis === "grade" ? basis : "figure";
}

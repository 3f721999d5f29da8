// How a figure came to be: its rounding, its formula with the numbers put in, and each of the numbers in turn.

import { answerText } from "../core/answers.ts";
import { SIXTY } from "../core/clock.ts";
import {
  type Figure,
  figureNotes,
  isKnown,
  isWord,
  type KnownFigure,
  type Observed,
  type Origin,
  shorthand,
} from "../core/figure.ts";
import { compareExact, type Exact, exact, fixed, leadingText, times, withThousands } from "../core/number.ts";
import { periodName, populationDate } from "../core/period.ts";
import { placesWithin } from "../core/rounding.ts";
import { scaleWords } from "../core/scales.ts";
import { isPeople } from "../core/value-kind.ts";
import { isClock, markOf } from "../report/format-figure.ts";

/** A number of a formula or a rule: what it is, where it stands, and the numbers that it is made of in turn. */
export interface FormulaStep {
  /** As the formula has it: "646,627", "0.610862831338499…", or the shorthand of a figure that is not there. */
  readonly value: string;
  /** What it is to a rule: "baseline", "target", a force. */
  readonly as?: string;
  readonly what: string;
  /** Why there is no number. */
  readonly reason?: string;
  readonly of: readonly FormulaStep[];
  /** The cells that it stands in itself; those of what it is made of stand there. */
  readonly from: readonly Origin[];
  readonly figure?: Figure;
}

/** What is said of a cell, each in a sentence or a formula, in the order of printing. */
export const labels = ["exact", "rounding", "reason", "formula", "rule", "here", "note"] as const;
export type Says = { readonly [label in (typeof labels)[number]]?: string };

/** What explains a cell. */
export interface CellExplanation {
  readonly says: Says;
  readonly steps: readonly FormulaStep[];
}

/** The number as a formula has it, in brackets where it is below 0. */
export function termOf(figure: Figure): string {
  if (isWord(figure)) return answerText(figure);
  if (!isKnown(figure)) return `[${figure.gap.mark}]`;
  const text = withThousands(leadingText(figure.value));
  return text.startsWith("-") ? `(${text})` : text;
}

const formulaOf = ({ derivation }: Figure): string | undefined => derivation?.formula(...derivation.of.map(termOf));

/** How the figure of a cell came to be, printed with so many decimal places. */
export function ofFigure(figure: Figure, places: number): CellExplanation {
  const formula = formulaOf(figure);
  const notes = figureNotes([[figure]]);
  const own = stepOf(figure);
  // What the formula is of comes first; a place of its own, such as that of an aim, after it.
  const steps = figure.derivation && !figure.observed ? [...own.of, ...statedIn(own)] : [own];
  if (isWord(figure)) {
    if (figure.scale) notes.push(scaleWords(figure.scale));
    const made = formula !== undefined && !figure.observed ? { formula } : {};
    return { says: { ...made, ...(notes.length > 0 && { note: notes.join("; ") }) }, steps };
  }
  if (!isKnown(figure)) {
    const isNamed = figure.observed !== undefined || figure.derivation !== undefined || figure.from.length > 0;
    return {
      says: { reason: figure.gap.reason, ...(formula !== undefined && { formula }) },
      steps: isNamed ? steps : [],
    };
  }
  const mark = markOf(figure, places);
  if (mark !== undefined)
    notes.push(`[${mark}] means ${shorthand[mark]}${whyMarked[mark === "u" && figure.observed ? "base" : mark] ?? ""}`);
  return {
    says: {
      exact: exactWords(figure),
      rounding: isClock(figure.unit, placesWithin(figure, places))
        ? clockRounding(figure.value)
        : roundingOf(figure.value, places),
      ...(formula !== undefined && !figure.observed && { formula }),
      ...(notes.length > 0 && { note: notes.join("; ") }),
    },
    steps,
  };
}

const whyMarked: Readonly<Record<string, string>> = {
  low: ": it is not 0, but would print as 0",
  u: ": one of its numbers is under 10",
  base: ": fewer than 50 people answered",
};

/** "0.610862831338499… per 1,000", "£1,204", "33.6%"; a number of events has no unit. */
function exactWords({ value, unit }: KnownFigure): string {
  const text = withThousands(leadingText(value));
  if (unit === "£") return text.startsWith("-") ? `-£${text.slice(1)}` : `£${text}`;
  return `${text}${unit === "%" ? "%" : unit === "count" ? "" : ` ${unit}`}`;
}

function roundingOf(value: Exact, places: number): string {
  const words = places === 0 ? "a whole number" : `${places} decimal place${places === 1 ? "" : "s"}`;
  const isWhole = compareExact(exact(fixed(value, places)), value) === 0;
  return isWhole ? `none needed (${words})` : `to ${words}, half away from zero`;
}

/** The same of minutes that are printed as minutes and seconds. */
function clockRounding(minutes: Exact): string {
  const seconds = times(minutes, SIXTY);
  const isWhole = compareExact(exact(fixed(seconds, 0)), seconds) === 0;
  return isWhole ? "none needed (minutes and seconds)" : "to whole seconds, half away from zero";
}

/** A figure as a step, with all that it is made of. */
export function stepOf(figure: Figure, as?: string): FormulaStep {
  const { observed: current, derivation: made, from } = figure;
  const below = made?.of.map((one) => stepOf(one)) ?? [];
  const inner = new Set(made?.of.flatMap((one) => one.from.map(placeOf)));
  return {
    value: isKnown(figure) ? withThousands(leadingText(figure.value)) : termOf(figure),
    ...(as !== undefined && { as }),
    what: current
      ? namedWords(current, from, formulaOf(figure))
      : (formulaOf(figure) ?? (isKnown(figure) || isWord(figure) ? "as stated" : "")),
    ...(!isKnown(figure) && !isWord(figure) && { reason: figure.gap.reason }),
    of: below,
    from: from.filter((origin) => !inner.has(placeOf(origin)) || current !== undefined),
    figure,
  };
}

const placeOf = ({ file, line, column, lines }: Origin): string => `${file}\n${lines ?? line}\n${column}`;

/** A place of its own that a figure worked out has beside those of its numbers: the aim that the plan states. */
const statedIn = ({ value, from }: FormulaStep): FormulaStep[] =>
  from.length === 0 ? [] : [{ value, what: "by what the plan states", of: [], from }];

/** "Robbery, Gloucestershire, 2019, count", "population of Gloucestershire, mid-2021". */
function namedWords(
  { series, area, period, kind, counted, among }: Observed,
  from: readonly Origin[],
  formula?: string,
): string {
  const name = isPeople(kind)
    ? `${kind} of ${area}, ${populationDate(period)}`
    : `${series}, ${area}, ${periodName(period)}, ${kind}`;
  const isSum = from.some(({ lines }) => lines !== undefined);
  const how = counted
    ? among === undefined
      ? "; each line counts as one"
      : noneAmong(among)
    : isSum
      ? "; the sum of these lines"
      : "";
  return `${name}${how}${formula === undefined ? "" : `; ${formula}`}`;
}

/** Why a figure of no records is 0. */
const noneAmong = (records: number): string =>
  records === 0
    ? "; no record, and the plan states that its files cover this"
    : `; none among ${records} ${records === 1 ? "record" : "records"} of other series`;

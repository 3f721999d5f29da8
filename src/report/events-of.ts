// The events of a measure that a reading is made of: their numbers in both periods, the populations, and their months.

import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import { estimate } from "../statistics/estimate.ts";
import type { EventsOver } from "../statistics/limits.ts";
import { FEWEST_PAIRS, type PairedSpread, pairedSpread } from "../statistics/paired-periods.ts";
import { inBothPeriods } from "./change-beside.ts";
import { type Figures, queryFor, type RowContext } from "./context.ts";
import { type FigurePair, monthsInBoth, pairedFigures, sumOfPairs, unpairedReason } from "./paired-figures.ts";
import { dataQuestionOf } from "./query.ts";

/** The events of both periods, and the populations that the plan chooses for them. */
export interface Events {
  readonly before: EventsOver;
  readonly now: EventsOver;
  /** The figures they are: current before baseline, the numbers before the populations of a rate. */
  readonly inputs: readonly Figure[];
  /** Of a rate, the populations: the baseline's first. */
  readonly populations: readonly (Figure | undefined)[];
}

/** What a test of numbers or of rates is made with, or why none can be made. */
export function eventsOf(context: RowContext, measure: Measure, { baseline, current }: Figures): Events | string {
  const isRate = measure.basis === "rate";
  const [baselineFigure, currentFigure] = [baseline.force.count, current.force.count];
  if (!baselineFigure || !currentFigure) return say("untested.given-rate");
  if (!isKnown(baselineFigure) || !isKnown(currentFigure)) return say("untested.number-behind");
  const populations = [measure.baseline, measure.current].map((when) => chosenPopulation(context, measure, when));
  if (isRate && !populations.every(isKnown)) return say("untested.no-population");
  const numbers = { baseline: baselineFigure, current: currentFigure };
  return eventsFrom(numbers, isRate ? populations : []);
}

/** The population that the plan chooses for the force, or for one of the forces of a group, in a period. */
export const chosenPopulation = (
  context: RowContext,
  measure: Measure,
  when: Measure["current"],
  side = context.sides.force,
): Figure | undefined => dataQuestionOf(queryFor({ ...context, raise: () => {} }, measure, side, when)).population();

/** The events of two numbers, over populations where they are given. */
export function eventsFrom(
  { baseline, current }: { readonly baseline: KnownFigure; readonly current: KnownFigure },
  populations: readonly (Figure | undefined)[],
): Events {
  const [over1, over2] = populations;
  const sizeOf = (over: Figure | undefined): number => (isKnown(over) ? toNumber(over.value) : 1);
  return {
    before: { x: toNumber(baseline.value), n: sizeOf(over1) },
    now: { x: toNumber(current.value), n: sizeOf(over2) },
    inputs: [current, baseline, ...(over1 && over2 ? [over2, over1] : [])],
    populations,
  };
}

/** The months or quarters of both periods, and how they vary. */
export interface MonthSpread extends PairedSpread {
  readonly step: "month" | "quarter";
  readonly pairs: readonly FigurePair[];
  /** φ as a figure, with the numbers that it is made of. */
  readonly dispersion: Figure;
}

/** What a reading is made of: the events, without the months that are in both periods, and their spread. */
export interface Evidence {
  readonly events: Events;
  /** How many months are in both periods, and left out. */
  readonly shared: number;
  /** Why there is no spread, where there is none. */
  readonly spread: MonthSpread | string;
}

const large = (): string => say("untested.large");

/** The evidence of a measure of events, or why there is none. */
export function evidenceOf(context: RowContext, measure: Measure, figures: Figures): Evidence | string {
  const events = eventsOf(context, measure, figures);
  if (typeof events === "string") return events;
  const unlike = unpairedReason(measure);
  if (unlike !== undefined) return { events, shared: 0, spread: unlike };
  const shared = monthsInBoth(measure);
  const inBoth = inBothPeriods(shared);
  const paired = pairedFigures(context, measure, figures);
  if (typeof paired === "string")
    return shared > 0 ? say("untested.both-and", { shared: inBoth, why: paired }) : paired;
  if (paired === undefined) return shared > 0 ? inBoth : { events, shared, spread: large() };
  const { step, pairs } = paired;
  const fewest = FEWEST_PAIRS[step];
  const tooFew = { n: pairs.length, least: fewest };
  const few = step === "month" ? say("untested.few-months", tooFew) : say("untested.few-quarters", tooFew);
  const spread =
    pairs.length < fewest
      ? few
      : (spreadOf(step, pairs) ??
        (step === "month" ? say("untested.no-pairs-months") : say("untested.no-pairs-quarters")));
  if (shared === 0) return { events, shared, spread };
  if (pairs.length < fewest) return say("untested.both-few", { shared: inBoth, why: few });
  const [baseline, current] = [sumOfPairs(pairs, "baseline"), sumOfPairs(pairs, "current")];
  if (!isKnown(baseline) || !isKnown(current)) return inBoth;
  return { events: eventsFrom({ baseline, current }, events.populations), shared, spread };
}

/** How the pairs vary; nothing where a period has no events, or fewer than two pairs have any. */
function spreadOf(step: MonthSpread["step"], pairs: readonly FigurePair[]): MonthSpread | undefined {
  const count = pairs.length;
  const pairUp = (values: readonly number[]) =>
    pairs.map((_, at) => ({ baseline: values[at] ?? Number.NaN, current: values[count + at] ?? Number.NaN }));
  const figures = [...pairs.map(({ baseline }) => baseline.figure), ...pairs.map(({ current }) => current.figure)];
  const found = pairedSpread(pairUp(figures.map(({ value }) => toNumber(value))));
  if (!found) return undefined;
  const dispersion = estimate(
    "ratio",
    figures,
    "there is no spread",
    (...values) => pairedSpread(pairUp(values))?.phi,
    (...values) => {
      const each = pairs.map(
        (pair, at) =>
          `${values[count + at]} in ${periodName(pair.current.period)} against ${values[at]} in ${periodName(pair.baseline.period)}`,
      );
      return `φ, how many times the ${step}s vary as much as chance alone makes them: the sum of (b − tπ)² ÷ (tπ(1 − π)) over the pairs, ÷ ${found.df}; b is the ${step} of the current period, t it and that of the baseline together, π the current period's share of all. ${each.join("; ")}`;
    },
  );
  return { step, pairs, dispersion, ...found };
}

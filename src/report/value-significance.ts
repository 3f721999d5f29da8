// The current figure against a value to stay below or to reach: do the 95 % limits of the figure leave the value out.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, type Exact, toNumber } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import { type Measure, unitOf } from "../plan/model.ts";
import { countLimits } from "../statistics/count-limits.ts";
import { estimate } from "../statistics/estimate.ts";
import type { Limits } from "../statistics/limits.ts";
import { dispersedLimits } from "../statistics/paired-periods.ts";
import type { Figures, RowContext } from "./context.ts";
import { chosenPopulation, type Evidence, evidenceOf } from "./events-of.ts";
import { type BreakBetween, breakWords } from "./not-chance.ts";
import { type ReadingQuestion, valueWords } from "./reading-question.ts";
import { byStep, CONFIDENCE, notTested, type Significance } from "./significance.ts";

/** A number of so many is tested as if its events were independent; a larger one only by the spread of its months. */
const LARGE_FROM = 50;

/** What chance alone may make of the side of its aim's value that a number or a rate is on. */
export function valueSignificance(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  question: Extract<ReadingQuestion, { asks: "value" }>,
  across: BreakBetween | undefined,
): Significance {
  if (question.value.isZero()) return notTested(say("untested.below-0"));
  const current = figures.current.force.count;
  if (!isKnown(current)) return notTested(say("untested.no-number-to-read"));
  const isSmall = toNumber(current.value) < LARGE_FROM;
  const found = measure.baseline.none
    ? say("untested.needs-baseline")
    : across
      ? say("untested.spread-break", { why: breakWords(across) })
      : evidenceOf(context, measure, figures);
  const spread = typeof found === "string" ? found : found.spread;
  if (typeof spread === "string" && !isSmall) return notTested(spread);
  const population = measure.basis === "rate" ? chosenPopulation(context, measure, measure.current) : undefined;
  if (measure.basis === "rate" && !isKnown(population)) return notTested(say("untested.no-population"));
  const inputs: readonly Figure[] = [
    current,
    ...(population ? [population] : []),
    ...(typeof spread === "string" ? [] : [spread.dispersion]),
  ];
  const limits = (which: keyof Limits): Figure =>
    estimate(
      unitOf(measure),
      inputs,
      say("untested.no-limits"),
      (x = 0, ...others) => {
        const events =
          typeof spread === "string" ? undefined : dispersedLimits(x, others.at(-1) ?? Number.NaN, spread.df);
        const chance = isSmall ? countLimits(x, CONFIDENCE) : undefined;
        // Of few events, the wider of the two limits.
        const ends = [events?.[which], chance?.[which]].flatMap((end) => end ?? []);
        const end = which === "lower" ? Math.min(...ends) : Math.max(...ends);
        return population ? (10 ** measure.per.power * end) / (others[0] ?? Number.NaN) : end;
      },
      (...numbers) => `${which} 95% limit of ${numbers[0]}${spreadWords(spread, numbers.at(-1))}`,
    );
  const between = { lower: limits("lower"), upper: limits("upper") };
  if (!isKnown(between.lower) || !isKnown(between.upper)) return notTested(say("untested.negative"));
  const step = typeof spread === "string" ? undefined : spread.step;
  return {
    ...sideFound(between, valueWords(measure, question.value), question.value, step),
    question: question.words,
    how: step === undefined ? say("how.number") : step === "month" ? say("how.months-vary") : say("how.quarters-vary"),
    assumes:
      step === undefined ? say("assumes.events") : step === "month" ? say("assumes.months") : say("assumes.quarters"),
    current: between,
    ...(typeof spread !== "string" && {
      dispersion: spread.dispersion,
      degrees: spread.df,
      pairs: spread.pairs,
      step: spread.step,
    }),
  };
}

const spreadWords = (spread: Evidence["spread"], phi = ""): string =>
  typeof spread === "string" ? "" : `: C ± t√(φC), with φ ${phi} (at least 1) and t of ${spread.df} degrees of freedom`;

/** Which side of the value the whole of the limits is on, if either; the value in words, as the aim has it. */
export function sideFound(
  { lower, upper }: NonNullable<Significance["current"]>,
  said: string,
  value: Exact,
  step?: "month" | "quarter",
): Pick<Significance, "words" | "says"> {
  if (isKnown(upper) && compareExact(upper.value, value) < 0)
    return { words: "beyond chance", says: byStep(say("reading.below", { value: said }), step) };
  if (isKnown(lower) && compareExact(lower.value, value) > 0)
    return { words: "beyond chance", says: byStep(say("reading.above", { value: said }), step) };
  return {
    words: "within chance",
    says: byStep(say("reading.near", { value: said }), step),
  };
}

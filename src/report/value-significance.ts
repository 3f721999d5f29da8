// The current figure against a value to stay below or to reach: do the 95 % limits of the figure leave the value out.
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, type Exact, exactText, toNumber, withThousands } from "../core/number.ts";
import { type Measure, unitOf } from "../plan/model.ts";
import { countLimits } from "../statistics/count-limits.ts";
import { estimate } from "../statistics/estimate.ts";
import type { Limits } from "../statistics/limits.ts";
import { dispersedLimits } from "../statistics/paired-periods.ts";
import type { Figures, RowContext } from "./context.ts";
import { chosenPopulation, type Evidence, evidenceOf } from "./events-of.ts";
import type { ReadingQuestion } from "./reading-question.ts";
import { byStep, CONFIDENCE, notTested, type Significance } from "./significance.ts";

/** A number of so many is tested as if its events were independent; a larger one only by the spread of its months. */
const LARGE_FROM = 50;

/** What chance alone may make of the side of its aim's value that a number or a rate is on. */
export function valueSignificance(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  question: Extract<ReadingQuestion, { asks: "value" }>,
): Significance {
  const current = figures.current.force.count;
  if (!isKnown(current)) return notTested("it has no number to make a reading of");
  const isSmall = toNumber(current.value) < LARGE_FROM;
  const found = measure.baseline.none
    ? "a reading needs the spread of the months, which only a baseline gives"
    : evidenceOf(context, measure, figures);
  const spread = typeof found === "string" ? found : found.spread;
  if (typeof spread === "string" && !isSmall) return notTested(spread);
  const population = measure.basis === "rate" ? chosenPopulation(context, measure, measure.current) : undefined;
  if (measure.basis === "rate" && !isKnown(population))
    return notTested("the plan chooses no population to test it with");
  const inputs: readonly Figure[] = [
    current,
    ...(population ? [population] : []),
    ...(typeof spread === "string" ? [] : [spread.dispersion]),
  ];
  const limits = (which: keyof Limits): Figure =>
    estimate(
      unitOf(measure),
      inputs,
      "it has no limits",
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
  if (!isKnown(between.lower) || !isKnown(between.upper)) return notTested("a number below 0 has no limits");
  const step = typeof spread === "string" ? undefined : spread.step;
  return {
    ...sideFound(between, question.value, "", byStep(step)),
    question: question.words,
    how:
      step === undefined
        ? "95% limits of the current number, of independent events"
        : `95% limits of the current figure, by how its ${step}s vary (C ± t√(φC))`,
    assumes:
      step === undefined ? "events that are independent of each other" : `${step}s that are independent of each other`,
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

/** Which side of the value the whole of the limits is on, if either; the value as the aim has it. */
export function sideFound(
  { lower, upper }: NonNullable<Significance["current"]>,
  value: Exact,
  unit: string,
  how = "",
): Pick<Significance, "words" | "says"> {
  const said = `${withThousands(exactText(value))}${unit}`;
  if (isKnown(upper) && compareExact(upper.value, value) < 0)
    return { words: "beyond chance", says: `it is below ${said} by more than would be expected by chance${how}` };
  if (isKnown(lower) && compareExact(lower.value, value) > 0)
    return { words: "beyond chance", says: `it is above ${said} by more than would be expected by chance${how}` };
  return {
    words: "within chance",
    says: `it is so near to ${said} that chance alone may have put it on either side${how}`,
  };
}

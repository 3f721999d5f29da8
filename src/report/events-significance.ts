// The significance of a change in numbers and rates of events: exact tests of two counts, or of two rates.
import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import type { Level } from "../measures/measure-kind.ts";
import type { Measure } from "../plan/model.ts";
import { countLimits } from "../statistics/count-limits.ts";
import { estimate, limitOf } from "../statistics/estimate.ts";
import type { EventsOver, Limits } from "../statistics/limits.ts";
import { rateLimits } from "../statistics/rate-limits.ts";
import { rateRatio } from "../statistics/rate-ratio.ts";
import { type Figures, queryFor, type RowContext } from "./context.ts";
import { dataQuestionOf } from "./query.ts";
import { type Between, CONFIDENCE, LEVEL, notTested, type Significance } from "./significance.ts";

/** The events of both periods, and the populations that the plan chooses for them. */
interface Events {
  readonly before: EventsOver;
  readonly now: EventsOver;
  /** The figures they are: current before baseline, the numbers before the populations of a rate. */
  readonly inputs: readonly Figure[];
  readonly populations: readonly (Figure | undefined)[];
}

/** What a test of numbers or of rates is made with, or why none can be made. */
export function testedEvents(context: RowContext, measure: Measure, { baseline, current }: Figures): Events | string {
  const isRate = measure.basis === "rate";
  const [baselineFigure, currentFigure] = [baseline.force.count, current.force.count];
  if (!baselineFigure || !currentFigure) return "a rate that is given is not tested without its number and population";
  const populations = [measure.baseline, measure.current].map((when) =>
    dataQuestionOf(queryFor({ ...context, raise: () => {} }, measure, context.sides.force, when)).population(),
  );
  const [over1, over2] = populations;
  if (isRate && (!isKnown(over1) || !isKnown(over2))) return "the plan chooses no population to test it with";
  if (!isKnown(baselineFigure) || !isKnown(currentFigure)) return "a number behind it is not there";
  const sizeOf = (over: Figure | undefined): number => (isRate && isKnown(over) ? toNumber(over.value) : 1);
  return {
    before: { x: toNumber(baselineFigure.value), n: sizeOf(over1) },
    now: { x: toNumber(currentFigure.value), n: sizeOf(over2) },
    inputs: [currentFigure, baselineFigure, ...(isRate && over1 && over2 ? [over2, over1] : [])],
    populations,
  };
}

/** What chance alone would make of a change in a number or a rate of the force. */
export function eventsSignificance(context: RowContext, measure: Measure, figures: Figures): Significance {
  const { basis } = measure;
  const events = testedEvents(context, measure, figures);
  if (typeof events === "string") return notTested(events);
  const { before, now, inputs } = events;
  const [over1, over2] = events.populations;
  const isRate = basis === "rate";
  const ratio = rateRatio(now, before, CONFIDENCE);
  if (!ratio) return notTested("no test can be made of these numbers");
  const figure = (what: string, value: number | undefined, why: string): Figure =>
    estimate(
      "ratio",
      inputs,
      why,
      () => value,
      (x1, x2, n1, n2) => `${what}: ${x1}${n1 ? ` in ${n1}` : ""} against ${x2}${n2 ? ` in ${n2}` : ""}`,
    );
  return {
    words: ratio.p < LEVEL ? "beyond chance" : "within chance",
    how: isRate ? "exact test of two rates" : "exact test of two counts",
    estimate: figure(
      isRate ? "ratio of the two rates" : "ratio of the two counts",
      ratio.ratio,
      "the baseline is 0, so there is no ratio",
    ),
    limits: {
      lower: figure("lower 95% limit of the ratio", ratio.exact.lower, "there is no lower limit"),
      upper: figure("upper 95% limit of the ratio", ratio.exact.upper, "nothing bounds it above"),
    },
    p: figure(isRate ? "p of the exact test of two rates" : "p of the exact test of two counts", ratio.p, ""),
    baseline: eventLimits(figures.baseline.force, over1, basis),
    current: eventLimits(figures.current.force, over2, basis),
  };
}

function eventLimits({ count }: Level, over: Figure | undefined, basis: Measure["basis"]): Between | undefined {
  if (!count || (basis === "rate" && !over)) return undefined;
  const why = "there are no limits of this number";
  const limits = (x = 0, n = 0): Limits | undefined =>
    basis === "rate" ? rateLimits(x, n, 1000, CONFIDENCE) : countLimits(x, CONFIDENCE);
  const unit = basis === "rate" ? "per 1,000" : "count";
  const inputs = basis === "rate" && over ? [count, over] : [count];
  return {
    lower: estimate(unit, inputs, why, (x, n) => limits(x, n)?.lower, limitOf("lower")),
    upper: estimate(unit, inputs, why, (x, n) => limits(x, n)?.upper, limitOf("upper")),
  };
}

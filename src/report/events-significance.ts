// The significance of a change in numbers and rates of events: month by month where there are many, exactly where there are few.

import { type Figure, isKnown } from "../core/figure.ts";
import { over, toNumber } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import type { Level } from "../measures/measure-kind.ts";
import { type Measure, unitOf } from "../plan/model.ts";
import { countLimits } from "../statistics/count-limits.ts";
import { estimate, limitOf } from "../statistics/estimate.ts";
import type { Limits } from "../statistics/limits.ts";
import { dispersedLimits, dispersedRatio } from "../statistics/paired-periods.ts";
import { rateLimits } from "../statistics/rate-limits.ts";
import { rateRatio } from "../statistics/rate-ratio.ts";
import type { Figures, RowContext } from "./context.ts";
import { type Events, type Evidence, evidenceOf, type MonthSpread } from "./events-of.ts";
import { formatFigure } from "./format-figure.ts";
import { unlikeMonths } from "./paired-figures.ts";
import type { ReadingQuestion } from "./reading-question.ts";
import { type Between, byStep, CONFIDENCE, changeSays, LEVEL, notTested, type Significance } from "./significance.ts";

/** Two numbers that come to fewer are tested exactly, one by one event. */
const LARGE_FROM = 100;
/** A rise of more than this, as a %, that would have been found is not told to readers. */
const MOST_TOLD = 1000;
/** Neighbouring months that are more alike than this are not independent. */
const ALIKE = 0.3;

/** A test of two numbers or rates: what it is, and what it finds. */
export type RatioTest = Pick<
  Significance,
  "how" | "assumes" | "dispersion" | "degrees" | "step" | "pairs" | "notes" | "detectable" | "found"
> & { readonly estimate: Figure; readonly limits: Between; readonly p: Figure };

/** What chance alone would make of a change in a number or a rate of the force, or of its being within a tolerance. */
export function eventsSignificance(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  question: Extract<ReadingQuestion, { asks: "change" | "equivalence" }>,
): Significance {
  const unlike = unlikeMonths(measure);
  if (unlike !== undefined) return notTested(unlike);
  const evidence = evidenceOf(context, measure, figures);
  if (typeof evidence === "string") return notTested(evidence);
  const test = ratioTest(evidence, measure.basis === "rate");
  if (typeof test === "string") return notTested(test);
  const { events, shared } = evidence;
  const found =
    question.asks === "change"
      ? changeFound(test, events, shared)
      : toleranceFound(test, question, figures, measure, events);
  if (typeof found === "string") return notTested(found);
  const left = shared === 0 ? [] : [say("reading.left-out", { n: shared })];
  const notes = [...left, ...(test.notes ?? [])];
  const { detectable, found: couldFind, p, ...made } = test;
  const bySpread = test.dispersion && typeof evidence.spread !== "string" ? evidence.spread : undefined;
  const limitsIn = (when: "baseline" | "current", at: 0 | 1): Between | undefined =>
    eventLimits(measure, figures[when].force, events.populations[at], bySpread);
  return {
    ...made,
    ...found,
    // The chance of no change is not that of a change within a tolerance.
    ...(question.asks === "change" && { p }),
    // A change that was found needs no word of what could have been.
    ...(detectable &&
      couldFind &&
      found.words === "within chance" &&
      question.asks === "change" && { detectable, found: couldFind }),
    question: question.words,
    ...(shared > 0 && { shared }),
    ...(notes.length > 0 && { notes }),
    baseline: limitsIn("baseline", 0),
    current: limitsIn("current", 1),
  };
}

function changeFound(
  { p, step, found }: RatioTest,
  { before, now }: Events,
  shared: number,
): Pick<Significance, "words" | "says"> {
  const isBeyond = isKnown(p) && toNumber(p.value) < LEVEL;
  const moved = Math.sign(now.x * before.n - before.x * now.n);
  const says = changeSays(isBeyond, moved, step);
  if (isBeyond) return { words: "beyond chance", says };
  if (!isKnown(found?.rise) || toNumber(found.rise.value) > MOST_TOLD) return { words: "within chance", says };
  const slots = { reading: says, rise: formatFigure(found.rise, 0), fall: formatFigure(found.fall, 0) };
  return { words: "within chance", says: detectableSays(slots, moved === 0, shared > 0) };
}

/** With the smallest changes that would have been found; those of the months that are in one period alone. */
function detectableSays(
  slots: Readonly<Record<"reading" | "rise" | "fall", string>>,
  isStill: boolean,
  isPartly: boolean,
): string {
  if (isPartly) {
    return isStill ? say("reading.detectable-still-months", slots) : say("reading.detectable-months", slots);
  }
  return isStill ? say("reading.detectable-still", slots) : say("reading.detectable", slots);
}

/**
 * Within the tolerance, or outside it, by the whole of the limits; otherwise chance may have put it on either side. The
 * tolerance is of the whole period: a ratio r of the months tested, a of A in the baseline, leaves the A − a that are in
 * both periods as they are (of rates, over the population of each), so that the whole is 1 + (r − 1)a/A of the baseline.
 */
function toleranceFound(
  { limits, step }: RatioTest,
  { within, isShare }: Extract<ReadingQuestion, { asks: "equivalence" }>,
  { baseline }: Figures,
  { basis }: Measure,
  { before, now }: Events,
): Pick<Significance, "words" | "says"> | string {
  const base = baseline.force[basis];
  if (!isKnown(base) || toNumber(base.value) <= 0) return say("untested.no-share");
  const share = toNumber(isShare ? within : over(within, base.value));
  const whole = baseline.force.count;
  const tested = isKnown(whole) ? before.x / toNumber(whole.value) : 1;
  const ofWhole = (ratio: number): number => tested * ratio + (1 - tested) * (before.n / now.n);
  const [lower, upper] = [limits.lower, limits.upper].map((one) =>
    isKnown(one) ? ofWhole(toNumber(one.value)) : Number.POSITIVE_INFINITY,
  ) as [number, number];
  return toleranceSays(lower - 1, upper - 1, share, step);
}

/** The reading of a change whose limits are given, within so much either way; all in one unit. */
export function toleranceSays(
  lower: number,
  upper: number,
  within: number,
  step?: "month" | "quarter",
): Pick<Significance, "words" | "says"> {
  if (lower >= -within && upper <= within)
    return {
      words: "beyond chance",
      says: byStep(say("reading.within-tolerance"), step),
    };
  if (lower > within || upper < -within)
    return {
      words: "beyond chance",
      says: byStep(lower > within ? say("reading.rise-outside") : say("reading.fall-outside"), step),
    };
  return { words: "within chance", says: byStep(say("reading.either-side-tolerance"), step) };
}

/** The test of two numbers or rates; of few events the exact one or that of their months, whichever finds less; or why none. */
export function ratioTest({ events, spread }: Evidence, isRate: boolean): RatioTest | string {
  const { before, now } = events;
  const isSmall = before.x + now.x < LARGE_FROM || before.x === 0 || now.x === 0;
  const byPairs = typeof spread === "string" ? undefined : pairedTest(events, spread, isRate);
  if (!isSmall) return byPairs ?? (typeof spread === "string" ? spread : say("untested.numbers"));
  const exactly = exactTest(events, isRate);
  if (!exactly) return say("untested.numbers");
  return byPairs && chanceOf(byPairs) > chanceOf(exactly) ? byPairs : exactly;
}

const chanceOf = ({ p }: RatioTest): number => (isKnown(p) ? toNumber(p.value) : 0);

function pairedTest({ before, now, inputs }: Events, spread: MonthSpread, isRate: boolean): RatioTest | undefined {
  const { step, pairs, dispersion, df, phi, lag1 } = spread;
  if (!dispersedRatio(now, before, phi, df)) return undefined;
  const what = isRate ? "rates" : "counts";
  const figure = (
    said: string,
    unit: Figure["unit"],
    from: (found: NonNullable<ReturnType<typeof dispersedRatio>>) => number,
  ) =>
    estimate(
      unit,
      [...inputs, dispersion],
      say("untested.numbers"),
      (...values) => {
        const found = dispersedRatio(now, before, values.at(-1) ?? Number.NaN, df);
        return found && from(found);
      },
      (x1, x2, ...others) => {
        const phiText = others.at(-1);
        const [n1, n2] = isRate ? others : [];
        const sides = `${x1}${n1 ? ` in ${n1}` : ""} against ${x2}${n2 ? ` in ${n2}` : ""}`;
        return `${said}: ${sides}, φ ${phiText} (at least 1), standard error of the logarithm √(φ × (1 ÷ ${x2} + 1 ÷ ${x1})), t with ${df} degrees of freedom`;
      },
    );
  return {
    how: pairedHow(step, isRate, pairs.length),
    assumes: step === "month" ? say("assumes.months-within") : say("assumes.quarters-within"),
    estimate: figure(`ratio of the two ${what}`, "ratio", ({ ratio }) => ratio),
    limits: {
      lower: figure("lower 95% limit of the ratio", "ratio", ({ limits }) => limits.lower),
      upper: figure("upper 95% limit of the ratio", "ratio", ({ limits }) => limits.upper),
    },
    p: figure(`p of the two ${what}, ${step} by ${step}`, "ratio", ({ p }) => p),
    detectable: figure(
      "the change of the logarithm that would have been found, t × its standard error, × 100",
      "%",
      (found) => found.detectable,
    ),
    found: {
      rise: figure("the smallest rise that would have been found", "%", ({ rise }) => rise),
      fall: figure("the smallest fall that would have been found", "%", ({ fall }) => fall),
    },
    ...{ dispersion, degrees: df, step, pairs },
    ...(lag1 > ALIKE && {
      notes: [
        step === "month"
          ? say("reading.alike-months", { correlation: lag1.toFixed(2) })
          : say("reading.alike-quarters", { correlation: lag1.toFixed(2) }),
      ],
    }),
  };
}

function pairedHow(step: "month" | "quarter", isRate: boolean, n: number): string {
  if (step === "month") {
    return isRate ? say("how.pairs-months-rates", { n }) : say("how.pairs-months", { n });
  }
  return isRate ? say("how.pairs-quarters-rates", { n }) : say("how.pairs-quarters", { n });
}

function exactTest({ before, now, inputs }: Events, isRate: boolean): RatioTest | undefined {
  const ratio = rateRatio(now, before, CONFIDENCE);
  if (!ratio) return undefined;
  const figure = (what: string, value: number | undefined, why: string): Figure =>
    estimate(
      "ratio",
      inputs,
      why,
      () => value,
      (x1, x2, n1, n2) => `${what}: ${x1}${n1 ? ` in ${n1}` : ""} against ${x2}${n2 ? ` in ${n2}` : ""}`,
    );
  return {
    how: isRate ? say("how.exact-rates") : say("how.exact-counts"),
    assumes: say("assumes.events"),
    estimate: figure(
      isRate ? "ratio of the two rates" : "ratio of the two counts",
      ratio.ratio,
      say("untested.no-ratio"),
    ),
    limits: {
      lower: figure("lower 95% limit of the ratio", ratio.exact.lower, "there is no lower limit"),
      upper: figure("upper 95% limit of the ratio", ratio.exact.upper, "nothing bounds it above"),
    },
    p: figure(isRate ? "p of the exact test of two rates" : "p of the exact test of two counts", ratio.p, ""),
  };
}

/** The limits of a number or a rate: by the spread of its months where the reading is by them, otherwise of independent events. */
function eventLimits(
  measure: Measure,
  { count }: Level,
  over: Figure | undefined,
  spread: MonthSpread | undefined,
): Between | undefined {
  const { basis } = measure;
  if (!count || (basis === "rate" && !over)) return undefined;
  const size = 10 ** measure.per.power;
  const inputs = [count, ...(basis === "rate" && over ? [over] : []), ...(spread ? [spread.dispersion] : [])];
  const limits = (x: number, n: number, phi: number): Limits | undefined => {
    if (!spread) return basis === "rate" ? rateLimits(x, n, size, CONFIDENCE) : countLimits(x, CONFIDENCE);
    const found = dispersedLimits(x, phi, spread.df);
    const per = basis === "rate" ? size / n : 1;
    return found && { lower: found.lower * per, upper: found.upper * per };
  };
  const figure = (which: "lower" | "upper"): Figure =>
    estimate(
      unitOf(measure),
      inputs,
      "there are no limits of this number",
      (...values) => limits(values[0] ?? 0, values[1] ?? 0, values.at(-1) ?? 0)?.[which],
      (...numbers) => limitOf(which)(...numbers.slice(0, basis === "rate" ? 2 : 1)),
    );
  return { lower: figure("lower"), upper: figure("upper") };
}

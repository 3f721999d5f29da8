// The significance of a change in numbers and rates of events: month by month where there are many, exactly where there are few.
import { type Figure, isKnown } from "../core/figure.ts";
import { over, toNumber } from "../core/number.ts";
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
/** A change of more than this, as a %, that would have been found is not told to readers. */
const MOST_TOLD = 100;
/** Neighbouring months that are more alike than this are not independent. */
const ALIKE = 0.3;

/** A test of two numbers or rates: what it is, and what it finds. */
export type RatioTest = Pick<
  Significance,
  "how" | "assumes" | "dispersion" | "degrees" | "step" | "pairs" | "notes" | "detectable"
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
    question.asks === "change" ? changeFound(test, events) : toleranceFound(test, question, figures, measure);
  if (typeof found === "string") return notTested(found);
  const left = shared === 0 ? [] : [`${shared} months are in both periods, and are left out of both for the reading`];
  const notes = [...left, ...(test.notes ?? [])];
  const { detectable, p, ...made } = test;
  const bySpread = test.dispersion && typeof evidence.spread !== "string" ? evidence.spread : undefined;
  const limitsIn = (when: "baseline" | "current", at: 0 | 1): Between | undefined =>
    eventLimits(measure, figures[when].force, events.populations[at], bySpread);
  return {
    ...made,
    ...found,
    // The chance of no change is not that of a change within a tolerance.
    ...(question.asks === "change" && { p }),
    // A change that was found needs no word of what could have been.
    ...(detectable && found.words === "within chance" && question.asks === "change" && { detectable }),
    question: question.words,
    ...(shared > 0 && { shared }),
    ...(notes.length > 0 && { notes }),
    baseline: limitsIn("baseline", 0),
    current: limitsIn("current", 1),
  };
}

function changeFound(
  { p, step, detectable }: RatioTest,
  { before, now }: Events,
): Pick<Significance, "words" | "says"> {
  const isBeyond = isKnown(p) && toNumber(p.value) < LEVEL;
  const says = changeSays(isBeyond, Math.sign(now.x * before.n - before.x * now.n), step);
  if (isBeyond) return { words: "beyond chance", says };
  // Beyond that a % of a logarithm is no % of the number.
  const isTold = isKnown(detectable) && toNumber(detectable.value) <= MOST_TOLD;
  const about = isTold ? `; a change of about ${formatFigure(detectable, 0)} would have been more than that` : "";
  return { words: "within chance", says: `${says}${about}` };
}

/** Within the tolerance, or outside it, by the whole of the limits; otherwise chance may have put it on either side. */
function toleranceFound(
  { limits, step }: RatioTest,
  { within, isShare }: Extract<ReadingQuestion, { asks: "equivalence" }>,
  { baseline }: Figures,
  { basis }: Measure,
): Pick<Significance, "words" | "says"> | string {
  const base = baseline.force[basis];
  if (!isKnown(base) || toNumber(base.value) <= 0) return "the baseline is 0, of which nothing is a share";
  const share = toNumber(isShare ? within : over(within, base.value));
  const [lower, upper] = [limits.lower, limits.upper].map((one) =>
    isKnown(one) ? toNumber(one.value) : Number.POSITIVE_INFINITY,
  ) as [number, number];
  return toleranceSays(lower - 1, upper - 1, share, byStep(step));
}

/** The reading of a change whose limits are given, within so much either way; all in one unit. */
export function toleranceSays(
  lower: number,
  upper: number,
  within: number,
  how = "",
): Pick<Significance, "words" | "says"> {
  if (lower >= -within && upper <= within)
    return {
      words: "beyond chance",
      says: `its change is within its tolerance by more than chance alone would explain${how}`,
    };
  if (lower > within || upper < -within)
    return {
      words: "beyond chance",
      says: `its change is outside its tolerance by more than chance alone would explain${how}`,
    };
  return { words: "within chance", says: `chance alone may have put its change on either side of its tolerance${how}` };
}

/** The test of two numbers or rates; of few events the exact one or that of their months, whichever finds less; or why none. */
export function ratioTest({ events, spread }: Evidence, isRate: boolean): RatioTest | string {
  const { before, now } = events;
  const isSmall = before.x + now.x < LARGE_FROM || before.x === 0 || now.x === 0;
  const byPairs = typeof spread === "string" ? undefined : pairedTest(events, spread, isRate);
  if (!isSmall) return byPairs ?? (typeof spread === "string" ? spread : "no test can be made of these numbers");
  const exactly = exactTest(events, isRate);
  if (!exactly) return "no test can be made of these numbers";
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
      "no test can be made of these numbers",
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
    how: `each ${step} against the same ${step} of the baseline (quasi-binomial test of ${what} in ${pairs.length} pairs)`,
    assumes: `${step}s that are independent of each other, and vary as much within as between the two periods`,
    estimate: figure(`ratio of the two ${what}`, "ratio", ({ ratio }) => ratio),
    limits: {
      lower: figure("lower 95% limit of the ratio", "ratio", ({ limits }) => limits.lower),
      upper: figure("upper 95% limit of the ratio", "ratio", ({ limits }) => limits.upper),
    },
    p: figure(`p of the two ${what}, ${step} by ${step}`, "ratio", ({ p }) => p),
    detectable: figure(
      "the change that would have been found, t × the standard error as a %",
      "%",
      (found) => found.detectable,
    ),
    ...{ dispersion, degrees: df, step, pairs },
    ...(lag1 > ALIKE && {
      notes: [
        `its ${step}s are like their neighbours (correlation ${lag1.toFixed(2)}), so a reading is beyond chance more often than 1 time in 20 where nothing changed`,
      ],
    }),
  };
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
    how: isRate ? "exact test of two rates" : "exact test of two counts",
    assumes: "events that are independent of each other",
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

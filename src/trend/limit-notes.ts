// The notes on limits: what they are worked out from, the signals and what these mean, and where new limits might begin.

import type { Figure } from "../core/figure.ts";
import { withThousands } from "../core/number.ts";
import { monthName, type Period } from "../core/period.ts";
import { monthWords, periodWords, seasonWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import { wordsFor } from "../output/value-columns.ts";
import { placesFor } from "../report/format-figure.ts";
import { type Assurance, assuranceSigns } from "./assurance.ts";
import { momentName, spanName } from "./moment.ts";
import { signalWords, withMeaning } from "./signals.ts";
import { FEWEST_EVENTS, type Stretch, type TrendLimits, type TrendSignal } from "./stretches.ts";
import type { Trend } from "./trend.ts";

/** The unit of the limits and how many decimals they are printed with: one more than the figures. */
export function limitPlaces({ measure, moments, fineBasis }: Trend): { unit: Figure["unit"]; places: number } {
  const figure = moments[0]?.levels[0]?.[fineBasis] ?? { unit: "count" as const };
  return { unit: figure.unit, places: placesFor(measure, false, figure) + 1 };
}

const digits = (trend: Trend, value: number): string => withThousands(value.toFixed(limitPlaces(trend).places));

/** The limits of a stretch, and the signals in it; or why it has no limits. */
export function limitNotes(trend: Trend, stretch: Stretch, rising: number): string[] {
  const { firstShown, last, leftOut, seasonDoubt, signals, shift } = stretch;
  const without = leftOut.map((point) =>
    say("limits.left-out", { period: momentName(point.period), reason: point.leftOut?.reason ?? "" }),
  );
  if (!stretch.limits) return [noLimits(trend, stretch), ...without];
  return [
    limitSentence(trend, stretch),
    ...without,
    ...signalNotes(signals, rising),
    ...(signals.length === 0 ? [say("limits.no-signal", { period: spanName(firstShown, last) })] : []),
    ...(seasonDoubt && signals.length > 0 ? [doubtWords(seasonDoubt, trend.step)] : []),
    ...(shift ? [shiftSentence(shift, trend.step)] : []),
  ];
}

type Step = Trend["step"];

function doubtWords({ p }: NonNullable<Stretch["seasonDoubt"]>, step: Step): string {
  if (p === undefined) {
    return step === "quarter" ? say("limits.season-needed-quarters") : say("limits.season-needed");
  }
  const slots = { p: p.toFixed(3) };
  return step === "quarter" ? say("limits.season-doubt-quarters", slots) : say("limits.season-doubt", slots);
}

/** "12 months", "12 quarters" */
const stepsSaid = (n: number, step: Step): string =>
  step === "quarter" ? say("limits.quarters", { n }) : say("limits.months", { n });

function noLimits(trend: Trend, { first, last, mean, used, chosen, points }: Stretch): string {
  const where = spanName(first, last);
  const { step } = trend;
  if (mean !== undefined) {
    const slots = { where, least: FEWEST_EVENTS, mean: digits(trend, mean) };
    return step === "quarter" ? say("limits.too-few-quarter", slots) : say("limits.too-few", slots);
  }
  if (chosen?.to !== undefined) {
    const slots = { where, period: periodWords({ from: chosen.from, to: chosen.to }), used };
    return step === "quarter" ? say("limits.fixed-few-quarters", slots) : say("limits.fixed-few", slots);
  }
  return used < points
    ? say("limits.few-without", { where, steps: stepsSaid(used, step) })
    : say("limits.few", { where, steps: stepsSaid(points, step) });
}

function limitSentence(trend: Trend, { first, last, limits, chosen, used, seasons, ...stretch }: Stretch): string {
  if (!limits) return "";
  const { step } = trend;
  const [mean = "", lower = "", upper = ""] = [limits.mean, limits.lower, limits.upper].map((value) =>
    digits(trend, value),
  );
  const steps = stepsSaid(used, step);
  const of = { value: wordsFor(trend.fineBasis, trend.measure), where: spanName(first, last), steps };
  const words =
    chosen?.to === undefined
      ? say("limits.of", of)
      : say("limits.of-fixed", { ...of, period: periodWords({ from: chosen.from, to: chosen.to }) });
  const isPercent = limitPlaces(trend).unit === "%";
  const said = seasons
    ? seasonLimits(step, isPercent, {
        ...{ limits: words, mean, lower, upper },
        ...indexWords(stretch.each, limits.mean, step),
      })
    : isPercent
      ? say("limits.plain-percent", { limits: words, mean, lower, upper })
      : say("limits.plain", { limits: words, mean, lower, upper });
  return chosen?.reason === undefined ? said : say("limits.why", { limits: said, reason: chosen.reason });
}

/** The month or quarter with the lowest index of its season and the one with the highest, with what each comes to. */
function indexWords(each: Stretch["each"], mean: number, step: Step) {
  const indices = each.map(({ period, limits: own }) => ({ period, index: own.mean / mean }));
  const [low = "", high = ""] = [Math.min, Math.max].map((pick) => {
    const index = pick(...indices.map((one) => one.index));
    const one = indices.find((found) => found.index === index);
    return say("limits.index", {
      index: index.toFixed(2),
      season: one ? seasonWords(one.period.to, step === "quarter") : "",
    });
  });
  return { low, high };
}

type SeasonSlots = Readonly<Record<"limits" | "mean" | "lower" | "upper" | "low" | "high", string>>;
function seasonLimits(step: Step, isPercent: boolean, slots: SeasonSlots): string {
  if (step === "quarter") {
    return isPercent ? say("limits.season-quarter-percent", slots) : say("limits.season-quarter", slots);
  }
  return isPercent ? say("limits.season-percent", slots) : say("limits.season", slots);
}

function signalNotes(signals: readonly TrendSignal[], rising: number): string[] {
  const outside = signals.filter(({ rule }) => rule === "outside");
  const sides = [...new Set(outside.map(({ direction }) => direction))].flatMap((direction) => {
    const own = outside.filter((signal) => signal.direction === direction);
    const [one] = own;
    const periods = inRow(spansOf(own.map(({ first }) => first)));
    const signal = one && say("signal.periods", { signal: signalWords(one), periods });
    return one && signal !== undefined ? [say("signal.said", { signal: withMeaning(signal, one.meaning) })] : [];
  });
  return [...sides, ...signals.filter(({ rule }) => rule !== "outside").map((signal) => sentence(signal, rising))];
}

/** "May 2021, July 2021 to September 2021": periods in order, those that follow one another as one span. */
function spansOf(periods: readonly Period[]): string[] {
  const spans: Period[][] = [];
  for (const period of periods) {
    const last = spans.at(-1);
    if (last && last.at(-1)?.to === period.from - 1) last.push(period);
    else spans.push([period]);
  }
  return spans.map((span) => spanName(span[0] as Period, span.at(-1) as Period, "words"));
}

function sentence(signal: TrendSignal, rising: number): string {
  const { rule, direction, points, first, last, meaning } = signal;
  const isUp = direction === "up";
  const when = withMeaning(spanName(first, last, "words"), meaning);
  const slots = { n: points.length, when };
  if (rule === "run") {
    return isUp ? say("signal.run-above-said", slots) : say("signal.run-below-said", slots);
  }
  if (rule === "trend") {
    return isUp ? say("signal.rising-said", { ...slots, rising }) : say("signal.falling-said", { ...slots, rising });
  }
  return isUp ? say("signal.near-upper-said", { when }) : say("signal.near-lower-said", { when });
}

/** Only the plan makes new limits begin. */
function shiftSentence({ from, direction, points, onSide }: NonNullable<Stretch["shift"]>, step: Step): string {
  const slots = { onSide, points, month: monthWords(from.from) };
  const isUp = direction === "up";
  const isAll = onSide === points;
  const what =
    step === "quarter"
      ? isAll
        ? isUp
          ? say("shift.all-quarters-above", slots)
          : say("shift.all-quarters-below", slots)
        : isUp
          ? say("shift.quarters-above", slots)
          : say("shift.quarters-below", slots)
      : isAll
        ? isUp
          ? say("shift.all-above", slots)
          : say("shift.all-below", slots)
        : isUp
          ? say("shift.above", slots)
          : say("shift.below", slots);
  // What the plan would say, which is in English.
  const entry = { shift: what, entry: `{ from: ${monthName(from.from)}, reason: … }` };
  if (points >= 12) return say("shift.advice", entry);
  return step === "quarter" ? say("shift.advice-quarters", entry) : say("shift.advice-months", entry);
}

/** The variation at the last month, and whether the aim will be met, each by sign and word. */
export function summaryNotes(trend: Trend): string[] {
  const { variation, assurance, stretches, unknown } = trend;
  const { limits, shift, chosen } = stretches.at(-1) ?? {};
  return [
    ...unknown.map((month) => say("limits.unknown", { period: periodWords(month) })),
    ...(variation ? [variationSentence(variation)] : []),
    ...(assurance?.none !== undefined ? [say("assurance.none", { why: assurance.none })] : []),
    ...(assurance?.outcome && limits ? [assuranceSentence(trend, assurance, limits)] : []),
    // Limits of before say nothing of what is to come after a shift.
    ...(assurance?.outcome && shift ? [basisSentence(shift.from, chosen?.to !== undefined)] : []),
  ];
}

function variationSentence({ at, meaning, sign, because }: NonNullable<Trend["variation"]>): string {
  const slots = { period: momentName(at), sign, why: because };
  if (meaning === "improving") return say("variation.improving", slots);
  return meaning === "concerning" ? say("variation.concerning", slots) : say("variation.neither", slots);
}

const basisSentence = ({ from }: Period, isFixed: boolean): string =>
  isFixed ? say("assurance.fixed", { month: monthWords(from) }) : say("assurance.mixed", { month: monthWords(from) });

function assuranceSentence(
  trend: Trend,
  { outcome, value, isShare }: Assurance,
  { lower, upper }: TrendLimits,
): string {
  const { measure, step, stretches } = trend;
  const sign = assuranceSigns[outcome];
  const aim = aimComes(isShare, step, stretches.at(-1)?.seasons !== undefined, {
    aim: measure.aim?.words ?? "",
    value: digits(trend, value),
  });
  const slots = { sign, aim, lower: digits(trend, lower), upper: digits(trend, upper) };
  if (outcome === "will be met") return say("assurance.met", slots);
  return outcome === "will not be met without change"
    ? say("assurance.not-met", slots)
    : say("assurance.chance", slots);
}

/** What the aim's value comes to in a month or a quarter. */
function aimComes(
  isShare: boolean,
  step: Step,
  isSeasonal: boolean,
  slots: { readonly aim: string; readonly value: string },
): string {
  if (!isShare) return say("assurance.aim-is", slots);
  if (step === "quarter") {
    return isSeasonal ? say("assurance.average-quarter", slots) : say("assurance.a-quarter", slots);
  }
  return isSeasonal ? say("assurance.average-month", slots) : say("assurance.a-month", slots);
}

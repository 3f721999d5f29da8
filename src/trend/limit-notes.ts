// The notes on limits: what they are worked out from, the signals and what these mean, and where new limits might begin.
import type { Figure } from "../core/figure.ts";
import { withThousands } from "../core/number.ts";
import { monthName, type Period, periodName } from "../core/period.ts";
import { wordsFor } from "../output/value-columns.ts";
import { placesFor } from "../report/format-figure.ts";
import { type Assurance, assuranceSigns } from "./assurance.ts";
import { momentName, spanName } from "./moment.ts";
import { meaningWords, signalWords } from "./signals.ts";
import { FEWEST_EVENTS, type Stretch, type TrendLimits, type TrendSignal } from "./stretches.ts";
import type { Trend } from "./trend.ts";

/** The unit of the limits and how many decimals they are printed with: one more than the figures. */
export function limitPlaces({ measure, moments, fineBasis }: Trend): { unit: Figure["unit"]; places: number } {
  const figure = moments[0]?.levels[0]?.[fineBasis] ?? { unit: "count" as const };
  return { unit: figure.unit, places: placesFor(measure, false, figure) + 1 };
}

const digits = (trend: Trend, value: number): string => withThousands(value.toFixed(limitPlaces(trend).places));

/** The limits of a stretch, and the signals in it; or why it has no limits. */
export function limitNotes(trend: Trend, stretch: Stretch, unit: string, rising: number): string[] {
  const { firstShown, last, leftOut, seasonDoubt, signals, shift } = stretch;
  const without = leftOut.map(
    (point) => `${momentName(point.period)} is left out of the limits: ${point.leftOut?.reason}.`,
  );
  if (!stretch.limits) return [noLimits(trend, stretch, unit), ...without];
  return [
    limitSentence(trend, stretch, unit),
    ...without,
    ...signalNotes(signals, rising),
    ...(signals.length === 0 ? [`No signal of a change, ${spanName(firstShown, last)}.`] : []),
    ...(seasonDoubt && signals.length > 0
      ? [`A signal may be no more than the season: ${doubtWords(seasonDoubt, unit)}.`]
      : []),
    ...(shift ? [shiftSentence(shift, unit)] : []),
  ];
}

const doubtWords = ({ p }: NonNullable<Stretch["seasonDoubt"]>, unit: string): string =>
  p === undefined
    ? `${unit === "quarters" ? "20 quarters" : "48 months"} are needed to tell`
    : `the ${unit} of the year seem to differ, though not clearly (p = ${p.toFixed(3)})`;

function noLimits(trend: Trend, { first, last, mean, used, chosen, points }: Stretch, unit: string): string {
  const where = spanName(first, last);
  if (mean !== undefined)
    return `No limits for ${where}: on average there are fewer than ${FEWEST_EVENTS} a ${trend.step} (${digits(trend, mean)}), too few for limits to be reliable. Compare longer periods.`;
  if (chosen?.to !== undefined)
    return `No limits for ${where}: in ${periodName({ from: chosen.from, to: chosen.to })}, which the plan chooses for them, only ${used} of the 12 ${unit} that are needed can be used.`;
  return `No limits for ${where}: ${used < points ? `without those left out, ${used}` : points} ${unit}, and 12 are needed.`;
}

function limitSentence(
  trend: Trend,
  { first, last, limits, chosen, used, seasons, ...stretch }: Stretch,
  unit: string,
) {
  if (!limits) return "";
  const where = spanName(first, last);
  const isFixed = chosen?.to !== undefined;
  const basis = isFixed
    ? `, fixed on ${periodName({ from: chosen.from, to: chosen.to ?? chosen.from })} (${used} ${unit})`
    : ` (${used} ${unit})`;
  const why = chosen?.reason === undefined ? "" : ` Why there: ${chosen.reason}.`;
  const { unit: kind } = limitPlaces(trend);
  const bounds = kind === "%" ? "within 0 and 100" : "not below 0";
  const [mean, lower, upper] = [limits.mean, limits.lower, limits.upper].map((value) => digits(trend, value));
  const words = `Limits of the ${wordsFor(trend.fineBasis, trend.measure)}, ${where}${basis}`;
  if (!seasons)
    return `${words}: mean ${mean}, from ${lower} to ${upper} (XmR: mean ± 2.66 × the mean moving range, ${bounds}).${why}`;
  const indices = stretch.each.map(({ period, limits: own }) => ({ period, index: own.mean / limits.mean }));
  const [low, high] = [Math.min, Math.max].map((pick) => {
    const index = pick(...indices.map((one) => one.index));
    return indices.find((one) => one.index === index);
  });
  const step = unit === "quarters" ? "quarter" : "month";
  const each = [low, high].map((one) => `${one?.index.toFixed(2)} in ${one ? calendarName(one.period) : ""}`);
  return `${words}, by season: in an average ${step} mean ${mean}, from ${lower} to ${upper}; for each 1 of an average ${step}, ${each.join(" to ")} (XmR of what is left without the season, ${bounds}).${why}`;
}

/** "July", "April to June" */
const calendarName = (period: Period): string => periodName(period).replace(/ \d{4}/g, "");

function signalNotes(signals: readonly TrendSignal[], rising: number): string[] {
  const outside = signals.filter(({ rule }) => rule === "outside");
  const sides = [...new Set(outside.map(({ direction }) => direction))].flatMap((direction) => {
    const own = outside.filter((signal) => signal.direction === direction);
    const [one] = own;
    const months = spansOf(own.map(({ first }) => first)).join(", ");
    return one ? [`Signal: ${signalWords(one)}: ${months}${meaningWords(one.meaning)}.`] : [];
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
  return spans.map((span) => spanName(span[0] as Period, span.at(-1) as Period, "to"));
}

function sentence(signal: TrendSignal, rising: number): string {
  const { rule, direction, points, first, last, meaning } = signal;
  const when = `${spanName(first, last, "to")}${meaningWords(meaning)}`;
  if (rule === "run")
    return `Signal: ${points.length} in a row ${direction === "up" ? "above" : "below"} the mean, ${when}.`;
  if (rule === "trend")
    return `Signal: ${points.length} in a row ${signalWords(signal)} (${rising} are a signal), ${when}.`;
  return `Signal: two of three beyond two thirds of the ${direction === "up" ? "upper" : "lower"} limit, ${when}.`;
}

/** Only the plan makes new limits begin. */
function shiftSentence({ from, direction, points, onSide }: NonNullable<Stretch["shift"]>, unit: string): string {
  const begins = monthName(from.from);
  const side = direction === "up" ? "above" : "below";
  const many = onSide === points ? `All ${points}` : `${onSide} of ${points}`;
  const needed = points < 12 ? `, once there are 12 ${unit}` : "";
  return `${many} ${unit} from ${begins} on lie ${side} the mean. If you know why and it will last, new limits can begin there${needed}: add { from: ${begins}, reason: … } to limits in the plan.`;
}

/** The variation at the last month, and whether the aim will be met, each by sign and word. */
export function summaryNotes(trend: Trend): string[] {
  const { variation, assurance, stretches, unknown } = trend;
  const { limits, shift, chosen } = stretches.at(-1) ?? {};
  const said = variation?.meaning === "neither" ? "neither improving nor concerning" : variation?.meaning;
  return [
    ...unknown.map((month) => `The plan leaves out ${periodName(month)} (except), which the data do not have.`),
    ...(variation ? [`Variation, ${momentName(variation.at)}: ${variation.sign} ${said} (${variation.because}).`] : []),
    ...(assurance?.none !== undefined ? [`Assurance: none, as ${assurance.none}.`] : []),
    ...(assurance?.outcome && limits ? [assuranceSentence(trend, assurance, limits)] : []),
    // Limits of before say nothing of what is to come after a shift.
    ...(assurance?.outcome && shift ? [basisSentence(shift.from, chosen?.to !== undefined)] : []),
  ];
}

const basisSentence = ({ from }: Period, isFixed: boolean): string =>
  isFixed
    ? `The assurance is by the limits from before ${monthName(from)}.`
    : `The assurance is by limits that mix the months before ${monthName(from)} with those since.`;

function assuranceSentence(
  trend: Trend,
  { outcome, value, isShare }: Assurance,
  { lower, upper }: TrendLimits,
): string {
  const { measure, step } = trend;
  const month = trend.stretches.at(-1)?.seasons ? ` in an average ${step}` : ` a ${step}`;
  const comes = `The aim, ${measure.aim?.words}, ${isShare ? `comes to ${digits(trend, value)}${month}` : `is ${digits(trend, value)}`}`;
  return `Assurance: (${assuranceSigns[outcome]}) the aim ${outcome}. ${comes}; the limits reach from ${digits(trend, lower)} to ${digits(trend, upper)}.`;
}

// The limits of a series over time, and the signals in each of its stretches.
import type { Period } from "../core/period.ts";
import type { Unit } from "../core/value-kind.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import type { Better } from "../plan/aims/aim.ts";
import { type LastingShift, lastingShift } from "../statistics/lasting-shift.ts";
import { fewestForSeasons, type Seasons } from "../statistics/seasonal-index.ts";
import { seasonalXmr } from "../statistics/seasonal-xmr.ts";
import { FEWEST_POINTS, type XmrLimits, type XmrSignal, xmrLimits, xmrSignals } from "../statistics/xmr.ts";
import { type EraSeasons, seasonsAt, seasonsByEra, stepsInYear } from "./era-seasons.ts";
import type { TrendPoint } from "./moment.ts";
import { type Regime, regimesOf, type SeriesRules, type StepPoint, unbroken } from "./regimes.ts";

export type TrendLimits = Pick<XmrLimits, "mean" | "lower" | "upper">;

/** What a signal means by the side that is better. */
export const meanings = ["improving", "concerning", "neither"] as const;
export type Meaning = (typeof meanings)[number];

export interface TrendSignal extends XmrSignal {
  readonly first: Period;
  readonly last: Period;
  /** The months or quarters that it marks. */
  readonly marked: readonly Period[];
  readonly meaning: Meaning;
}

/** A stretch of months or quarters without a gap or a break, its limits, and the signals in it. */
export interface Stretch {
  readonly first: Period;
  readonly last: Period;
  /** Its months or quarters. */
  readonly of: readonly Period[];
  /** The first of them that is shown. */
  readonly firstShown: Period;
  readonly points: number;
  /** The mean of what the limits are worked out from, where there are enough points for one. */
  readonly mean: number | undefined;
  /** Of an average month; nothing where there are too few points, or too few events. */
  readonly limits: TrendLimits | undefined;
  /** The limits at each point; the same at all of them where there are no seasons. */
  readonly each: readonly { readonly period: Period; readonly limits: TrendLimits }[];
  /** How many points the limits are, or would be, worked out from. */
  readonly used: number;
  /** The months that the plan chooses for that. */
  readonly chosen: Regime["chosen"];
  readonly leftOut: readonly StepPoint[];
  /** How the calendar months differ, where they do: the index of each is its limits' mean ÷ that of an average month. */
  readonly seasons: Seasons | undefined;
  /** Why a signal may be a season: there are too few years to tell, or calendar months differ, though not clearly (p). */
  readonly seasonDoubt: { readonly p?: number } | undefined;
  readonly signals: readonly TrendSignal[];
  /** Where a shift that has lasted began. */
  readonly shift: (LastingShift & { readonly from: Period }) | undefined;
}

/** Below this mean, a count moves in steps too coarse for a moving range: its limits would be those of the steps. */
export const FEWEST_EVENTS = 5;

/** The stretches of the force's values, with limits where there are enough points. */
export function stretchesOf(
  moments: readonly TrendPoint[],
  basis: LevelKey,
  rules: SeriesRules,
  { better, rising }: { readonly better: Better | undefined; readonly rising: number },
): Stretch[] {
  const unit = moments[0]?.levels[0]?.[basis]?.unit ?? "count";
  const regimes = regimesOf(moments, basis, rules);
  const seasons = seasonsByEra(regimes);
  return regimes.flatMap(({ points, chosen, era }) => {
    // Limits on months of the plan's choosing hold across gaps; others are of what is without one.
    const isFixed = chosen?.to !== undefined;
    const groups = isFixed ? [points] : unbroken(points).map(({ start, end }) => points.slice(start, end));
    return groups.flatMap((group) => stretchesIn(group, chosen, unit, { better, rising, seasons: seasons.get(era) }));
  });
}

/** The stretches as they are shown from a month on: their limits hold, whatever is shown, and signals before it are left out. */
export function shownFrom(stretches: readonly Stretch[], since: number): Stretch[] {
  const isShown = ({ to }: Period): boolean => to >= since;
  return stretches.flatMap((one) => {
    const firstShown = one.of.find(isShown);
    if (!firstShown) return [];
    const each = one.each.filter(({ period }) => isShown(period));
    return [{ ...one, firstShown, each, signals: one.signals.filter(({ last }) => isShown(last)) }];
  });
}

function stretchesIn(
  points: readonly StepPoint[],
  chosen: Regime["chosen"],
  unit: Unit,
  {
    better,
    rising,
    seasons,
  }: { readonly better: Better | undefined; readonly rising: number; readonly seasons: EraSeasons | undefined },
): Stretch[] {
  const values = points.map(({ value }) => value);
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = chosen ?? {};
  const used = points.map(
    ({ period, value, leftOut }) => Number.isFinite(value) && !leftOut && from <= period.from && period.to <= to,
  );
  const worked = limitsFrom(points, used, unit, seasons && seasonsAt(seasons, points));
  const shown = (limits: TrendLimits): TrendLimits => withinBounds(limits, values, unit);
  return unbroken(points).map(({ start, end }) => {
    const own = points.slice(start, end).map(({ period }) => period);
    const at = (place: number): Period => own[place] as Period;
    const judged = worked?.judged.slice(start, end) ?? [];
    const found = worked ? xmrSignals(judged, worked.centre, { trend: rising }) : [];
    const fixedTo = chosen?.to === undefined ? 0 : used.lastIndexOf(true) + 1 - start;
    const shift = worked && lastingShift(judged, found, worked.centre.mean, fixedTo);
    return {
      ...{ first: at(0), last: at(end - start - 1), firstShown: at(0), of: own, points: end - start },
      mean: worked?.average.mean ?? meanIfEnough(values, used),
      limits: worked && shown(worked.average),
      each: worked ? own.map((period, place) => ({ period, limits: shown(worked.limits(start + place)) })) : [],
      used: used.filter(Boolean).length,
      ...{ chosen, seasons: worked?.seasons?.isClear ? worked.seasons : undefined },
      leftOut: points.slice(start, end).filter(({ leftOut }) => leftOut),
      seasonDoubt: worked && seasonDoubtOf(values, stepsInYear(points), worked),
      signals: found.map((signal) => ({
        ...signal,
        ...{ first: at(signal.from), last: at(signal.to), marked: signal.points.map(at) },
        meaning: meaningOf(signal.direction, better),
      })),
      shift: shift && { ...shift, from: at(shift.place) },
    };
  });
}

interface Worked {
  readonly average: TrendLimits;
  readonly limits: (at: number) => TrendLimits;
  /** What is held to the rules, and what it is held to: without seasons the values and their limits themselves. */
  readonly judged: readonly number[];
  readonly centre: TrendLimits;
  /** Whether or not they are clear. */
  readonly seasons: Seasons | undefined;
}

/** The limits of the points, worked out from those used; nothing for too few points, or too few events. */
function limitsFrom(
  points: readonly StepPoint[],
  used: readonly boolean[],
  unit: Unit,
  seasons: Seasons | undefined,
): Worked | undefined {
  const values = points.map(({ value }) => value);
  const isUsed = (at: number): boolean => used[at] === true;
  const plain = xmrLimits(values, { used: isUsed });
  if (!plain || (isOfEvents(values, unit) && plain.mean < FEWEST_EVENTS)) return undefined;
  const seasonal = seasons?.isClear ? seasonalXmr(values, seasons, isUsed) : undefined;
  if (!seasonal) return { average: plain, limits: () => plain, judged: values, centre: plain, seasons };
  const { level, half, adjusted, limits } = seasonal;
  return {
    average: { mean: level, lower: level - half, upper: level + half },
    limits: (at) => limits[at] as TrendLimits,
    ...{ judged: adjusted, centre: { mean: 0, lower: -half, upper: half }, seasons },
  };
}

/** From here down, calendar months that differ so may well have a season that too few years leave unclear. */
const DOUBTFUL_P = 0.1;

function seasonDoubtOf(values: readonly number[], each: number, { seasons }: Worked): Stretch["seasonDoubt"] {
  if (!seasons && values.filter(Number.isFinite).length < fewestForSeasons(each)) return {};
  return seasons && !seasons.isClear && seasons.p < DOUBTFUL_P ? { p: seasons.p } : undefined;
}

/** Corrections below 0 are no events. */
const isOfEvents = (values: readonly number[], unit: Unit): boolean =>
  (unit === "count" || unit === "people") && !values.some((value) => value < 0);

/** The mean of counts too rare for limits. */
const meanIfEnough = (values: readonly number[], used: readonly boolean[]): number | undefined => {
  const own = values.filter((_, at) => used[at]);
  return own.length < FEWEST_POINTS ? undefined : own.reduce((sum, value) => sum + value, 0) / own.length;
};

/** What cannot be below 0 or above 100 is not shown to be. */
function withinBounds({ mean, lower, upper }: TrendLimits, values: readonly number[], unit: Unit): TrendLimits {
  const isNeverNegative = values.every((value) => !(value < 0));
  return {
    mean,
    lower: isNeverNegative ? Math.max(0, lower) : lower,
    upper: unit === "%" ? Math.min(100, upper) : upper,
  };
}

function meaningOf(direction: XmrSignal["direction"], better: Better | undefined): Meaning {
  if (better === undefined) return "neither";
  return (direction === "down") === (better === "lower") ? "improving" : "concerning";
}

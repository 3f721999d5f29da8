// Which months or quarters share their limits: parted by breaks, and by the limits that the plan fixes or begins.
import { isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import type { ExceptedMonth, LimitsStretch } from "../plan/schema.ts";
import { partsAt, type TrendBreak } from "./breaks.ts";
import type { TrendPoint } from "./moment.ts";

/** What the plan says of a measure's series over time. */
export interface SeriesRules {
  readonly breaks: readonly TrendBreak[];
  readonly limits: readonly LimitsStretch[];
  readonly except: readonly ExceptedMonth[];
}

/** A month or quarter; NaN is a gap, or one that a break lies within or took: it is of neither side. */
export interface StepPoint {
  readonly period: Period;
  readonly value: number;
  readonly leftOut: ExceptedMonth | undefined;
}

/** Points that share their limits. */
export interface Regime {
  /** Which of the eras that breaks part it is in, counted from 0. */
  readonly era: number;
  readonly points: readonly StepPoint[];
  /** The months that the plan works the limits out from, and why; without `to` all from the first on. */
  readonly chosen?: { readonly from: number; readonly to?: number; readonly reason?: string | undefined };
}

/**
 * The regimes, in order of time. A break begins one. Limits that the plan fixes on some months hold from the break before
 * them, or from the first limits' first month on, until the next; limits without an end begin a regime.
 */
export function regimesOf(moments: readonly TrendPoint[], basis: LevelKey, rules: SeriesRules): Regime[] {
  const points = moments.map(({ period, levels, broken }): StepPoint => {
    const figure = levels[0]?.[basis];
    const value = isKnown(figure) && !broken[0] ? toNumber(figure.value) : Number.NaN;
    return {
      period,
      value,
      leftOut: rules.except.find(({ month }) => month.from <= period.to && period.from <= month.to),
    };
  });
  const eras = [Number.NEGATIVE_INFINITY, ...rules.breaks.flatMap(partsAt).sort((a, b) => a - b)];
  const begun = eras.flatMap(
    (start, index): { era: number; start: number; chosen?: NonNullable<Regime["chosen"]> }[] => {
      const end = eras[index + 1] ?? Number.POSITIVE_INFINITY;
      const own = rules.limits
        .map(chosenBy)
        .filter(({ from }) => start <= from && from < end)
        .sort((a, b) => a.from - b.from);
      const [first] = own;
      const isFixed = first?.to !== undefined;
      return [
        ...(isFixed ? [] : [{ era: index, start }]),
        ...own.map((chosen, place) => ({ era: index, start: place === 0 && isFixed ? start : chosen.from, chosen })),
      ];
    },
  );
  return begun.flatMap(({ era, start, chosen }, index) => {
    const end = begun[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own = points.filter(({ period }) => start <= period.from && period.from < end);
    return own.length > 0 ? [{ era, points: own, ...(chosen && { chosen }) }] : [];
  });
}

function chosenBy({ months, from, to, reason }: LimitsStretch): NonNullable<Regime["chosen"]> {
  if (months) return { from: months.from, to: months.to, reason };
  return { from: from?.from ?? 0, ...(to && { to: to.to }), reason };
}

/** The places of the points that follow one another without a gap, from one place up to another. */
export function unbroken(points: readonly StepPoint[]): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const [at, { value }] of points.entries()) {
    if (!Number.isFinite(value)) continue;
    const last = found.at(-1);
    if (last?.end === at) last.end = at + 1;
    else found.push({ start: at, end: at + 1 });
  }
  return found;
}

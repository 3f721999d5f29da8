// Counts that stand out from their series as a digit too many, or one too few, would make them.

import { isKnown, lineRunsOf } from "../core/figure.ts";
import { toNumber, withThousands } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { periodWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Observation } from "./observation.ts";
import type { Store } from "./store.ts";

/** A count of one period of a series; months are counted from year 0. */
export interface CountOverTime {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Four times as much: a doubled or a lost digit makes ten times, and the seasons of recorded crime make less than three. */
const TIMES = 4;
/** Where the counts before and after lie further apart than this, the series moved, and nothing stands out from it. */
const LEVEL = 2.5;
/** How far apart 2√x and 2√y are by more than chance: their difference has a standard deviation of about 1.4. */
const APART = 8;

/**
 * The points of a series that stand out: over four times, or under a quarter of, the median of the two points before, that
 * of the two after, each neighbour, and a value of the same season a year off, and by more than chance makes of counts
 * (2√x, the Anscombe and Freeman–Tukey scale on which a Poisson count has a variance of 1). Nothing where the points before
 * and after differ by more than 2.5 times; at an end of the series only what is too large. All are of the same length.
 */
export function standingOut(points: readonly CountOverTime[]): readonly CountOverTime[] {
  const sorted = [...points].sort((a, b) => a.from - b.from);
  // Two points on either side, or there is no telling what is usual.
  if (sorted.length < 5) return [];
  const valueAt = (month: number): number | undefined => sorted.findLast((point) => point.from === month)?.value;
  return sorted.filter(({ from, value }, index) => {
    const isNear = (one: CountOverTime | undefined): boolean =>
      one !== undefined && value <= TIMES * one.value && TIMES * value >= one.value;
    // Which tells of nearly all of them that they do not.
    if (isNear(sorted[index - 1]) || isNear(sorted[index + 1])) return false;
    const before = sorted.slice(Math.max(0, index - 2), index).map((point) => point.value);
    const after = sorted.slice(index + 1, index + 3).map((point) => point.value);
    const isEnd = before.length === 0 || after.length === 0;
    const medians = [before, after].flatMap((side) => (side.length === 0 ? [] : [median(side)]));
    const [one = 0, other = one] = medians;
    // A series that begins or ends (0, 0, 0, 1,014) has moved.
    if (Math.min(one, other) <= 0 || Math.max(one, other) > LEVEL * Math.min(one, other)) return false;
    const neighbours = [...before.slice(-1), ...after.slice(0, 1)];
    const seasons = [from - 12, from + 12].flatMap((month) => valueAt(month) ?? []);
    const isOut = (isFar: (y: number) => boolean): boolean =>
      [...medians, ...neighbours].every(isFar) && seasons.some(isFar);
    return (
      isOut((y) => value > TIMES * y && isApart(value, y)) ||
      (!isEnd && isOut((y) => TIMES * value < y && isApart(value, y)))
    );
  });
}

/** The counts of a store that stand out from their series, each with its cell and what is usual about it. */
export function jumpDoubts(store: Store): Doubt[] {
  return store.countsOverTime().flatMap(({ own, near }) => {
    const byLength = new Map<number, Counted[]>();
    for (const [all, isOwn] of [[own, true] as const, [near, false] as const]) {
      for (const seen of all) {
        const { period, figure } = seen;
        if (!isKnown(figure)) continue;
        const { from, to } = period;
        const points = byLength.get(to - from) ?? [];
        if (points.length === 0) byLength.set(to - from, points);
        points.push({ from, to, value: toNumber(figure.value), seen, isOwn });
      }
    }
    return [...byLength.values()].flatMap((points) =>
      (standingOut(points) as Counted[]).filter(({ isOwn }) => isOwn).flatMap((point) => doubtOf(point, points)),
    );
  });
}

interface Counted extends CountOverTime {
  readonly seen: Observation;
  /** It is asked for itself, and not only there to see what is usual. */
  readonly isOwn: boolean;
}

function doubtOf({ from, value, seen }: Counted, points: readonly Counted[]): Doubt[] {
  const { figure, series, area, period } = seen;
  const [origin] = figure.from;
  if (!origin || !isKnown(figure)) return [];
  const others = points.filter((one) => one.from !== from && Math.abs(one.from - from) <= 12).map((one) => one.value);
  const { file, line, column } = origin;
  const cells = { file, column, lines: lineRunsOf(origin) };
  const [least, most] = [Math.min(...others), Math.max(...others)].map((one) => withThousands(String(one)));
  const at = `${series}, ${area}, ${periodName(period)}`;
  const of = (): string => say("doubt.figure", { series, area, period: periodWords(period) });
  return [
    doubt("count-stands-out", { file, line }, cells, at, of, withThousands(String(value)), least ?? "", most ?? ""),
  ];
}

const isApart = (x: number, y: number): boolean =>
  Math.abs(2 * Math.sqrt(Math.max(0, x)) - 2 * Math.sqrt(Math.max(0, y))) > APART;

const median = (values: readonly number[]): number =>
  values.length === 1 ? (values[0] as number) : ((values[0] as number) + (values[1] as number)) / 2;

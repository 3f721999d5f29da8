// Where a series that has moved to another level and stayed there began to: where new limits might begin.
import type { XmrSignal } from "./xmr.ts";

export interface LastingShift {
  /** The place of the first point of the new level, counted from 0. */
  readonly place: number;
  readonly direction: XmrSignal["direction"];
  /** How many points there are from it on, and how many lie on the new side of the mean. */
  readonly points: number;
  readonly onSide: number;
}

/** So many of the points after a shift lie on its side of the mean. */
const MOST = 0.75;

/**
 * A shift has lasted where, from a run on one side of the mean up to the end, three quarters of the points lie on that
 * side and no run is on the other, and fewer did before. It began where two levels, one before and one from there on, leave the least sum of
 * squares (D. Hinkley, Inference about the change-point in a sequence of random variables, 1970), within that run.
 * `earliest` is the first place where it may begin. Nothing where no shift has lasted.
 */
export function lastingShift(
  values: readonly number[],
  signals: readonly XmrSignal[],
  mean: number,
  earliest: number,
): LastingShift | undefined {
  const onSide = (of: readonly number[], direction: XmrSignal["direction"]): number =>
    of.filter((value) => (direction === "up" ? value > mean : value < mean)).length;
  const runs = signals.filter(({ rule }) => rule === "run");
  const run = runs.find(({ from, direction }) => {
    const isOver = runs.some((later) => later.from > from && later.direction !== direction);
    const [before, after] = [values.slice(0, from), values.slice(from)];
    const isNew = from > 0 && from >= earliest && onSide(before, direction) < MOST * from;
    return isNew && !isOver && onSide(after, direction) >= MOST * after.length;
  });
  if (!run) return undefined;
  const { points, direction } = run;
  const left = (at: number): number => squares(values.slice(0, at)) + squares(values.slice(at));
  const place = points.reduce((best, at) => (left(at) < left(best) ? at : best));
  return { place, direction, points: values.length - place, onSide: onSide(values.slice(place), direction) };
}

/** The sum of squares about the mean. */
function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

// XmR: the limits that a steady series of months or quarters stays within, and the signs that it has not been steady.

export interface XmrLimits {
  readonly mean: number;
  readonly averageMovingRange: number;
  readonly lower: number;
  readonly upper: number;
}

const FEWEST = 12;
const SCREEN = 3.267;

/**
 * mean ± k × the mean of the moving ranges |x − the one before|, in the values' unit (D. Wheeler, Understanding Variation,
 * 2000). `screen` leaves out, once, the moving ranges above 3.267 × their mean before taking it again (as NHS England's
 * Making Data Count does). Nothing for fewer than 12 values or one that is no number. Never for rolling totals, whose
 * windows overlap. The lower limit of a count may be below 0; show it as 0.
 */
export function xmrLimits(
  values: readonly number[],
  { k = 2.66, screen = false }: { readonly k?: number; readonly screen?: boolean } = {},
): XmrLimits | undefined {
  if (values.length < FEWEST || !values.every(Number.isFinite)) return undefined;
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, before) => Math.abs(value - (values[before] as number)));
  const unscreened = meanOf(ranges);
  const averageMovingRange = screen ? meanOf(ranges.filter((range) => range <= SCREEN * unscreened)) : unscreened;
  return { mean, averageMovingRange, lower: mean - k * averageMovingRange, upper: mean + k * averageMovingRange };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A sign that the series has changed, and where: the points from–to, counted from 0, and which of them are marked. */
export interface XmrSignal {
  readonly rule: "outside" | "run" | "trend" | "two of three";
  readonly from: number;
  readonly to: number;
  /** All of from–to, but of "two of three" only those beyond two thirds of the limit. */
  readonly points: readonly number[];
}

/**
 * The signals, by rule and then by place:
 * - outside: each point beyond a limit (one on it is not);
 * - run: `run` points or more on one side of the mean; a point on the mean ends it;
 * - trend: `trend` points or more, each above the one before, or each below; equal neighbours end it;
 * - two of three: of three points in a row on one side of the mean, two or three lie beyond two thirds of the limit.
 * Stretches are whole: nine points on one side are one signal, and so are threes that share a marked point.
 */
export function xmrSignals(
  values: readonly number[],
  { mean, lower, upper }: Pick<XmrLimits, "mean" | "lower" | "upper">,
  { run = 7, trend = 7 }: { readonly run?: number; readonly trend?: number } = {},
): XmrSignal[] {
  // A mean carries the last digit's rounding of its sum; a point that equals it must not fall on a side for that.
  const slack = 1e-12 * Math.max(...[...values, lower, upper].map(Math.abs));
  const side = (value: number, line: number): number => (Math.abs(value - line) <= slack ? 0 : Math.sign(value - line));
  const sides = values.map((value) => side(value, mean));
  const isOutside = (value: number): boolean => side(value, upper) > 0 || side(value, lower) < 0;
  const isNear = (value: number): boolean =>
    side(value, mean + (upper - mean) * (2 / 3)) > 0 || side(value, mean + (lower - mean) * (2 / 3)) < 0;

  const near = new Set(values.flatMap((value, at) => (isNear(value) ? [at] : [])));
  const outside = values.flatMap((value, at) => (isOutside(value) ? [[at]] : []));
  const runs = stretches(sides).filter((points) => points.length >= run);
  // Each step stands for the point that it leads to, so a trend begins one point before its first step.
  const steps = values.slice(1).map((value, before) => side(value, values[before] as number));
  const trends = stretches(steps)
    .map(([first = 0, ...rest]) => [first, first + 1, ...rest.map((at) => at + 1)])
    .filter((points) => points.length >= trend);
  return [
    ...outside.map((points) => signal("outside", points)),
    ...runs.map((points) => signal("run", points)),
    ...trends.map((points) => signal("trend", points)),
    ...stretches(sides)
      .flatMap((points) => twoOfThree(points, near))
      .map((points) => signal("two of three", points)),
  ];
}

const signal = (rule: XmrSignal["rule"], points: readonly number[]): XmrSignal => ({
  rule,
  from: points[0] as number,
  to: points.at(-1) as number,
  points,
});

/** The places of equal neighbours other than 0, stretch by stretch. */
function stretches(sides: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const [at, side] of sides.entries()) {
    if (side === 0) continue;
    if (at > 0 && side === sides[at - 1]) found.at(-1)?.push(at);
    else found.push([at]);
  }
  return found;
}

/** Of points in a row on one side, the marked ones of each three that holds two, joined where threes share one. */
function twoOfThree(points: readonly number[], near: ReadonlySet<number>): number[][] {
  const found: number[][] = [];
  for (let start = 0; start + 3 <= points.length; start++) {
    const marked = points.slice(start, start + 3).filter((at) => near.has(at));
    if (marked.length < 2) continue;
    const last = found.at(-1);
    if (last !== undefined && marked.some((at) => last.includes(at))) {
      last.push(...marked.filter((at) => !last.includes(at)));
    } else found.push(marked);
  }
  return found;
}

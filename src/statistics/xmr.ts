// XmR: the limits that a steady series of months or quarters stays within, and the signs that it has not been steady.

export interface XmrLimits {
  readonly mean: number;
  readonly averageMovingRange: number;
  readonly lower: number;
  readonly upper: number;
}

/** Limits need as many points. */
export const FEWEST_POINTS = 12;
const SCREEN = 3.267;
/** From the mean to a limit, in mean moving ranges. */
export const XMR_FACTOR = 2.66;

/**
 * mean ± k × the mean of the moving ranges |x − the one before|, in the values' unit (D. Wheeler, Understanding Variation,
 * 2000). `screen` leaves out, once, the moving ranges above 3.267 × their mean before taking it again (as NHS England's
 * Making Data Count does). `used` says of each value whether limits are worked out from it; the others are in neither
 * the mean nor a moving range, and no range reaches across them. Nothing for fewer than 12 values used, for one that is
 * no number, or where no two neighbours are used. Never for rolling totals, whose windows overlap. The lower limit of a
 * count may be below 0; show it as 0.
 */
export function xmrLimits(
  values: readonly number[],
  {
    k = XMR_FACTOR,
    screen = false,
    used = () => true,
  }: { readonly k?: number; readonly screen?: boolean; readonly used?: (at: number) => boolean } = {},
): XmrLimits | undefined {
  const own = values.filter((_, at) => used(at));
  const ranges = values.flatMap((value, at) =>
    at > 0 && used(at) && used(at - 1) ? [Math.abs(value - (values[at - 1] as number))] : [],
  );
  if (own.length < FEWEST_POINTS || ranges.length === 0 || !own.every(Number.isFinite)) return undefined;
  const mean = meanOf(own);
  const unscreened = meanOf(ranges);
  const averageMovingRange = screen ? meanOf(ranges.filter((range) => range <= SCREEN * unscreened)) : unscreened;
  return { mean, averageMovingRange, lower: mean - k * averageMovingRange, upper: mean + k * averageMovingRange };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const xmrRules = ["outside", "run", "trend", "two of three"] as const;
export const xmrDirections = ["up", "down"] as const;

/** A sign that the series has changed, and where: the points from–to, counted from 0, and which of them are marked. */
export interface XmrSignal {
  readonly rule: (typeof xmrRules)[number];
  readonly from: number;
  readonly to: number;
  /** Above the mean or rising; below it or falling. */
  readonly direction: (typeof xmrDirections)[number];
  /** All of from–to, but of "two of three" only those beyond two thirds of the limit, and of a trend none twice. */
  readonly points: readonly number[];
}

/**
 * The signals, by rule and then by place:
 * - outside: each point beyond a limit (one on it is not);
 * - run: `run` points or more on one side of the mean; a point on the mean ends it;
 * - trend: `trend` points or more, each above the one before, or each below; a point equal to the one before neither adds
 *   to it nor ends it (NHS England, Making Data Count);
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
  // Each step leads to a point from the one before; a step of 0 is passed over.
  const steps = values.flatMap((value, at) => {
    const step = at === 0 ? 0 : side(value, values[at - 1] as number);
    return step === 0 ? [] : [{ at, step }];
  });
  const trends = stretches(steps.map(({ step }) => step))
    .map((places) => places.map((place) => steps[place]?.at as number))
    .map((points) => [(points[0] as number) - 1, ...points])
    .filter((points) => points.length >= trend);
  const isHigh = (points: readonly number[]): boolean => (sides[points[0] as number] ?? 0) > 0;
  const isRise = (points: readonly number[]): boolean =>
    (values[points.at(-1) as number] as number) > (values[points[0] as number] as number);
  return [
    ...outside.map((points) => signal("outside", points, isHigh(points))),
    ...runs.map((points) => signal("run", points, isHigh(points))),
    ...trends.map((points) => signal("trend", points, isRise(points))),
    ...stretches(sides)
      .flatMap((points) => twoOfThree(points, near))
      .map((points) => signal("two of three", points, isHigh(points))),
  ];
}

const signal = (rule: XmrSignal["rule"], points: readonly number[], isUp: boolean): XmrSignal => ({
  rule,
  from: points[0] as number,
  to: points.at(-1) as number,
  direction: isUp ? "up" : "down",
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

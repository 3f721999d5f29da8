// What a chart over time is made of: its lines in pieces, their styles, and its limits as figures.

import { type Figure, isKnown } from "../../core/figure.ts";
import { exact } from "../../core/number.ts";
import { say } from "../../core/words/say.ts";
import type { ChartLimits, LineChart, Point } from "../chart.ts";
import { colourOf, colours } from "./svg.ts";

/** The unit that the chart's figures are of. */
export const chartUnit = ({ lines }: LineChart): Figure["unit"] =>
  lines.find(({ points }) => points.length > 0)?.points[0]?.figure.unit ?? "count";

/** The points that are joined: a line ends at a gap, where figures no longer compare, and beside those that mix both sides. */
export function runsOf(points: readonly Point[], breaks: LineChart["breaks"] = []): Point[][] {
  // What mixes both sides of a break is of neither.
  const era = ({ at, isMixed }: Point): number => (isMixed ? 0 : breaks.filter((one) => one.at <= at).length);
  const runs: Point[][] = [];
  let joins = false;
  for (const point of points) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (!isKnown(point.figure)) joins = false;
    else if (joins && run && last && era(last) === era(point) && !last.isMixed === !point.isMixed) run.push(point);
    else {
      runs.push([point]);
      joins = true;
    }
  }
  return runs;
}

/** Whether one of its breaks took months whose figures are not whole. */
export const hasGap = ({ breaks = [] }: LineChart): boolean => breaks.some(({ isGap }) => isGap);

/** What the points that are drawn apart are. */
export const apartWords = (chart: LineChart): string => (hasGap(chart) ? say("key.apart-gap") : say("key.apart"));

/** Whether a gap stands between two figures, so that the line is in pieces for it. */
export function isParted(points: readonly Point[]): boolean {
  const first = points.findIndex(({ figure }) => isKnown(figure));
  const last = points.findLastIndex(({ figure }) => isKnown(figure));
  return points.slice(first, last).some(({ figure }) => !isKnown(figure));
}

export interface Style {
  readonly isForce: boolean;
  readonly colour: string;
  /** Which shape its marks have. */
  readonly series: number;
}

/** The force has the first colour and shape; where no line is the force, the first line has. */
export function stylesOf({ lines }: LineChart): Style[] {
  const force = Math.max(
    0,
    lines.findIndex((line) => line.isForce),
  );
  return lines.map((_, index) => {
    const series = index === force ? 0 : index < force ? index + 1 : index;
    return {
      isForce: index === force,
      colour: index === force ? colours.force : colourOf(series - 1),
      series,
    };
  });
}

const edges = ["upper", "mean", "lower"] as const;
export type Edge = (typeof edges)[number];

/** "Upper limit" */
function edgeName(edge: Edge): string {
  if (edge === "mean") return say("limit.mean");
  return edge === "upper" ? say("limit.upper") : say("limit.lower");
}

/** "upper limit 31.2", in a sentence. */
export function edgeSaid(edge: Edge, value: string): string {
  if (edge === "mean") return say("limit.mean-value", { value });
  return edge === "upper" ? say("limit.upper-value", { value }) : say("limit.lower-value", { value });
}

/** The limits with their names, from the upper one down; with a month those of that month, where they go with the seasons. */
export function edgesOf(
  chart: LineChart,
  limits: ChartLimits,
  month?: number,
): { edge: Edge; name: string; figure: Figure; isMean: boolean }[] {
  const own = limits.each?.find(({ at }) => at === month) ?? limits;
  return edges.flatMap((edge) => {
    const value = own[edge];
    if (value === undefined) return [];
    const figure = { value: typeof value === "number" ? exact(value) : value, unit: chartUnit(chart), from: [] };
    return { edge, name: edgeName(edge), figure, isMean: edge === "mean" };
  });
}

/** The decimals of the chart's limits. */
export const placesOfLimits = ({ places, limitPlaces = places }: LineChart): number => limitPlaces;

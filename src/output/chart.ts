// Charts as values: what a command has to show, which any format can draw, say in words or print as a table.
import type { Figure } from "../core/figure.ts";
import type { Exact } from "../core/number.ts";
import type { Standing } from "../report/standing.ts";

interface Titled {
  readonly title: string;
  /** Words for the axis: "incidents per 1,000 population". */
  readonly unit: string;
}

/** A figure at a month; a gap breaks the line. */
export interface Point {
  /** Its period in words: "year ending March 2023". */
  readonly label: string;
  /** The month that it stands at, counted as in period.ts. */
  readonly at: number;
  readonly figure: Figure;
  /** What it is a signal of: in words, and as the letters of the chart's key. */
  readonly signal?: { readonly words: string; readonly letters: string; readonly isUp: boolean };
  /** Whether the limits leave it out. */
  readonly isLeftOut?: boolean;
  /** Whether it mixes both sides of a break, as the 12 months across one do: it is drawn apart from both. */
  readonly isMixed?: boolean;
}

/** A line over time; at most four are told apart by colour. */
export interface ChartLine {
  readonly name: string;
  readonly isForce?: boolean;
  /** In the order of time. */
  readonly points: readonly Point[];
}

/** A mean with its limits; the mean alone where there are none. */
interface Edges {
  readonly lower?: number | Exact;
  readonly mean: number | Exact;
  readonly upper?: number | Exact;
}

/** The limits of the points from one month to another: where they go with the seasons, of an average month and of each. */
export interface ChartLimits extends Edges {
  readonly from: number;
  readonly to: number;
  readonly each?: readonly (Edges & { readonly at: number })[];
}

export interface LineChart extends Titled {
  readonly kind: "line";
  readonly places: number;
  readonly lines: readonly ChartLine[];
  readonly limits?: readonly ChartLimits[];
  /** The decimals of the limits, where they are not those of the figures. */
  readonly limitPlaces?: number;
  /** What the letters at signals mean. */
  readonly letters?: readonly { readonly letters: string; readonly words: string }[];
  /** The first month from which figures do not compare with those before; no line is drawn across. */
  readonly breaks?: readonly { readonly at: number; readonly label: string }[];
}

interface Bar {
  readonly name: string;
  readonly figure: Figure;
  readonly isForce?: boolean;
  /** What is said beside its value: "higher". */
  readonly note?: string;
}

/** Bars from zero, in the order given, beside the figure that they are compared with. */
export interface BarChart extends Titled {
  readonly kind: "bars";
  readonly places: number;
  readonly bars: readonly Bar[];
  readonly reference?: { readonly name: string; readonly figure: Figure };
}

/** How a measure moved from its baseline, and what its aim asked for. */
export interface Move {
  readonly name: string;
  readonly figure: Figure;
  readonly places: number;
  /** The aim in words, which way is better, from what change on in that way it is met, and whether it was achieved. */
  readonly aim: string;
  readonly direction?: "down" | "up";
  readonly met?: Exact;
  readonly standing: Standing;
  /** The same of the groups in `others`, in their order. */
  readonly others: readonly { readonly figure: Figure; readonly places: number }[];
}

/** Change against baseline of many measures. */
export interface ChangeChart extends Titled {
  readonly kind: "change";
  readonly force: string;
  /** The names of the groups that it is compared with; the first two are drawn, all are in its words and its table. */
  readonly others: readonly string[];
  readonly moves: readonly Move[];
}

export type Chart = LineChart | BarChart | ChangeChart;

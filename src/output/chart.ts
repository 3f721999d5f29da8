// Charts as values: what a command has to show, which any format can draw, say in words or print as a table.
import type { Figure } from "../core/figure.ts";
import type { Exact } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import type { Standing } from "../report/standing.ts";

interface Titled {
  /** The measure, the place and the period. */
  readonly title: string;
  /** What it shows, in a sentence over it, where the chart does not say that by itself. */
  readonly finding?: string;
  /** Where its figures come from, as printed under it. */
  readonly source?: string;
  /** Words for the axis: "incidents per 1,000 population". */
  readonly unit: string;
}

/** A figure at a month; a gap breaks the line. */
export interface Point {
  /** Its period in words: "year ending March 2023". */
  readonly label: string;
  /** The month that it stands at, counted as in period.ts. */
  readonly at: number;
  /** The period that it is of. */
  readonly period?: Period;
  readonly figure: Figure;
  /** What it is a signal of: in words, and as the letters of the chart's key. */
  readonly signal?: { readonly words: string; readonly letters: string; readonly isUp: boolean };
  /** Whether the limits leave it out. */
  readonly isLeftOut?: boolean;
  /** Whether it mixes both sides of a break, as the 12 months across one do, or is not whole: it is drawn apart from both. */
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
  /** The first month from which figures do not compare with those before, or are not whole; no line is drawn across. */
  readonly breaks?: readonly { readonly at: number; readonly label: string; readonly isGap?: boolean }[];
}

/** Two limits, in the unit of what they are the limits of. */
interface Between {
  readonly lower: Figure;
  readonly upper: Figure;
}

/** What a force like the others would lie within, at 95 % and at 99.8 %. */
interface Within {
  readonly at95: Between;
  readonly at998: Between;
}

interface RankPoint {
  readonly name: string;
  readonly figure: Figure;
  readonly isForce?: boolean;
  /** Its rank in words: "5th". */
  readonly rank?: string;
  /** The ranks that its limits leave open: "1st to 8th". */
  readonly range?: string;
  readonly limits?: Within;
  /** Where it is beside the limits. */
  readonly note?: "higher" | "lower";
}

/** A point for each force, in the order of their ranks, with its limits and the figure of the group. */
export interface RankChart extends Titled {
  readonly kind: "ranks";
  readonly places: number;
  readonly points: readonly RankPoint[];
  readonly reference?: { readonly name: string; readonly figure: Figure };
}

interface FunnelPoint {
  readonly name: string;
  readonly figure: Figure;
  readonly population: Figure;
  readonly isForce?: boolean;
  /** Where the plan's force is beside the limits. */
  readonly note?: "higher" | "lower";
  /** Of a force of its population, like the others of the plan's force. */
  readonly limits: Within;
}

/** Rates by population, and the limits that a force like the others of the plan's force would lie within. */
export interface FunnelChart extends Titled {
  readonly kind: "funnel";
  readonly places: number;
  /** The plan's force. */
  readonly force: string;
  readonly points: readonly FunnelPoint[];
  /** The rate of the others. */
  readonly rate: Figure;
  /** The limits along the axis, as numbers to draw, from the smallest population to the largest. */
  readonly curve: readonly {
    readonly population: number;
    readonly at95: readonly [lower: number, upper: number];
    readonly at998: readonly [lower: number, upper: number];
  }[];
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

export type Chart = LineChart | RankChart | FunnelChart | ChangeChart;

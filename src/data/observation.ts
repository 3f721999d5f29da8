// One figure of the data, and which of them a plan asks for.

import type { Figure, Observed } from "../core/figure.ts";
import type { Period } from "../core/period.ts";
import type { Kind } from "../core/value-kind.ts";

export interface Observation extends Observed {
  /** The key that the gazetteer gives the area, which is as the data name it. */
  readonly areaKey: string;
  readonly figure: Figure;
  /** The heading over the cell, for what is said about it. */
  readonly heading: string;
  /** Of a sum of records, what tells it from a sum of others. */
  readonly mark?: number;
  /** Of a number of events that are known by numbers of their own: how many have none, and the figure without those. */
  readonly events?: { readonly unnamed: number; readonly named: Figure };
  /** Of a figure that one record gives, the record: another that gives an equal one is not the same for that.
   * `restated` where the source repeats an area's. */
  readonly record?: {
    readonly headings: readonly string[];
    readonly cells: readonly string[];
    readonly restated: boolean;
  };
}

/** What is asked of the data: nothing else is kept of a file. */
export interface Wanted {
  /** Whether any figure of an area is; where it is left out, some may be of each. */
  area?(areaKey: string): boolean;
  figure(areaKey: string, seriesKey: string, kind: Kind): boolean;
  /** Of figures that are wanted, the periods; of the others it is only noted that they are given. */
  period(period: Period, kind: Kind): boolean;
  /** Periods of which figures are kept apart: they are not asked for themselves. */
  near?(period: Period, kind: Kind): boolean;
  /** Of those, the periods that show what is usual about the wanted ones; the others show only how they came about. */
  usual?(period: Period, kind: Kind): boolean;
  /** Every cell is read, for what is wrong with it, wanted or not. */
  readonly readAll?: boolean;
}

// Observations: every figure of the data by series, area, period and kind. One given twice is refused, naming both.
import { type Figure, isKnown, type Known, missing, type Origin, type Unit } from "./figure.ts";
import { key } from "./names.ts";
import { compare, exactText } from "./number.ts";
import { type Period, periodKey } from "./period.ts";
import { type Problem, problem } from "./problems.ts";

/** The kinds of value that data give, each with its unit. */
export const kinds = {
  count: "count",
  rate: "per 1,000",
  percent: "%",
  population: "persons",
  base: "persons",
} as const satisfies Record<string, Unit>;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

export interface Observation {
  readonly series: string;
  readonly area: string;
  readonly period: Period;
  readonly kind: Kind;
  readonly figure: Figure;
  /** The heading over the cell, for what is said about it. */
  readonly heading: string;
}

export interface Store {
  /** The figure given for that series, area, period and kind, or nothing. Names are compared whole, by `key`. */
  find(series: string, area: string, period: Period, kind: Kind): Figure | undefined;
  /** All that is given, for lists of what there is instead. */
  readonly all: readonly Observation[];
  readonly problems: readonly Problem[];
}

/** A measure's population stands in data as a series of its own; it is found by area and date alone. */
const seriesKey = (series: string, kind: Kind): string => (kind === "population" ? "" : key(series));

export function storeOf(all: readonly Observation[]): Store {
  const figures = new Map<string, Figure>();
  const problems: Problem[] = [];
  const keyOf = (series: string, area: string, period: Period, kind: Kind): string =>
    [seriesKey(series, kind), key(area), periodKey(period), kind].join("\n");
  const first = new Map<string, Known>();
  for (const seen of all) {
    const id = keyOf(seen.series, seen.area, seen.period, seen.kind);
    const { figure } = seen;
    const known = first.get(id);
    if (isKnown(figure) && known && compare(known.value, figure.value) !== 0) {
      const [here, there] = [figure.from[0], known.from[0]] as [Origin, Origin];
      const what = seen.kind === "population" ? `population of ${seen.area}` : `${seen.series} for ${seen.area}`;
      problems.push(problem("given-twice", here, seen.heading, what, there, exactText(known.value)));
      const gap = { mark: "x", reason: "it is given twice with different values", told: true } as const;
      figures.set(id, missing(figure.unit, gap, [there, here]));
    } else if (!figures.has(id) || (isKnown(figure) && !known)) {
      // A number given in one place settles a blank in another.
      figures.set(id, figure);
    }
    if (isKnown(figure) && !known) first.set(id, figure);
  }
  return { find: (series, area, period, kind) => figures.get(keyOf(series, area, period, kind)), all, problems };
}

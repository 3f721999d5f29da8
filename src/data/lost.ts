// What some data give and others do not: a whole series, a whole area, or some periods.
import { isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { periodKey, periodName, populationDate } from "../core/period.ts";
import { listed } from "../core/problems/sentence.ts";
import { isPeople } from "../core/value-kind.ts";
import type { Observation } from "./observation.ts";

type Named = Pick<Observation, "series" | "area" | "areaKey" | "kind" | "period">;

/** What tells a figure from all others. */
export const figureId = ({ series, areaKey, kind, period }: Omit<Named, "area">): string =>
  [isPeople(kind) ? "" : nameKey(series), areaKey, kind, periodKey(period)].join("\n");

/** Whether there is a number, a word, or a reason that the data give on purpose: a blank cell gives nothing. */
export const isGiven = ({ figure }: Pick<Observation, "figure">): boolean =>
  isKnown(figure) || figure.gap.reported !== true;

export interface Lost {
  /** The series, where it is lost as a whole. */
  readonly series?: string;
  readonly words: string;
}

const MOST_PERIODS = 5;

/** What only the earlier data give, in words: first the series, then the areas, then the periods of each of the others. */
export function lostIn(before: readonly Named[], after: readonly Named[]): Lost[] {
  const there = new Set(after.map(figureId));
  const [seriesLeft, areasLeft] = [new Set(after.map(whatOf)), new Set(after.map(({ areaKey }) => areaKey))];
  const series = new Map<string, Lost>();
  const areas = new Map<string, Lost>();
  const others = new Map<string, { readonly of: Named; readonly periods: string[] }>();
  for (const one of before) {
    if (there.has(figureId(one))) continue;
    const { area, areaKey, kind, period } = one;
    if (!seriesLeft.has(whatOf(one))) {
      const name = isPeople(kind) ? {} : { series: one.series };
      series.set(whatOf(one), { ...name, words: `the ${isPeople(kind) ? kind : `series ${one.series}`}` });
    } else if (!areasLeft.has(areaKey)) {
      areas.set(areaKey, { words: `the area ${area}` });
    } else {
      const key = [whatOf(one), areaKey, kind].join("\n");
      const known = others.get(key) ?? { of: one, periods: [] };
      others.set(key, known);
      known.periods.push(isPeople(kind) ? populationDate(period) : periodName(period));
    }
  }
  const rest = [...others.values()].map(({ of, periods }) => {
    const name = isPeople(of.kind) ? of.kind : of.kind === "count" ? of.series : `${of.series} (${of.kind})`;
    return { words: `${name} of ${of.area}: ${listed(periods, MOST_PERIODS)}` };
  });
  return [...series.values(), ...areas.values(), ...rest];
}

const whatOf = ({ series, kind }: Named): string => (isPeople(kind) ? `\n${kind}` : nameKey(series));

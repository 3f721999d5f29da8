// The seasons of the months between two breaks: new limits begin another level, and not another season.
import { type Seasons, seasonsOf } from "../statistics/seasonal-index.ts";
import type { Regime, StepPoint } from "./regimes.ts";

export interface EraSeasons {
  readonly seasons: Seasons;
  /** The last month of the point that the first index is of. */
  readonly start: number;
}

export const stepsInYear = ([point]: readonly StepPoint[]): number =>
  point && point.period.to > point.period.from ? 4 : 12;

/** The seasons of each era that has some, clear or not, worked out from all its points; each regime is a level of its own. */
export function seasonsByEra(regimes: readonly Regime[]): Map<number, EraSeasons> {
  const found = new Map<number, EraSeasons>();
  for (const era of new Set(regimes.map((one) => one.era))) {
    const own = regimes.filter((one) => one.era === era);
    const points = own.flatMap((one) => one.points);
    const levels = own.flatMap((one, level) => one.points.map(() => level));
    const seasons = seasonsOf(
      points.map(({ value }) => value),
      stepsInYear(points),
      { kept: (at) => points[at]?.leftOut === undefined, levels },
    );
    const start = points[0]?.period.to;
    if (seasons && start !== undefined) found.set(era, { seasons, start });
  }
  return found;
}

/** The seasons by the place in the year of the first of the points. */
export function seasonsAt({ seasons, start }: EraSeasons, points: readonly StepPoint[]): Seasons {
  const { index } = seasons;
  const length = 12 / index.length;
  const places = ((points[0]?.period.to ?? start) - start) / length;
  return { ...seasons, index: index.map((_, at) => index[(at + places) % index.length] as number) };
}

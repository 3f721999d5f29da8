// Populations that cannot be those of their area: each is held against the one that was published for its mid-year.

import type { Cells, Figure } from "../core/figure.ts";
import { isKnown } from "../core/figure.ts";
import { compareExact, exact, exactText, minus, times, withThousands } from "../core/number.ts";
import { midYearOf, type Period, populationDate, UNSTATED } from "../core/period.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { populationWords } from "../core/words/periods.ts";
import type { Area } from "../data/areas.ts";
import { type KnownPopulation, knownPopulations } from "../data/populations.ts";
import { lineRuns } from "./line-runs.ts";

/** In %: how far a population may be from the published one, and how much more for each year between the two. */
const TOLERANCE = 10;
const TOLERANCE_A_YEAR = 2;
/** Few people live in the City of London, and estimates of them differ. */
const CITY_OF_LONDON = "E23000034";
const CITY_TOLERANCE = 60;

const HUNDRED = exact(100);

/** The published population that one is too far from; nothing where it is near to one, or where none is known. */
export function farFrom(area: Area | undefined, period: Period, figure: Figure): KnownPopulation | undefined {
  if (area?.code === undefined || period === UNSTATED || !isKnown(figure)) return undefined;
  const year = midYearOf(period);
  const known = knownPopulations(area.code, year);
  const isFar = (one: KnownPopulation): boolean => {
    const allowed =
      (area.code === CITY_OF_LONDON ? CITY_TOLERANCE : TOLERANCE) + TOLERANCE_A_YEAR * Math.abs(year - one.year);
    const apart = minus(figure.value, exact(one.people)).abs();
    return compareExact(times(HUNDRED, apart), times(exact(allowed), exact(one.people))) > 0;
  };
  return known.every(isFar) ? known[0] : undefined;
}

/** The doubt about a population that is too far from a published one. */
export function populationDoubt(
  label: string,
  period: Period,
  figure: Figure,
  known: KnownPopulation,
  cells: Cells,
  records = 1,
): Doubt | undefined {
  const [origin] = figure.from;
  if (!isKnown(figure) || !origin) return undefined;
  const { people, year, source } = known;
  const given = exactText(figure.value);
  const published = { people: withThousands(String(people)), year, source };
  return doubt(
    "population-far",
    origin,
    cells,
    label,
    populationDate(period),
    () => populationWords(period),
    given,
    withThousands(given),
    published,
    records,
  );
}

export type PopulationCheck = ReturnType<typeof populationCheck>;

/** Takes the populations of a file one by one; at its end, those that cannot be are doubts, each with all its lines. */
export function populationCheck(file: string) {
  interface Far {
    readonly label: string;
    readonly period: Period;
    readonly figure: Figure;
    readonly known: KnownPopulation;
    readonly runs: ReturnType<typeof lineRuns>;
    readonly column: number;
  }
  const all = new Map<string, Far>();
  return {
    add(
      { label, area }: { readonly label: string; readonly area: Area | undefined },
      period: Period,
      figure: Figure,
    ): void {
      const known = farFrom(area, period, figure);
      const [origin] = figure.from;
      if (!known || !origin || !isKnown(figure)) return;
      const id = `${label}\n${populationDate(period)}\n${exactText(figure.value)}\n${origin.column}`;
      const far = all.get(id) ?? { label, period, figure, known, runs: lineRuns(), column: origin.column };
      all.set(id, far);
      far.runs.add(origin.line);
    },
    doubts: (): Doubt[] =>
      [...all.values()].flatMap(({ label, period, figure, known, runs, column }) => {
        const cells = { file, column, lines: runs.all() };
        return populationDoubt(label, period, figure, known, cells, runs.count()) ?? [];
      }),
  };
}

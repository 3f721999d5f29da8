// A plan, or a measure of it, over other periods than those it states.
import type { Period } from "../core/period.ts";
import type { Measure, PlacedWhen, Plan } from "./model.ts";

/** What a measure is to be over instead. */
interface Other {
  readonly period?: Period | undefined;
  readonly average?: readonly Period[] | undefined;
  readonly population?: Period | undefined;
  readonly none?: boolean;
}

/** Another period in the place of a stated one, and the date of its population; `none` where there is to be none. */
export const inPeriod = ({ place, own }: PlacedWhen, { none, period, average, population }: Other): PlacedWhen => ({
  ...{ place, own },
  ...(none && { none }),
  ...(period && { period }),
  ...(average && { average }),
  ...(population && { population }),
});

/** A measure over one period, which is compared with none; the population of that period still makes the rates. */
export const inOnePeriod = (measure: Measure, current: PlacedWhen): Measure => ({
  ...measure,
  current,
  baseline: inPeriod(current, { none: true, population: current.population }),
});

/** A plan with each of its measures changed, and without further comparisons; they are counted through all tables. */
export function withMeasures(plan: Plan, change: (measure: Measure, index: number) => Measure): Plan {
  let index = 0;
  const changed = (measure: Measure): Measure => ({ ...change(measure, index++), also: [] });
  return {
    ...plan,
    published: plan.published ?? plan,
    tables: plan.tables.map((table) => ({ ...table, measures: table.measures.map(changed) })),
  };
}

/** The plan as it was when another period was its current one; measures with a period of their own keep it. */
export const withCurrent = (plan: Plan, period: Period): Plan =>
  withMeasures(plan, (measure) => {
    const { current } = measure;
    return current.own
      ? measure
      : { ...measure, current: inPeriod(current, { period, population: current.population }) };
  });

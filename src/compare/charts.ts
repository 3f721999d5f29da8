// The charts of a comparison: the forces by rank with their limits, and by population in a funnel.

import { type Figure, isKnown } from "../core/figure.ts";
import { approximately, toNumber } from "../core/number.ts";
import { isAddable } from "../core/value-kind.ts";
import { fromTo } from "../core/words/periods.ts";
import { ordinal, say } from "../core/words/say.ts";
import type { Chart, FunnelChart, RankChart } from "../output/chart.ts";
import { wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import { contenderEvents } from "../report/against-others.ts";
import { placesFor } from "../report/format-figure.ts";
import type { Compared, Comparison } from "../report/group-comparison.ts";
import { byRank } from "../report/rank.ts";
import { type FunnelAgainstOthers, funnelAgainstOthers } from "../statistics/funnel-against-others.ts";
import type { Limits } from "../statistics/limits.ts";
import { comparisonTitle } from "./title.ts";

/** A chart of fewer forces shows nothing that its table does not show better. */
const FEWEST_FORCES = 3;
/** The points that a curve of limits is drawn through. */
const STEPS = 48;

/** Whether enough forces have a figure to draw. */
export const isDrawn = ({ compared }: Comparison): boolean =>
  compared.filter(({ figure }) => isKnown(figure)).length >= FEWEST_FORCES;

/** The rank plot and, where the plan's force has limits, the funnel; none for fewer than three forces. */
export function compareCharts(comparison: Comparison): Chart[] {
  if (!isDrawn(comparison)) return [];
  const funnel = funnelChart(comparison);
  return [rankChart(comparison), ...(funnel ? [funnel] : [])];
}

function rankChart(comparison: Comparison): RankChart {
  const { measure, side, basis, compared, figure } = comparison;
  return {
    kind: "ranks",
    title: comparisonTitle(comparison),
    unit: wordsFor(basis, measure),
    places: placesFor(measure, false, figure),
    points: byRank(compared).map((one) => ({
      ...{ name: one.name, figure: one.figure, isForce: one.isForce },
      ...(one.rank !== undefined && { rank: ordinal(one.rank) }),
      ...(one.against && {
        range: rangeWords(one.against.ranks),
        limits: { at95: one.against.limits95, at998: one.against.limits998 },
      }),
      ...noteOf(one),
    })),
    // The sum of several forces is no measure of one.
    ...(!isAddable(basis) && { reference: { name: comparatorLabel(side), figure } }),
  };
}

/** The ranks left open, "3rd to 6th", or the only one. */
const rangeWords = ({ best, worst }: { best: number; worst: number }): string =>
  best === worst ? ordinal(best) : fromTo(ordinal(best), ordinal(worst));

/** Of a force outside its limits, on which side. */
const noteOf = ({ against }: Compared): { note?: "higher" | "lower" } =>
  against && against.at95 !== "similar" ? { note: against.at95 } : {};

function funnelChart(comparison: Comparison): FunnelChart | undefined {
  const { measure, basis, compared, figure } = comparison;
  const force = compared.find(({ isForce }) => isForce);
  if (!force?.against) return undefined;
  const others = compared.filter((one) => one !== force && one.isMember);
  const events = others.flatMap((one) => contenderEvents({ count: one.level.count, population: one.population }) ?? []);
  const drawn = compared.flatMap(({ population, ...one }) =>
    isKnown(population) && isKnown(one.figure) ? [{ ...one, population }] : [],
  );
  const sizes = drawn.map(({ population }) => toNumber(population.value));
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const at = (population: number): FunnelAgainstOthers | undefined =>
    funnelAgainstOthers({ x: 0, n: population }, events);
  const size = 10 ** measure.per.power;
  const rateFigure = (rate: number): Figure => ({
    value: approximately(size * rate),
    unit: measure.per.unit,
    from: [],
  });
  const figuresOf = ({ lower, upper }: Limits) => ({ lower: rateFigure(lower), upper: rateFigure(upper) });
  const [from, to] = [smallest * 0.85, largest * 1.05];
  const step = (to - from) / STEPS;
  return {
    kind: "funnel",
    title: byPeople(comparisonTitle(comparison), measure.per.of),
    unit: wordsFor(basis, measure),
    places: placesFor(measure, false, figure),
    force: force.name,
    points: drawn.flatMap((one) => {
      const funnel = at(toNumber(one.population.value));
      return funnel
        ? [
            {
              ...{ name: one.name, figure: one.figure, population: one.population, isForce: one.isForce },
              // The limits drawn are those of the plan's force; another force is held to its own in the rank plot.
              ...(one.isForce && noteOf({ ...one, population: one.population })),
              limits: { at95: figuresOf(funnel.limits95), at998: figuresOf(funnel.limits998) },
            },
          ]
        : [];
    }),
    rate: rateFigure(force.against.funnel.rate),
    curve: Array.from({ length: STEPS + 1 }, (_, index) => from + index * step).flatMap((population) => {
      const funnel = at(population);
      const ends = ({ lower, upper }: Limits) => [size * lower, size * upper] as const;
      return funnel ? [{ population, at95: ends(funnel.limits95), at998: ends(funnel.limits998) }] : [];
    }),
  };
}

const byPeople = (title: string, of: "population" | "households"): string =>
  of === "population" ? say("compare.by-population", { title }) : say("compare.by-households", { title });

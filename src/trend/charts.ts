// The charts of a trend: a line for the force and for each group that compares with it.
import { isAddable } from "../core/value-kind.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import type { ChartLine, LineChart } from "../output/chart.ts";
import { wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import { placesFor } from "../report/format-figure.ts";
import { signalsBy } from "./signals.ts";
import { momentName, type Trend, type TrendPoint } from "./trend.ts";

/** The lines of the force and its groups; with their limits, those of months or quarters, which are of the force alone. */
export function trendChart(
  trend: Trend,
  title: string,
  moments: readonly TrendPoint[],
  basis: LevelKey,
  withLimits: boolean,
): LineChart {
  const { sides, measure, stretches, breaks } = trend;
  const marks = withLimits ? signalsBy(stretches) : new Map<number, string>();
  const lines = sides.flatMap((side, index): ChartLine[] => {
    const points = moments.flatMap(({ period, levels }) => {
      const figure = levels[index]?.[basis];
      if (!figure) return [];
      const signal = index === 0 && marks.has(period.to);
      return [{ label: momentName(period), at: period.to, figure, ...(signal && { mark: "signal" as const }) }];
    });
    // The number of a group of forces says nothing beside that of one.
    if (points.length === 0 || (index > 0 && (isAddable(basis) || withLimits))) return [];
    return [{ name: comparatorLabel(side), isForce: index === 0, points }];
  });
  const words = wordsFor(basis, measure);
  const drawn = lines.flatMap(({ points }) => points.map(({ figure }) => placesFor(measure, false, figure)));
  return {
    ...{ kind: "line", title, unit: words, lines },
    places: Math.max(0, ...drawn),
    ...(withLimits && {
      limits: stretches.flatMap(({ first, last, limits }) =>
        limits ? [{ from: first.to, to: last.to, lower: limits.lower, mean: limits.mean, upper: limits.upper }] : [],
      ),
    }),
    ...(breaks.length > 0 && { breaks: breaks.map(({ from, reason }) => ({ at: from.from, label: reason })) }),
  };
}

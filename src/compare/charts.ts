// The chart of a comparison: a bar for each force beside the figure of the group.
import { isAddable } from "../core/value-kind.ts";
import type { BarChart } from "../output/chart.ts";
import { wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import { placesFor } from "../report/format-figure.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { byRank } from "../report/rank.ts";
import { comparisonTitle } from "./title.ts";

/** The bars of what the forces are ranked by, the group's figure beneath. */
export function compareChart(comparison: Comparison): BarChart {
  const { measure, side, basis, compared, figure } = comparison;
  return {
    kind: "bars",
    title: comparisonTitle(comparison),
    unit: wordsFor(basis, measure),
    places: placesFor(measure, false, figure),
    bars: byRank(compared).map((one) => ({ name: one.name, figure: one.figure, isForce: one.isForce })),
    // The sum of several forces is no measure of one.
    ...(!isAddable(basis) && { reference: { name: comparatorLabel(side), figure } }),
  };
}

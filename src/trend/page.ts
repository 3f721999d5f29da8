// What `trend` says of a measure: its months or quarters with their limits and signals, and its years beside the groups.
import type { LineChart } from "../output/chart.ts";
import type { Table } from "../output/table.ts";
import { trendChart } from "./charts.ts";
import { tableByStep, tableByYear, withLimits } from "./tables.ts";
import { type Trend, USUAL_TREND } from "./trend.ts";

/**
 * The tables of a trend, each with its chart: months or quarters where there are any, then years. A narrow one leaves out
 * the limits, which its notes and its chart show.
 */
export function trendTables(
  trend: Trend,
  rising = USUAL_TREND,
): { readonly table: Table; readonly narrow: Table; readonly chart: LineChart | undefined }[] {
  const { step, moments, years, basis, fineBasis } = trend;
  const byStep = tableByStep(trend, rising);
  const fine = {
    table: withLimits(byStep, trend),
    narrow: byStep,
    chart: trendChart(trend, byStep.title, moments, fineBasis, true),
  };
  const byYear = tableByYear(trend);
  const yearly = { table: byYear, narrow: byYear, chart: trendChart(trend, byYear.title, years, basis, false) };
  return [...(step ? [fine] : []), ...(years.length > 0 ? [yearly] : [])];
}

// Charts alone, as SVG: one file for each.

import { fileNames } from "../../core/names.ts";
import { doubtNotes } from "../../report/doubts.ts";
import { changeCharts } from "../change-charts.ts";
import type { Chart } from "../chart.ts";
import { svgFile } from "../charts/index.ts";
import type { Render, RenderPage } from "./format.ts";

/**
 * A file for each chart of change against baseline, with the source of its table and what is doubtful in its figures; a
 * measure without a change is in none.
 */
export const svg: Render = ({ plan, tables, doubts }) =>
  filesOf(
    tables.flatMap((table) => {
      const notes = table.rows.flatMap((row) => doubtNotes(row, doubts).map((note) => `${row.name}: ${note}.`));
      return changeCharts(plan, table).map((chart) => ({ chart, source: table.source, notes }));
    }),
  );

/** A file for each chart of the page, named by its title; a table without a chart has none. */
export const svgPages: RenderPage = ({ charts }) => filesOf(charts.flat().map((chart) => ({ chart })));

interface Drawn {
  readonly chart: Chart;
  readonly source?: string | undefined;
  readonly notes?: readonly string[];
}

function filesOf(drawn: readonly Drawn[]) {
  const names = fileNames(
    drawn.map(({ chart }) => chart.title),
    "chart",
  );
  return drawn.map(({ chart, source, notes = [] }, index) => {
    const below = [...(source === undefined ? [] : [`Source: ${source}`]), ...notes];
    return { name: `${names[index]}.svg`, content: svgFile(chart, below) };
  });
}

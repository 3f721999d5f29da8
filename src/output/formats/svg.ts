// Charts alone, as SVG: one file for each.

import { fileNames } from "../../core/names.ts";
import { changeCharts } from "../change-charts.ts";
import type { Chart } from "../chart.ts";
import { svgFile } from "../charts/index.ts";
import type { Render, RenderPage } from "./format.ts";

/** A file for each chart of change against baseline, with the source of its table; a measure without a change is in none. */
export const svg: Render = ({ plan, tables }) =>
  filesOf(tables.flatMap((table) => changeCharts(plan, table).map((chart) => ({ chart, source: table.source }))));

/** A file for each chart of the page, named by its title; a table without a chart has none. */
export const svgPages: RenderPage = ({ charts }) => filesOf(charts.flat().map((chart) => ({ chart })));

function filesOf(drawn: readonly { readonly chart: Chart; readonly source?: string | undefined }[]) {
  const names = fileNames(
    drawn.map(({ chart }) => chart.title),
    "chart",
  );
  return drawn.map(({ chart, source }, index) => ({ name: `${names[index]}.svg`, content: svgFile(chart, source) }));
}

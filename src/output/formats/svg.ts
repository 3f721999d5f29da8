// Charts alone, as SVG: one file for each.

import { fileNames } from "../../core/names.ts";
import { svgFile } from "../charts/index.ts";
import type { RenderPage } from "./format.ts";

/** A file for each chart of the page, named by its title; a table without a chart has none. */
export const svgPages: RenderPage = ({ charts }) => {
  const drawn = charts.flat();
  const names = fileNames(
    drawn.map(({ title }) => title),
    "chart",
  );
  return drawn.map((chart, index) => ({ name: `${names[index]}.svg`, content: svgFile(chart) }));
};

// Charts alone, as SVG: one file for each.
import { svgFile } from "../charts/index.ts";
import { slug } from "../names.ts";
import type { RenderPage } from "./index.ts";

/** A file for each chart of the page, named by its title; a table without a chart has none. */
export const svgPages: RenderPage = ({ charts }) => {
  const taken = new Set<string>();
  return charts.flatMap((chart) => {
    if (!chart) return [];
    const plain = slug(chart.title);
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
    taken.add(name);
    return [{ name: `${name}.svg`, content: svgFile(chart) }];
  });
};

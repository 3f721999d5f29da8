// Many measures over time at a glance: a small line for each, with its latest figure, which leads to its chart.

import { isKnown } from "../../../core/figure.ts";
import { say } from "../../../core/words/say.ts";
import { formatFigure } from "../../../report/format-figure.ts";
import type { Chart, LineChart } from "../../chart.ts";
import { chartFinding } from "../../charts/index.ts";
import { sparkDrawing } from "../../charts/spark.ts";
import { markup } from "../../markup/markup.ts";
import type { Section } from "./page.ts";

/** Fewer charts are seen at a glance as they are. */
const FEWEST = 4;

/** A section with a small line for each chart over time, in the order of the page; none for fewer than four. */
export function smallMultiples(charts: readonly Chart[]): Section[] {
  const lines = charts.flatMap((chart, index) => (chart.kind === "line" ? [{ chart, id: `figure_${index + 1}` }] : []));
  if (lines.length < FEWEST) return [];
  const body = markup`<ul class="many">
${lines.map(({ chart, id }) => markup`<li><a href="#${id}">${chart.title}</a>${lineOf(chart)}</li>\n`)}</ul>
<p>${say("page.own-scale")}</p>
`;
  return [{ title: say("page.at-a-glance"), body }];
}

function lineOf(chart: LineChart) {
  const force = chart.lines.find(({ isForce }) => isForce) ?? chart.lines[0];
  const figures = force?.points.map(({ figure }) => figure) ?? [];
  const last = force?.points.findLast(({ figure }) => isKnown(figure));
  const values = figures.map((figure) => (isKnown(figure) ? figure.value : undefined));
  const latest = last
    ? say("chart.value-in", { value: formatFigure(last.figure, chart.places), period: last.label })
    : "";
  return markup`${sparkDrawing(values, chartFinding(chart) ?? chart.title, "many")}<span>${latest}</span>`;
}

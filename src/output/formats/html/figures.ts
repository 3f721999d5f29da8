// Charts and provenance of a page: a drawing with its data behind it, and the cells that the figures of a table come from.

import type { Chart } from "../../chart.ts";
import { chartTable, drawChart } from "../../charts/index.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { originsTable } from "../../origins-table.ts";
import type { Table } from "../../table.ts";
import { tableMarkup } from "./tables.ts";

/** The chart, drawn for a desk and for a phone, with its title above and its data as a table behind a word. */
export function chartFigure(chart: Chart, id: string, number?: string): Markup {
  const caption = number === undefined ? chart.title : `${number}: ${chart.title}`;
  const data = chartTable(chart);
  return markup`<figure id="${id}">
<figcaption>${caption}</figcaption>
${drawChart(chart, `${id}_wide`, "wide")}
${drawChart(chart, `${id}_narrow`, "narrow")}
</figure>
<details>
<summary>${number === undefined ? "The chart" : number} as a table</summary>
${tableMarkup({ ...data, title: `${data.title}, as a table` }, { id: `${id}_data` })}${notesMarkup(data.notes)}</details>
`;
}

export const notesMarkup = (notes: readonly string[]): Markup | undefined =>
  notes.length === 0
    ? undefined
    : markup`<ul class="notes">\n${notes.map((note) => markup`<li>${note}</li>\n`)}</ul>\n`;

/** Behind a word, the file and lines of every figure of the table. */
export function originsMarkup(table: Table, id: string, number: string): Markup {
  const title = `Where the figures of ${number.toLowerCase()} come from`;
  const origins = originsTable(table, title);
  if (!origins) return markup``;
  return markup`<details class="files">
<summary>${title}</summary>
${tableMarkup(origins, { id })}</details>
`;
}

/** Statistics, folded away for those who ask for them. */
export const statisticsMarkup = (statistics: readonly string[]): Markup | undefined =>
  statistics.length === 0
    ? undefined
    : markup`<details>
<summary>The statistics behind the readings</summary>
<ul class="notes">${statistics.map((said) => markup`<li>${said}</li>`)}</ul>
</details>
`;

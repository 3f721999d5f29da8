// Charts and provenance of a page: a drawing with its data behind it, and the cells that the figures of a table come from.

import type { Origin } from "../../../core/figure.ts";
import type { Chart } from "../../chart.ts";
import { chartTable, drawChart } from "../../charts/index.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { fullHeading, type Table } from "../../table.ts";
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
  const rows = table.rows.flatMap((row) => {
    const [name] = row;
    const columnsOf = new Map<string, string[]>();
    for (const [index, cell] of row.entries()) {
      const column = table.columns[index];
      if (!column || !("figure" in cell) || cell.figure.from.length === 0) continue;
      const from = originWords(cell.figure.from);
      columnsOf.set(from, [...(columnsOf.get(from) ?? []), fullHeading(column)]);
    }
    return [...columnsOf].map(([from, headings]) => [
      name ?? { text: "" },
      { text: headings.join("; ") },
      { text: from },
    ]);
  });
  if (rows.length === 0) return markup``;
  const columns = ["Measure", "Figures", "Come from"].map((heading) => ({ group: "", heading, numeric: false }));
  const title = `Where the figures of ${number.toLowerCase()} come from`;
  return markup`<details class="files">
<summary>${title}</summary>
${tableMarkup({ title, columns, rows, notes: [] }, { id })}</details>
`;
}

/** "data/crime.csv lines 2, 6, column 3; data/populations.csv line 4, column 5". */
function originWords(from: readonly Origin[]): string {
  const files = new Map<string, Map<number, string[]>>();
  for (const { file, line, lines, column } of from) {
    const columns = files.get(file) ?? new Map<number, string[]>();
    columns.set(column, [...(columns.get(column) ?? []), lines ?? String(line)]);
    files.set(file, columns);
  }
  const places = (columns: Map<number, string[]>): string =>
    [...columns]
      .map(([column, lines]) => `${/\D/.test(lines.join()) ? "lines" : "line"} ${lines.join(", ")}, column ${column}`)
      .join(" and ");
  return [...files].map(([file, columns]) => `${file} ${places(columns)}`).join("; ");
}

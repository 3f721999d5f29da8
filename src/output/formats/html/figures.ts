// Charts and provenance of a page: a drawing with its data behind it, and the cells that the figures of a table come from.

import type { Figure } from "../../../core/figure.ts";
import { grouped } from "../../../core/grouped.ts";
import { say } from "../../../core/words/say.ts";
import type { Chart } from "../../chart.ts";
import { chartCaption, chartFinding, chartTable, drawChart } from "../../charts/index.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { originsTitle, originWords } from "../../origins-table.ts";
import { type Cell, cellText, columnNamed, fullHeading, type Table, textCells } from "../../table.ts";
import { tableMarkup } from "./tables.ts";

/** A higher drawing prints on an upright page: across, its letters would be smaller than 7 points. */
const TALLEST_ACROSS = 600;

/**
 * What the chart shows in a line, the chart drawn for a desk and for a phone, its title and source below it, and its data as
 * a table behind a word; without that table where another on the page holds its figures.
 */
export function chartFigure(chart: Chart, id: string, number?: string, isAlone = true): Markup {
  const about = chartCaption(chart);
  const caption = number === undefined ? about : say("heading.grouped", { group: number, heading: about });
  const finding = chartFinding(chart);
  const source = chart.source === undefined ? "" : ` ${sourceSaid(chart.source)}`;
  const wide = drawChart(chart, `${id}_wide`, "wide");
  const isTall = Number(/ viewBox="0 0 \d+ (\d+)"/.exec(wide.markup)?.[1]) > TALLEST_ACROSS;
  return markup`<figure id="${id}"${isTall && markup` class="tall"`}>
${finding !== undefined && markup`<p class="finding">${finding}</p>\n`}${wide}
${drawChart(chart, `${id}_narrow`, "narrow", `${id}_wide`)}
<figcaption>${ended(caption)}${source}</figcaption>
</figure>
${isAlone && chartData(chart, id, number)}`;
}

/** "Source: Home Office." */
const sourceSaid = (source: string): string => say("note.source-ended", { source: ended(source) });

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function chartData(chart: Chart, id: string, number: string | undefined): Markup {
  const data = chartTable(chart);
  return markup`<details>
<summary>${number === undefined ? say("figure.as-table") : say("figure.number-as-table", { figure: number })}</summary>
${tableMarkup({ ...data, title: say("figure.title-as-table", { title: data.title }) }, { id: `${id}_data` })}${notesMarkup(data.notes)}</details>
`;
}

export const notesMarkup = (notes: readonly string[]): Markup | undefined =>
  notes.length === 0
    ? undefined
    : markup`<ul class="notes">\n${notes.map((note) => markup`<li>${note}</li>\n`)}</ul>\n`;

/** What a quotation of a figure says besides it. */
export interface Quoted {
  readonly source: string | undefined;
  /** The titles of files, which name their releases. */
  readonly releases: ReadonlyMap<string, string>;
}

/** Behind a word, the file and lines of every figure of the table; where `quoted` is given, with a line to quote. */
export function originsMarkup(table: Table, id: string, number: number, quoted?: Quoted): Markup {
  const rows = table.rows.flatMap((row) => {
    const [name = { text: "" }] = row;
    const places = row.flatMap((cell, index): [string, Sourced][] => {
      const column = table.columns[index];
      if (!column || !("figure" in cell) || cell.figure.from.length === 0) return [];
      return [[originWords(cell.figure.from), { heading: fullHeading(column), cell }]];
    });
    return [...grouped(places)].map(([from, found]) => [
      name,
      ...textCells(found.map(({ heading }) => heading).join("; "), from),
      ...(quoted ? textCells(quoteOf(cellText(name), found, quoted)) : []),
    ]);
  });
  if (rows.length === 0) return markup``;
  const headings = [
    ...[say("heading.measure"), say("heading.figures"), say("heading.come-from")],
    ...(quoted ? [say("heading.to-quote")] : []),
  ];
  const columns = headings.map((heading) => columnNamed(heading));
  const title = originsTitle(number);
  return markup`<details class="files">
<summary>${quoted ? say("origin.title-quoted", { number }) : title}</summary>
${tableMarkup({ title, columns, rows, notes: [] }, { id })}</details>
`;
}

/** Behind a word, the file and lines of each column of the table: those of each of hundreds of rows would fill the page. */
export function columnOriginsMarkup(table: Table, id: string, number: number): Markup {
  const rows = table.columns.flatMap((column, index) => {
    const from = table.rows.flatMap((row) => {
      const cell = row[index];
      return cell && "figure" in cell ? cell.figure.from : [];
    });
    return from.length === 0 ? [] : [textCells(fullHeading(column), originWords(from))];
  });
  if (rows.length === 0) return markup``;
  const columns = [say("heading.figures"), say("heading.come-from")].map((heading) => columnNamed(heading));
  const title = originsTitle(number);
  return markup`<details class="files">
<summary>${title}</summary>
${tableMarkup({ title, columns, rows, notes: [] }, { id })}</details>
`;
}

interface Sourced {
  readonly heading: string;
  readonly cell: Extract<Cell, { figure: Figure }>;
}

/** "Robbery: Current: 2023: Northshire number 395. Source: Home Office. Release: …". */
function quoteOf(name: string, found: readonly Sourced[], { source, releases }: Quoted): string {
  const files = new Set(found.flatMap(({ cell }) => cell.figure.from.map(({ file }) => file)));
  const titles = [...new Set([...files].flatMap((file) => releases.get(file) ?? []))];
  const figures = found.map(({ heading, cell }) => say("quote.figure", { heading, value: cellText(cell) })).join("; ");
  return [
    say("quote.figures", { name, figures }),
    ...(source === undefined ? [] : [sourceSaid(source)]),
    ...(titles.length === 0 ? [] : [say("quote.release", { release: ended(titles.join("; ")) })]),
  ].join(" ");
}

/** Statistics, folded away for those who ask for them. */
export const statisticsMarkup = (statistics: readonly string[]): Markup | undefined =>
  statistics.length === 0
    ? undefined
    : markup`<details>
<summary>${say("page.statistics")}</summary>
<ul class="notes">${statistics.map((said) => markup`<li>${said}</li>`)}</ul>
</details>
`;

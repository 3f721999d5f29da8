// A page to publish: an overview, each table with its charts and comments, and where each figure comes from.
import { standingHeading } from "../../../core/words/names.ts";
import { labelWords } from "../../../core/words/periods.ts";
import { inRow, say } from "../../../core/words/say.ts";
import type { PrioritySummary, Report, ReportTable, Row } from "../../../report/report.ts";
import { commentWords } from "../../../report/row-comment.ts";
import { wordsBeside } from "../../../report/said-in-comment.ts";
import { countedStandings, countsSaid, standings, tally, tallyWords } from "../../../report/standing.ts";
import {
  aboutReport,
  digestShown,
  figureNumber,
  fileColumns,
  groupsShown,
  sourceShown,
  tableNumber,
} from "../../about-report.ts";
import { changeCharts } from "../../change-charts.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { readingStatistics } from "../../reading-notes.ts";
import { tablesOf } from "../../report-tables.ts";
import { textCells } from "../../table.ts";
import { noteOf } from "../../table-notes.ts";
import type { Render, RenderPage } from "../format.ts";
import { chartFigure, columnOriginsMarkup, notesMarkup, originsMarkup, statisticsMarkup } from "./figures.ts";
import { smallMultiples } from "./multiples.ts";
import { overviewSection } from "./overview.ts";
import { htmlPage, type Section } from "./page.ts";
import { rowId, scrollHint, standingMarkup, tableMarkup } from "./tables.ts";

/** One file, report.html. Ids made here hold a "_", which the ids of titles never do. */
export const html: Render = (report) => {
  const { plan, only, tables, priorities } = report;
  const numbers = { table: 0, figure: 0 };
  const links = new Map<Row, string>();
  const sections = tables.map((table) => tableSection(report, table, numbers, links));
  const content = htmlPage({
    title: plan.title,
    description: describedBy(report),
    publishing: plan.publishing,
    intro: markup`<p>${aboutReport(report)}</p>
${only !== undefined && markup`<p class="notice">${only}</p>\n`}`,
    sections: [
      overviewSection(plan, tables, links),
      ...sections,
      ...(priorities.length > 0
        ? [
            summarySection(
              priorities,
              tables.flatMap((table) => table.rows).filter(({ measure }) => !measure.isTotal),
            ),
          ]
        : []),
      ...(priorities.length > 0 ? [prioritiesSection(priorities, links)] : []),
      ...(report.inputs.length > 0 ? [inputsSection(report)] : []),
    ],
  });
  return [{ name: "report.html", content }];
};

/** One file: each table under its charts; behind a word where the charts show what it holds. */
export const htmlPages: RenderPage = (page) => {
  const { name, title, heading = title, tables, published = tables, charts, publishing, isFolded } = page;
  let figures = 0;
  const sections = published.map((table, index): Section => {
    const [id, number] = [`table_${index + 1}`, tableNumber(index + 1)];
    const own = charts[index] ?? [];
    const isBehind = isFolded === true && own.length > 0;
    const drawn = own.map((chart) => {
      figures += 1;
      return chartFigure(chart, `figure_${figures}`, figureNumber(figures), !isBehind);
    });
    const grid = markup`${tableMarkup(table, { id, number })}`;
    const shown = isBehind
      ? markup`<details>\n<summary>${say("table.numbered", { number: index + 1, title: table.title })}</summary>\n${grid}</details>\n`
      : grid;
    const body = markup`${drawn}${shown}${notesMarkup(table.notes)}${(isBehind ? columnOriginsMarkup : originsMarkup)(table, `${id}_from`, index + 1)}`;
    return { title: table.title, body };
  });
  const first = page.isFolded ? smallMultiples(page.charts.flat()) : [];
  return [
    {
      name: `${name}.html`,
      content: htmlPage({ title: heading, description: heading, publishing, sections: [...first, ...sections] }),
    },
  ];
};

/** What the page is of, and how its measures stand; a total is no measure. */
function describedBy(report: Report): string {
  const { plan, tables } = report;
  const groups = inRow(groupsShown(report));
  const measures = tables.flatMap(({ rows }) => rows).filter(({ measure }) => !measure.isTotal);
  const slots = { title: plan.title, force: plan.force, counts: countsSaid(measures) };
  return groups === "" ? say("page.description", slots) : say("page.description-groups", { ...slots, groups });
}

function summarySection(priorities: readonly PrioritySummary[], all: readonly Row[]): Section {
  const counted = countedStandings(all);
  const rows = priorities.map(({ id, name, rows: served }, index) => {
    const tallied = tally(served);
    const cells = counted.map((standing) => markup`<td>${standingMarkup(standing, String(tallied[standing]))}</td>`);
    return markup`<tr><th scope="row"><a href="#priority_${index + 1}">${say("priority.name", { id, name })}</a></th>${cells}</tr>\n`;
  });
  const body = markup`<p>${say("tally.aims", { n: all.length, standing: tallyWords(all) })}</p>
<div class="scroll by">${scrollHint("summary")}
<table>
<caption id="summary_caption"><span>${say("priority.caption")}</span></caption>
<thead>
<tr><th scope="col" class="n">${say("heading.priority")}</th>${counted.map(
    (standing, index) =>
      markup`<th scope="col"${index === counted.length - 1 && markup` id="summary_last"`}>${standingMarkup(standing, standingHeading(standing))}</th>`,
  )}</tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</div>
<p>${say("priority.several")}</p>
`;
  return { title: say("priority.summary"), body };
}

function tableSection(
  { plan, inputs }: Report,
  table: ReportTable,
  numbers: { table: number; figure: number },
  links: Map<Row, string>,
): Section {
  const releases = new Map(inputs.flatMap(({ file, title }) => (title === undefined ? [] : [[file, title] as const])));
  const quoted = { source: table.source, releases };
  const tables = tablesOf(plan, table).map((made, index) => {
    numbers.table += 1;
    const [id, number] = [`table_${numbers.table}`, tableNumber(numbers.table)];
    // The first table is of the measures, a row for each; the others are of the parts of one.
    const comment = (row: number): Markup | undefined => {
      const measure = index === 0 ? table.rows[row] : undefined;
      const said = measure && commentWords(measure);
      return said === undefined ? undefined : markup`${said}`;
    };
    if (index === 0) for (const [row, measure] of table.rows.entries()) links.set(measure, rowId(id, row));
    const statistics = index === 0 ? statisticsMarkup(statisticsOf(table)) : undefined;
    return markup`${tableMarkup(made, { id, number, comment })}${notesMarkup(made.notes)}${statistics}${originsMarkup(made, `${id}_from`, numbers.table, quoted)}`;
  });
  const charts = changeCharts(plan, table).map((chart) => {
    numbers.figure += 1;
    return chartFigure(chart, `figure_${numbers.figure}`, figureNumber(numbers.figure));
  });
  const current = labelWords(table.current ?? {});
  const about = table.baseline
    ? say("page.periods", { baseline: labelWords(table.baseline), current })
    : say("page.period", { current });
  // A chart of one measure has its sentence over it.
  const isSaid = table.rows.length === 1 && charts.length > 0;
  const said = isSaid ? [] : table.rows.map((row) => wordsBeside(table, row)).filter((words) => words !== "");
  const words =
    said.length > 0 &&
    markup`<h3 class="said">${say("heading.in-words")}</h3>
<ul class="list">
${said.map((sentences) => markup`<li>${sentences}</li>\n`)}</ul>
`;
  return { title: table.title, about, body: markup`${charts}${tables}${words}` };
}

/** The statistics behind the readings of a table, measure by measure. */
const statisticsOf = ({ rows }: ReportTable): string[] =>
  rows.flatMap(({ name, significance }) =>
    significance ? readingStatistics(significance).map((said) => noteOf(name, said)) : [],
  );

function prioritiesSection(priorities: readonly PrioritySummary[], links: ReadonlyMap<Row, string>): Section {
  const lists = priorities.map(({ id, name, rows }, index) => {
    const items = standings.flatMap((standing) =>
      rows
        .filter((row) => row.standing === standing)
        .map(({ measure: { owner } }, place, found) => {
          const row = found[place];
          const link = row && markup`<a href="#${links.get(row)}">${row.name}</a>`;
          return markup`<li>${standingMarkup(standing)}: ${link}${owner !== undefined && ` (${owner})`}</li>\n`;
        }),
    );
    return markup`<h3 id="priority_${index + 1}">${say("priority.name", { id, name })}</h3>
<p>${say("note.ended", { note: tallyWords(rows) })}</p>
<ul class="list">
${items}</ul>
`;
  });
  return { title: say("priority.measures"), body: markup`${lists}` };
}

function inputsSection({ inputs }: Report): Section {
  const columns = fileColumns();
  const rows = inputs.map(({ file, source, records, sha256 }) =>
    textCells(
      file,
      sourceShown(source),
      records === undefined ? say("cell.withheld") : String(records),
      digestShown(sha256()),
    ),
  );
  const table = { title: say("files.title"), columns, rows, notes: [] };
  return {
    title: say("files.heading"),
    body: markup`<div class="files">${tableMarkup(table, { id: "files_" })}</div>\n`,
  };
}

// The overview of a page: a row for each measure, grouped by table, that fits one sheet of paper.

import { type Figure, isKnown } from "../../../core/figure.ts";
import { standingCount } from "../../../core/words/names.ts";
import { labelWords } from "../../../core/words/periods.ts";
import { inRow, say } from "../../../core/words/say.ts";
import type { Plan } from "../../../plan/model.ts";
import { formatFigure, placesFor } from "../../../report/format-figure.ts";
import { type OverviewLine, type OverviewTable, overviewOf } from "../../../report/overview.ts";
import type { ReportTable, Row } from "../../../report/report.ts";
import { countedStandings, tally } from "../../../report/standing.ts";
import { sparkDrawing } from "../../charts/spark.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { overviewTable } from "../../overview-table.ts";
import { arrowOf, besideText, changeWords, nowWords } from "../../overview-words.ts";
import { notesMarkup } from "./figures.ts";
import type { Section } from "./page.ts";
import { scrollHint, standingMarkup } from "./tables.ts";

interface OverviewColumn {
  readonly heading: string;
  readonly className?: string;
  /** Nothing for a cell that stays empty. */
  readonly cell: (line: OverviewLine) => Markup | string | undefined;
}

/** The overview of all tables; a name leads to the row of its measure. */
export function overviewSection(plan: Plan, tables: readonly ReportTable[], links: ReadonlyMap<Row, string>): Section {
  const overview = overviewOf(tables);
  const lines = overview.flatMap((one) => one.lines);
  const columns = columnsOf(overview, lines, plan);
  const bodies = overview.map(({ table, lines: own }) => {
    const rows = own.map((line) => {
      const link = links.get(line.row);
      const name = link === undefined ? markup`${line.name}` : markup`<a href="#${link}">${line.name}</a>`;
      return markup`<tr><th scope="row">${name}</th>${columns.map(
        ({ cell, className }) =>
          markup`<td${className !== undefined && markup` class="${className}"`}>${cell(line)}</td>`,
      )}</tr>\n`;
    });
    return markup`<tbody>
<tr class="group"><th scope="rowgroup" colspan="${columns.length + 1}"><div><strong>${table.title}</strong> <span>${periodsOf(table)}</span></div></th></tr>
${rows}</tbody>
`;
  });
  const heads = columns.map(
    ({ heading, className }, index) =>
      markup`<th scope="col"${index === columns.length - 1 && markup` id="overview_last"`}${className !== undefined && markup` class="${className}"`}>${heading}</th>`,
  );
  const { notes } = overviewTable(overview, plan);
  return {
    title: say("overview.title"),
    className: "overview",
    body: markup`${countsMarkup(lines.map(({ row }) => row))}<div class="scroll">${scrollHint("overview")}
<table>
<caption id="overview_caption" class="hidden">${say("overview.caption")}</caption>
<thead>
<tr><th scope="col" class="n">${say("heading.measure")}</th>${heads}</tr>
</thead>
${bodies}</table>
</div>
${notesMarkup(notes)}`,
  };
}

/** How many measures there are, and how many have each standing; a total is no measure. */
function countsMarkup(rows: readonly Row[]): Markup {
  const measures = rows.filter(({ measure }) => !measure.isTotal);
  const counts = tally(measures);
  const counted = [...countedStandings(measures), "no aim" as const].filter((standing) => counts[standing] > 0);
  const said = say("tally.measures", { n: measures.length, standing: "\n" }).split("\n");
  return markup`<p class="counts">${said[0]}${counted.map(
    (standing, index) =>
      markup`${index > 0 && say("list.between")}${standingMarkup(standing, standingCount(counts[standing], standing))}`,
  )}${said[1]}</p>
`;
}

const periodsOf = ({ baseline, current }: ReportTable): string =>
  baseline
    ? say("period.compared", { baseline: labelWords(baseline), current: labelWords(current ?? {}) })
    : labelWords(current ?? {});

/** The columns beside the names; one that no measure has anything for is left out. */
function columnsOf(
  overview: readonly OverviewTable[],
  lines: readonly OverviewLine[],
  { priorities }: Plan,
): OverviewColumn[] {
  const groups = new Set(overview.flatMap(({ group }) => group ?? []));
  const group = groups.size === 1 ? ([...groups][0] ?? "") : say("heading.group");
  const changed = (line: OverviewLine, change: Figure | undefined, ofGroup: boolean): Markup | undefined => {
    const words = changeWords(line, change, ofGroup);
    if (words === "") return undefined;
    const arrow = arrowOf(change);
    return markup`${arrow !== "" && markup`<span aria-hidden="true">${arrow}</span> `}${words}`;
  };
  const all: OverviewColumn[] = [
    {
      ...{ heading: say("heading.standing"), className: "w" },
      cell: ({ row }) => (row.measure.isTotal ? undefined : standingMarkup(row.standing)),
    },
    { heading: say("heading.now"), cell: nowWords },
    { heading: say("heading.change"), cell: (line) => changed(line, line.change, false) },
    { heading: say("heading.group-change", { group }), cell: (line) => changed(line, line.groupChange, true) },
    { heading: say("heading.beside", { group }), className: "w", cell: besideText },
    { heading: say("heading.trend"), className: "w", cell: sparkOf },
    ...(priorities.length > 0
      ? [
          {
            ...{ heading: say("heading.priorities"), className: "w ids" },
            cell: ({ row }: OverviewLine) => row.measure.priorities.join(" "),
          },
        ]
      : []),
  ];
  return all.filter(({ cell }) => lines.some((line) => (cell(line) ?? "") !== ""));
}

/** The course as a small line; its words are its values as their table prints them. */
function sparkOf({ row, now, course }: OverviewLine): Markup | undefined {
  const { values } = course;
  if (!values || !isKnown(now)) return undefined;
  const shown = values.map((value) => {
    const figure: Figure = { value, unit: now.unit, from: [] };
    return formatFigure(figure, placesFor(row.measure, false, figure));
  });
  return sparkDrawing(values, say("overview.spark", { n: values.length, values: inRow(shown) }));
}

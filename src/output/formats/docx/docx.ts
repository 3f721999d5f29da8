// A Word document: the overview, then each table under its charts, with its comments and notes, on A4 landscape.

import { languageCode, say } from "../../../core/words/say.ts";
import { overviewOf } from "../../../report/overview.ts";
import type { Report, ReportTable } from "../../../report/report.ts";
import { commentWords } from "../../../report/row-comment.ts";
import { wordsBeside } from "../../../report/said-in-comment.ts";
import { aboutReport, digestShown, fileColumns, sourceShown } from "../../about-report.ts";
import { changeCharts } from "../../change-charts.ts";
import type { Chart } from "../../chart.ts";
import { chartTable } from "../../charts/index.ts";
import { chartWords } from "../../charts/words.ts";
import { type PlainTable, summaryTables } from "../../flat-table.ts";
import { joinYes } from "../../join-yes.ts";
import { originsTable, originsTitle } from "../../origins-table.ts";
import { overviewTable } from "../../overview-table.ts";
import { publishedWords } from "../../published-words.ts";
import { tablesOf } from "../../report-tables.ts";
import { columnNamed, type Table, textCells } from "../../table.ts";
import { shownIn } from "../../workbook.ts";
import type { Render, RenderPage } from "../format.ts";
import { CHART_WIDTH, nativeCharts } from "./charts.ts";
import { chartPlace, packaged } from "./package.ts";
import { caption, paragraph, SLOT } from "./paragraphs.ts";
import { type CommentOf, tableXml } from "./tables.ts";

/** Whoever edits the document would lose the work. */
const written = (): string => say("document.written");

/** One file, report.docx. */
export const docx: Render = (report, { overviewOnly, annex }) => {
  const { plan, only, tables, inputs } = report;
  const made = contents();
  made.opens(plan.title, [
    aboutReport(report),
    ...publishedWords(plan.publishing),
    ...(only === undefined ? [] : [only]),
  ]);
  made.heading(say("overview.title"));
  made.table(overviewTable(overviewOf(tables), plan));
  if (!overviewOnly) {
    for (const table of tables) addTables(made, report, table, annex === true);
    const [, counts, measures] = summaryTables(report).map(tableOfPlain);
    if (report.priorities.length > 0 && counts && measures) {
      made.heading(say("heading.priorities"));
      made.table(counts);
      made.note(say("priority.several"));
      made.table(measures);
    }
  }
  if (annex && inputs.length > 0) {
    made.heading(say("files.heading"));
    const columns = fileColumns();
    const rows = inputs.map(({ file, source, records, sha256 }) =>
      textCells(
        file,
        sourceShown(source),
        records === undefined ? say("cell.withheld") : String(records),
        digestShown(sha256()),
      ),
    );
    made.table({ title: say("files.title"), columns, rows, notes: [] });
  }
  return [{ name: "report.docx", content: made.closed(plan.title) }];
};

/** One file: each table with its charts. */
export const docxPage: RenderPage = ({ name, title, tables, narrow = tables, charts, publishing }, { annex }) => {
  const made = contents();
  made.opens(title, publishing ? publishedWords(publishing) : []);
  for (const [index, table] of narrow.entries()) {
    made.heading(table.title);
    for (const chart of charts[index] ?? []) made.chart(chart, annex === true);
    made.table(table);
    if (annex) made.origins(table);
  }
  return [{ name: `${name}.docx`, content: made.closed(title) }];
};

function addTables(made: Contents, { plan }: Report, table: ReportTable, annex: boolean): void {
  made.heading(table.title);
  const charts = changeCharts(plan, table);
  for (const chart of charts) made.chart(chart, false);
  for (const [index, own] of tablesOf(plan, table).entries()) {
    // The first table is of the measures, a row for each; the others are of the parts of one.
    made.table(own, (row) => {
      const measure = index === 0 ? table.rows[row] : undefined;
      return measure && commentWords(measure);
    });
    if (annex) made.origins(own);
    if (index > 0) continue;
    for (const row of table.rows) {
      const said = wordsBeside(table, row);
      if (said !== "") made.note(said);
    }
  }
  if (annex) for (const chart of charts) made.table(chartTable(chart));
}

/** A table whose cells are texts already, without columns that are blank. */
function tableOfPlain({ title, columns, rows, notes }: PlainTable): Table {
  const kept = [...columns.keys()].filter((index) => rows.some((row) => shownIn(row[index]) !== ""));
  return {
    ...{ title, notes },
    columns: kept.map((index) => columnNamed(columns[index]?.heading ?? "", columns[index]?.numeric)),
    rows: rows.map((row) => textCells(...kept.map((index) => shownIn(row[index])))),
  };
}

/** What is written so far, with the numbers of tables and figures. */
interface Contents {
  readonly opens: (title: string, lines: readonly string[]) => void;
  readonly heading: (words: string) => void;
  readonly note: (words: string) => void;
  readonly table: (table: Table, commentOf?: CommentOf) => void;
  readonly chart: (chart: Chart, withData: boolean) => void;
  readonly origins: (table: Table) => void;
  readonly closed: (title: string) => Uint8Array;
}

function contents(): Contents {
  const body: string[] = [];
  const parts: string[] = [];
  let [tables, figures] = [0, 0];
  const note = (words: string): void => void body.push(paragraph("Note", words));
  const table = (one: Table, commentOf?: CommentOf): void => {
    tables += 1;
    body.push(tableXml(joinYes(one), tables, commentOf));
    for (const words of one.notes) note(words);
  };
  return {
    note,
    table,
    opens: (title, lines) => {
      body.push(paragraph("Title", title), ...lines.map((line) => paragraph("Subtitle", line)));
      body.push(paragraph("Notice", written()));
    },
    heading: (words) => void body.push(paragraph("Heading1", words)),
    chart: (chart, withData) => {
      const natives = nativeCharts(chart);
      if (natives.length > 0) figures += 1;
      for (const [part, { part: xml, height, notes }] of natives.entries()) {
        const shape =
          natives.length === 1
            ? say("figure.caption", { number: SLOT, title: chart.title })
            : say("figure.caption-part", {
                ...{ number: SLOT, title: chart.title },
                part: part + 1,
                parts: natives.length,
              });
        body.push(caption("Figure", figures, part > 0, shape));
        body.push(chartPlace(parts.length, chart.title, chartWords(chart), CHART_WIDTH, height));
        parts.push(xml);
        for (const words of notes) note(words);
      }
      if (withData) table(chartTable(chart));
    },
    origins: (of) => {
      const number = tables;
      const origins = originsTable(of, originsTitle(number));
      if (origins) table(origins);
    },
    closed: (title) => packaged({ title, language: languageCode(), body: body.join(""), charts: parts }),
  };
}

// Markdown that pastes into a document: a table for each table, its measures in sentences, comments, and a summary by priority.

import { printable } from "../../core/safe-text.ts";
import { sentencesOf } from "../../report/narration.ts";
import { overviewOf } from "../../report/overview.ts";
import { owesComment, type Report, type ReportTable } from "../../report/report.ts";
import { tallyWords } from "../../report/standing.ts";
import { overviewTable } from "../overview-table.ts";
import { tablesOf } from "../report-tables.ts";
import { cellText, fullHeading, type Table } from "../table.ts";
import type { Render, RenderPage } from "./format.ts";

/** One file, report.md. */
export const markdown: Render = (report, { overviewOnly }) => {
  const { plan, only, tables } = report;
  const sections = [
    `# ${plainText(plan.title)}`,
    ...(only === undefined ? [] : [plainText(only)]),
    tableSection(overviewTable(overviewOf(tables), plan)),
    ...(overviewOnly ? [] : tablesAndComments(report)),
  ];
  return [{ name: "report.md", content: `${sections.filter((section) => section !== "").join("\n\n")}\n` }];
};

function tablesAndComments({ plan, tables, priorities }: Report): string[] {
  return [
    ...tables.flatMap((table) => {
      const [main, ...others] = tablesOf(plan, table).map(tableSection);
      return [main ?? "", sentences(table), ...others];
    }),
    "## Additional comments",
    tables
      .flatMap((table) => table.rows)
      .filter(owesComment)
      .map((row) => `- **${plainText(row.name)}** (${row.standing}): ${plainText(row.comment ?? "no comment yet")}`)
      .join("\n"),
    "## Priorities",
    ...priorities.flatMap(({ id, name, rows }) => {
      const lines = rows.map(({ name: measure, standing, measure: { owner } }) => {
        const answers = owner === undefined ? "" : ` (${plainText(owner)})`;
        return `- ${plainText(measure)}${answers}: ${standing}`;
      });
      return [`### ${plainText(`${id}: ${name}`)}`, tallyWords(rows), lines.join("\n")];
    }),
  ];
}

/** The table's measures in sentences. */
const sentences = (table: ReportTable): string =>
  ["### In words", "", ...table.rows.map((row) => `- ${plainText(sentencesOf(table, row).join(" "))}`)].join("\n");

/** One file: each table under its title. */
export const markdownPage: RenderPage = ({ name, title, tables, narrow = tables }) => {
  const sections = [`# ${plainText(title)}`, ...narrow.map(tableSection)];
  return [{ name: `${name}.md`, content: `${sections.join("\n\n")}\n` }];
};

function tableSection({ title, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const head = line(columns.map((column) => plainText(fullHeading(column))));
  const rule = line(columns.map(({ numeric }) => (numeric ? "---:" : "---")));
  const body = rows.map((row) => line(row.map((cell) => plainText(cellText(cell)))));
  return [`## ${plainText(title)}`, "", head, rule, ...body, "", ...notes.map((note) => `- ${plainText(note)}`)].join(
    "\n",
  );
}

/** Text from a plan or a file stays text: it opens no tag, link, emphasis or cell. */
function plainText(text: string): string {
  return (
    printable(text)
      .replace(/\s+/g, " ")
      .replace(/[\\`*_{}[\]|~]/g, (sign) => `\\${sign}`)
      // A list begins with a dash or with a number and its full stop; -0.170 and 63.453 are figures.
      .replace(/^([#+]|-(?!\d))/, "\\$1")
      .replace(/^(\d+)([.)])(?!\d)/, "$1\\$2")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
  );
}

// Markdown that pastes into a document: a table for each table, its measures in sentences, comments, and a summary by priority.

import { printable } from "../../core/safe-text.ts";
import { standingWords } from "../../core/words/names.ts";
import { say } from "../../core/words/say.ts";
import { overviewOf } from "../../report/overview.ts";
import { owesComment, type Report, type ReportTable } from "../../report/report.ts";
import { commentWords } from "../../report/row-comment.ts";
import { wordsBeside } from "../../report/said-in-comment.ts";
import { tallyWords } from "../../report/standing.ts";
import { joinYes } from "../join-yes.ts";
import { overviewTable } from "../overview-table.ts";
import { panelsOf, withoutLastAlone } from "../panels.ts";
import { publishedWords } from "../published-words.ts";
import { tablesOf } from "../report-tables.ts";
import { cellText, fullHeading, type Table } from "../table.ts";
import type { Render, RenderPage } from "./format.ts";

/** One file, report.md. */
export const markdown: Render = (report, { overviewOnly }) => {
  const { plan, only, tables } = report;
  const sections = [
    `# ${plainText(plan.title)}`,
    ...publishedWords(plan.publishing).map(plainText),
    ...(only === undefined ? [] : [plainText(only)]),
    tableSection(overviewTable(overviewOf(tables), plan)),
    ...(overviewOnly ? [] : tablesAndComments(report)),
  ];
  return [{ name: "report.md", content: `${sections.filter((section) => section !== "").join("\n\n")}\n` }];
};

function tablesAndComments({ plan, tables, priorities }: Report): string[] {
  return [
    ...tables.flatMap((table) => {
      const [main, ...others] = tablesOf(plan, table).map(joinYes).map(tableSection);
      return [main ?? "", sentences(table), ...others];
    }),
    `## ${plainText(say("heading.comments"))}`,
    tables
      .flatMap((table) => table.rows)
      .filter(owesComment)
      .map(
        (row) =>
          `- **${plainText(row.name)}** (${standingWords(row.standing)}): ${plainText(commentWords(row) ?? say("comment.none-yet"))}`,
      )
      .join("\n"),
    `## ${plainText(say("heading.priorities"))}`,
    ...priorities.flatMap(({ id, name, rows }) => {
      const lines = rows.map(({ name: measure, standing, measure: { owner } }) => {
        const answers = owner === undefined ? "" : ` (${plainText(owner)})`;
        return `- ${plainText(measure)}${answers}: ${standingWords(standing)}`;
      });
      return [`### ${plainText(say("priority.name", { id, name }))}`, tallyWords(rows), lines.join("\n")];
    }),
  ];
}

/** The table's measures in sentences. */
function sentences(table: ReportTable): string {
  const said = table.rows.map((row) => wordsBeside(table, row)).filter((words) => words !== "");
  if (said.length === 0) return "";
  return [`### ${plainText(say("heading.in-words"))}`, "", ...said.map((words) => `- ${plainText(words)}`)].join("\n");
}

/** One file: each table under its title. */
export const markdownPage: RenderPage = ({ name, title, tables, narrow = tables, publishing }) => {
  const published = publishing ? publishedWords(publishing).map(plainText) : [];
  const sections = [`# ${plainText(title)}`, ...published, ...narrow.map(tableSection)];
  return [{ name: `${name}.md`, content: `${sections.join("\n\n")}\n` }];
};

/** The table under its title, in as many parts as a page of a document needs; its notes follow the last. */
function tableSection({ title, columns, rows, notes }: Table): string {
  const headings = columns.map((column) => plainText(fullHeading(column)));
  const cells = rows.map((row) => row.map((cell) => plainText(cellText(cell))));
  const widths = columns.map(({ numeric }, place) => {
    const texts = cells.map((row) => row[place] ?? "");
    const longest = Math.max(0, ...texts.map(({ length }) => length));
    const words = [headings[place] ?? "", ...texts].flatMap((text) => text.split(" "));
    // Words are wrapped by whoever shows the table; figures are not.
    const least = Math.max(...words.map(({ length }) => length), (headings[place] ?? "").length / MOST_LINES);
    return Math.max(least, numeric ? longest : Math.min(longest, WIDEST_TEXT)) + BETWEEN;
  });
  const widthOf = (places: readonly number[]): number => places.reduce((sum, place) => sum + (widths[place] ?? 0), 0);
  const room = PAGE - (widths[0] ?? 0);
  const panels = withoutLastAlone(panelsOf(columns, room, widthOf), rows.length, room, widthOf);
  const line = (all: readonly string[], places: readonly number[]): string =>
    `| ${places.map((place) => all[place] ?? "").join(" | ")} |`;
  const parts = (panels.length > 0 ? panels : [[]]).map((panel) => {
    const places = [0, ...panel];
    const rule = columns.map(({ numeric }) => (numeric ? "---:" : "---"));
    return [line(headings, places), line(rule, places), ...cells.map((row) => line(row, places))].join("\n");
  });
  const said = notes.map((note) => `- ${plainText(note)}`).join("\n");
  return [`## ${plainText(title)}`, ...parts, ...(said === "" ? [] : [said])].join("\n\n");
}

/** Letters: what a page of a document holds side by side, what words are wrapped to, and the space between columns. */
const [PAGE, WIDEST_TEXT, BETWEEN] = [140, 24, 3];
/** A heading takes about this many lines at most. */
const MOST_LINES = 5;

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

// Tables for a terminal of any width: what does not fit beside the names goes into a further table, nothing is cut.
// The only file that imports cli-table3.

import CliTable from "cli-table3";
import { inRuns } from "../../core/runs.ts";
import { printable, wrap } from "../../core/safe-text.ts";
import { terminalColumns } from "../../core/text-columns.ts";
import { standingWords } from "../../core/words/names.ts";
import { say } from "../../core/words/say.ts";
import type { Paint } from "../../io/paint.ts";
import { overviewOf } from "../../report/overview.ts";
import { owesComment, type PrioritySummary, type ReportTable } from "../../report/report.ts";
import { commentWords } from "../../report/row-comment.ts";
import { countedStandings, standings, tallyWords } from "../../report/standing.ts";
import { overviewText } from "../overview-text.ts";
import { columnGroups, panelsOf } from "../panels.ts";
import { tablesOf } from "../report-tables.ts";
import { standingPaint } from "../standing-colours.ts";
import { type Column, cellText, fullHeading, type Table } from "../table.ts";
import type { Render, RenderPage } from "./format.ts";
import { plot } from "./text-plot.ts";

const GAP = 2;
const BETWEEN = " ".repeat(GAP);
const RULE = "─";
const WIDEST_NAME = 44;
const WIDEST_TEXT = 36;
const NARROWEST_NAME = 16;
/** A heading over several columns is not wrapped to less than this. */
const READABLE_GROUP = 26;
/** Below this, a table reads better as a list of its cells. */
const NARROWEST_TABLE = 40;

/** One file, report.txt, as wide as the terminal. */
export const terminal: Render = ({ plan, only, tables, priorities }, { columns: width, paint, overviewOnly }) => {
  const overview = overviewText({ title: plan.title, only, overview: overviewOf(tables) }, width, paint);
  if (overviewOnly) return [{ name: "report.txt", content: `${overview}\n` }];
  const sections = [
    overview,
    ...tables.flatMap((table) => tablesOf(plan, table)).map((table) => tableText(table, width, paint)),
    commentsText(tables, width, paint),
    ...(only === undefined ? [prioritiesTally(priorities, width, paint)] : prioritiesText(priorities, width, paint)),
  ];
  return [{ name: "report.txt", content: `${sections.filter((section) => section !== "").join("\n\n")}\n` }];
};

/** One file, as wide as the terminal: each table, with the charts that belong to it drawn in letters. */
export const terminalPage: RenderPage = (
  { name, title, tables, narrow = tables, charts },
  { columns: width, paint },
) => {
  const sections = narrow.flatMap((table, index) => {
    const plots = (charts[index] ?? []).map((chart) => plot(chart, width));
    return [tableText(table, width, paint), ...plots];
  });
  const all = [paint.bold(wrap(title, width)), ...sections].filter((section) => section !== "");
  return [{ name: `${name}.txt`, content: `${all.join("\n\n")}\n` }];
};

function tableText(table: Table, width: number, paint: Paint): string {
  // Only words can have what must not be printed; a figure is of the tool's own signs.
  const texts = table.rows.map((row) => row.map((cell) => ("text" in cell ? printable(cell.text) : cellText(cell))));
  const columns = table.columns.map((column) => ({
    ...column,
    group: printable(column.group),
    heading: printable(column.heading),
  }));
  const body = width < NARROWEST_TABLE ? [listText(columns, texts, width)] : grids(columns, texts, width, paint);
  const notes = table.notes.map((note) => wrap(note, width));
  return [paint.bold(wrap(table.title, width)), ...body, notes.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** The table as one or more grids, each with the names at its left and as many groups of columns as fit beside them. */
function grids(columns: readonly Column[], texts: readonly string[][], width: number, paint: Paint): string[] {
  const longestWord = (text: string): number => Math.max(...text.split(" ").map(terminalColumns));
  // Words in a cell are wrapped; a figure is not.
  const roomForWords = Math.min(WIDEST_TEXT, width - NARROWEST_NAME - GAP);
  const wide = (text: string, numeric: boolean): number =>
    numeric ? terminalColumns(text) : Math.max(longestWord(text), Math.min(terminalColumns(text), roomForWords));
  const widths = columns.map(({ heading, numeric }, index) =>
    Math.max(longestWord(heading), ...texts.map((row) => wide(row[index] ?? "", numeric || index === 0))),
  );
  const span = (indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + GAP + (widths[index] ?? 0), 0);
  const groups = columnGroups(columns);
  for (const group of groups) {
    const last = group.at(-1) ?? 0;
    const heading = columns[last]?.group ?? "";
    const lacking = Math.max(longestWord(heading), Math.min(heading.length, READABLE_GROUP)) + GAP - span(group);
    if (lacking > 0) widths[last] = (widths[last] ?? 0) + lacking;
  }
  // The names take what the widest group leaves that can stand beside them at all.
  const left = groups.map((group) => width - span(group)).filter((room) => room >= NARROWEST_NAME);
  const name = Math.min(widths[0] ?? 0, WIDEST_NAME, ...left, Math.max(NARROWEST_NAME, Math.floor(width * 0.4)));
  widths[0] = name;
  // The names stand in every grid, and are laid out once.
  const all = columns.map(({ group, heading, numeric }, index): Laid => {
    const width = widths[index] ?? 0;
    const words = (text: string): string => (numeric ? laid(text, width) : painted(laid(text, width), paint));
    return { group, width, numeric, heading: laid(heading, width), cells: texts.map((row) => words(row[index] ?? "")) };
  });
  const runsOf = (indexes: readonly number[]): number[][] =>
    inRuns(indexes, (last, next) => columns[last]?.group === columns[next]?.group);
  // A part of a group has the heading of the group, no word of which is broken.
  const lackingIn = (run: readonly number[]): number =>
    Math.max(0, longestWord(columns[run[0] ?? 0]?.group ?? "") + GAP - span(run));
  const whole = (indexes: readonly number[]): number =>
    runsOf(indexes).reduce((sum, run) => sum + span(run) + lackingIn(run), 0);
  return panelsOf(columns, width - name, whole).map((indexes) => {
    const beside = runsOf(indexes).flatMap((run) =>
      run.flatMap((index, place): Laid[] => {
        const column = all[index];
        const more = place === run.length - 1 ? lackingIn(run) : 0;
        return column ? [{ ...column, width: column.width + more }] : [];
      }),
    );
    return grid([...(all[0] ? [all[0]] : []), ...beside]);
  });
}

/** A column whose texts are on lines of its width. */
interface Laid {
  readonly group: string;
  readonly width: number;
  readonly numeric: boolean;
  readonly heading: string;
  readonly cells: readonly string[];
}

/** A text on lines of that width. */
const laid = (text: string, width: number): string => (terminalColumns(text) <= width ? text : wrap(text, width));

/** Spaces between columns and a rule under the headings are all that is drawn; without styles of its own it would colour both. */
const borders = ["top", "top-left", "top-mid", "top-right", "left", "left-mid", "right", "right-mid"];
const ends = ["bottom", "bottom-left", "bottom-mid", "bottom-right"];
const drawing = {
  chars: {
    ...Object.fromEntries([...borders, ...ends].map((name) => [name, ""])),
    ...{ middle: BETWEEN, mid: RULE, "mid-mid": RULE.repeat(GAP) },
  },
  style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
};

/** One grid: a line of groups over a line of headings, a rule, and the rows. */
function grid(columns: readonly Laid[]): string {
  const widthOf = (some: readonly Laid[]): number => some.reduce((sum, { width }) => sum + GAP + width, -GAP);
  const groups = inRuns(columns, (last, next) => last.group === next.group).map((run) => ({
    name: run[0]?.group ?? "",
    width: widthOf(run),
  }));
  // A cell over several columns is, to the library, wider by one for each gap, and a gap here is of two: so the groups are a
  // table of their own.
  const over = new CliTable({ ...drawing, colWidths: groups.map(({ width }) => width), rowAligns: ["bottom"] });
  over.push(groups.map(({ name, width }) => laid(name, width)));
  const rows = columns[0]?.cells ?? [];
  const table = new CliTable({
    ...drawing,
    // Without rows, the rule is what the table ends with.
    chars: rows.length > 0 ? drawing.chars : { ...drawing.chars, bottom: RULE, "bottom-mid": RULE.repeat(GAP) },
    head: columns.map(({ heading }) => heading),
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ numeric }) => (numeric ? "right" : "left")),
    rowAligns: ["bottom"],
  });
  table.push(...rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? "")));
  const tables = groups.some(({ name }) => name !== "") ? [over, table] : [table];
  const lines = tables.flatMap((drawn) => drawn.toString().split("\n"));
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** Colour goes with the words of a verdict and never stands for them. */
function painted(text: string, paint: Paint): string {
  const standing = standings.find((one) => standingWords(one) === text);
  return standing === undefined ? text : paint[standingPaint[standing]](text);
}

/** Row by row, a line for each cell, for a width in which no table can be read. */
function listText(columns: readonly Column[], texts: readonly string[][], width: number): string {
  return texts
    .map((row) => {
      const cells = row.slice(1).flatMap((text, index) => {
        const column = columns[index + 1];
        return text === "" || !column
          ? []
          : [wrap(say("heading.grouped", { group: fullHeading(column), heading: text }), width, "  ")];
      });
      return [wrap(row[0] ?? "", width), ...cells].join("\n");
    })
    .join("\n\n");
}

function commentsText(tables: readonly ReportTable[], width: number, paint: Paint): string {
  const rows = tables.flatMap((table) => table.rows).filter(owesComment);
  if (rows.length === 0) return "";
  const lines = rows.map((row) => {
    const head = `${printable(row.name)} (${standingWords(row.standing)})`;
    return `${wrap(head, width)}\n${wrap(commentWords(row) ?? say("comment.none"), width, "  ")}`;
  });
  const lacking = rows.filter((row) => row.comment === undefined).map((row) => printable(row.name));
  const missing = lacking.length === 0 ? [] : [wrap(say("comment.lacking", { names: lacking.join("; ") }), width)];
  return [paint.bold(say("heading.comments")), ...lines, ...missing].join("\n\n");
}

/** What each priority comes to, in a line; the measures of each are asked for by its id. */
function prioritiesTally(priorities: readonly PrioritySummary[], width: number, paint: Paint): string {
  if (priorities.length === 0) return "";
  const lines = priorities.map(({ id, name, rows }) =>
    wrap(say("priority.tally", { id, name, tally: tallyWords(rows) }), width, "  "),
  );
  const [first] = priorities;
  const how = say("priority.how", { option: `--priority ${first?.id}` });
  return [paint.bold(say("heading.priorities")), ...lines, wrap(printable(how), width)].join("\n");
}

function prioritiesText(priorities: readonly PrioritySummary[], width: number, paint: Paint): string[] {
  return priorities.map(({ id, name, rows }) => {
    const room = Math.max(...countedStandings(rows).map((one) => standingWords(one).length), 12);
    const lines = standings.flatMap((standing) =>
      rows
        .filter((row) => row.standing === standing)
        .map((row) => {
          const owner = row.measure.owner === undefined ? "" : ` (${row.measure.owner})`;
          return `  ${painted(standingWords(standing).padEnd(room), paint)}  ${wrap(`${row.name}${owner}`, width, " ".repeat(room + 4)).trimStart()}`;
        }),
    );
    return [
      paint.bold(wrap(say("priority.heading", { id, name }), width)),
      wrap(tallyWords(rows), width),
      ...lines,
    ].join("\n");
  });
}

// The overview in a terminal: a line for each measure, under a few lines that say what the signs mean.

import { printable, wrap } from "../core/safe-text.ts";
import { padded, terminalColumns } from "../core/text-columns.ts";
import { standingWords } from "../core/words/names.ts";
import { labelWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import type { Paint } from "../io/paint.ts";
import type { OverviewLine, OverviewTable } from "../report/overview.ts";
import type { ReportTable } from "../report/report.ts";
import { countsSaid, standingSigns, standings } from "../report/standing.ts";
import { arrowOf, besideText, changeWords, hasPoints, nowWords, sparkline } from "./overview-words.ts";
import { standingPaint } from "./standing-colours.ts";

/** A sign, a space, and a short name. */
const NAME = 29;
const NARROWEST_NAME = 18;
/** Below this, the figures of a measure stand below its name. */
const NARROWEST_TABLE = 40;
/** A sign, a space, and two letters: no terminal is that narrow. */
const LEAST_NAME = 4;
const WIDEST_NAME = 46;
/** So many columns stand below the names of a list. */
const IN_LIST = 2;
/** From these widths on, the change since the year before, the standing in words, and the priorities are there too. */
const WITH_LAST_YEAR = 100;
const WITH_STANDING = 120;

interface OverviewColumn {
  readonly heading: string;
  /** It is of the group that stands beside the force. */
  readonly ofGroup?: true;
  readonly width: number;
  readonly isRight: boolean;
  readonly text: (line: OverviewLine) => string;
}

/** The overview as lines of text, at most as wide as the terminal. */
export function overviewText(
  {
    title,
    only,
    overview,
  }: { readonly title: string; readonly only?: string | undefined; readonly overview: readonly OverviewTable[] },
  width: number,
  paint: Paint,
): string {
  const lines = overview.flatMap((table) => table.lines);
  const isList = width < NARROWEST_TABLE;
  const { columns, name, leftOut, needed } = laidOut(overview, lines, width);
  const periods = new Set(overview.map(({ table }) => periodsOf(table)));
  const shared = periods.size === 1 ? [...periods][0] : undefined;
  const distinct = lines.map(({ row }) => row).filter(({ measure }) => !measure.isTotal);
  const counts = countsSaid(distinct);
  const head = [
    paint.bold(wrap(printable(title), width)),
    ...(only === undefined ? [] : [wrap(only, width)]),
    wrap(shared ?? say("overview.periods-beside"), width),
    wrap(counts, width),
    wrap(keyOf(lines, hasMsg(overview, columns), width), width),
  ];
  const tables = overview.map((one) =>
    isList ? listLines(one, width, paint) : tableLines(one, shared === undefined, columns, name, width, paint),
  );
  const lost = leftOut.map(({ heading }) => heading.trim()).filter((heading) => heading !== "");
  const said = [
    ...besideKey(lines, columns, overview),
    ...(lost.length === 0 ? [] : [say("overview.left-out", { width, names: inRow(lost), needed })]),
  ].map((one) => wrap(printable(one), width));
  return [head.join("\n"), ...tables, ...(said.length === 0 ? [] : [said.join("\n")])].join("\n\n");
}

function periodsOf({ baseline, current }: ReportTable): string {
  const slots = { current: labelWords(current ?? {}) };
  return baseline
    ? say("overview.baseline-current", { ...slots, baseline: labelWords(baseline) })
    : say("overview.current", slots);
}

/** What the signs mean that stand in the lines; what MSG is, where the line has room for it. */
function keyOf(lines: readonly OverviewLine[], hasMsg: boolean, width: number): string {
  const used = standings.filter((standing) =>
    lines.some(({ row }) => row.standing === standing && !row.measure.isTotal),
  );
  const points = lines.some((line) => hasPoints(line.change));
  const key = [
    ...used.map((standing) => `${standingSigns[standing]} ${standingWords(standing)}`),
    say("overview.key-arrows"),
    ...(points ? [say("overview.key-pp")] : []),
  ].join(" · ");
  const more = hasMsg ? `${key} · ${say("overview.key-msg")}` : key;
  return terminalColumns(more) <= width ? more : key;
}

/** What is compared where the force is set beside a group; nothing where no line says how it is. */
function besideKey(
  lines: readonly OverviewLine[],
  columns: readonly OverviewColumn[],
  overview: readonly OverviewTable[],
): string[] {
  if (!columns.some(({ ofGroup }) => ofGroup) || !lines.some((line) => besideText(line) !== "")) return [];
  return [say("overview.key-beside", { group: groupNamed(overview) })];
}

/** The group of all tables, or the word for one where they have several. */
function groupNamed(overview: readonly OverviewTable[]): string {
  const groups = new Set(overview.flatMap(({ group }) => group ?? []));
  return groups.size === 1 ? ([...groups][0] ?? "") : say("overview.group");
}

/** Whether a column is of a group that is called by the short name of the most similar forces. */
const hasMsg = (overview: readonly OverviewTable[], columns: readonly OverviewColumn[]): boolean =>
  columns.some(({ ofGroup }) => ofGroup) && overview.some(({ group }) => /\bMSG\b/.test(group ?? ""));

/** The columns that the width has room for, and the room that is left for the names. */
function laidOut(overview: readonly OverviewTable[], lines: readonly OverviewLine[], width: number) {
  const hasGroup = overview.some(({ group }) => group !== undefined);
  const group = groupNamed(overview);
  const widest = (text: (line: OverviewLine) => string, least: number): number =>
    Math.max(least, ...lines.map((line) => longestWord(text(line))));
  const change = (line: OverviewLine): string => changeWords(line, line.change, false);
  const groupChange = (line: OverviewLine): string => changeWords(line, line.groupChange, true);
  const trend = (line: OverviewLine): string => sparkline(line.course.values);
  const lastYear = (line: OverviewLine): string => changeWords(line, line.course.sinceLastYear, false);
  const digits = Math.max(8, ...lines.map((line) => change(line).length));
  const has = (text: (line: OverviewLine) => string): boolean => lines.some((line) => text(line) !== "");
  const all: (OverviewColumn | undefined)[] = [
    { heading: say("overview.now"), width: widest(nowWords, 7), isRight: true, text: nowWords },
    {
      ...{ heading: say("overview.change"), width: digits + 2, isRight: true },
      text: (line) => (change(line) === "" ? "" : `${arrowOf(line.change).padEnd(1)} ${change(line).padStart(digits)}`),
    },
    hasGroup && has(groupChange)
      ? {
          heading: group,
          ofGroup: true,
          width: widest(groupChange, Math.max(8, ...lines.map((line) => groupChange(line).length))),
          isRight: true,
          text: groupChange,
        }
      : undefined,
    hasGroup && has(besideText)
      ? {
          heading: say("overview.beside", { group }).slice(0, 14),
          ofGroup: true,
          width: Math.max(14, ...lines.map((line) => besideText(line).length)),
          isRight: false,
          text: besideText,
        }
      : undefined,
    has(trend) ? { heading: say("overview.trend"), width: 8, isRight: false, text: trend } : undefined,
    width >= WITH_LAST_YEAR && has(lastYear)
      ? { heading: say("overview.last-year"), width: 10, isRight: true, text: lastYear }
      : undefined,
    width >= WITH_STANDING
      ? {
          heading: say("overview.standing"),
          width: 16,
          isRight: false,
          text: ({ row }) => (row.measure.isTotal ? "" : standingWords(row.standing)),
        }
      : undefined,
    width >= WITH_STANDING && has(({ row }) => row.measure.priorities.join(" "))
      ? {
          heading: say("overview.priorities"),
          width: 18,
          isRight: false,
          text: ({ row }) => row.measure.priorities.join(" "),
        }
      : undefined,
  ];
  const columns = all.flatMap((column) => column ?? []);
  const rest = (kept: readonly OverviewColumn[]): number => kept.reduce((sum, one) => sum + one.width + 1, 0);
  // What is not to be had in this width is left to the tables below: the last columns first, but never where it is now.
  const needed = Math.max(NARROWEST_TABLE, rest(columns) + NARROWEST_NAME);
  const leftOut: OverviewColumn[] = [];
  while (columns.length > 1 && width - rest(columns) < NARROWEST_NAME) leftOut.unshift(...columns.splice(-1));
  // Below each name there is room for where it is now and for its change.
  if (width < NARROWEST_TABLE) leftOut.splice(0, leftOut.length, ...[...columns, ...leftOut].slice(IN_LIST));
  const names = Math.max(NAME, ...lines.map((line) => terminalColumns(line.name) + 2));
  const room = Math.max(LEAST_NAME, width - rest(columns));
  return { leftOut, needed, columns, name: Math.min(room, Math.max(NAME, Math.min(WIDEST_NAME, names))) };
}

const longestWord = (text: string): number => Math.max(0, ...text.split(" ").map(terminalColumns));

function tableLines(
  { table, lines, group }: OverviewTable,
  withPeriods: boolean,
  columns: readonly OverviewColumn[],
  name: number,
  width: number,
  paint: Paint,
): string {
  const title = wrap(printable(table.title), name).split("\n");
  const headings = columns
    .map((column) => aligned(column, column.ofGroup && group === undefined ? "" : column.heading))
    .join(" ");
  const head = title.map((part, index) =>
    index === title.length - 1
      ? `${paint.bold(part)}${" ".repeat(Math.max(0, name - terminalColumns(part)))} ${headings}`
      : paint.bold(part),
  );
  if (withPeriods) head.push(wrap(periodsOf(table), width, "  "));
  const rows = lines.flatMap((line) => rowLines(line, columns, name, paint));
  return [...head, ...rows].map((line) => line.trimEnd()).join("\n");
}

const aligned = ({ width, isRight }: OverviewColumn, text: string): string =>
  isRight ? text.padStart(width) : padded(text, width);

/** A line; further lines for a long name, or for words that are wider than their column. */
function rowLines(line: OverviewLine, columns: readonly OverviewColumn[], name: number, paint: Paint): string[] {
  const { row } = line;
  const sign = row.measure.isTotal ? " " : standingSigns[row.standing];
  const parts = wrap(printable(line.name), name - 2).split("\n");
  const cells = columns.map((column) => wrap(column.text(line), column.width).split("\n"));
  const height = Math.max(parts.length, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) => {
    const mark = at === 0 ? paint[standingPaint[row.standing]](sign) : " ";
    const words = columns.map((column, index) => aligned(column, cells[index]?.[at] ?? "")).join(" ");
    return `${mark} ${padded(parts[at] ?? "", name - 2)} ${words}`;
  });
}

/** The measures of a table one below the other, each with where it is now and its change on a line of their own. */
function listLines({ table, lines }: OverviewTable, width: number, paint: Paint): string {
  const rows = lines.flatMap((line) => {
    const { row } = line;
    const sign = row.measure.isTotal ? "" : `${paint[standingPaint[row.standing]](standingSigns[row.standing])} `;
    const now = [nowWords(line), arrowOf(line.change), changeWords(line, line.change, false)];
    const figures = now.filter((word) => word !== "").join(" ");
    return [`${sign}${wrap(printable(line.name), width - 2)}`, ...(figures === "" ? [] : [wrap(figures, width, "  ")])];
  });
  return [paint.bold(wrap(printable(table.title), width)), ...rows].join("\n");
}

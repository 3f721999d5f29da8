// The columns of a table, its rows of cells, and the notes that must be read with it.
import { type Figure, isKnown, type Mark, shorthand } from "../core/figure.ts";
import { periodLabel, populationDate } from "../core/period.ts";
import type { Change, LevelKey } from "../measures/measure-kind.ts";
import { type Comparator, comparatorLabel } from "../plan/comparators.ts";
import type { Plan } from "../plan/model.ts";
import type { Figures, Sides } from "../report/context.ts";
import { amountText, formatFigure, markOf, nextText, placesFor } from "../report/format-figure.ts";
import type { ReportTable, Row } from "../report/report.ts";
import { readingText } from "../report/significance.ts";

export type Cell =
  | { readonly text: string }
  | { readonly yes: boolean }
  | { readonly figure: Figure; readonly places: number };

/** What a cell that is no figure of the data tells. */
export type Topic = "name" | "priority" | (typeof aimHeadings)[number];
const aimHeadings = ["Aim", "target", "achieved?", "reading", "due by now", "on track?"] as const;

export interface Column {
  /** Columns of one group stand together: "Baseline: 2019". */
  readonly group: string;
  readonly heading: string;
  /** What its values are, whichever area they are of: columns of one kind belong side by side. */
  readonly kind?: string;
  readonly numeric: boolean;
  /** Nothing for a column of figures. */
  readonly topic?: Topic;
}

/** A table as every format prints it; its first column names the rows, and no two columns share group and heading. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What must be read with the table: periods and populations, shorthand, the reason for each missing figure. */
  readonly notes: readonly string[];
  /** What the table is of, under headings of their own, where it stands in one with others of its kind. */
  readonly of?: readonly (readonly [heading: string, text: string])[];
}

/** The heading of a column that stands by itself: no two of a table are alike. */
export const fullHeading = ({ group, heading }: Column): string =>
  group === "" || group === heading ? heading : `${group}: ${heading}`;

/** A cell as text for people. */
export function cellText(cell: Cell): string {
  if ("text" in cell) return cell.text;
  if ("yes" in cell) return cell.yes ? "Yes" : "";
  return formatFigure(cell.figure, cell.places);
}

/** A column, and what it has of each line. */
type Spec = Column & {
  readonly cell: (line: Line) => Cell | undefined;
  /** Where it does not apply it is left blank, rather than marked as not applicable. */
  readonly blank?: boolean;
};
/** What a line of a table prints: a measure, or a part of one. */
interface Line {
  readonly name: string;
  readonly figures: Figures;
  readonly row: Row;
}

/** The kinds of value that a level has, in the order of the columns, and their words. */
export const levelColumns = [
  ["count", "number"],
  ["rate", "rate per 1,000 population"],
  ["percent", "percentage"],
  ["people", "people"],
  ["pounds", "£"],
  ["seconds", "seconds"],
  ["hours", "hours"],
] as const;
/** What a kind of value is called over a column. */
export const wordsFor = (kind: LevelKey): string => levelColumns.find(([name]) => name === kind)?.[1] ?? kind;

/** The kinds of change, in the order of the columns, with their words; a variance has a column for each unit. */
export const changeColumns = [
  ["variance", "variance", "count"],
  ["variance", "variance in people", "people"],
  ["variance", "variance in £", "£"],
  ["variance", "variance in seconds", "seconds"],
  ["variance", "variance in hours", "hours"],
  ["percent", "% difference"],
  ["rate", "difference in rate"],
  ["points", "difference in percentage points"],
] as const;
/** What a change has for such a column; nothing where it is of another kind or in another unit. */
export function changeIn(
  change: Change | undefined,
  [kind, , unit]: (typeof changeColumns)[number],
): Figure | undefined {
  const figure = change?.[kind];
  return unit === undefined || figure?.unit === unit ? figure : undefined;
}

/** The table of a plan's table, and one of the shares of any measure in it that is split into parts. */
export function tablesOf(plan: Plan, table: ReportTable): Table[] {
  const lines = table.rows.map((row) => ({ name: row.name, figures: row.figures, row }));
  const split = table.rows.filter((row) => row.parts.length > 0);
  return [
    tableOf(table, table.title, lines, verdictColumns(plan, table)),
    ...split.map((row) =>
      tableOf(
        table,
        `${row.measure.name}: shares of each part`,
        row.parts.map((part) => ({ ...part, row })),
        [],
      ),
    ),
  ];
}

function tableOf(table: ReportTable, title: string, lines: readonly Line[], more: readonly Spec[]): Table {
  const all = [...figureColumns(table), ...more].map((spec) => ({ spec, cells: lines.map(spec.cell) }));
  // A kind of value that no measure of the table has takes no column.
  const used = all.filter(({ cells }) => cells.some((cell) => cell !== undefined));
  const columns = [nameColumn, ...used.map(({ spec: { cell: _, blank: __, ...column } }) => column)];
  const rows = lines.map(({ name }, place): Cell[] => [
    { text: name },
    ...used.map(({ spec, cells }) => cells[place] ?? (spec.blank ? noText : notApplicable)),
  ]);
  return { title, columns, rows, notes: notesOf(table, lines, columns, rows) };
}

/** A figure of a kind that a measure does not have, in a table where others have it; it needs no reason below. */
export const notApplicable: Cell = {
  figure: { gap: { mark: "z", reason: "the measure has no such figure" }, unit: "count", from: [] },
  places: 0,
};
const noText: Cell = { text: "" };

const titleOf = (words: string, when: ReportTable["baseline"]): string =>
  when ? `${words}: ${periodLabel(when)}` : words;

const nameColumn: Column = { group: "", heading: "Measure", numeric: false, topic: "name" };

function figureColumns({ sides: { force, groups }, baseline, current }: ReportTable): Spec[] {
  const sides: readonly Comparator[] = [force, ...groups];
  const at = <T>(all: Sides<T>, side: Comparator): T | undefined =>
    side === force ? all.force : all.groups[groups.indexOf(side)];
  const spec = (group: string, side: Comparator, kind: string, of: (f: Figures) => Figure | undefined): Spec => ({
    group,
    heading: `${comparatorLabel(side)} ${kind}`,
    kind,
    numeric: true,
    cell: ({ figures, row }) => {
      const figure = of(figures);
      return figure && { figure, places: placesFor(row.measure, side !== force, figure) };
    },
  });
  const titles = { baseline: titleOf("Baseline", baseline), current: titleOf("Current", current) };
  return [
    ...(["baseline", "current"] as const).flatMap((when) =>
      levelColumns.flatMap(([kind, words]) =>
        sides.map((side) => spec(titles[when], side, words, (f) => at(f[when], side)?.[kind])),
      ),
    ),
    ...changeColumns.flatMap((column) =>
      sides.map((side) => spec("Change", side, column[1], (f) => changeIn(at(f.change, side), column))),
    ),
  ];
}

/** A table without any aim has none to show. */
const hasAims = (rows: readonly Row[]): boolean =>
  rows.some(({ measure }) => measure.aim !== undefined || measure.unjudged !== undefined);

function verdictColumns(plan: Plan, { rows }: ReportTable): Spec[] {
  const said = hasAims(rows);
  const own =
    (text: (row: Row) => string): Spec["cell"] =>
    ({ row }) =>
      said ? { text: row.measure.isTotal ? "" : text(row) } : undefined;
  return [
    aimColumn(
      "Aim",
      own((row) => row.measure.aim?.words ?? "none"),
    ),
    aimColumn("target", ({ row }) => figureCell(row, row.target)),
    aimColumn(
      "achieved?",
      own((row) => row.verdict),
    ),
    aimColumn("reading", ({ row }) => row.significance && { text: row.significance.words }),
    aimColumn("due by now", ({ row }) => figureCell(row, row.progress?.due)),
    aimColumn("on track?", ({ row }) => row.progress && { text: progressText(row) }),
    ...plan.priorities.map(
      ({ id }): Spec => ({
        group: "Priority",
        heading: id,
        numeric: false,
        topic: "priority",
        cell: ({ row }) => ({ yes: row.measure.priorities.includes(id) }),
      }),
    ),
  ];
}

/** A column of the aim's group; a row to which it does not apply leaves it blank. */
const aimColumn = (heading: (typeof aimHeadings)[number], cell: Spec["cell"]): Spec => ({
  ...{ group: "Aim", heading, cell, blank: true, topic: heading },
  numeric: heading === "target" || heading === "due by now",
});

const figureCell = (row: Row, figure: Figure | undefined): Cell | undefined =>
  figure && { figure, places: placesFor(row.measure, false, figure) };

/** "on track", "behind by 33", with the next milestone. */
function progressText({ measure, progress }: Row): string {
  if (!progress) return "";
  const { next } = progress;
  const coming = next === undefined ? "" : ` (${nextText(measure, next)})`;
  if (progress.unknown !== undefined) return "cannot be told";
  if (!progress.due) return next === undefined ? "" : `nothing due yet${coming}`;
  return `${progress.behind ? `behind by ${amountText(measure, progress.behind)}` : "on track"}${coming}`;
}

/** How the figure of a group is made, who is in it, and who says so. */
export function groupNote(side: Comparator, force: Comparator): string[] {
  const { group, members, average } = side;
  const of = [group?.["as-of"], group?.source].filter((part) => part !== undefined);
  const dated = of.length > 0 ? ` (${of.join(", ")})` : "";
  if (side.isRow) return dated === "" ? [] : [`${side.name}: as the data give it${dated}.`];
  const [own] = force.members;
  const has = members.some((member) => member.key === own?.key) || (own && side.holdsForce);
  const who = members.length > MOST_NAMED ? `${members.length} forces` : members.map(({ name }) => name).join(", ");
  const how = average === "mean" ? "the mean of their figures, each counting alike" : "numbers and populations added";
  return [`${side.name} is ${who}: ${how}, ${has ? "with" : "without"} ${force.name}${dated}.`];
}
const MOST_NAMED = 20;

const INDEPENDENT =
  "Readings take events as independent, which crimes are not (repeat victims, recording drives): a change beyond chance may yet be no change in crime.";

/** What the shorthand of a table means. */
export const shorthandNotes = (marks: readonly Mark[]): string[] =>
  [...new Set(marks)].map((mark) => `[${mark}] means ${shorthand[mark]}.`);

function notesOf(
  table: ReportTable,
  lines: readonly Line[],
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): string[] {
  const notes: string[] = [];
  if (table.source !== undefined) notes.push(`Source: ${table.source}.`);
  notes.push(...populationNotes(lines));
  notes.push(...table.sides.groups.flatMap((side) => groupNote(side, table.sides.force)));
  if (lines.some(({ row }) => row.significance?.how.startsWith("exact"))) notes.push(INDEPENDENT);
  const headings = columns.map(fullHeading);
  const marks: Mark[] = [];
  const why = new Map<string, string[]>();
  rows.forEach((cells, place) => {
    cells.forEach((cell, index) => {
      if (!("figure" in cell)) return;
      const { figure, places } = cell;
      const mark = markOf(figure, places);
      if (mark) marks.push(mark);
      if (isKnown(figure) || cell === notApplicable) return;
      const key = `${lines[place]?.name}\n${figure.gap.reason}`;
      why.set(key, [...(why.get(key) ?? []), headings[index] ?? ""]);
    });
  });
  notes.push(...shorthandNotes(marks));
  for (const [key, under] of why) {
    const [line, reason] = key.split("\n");
    notes.push(`${line}: ${reason} (${under.join("; ")}).`);
  }
  for (const { row, name } of lines) {
    if (row.parts.some((part) => part.name === name)) continue;
    for (const note of row.notes) notes.push(`${name}: ${note}.`);
    if (row.significance) notes.push(`${name}: ${readingText(row.significance)}.`);
    if (row.reason !== undefined && !row.measure.isTotal && hasAims(table.rows))
      notes.push(`${name}: ${row.verdict}: ${row.reason}.`);
  }
  return notes;
}

/** Which populations the rates of a table are computed with; rates that the data give have none to tell. */
function populationNotes(lines: readonly Line[]): string[] {
  const byDates = new Map<string, string[]>();
  for (const { row, name, figures } of lines) {
    const { baseline, current, kind } = row.measure;
    // Where only one period chooses a population, none is used.
    if (!kind.bases.includes("count") || !current.population || !figures.current.force.rate) continue;
    if (!baseline.population && !baseline.none) continue;
    const dates = [baseline.population ?? current.population, current.population].map(populationDate);
    const isOne = baseline.none || dates[0] === dates[1];
    const said = isOne ? `${dates[1]}` : `${dates[0]} (baseline) and ${dates[1]} (current)`;
    byDates.set(said, [...(byDates.get(said) ?? []), name]);
  }
  return [...byDates].map(([dates, names], index) =>
    index === 0
      ? `Rates are per 1,000 of the population at ${dates}.`
      : `${names.join(", ")}: rates are per 1,000 of the population at ${dates}.`,
  );
}

// The tables of a report: a row for each measure, and a column for each value, change and part of its aim.

import { type Figure, figureNotes } from "../core/figure.ts";
import { labelWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Measure, PlacedWhen, Plan } from "../plan/model.ts";
import type { Figures } from "../report/context.ts";
import { amountText, nextText, placesFor } from "../report/format-figure.ts";
import { seasonNotes } from "../report/paired-figures.ts";
import { hasAims, type ReportTable, type Row } from "../report/report.ts";
import { roundedChangeNotes } from "../report/rounding-doubt.ts";
import { readingWords } from "../report/significance.ts";
import { aimText, areAnswers } from "../report/standing.ts";
import { unroundedChangeNotes } from "../report/unrounded-change.ts";
import { figureColumns, type Mixture, mixtureOf, type Spec } from "./figure-columns.ts";
import { type AimHeading, type Cell, type Column, notApplicable, standingCell, type Table } from "./table.ts";
import { notesOf, type TableLine } from "./table-notes.ts";

/** A table, and what each of its rows is of. */
interface LinedTable {
  readonly table: Table;
  readonly lines: readonly TableLine[];
}

/**
 * The table of a plan's table; one of the shares of any measure in it that is split into parts; and one of its further
 * comparisons. Values of several kinds share columns, unless a column for each kind is asked for.
 */
export function linedTables(plan: Plan, table: ReportTable, columns: "shared" | "by kind" = "shared"): LinedTable[] {
  const mixture = columns === "shared" ? mixtureOf(table) : undefined;
  const lined = (
    title: string,
    lines: readonly TableLine[],
    specs: readonly Spec[],
    moments?: readonly [string, string],
  ): LinedTable => ({ lines, table: tableOf(table, title, lines, specs, moments) });
  const titles = [baselineTitle(table.baseline), currentTitle(table.current)] as const;
  const also = table.rows.flatMap((row) => row.also.map((one): TableLine => alsoLine(row, one)));
  return [
    lined(
      table.title,
      table.rows.map((row) => ({ name: row.name, figures: row.figures, row })),
      [...standingColumns(table), ...figureColumns(table, mixture, titles), ...verdictColumns(plan, mixture)],
    ),
    ...table.rows
      .filter((row) => row.parts.length > 0)
      .map((row) =>
        lined(
          say("table.shares", { measure: row.measure.name }),
          row.parts.map((part) => ({ ...part, row })),
          figureColumns(table, undefined, titles),
        ),
      ),
    ...(also.length > 0
      ? [
          lined(
            say("table.further", { table: table.title }),
            also,
            [...periodColumns(), ...figureColumns(table, mixture, [say("heading.earlier"), say("heading.later")])],
            [say("moment.earlier"), say("moment.later")],
          ),
        ]
      : []),
  ];
}

/** The same without their lines. */
export const tablesOf = (plan: Plan, table: ReportTable, columns: "shared" | "by kind" = "shared"): Table[] =>
  linedTables(plan, table, columns).map((one) => one.table);

/** A further comparison as a line: of the row it has the figures over other periods, and says nothing of its aim. */
function alsoLine(row: Row, { name, measure, figures }: Row["also"][number]): TableLine {
  const notes = [
    ...figureNotes([figures.baseline, figures.current].flatMap(({ force, groups }) => [force, ...groups])),
    ...roundedChangeNotes(measure, figures),
    ...unroundedChangeNotes(measure, figures),
    ...shortRateNotes(measure, figures),
    ...seasonNotes(measure),
  ];
  const { significance: _, ...rest } = row;
  return {
    name: say("table.line", { measure: row.measure.name, name }),
    figures,
    row: { ...rest, measure, figures, notes, reason: undefined, progress: undefined, significance: undefined },
  };
}

/** A rate of less than a year is no yearly rate, though it stands below one. */
function shortRateNotes({ current: { period }, kind }: Measure, { current }: Figures): string[] {
  const months = period ? period.to - period.from + 1 : YEAR;
  if (months >= YEAR || !current.force.rate || !kind.bases.includes("count")) return [];
  return [say("note.short-rate", { n: months })];
}
const YEAR = 12;

const periodColumns = (): Spec[] =>
  (
    [
      [say("heading.earlier-period"), ({ row }) => row.measure.baseline],
      [say("heading.later-period"), ({ row }) => row.measure.current],
    ] satisfies [string, (line: TableLine) => PlacedWhen][]
  ).map(
    ([heading, when]): Spec => ({
      ...{ group: "", heading, numeric: false, topic: "compared" },
      cell: (line) => ({ text: labelWords(when(line)) }),
    }),
  );

type Labelled = Parameters<typeof labelWords>[0] | undefined;
const baselineTitle = (when: Labelled): string =>
  when ? say("heading.baseline-of", { period: labelWords(when) }) : say("heading.baseline");
const currentTitle = (when: Labelled): string =>
  when ? say("heading.current-of", { period: labelWords(when) }) : say("heading.current");

function tableOf(
  table: ReportTable,
  title: string,
  lines: readonly TableLine[],
  specs: readonly Spec[],
  moments?: readonly [string, string],
): Table {
  const all = specs.map((spec) => ({ spec, cells: lines.map(spec.cell) }));
  // A kind of value that no measure of the table has takes no column.
  const used = all.filter(({ cells }) => cells.some((cell) => cell !== undefined));
  const columns = [nameColumn(), ...used.map(({ spec: { cell: _, blank: __, ...column } }) => column)];
  const rows = lines.map(({ name }, place): Cell[] => [
    { text: name },
    ...used.map(({ spec, cells }) => cells[place] ?? (spec.blank ? noText : notApplicable)),
  ]);
  return { title, columns, rows, ...notesOf(table, lines, columns, rows, moments) };
}

const noText: Cell = { text: "" };

const nameColumn = (): Column => ({ group: "", heading: say("heading.measure"), numeric: false, topic: "name" });

/** What a measure is asked, and where it stands: beside its name, before its figures. */
function standingColumns({ rows }: ReportTable): Spec[] {
  const said = hasAims(rows);
  const own =
    (cell: (row: Row) => Cell): Spec["cell"] =>
    ({ row }) =>
      said ? (row.measure.isTotal ? noText : cell(row)) : undefined;
  return [
    aimColumn(
      "Aim",
      own((row) => ({ text: aimText(row.measure) })),
    ),
    aimColumn(
      "achieved?",
      own((row) => standingCell(row.standing)),
      undefined,
      areAnswers(rows.flatMap(({ measure, standing }) => (measure.isTotal ? [] : standing)))
        ? say("heading.achieved")
        : say("heading.standing-of-aim"),
    ),
  ];
}

function verdictColumns(plan: Plan, mixture: Mixture | undefined): Spec[] {
  return [
    aimColumn("target", ({ row }) => figureCell(row, row.target, mixture), mixture && say("heading.unit-of-target")),
    aimColumn("reading", ({ row }) => row.significance && { text: readingWords(row.significance.words) }),
    aimColumn(
      "due by now",
      ({ row }) => figureCell(row, row.progress?.due, mixture),
      mixture && say("heading.unit-of-target"),
    ),
    aimColumn("on track?", ({ row }) => row.progress && { text: progressText(row) }),
    ...plan.priorities.map(
      ({ id }): Spec => ({
        group: say("heading.priority"),
        heading: id,
        numeric: false,
        topic: "priority",
        cell: ({ row }) => ({ yes: row.measure.priorities.includes(id) }),
      }),
    ),
  ];
}

/** A column of the aim's group; a row to which it does not apply leaves it blank. */
const aimColumn = (topic: AimHeading, cell: Spec["cell"], unitHeading?: string, heading = aimHeading(topic)): Spec => ({
  ...{ group: say("heading.aim"), heading, cell, blank: true, topic },
  ...(unitHeading !== undefined && { unitHeading }),
  numeric: topic === "target" || topic === "due by now",
});

/** The heading over what a table says of an aim. */
function aimHeading(topic: AimHeading): string {
  if (topic === "Aim") return say("heading.aim");
  if (topic === "target") return say("heading.target");
  if (topic === "achieved?") return say("heading.achieved");
  if (topic === "reading") return say("heading.reading");
  return topic === "due by now" ? say("heading.due") : say("heading.on-track");
}

const figureCell = (row: Row, figure: Figure | undefined, mixture: Mixture | undefined): Cell | undefined =>
  figure && { figure, places: placesFor(row.measure, false, figure), ...(mixture && { withUnit: true }) };

/** "on track", "behind by 33", with the next milestone. */
function progressText({ measure, progress }: Row): string {
  if (!progress) return "";
  const { next } = progress;
  if (progress.unknown !== undefined) return say("progress.unknown");
  if (!progress.due && next === undefined) return "";
  const said = !progress.due
    ? say("progress.nothing-due")
    : progress.behind
      ? say("progress.behind", { amount: amountText(measure, progress.behind) })
      : say("standing.on-track");
  return next === undefined ? said : say("progress.next", { progress: said, next: nextText(measure, next) });
}

// The tables of a report: a row for each measure, and a column for each value, change and part of its aim.
import type { Figure } from "../core/figure.ts";
import { periodLabel } from "../core/period.ts";
import { type Comparator, comparatorLabel } from "../plan/comparators.ts";
import type { Plan } from "../plan/model.ts";
import type { Figures, Sides } from "../report/context.ts";
import { amountText, nextText, placesFor } from "../report/format-figure.ts";
import { hasAims, type ReportTable, type Row } from "../report/report.ts";
import { aimText } from "../report/standing.ts";
import { type AimHeading, type Cell, type Column, notApplicable, type Table } from "./table.ts";
import { notesOf, type TableLine } from "./table-notes.ts";
import { changeColumns, changeIn, levelColumns, levelIn, wordColumns } from "./value-columns.ts";

/** A column, and what it has of each line. */
type Spec = Column & {
  readonly cell: (line: TableLine) => Cell | undefined;
  /** Where it does not apply it is left blank, rather than marked as not applicable. */
  readonly blank?: boolean;
};
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

function tableOf(table: ReportTable, title: string, lines: readonly TableLine[], more: readonly Spec[]): Table {
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
    numeric: !wordColumns.includes(kind),
    cell: ({ figures, row }) => {
      const figure = of(figures);
      return figure && { figure, places: placesFor(row.measure, side !== force, figure) };
    },
  });
  const titles = { baseline: titleOf("Baseline", baseline), current: titleOf("Current", current) };
  return [
    ...(["baseline", "current"] as const).flatMap((when) =>
      levelColumns.flatMap((column) =>
        sides.map((side) => spec(titles[when], side, column[1], (f) => levelIn(at(f[when], side), column))),
      ),
    ),
    ...changeColumns.flatMap((column) =>
      sides.map((side) => spec("Change", side, column[1], (f) => changeIn(at(f.change, side), column))),
    ),
  ];
}
function verdictColumns(plan: Plan, { rows }: ReportTable): Spec[] {
  const said = hasAims(rows);
  const own =
    (text: (row: Row) => string): Spec["cell"] =>
    ({ row }) =>
      said ? { text: row.measure.isTotal ? "" : text(row) } : undefined;
  return [
    aimColumn(
      "Aim",
      own((row) => aimText(row.measure)),
    ),
    aimColumn("target", ({ row }) => figureCell(row, row.target)),
    aimColumn(
      "achieved?",
      own((row) => row.standing),
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
const aimColumn = (heading: AimHeading, cell: Spec["cell"]): Spec => ({
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

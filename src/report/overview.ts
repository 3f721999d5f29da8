// The overview of a report: a line for each measure, with its standing, where it is now, and how it moved beside the group.
import type { Figure } from "../core/figure.ts";
import type { Change } from "../measures/measure-kind.ts";
import type { Beside } from "./beside.ts";
import type { Course } from "./course.ts";
import type { ReportTable, Row } from "./report.ts";

export interface OverviewLine {
  readonly row: Row;
  /** The short name, where the plan has one. */
  readonly name: string;
  /** The figure of the current period; nothing for what is judged by hand. */
  readonly now: Figure | undefined;
  /** Since the baseline: in %, in percentage points, or in grades. */
  readonly change: Figure | undefined;
  readonly groupChange: Figure | undefined;
  readonly beside: Beside | undefined;
  readonly course: Course;
}

export interface OverviewTable {
  readonly table: ReportTable;
  /** The group that stands beside the force; nothing where the table shows none. */
  readonly group: string | undefined;
  readonly lines: readonly OverviewLine[];
}

/** The overview of the tables, in their order; totals have a line as measures have. */
export const overviewOf = (tables: readonly ReportTable[]): OverviewTable[] =>
  tables.map((table) => ({
    table,
    group: table.sides.groups[0]?.name,
    lines: table.rows.map((row): OverviewLine => {
      const [basis] = row.measure.kind.bases;
      const [group] = row.figures.change.groups;
      return {
        row,
        name: row.measure.short ?? row.name,
        now: row.figures.current.force[basis],
        change: mainChange(row.figures.change.force),
        groupChange: group && mainChange(group),
        beside: row.beside,
        course: row.course,
      };
    }),
  }));

/** The change that a line has room for. */
const mainChange = ({ percent, points, grade }: Change): Figure | undefined => points ?? grade ?? percent;

// The tables of a plan as tables that were published, and what each of their cells is.
import { tablesOf } from "../output/report-tables.ts";
import { cellText, fullHeading, type Table } from "../output/table.ts";
import type { Report } from "../report/report.ts";
import { auditColumns } from "./columns/columns.ts";
import { withoutMarks } from "./read/figure-text.ts";
import type { PublishedTable } from "./read/read-table.ts";
import type { PlanCell, PlanTables } from "./result.ts";

/** A table of a report as one that was published; its file is the plan, and its lines are its rows. */
export function publishedOf({ title, columns, rows }: Table, file: string): PublishedTable {
  return {
    file,
    title,
    headings: columns.map((column, index) => ({ column: index + 1, line: 1, text: fullHeading(column), group: "" })),
    rows: rows.map((row, index) => {
      const cells = row.map((cell) => withoutMarks(cellText(cell)));
      return { line: index + 2, name: cells[0] ?? "", continues: false, cells };
    }),
    ragged: [],
  };
}

/** A plan's own tables, read by their headings as any table is. */
export function planTables({ plan, tables }: Pick<Report, "plan" | "tables">): PlanTables {
  const rows = tables.flatMap((reported) =>
    tablesOf(plan, reported, "by kind").flatMap((table) => {
      const read = publishedOf(table, plan.file);
      const { columns, force } = auditColumns(read);
      return table.rows.map((row, line) => ({
        measure: read.rows[line]?.name ?? "",
        force,
        cells: row.flatMap((cell, index): PlanCell[] => {
          const role = columns[index]?.role;
          return role ? [{ role, heading: columns[index]?.heading.text ?? "", cell }] : [];
        }),
      }));
    }),
  );
  return { priorities: plan.priorities.map(({ id }) => id), rows };
}

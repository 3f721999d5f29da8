// What of each column was checked, and why the others were not: every column is listed, so that silence never reads as checked.
import type { AuditColumn } from "./columns/audit-column.ts";
import type { HeadingKind } from "./read/headings.ts";
import type { TableAudit } from "./result.ts";
import { isFigureRole } from "./rows/printed-value.ts";

/** A column with how many of its cells took part in a check that was settled; and why none did. */
export interface Coverage {
  readonly column: AuditColumn;
  readonly cells: number;
  readonly why: string | undefined;
}

/** The columns of a table but the names of its rows. */
export function coverageOf({ columns: { columns }, rows, cells }: TableAudit): readonly Coverage[] {
  const checked = new Set(
    cells.flatMap(({ status, line, column }) => (status === "cannot-be-checked" ? [] : [`${line} ${column}`])),
  );
  for (const { row, checks, isJudged, inputs } of rows) {
    for (const { output, inputs: from, status } of checks)
      if (status !== "cannot-be-checked")
        for (const { column } of [output, ...from]) checked.add(`${row.line} ${column}`);
    if (isJudged && inputs.length > 1) for (const column of inputs) checked.add(`${row.line} ${column}`);
  }
  const counts = new Map<number, number>();
  for (const place of checked)
    counts.set(Number(place.split(" ")[1]), (counts.get(Number(place.split(" ")[1])) ?? 0) + 1);
  return columns.slice(1).map((column) => {
    const count = counts.get(column.heading.column) ?? 0;
    const disagrees = rows.some(({ checks }) =>
      checks.some(({ isOfColumn, output }) => isOfColumn && output.column === column.heading.column),
    );
    const why = disagrees ? "heading and figures disagree" : (column.why ?? reasonOf(column));
    return { column, cells: count, why: count > 0 ? undefined : why };
  });
}

const reasons: Readonly<Partial<Record<HeadingKind, string>>> = {
  priority: "marks of priorities",
  comment: "comments are listed below",
  aim: "no row has a verdict that the table settles",
  target: "no row has a verdict that the table settles",
  verdict: "no row has an aim that the table settles",
  side: "the rows give no figures of both",
  rank: "the rows are in no order of ranks by a column of the table",
};
/** Why no cell of a column was checked, where its heading was understood. */
function reasonOf({ role }: AuditColumn): string {
  if (!role) return "the heading does not say what it holds";
  const reason = reasons[role.kind];
  if (reason !== undefined || !isFigureRole(role)) return reason ?? "nothing in it is computed";
  return role.when === undefined
    ? "the table does not give what it is computed from"
    : "nothing in the table is computed from it";
}

/** The name of a column: its heading and, where another has the same, its position. */
export function nameOfColumn({ heading }: AuditColumn, all: readonly AuditColumn[]): string {
  const isTwice = all.some((other) => other.heading !== heading && other.heading.text === heading.text);
  if (heading.text === "") return `column ${heading.column}`;
  return isTwice ? `${heading.text} (column ${heading.column})` : heading.text;
}

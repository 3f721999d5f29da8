// Cells whose sign or text contradicts the unit of their column, and cells of figures that hold words.

import { readCell } from "../../input/csv/cell.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import { type Finding, placeIn } from "../findings.ts";
import { isSpoilt } from "../read/figure-text.ts";
import { kindWords } from "../read/headings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import { isFigureRole, type Role } from "../rows/printed-value.ts";
import type { AuditCheck } from "./check.ts";

export const wrongUnits: AuditCheck = {
  name: "units",
  find: ({ table, columns }) =>
    columns.flatMap((column, index) => (isFigureRole(column.role) ? inColumn(table, column, column.role, index) : [])),
};

function inColumn(table: PublishedTable, { heading }: AuditColumn, role: Role, index: number): Finding[] {
  const cells = table.rows
    .filter((row) => !row.continues)
    .map((row) => ({ row, text: row.cells[index] ?? "", cell: readCell(row.cells[index] ?? "") }));
  const words = cells.flatMap(({ row, text, cell }): Finding[] => {
    if (cell !== "not a number" || /%.*%/.test(text) || text.startsWith("#")) return [];
    const found = { ...placeIn(table, row, heading.column), printed: text };
    return isSpoilt(text)
      ? [{ ...found, class: "not-a-number", message: `"${text}" is not a number` }]
      : [{ ...found, class: "cannot-be-checked", message: `"${text}" is text, not a number` }];
  });
  const marked = cells.filter(({ cell }) => typeof cell === "object" && "percent" in cell && cell.percent);
  if (role.kind === "percent" || role.kind === "percent-change" || marked.length === 0) return words;
  const numbers = cells.filter(({ cell }) => typeof cell === "object" && "number" in cell).length;
  if (role.kind === "points" && marked.length > numbers / 2) {
    const { line, column, text } = heading;
    const message = "percentage points are written with % in the whole column";
    return [...words, { file: table.file, line, column, heading: text, class: "heading-loose", message }];
  }
  return [...words, ...marked.map(({ row, text }) => notPercent(table, row, heading.column, role, text))];
}

function notPercent(table: PublishedTable, row: TableRow, column: number, role: Role, printed: string): Finding {
  const what = role.kind === "points" ? "percentage points" : `a ${kindWords[role.kind]}`;
  return {
    ...placeIn(table, row, column),
    ...{ class: "wrong-unit", printed, message: `it is written with %, and is ${what}` },
  };
}

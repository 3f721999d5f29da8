// Figures printed with fewer decimals than the others of their kind: each stands for more than it seems to.

import { rangeText } from "../../core/interval.ts";
import { kindWords } from "../read/headings.ts";
import type { Role } from "../rows/printed-value.ts";
import type { AuditCheck, AuditedTable, CellCheck } from "./check.ts";

export const precision: AuditCheck = { name: "precision", cells: found };

function found({ table, rows }: AuditedTable): CellCheck[] {
  if (table.losesNoughts) return [];
  const all = rows
    .flatMap(({ row, values }) => [...values.values()].map((value) => ({ row, value })))
    .filter(({ value }) => value.column !== undefined && (value.role.kind === "rate" || value.role.kind === "percent"));
  const usualOf = (kind: Role["kind"]): number | undefined => {
    const places = all.filter(({ value }) => value.role.kind === kind).map(({ value }) => value.places);
    const most = Math.max(...places);
    return places.filter((one) => one === most).length > places.length / 2 ? most : undefined;
  };
  const usual = { rate: usualOf("rate"), percent: usualOf("percent") };
  return all.flatMap(({ row, value: { role, places, column = 1, interval: range } }): CellCheck[] => {
    const most = usual[role.kind as keyof typeof usual];
    if (most === undefined || places >= most) return [];
    const message = `the other ${kindWords[role.kind]}s have ${most} decimals; it stands for anything from ${rangeText(range, places)}`;
    return [{ row, column, range, finding: { class: "precision", message } }];
  });
}

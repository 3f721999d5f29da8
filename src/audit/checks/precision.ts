// Figures printed with fewer decimals than the others of their kind: each stands for more than it seems to.

import { rangeText } from "../../core/interval.ts";
import { type Finding, placeIn } from "../findings.ts";
import { kindWords } from "../read/headings.ts";
import type { AuditCheck, AuditedTable } from "./check.ts";

export const precision: AuditCheck = { name: "precision", find: (given) => ({ findings: found(given) }) };

function found({ table, rows }: AuditedTable): Finding[] {
  if (table.losesNoughts) return [];
  const all = rows
    .flatMap(({ row, values }) => [...values.values()].map((value) => ({ row, value })))
    .filter(({ value }) => value.column !== undefined && (value.role.kind === "rate" || value.role.kind === "percent"));
  const placesOf = new Map<string, number[]>();
  for (const { value } of all) {
    const list = placesOf.get(value.role.kind) ?? [];
    if (list.length === 0) placesOf.set(value.role.kind, list);
    list.push(value.places);
  }
  const usualOf = new Map<string, number>();
  for (const [kind, list] of placesOf) {
    const most = list.reduce((a, b) => (b > a ? b : a));
    if (list.filter((places) => places === most).length > list.length / 2) usualOf.set(kind, most);
  }
  return all.flatMap(({ row, value }): Finding[] => {
    const most = usualOf.get(value.role.kind);
    if (most === undefined || value.places >= most) return [];
    return [
      {
        ...placeIn(table, row, value.column ?? 1),
        class: "precision",
        printed: value.text,
        range: value.interval,
        message: `the other ${kindWords[value.role.kind]}s have ${most} decimals; it stands for anything from ${rangeText(value.interval, value.places)}`,
      },
    ];
  });
}

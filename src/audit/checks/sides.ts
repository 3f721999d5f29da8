// "Above" or "Below" the group, against the figures of the force and the group in the row.

import { signOf, subtract } from "../../core/interval.ts";
import { type Finding, placeIn } from "../findings.ts";
import { isGroup } from "../read/headings.ts";
import type { CellAudit } from "../result.ts";
import { type PrintedValue, roleWords, type Values } from "../rows/printed-value.ts";
import type { AuditCheck, AuditedTable } from "./check.ts";

export const sides: AuditCheck = { name: "above or below the group", find: found };

/** What a cell says; nothing for "similar" and for signs, of which the table would have to give the rule. */
const sideSaid = (cell: string): 1 | -1 | undefined =>
  /^(is )?(above|higher|over)\b/i.test(cell) ? 1 : /^(is )?(below|lower|under)\b/i.test(cell) ? -1 : undefined;

function found({ table, rows, columns, force }: AuditedTable): { findings: Finding[]; cells: CellAudit[] } {
  const made = columns.flatMap(({ role, heading: { column } }) => {
    if (role?.kind !== "side") return [];
    return rows.flatMap(({ row, values }): { cell: CellAudit; finding?: Finding }[] => {
      const printed = row.cells[column - 1] ?? "";
      const said = row.continues ? undefined : sideSaid(printed);
      const pairs = pairsOf(values, force);
      if (said === undefined || pairs.length === 0) return [];
      const signs = pairs.map(([own, group]) => signOf(subtract(own.interval, group.interval)));
      // It is wrong where it is so of no pair, for all that the figures may stand for.
      const isWrong = signs.every((sign) => sign !== undefined && sign !== said);
      const isRight = signs.some((sign) => sign === said);
      const cell: CellAudit = {
        line: row.line,
        column,
        measure: row.name,
        check: "above or below",
        printed,
        status: isWrong ? "does-not-match" : isRight ? "matches" : "cannot-be-checked",
      };
      const [own, group] = pairs[0] ?? [];
      if (!isWrong || !own || !group) return [{ cell }];
      const message = `${roleWords(own.role)} ${own.text} is ${signs[0] === 1 ? "above" : signs[0] === 0 ? "equal to" : "below"} ${roleWords(group.role)} ${group.text}`;
      const finding: Finding = {
        ...placeIn(table, row, column),
        class: "does-not-match",
        decision: "group",
        printed,
        message,
      };
      return [{ cell, finding }];
    });
  });
  return { findings: made.flatMap(({ finding }) => finding ?? []), cells: made.map(({ cell }) => cell) };
}

/** The current rates and percentages that both the force and a group have; counts of areas of different size are not compared. */
function pairsOf(values: Values, force: string): (readonly [own: PrintedValue, group: PrintedValue])[] {
  const all = [...values.values()].filter(({ column }) => column !== undefined);
  return all.flatMap((own) =>
    own.role.area === force && own.role.when === "current" && (own.role.kind === "rate" || own.role.kind === "percent")
      ? all.flatMap((group) =>
          isGroup(group.role.area) && group.role.kind === own.role.kind && group.role.when === "current"
            ? [[own, group] as const]
            : [],
        )
      : [],
  );
}

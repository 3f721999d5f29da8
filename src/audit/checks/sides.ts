// "Above" or "Below" the group, against the figures of the force and the group in the row.

import { signOf, subtract } from "../../core/interval.ts";
import { isGroup } from "../read/headings.ts";
import { type PrintedValue, roleWords, type Values } from "../rows/printed-value.ts";
import type { AuditCheck, AuditedTable, CellCheck } from "./check.ts";

export const sides: AuditCheck = { name: "above or below the group", cells: found };

/** What a cell says; nothing for "similar" and for signs, of which the table would have to give the rule. */
const sideSaid = (cell: string): 1 | -1 | undefined =>
  /^(is )?(above|higher|over)\b/i.test(cell) ? 1 : /^(is )?(below|lower|under)\b/i.test(cell) ? -1 : undefined;

function found({ rows, columns, force }: AuditedTable): CellCheck[] {
  const at = columns.flatMap(({ role, heading }) => (role?.kind === "side" ? [heading.column] : []));
  return at.flatMap((column) =>
    rows.flatMap(({ row, values }): CellCheck[] => {
      const said = row.continues ? undefined : sideSaid(row.cells[column - 1] ?? "");
      const pairs = pairsOf(values, force);
      const [own, group] = pairs[0] ?? [];
      if (said === undefined || !own || !group) return [];
      const signs = pairs.map(([a, b]) => signOf(subtract(a.interval, b.interval)));
      const of = { row, column, check: "above or below" };
      if (signs.some((sign) => sign === said)) return [{ ...of, status: "matches" }];
      // It is wrong where it is so of no pair, for all that the figures may stand for.
      if (signs.includes(undefined)) return [{ ...of, status: "cannot-be-checked" }];
      const message = `${roleWords(own.role)} ${own.text} is ${signs[0] === 1 ? "above" : signs[0] === 0 ? "equal to" : "below"} ${roleWords(group.role)} ${group.text}`;
      return [{ ...of, status: "does-not-match", finding: { class: "does-not-match", decision: "group", message } }];
    }),
  );
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

// Percentages beside their numbers, where a total is printed as 100 %: each is the share of its number in the total's.

import { divide, multiply, point, printsAs, rangeText } from "../../core/interval.ts";
import { HUNDRED, isZero } from "../../core/number.ts";
import { type Role, roleKey } from "../rows/printed-value.ts";
import type { AuditCheck, CellCheck, NumberedTable } from "./check.ts";
import { isHundred, isTotal } from "./sum.ts";

export const sharesOfTotal: AuditCheck = { name: "shares of the total", sums: sharesGiven };

/** Each percentage of a row as the share of its number in the total, where the total is printed as 100 %. */
export function sharesGiven(context: NumberedTable): CellCheck[] {
  const { rows, columns } = context;
  const total = rows.find(
    ({ row, values }) => isTotal(row.name) && columns.some(({ role }) => isHundred(role, values)),
  );
  if (!total) return [];
  const shares = columns.flatMap(({ role }) => {
    const whole = role && isHundred(role, total.values) && total.values.get(countKey(role));
    return whole && !isZero(whole.number) ? [{ role, whole }] : [];
  });
  const made = rows.flatMap(({ row, values }) =>
    shares.flatMap(({ role, whole }): CellCheck[] => {
      const [share, part] = [values.get(roleKey(role)), values.get(countKey(role))];
      const range = part && divide(multiply(point(HUNDRED), part.interval), whole.interval);
      if (share?.column === undefined || !range || isTotal(row.name)) return [];
      const { usual, others } = printsAs(share, range);
      const holds = usual || others.length > 0;
      const message = `shares: ${part.text} of ${whole.text} is ${rangeText(range, share.places)}%`;
      return [
        {
          ...{ row, column: share.column, check: "shares", status: holds ? "matches" : "does-not-match", range },
          finding: holds ? undefined : { class: "does-not-match", message },
          parts: () => {
            const given = divide(multiply(share.interval, whole.interval), point(HUNDRED));
            const base = divide(multiply(point(HUNDRED), part.interval), share.interval);
            return [
              { line: row.line, value: share, needed: range },
              ...(given ? [{ line: row.line, value: part, needed: given }] : []),
              ...(base ? [{ line: total.row.line, value: whole, needed: base }] : []),
            ];
          },
        },
      ];
    }),
  );
  // Percentages of something else beside the numbers are no shares of their total.
  return made.filter(({ status }) => status === "matches").length * 2 > made.length ? made : [];
}
const countKey = (role: Role): string => roleKey({ ...role, kind: "count", unit: "" });

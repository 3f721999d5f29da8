// The shares of one cell, which add to 100: "Pers: 40.01% Env: 52.11% Nuis: 7.87%".

import { around } from "../../core/interval.ts";
import { compareExact, exact, HUNDRED, minus } from "../../core/number.ts";
import type { AuditCheck, CellCheck, NumberedTable } from "./check.ts";
import { sharesMade, sumOf } from "./sum.ts";

export const sharesInCells: AuditCheck = { name: "shares in cells", sums };

function sums(context: NumberedTable): CellCheck[] {
  return context.table.rows.flatMap((row) =>
    row.cells.flatMap((cell, index): CellCheck[] => {
      const shares = [...cell.matchAll(/(\d+(?:\.\d+)?) ?%/g)].map(([, digits = ""]) => ({
        number: exact(digits),
        places: digits.split(".")[1]?.length ?? 0,
      }));
      const kind = context.columns[index]?.role?.kind;
      if (shares.length < 2 || kind === "comment" || kind === "aim" || kind === "verdict") return [];
      const sum = sumOf(shares.map(around));
      const places = Math.max(...shares.map((share) => share.places));
      // Percentages of other things stand beside each other too; shares add to about the whole.
      const isShares = compareExact(minus(sum.from, HUNDRED).abs(), exact(10)) < 0;
      if (!isShares) return [];
      return [sharesMade(row, index + 1, sum, places, "the shares of the cell add to")];
    }),
  );
}

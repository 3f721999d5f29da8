// What was left in cells other than comments, which are read for it by themselves.
import { leftoverText } from "../read/leftover-text.ts";
import type { AuditCheck, CellCheck } from "./check.ts";

export const leftInCells: AuditCheck = {
  name: "left in cells",
  cells: ({ table, columns }) =>
    table.rows.flatMap((row) =>
      row.cells.flatMap((cell, index): CellCheck[] =>
        columns[index]?.role?.kind === "comment" || columns[index]?.role?.kind === "verdict"
          ? []
          : leftoverText.flatMap(({ class: kind, pattern }) =>
              [...cell.matchAll(pattern)].map(([printed]) => {
                const finding = { class: kind, printed, message: `"${printed}" was left in the cell` };
                return { row, column: index + 1, finding };
              }),
            ),
      ),
    ),
};

// What was left in cells other than comments, which are read for it by themselves.

import type { Finding } from "../findings.ts";
import { leftoverText } from "../read/leftover-text.ts";
import type { AuditCheck, HeadedTable } from "./check.ts";

export const leftInCells: AuditCheck = { name: "left in cells", find: (given) => ({ findings: found(given) }) };

function found({ table, columns }: HeadedTable): Finding[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, index) =>
      columns[index]?.role?.kind === "comment" || columns[index]?.role?.kind === "verdict"
        ? []
        : leftoverText.flatMap(({ class: kind, pattern }) =>
            [...cell.matchAll(pattern)].map(
              ([text]): Finding => ({
                file: table.file,
                line: row.line,
                column: index + 1,
                measure: row.name,
                class: kind,
                printed: text,
                message: `"${text}" was left in the cell`,
              }),
            ),
          ),
    ),
  );
}

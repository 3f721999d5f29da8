// What was left in cells other than comments, which are read for it by themselves.
import type { AuditCheck, CellCheck } from "./check.ts";

/** Text that was left in a comment by mistake: references to cells of a sheet, and what was still to be filled in. */
export const leftoverText: readonly { readonly class: "stray-reference" | "placeholder"; readonly pattern: RegExp }[] =
  [
    {
      class: "stray-reference",
      pattern: /(?<![A-Za-z0-9])\$?[A-Z]{1,3}\$?[1-9]\d{0,6}:\$?[A-Z]{1,3}\$?[1-9]\d{0,6}|\b\w+![$A-Z]{1,4}\$?\d+/g,
    },
    {
      class: "placeholder",
      pattern:
        /#(REF|N\/A|VALUE|DIV\/0|NAME\??|NULL|NUM)!?|\bX{2,}(\.X+)?%?(?![a-z])|\b(TBC|TBA|TBD|TODO|FIXME)\b|\blorem ipsum\b|\[(insert|tbc|add|figure|comment)[^\]]*\]|<(insert|tbc|add)[^>]*>|\?{3,}|\{\{[^}]*\}\}|_{4,}/gi,
    },
  ];

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

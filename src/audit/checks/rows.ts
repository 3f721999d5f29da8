// The derived cells of each row and its verdict, by the other cells of the row.

import { isLevel } from "../read/headings.ts";
import type { Status } from "../rows/check-row.ts";
import type { AuditCheck, CellCheck } from "./check.ts";

export const rows: AuditCheck = {
  name: "rows",
  cells: ({ rows: all, columns }) => {
    const verdictAt = columns.find(({ role }) => role?.kind === "verdict")?.heading.column;
    // Where a table gives changes alone, that nothing tells of them is said of the columns.
    const hasLevels = columns.some(({ role }) => role && isLevel(role.kind));
    return all.flatMap(({ row, checks, isJudged, findings }): CellCheck[] => {
      const own = checks.map(({ output: { column = 1 }, name, status, range, by, why }): CellCheck => {
        return { row, column, check: name, status, range, by: by?.[0], why };
      });
      // What is wrong in a row may be another cell than the one that was checked.
      const told = findings.flatMap((finding): CellCheck[] =>
        hasLevels || finding.class !== "cannot-be-checked" ? [{ row, column: finding.column, finding }] : [],
      );
      if (!isJudged || verdictAt === undefined) return [...own, ...told];
      const about = findings.find(({ column }) => column === verdictAt)?.class;
      const status = statuses.find((one) => one === about) ?? "matches";
      return [...own, { row, column: verdictAt, check: "verdict", status }, ...told];
    });
  },
};
const statuses: readonly Status[] = ["does-not-match", "other-basis", "cannot-be-checked"];

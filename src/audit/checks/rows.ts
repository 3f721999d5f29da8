// The derived cells of each row and its verdict, by the other cells of the row.

import type { AuditColumn } from "../columns/audit-column.ts";
import type { CellAudit } from "../result.ts";
import type { RowAudit } from "../rows/audit-row.ts";
import type { Status } from "../rows/check-row.ts";
import type { AuditCheck } from "./check.ts";

export const rows: AuditCheck = {
  name: "rows",
  find: ({ rows: all, columns }) => ({
    findings: all.flatMap(({ findings }) => findings),
    cells: all.flatMap(cellsOf(columns)),
  }),
};

const verdictStatus: Readonly<Record<string, Status>> = {
  "does-not-match": "does-not-match",
  "other-basis": "other-basis",
  "cannot-be-checked": "cannot-be-checked",
};

function cellsOf(columns: readonly AuditColumn[]) {
  const verdictAt = columns.find(({ role }) => role?.kind === "verdict")?.heading.column;
  return ({ row, checks, isJudged, findings }: RowAudit): CellAudit[] => {
    const own = checks.map(
      ({ output, name, status, range, by, why }): CellAudit => ({
        ...{
          line: row.line,
          column: output.column ?? 1,
          measure: row.name,
          check: name,
          printed: output.text,
          status,
          range,
          by: by?.[0],
          why,
        },
      }),
    );
    if (!isJudged || verdictAt === undefined) return own;
    const about = findings.find((finding) => finding.column === verdictAt);
    const status = about ? (verdictStatus[about.class] ?? "matches") : "matches";
    return [
      ...own,
      {
        line: row.line,
        column: verdictAt,
        measure: row.name,
        check: "verdict",
        printed: row.cells[verdictAt - 1] ?? "",
        status,
      },
    ];
  };
}

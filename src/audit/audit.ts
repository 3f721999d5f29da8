// The audit of published tables and their comments: every check of every cell, and what was found.

import { meet, rangeText } from "../core/interval.ts";
import type { Columns } from "./checks/audit-column.ts";
import { type Culprit, tableCulprits } from "./checks/blame.ts";
import { checkRow, type PrintedValue, type Status, type Values, valuesOf } from "./checks/cells.ts";
import { type Finding, findingsInOrder, notATable } from "./checks/findings.ts";
import { areaHeading, isDated, type Population, populationOf } from "./checks/population.ts";
import { auditRow, type RowAudit } from "./checks/rows.ts";
import { tableSums } from "./checks/sums.ts";
import { headingFaults, leftInCells, misspelt, precisionFaults, unitFaults } from "./columns/column-faults.ts";
import { commentAudits, commentFaults, commentsInside } from "./comments/comments-of-tables.ts";
import { againstPlan } from "./plan-tables.ts";
import type { PublishedTable, TableRow } from "./read/read-table.ts";
import type { Audit, AuditInput, CellAudit, PlanTables, TableAudit } from "./result.ts";

/** The audit of all tables together with the comments on their measures. */
export function auditOf({ tables, columnsOf, comments, plan, others = [] }: AuditInput): Audit {
  const made = tables.map((table) => tableAudit(table, columnsOf(table), plan));
  const all = made.map(({ audit }) => audit);
  const owing = [...(comments ?? []), ...all.flatMap(commentsInside)];
  const said = commentAudits(all, owing);
  const findings = [
    ...made.flatMap(({ findings }) => findings),
    ...misspelt(
      all.map(({ table, columns }) => ({ table, columns: columns.columns })),
      plan?.priorities ?? [],
    ),
    ...said.flatMap((one) => one.findings),
    ...commentFaults(all, owing, comments !== undefined),
    ...others.map((file) => notATable(file)),
  ];
  const files = [...tables.map(({ file }) => file), ...owing.map(({ file }) => file)];
  return { tables: all, comments: said, findings: findingsInOrder(findings, files) };
}

function tableAudit(
  table: PublishedTable,
  columns: Columns,
  plan: PlanTables | undefined,
): { audit: TableAudit; findings: Finding[] } {
  const roles = columns.columns.map(({ role }) => role);
  const values = table.rows.map((row) => valuesOf(row, roles));
  const sides = columns.areas.length > 0 ? columns.areas : [""];
  // A row of periods of its own may be of other populations.
  const ofAreas = areaHeading.test(table.headings[0]?.text ?? "");
  const sharing = values.map((row, index) =>
    ofAreas || isDated(table.rows[index]?.name ?? "") ? new Map<string, PrintedValue>() : row,
  );
  const populations = sides.flatMap((area) =>
    (["baseline", "current"] as const).flatMap((when) => populationOf(sharing, area, when) ?? []),
  );
  const settled = settledColumns(values);
  const context = { file: table.file, columns: columns.columns, force: columns.force, populations, settled };
  const rowAudit = (row: TableRow, index: number, blame: readonly Culprit[]): RowAudit => {
    const own = isDated(row.name) ? { ...context, populations: [] } : context;
    return auditRow(row, values[index] ?? new Map(), own, blame);
  };
  const alone = table.rows.map((row, index) => rowAudit(row, index, []));
  const sums = tableSums({ table, columns: columns.columns, rows: alone, force: columns.force });
  const culprits = tableCulprits(alone, sums);
  const rows = alone.map((audited, index) => {
    const blame = culprits.filter(({ line }) => line === audited.row.line);
    return blame.length > 0 ? rowAudit(audited.row, index, blame) : audited;
  });
  const explained = new Set(culprits.flatMap((culprit) => culprit.sums));
  const compared = plan ? againstPlan(table, columns, rows, plan) : { cells: [], findings: [] };
  const cells = [
    ...rows.flatMap(cellsOf(columns)),
    ...sums.map(({ line, column, measure, check, printed, status, range }) => ({
      line,
      column,
      measure,
      check,
      printed,
      status,
      range,
    })),
    ...compared.cells,
  ];
  const findings = [
    ...headingFaults(table, columns.columns),
    ...unitFaults(table, columns.columns),
    ...precisionFaults(table, rows),
    ...rows.flatMap((row) => row.findings),
    ...sums.flatMap((sum) => (sum.finding && !explained.has(sum) && !isTold(sum.finding, rows) ? [sum.finding] : [])),
    ...populations.flatMap((population) => conflicting(population, table)),
    ...compared.findings,
    ...table.ragged.map(
      ({ line, cells: count }): Finding => ({
        file: table.file,
        line,
        column: 1,
        class: "row-ragged",
        message: `the row has ${count} cells under ${table.headings.length} headings and was not checked; a number with a comma in it must stand in quotation marks`,
      }),
    ),
    ...leftInCells(table, columns.columns),
  ];
  return {
    audit: { table, columns, rows, cells: cells.sort((a, b) => a.line - b.line || a.column - b.column), populations },
    findings,
  };
}

/** Whether a row's own checks blame the cell already. */
const isTold = ({ line, column }: Finding, rows: readonly RowAudit[]): boolean =>
  rows.some(({ findings }) =>
    findings.some((one) => one.class === "does-not-match" && one.line === line && one.column === column),
  );

/** The columns in which more cells match on their usual basis than on another. */
function settledColumns(rows: readonly Values[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { output, status } of rows.flatMap((values) => checkRow(values))) {
    const step = status === "matches" ? 1 : status === "other-basis" ? -1 : 0;
    if (output.column !== undefined) counts.set(output.column, (counts.get(output.column) ?? 0) + step);
  }
  return new Set([...counts].flatMap(([column, count]) => (count > 0 ? [column] : [])));
}

/** Rows whose populations do not meet, where too few rows agree to say which of them is wrong. */
function conflicting({ certain, outside, agreeing, area }: Population, table: PublishedTable): Finding[] {
  // Where no two of several rows agree, they may be of as many areas.
  if (certain || (agreeing.length === 1 && outside.length > 1)) return [];
  return outside.slice(0, 100).map(({ row, rate, count, implied }): Finding => {
    const at = (index: number, value: PrintedValue) => ({
      file: table.file,
      line: table.rows[index]?.line ?? 1,
      column: value.column ?? 1,
    });
    const against = agreeing.filter((other) => !meet(other.implied, implied));
    const lines = against.map((other) => at(other.row, other.rate).line).join(", ");
    return {
      ...at(row, rate),
      class: "outside-population",
      measure: table.rows[row]?.name,
      heading: table.headings[(rate.column ?? 1) - 1]?.text,
      printed: rate.text,
      message: `rate: with its count it is of ${rangeText(implied, 0)} persons${area === "" ? "" : ` in ${area}`}, which those of line ${lines} are not of; one of them is wrong`,
      inputs: [at(row, count), ...against.flatMap((other) => [at(other.row, other.rate), at(other.row, other.count)])],
    };
  });
}

const verdictStatus: Readonly<Record<string, Status>> = {
  "does-not-match": "does-not-match",
  "other-basis": "other-basis",
  "cannot-be-checked": "cannot-be-checked",
};

function cellsOf({ columns }: Columns) {
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

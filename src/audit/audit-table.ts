// The audit of one table: its rows by themselves, then what they add up to, then again with the cells that both blame.

import { type AuditedTable, type CellCheck, cellOf, findingOf, type HeadedTable } from "./checks/check.ts";
import { checks } from "./checks/index.ts";
import { toldByPlan } from "./checks/plan.ts";
import type { AuditColumn, Columns } from "./columns/audit-column.ts";
import type { Finding } from "./findings.ts";
import type { PublishedTable, TableRow } from "./read/read-table.ts";
import type { CellAudit, PlanTables, TableAudit } from "./result.ts";
import { auditRow, type RowAudit } from "./rows/audit-row.ts";
import { type Culprit, tableCulprits } from "./rows/blame.ts";
import { checkRow } from "./rows/check-row.ts";
import { isDated, type Population, populationOf, rowsAreAreas, rowsPerOther } from "./rows/population.ts";
import { type PrintedValue, type Values, valuesOf } from "./rows/printed-value.ts";

/** A table against all checks; the other tables of the audit tell which of its headings are misspelt. */
export function auditTable(
  table: PublishedTable,
  columns: Columns,
  all: readonly HeadedTable[],
  plan: PlanTables | undefined,
): { readonly audit: TableAudit; readonly findings: readonly Finding[] } {
  const roles = columns.columns.map(({ role }) => role);
  const values = table.rows.map((row) => valuesOf(row, roles));
  const perOther = rowsPerOther(table, populationsOf(table, columns, values, new Set()));
  const populations = populationsOf(table, columns, values, perOther);
  const context = {
    ...{ table, columns: columns.columns, force: columns.force, hasBaseline: columns.hasBaseline, populations },
    settled: settledColumns(values),
    unsettled: unsettledChecks(values, columns.columns),
  };
  const rowAudit = (row: TableRow, index: number, blame: readonly Culprit[]): RowAudit => {
    const own = isDated(row.name) || perOther.has(index) ? { ...context, populations: [] } : context;
    return auditRow(row, values[index] ?? new Map(), own, blame);
  };
  const given = { table, columns: columns.columns, force: columns.force };
  const alone = table.rows.map((row, index) => rowAudit(row, index, []));
  const sums = new Map(
    checks.flatMap((check) => ("sums" in check ? [[check, check.sums({ ...given, rows: alone })] as const] : [])),
  );
  const culprits = tableCulprits(alone, [...sums.values()].flat());
  const rows = alone.map((audited, index) => {
    const blame = culprits.filter(({ line }) => line === audited.row.line);
    return blame.length > 0 ? rowAudit(audited.row, index, blame) : audited;
  });
  const explained = new Set(culprits.flatMap((culprit) => culprit.sums));
  const audited: AuditedTable = { ...given, rows, populations, all, plan };
  // A sum tells nothing of a cell that is blamed already.
  const isTold = (sum: CellCheck): boolean => explained.has(sum) || rows.some((row) => blames(row, sum));
  const found = checks.map((check): { cells: readonly CellAudit[]; findings: readonly Finding[] } => {
    if ("find" in check) return { cells: [], findings: check.find(audited) };
    const made = "sums" in check ? (sums.get(check) ?? []) : check.cells(audited);
    const told = "sums" in check ? made.filter((sum) => !isTold(sum)) : made;
    return { cells: made.flatMap(cellOf), findings: told.flatMap((one) => findingOf(table, one)) };
  });
  const cells = found.flatMap((one) => one.cells).sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    audit: { table, columns, rows, cells, populations },
    findings: toldByPlan(
      found.flatMap(({ findings }) => findings),
      cells,
    ),
  };
}

/** Whether a row's own checks blame the cell already. */
const blames = ({ findings }: RowAudit, { row, column }: CellCheck): boolean =>
  findings.some((one) => one.class === "does-not-match" && one.line === row.line && one.column === column);

/** The populations that a table's rates imply, of each area at each date. */
function populationsOf(
  table: PublishedTable,
  { areas, slots }: Columns,
  values: readonly Values[],
  without: ReadonlySet<number>,
): Population[] {
  // A row of periods of its own may be of other populations.
  const ofAreas = rowsAreAreas(table);
  const sharing = values.map((row, index) =>
    ofAreas || without.has(index) || isDated(table.rows[index]?.name ?? "") ? new Map<string, PrintedValue>() : row,
  );
  return (areas.length > 0 ? areas : [""]).flatMap((area) =>
    slots.flatMap((when) => populationOf(sharing, area, when) ?? []),
  );
}

/** So many rows must fail a check, of those that it is made in, for it to say more of the column than of its cells. */
const LEAST_ROWS = 4;

/** The checks that most rows fail, by column and name, with what is to be said of them. */
function unsettledChecks(rows: readonly Values[], columns: readonly AuditColumn[]): ReadonlyMap<string, string> {
  const counts = new Map<string, { all: number; failed: number; column: number; name: string }>();
  for (const { output, status, name } of rows.flatMap((values) => checkRow(values))) {
    if (status === "cannot-be-checked" || output.column === undefined) continue;
    const key = `${output.column} ${name}`;
    const count = counts.get(key) ?? { all: 0, failed: 0, column: output.column, name };
    counts.set(key, { ...count, all: count.all + 1, failed: count.failed + (status === "does-not-match" ? 1 : 0) });
  }
  return new Map(
    [...counts].flatMap(([key, { all, failed, column, name }]) => {
      const isMost = failed === all ? all > 2 : failed * 2 > all && all >= LEAST_ROWS;
      const heading = columns[column - 1]?.heading.text ?? "";
      const why = `heading and figures disagree: in ${failed} of ${all} rows "${heading}" is not the ${name} of the columns before it`;
      return isMost ? [[key, why] as const] : [];
    }),
  );
}

/** The columns in which more cells match on their usual basis than on another. */
function settledColumns(rows: readonly Values[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { output, status } of rows.flatMap((values) => checkRow(values))) {
    const step = status === "matches" ? 1 : status === "other-basis" ? -1 : 0;
    if (output.column !== undefined) counts.set(output.column, (counts.get(output.column) ?? 0) + step);
  }
  return new Set([...counts].flatMap(([column, count]) => (count > 0 ? [column] : [])));
}

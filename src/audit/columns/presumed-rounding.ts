// Numbers that do not fit as they are: counts that all end in 0 or 5 were rounded, and % differences are fractions, though nothing says so.
import { exact, isMultiple, isZero } from "../../core/number.ts";
import type { PublishedTable } from "../read/read-table.ts";
import { checkRow } from "../rows/check-row.ts";
import { valuesOf } from "../rows/printed-value.ts";
import type { AuditColumn } from "./audit-column.ts";
import { roundedBy } from "./columns.ts";

/** Fewer counts than these may all end so by chance. */
const LEAST_COUNTS = 8;

/** What the counts of a table were rounded to, where some of its checks hold only so; nothing where none needs it. */
export function presumedRounding(table: PublishedTable, columns: readonly AuditColumn[]): number | undefined {
  if (table.roundedTo !== undefined) return undefined;
  const values = (of: readonly AuditColumn[]) =>
    table.rows.map((row) =>
      valuesOf(
        row,
        of.map(({ role }) => role),
      ),
    );
  const counts = values(columns).flatMap((row) =>
    [...row.values()].filter(({ role, number }) => role.kind === "count" && !isZero(number)),
  );
  const unit = [100, 10, 5].find((one) => counts.every(({ number }) => isMultiple(number, exact(one))));
  if (unit === undefined || counts.length < LEAST_COUNTS) return undefined;
  const failing = (of: readonly AuditColumn[]): number =>
    values(of).flatMap((row) => checkRow(row).filter(({ status }) => status === "does-not-match")).length;
  const before = failing(columns);
  return before > 0 && failing(roundedBy(columns, unit)) * 2 < before ? unit : undefined;
}

/** Columns of % differences without a % sign that are right as fractions and not as they are: 0.133 for 13.3 %. */
export function withFractions(table: PublishedTable, columns: readonly AuditColumn[]): AuditColumn[] {
  return columns.map((column, index) => {
    const { role } = column;
    const isPlain = table.rows.every(({ cells }) => !cells[index]?.includes("%"));
    if (role?.kind !== "percent-change" || !isPlain) return column;
    const fraction: AuditColumn = { ...column, role: { ...role, isFraction: true } };
    const statuses = (of: AuditColumn): string[] =>
      table.rows.flatMap((row) =>
        checkRow(
          valuesOf(
            row,
            columns.map((one, at) => (at === index ? of : one).role),
          ),
        ).flatMap(({ output, status }) => (output.column === index + 1 ? [status] : [])),
      );
    const fails = (all: readonly string[]): number => all.filter((status) => status === "does-not-match").length;
    const [before, after] = [statuses(column), statuses(fraction)];
    return fails(before) * 2 > before.length && fails(after) * 4 < after.length ? fraction : column;
  });
}

// The audit of published tables and their comments: every check of every cell, and what was found.

import { auditTable } from "./audit-table.ts";
import { roundedBy } from "./columns/columns.ts";
import { presumedRounding, withFractions } from "./columns/presumed-rounding.ts";
import { commentAudits, commentFaults, commentsInside } from "./comments/comments-of-tables.ts";
import { countsRounded, findingsInOrder, notATable } from "./findings.ts";
import { placeInPart } from "./read/parts.ts";
import type { Audit, AuditInput } from "./result.ts";

/** The audit of all tables together with the comments on their measures. */
export function auditOf({ tables, columnsOf, comments, plan, others = [] }: AuditInput): Audit {
  const read = tables.map((table) => ({
    table,
    columns: columnsOf(table),
    unit: presumedRounding(table, columnsOf(table).columns),
  }));
  const headed = read.map(({ table, columns, unit }) => ({
    table,
    columns: { ...columns, columns: withFractions(table, roundedBy(columns.columns, unit)) },
  }));
  const all = headed.map(({ table, columns }) => ({ table, columns: columns.columns }));
  const made = headed.map(({ table, columns }) => auditTable(table, columns, all, plan));
  const audits = made.map(({ audit }) => audit);
  const owing = [...(comments ?? []), ...audits.flatMap(commentsInside)];
  const said = commentAudits(audits, owing);
  const findings = [
    ...made.flatMap(({ audit, findings: own }) =>
      own.map((finding) => ({
        ...placeInPart(audit.table, finding),
        ...(finding.inputs && { inputs: finding.inputs.map((input) => placeInPart(audit.table, input)) }),
      })),
    ),
    ...said.flatMap((one) => one.findings),
    ...commentFaults(audits, owing, comments !== undefined),
    ...read.flatMap(({ table, unit }) => (unit === undefined ? [] : [countsRounded(table, unit)])),
    ...others.map((file) => notATable(file)),
  ];
  const files = [
    ...tables.flatMap(({ file, parts = [] }) => [file, ...parts.map((part) => part.file)]),
    ...owing.map(({ file }) => file),
  ];
  return { tables: audits, comments: said, findings: findingsInOrder(findings, files) };
}

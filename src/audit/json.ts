// The stable interface for scripts: plan-measures/audit/1, as audit/schema.ts defines it.

import type { Interval } from "../core/interval.ts";
import { writtenAs } from "../core/json-schema.ts";
import { exactText } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { printableJson } from "../core/safe-text.ts";
import { usualTimes } from "./columns/times.ts";
import type { CommentAudit } from "./comments/context.ts";
import { coverageOf } from "./coverage.ts";
import { classes, type Finding, hasErrors } from "./findings.ts";
import { kindWords } from "./read/headings.ts";
import { placeInPart } from "./read/parts.ts";
import { type Audit, checksOf, type TableAudit } from "./result.ts";
import type { RateAndCount } from "./rows/population.ts";
import type { Role } from "./rows/printed-value.ts";
import type { AuditJson } from "./schema.ts";

/** The audit as JSON text. */
export function auditJson(audit: Audit): string {
  const written = writtenAs<AuditJson>()({
    schema: "plan-measures/audit/1",
    ok: !hasErrors(audit.findings) && checksOf(audit) > 0,
    checks: checksOf(audit),
    findings: audit.findings.map(findingJson),
    tables: audit.tables.map(tableJson),
    comments: audit.comments.map(commentJson),
  });
  return printableJson(written);
}

const rangeJson = ({ from, to }: Interval) => ({ from: exactText(from), to: exactText(to) });

function findingJson({ class: name, range, inputs, ...rest }: Finding) {
  const { file, line, column, decision, measure, heading, printed, message } = rest;
  return {
    class: name,
    severity: classes[name].severity,
    decision,
    ...{ file, line, column },
    ...{ measure, heading, printed, range: range && rangeJson(range) },
    message,
    inputs,
  };
}

const whenJson = (when: string | undefined) => {
  const usual = usualTimes.find((one) => one === when);
  return usual === undefined ? { period: when } : { when: usual };
};
const roleJson = ({ kind, when, area, pair }: Role) => ({
  kind: kindWords[kind],
  ...whenJson(when),
  ...{ from: pair?.[0], to: pair?.[1] },
  ...(area !== "" && { area }),
});

function tableJson(audit: TableAudit) {
  const { table, columns, rows, cells, populations } = audit;
  const covered = new Map(coverageOf(audit).map((one) => [one.column, one]));
  const { baseline, current } = columns.periods;
  return {
    file: table.file,
    ...(table.title !== "" && { title: table.title }),
    rows: rows.length,
    ...(columns.force !== "" && { force: columns.force }),
    ...{ baseline: baseline && periodName(baseline), current: current && periodName(current) },
    columns: columns.columns.map((column) => {
      const { heading, role, by, headedAs } = column;
      const coverage = covered.get(column);
      return {
        ...{ column: heading.column, heading: heading.text },
        ...(heading.group !== "" && { group: heading.group }),
        holds: role ? roleJson(role) : null,
        by,
        ...(headedAs && { "headed-as": roleJson(headedAs) }),
        ...{ checked: coverage?.cells, why: coverage?.why },
      };
    }),
    cells: cells.map(({ range, ...cell }) => {
      const place = { file: table.file, line: cell.line, column: cell.column };
      const at = placeInPart(table, place);
      return { ...cell, at: at === place ? undefined : at, range: range && rangeJson(range) };
    }),
    populations: populations.map(({ area, when, shared, certain, agreeing, outside }) => ({
      ...(area !== "" && { area }),
      ...whenJson(when),
      ...(shared && { from: exactText(shared.from), to: exactText(shared.to) }),
      certain,
      rows: agreeing.length + outside.length,
      outside: outside.map((pair) => pairJson(pair, rows)),
    })),
  };
}

function pairJson({ row, rate, implied }: RateAndCount, rows: TableAudit["rows"]) {
  const of = rows[row]?.row;
  return { line: of?.line ?? 0, column: rate.column ?? 0, measure: of?.name ?? "", ...rangeJson(implied) };
}

function commentJson({ comment, claims, settled }: CommentAudit) {
  const { file, line, column, measure } = comment;
  return {
    ...{ file, line, column, measure },
    settled,
    claims: claims.map(({ claim: { type, text, at }, status, says }) => ({ type, text, at: at + 1, status, says })),
  };
}

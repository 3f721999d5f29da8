// The stable interface for scripts: plan-measures/audit/1. The README documents it; test/audit/audit-shape.ts checks it.

import type { Interval } from "../core/interval.ts";
import { exactText } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { printableJson } from "../core/safe-text.ts";
import type { CommentAudit } from "./comments/context.ts";
import { coverageOf } from "./coverage.ts";
import { classes, type Finding, hasErrors } from "./findings.ts";
import { kindWords } from "./read/headings.ts";
import { type Audit, checksOf, type TableAudit } from "./result.ts";
import type { RateAndCount } from "./rows/population.ts";
import type { Role } from "./rows/printed-value.ts";

/** The audit as JSON text. */
export function auditJson(audit: Audit): string {
  return printableJson({
    schema: "plan-measures/audit/1",
    ok: !hasErrors(audit.findings) && checksOf(audit) > 0,
    checks: checksOf(audit),
    findings: audit.findings.map(findingJson),
    tables: audit.tables.map(tableJson),
    comments: audit.comments.map(commentJson),
  });
}

const rangeJson = ({ from, to }: Interval) => ({ from: exactText(from), to: exactText(to) });
const present = <T extends object>(of: T) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

function findingJson({ class: name, range, inputs, ...rest }: Finding) {
  const { file, line, column, decision, measure, heading, printed, message } = rest;
  return {
    class: name,
    severity: classes[name].severity,
    ...present({ decision }),
    ...{ file, line, column },
    ...present({ measure, heading, printed, range: range && rangeJson(range) }),
    message,
    ...present({ inputs: inputs?.map((place) => ({ ...place })) }),
  };
}

const isUsual = (when: string | undefined): boolean => when === undefined || when === "baseline" || when === "current";
const roleJson = ({ kind, when, area, pair }: Role) => ({
  kind: kindWords[kind],
  ...(isUsual(when) ? present({ when }) : { period: when }),
  ...present({ from: pair?.[0], to: pair?.[1] }),
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
    ...present({ baseline: baseline && periodName(baseline), current: current && periodName(current) }),
    columns: columns.columns.map((column) => {
      const { heading, role, by, headedAs } = column;
      const coverage = covered.get(column);
      return {
        ...{ column: heading.column, heading: heading.text },
        ...(heading.group !== "" && { group: heading.group }),
        holds: role ? roleJson(role) : null,
        by,
        ...(headedAs && { "headed-as": roleJson(headedAs) }),
        ...present({ checked: coverage?.cells, why: coverage?.why }),
      };
    }),
    cells: cells.map(({ range, ...cell }) => present({ ...cell, range: range && rangeJson(range) })),
    populations: populations.map(({ area, when, shared, certain, agreeing, outside }) => ({
      ...(area !== "" && { area }),
      ...(isUsual(when) ? { when } : { period: when }),
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
    claims: claims.map(({ claim, status, says }) => ({
      type: claim.type,
      text: claim.text,
      at: claim.at + 1,
      status,
      says,
    })),
  };
}

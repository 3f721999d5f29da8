// Which comments belong to which rows: those inside a table, those of a file, and those that are missing.

import { findPeriod } from "../../core/heading-period.ts";
import { nameKey, nearest } from "../../core/names.ts";
import { type Period, parsePeriod } from "../../core/period.ts";
import type { Finding } from "../findings.ts";
import type { Comment } from "../read/read-comments.ts";
import type { AuditInput, TableAudit } from "../result.ts";
import { auditComment } from "./check-claims.ts";
import type { CommentAudit } from "./context.ts";

/** The comments that stand in a column of the table itself. */
export function commentsInside({ table, columns }: TableAudit): Comment[] {
  const column = columns.columns.find(({ role }) => role?.kind === "comment")?.heading.column;
  if (column === undefined) return [];
  return table.rows.map((row) => ({
    file: table.file,
    line: row.line,
    column,
    measure: row.name,
    text: row.cells[column - 1] ?? "",
  }));
}

const sameMeasure = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (name: string): string =>
  nameKey(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(the|of|a|an)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();

export function commentAudits(tables: readonly TableAudit[], comments: readonly Comment[]): CommentAudit[] {
  const others = tables.flatMap(({ rows, columns }) =>
    rows.map(({ row, values }) => ({ measure: row.name, values, force: columns.force })),
  );
  return comments.flatMap((comment) => {
    const found = tables.flatMap((table) =>
      table.rows
        .filter(({ row }) => !row.continues && sameMeasure(row.name, comment.measure))
        .map((row) => ({ table, row })),
    )[0];
    if (!found || comment.text === "") return [];
    const { table, row } = found;
    return [
      auditComment(comment, {
        values: row.values,
        measure: row.row.name,
        force: table.columns.force,
        groups: table.columns.areas.filter((area) => area !== table.columns.force),
        periods: table.columns.periods,
        otherPeriods: [row.row.name, ...row.row.cells].flatMap(periodsIn),
        others: others.filter(({ measure }) => !sameMeasure(measure, comment.measure)),
      }),
    ];
  });
}

function periodsIn(text: string): Period[] {
  const said = findPeriod(text) ?? /year ending [a-z]+ \d+/i.exec(text)?.[0];
  const period = said === undefined ? undefined : parsePeriod(said);
  return typeof period === "object" ? [period] : [];
}

/** Unmet aims without a comment, comments on met ones, and comments on nothing. */
export function commentFaults(
  tables: readonly TableAudit[],
  comments: AuditInput["comments"] & object,
  given: boolean,
): Finding[] {
  const rows = tables.flatMap(({ table, columns, rows }) => rows.map((row) => ({ table, columns, row })));
  const written = comments.filter(({ text }) => text !== "");
  const lacking = rows.flatMap(({ table, columns, row: { row, said } }): Finding[] => {
    const at = columns.columns.find(({ role }) => role?.kind === "verdict")?.heading;
    const hasColumn = columns.columns.some(({ role }) => role?.kind === "comment");
    if (said !== "not achieved" || row.continues || !(given || hasColumn)) return [];
    if (written.some(({ measure }) => sameMeasure(measure, row.name))) return [];
    const printed = row.cells[(at?.column ?? 1) - 1] ?? "";
    return [
      {
        file: table.file,
        line: row.line,
        column: at?.column ?? 1,
        measure: row.name,
        heading: at?.text,
        class: "comment-missing",
        printed,
        message: `the aim is "${printed}", and no comment is on it`,
      },
    ];
  });
  const names = rows.map(({ row }) => row.row.name);
  const astray = written.flatMap(({ measure, aim, ...place }): Finding[] => {
    const at = { file: place.file, line: place.line, column: place.column, measure };
    const found = rows.find(({ row }) => sameMeasure(row.row.name, measure));
    if (!found) {
      const near = nearest(measure, names);
      return [
        {
          ...at,
          class: "comment-of-nothing",
          message: `no table that was audited has this measure${near === undefined ? "" : `; did you mean ${near}?`}`,
        },
      ];
    }
    const aimAt = found.columns.columns.find(({ role }) => role?.kind === "aim")?.heading.column;
    const own = found.row.row.cells[(aimAt ?? 0) - 1];
    return [
      ...(found.row.said === "achieved"
        ? [{ ...at, class: "comment-without-no" as const, message: "the table says that the aim is achieved" }]
        : []),
      ...(aim && own && nameKey(aim) !== nameKey(own)
        ? [
            {
              ...at,
              class: "aim-differs" as const,
              printed: aim,
              message: `the comment gives the aim as ${aim}, the table as ${own}`,
            },
          ]
        : []),
    ];
  });
  return [...lacking, ...astray];
}

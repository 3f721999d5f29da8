// Which comments belong to which rows: those inside a table, those of a file, and those that are missing.

import { findPeriod } from "../../core/heading-period.ts";
import { nameKey, nearest } from "../../core/names.ts";
import { withThousands } from "../../core/number.ts";
import { type Period, parsePeriod } from "../../core/period.ts";
import { type Finding, placeIn } from "../findings.ts";
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

/** A measure's name by which it is known, however a comment writes it. */
const plain = (name: string): string =>
  nameKey(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(the|of|a|an)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** More claims than the comments of any plan make together: what comes after them is not read. */
const MOST_CLAIMS = 10_000;
const tooMany = {
  class: "cannot-be-checked",
  message: `the comments before this one make ${withThousands(String(MOST_CLAIMS))} claims, and no more are checked: this one and those after it were not; shorten the comments`,
} as const;

/** The comments on rows of the tables, each held to its row, until they have made as many claims as are checked. */
export function commentAudits(tables: readonly TableAudit[], comments: readonly Comment[]): CommentAudit[] {
  const all = tables.flatMap((table) => table.rows.map((row) => ({ table, row, key: plain(row.row.name) })));
  const first = firstByKey(all.filter(({ row }) => !row.row.continues));
  const made: CommentAudit[] = [];
  let claims = 0;
  let isTold = false;
  for (const comment of comments) {
    const found = first.get(plain(comment.measure));
    if (!found || comment.text === "") continue;
    if (claims >= MOST_CLAIMS) {
      const { file, line, column, measure } = comment;
      const findings = isTold ? [] : [{ ...{ file, line, column, measure }, ...tooMany }];
      made.push({ comment, claims: [], settled: 0, findings });
      isTold = true;
      continue;
    }
    const { table, row } = found;
    const audit = auditComment(comment, {
      values: row.values,
      measure: row.row.name,
      force: table.columns.force,
      groups: table.columns.areas.filter((area) => area !== table.columns.force),
      periods: table.columns.periods,
      otherPeriods: [row.row.name, ...row.row.cells].flatMap(periodsIn),
    });
    claims += audit.claims.length;
    made.push(audit);
  }
  return made;
}

/** The first of each key. */
const firstByKey = <T extends { readonly key: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map([...all].reverse().map((one) => [one.key, one]));

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
  const commented = new Set(written.map(({ measure }) => plain(measure)));
  const lacking = rows.flatMap(({ table, columns, row: { row, said } }): Finding[] => {
    const at = columns.columns.find(({ role }) => role?.kind === "verdict")?.heading;
    const hasColumn = columns.columns.some(({ role }) => role?.kind === "comment");
    if (said !== "not achieved" || row.continues || !(given || hasColumn)) return [];
    if (commented.has(plain(row.name))) return [];
    const column = at?.column ?? 1;
    const printed = row.cells[column - 1] ?? "";
    const message = `the aim is "${printed}", and no comment is on it`;
    return [{ ...placeIn(table, row, column), class: "comment-missing", printed, message }];
  });
  const names = rows.map(({ row }) => row.row.name);
  const first = firstByKey(rows.map((one) => ({ ...one, key: plain(one.row.row.name) })));
  const astray = written.flatMap(({ measure, aim, ...place }): Finding[] => {
    const at = { file: place.file, line: place.line, column: place.column, measure };
    const found = first.get(plain(measure));
    if (!found) {
      const near = nearest(measure, names);
      const hint = near === undefined ? "" : `; did you mean ${near}?`;
      return [{ ...at, class: "comment-of-nothing", message: `no table that was audited has this measure${hint}` }];
    }
    const aimAt = found.columns.columns.find(({ role }) => role?.kind === "aim")?.heading.column;
    const own = found.row.row.cells[(aimAt ?? 0) - 1];
    const made: Finding[] = [];
    if (found.row.said === "achieved")
      made.push({ ...at, class: "comment-without-no", message: "the table says that the aim is achieved" });
    if (aim && own && nameKey(aim) !== nameKey(own)) {
      const message = `the comment gives the aim as ${aim}, the table as ${own}`;
      made.push({ ...at, class: "aim-differs", printed: aim, message });
    }
    return made;
  });
  return [...lacking, ...astray];
}

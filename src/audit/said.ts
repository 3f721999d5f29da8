// What text and page say alike of an audit: the counts, findings under one heading, rows that are alike, places.

import { exactText, withThousands } from "../core/number.ts";
import { counted } from "../core/problems/sentence.ts";
import { classes, decisionWords, type Finding, type Severity } from "./findings.ts";
import { type Audit, checksOf, type TableAudit } from "./result.ts";
import type { Status } from "./rows/check-row.ts";

/** How many tables, and how many findings of each weight. */
export function headline(audit: Audit): string {
  const { tables, findings } = audit;
  const count = (severity: Severity): number =>
    findings.filter((finding) => classes[finding.class].severity === severity).length;
  const decisions = findings.filter(({ decision }) => decision).length;
  const wrong =
    decisions > 0
      ? `${counted(count("error"), "error")}, of which ${decisions === 1 ? "1 changes a decision" : `${decisions} change decisions`}`
      : counted(count("error"), "error");
  // No error among no checks is no good news.
  const checked = checksOf(audit) === 0 ? "nothing could be checked; " : "";
  return `${counted(tables.length, "table")}: ${checked}${wrong}; ${counted(count("warning"), "warning")}; ${counted(count("note"), "note")}`;
}

/** Findings that stand under one heading, in the order they come. */
export function sectionsOf(findings: readonly Finding[]): { title: string; findings: Finding[] }[] {
  const sections: { title: string; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const title = finding.decision ? "Decision errors" : classes[finding.class].title;
    const last = sections.find((section) => section.title === title);
    if (last) last.findings.push(finding);
    else sections.push({ title, findings: [finding] });
  }
  return sections;
}

/** A finding, and the lines of all that say the same of their column. */
export interface Alike {
  readonly finding: Finding;
  readonly lines: readonly number[];
}

/** Of one column, what is said of row after row is said once, with the lines. */
export function alike(findings: readonly Finding[]): Alike[] {
  const groups = new Map<string, { finding: Finding; lines: number[] }>();
  for (const finding of findings) {
    const key = `${finding.file}\n${finding.column}\n${finding.message}`;
    const group = groups.get(key);
    if (group) group.lines.push(finding.line);
    else groups.set(key, { finding, lines: [finding.line] });
  }
  return [...groups.values()];
}

const statusWords: Readonly<Record<Status, string>> = {
  matches: "match",
  "other-rounding": "match only by another rounding",
  "other-basis": "match only on another basis",
  "does-not-match": "do not match",
  "cannot-be-checked": "cannot be checked",
};

/** What was checked of a table: how many checks of its cells came to what. */
export function checksText({ table, cells }: TableAudit): string {
  const counts = (Object.keys(statusWords) as Status[]).flatMap((status) => {
    const count = cells.filter((cell) => cell.status === status).length;
    return count === 0 ? [] : [`${count} ${statusWords[status]}`];
  });
  return `${table.file}: ${counted(table.rows.length, "row")}, ${counted(cells.length, "check")}: ${counts.join(", ") || "no cell is computed from others"}`;
}

/** The populations that the rates of a table agree on. */
export const populationTexts = ({ populations }: TableAudit): string[] =>
  populations.flatMap(({ area, when, shared, agreeing, outside }) => {
    if (!shared) return [];
    const [from, to] = [shared.from, shared.to].map((end) => withThousands(exactText(end)));
    const of = [area, when].filter((part) => part).join(", ");
    const rows = counted(agreeing.length + outside.length, "row");
    return [`population of ${of}: ${from === to ? from : `${from} to ${to}`}, by ${agreeing.length} of ${rows}`];
  });

/** How many claims of the comments were checked; nothing where there is no comment. */
export function claimsText({ comments }: Audit): string | undefined {
  if (comments.length === 0) return undefined;
  const claims = comments.flatMap((comment) => comment.claims);
  const settled = comments.reduce((sum, comment) => sum + comment.settled, 0);
  return `${settled} of ${claims.length} claims of ${counted(comments.length, "comment")} checked against figures`;
}

/** What a cell is of: its measure, what it prints, and its heading. */
export function cellWords({ measure, heading, printed }: Finding): string {
  if (measure === undefined && heading !== undefined) return `"${heading}"`;
  const what = [
    measure === undefined || printed === measure ? undefined : measure,
    printed === undefined || printed.length > 40 ? undefined : `"${printed}"`,
    heading === undefined || heading === "" || heading === measure ? undefined : `under "${heading}"`,
  ];
  return what.filter((part) => part !== undefined).join(" · ");
}

/** What is wrong with it, and which decision that changes. */
export const findingWords = ({ message, decision }: Finding): string =>
  decision ? `${message} — ${decisionWords[decision]}` : message;

// An audit for people: what is wrong, the heaviest first, then what was checked and how much of it.
import { exactText, withThousands } from "../core/number.ts";
import { printable, wrap } from "../core/safe-text.ts";
import type { Paint } from "../io/paint.ts";
import type { Surface } from "../output/formats/format.ts";
import type { AuditColumn } from "./columns/audit-column.ts";
import { coverageOf, nameOfColumn } from "./coverage.ts";
import { classes, decisionWords, type Finding, type Severity } from "./findings.ts";
import { type Audit, checksOf, type TableAudit } from "./result.ts";
import type { Status } from "./rows/check-row.ts";

/** The audit as text, as wide as the terminal. */
export function auditText(audit: Audit, { columns: width, paint }: Pick<Surface, "columns" | "paint">): string {
  const sections = [
    paint.bold(wrap(headline(audit), width)),
    ...sectionsOf(audit.findings).map(({ title, findings }) =>
      [paint.bold(wrap(title, width)), ...alike(findings).map((found) => findingText(found, width, paint))].join("\n"),
    ),
    [
      paint.bold("What was checked"),
      ...audit.tables.flatMap((table) => tableText(table, width)),
      ...commentsText(audit, width),
    ].join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function headline(audit: Audit): string {
  const { tables, findings } = audit;
  const count = (severity: Severity): number =>
    findings.filter((finding) => classes[finding.class].severity === severity).length;
  const decisions = findings.filter(({ decision }) => decision).length;
  const wrong =
    decisions > 0
      ? `${plural(count("error"), "error")}, of which ${decisions === 1 ? "1 changes a decision" : `${decisions} change decisions`}`
      : plural(count("error"), "error");
  // No error among no checks is no good news.
  const checked = checksOf(audit) === 0 ? "nothing could be checked; " : "";
  return `${plural(tables.length, "table")}: ${checked}${wrong}; ${plural(count("warning"), "warning")}; ${plural(count("note"), "note")}`;
}

/** Findings that stand under one heading, in the order they come. */
function sectionsOf(findings: readonly Finding[]): { title: string; findings: Finding[] }[] {
  const sections: { title: string; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const title = finding.decision ? "Decision errors" : classes[finding.class].title;
    const last = sections.find((section) => section.title === title);
    if (last) last.findings.push(finding);
    else sections.push({ title, findings: [finding] });
  }
  return sections;
}

interface Alike {
  readonly finding: Finding;
  readonly lines: readonly number[];
}

/** Of one column, what is said of row after row is said once, with the lines. */
function alike(findings: readonly Finding[]): Alike[] {
  const groups = new Map<string, { finding: Finding; lines: number[] }>();
  for (const finding of findings) {
    const key = `${finding.file}\n${finding.column}\n${finding.message}`;
    const group = groups.get(key);
    if (group) group.lines.push(finding.line);
    else groups.set(key, { finding, lines: [finding.line] });
  }
  return [...groups.values()];
}

const severityPaint: Readonly<Record<Severity, "red" | "yellow" | undefined>> = {
  error: "red",
  warning: "yellow",
  note: undefined,
};

function findingText({ finding, lines }: Alike, width: number, paint: Paint): string {
  const { file, line, column, measure, heading, printed, message, decision } = finding;
  const colour = severityPaint[classes[finding.class].severity];
  const place = `${file}:${line}:${column}`;
  const what = [
    measure === undefined || printed === measure ? undefined : measure,
    printed === undefined || printed.length > 40 ? undefined : `"${printed}"`,
    heading === undefined || heading === "" || heading === measure ? undefined : `under "${heading}"`,
  ].filter((part) => part !== undefined);
  const also =
    lines.length > 1
      ? ` (${plural(lines.length, "row")}: lines ${lines.slice(0, 12).join(", ")}${lines.length > 12 ? " …" : ""})`
      : "";
  const said = decision ? `${message} — ${decisionWords[decision]}` : message;
  const head = wrap(
    printable(`${place} ${measure === undefined && heading !== undefined ? `"${heading}"` : what.join(" · ")}`.trim()),
    width,
    "  ",
  );
  return `${colour ? paint[colour](head) : head}\n${wrap(printable(`${said}${also}`), width, "    ")}`;
}

const statusWords: Readonly<Record<Status, string>> = {
  matches: "match",
  "other-rounding": "match only by another rounding",
  "other-basis": "match only on another basis",
  "does-not-match": "do not match",
  "cannot-be-checked": "cannot be checked",
};

/** A line of what was checked, so far in. */
const inset = (text: string, width: number, indent: string): string => wrap(printable(text), width, indent);

function tableText(audit: TableAudit, width: number): string[] {
  const { table, cells, populations } = audit;
  const counts = (Object.keys(statusWords) as Status[]).flatMap((status) => {
    const count = cells.filter((cell) => cell.status === status).length;
    return count === 0 ? [] : [`${count} ${statusWords[status]}`];
  });
  const people = populations.flatMap(({ area, when, shared, agreeing, outside }) => {
    if (!shared) return [];
    const [from, to] = [shared.from, shared.to].map((end) => withThousands(exactText(end)));
    const range = from === to ? from : `${from} to ${to}`;
    const rows = plural(agreeing.length + outside.length, "row");
    const of = [area, when].filter((part) => part).join(", ");
    return [inset(`population of ${of}: ${range}, by ${agreeing.length} of ${rows}`, width, "    ")];
  });
  const made = counts.join(", ") || "no cell is computed from others";
  const of = `${table.file}: ${plural(table.rows.length, "row")}, ${plural(cells.length, "check")}: ${made}`;
  return [inset(of, width, "  "), ...people, ...coverageText(audit, width)];
}

/** Every column but the names of the rows: those of which cells were checked, and each other with why. */
function coverageText(audit: TableAudit, width: number): string[] {
  const { columns } = audit.columns;
  const all = coverageOf(audit);
  const name = (column: AuditColumn): string => `"${nameOfColumn(column, columns)}"`;
  const [checked, others] = [all.filter(({ cells }) => cells > 0), all.filter(({ cells }) => cells === 0)];
  const whys = [...new Set(others.map(({ why }) => why))];
  const line = (text: string): string => inset(text, width, "    ");
  return [
    ...(checked.length > 0 ? [line(`checked: ${checked.map(({ column }) => name(column)).join(", ")}`)] : []),
    ...whys.map((why) => {
      const own = others.filter((one) => one.why === why).map(({ column }) => name(column));
      return line(`not checked: ${own.join(", ")}: ${why}`);
    }),
  ];
}

function commentsText({ comments }: Audit, width: number): string[] {
  if (comments.length === 0) return [];
  const claims = comments.flatMap((comment) => comment.claims);
  const settled = comments.reduce((sum, comment) => sum + comment.settled, 0);
  const of = `${settled} of ${claims.length} claims of ${plural(comments.length, "comment")}`;
  return [inset(`comments: ${of} checked against figures`, width, "  ")];
}

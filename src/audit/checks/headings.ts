// Headings that are contradicted by their columns, cut off, unknown or loose: of each column, what is told first.

import type { AuditColumn } from "../columns/audit-column.ts";
import type { Finding } from "../findings.ts";
import { cutOff, isLevel, kindWords } from "../read/headings.ts";
import type { RowAudit } from "../rows/audit-row.ts";
import { isFigureRole, roleWords } from "../rows/printed-value.ts";
import type { AuditCheck } from "./check.ts";

export const headings: AuditCheck = {
  name: "headings",
  find: ({ table, columns, rows }) =>
    columns.flatMap((column, index): Finding[] => {
      const { line, column: at, text } = column.heading;
      const cells = table.rows.map((row) => row.cells[index] ?? "").filter((cell) => cell !== "");
      const fault =
        contradicted(column) ??
        disagreeing(column, rows) ??
        endsEarly(column) ??
        unknown(column, cells) ??
        loose(column);
      return fault ? [{ file: table.file, line, column: at, heading: text, ...fault }] : [];
    }),
};

type Fault = Pick<Finding, "class" | "message">;

function contradicted({ role, headedAs, evidence }: AuditColumn): Fault | undefined {
  if (!headedAs || !role || !evidence) return undefined;
  const message = `heading and figures disagree: it says ${roleWords(headedAs)}; with the column as ${roleWords(role)}, ${evidence.hold} more checks of the table hold, and ${evidence.failed} that failed no longer do`;
  return { class: "heading-contradicts", message };
}

/** A check that most rows of a column fail: neither the heading nor any cell is called wrong. */
function disagreeing({ heading: { column } }: AuditColumn, rows: readonly RowAudit[]): Fault | undefined {
  const check = rows
    .flatMap(({ checks }) => checks)
    .find(({ output, isOfColumn }) => isOfColumn && output.column === column);
  return check?.why === undefined ? undefined : { class: "heading-disagrees", message: check.why };
}

function endsEarly({ role, heading: { text } }: AuditColumn): Fault | undefined {
  if (!role || role.kind === "priority" || !text.includes(" ") || text.endsWith("?")) return undefined;
  if (!cutOff.test(text.replace(/[?:.)\s]+$/, ""))) return undefined;
  // "MSG current" is whole: it says which figure.
  if (isLevel(role.kind) && role.when === "current" && /current$/i.test(text)) return undefined;
  const message = `it ends with "${text.split(" ").at(-1)}"; the column holds the ${kindWords[role.kind]}`;
  return { class: "heading-cut-off", message };
}

function unknown({ role, heading }: AuditColumn, cells: readonly string[]): Fault | undefined {
  if (role || cells.length === 0) return undefined;
  const what = cells.some((cell) => /\d/.test(cell)) ? "figures" : "aims or verdicts";
  const none = heading.text === "" ? `column ${heading.column} has no heading; ` : "";
  const merged = heading.isUnclear ? "the headings above were merged, and which of them is over it is not clear; " : "";
  const message = `${none}${merged}its ${what} were not checked; say what it holds: --column "${heading.column}=…"`;
  return { class: "heading-unknown", message };
}

function loose({ role, heading, by }: AuditColumn): Fault | undefined {
  const saysPercent = /per ?cent(age)? (difference|change)|% (difference|change)/i.test(heading.text);
  if (role?.kind === "points" && saysPercent && by !== "hand") {
    return { class: "heading-loose", message: "the column holds percentage points, not a % difference" };
  }
  if (role?.isFraction) return { class: "heading-loose", message: "the column holds fractions of 1, not percentages" };
  if (!isFigureRole(role) || by !== "figures") return undefined;
  const message = `the heading does not say so, but the figures show that the column holds ${roleWords(role)}`;
  return { class: "heading-loose", message };
}

// A published table against what a plan computes from its data: cell by cell, at the printed precision.
import { type Figure, isKnown } from "../core/figure.ts";
import { point, printsAs } from "../core/interval.ts";
import { nameKey } from "../core/names.ts";
import { exactText } from "../core/number.ts";
import { tablesOf } from "../output/report-tables.ts";
import { cellText, fullHeading, type Table } from "../output/table.ts";
import type { Report } from "../report/report.ts";
import type { Columns } from "./checks/audit-column.ts";
import { type PrintedValue, readValue, type Values } from "./checks/cells.ts";
import type { Finding } from "./checks/findings.ts";
import type { RowAudit } from "./checks/rows.ts";
import { verdictSaid } from "./checks/verdicts.ts";
import { auditColumns } from "./columns/columns.ts";
import { abbreviates, kindWords } from "./read/headings.ts";
import { type PublishedTable, withoutMarks } from "./read/read-table.ts";
import type { CellAudit, PlanCell, PlanTables } from "./result.ts";

/** A table of a report as one that was published; its file is the plan, and its lines are its rows. */
export function publishedOf({ title, columns, rows }: Table, file: string): PublishedTable {
  return {
    file,
    title,
    headings: columns.map((column, index) => ({ column: index + 1, line: 1, text: fullHeading(column), group: "" })),
    rows: rows.map((row, index) => {
      const cells = row.map((cell) => withoutMarks(cellText(cell)));
      return { line: index + 2, name: cells[0] ?? "", continues: false, cells };
    }),
    ragged: [],
  };
}

/** A plan's own tables, read by their headings as any table is. */
export function planTables({ plan, tables }: Pick<Report, "plan" | "tables">): PlanTables {
  const rows = tables.flatMap((reported) =>
    tablesOf(plan, reported).flatMap((table) => {
      const read = publishedOf(table, plan.file);
      const { columns, force } = auditColumns(read);
      return table.rows.map((row, line) => ({
        measure: read.rows[line]?.name ?? "",
        force,
        cells: row.flatMap((cell, index): PlanCell[] => {
          const role = columns[index]?.role;
          return role ? [{ role, heading: columns[index]?.heading.text ?? "", cell }] : [];
        }),
      }));
    }),
  );
  return { priorities: plan.priorities.map(({ id }) => id), rows };
}

const plainName = (name: string): string =>
  nameKey(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Every cell of a table that the plan computes too. */
export function againstPlan(
  table: PublishedTable,
  { columns, force }: Columns,
  rows: readonly RowAudit[],
  plan: PlanTables,
): { cells: CellAudit[]; findings: Finding[] } {
  const cells: CellAudit[] = [];
  const findings: Finding[] = [];
  for (const { row, values, said } of rows) {
    if (row.continues) continue;
    const found = plan.rows.find(({ measure }) => plainName(measure) === plainName(row.name));
    const at = (column: number) => ({
      file: table.file,
      line: row.line,
      column,
      measure: row.name,
      heading: columns[column - 1]?.heading.text,
    });
    if (!found) {
      findings.push({
        ...at(1),
        class: "not-in-plan",
        printed: row.name,
        message: "the plan has no measure of that name",
      });
      continue;
    }
    const headingOf = (column: number): string => columns[column - 1]?.heading.text ?? "";
    // What is not checked by its kind is known by its heading alone.
    const same =
      ({ role, column = 1 }: PrintedValue) =>
      (one: PlanCell): boolean =>
        one.role.kind === role.kind &&
        (role.kind !== "other" || nameKey(one.heading) === nameKey(headingOf(column))) &&
        one.role.when === role.when &&
        (role.area === force
          ? one.role.area === found.force
          : one.role.area !== found.force && abbreviates(nameKey(role.area), nameKey(one.role.area)));
    for (const value of [...checkedValues(values), ...otherValues(row.cells, columns)]) {
      if (value.column === undefined) continue;
      const cell = found.cells.find(same(value))?.cell;
      if (!cell || !("figure" in cell)) continue;
      const place = { ...at(value.column), printed: value.text };
      const record = { line: row.line, column: value.column, measure: row.name, check: "plan", printed: value.text };
      if (!isKnown(cell.figure)) {
        cells.push({
          ...record,
          status: "cannot-be-checked",
          why: `the plan has no figure: ${cell.figure.gap.reason}`,
        });
        continue;
      }
      const range = point(cell.figure.value);
      const printed = printsAs(value, range);
      const what = `the plan computes ${value.role.kind === "other" ? `"${headingOf(value.column)}"` : `the ${[value.role.when, kindWords[value.role.kind]].filter((part) => part).join(" ")}`} as ${exactText(cell.figure.value).slice(0, 24)}${sourceOf(cell.figure)}`;
      if (printed.usual) cells.push({ ...record, status: "matches", range });
      else if (printed.others.length > 0) {
        cells.push({ ...record, status: "other-rounding", range, by: printed.others[0] });
        findings.push({
          ...place,
          class: "other-rounding",
          range,
          message: `${what}, which prints so only by ${printed.others[0]}`,
        });
      } else {
        cells.push({ ...record, status: "does-not-match", range });
        findings.push({ ...place, class: "differs-from-plan", range, message: what });
      }
    }
    findings.push(...wordsDiffer(found.cells, said, at, columns, row.cells));
  }
  return { cells, findings };
}

const checkedValues = (values: Values): PrintedValue[] =>
  [...values.values()].filter(({ role }) => role.kind !== "other");
/** Numbers of columns that no check of a row is of, as a target; several of a row have the same role. */
const otherValues = (cells: readonly string[], columns: Columns["columns"]): PrintedValue[] =>
  columns.flatMap(({ role, heading }) =>
    role?.kind === "other" ? (readValue(cells[heading.column - 1] ?? "", role, heading.column) ?? []) : [],
  );

const sourceOf = ({ from }: Figure): string => {
  const [first, ...more] = from;
  return first ? ` (${first.file}:${first.line}${more.length > 0 ? ` and ${more.length} more` : ""})` : "";
};

/** Aims and verdicts that the plan has otherwise. */
function wordsDiffer(
  plan: readonly PlanCell[],
  said: RowAudit["said"],
  at: (column: number) => Pick<Finding, "file" | "line" | "column" | "measure" | "heading">,
  columns: Columns["columns"],
  cells: readonly string[],
): Finding[] {
  const textOf = (kind: "aim" | "verdict"): string | undefined => {
    const cell = plan.find(({ role }) => role.kind === kind)?.cell;
    return cell && "text" in cell ? cell.text : undefined;
  };
  const columnOf = (kind: "aim" | "verdict"): number | undefined =>
    columns.find(({ role }) => role?.kind === kind)?.heading.column;
  const [aim, verdict] = [textOf("aim"), textOf("verdict")];
  const [aimAt, verdictAt] = [columnOf("aim"), columnOf("verdict")];
  const printedAim = aimAt === undefined ? "" : (cells[aimAt - 1] ?? "");
  const found: Finding[] = [];
  if (aim !== undefined && aimAt !== undefined && printedAim !== "" && nameKey(aim) !== nameKey(printedAim)) {
    found.push({ ...at(aimAt), class: "aim-differs", printed: printedAim, message: `the plan's aim is ${aim}` });
  }
  const must = verdict === undefined ? undefined : verdictSaid(verdict);
  if (verdictAt !== undefined && said !== undefined && must !== undefined && must !== said) {
    found.push({
      ...at(verdictAt),
      class: "differs-from-plan",
      decision: "verdict",
      printed: cells[verdictAt - 1],
      message: `the plan's verdict is "${verdict}"`,
    });
  }
  return found;
}

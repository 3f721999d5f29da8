// A published table against what a plan computes from its data: cell by cell, at the printed precision.

import { type Figure, isKnown } from "../../core/figure.ts";
import { point, printsAs } from "../../core/interval.ts";
import { nameKey } from "../../core/names.ts";
import { exactText } from "../../core/number.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import type { Finding } from "../findings.ts";
import { abbreviates } from "../read/headings.ts";
import type { TableRow } from "../read/read-table.ts";
import type { CellAudit, PlanCell, PlanTables } from "../result.ts";
import type { RowAudit } from "../rows/audit-row.ts";
import { type PrintedValue, readValue, roleWords, type Values } from "../rows/printed-value.ts";
import { verdictSaid } from "../rows/verdicts.ts";
import type { AuditCheck, AuditedTable, CellCheck, HeadedTable } from "./check.ts";

export const plan: AuditCheck = {
  name: "plan",
  cells: (given) => {
    const { rows, plan: computed } = given;
    return computed ? rows.flatMap((row) => (row.row.continues ? [] : inRow(given, row, computed))) : [];
  },
};

/**
 * What is found, with each cell that differs from the plan told once. Its own sums tell nothing more of it, nor do sums
 * that it is part of tell of a cell that is what the plan computes.
 */
export function toldByPlan(found: readonly Finding[], cells: readonly CellAudit[]): Finding[] {
  const keyOf = ({ line, column }: Pick<Finding, "line" | "column">): string => `${line} ${column}`;
  const wrong = new Set(found.flatMap((one) => (one.class === "differs-from-plan" ? [keyOf(one)] : [])));
  const right = new Set(cells.flatMap((one) => (one.check === "plan" && one.status === "matches" ? [keyOf(one)] : [])));
  const isConsequence = (one: Finding): boolean =>
    sums.has(one.class) &&
    (wrong.has(keyOf(one)) || (right.has(keyOf(one)) && (one.inputs ?? []).some((input) => wrong.has(keyOf(input)))));
  const dropped = found.filter(isConsequence);
  return found.flatMap((one) => {
    if (isConsequence(one)) return [];
    const decision = dropped.find((other) => keyOf(other) === keyOf(one))?.decision;
    return [one.class === "differs-from-plan" && decision ? { decision, ...one } : one];
  });
}
const sums: ReadonlySet<string> = new Set(["does-not-match", "outside-population"]);

type PlanRow = PlanTables["rows"][number];

/** Every cell of a row that the plan computes too. */
function inRow(given: AuditedTable, { row, values, said }: RowAudit, computed: PlanTables): CellCheck[] {
  const { columns } = given;
  const found = computed.rows.find(({ measure }) => plainName(measure) === plainName(row.name));
  if (!found) {
    const message = "the plan has no measure of that name";
    return [{ row, column: 1, finding: { class: "not-in-plan", printed: row.name, message } }];
  }
  const made = [...checkedValues(values), ...otherValues(row.cells, columns)].flatMap((value) => {
    const cell = found.cells.find(isOf(value, found, given))?.cell;
    return cell && "figure" in cell ? inCell(columns, row, value, cell.figure) : [];
  });
  return [...made, ...wordsDiffer(found.cells, said, columns, row)];
}

/** Whether a cell of the plan is of what a number is of; what is not checked by its kind is known by its heading alone. */
const isOf =
  ({ role, column = 1 }: PrintedValue, found: PlanRow, { columns, force }: AuditedTable) =>
  (one: PlanCell): boolean =>
    one.role.kind === role.kind &&
    (role.kind !== "other" || nameKey(one.heading) === nameKey(headingAt(columns, column))) &&
    one.role.when === role.when &&
    (role.area === force
      ? one.role.area === found.force
      : one.role.area !== found.force && abbreviates(nameKey(role.area), nameKey(one.role.area)));

const headingAt = (columns: HeadedTable["columns"], column: number): string => columns[column - 1]?.heading.text ?? "";

/** A printed number against the figure that the plan computes; nothing where no cell prints it. */
function inCell(columns: HeadedTable["columns"], row: TableRow, value: PrintedValue, figure: Figure): CellCheck[] {
  const { role, column } = value;
  if (column === undefined) return [];
  const of = { row, column, check: "plan" };
  if (!isKnown(figure))
    return [{ ...of, status: "cannot-be-checked", why: `the plan has no figure: ${figure.gap.reason}` }];
  const range = point(figure.value);
  const { usual, others } = printsAs(value, range);
  if (usual) return [{ ...of, status: "matches", range }];
  const what = role.kind === "other" ? `"${headingAt(columns, column)}"` : `the ${roleWords({ ...role, area: "" })}`;
  const says = `the plan computes ${what} as ${exactText(figure.value).slice(0, 24)}${sourceOf(figure)}`;
  const [by] = others;
  if (by === undefined)
    return [{ ...of, status: "does-not-match", range, finding: { class: "differs-from-plan", message: says } }];
  const message = `${says}, which prints so only by ${by}`;
  return [{ ...of, status: "other-rounding", range, by, finding: { class: "other-rounding", message } }];
}

const plainName = (name: string): string =>
  nameKey(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const checkedValues = (values: Values): PrintedValue[] =>
  [...values.values()].filter(({ role }) => role.kind !== "other");
/** Numbers of columns that no check of a row is of, as a target; several of a row have the same role. */
const otherValues = (cells: readonly string[], columns: readonly AuditColumn[]): PrintedValue[] =>
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
  columns: readonly AuditColumn[],
  row: TableRow,
): CellCheck[] {
  const of = (kind: "aim" | "verdict") => {
    const cell = plan.find(({ role }) => role.kind === kind)?.cell;
    const column = columns.find(({ role }) => role?.kind === kind)?.heading.column;
    return column !== undefined && cell && "text" in cell ? { column, text: cell.text } : undefined;
  };
  const [aim, verdict] = [of("aim"), of("verdict")];
  const printed = row.cells[(aim?.column ?? 0) - 1] ?? "";
  const must = verdict && verdictSaid(verdict.text);
  const found: CellCheck[] = [];
  if (aim && printed !== "" && nameKey(aim.text) !== nameKey(printed))
    found.push({
      row,
      column: aim.column,
      finding: { class: "aim-differs", message: `the plan's aim is ${aim.text}` },
    });
  if (verdict && said !== undefined && must !== undefined && must !== said) {
    const message = `the plan's verdict is "${verdict.text}"`;
    found.push({ row, column: verdict.column, finding: { class: "differs-from-plan", decision: "verdict", message } });
  }
  return found;
}

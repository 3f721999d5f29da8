// A published table against what a plan computes from its data: cell by cell, at the printed precision.

import { type Figure, isKnown } from "../../core/figure.ts";
import { point, printsAs } from "../../core/interval.ts";
import { nameKey } from "../../core/names.ts";
import { exactText } from "../../core/number.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import { type Finding, placeIn } from "../findings.ts";
import { abbreviates } from "../read/headings.ts";
import type { PublishedTable, TableRow } from "../read/read-table.ts";
import type { CellAudit, PlanCell, PlanTables } from "../result.ts";
import type { RowAudit } from "../rows/audit-row.ts";
import { type PrintedValue, readValue, roleWords, type Values } from "../rows/printed-value.ts";
import { verdictSaid } from "../rows/verdicts.ts";
import type { AuditCheck, AuditedTable, HeadedTable } from "./check.ts";

export const plan: AuditCheck = {
  name: "plan",
  find: (given) => {
    const { rows, plan: computed } = given;
    const all = computed ? rows.flatMap((row) => (row.row.continues ? [] : [inRow(given, row, computed)])) : [];
    return { findings: all.flatMap(({ findings }) => findings), cells: all.flatMap(({ cells }) => cells) };
  },
};

interface Found {
  readonly cells: readonly CellAudit[];
  readonly findings: readonly Finding[];
}
type PlanRow = PlanTables["rows"][number];

/** Every cell of a row that the plan computes too. */
function inRow(given: AuditedTable, audited: RowAudit, computed: PlanTables): Found {
  const { table, columns } = given;
  const { row, values, said } = audited;
  const found = computed.rows.find(({ measure }) => plainName(measure) === plainName(row.name));
  if (!found) {
    const message = "the plan has no measure of that name";
    return { cells: [], findings: [{ ...placeIn(table, row, 1), class: "not-in-plan", printed: row.name, message }] };
  }
  const made = [...checkedValues(values), ...otherValues(row.cells, columns)].flatMap((value) => {
    const cell = found.cells.find(isOf(value, found, given))?.cell;
    return cell && "figure" in cell ? inCell(given, audited, value, cell.figure) : [];
  });
  return {
    cells: made.flatMap(({ cells }) => cells),
    findings: [...made.flatMap(({ findings }) => findings), ...wordsDiffer(found.cells, said, table, columns, row)],
  };
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
function inCell({ table, columns }: AuditedTable, { row }: RowAudit, value: PrintedValue, figure: Figure): Found[] {
  const { role, column, text: printed } = value;
  if (column === undefined) return [];
  const record = { line: row.line, column, measure: row.name, check: "plan", printed };
  if (!isKnown(figure)) {
    const why = `the plan has no figure: ${figure.gap.reason}`;
    return [{ cells: [{ ...record, status: "cannot-be-checked", why }], findings: [] }];
  }
  const range = point(figure.value);
  const { usual, others } = printsAs(value, range);
  if (usual) return [{ cells: [{ ...record, status: "matches", range }], findings: [] }];
  const what = role.kind === "other" ? `"${headingAt(columns, column)}"` : `the ${roleWords({ ...role, area: "" })}`;
  const says = `the plan computes ${what} as ${exactText(figure.value).slice(0, 24)}${sourceOf(figure)}`;
  const place = { ...placeIn(table, row, column), printed, range };
  const [by] = others;
  if (by === undefined) {
    const finding: Finding = { ...place, class: "differs-from-plan", message: says };
    return [{ cells: [{ ...record, status: "does-not-match", range }], findings: [finding] }];
  }
  const finding: Finding = { ...place, class: "other-rounding", message: `${says}, which prints so only by ${by}` };
  return [{ cells: [{ ...record, status: "other-rounding", range, by }], findings: [finding] }];
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
  table: PublishedTable,
  columns: readonly AuditColumn[],
  row: TableRow,
): Finding[] {
  const textOf = (kind: "aim" | "verdict"): string | undefined => {
    const cell = plan.find(({ role }) => role.kind === kind)?.cell;
    return cell && "text" in cell ? cell.text : undefined;
  };
  const columnOf = (kind: "aim" | "verdict"): number | undefined =>
    columns.find(({ role }) => role?.kind === kind)?.heading.column;
  const [aim, verdict] = [textOf("aim"), textOf("verdict")];
  const [aimAt, verdictAt] = [columnOf("aim"), columnOf("verdict")];
  const printedAim = aimAt === undefined ? "" : (row.cells[aimAt - 1] ?? "");
  const found: Finding[] = [];
  if (aim !== undefined && aimAt !== undefined && printedAim !== "" && nameKey(aim) !== nameKey(printedAim)) {
    found.push({
      ...placeIn(table, row, aimAt),
      class: "aim-differs",
      printed: printedAim,
      message: `the plan's aim is ${aim}`,
    });
  }
  const must = verdict === undefined ? undefined : verdictSaid(verdict);
  if (verdictAt !== undefined && said !== undefined && must !== undefined && must !== said) {
    found.push({
      ...placeIn(table, row, verdictAt),
      class: "differs-from-plan",
      decision: "verdict",
      printed: row.cells[verdictAt - 1],
      message: `the plan's verdict is "${verdict}"`,
    });
  }
  return found;
}

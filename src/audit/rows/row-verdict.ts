// The verdict that a row prints, against its aim and its figures.

import type { AuditColumn } from "../columns/audit-column.ts";
import type { Finding } from "../findings.ts";
import type { Role, Values } from "./printed-value.ts";
import { bare, inputWords, type RowState, type TableContext } from "./row-state.ts";
import { judgements, type PrintedVerdict, verdictSaid } from "./verdicts.ts";

export interface RowVerdict {
  /** What its verdict cell says, and what it must say; nothing where the figures leave it open. */
  readonly said: PrintedVerdict | undefined;
  readonly must: PrintedVerdict | undefined;
  /** Whether it has an aim and a verdict to compare. */
  readonly isJudged: boolean;
  readonly findings: readonly Finding[];
}

const columnOf = ({ columns }: TableContext, kind: Role["kind"]): AuditColumn | undefined =>
  columns.find(({ role }) => role?.kind === kind);

/** The verdict of a row, and what is wrong with it. */
export function verdictOf({ row, place, context }: RowState, values: Values): RowVerdict {
  const [aimAt, verdictAt] = [columnOf(context, "aim")?.heading.column, columnOf(context, "verdict")?.heading.column];
  const aim = row.cells[(aimAt ?? 0) - 1] ?? "";
  const printed = row.cells[(verdictAt ?? 0) - 1] ?? "";
  const judged = judgements(aim, context.force, values);
  const [usual] = judged;
  const must = usual?.must;
  const said = verdictAt === undefined ? undefined : verdictSaid(printed);
  const where = { ...place(verdictAt ?? aimAt), printed };
  const isAim = aim !== "" && verdictSaid(aim) !== "not judged";
  const finding = (found: Pick<Finding, "class" | "message"> & Partial<Finding>) => ({
    said,
    must,
    isJudged: verdictAt !== undefined,
    findings: [{ ...where, ...found }],
  });
  if (!isAim || row.continues) return { said, must, isJudged: false, findings: [] };
  if (verdictAt === undefined) {
    const message = `the aim is ${aim}, and no column says whether it is achieved${must ? `; by the figures it is ${must}` : ""}`;
    return finding({ class: "verdict-lacking", printed: aim, message });
  }
  if (said === undefined)
    return finding({ class: "cannot-be-checked", message: `"${printed}" is no verdict that is known` });
  if (said === "not judged") return { said, must, isJudged: false, findings: [] };
  if (!usual)
    return finding({ class: "cannot-be-checked", message: `verdict: the table does not settle the aim "${aim}"` });
  if (must === undefined) {
    if (usual.asPrinted === said) return { said, must, isJudged: true, findings: [] };
    return finding({
      class: "cannot-be-checked",
      message: `verdict: the printed figures, ${inputWords(usual.inputs)}, are too near to each other to settle the aim`,
    });
  }
  if (must === said) return { said, must, isJudged: true, findings: [] };
  const other = judged.find((one) => one.must === said);
  if (other) {
    const message = `verdict: on the ${usual.basis} the aim is ${must}; it is ${said} on the ${other.basis}, ${inputWords(other.inputs)}`;
    return finding({ class: "other-basis", message });
  }
  return finding({
    class: "does-not-match",
    decision: "verdict",
    message: `verdict: the aim is ${aim}, and ${inputWords(usual.inputs)} make it ${must}`,
    inputs: [...usual.inputs.map(({ column }) => column), aimAt].flatMap((column) =>
      column === undefined ? [] : [bare(place(column))],
    ),
  });
}

// The verdict that a row prints, against its aim and its figures.

import { aimPublished } from "../../plan/aims/index.ts";
import type { AuditColumn } from "../columns/audit-column.ts";
import type { Finding } from "../findings.ts";
import type { Role, Values } from "./printed-value.ts";
import { bare, inputWords, type RowState, type TableContext } from "./row-state.ts";
import { betterByName, targetIn } from "./targets-said.ts";
import { bases, judgements, type PrintedAim, type PrintedVerdict, verdictSaid } from "./verdicts.ts";

export interface RowVerdict {
  /** What its verdict cell says, and what it must say; nothing where the figures leave it open. */
  readonly said: PrintedVerdict | undefined;
  readonly must: PrintedVerdict | undefined;
  /** Whether it has an aim and a verdict to compare. */
  readonly isJudged: boolean;
  /** The columns that it was judged by. */
  readonly inputs: readonly number[];
  readonly findings: readonly Finding[];
}

const columnOf = ({ columns }: TableContext, kind: Role["kind"]): AuditColumn | undefined =>
  columns.find(({ role }) => role?.kind === kind);

/** The aim of a row judged; a target as "at least" or "at most" so much, on the basis that its unit says. */
function judgedBy(words: string, name: string, values: Values, context: TableContext): PrintedAim[] {
  if (columnOf(context, "target") === undefined) return judgements(words, context.force, values);
  const target = targetIn(words);
  const better = target?.better ?? betterByName(name, target?.number.includes("%") ?? false);
  if (!target || !better) return [];
  const kinds = bases.filter((kind) =>
    [...values.values()].some(
      ({ role, column }) =>
        column !== undefined && role.kind === kind && role.when === "current" && role.area === context.force,
    ),
  );
  const meant = target.number.includes("%") ? kinds.filter((kind) => kind === "percent") : kinds;
  const aim = `at ${better === "higher" ? "least" : "most"} ${target.number}`;
  return meant.length === 1 ? judgements(aim, context.force, values, meant) : [];
}

/** The verdict of a row, and what is wrong with it. */
export function verdictOf({ row, place, context }: RowState, values: Values): RowVerdict {
  const verdictColumn = columnOf(context, "verdict");
  const [aimAt, verdictAt] = [
    (columnOf(context, "target") ?? columnOf(context, "aim"))?.heading.column,
    verdictColumn?.heading.column,
  ];
  const aim = row.cells[(aimAt ?? 0) - 1] ?? "";
  const printed = row.cells[(verdictAt ?? 0) - 1] ?? "";
  const judged = judgedBy(aim, row.name, values, context);
  const [usual] = judged;
  const must = usual?.must;
  const inputs = [aimAt, ...(usual?.inputs ?? []).map(({ column }) => column)].flatMap((column) => column ?? []);
  const said = verdictAt === undefined ? undefined : verdictSaid(printed);
  const where = { ...place(verdictAt ?? aimAt), printed };
  const isAim = aim !== "" && verdictSaid(aim) !== "not judged";
  const finding = (found: Pick<Finding, "class" | "message"> & Partial<Finding>) => ({
    said,
    must,
    isJudged: verdictAt !== undefined,
    inputs,
    findings: [{ ...where, ...found }],
  });
  if (columnOf(context, "target") && targetIn(aim) === undefined)
    return { said, must, isJudged: false, inputs: [], findings: [] };
  if (!isAim || row.continues) return { said, must, isJudged: false, inputs: [], findings: [] };
  if (verdictAt === undefined) {
    const message = `the aim is ${aim}, and no column says whether it is achieved${must ? `; by the figures it is ${must}` : ""}`;
    return finding({ class: "verdict-lacking", printed: aim, message });
  }
  if (said === undefined)
    return finding({ class: "cannot-be-checked", message: `"${printed}" is no verdict that is known` });
  if (said === "not judged") return { said, must, isJudged: false, inputs: [], findings: [] };
  const isOfTarget = /\btarget/i.test(verdictColumn?.heading.text ?? "") && columnOf(context, "target") === undefined;
  const target = context.columns.find(
    ({ role, heading: { text } }) => role?.kind === "other" && /\btarget/i.test(text),
  );
  if (isOfTarget && target)
    return finding({
      class: "cannot-be-checked",
      message: `verdict: whether "${target.heading.text}" is met was not checked, as the row has an aim too`,
    });
  if (!context.hasBaseline && aimPublished(aim)?.needs.includes("baseline"))
    return finding({
      class: "cannot-be-checked",
      message: "verdict: the table has several periods, and does not say which the aim starts from",
    });
  if (!usual)
    return finding({ class: "cannot-be-checked", message: `verdict: the table does not settle the aim "${aim}"` });
  if (must === undefined) {
    if (usual.asPrinted === said) return { said, must, isJudged: true, inputs, findings: [] };
    return finding({
      class: "cannot-be-checked",
      message: `verdict: the printed figures, ${inputWords(usual.inputs)}, are too near to each other to settle the aim`,
    });
  }
  if (must === said) return { said, must, isJudged: true, inputs, findings: [] };
  const other = judged.find((one) => one.must === said);
  if (other) {
    const message = `verdict: on the ${usual.basis} the aim is ${must}; it is ${said} on the ${other.basis}, ${inputWords(other.inputs)}`;
    return finding({ class: "other-basis", message });
  }
  return finding({
    class: "does-not-match",
    decision: "verdict",
    message: `verdict: the ${columnOf(context, "target") ? "target" : "aim"} is ${aim}, and ${inputWords(usual.inputs)} make it ${must}`,
    inputs: [...usual.inputs.map(({ column }) => column), aimAt].flatMap((column) =>
      column === undefined ? [] : [bare(place(column))],
    ),
  });
}

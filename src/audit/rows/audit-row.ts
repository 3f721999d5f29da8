// One row of a table: its derived cells against their inputs, its verdict against its aim, and which cell is to blame.

import { meet } from "../../core/interval.ts";
import { isNegative } from "../../core/number.ts";
import { placeIn } from "../findings.ts";
import type { TableRow } from "../read/read-table.ts";
import { type Check, checkRow, solveFor } from "./check-row.ts";
import { isImpossible, type PrintedValue, possibleFor, type Role, roleKey, type Values } from "./printed-value.ts";
import { blamed, notMatching, oneOf, remarks } from "./row-findings.ts";
import { type Blame, type RowState, replaced, type Suspect, type TableContext } from "./row-state.ts";
import { type RowVerdict, verdictOf } from "./row-verdict.ts";

/** A row audited: its numbers, the checks of its cells, its verdict, and what is wrong with all of these. */
export interface RowAudit extends RowVerdict {
  readonly row: TableRow;
  readonly values: Values;
  /** All numbers that it prints, those that cannot be among them. */
  readonly own: Values;
  readonly checks: readonly Check[];
}

/** The shared population of a table as a value of each row that gives none itself. */
function withPopulations(values: Map<string, PrintedValue>, { populations }: TableContext): Values {
  for (const { area, when, shared, certain } of populations) {
    const role: Role = { kind: "population", when, area, per: 1_000, of: undefined, unit: "" };
    if (!shared || !certain || values.has(roleKey(role))) continue;
    values.set(roleKey(role), { role, text: "", number: shared.from, places: 0, percent: false, interval: shared });
  }
  return values;
}

/** The audit of a row whose numbers are known by their roles; and by which cells of it sums of the table fail too. */
export function auditRow(
  row: TableRow,
  own: Map<string, PrintedValue>,
  context: TableContext,
  blame: readonly Blame[] = [],
): RowAudit {
  // A percentage that no people can give is told by itself, and switches nothing else off.
  const able = new Map(
    [...own].filter(([, value]) => !(value.role.kind === "percent" && isImpossible(value) && isNegative(value.number))),
  );
  const values = withPopulations(able, context);
  const checks = checkRow(values, context.settled).map((check) => demoted(check, row.name, context));
  const place = (column = 1) => placeIn(context.table, row, column);
  const of: RowState = { row, values, place, context };
  const failing = checks.filter(({ status }) => status === "does-not-match");
  const verdict = verdictOf(of, values);
  // One cell alone is called wrong where no other could be: a second check holds each of the others to what it prints.
  const suspects = blame.length === 0 && failing.length > 0 ? culpritsOf(checks, failing) : [];
  const isProven =
    failing.length > 1 || failing.some(({ inputs }) => inputs.some(({ column }) => column !== undefined));
  const culprit = suspects.length === 1 && isProven ? suspects[0] : blame[0];
  const culprits = blame.length > 0 ? blame : culprit ? [{ ...culprit, sums: [] }] : [];
  const wrong = culprit
    ? culprits.map((one) => blamed(of, one, failing, verdict.must))
    : suspects.length > 1 && failing.length > 1
      ? failing.slice(0, 1).map((check) => oneOf(of, check, failing, suspects))
      : failing.map((check) => notMatching(of, check));
  // A verdict that is right for the cell that is to blame is not wrong itself.
  const corrected = culprit && verdictOf(of, replaced(values, culprit.value, culprit.range));
  const [alone] = failing.length === 1 ? failing : [];
  const isFreed = culprit
    ? corrected?.must === verdict.said
    : isRightBy(of, alone ? inputsNeeded(alone) : suspects, verdict);
  const told = isFreed ? [] : verdict.findings;
  return {
    row,
    values,
    own,
    checks,
    ...verdict,
    findings: [...wrong, ...told, ...checks.flatMap((check) => remarks(of, check))],
  };
}

/**
 * A check that most rows of its column fail says more of the column than of the row. And the rate or % difference of an
 * average may be the average of those above it.
 */
const demoted = (check: Check, name: string, { unsettled }: TableContext): Check => {
  if (check.status !== "does-not-match") return check;
  const why = unsettled.get(`${check.output.column} ${check.name}`);
  if (why !== undefined) return { ...check, status: "cannot-be-checked", why, isOfColumn: true };
  const isMean = /\b(average|mean)$/i.test(name) && /^(rate|percent-change)$/.test(check.output.role.kind);
  return isMean
    ? { ...check, status: "cannot-be-checked", why: "it may be the average of the other rows' own" }
    : check;
};

const inputsNeeded = (check: Check): Suspect[] =>
  check.inputs.flatMap((value) => {
    const range = solveFor(check, value);
    return range ? [{ value, range }] : [];
  });

/** Whether a verdict is right once one of some cells is put right: then it is not wrong as well. */
const isRightBy = (
  of: RowState,
  suspects: readonly Suspect[],
  { said, must }: Pick<RowVerdict, "said" | "must">,
): boolean =>
  said !== undefined &&
  must !== undefined &&
  said !== must &&
  suspects.some(({ value, range }) => (verdictOf(of, replaced(of.values, value, range)).must ?? said) === said);

/** The cells of which each, had it another value, would make every check of the row hold. */
function culpritsOf(checks: readonly Check[], failing: readonly Check[]): Suspect[] {
  const involved = new Set(failing.flatMap(({ output, inputs }) => [output, ...inputs]));
  return [...involved].flatMap((value) => {
    if (value.column === undefined) return [];
    const touching = checks.filter(
      ({ output, inputs, range }) => range && (output === value || inputs.includes(value)),
    );
    if (failing.some((check) => !touching.includes(check))) return [];
    const needed = touching.map((check) => (check.output === value ? check.range : solveFor(check, value)));
    const range = needed.reduce((a, b) => a && b && meet(a, b));
    const able = range && possibleFor(value, range);
    return able ? [{ value, range: able }] : [];
  });
}

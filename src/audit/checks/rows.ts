// One row of a table: its derived cells against their inputs, its verdict against its aim, and which cell is to blame.

import { type Interval, meet, point, rangeText, signOf, subtract } from "../../core/interval.ts";
import { compareExact, isNegative, isZero, withThousands } from "../../core/number.ts";
import { isChange, isGroup, kindWords } from "../read/headings.ts";
import type { TableRow } from "../read/read-table.ts";
import type { AuditColumn } from "./audit-column.ts";
import {
  type Check,
  checkRow,
  type PrintedValue,
  possibleFor,
  type Role,
  roleKey,
  solveFor,
  type Values,
} from "./cells.ts";
import type { CellPlace, Decision, Finding } from "./findings.ts";
import type { Population } from "./population.ts";
import { judgements, type PrintedVerdict, verdictSaid } from "./verdicts.ts";

export interface RowAudit {
  readonly row: TableRow;
  readonly values: Values;
  readonly checks: readonly Check[];
  /** What its verdict cell says, and what it must say; nothing where the figures leave it open. */
  readonly said: PrintedVerdict | undefined;
  readonly must: PrintedVerdict | undefined;
  /** Whether it has an aim and a verdict to compare. */
  readonly isJudged: boolean;
  readonly findings: readonly Finding[];
}

/** What a row is audited with. */
interface RowContext {
  readonly file: string;
  readonly columns: readonly AuditColumn[];
  readonly force: string;
  readonly populations: readonly Population[];
  /** Columns that are on their usual basis in most rows. */
  readonly settled: ReadonlySet<number>;
}

/** The shared population of a table as a value of each row that gives none itself. */
function withPopulations(values: Map<string, PrintedValue>, { populations }: RowContext): Values {
  for (const { area, when, shared, certain } of populations) {
    const role: Role = { kind: "population", when, area, per: 1_000, of: undefined, unit: "", unweighted: false };
    if (!shared || !certain || values.has(roleKey(role))) continue;
    values.set(roleKey(role), { role, text: "", number: shared.from, places: 0, percent: false, interval: shared });
  }
  return values;
}

/** The audit of a row whose numbers are known by their roles; and by which cells of it sums of the table fail too. */
export function auditRow(
  row: TableRow,
  own: Map<string, PrintedValue>,
  context: RowContext,
  blame: readonly Blame[] = [],
): RowAudit {
  const values = withPopulations(own, context);
  const checks = checkRow(values, context.settled);
  const place = placesIn(row, context);
  const of: RowState = { row, values, place, context };
  const failing = checks.filter(({ status }) => status === "does-not-match");
  const verdict = verdictOf(of, values);
  const suspects = blame.length === 0 && failing.length > 1 ? culpritsOf(checks, failing) : [];
  const culprit = suspects.length === 1 ? suspects[0] : blame[0];
  const culprits = blame.length > 0 ? blame : culprit ? [{ ...culprit, sums: [] }] : [];
  const wrong = culprit
    ? culprits.map((one) => blamed(of, one, failing, verdict.must))
    : suspects.length > 1
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
    checks,
    said: verdict.said,
    must: verdict.must,
    isJudged: verdict.isJudged,
    findings: [...wrong, ...told, ...checks.flatMap((check) => remarks(of, check))],
  };
}

const inputsNeeded = (check: Check): Suspect[] =>
  check.inputs.flatMap((value) => {
    const range = solveFor(check, value);
    return range ? [{ value, range }] : [];
  });

/** Whether a verdict is right once one of some cells is put right: then it is not wrong as well. */
const isRightBy = (
  of: RowState,
  suspects: readonly Suspect[],
  { said, must }: Pick<RowAudit, "said" | "must">,
): boolean =>
  said !== undefined &&
  must !== undefined &&
  said !== must &&
  suspects.some(({ value, range }) => (verdictOf(of, replaced(of.values, value, range)).must ?? said) === said);

/** Several checks that one of several cells explains, told once. */
function oneOf(of: RowState, check: Check, failing: readonly Check[], suspects: readonly Suspect[]): Finding {
  const found = notMatching(of, check);
  const names = [...new Set(failing.slice(1).map(({ name }) => name))].join(", ");
  const cells = suspects.map(({ value }) => bare(of.place(value.column)));
  const inputs = [...(found.inputs ?? []), ...failing.map(({ output }) => bare(of.place(output.column))), ...cells];
  const others = inputs.filter(
    (one, index) => one.column !== found.column && inputs.findIndex(({ column }) => column === one.column) === index,
  );
  const either = suspects.map(({ value }) => nameOf(value)).join(" or ");
  return {
    ...found,
    message: `${found.message}; ${names} fails too, and ${either} alone may be wrong`,
    inputs: others,
  };
}

interface RowState {
  readonly row: TableRow;
  readonly values: Values;
  readonly place: PlaceOf;
  readonly context: RowContext;
}
type PlaceOf = (column: number | undefined) => CellPlace & { measure: string; heading?: string };
const placesIn =
  (row: TableRow, { file, columns }: RowContext): PlaceOf =>
  (column = 1) => {
    const heading = columns[column - 1]?.heading.text;
    return { file, line: row.line, column, measure: row.name, ...(heading !== undefined && { heading }) };
  };

interface Suspect {
  readonly value: PrintedValue;
  readonly range: Interval;
}
interface Blame extends Suspect {
  /** The sums of the table that it breaks. */
  readonly sums: readonly { readonly check: string }[];
}

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

const replaced = (values: Values, value: PrintedValue, interval: Interval): Values =>
  new Map([...values].map(([key, one]) => [key, one === value ? { ...one, interval, number: interval.from } : one]));

/** What is decided wrongly by a cell that should be in a range: its sign, or whether it is above or below the group. */
function decisionOf(value: PrintedValue, range: Interval, values: Values, { force }: RowContext): Decision | undefined {
  const printed = isZero(value.number) ? 0 : isNegative(value.number) ? -1 : 1;
  const must = signOf(range);
  if (isChange(value.role.kind) && printed !== 0 && must !== undefined && must !== 0 && printed !== must) return "sign";
  if (value.role.kind === "count" || value.role.kind === "variance") return undefined;
  const others = [...values.values()].filter(
    ({ role }) => role.kind === value.role.kind && role.when === value.role.when && role.area !== value.role.area,
  );
  const compared =
    value.role.area === force
      ? others.filter(({ role }) => isGroup(role.area))
      : others.filter(({ role }) => role.area === force);
  const flips = compared.some((other) => {
    const [current, should] = [
      signOf(subtract(point(value.number), other.interval)),
      signOf(subtract(range, other.interval)),
    ];
    return current !== undefined && should !== undefined && current * should < 0;
  });
  return flips ? "group" : undefined;
}

const nameOf = ({ role }: PrintedValue): string =>
  [role.when, kindWords[role.kind], role.area].filter((part) => part).join(" ");
/** "628,131 to 628,139" */
const persons = (range: Interval): string => rangeText(range, 0).split(" ").map(withThousands).join(" ");
const inputWords = (inputs: readonly PrintedValue[]): string =>
  inputs
    .map((input) =>
      input.column === undefined ? `a population of ${persons(input.interval)}` : `${nameOf(input)} ${input.text}`,
    )
    .join(" and ");

/** A cell that one rule does not allow. */
function notMatching({ place, context, values }: RowState, check: Check): Finding {
  const { output, inputs, range, why } = check;
  const base = {
    ...place(output.column),
    printed: output.text,
    inputs: inputs.flatMap(({ column }) => (column === undefined ? [] : [bare(place(column))])),
  };
  if (!range) return { ...base, class: "does-not-match", message: `${check.name}: ${why}` };
  const decision = decisionOf(output, range, values, context);
  if (check.name === "rate" && inputs[1]?.column === undefined) {
    return { ...base, class: "outside-population", decision, range, message: rateMessage(check, range, context) };
  }
  const message = `${check.name}: by ${inputWords(inputs)} it is ${rangeText(range, output.places)}`;
  return { ...base, class: "does-not-match", decision, range, message };
}

const bare = ({ file, line, column }: CellPlace): CellPlace => ({ file, line, column });

function rateMessage({ output, inputs }: Check, range: Interval, { populations }: RowContext): string {
  const [count, people] = inputs;
  const alike = populations.find(({ shared, certain, when, area }) => {
    const isOwn = when === output.role.when && area === output.role.area;
    const implied = certain && !isOwn && shared && count && impliedRate(count, shared, output);
    return implied && meet(implied, output.interval);
  });
  const other = alike?.shared
    ? `; it is the rate by the ${alike.when} population of ${alike.area}, ${persons(alike.shared)}`
    : "";
  const shared = people ? persons(people.interval) : "";
  return `rate: by ${count?.text} and the population that the column shares, ${shared}, it is ${rangeText(range, output.places)}${other}`;
}

function impliedRate(count: PrintedValue, shared: Interval, output: PrintedValue): Interval | undefined {
  const role = { ...output.role, kind: "population" as const };
  const people: PrintedValue = { role, text: "", number: shared.from, places: 0, percent: false, interval: shared };
  const found = checkRow(
    new Map(
      [output, count, people].map((value) => [
        roleKey({ ...value.role, when: output.role.when, area: output.role.area }),
        value,
      ]),
    ),
  );
  return found[0]?.range;
}

/** The one cell that explains every failing check of its row. */
function blamed(
  of: RowState,
  { value, range, sums }: Blame,
  failing: readonly Check[],
  must: PrintedVerdict | undefined,
): Finding {
  const { place, context, values } = of;
  const rate = failing.find(
    ({ name, output, inputs }) => name === "rate" && output === value && inputs[1]?.column === undefined,
  );
  const after = verdictOf(of, replaced(values, value, range));
  const flips = must !== undefined && after.must !== undefined && after.must !== must;
  const decision = flips ? "verdict" : decisionOf(value, range, values, context);
  const names = [...new Set([...failing.map(({ name }) => name), ...sums.map(({ check }) => check)])].join(", ");
  const all = sums.length > 0 ? "every check of its row and its column" : "every check of the row";
  return {
    ...place(value.column),
    class: rate ? "outside-population" : "does-not-match",
    decision,
    printed: value.text,
    range,
    message: rate
      ? rateMessage(rate, rate.range ?? range, context)
      : `${nameOf(value)}: with ${rangeText(range, value.places)} ${all} holds; as printed it breaks ${names}`,
  };
}

const columnOf = ({ columns }: RowContext, kind: Role["kind"]): AuditColumn | undefined =>
  columns.find(({ role }) => role?.kind === kind);

/** The verdict of a row, and what is wrong with it. */
function verdictOf(
  { row, place, context }: RowState,
  values: Values,
): Pick<RowAudit, "said" | "must" | "isJudged" | "findings"> {
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

/** What is to be said of a check that does not fail. */
function remarks({ place }: RowState, { name, output, inputs, status, by, why, range }: Check): Finding[] {
  const base = { ...place(output.column), printed: output.text, range };
  if (status === "other-rounding") {
    const message = `${name}: by ${inputWords(inputs)} it is ${rangeText(range as Interval, output.places + 1)}, which prints so only by ${by?.[0]}`;
    return [{ ...base, class: "other-rounding", message }];
  }
  if (status === "other-basis") return [{ ...base, class: "other-basis", message: `${name}: it is the ${by?.[0]}` }];
  if (status === "cannot-be-checked") return [{ ...base, class: "cannot-be-checked", message: `${name}: ${why}` }];
  // An input of fewer decimals than what is made from it leaves more open than it seems.
  const coarse = inputs.find((input) => input.column !== undefined && input.places < output.places && !isExact(input));
  if (!coarse || status !== "matches") return [];
  if (!rangeText(range as Interval, output.places).includes(" to ")) return [];
  const message = `${name}: as ${nameOf(coarse)} is printed "${coarse.text}", it can be anything from ${rangeText(range as Interval, output.places)}`;
  return [{ ...base, class: "precision", message }];
}

const isExact = ({ interval }: PrintedValue): boolean => compareExact(interval.from, interval.to) === 0;

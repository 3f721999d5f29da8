// The checks of a row: what each derived cell must be, from other cells of its row. Adding a check is one entry.

import {
  add,
  around,
  divide,
  type Interval,
  lastPlace,
  multiply,
  PER_CENT,
  percentChange,
  point,
  printsAs,
  subtract,
} from "../../core/interval.ts";
import { compareExact, type Exact, exact, exactText, isNegative, minus, times } from "../../core/number.ts";
import { readCell } from "../../input/csv/cell.ts";
import { type HeadingKind, kindWords, type PeriodRole } from "../read/headings.ts";
import type { TableRow } from "../read/read-table.ts";

/** What a column holds. */
export interface Role {
  readonly kind: HeadingKind;
  readonly when?: PeriodRole | undefined;
  readonly area: string;
  readonly per: number;
  /** Of a % difference, what it is of, where its heading says it. */
  readonly of: "count" | "rate" | undefined;
  readonly unit: string;
  readonly unweighted: boolean;
}

/** A number of a row, as printed, and what it can stand for. */
export interface PrintedValue {
  readonly role: Role;
  /** Nothing where no cell holds it, as the population that all rows share. */
  readonly column?: number;
  readonly text: string;
  readonly number: Exact;
  readonly places: number;
  readonly percent: boolean;
  readonly interval: Interval;
}

/** The numbers of a row by what they are. */
export type Values = ReadonlyMap<string, PrintedValue>;

/** Columns are the same that have the same key: "rate|baseline|msg". */
export const roleKey = ({ kind, when, area, unit }: Pick<Role, "kind" | "when" | "area" | "unit">): string =>
  `${kind}${unit}|${when ?? ""}|${area}`;

const wholes: readonly HeadingKind[] = ["count", "population", "base", "variance"];

/** The number that a cell prints; nothing where it prints none. Persons and events are whole: as printed, they are exact. */
export function readValue(text: string, role: Role, column: number): PrintedValue | undefined {
  const cell = readCell(text);
  if (typeof cell !== "object" || !("number" in cell)) return undefined;
  const { number, places, percent } = cell;
  const interval = wholes.includes(role.kind) && places === 0 ? point(number) : around({ number, places });
  return { role, column, text, number, places, percent, interval };
}

/** The numbers of a row, by the roles of the columns. */
export function valuesOf(row: TableRow, roles: readonly (Role | undefined)[]): Map<string, PrintedValue> {
  const values = new Map<string, PrintedValue>();
  for (const [index, role] of roles.entries()) {
    const value = role && readValue(row.cells[index] ?? "", role, index + 1);
    if (value && !values.has(roleKey(role))) values.set(roleKey(role), value);
  }
  return values;
}

type Term = { readonly kind: HeadingKind; readonly when?: PeriodRole };

export interface CheckRule {
  readonly name: string;
  readonly output: HeadingKind;
  readonly inputs: readonly Term[];
  /** The output from the inputs; nothing where it has no answer. `per` is of the output's column. */
  readonly formula: (inputs: readonly Interval[], per: Interval) => Interval | undefined;
  /** Each input from the output and all inputs, its own not being used. */
  readonly solve: readonly ((output: Interval, inputs: readonly Interval[], per: Interval) => Interval | undefined)[];
  /** In words, for one who recomputes it by hand. */
  readonly words: string;
}

const at = (list: readonly Interval[], index: number): Interval => list[index] as Interval;
const bothTimes = (kind: HeadingKind): readonly Term[] => [
  { kind, when: "baseline" },
  { kind, when: "current" },
];

const differenceOf = (name: string, output: HeadingKind, kind: HeadingKind): CheckRule => ({
  name,
  output,
  inputs: bothTimes(kind),
  formula: ([b, c]) => subtract(c as Interval, b as Interval),
  solve: [(v, inputs) => subtract(at(inputs, 1), v), (v, inputs) => add(at(inputs, 0), v)],
  words: "current less baseline",
});
const percentOf = (name: string, kind: HeadingKind): CheckRule => ({
  name,
  output: "percent-change",
  inputs: bothTimes(kind),
  formula: ([b, c]) => percentChange(b as Interval, c as Interval),
  solve: [
    (p, inputs) => divide(multiply(PER_CENT, at(inputs, 1)), add(PER_CENT, p)),
    (p, inputs) => divide(multiply(at(inputs, 0), add(PER_CENT, p)), PER_CENT),
  ],
  words: "100 × (current − baseline) ÷ baseline",
});
const rateOf = (when: PeriodRole): CheckRule => ({
  name: "rate",
  output: "rate",
  inputs: [
    { kind: "count", when },
    { kind: "population", when },
  ],
  formula: ([x, n], per) => divide(multiply(per, x as Interval), n as Interval),
  solve: [
    (r, inputs, per) => divide(multiply(r, at(inputs, 1)), per),
    (r, inputs, per) => divide(multiply(per, at(inputs, 0)), r),
  ],
  words: "count ÷ population",
});

/** Of two rules with one output, the first whose inputs are there is meant; the others are other bases. */
export const rules: readonly CheckRule[] = [
  differenceOf("variance", "variance", "count"),
  percentOf("% difference", "count"),
  percentOf("% difference of rates", "rate"),
  percentOf("% difference of percentages", "percent"),
  percentOf("% difference of values", "value"),
  differenceOf("difference in rate", "rate-difference", "rate"),
  differenceOf("percentage points", "points", "percent"),
  differenceOf("difference", "difference", "value"),
  rateOf("baseline"),
  rateOf("current"),
];

export type Status = "matches" | "other-rounding" | "other-basis" | "does-not-match" | "cannot-be-checked";

/** A rule put to one cell of a row. */
export interface Check {
  readonly name: string;
  readonly output: PrintedValue;
  readonly inputs: readonly PrintedValue[];
  readonly status: Status;
  /** What the cell can be by its inputs. */
  readonly range?: Interval;
  /** The roundings, or the basis, by which it does match. */
  readonly by?: readonly string[];
  readonly why?: string;
  readonly rule?: CheckRule;
}

/** The keys of the inputs of a rule beside an output; a role is asked for them in every row, and of many trials. */
const inputKeys = new WeakMap<Role, Map<CheckRule, readonly string[]>>();
function keysOf(rule: CheckRule, role: Role): readonly string[] {
  const known = inputKeys.get(role) ?? new Map<CheckRule, readonly string[]>();
  if (known.size === 0) inputKeys.set(role, known);
  const keys = known.get(rule) ?? rule.inputs.map(({ kind, when }) => roleKey({ ...role, kind, when }));
  known.set(rule, keys);
  return keys;
}

const inputsOf = (rule: CheckRule, output: PrintedValue, values: Values): (PrintedValue | undefined)[] =>
  rule.inputs.map(({ kind, when }, index) => {
    const same = values.get(keysOf(rule, output.role)[index] ?? "");
    // A % difference has no unit, and is of values in whichever the row has.
    const isSame = ({ role }: PrintedValue): boolean =>
      role.kind === kind && role.when === when && role.area === output.role.area;
    return same ?? (kind === "value" && output.role.unit === "" ? [...values.values()].find(isSame) : undefined);
  });
const perOf = ({ role }: PrintedValue): Interval => point(exact(role.per));

/**
 * Every derived cell of a row against its inputs. The columns that are `settled` are on their usual basis, whatever
 * another would explain.
 */
export function checkRow(values: Values, settled: ReadonlySet<number> = new Set(), judged: Judge = checkCell): Check[] {
  const hasCounts = [...values.values()].some(({ role, column }) => role.kind === "count" && column !== undefined);
  return [...values.values()].flatMap((output): Check[] => {
    const { kind, when, of } = output.role;
    const applying = rules.filter(
      (rule) => rule.output === kind && (when === undefined || rule.inputs[0]?.when === when),
    );
    if (output.column === undefined || applying.length === 0) return [];
    // A % difference is of counts where its heading or its row has them; another basis may explain it, but not convict it.
    const basis = kind === "percent-change" ? (of ?? (hasCounts ? "count" : undefined)) : undefined;
    const ready = applying.flatMap((rule) => {
      const inputs = inputsOf(rule, output, values);
      return inputs.every((input) => input !== undefined) ? [judged(rule, output, inputs)] : [];
    });
    const meant = ready.find(({ rule }) => basis === undefined || rule?.inputs[0]?.kind === basis);
    if (meant && meant.status !== "does-not-match") return [meant];
    // A rate without its count is given, not derived.
    if (kind === "rate" && !values.has(roleKey({ ...output.role, kind: "count" }))) return [];
    const other =
      meant && settled.has(output.column)
        ? undefined
        : ready.find((check) => check !== meant && check.status === "matches" && isNarrow(check));
    if (other) return [{ ...(meant ?? other), status: "other-basis", by: [other.name] }];
    return [
      meant ?? {
        name: applying[0]?.name ?? "",
        output,
        inputs: [],
        status: "cannot-be-checked",
        why: lacking(applying.find(({ inputs }) => inputs[0]?.kind === basis) ?? applying[0], output, values),
      },
    ];
  });
}

/** A basis that leaves nearly everything open explains nothing: at most ten units of the last decimal. */
const isNarrow = ({ range, output }: Check): boolean =>
  range !== undefined && compareExact(minus(range.to, range.from), times(exact(10), lastPlace(output.places))) <= 0;

/** Which inputs of a rule a row lacks, in words. */
function lacking(rule: CheckRule | undefined, output: PrintedValue, values: Values): string {
  const missing = rule?.inputs.filter((_, index) => inputsOf(rule, output, values)[index] === undefined) ?? [];
  if (rule?.output === "rate") return "no other row tells the population that it implies";
  const area = output.role.area === "" ? "" : ` for ${output.role.area}`;
  return `the row gives no ${missing.map(({ kind, when }) => `${when} ${kindWords[kind]}`).join(" and no ")}${area}`;
}

export type Judge = (rule: CheckRule, output: PrintedValue, inputs: readonly PrintedValue[]) => Check;

/** One rule, one cell. */
export function checkCell(rule: CheckRule, output: PrintedValue, inputs: readonly PrintedValue[]): Check {
  const range = rule.formula(
    inputs.map((input) => input.interval),
    perOf(output),
  );
  const check = { name: rule.name, output, inputs, rule };
  if (!range) return noAnswer(check);
  const printed = printsAs(output, range);
  if (printed.usual) return { ...check, range, status: "matches" };
  if (printed.others.length > 0) return { ...check, range, status: "other-rounding", by: printed.others };
  return { ...check, range, status: "does-not-match" };
}

/** A baseline of 0 has no % difference: a figure printed there is wrong, whatever it is. */
function noAnswer(check: {
  name: string;
  output: PrintedValue;
  inputs: readonly PrintedValue[];
  rule: CheckRule;
}): Check {
  const [base] = check.inputs;
  const isNought = base !== undefined && exactText(base.interval.from) === "0" && exactText(base.interval.to) === "0";
  const isBelow = base !== undefined && isNegative(base.interval.to);
  return isNought && check.rule.output === "percent-change"
    ? { ...check, status: "does-not-match", why: "the baseline is 0, so there is no % difference" }
    : { ...check, status: "cannot-be-checked", why: isBelow ? "the baseline is below 0" : "the baseline may be 0" };
}

/** What an input would have to be for a check to hold; nothing where no value would do. */
export function solveFor(check: Check, input: PrintedValue): Interval | undefined {
  const { rule, inputs, output } = check;
  const place = inputs.indexOf(input);
  const solve = rule?.solve[place];
  return solve?.(
    output.interval,
    inputs.map(({ interval }) => interval),
    perOf(output),
  );
}

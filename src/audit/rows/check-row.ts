// The derived cells of a row, each checked by the rule that it is made by.

import { type Interval, lastPlace, point, printsAs } from "../../core/interval.ts";
import { compareExact, exact, exactText, isNegative, isZero, minus, times } from "../../core/number.ts";
import { kindWords } from "../read/headings.ts";
import { type PrintedValue, pairOf, type Role, roleKey, type Values } from "./printed-value.ts";
import { type CheckRule, rules } from "./rules.ts";

export const statuses = ["matches", "other-rounding", "other-basis", "does-not-match", "cannot-be-checked"] as const;
export type Status = (typeof statuses)[number];

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
  /** That most rows fail it, which is told of the column. */
  readonly isOfColumn?: boolean;
  readonly rule?: CheckRule;
}

/** The keys of the inputs of a rule beside an output; a role is asked for them in every row, and of many trials. */
const inputKeys = new WeakMap<Role, Map<CheckRule, readonly string[]>>();
function keysOf(rule: CheckRule, role: Role): readonly string[] {
  const known = inputKeys.get(role) ?? new Map<CheckRule, readonly string[]>();
  if (known.size === 0) inputKeys.set(role, known);
  const keys =
    known.get(rule) ??
    rule.inputs.map(({ kind, when }) => roleKey({ area: role.area, unit: role.unit, kind, when: timeOf(when, role) }));
  known.set(rule, keys);
  return keys;
}
/** The time of an input beside an output: one of the two that it compares, or its own. */
const timeOf = (when: CheckRule["inputs"][number]["when"], role: Role): string | undefined =>
  when === "own" ? role.when : pairOf(role)[when === "baseline" ? 0 : 1];

const inputsOf = (rule: CheckRule, output: PrintedValue, values: Values): (PrintedValue | undefined)[] =>
  rule.inputs.map(({ kind, when }, index) => {
    const same = values.get(keysOf(rule, output.role)[index] ?? "");
    // A % difference has no unit, and is of values in whichever the row has.
    const isSame = ({ role }: PrintedValue): boolean =>
      role.kind === kind && role.when === timeOf(when, output.role) && role.area === output.role.area;
    return same ?? (kind === "value" && output.role.unit === "" ? [...values.values()].find(isSame) : undefined);
  });
const perOf = ({ role }: PrintedValue): Interval => point(exact(role.per));

/**
 * Every derived cell of a row against its inputs. The columns that are `settled` are on their usual basis, whatever
 * another would explain.
 */
export function checkRow(values: Values, settled: ReadonlySet<number> = new Set()): Check[] {
  const hasCounts = [...values.values()].some(({ role, column }) => role.kind === "count" && column !== undefined);
  return [...values.values()].flatMap((output): Check[] => {
    const { kind, of } = output.role;
    const applying = rules.filter((rule) => rule.output === kind);
    if (output.column === undefined || applying.length === 0) return [];
    // A % difference is of counts where its heading or its row has them; another basis may explain it, but not convict it.
    const basis = kind === "percent-change" ? (of ?? (hasCounts ? "count" : undefined)) : undefined;
    const ready = applying.flatMap((rule) => {
      const inputs = inputsOf(rule, output, values);
      return inputs.every((input) => input !== undefined) ? [checkCell(rule, output, inputs)] : [];
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
  return `the row gives no ${missing.map(({ kind, when }) => `${timeOf(when, output.role)} ${kindWords[kind]}`).join(" and no ")}${area}`;
}

/** One rule, one cell. */
function checkCell(rule: CheckRule, output: PrintedValue, inputs: readonly PrintedValue[]): Check {
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
function noAnswer(check: Omit<Check, "status"> & { readonly rule: CheckRule }): Check {
  const [base] = check.inputs;
  const isNought = base !== undefined && exactText(base.interval.from) === "0" && exactText(base.interval.to) === "0";
  const isBelow = base !== undefined && isNegative(base.interval.to);
  // Where nothing was and nothing is, 0 % is a usual way to say so.
  const isStill = isZero(check.output.number) && check.inputs.every(({ number }) => isZero(number));
  return isNought && !isStill && check.rule.output === "percent-change"
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

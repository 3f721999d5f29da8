// What is said of the checks of a row: a cell that does not match, the one that is to blame for several, and remarks.

import { divide, type Interval, meet, multiply, point, rangeText, signOf, subtract } from "../../core/interval.ts";
import { compareExact, exact, isNegative, isZero } from "../../core/number.ts";
import { listed } from "../../core/problems/sentence.ts";
import type { Decision, Finding } from "../findings.ts";
import { isChange, isGroup } from "../read/headings.ts";
import type { Check } from "./check-row.ts";
import { type PrintedValue, roleWords, type Values } from "./printed-value.ts";
import {
  type Blame,
  bare,
  inputWords,
  persons,
  type RowState,
  replaced,
  type Suspect,
  type TableContext,
} from "./row-state.ts";
import { verdictOf } from "./row-verdict.ts";
import type { PrintedVerdict } from "./verdicts.ts";

/** A cell that one rule does not allow. */
export function notMatching({ place, context, values }: RowState, check: Check): Finding {
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
  const all = listed([...inputs.flatMap(({ column, text }) => (column === undefined ? [] : [text])), output.text]);
  const message = `${check.name}: ${all} cannot all be right: by ${inputWords(inputs)} it is ${rangeText(range, output.places)}`;
  return { ...base, class: "does-not-match", decision, range, message };
}

/** Several checks that one of several cells explains, told once. */
export function oneOf(of: RowState, check: Check, failing: readonly Check[], suspects: readonly Suspect[]): Finding {
  const found = notMatching(of, check);
  const names = [...new Set(failing.slice(1).map(({ name }) => name))].join(", ");
  const cells = suspects.map(({ value }) => bare(of.place(value.column)));
  const inputs = [...(found.inputs ?? []), ...failing.map(({ output }) => bare(of.place(output.column))), ...cells];
  const others = inputs.filter(
    (one, index) => one.column !== found.column && inputs.findIndex(({ column }) => column === one.column) === index,
  );
  const either = suspects.map(({ value }) => roleWords(value.role)).join(" or ");
  return {
    ...found,
    message: `${found.message}; ${names} fails too, and ${either} alone may be wrong`,
    inputs: others,
  };
}

/** The one cell that explains every failing check of its row. */
export function blamed(
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
  const names = [...new Set([...failing.map(({ name }) => name), ...sums.flatMap(({ check }) => check ?? [])])].join(
    ", ",
  );
  const [alone] = failing;
  const isOwn = alone && failing.length === 1 && sums.length === 0 && alone.output === value;
  const inputs = isOwn
    ? `by ${inputWords(alone.inputs)} it is ${rangeText(range, value.places)}, and other checks confirm ${alone.inputs.length > 1 ? "both" : "that"}`
    : "";
  const all = sums.length > 0 ? "every check of its row and its column" : "every check of the row";
  return {
    ...place(value.column),
    class: rate ? "outside-population" : "does-not-match",
    decision,
    printed: value.text,
    range,
    inputs:
      isOwn || rate
        ? (rate ?? alone)?.inputs.flatMap(({ column }) => (column === undefined ? [] : [bare(place(column))]))
        : undefined,
    message: rate
      ? rateMessage(rate, rate.range ?? range, context)
      : isOwn
        ? `${alone.name}: ${inputs}`
        : `${roleWords(value.role)}: with ${rangeText(range, value.places)} ${all} holds; as printed it breaks ${names}`,
  };
}

/** What is decided wrongly by a cell that should be in a range: its sign, or whether it is above or below the group. */
function decisionOf(
  value: PrintedValue,
  range: Interval,
  values: Values,
  { force }: TableContext,
): Decision | undefined {
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
      signOf(subtract(value.interval, other.interval)),
      signOf(subtract(range, other.interval)),
    ];
    return current !== undefined && should !== undefined && current * should < 0;
  });
  return flips ? "group" : undefined;
}

function rateMessage({ output, inputs }: Check, range: Interval, { populations }: TableContext): string {
  const [count, people] = inputs;
  const alike = populations.find(({ shared, certain, when, area }) => {
    const isOwn = when === output.role.when && area === output.role.area;
    const events = count && multiply(point(exact(output.role.per)), count.interval);
    const implied = certain && !isOwn && shared && events && divide(events, shared);
    return implied && meet(implied, output.interval);
  });
  const other = alike?.shared
    ? `; it is the rate by the ${alike.when} population of ${alike.area}, ${persons(alike.shared)}`
    : "";
  const shared = people ? persons(people.interval) : "";
  return `rate: with ${count?.text} and the population of the rest of the column, ${shared}, it is ${rangeText(range, output.places)}${other}`;
}

/** What is to be said of a check that does not fail. */
export function remarks(
  { place, context }: RowState,
  { name, output, inputs, status, by, why, range, isOfColumn }: Check,
): Finding[] {
  if (isOfColumn) return [];
  const base = { ...place(output.column), printed: output.text, range };
  if (status === "other-rounding") {
    const message = `${name}: by ${inputWords(inputs)} it is ${rangeText(range as Interval, output.places + 1)}, which prints so only by ${by?.[0]}`;
    return [{ ...base, class: "other-rounding", message }];
  }
  if (status === "other-basis") return [{ ...base, class: "other-basis", message: `${name}: it is the ${by?.[0]}` }];
  if (status === "cannot-be-checked") return [{ ...base, class: "cannot-be-checked", message: `${name}: ${why}` }];
  // An input of fewer decimals than what is made from it leaves more open than it seems.
  const coarse = inputs.find(
    (input) => input.column !== undefined && input.places < output.places && !input.role.roundedTo && !isExact(input),
  );
  if (!coarse || status !== "matches" || context.table.losesNoughts) return [];
  if (!rangeText(range as Interval, output.places).includes(" to ")) return [];
  const message = `${name}: as ${roleWords(coarse.role)} is printed "${coarse.text}", it can be anything from ${rangeText(range as Interval, output.places)}`;
  return [{ ...base, class: "precision", message }];
}

const isExact = ({ interval }: PrintedValue): boolean => compareExact(interval.from, interval.to) === 0;

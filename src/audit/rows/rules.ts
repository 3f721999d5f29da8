// What each derived cell of a row must be, from other cells of it. Adding such a rule is one entry.

import { add, divide, type Interval, multiply, percentChange, point, subtract } from "../../core/interval.ts";
import { exact } from "../../core/number.ts";
import type { HeadingKind } from "../read/headings.ts";

/** An input: of the earlier or the later time that the output compares, or of its own. */
type Term = { readonly kind: HeadingKind; readonly when: "baseline" | "current" | "own" };

export interface CheckRule {
  readonly name: string;
  readonly output: HeadingKind;
  readonly inputs: readonly Term[];
  /** The output from the inputs; nothing where it has no answer. `per` is of the output's column. */
  readonly formula: (inputs: readonly Interval[], per: Interval) => Interval | undefined;
  /** Each input from the output and all inputs, its own not being used. */
  readonly solve: readonly ((output: Interval, inputs: readonly Interval[], per: Interval) => Interval | undefined)[];
}

const at = (list: readonly Interval[], index: number): Interval => list[index] as Interval;
const HUNDRED = point(exact(100));
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
});
const percentOf = (name: string, kind: HeadingKind): CheckRule => ({
  name,
  output: "percent-change",
  inputs: bothTimes(kind),
  formula: ([b, c]) => percentChange(b as Interval, c as Interval),
  solve: [
    (p, inputs) => divide(multiply(HUNDRED, at(inputs, 1)), add(HUNDRED, p)),
    (p, inputs) => divide(multiply(at(inputs, 0), add(HUNDRED, p)), HUNDRED),
  ],
});
const rate: CheckRule = {
  name: "rate",
  output: "rate",
  inputs: [
    { kind: "count", when: "own" },
    { kind: "population", when: "own" },
  ],
  formula: ([x, n], per) => divide(multiply(per, x as Interval), n as Interval),
  solve: [
    (r, inputs, per) => divide(multiply(r, at(inputs, 1)), per),
    (r, inputs, per) => divide(multiply(per, at(inputs, 0)), r),
  ],
};

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
  rate,
];

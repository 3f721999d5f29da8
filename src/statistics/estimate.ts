// What is worked out in floating point (confidence limits, chances, dispersion) as a figure, to 13 significant digits.
import { derive } from "../core/derive.ts";
import type { Figure, Formula, Gap } from "../core/figure.ts";
import { approximately, type Exact, toNumber } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";

/** In the unit given; `formula` says in words what is estimated. A gap in any input is that gap; where there is no answer, or an unbounded one, a gap with `why`. */
export function estimate(
  unit: Unit,
  inputs: readonly Figure[],
  why: string,
  compute: (...values: number[]) => number | undefined,
  formula: Formula,
): Figure {
  const estimated = (...values: Exact[]): Exact | Gap => {
    const answer = compute(...values.map(toNumber));
    return answer === undefined || !Number.isFinite(answer) ? { mark: "z", reason: why } : approximately(answer);
  };
  // Its limits say how uncertain it is; the roundings of what it is made from are small beside them.
  const { places: _, error: __, ...figure } = derive(unit, inputs, estimated, formula);
  return figure;
}

/** "lower 95% limit of 8 in 646,627", of a number alone "lower 95% limit of 8". */
export const limitOf =
  (which: "lower" | "upper"): Formula =>
  (...numbers) =>
    `${which} 95% limit of ${numbers.join(" in ")}`;

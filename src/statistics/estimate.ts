// What is worked out in floating point (confidence limits, chances, dispersion) as a figure, to 15 significant digits.
import { derive, type Figure, type Unit } from "../figure.ts";
import { approximately, toNumber } from "../number.ts";

/** In the unit given. A gap in any input is that gap; where there is no answer, or an unbounded one, a gap with `why`. */
export function estimate(
  unit: Unit,
  inputs: readonly Figure[],
  why: string,
  compute: (...values: number[]) => number | undefined,
): Figure {
  return derive(unit, inputs, (...values) => {
    const answer = compute(...values.map(toNumber));
    return answer === undefined || !Number.isFinite(answer) ? { mark: "z", reason: why } : approximately(answer);
  });
}

// % difference: 100(C − B)/B, the multiplication first, rounded once when printed.
import { derive } from "../core/derive.ts";
import type { Figure } from "../core/figure.ts";
import { HUNDRED, isNegative, isZero, minus, over, times } from "../core/number.ts";

/** In %. A baseline of 0 or below has no % difference: never 0 %, 100 % or infinity. */
export function percentDifference(baseline: Figure, current: Figure): Figure {
  const nought = baseline.places === undefined ? "0" : "given as 0, rounded";
  return derive(
    "%",
    [baseline, current],
    (b, c) =>
      isZero(b) || isNegative(b)
        ? { mark: "z", reason: `the baseline is ${isZero(b) ? nought : "below 0"}, so there is no % difference` }
        : over(times(HUNDRED, minus(c, b)), b),
    (b, c) => `100 × (${c} − ${b}) ÷ ${b}`,
  );
}

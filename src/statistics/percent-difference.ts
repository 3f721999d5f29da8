// % difference: 100(C − B)/B, the multiplication first, rounded once when printed.

import { derive } from "../core/derive.ts";
import type { Figure } from "../core/figure.ts";
import { HUNDRED, isNegative, isZero, minus, over, times } from "../core/number.ts";
import { say } from "../core/words/say.ts";

/** In %. A baseline of 0 or below has no % difference: never 0 %, 100 % or infinity. */
export function percentDifference(baseline: Figure, current: Figure): Figure {
  return derive(
    "%",
    [baseline, current],
    (b, c) =>
      isZero(b) || isNegative(b)
        ? { mark: "z", reason: noPercent(isZero(b), baseline.places !== undefined) }
        : over(times(HUNDRED, minus(c, b)), b),
    (b, c) => `100 × (${c} − ${b}) ÷ ${b}`,
  );
}

function noPercent(isNought: boolean, isRounded: boolean): string {
  if (!isNought) return say("gap.percent-below-0");
  return isRounded ? say("gap.percent-of-0-rounded") : say("gap.percent-of-0");
}

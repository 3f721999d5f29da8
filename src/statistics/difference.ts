// Variance, a difference of rates, or percentage points: what is now less what was.
import { derive } from "../core/derive.ts";
import type { Figure } from "../core/figure.ts";
import { minus } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";

/** current − baseline, in the unit given. A gap in either is that gap. */
export function difference(unit: Unit, baseline: Figure, current: Figure): Figure {
  return derive(
    unit,
    [baseline, current],
    (b, c) => minus(c, b),
    (b, c) => `${c} − ${b}`,
  );
}

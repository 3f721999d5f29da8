// Rate per 1,000 population: 1000·x/n, the multiplication first.
import { derive } from "../core/derive.ts";
import type { Figure } from "../core/figure.ts";
import { isNegative, isZero, over, THOUSAND, times } from "../core/number.ts";

/** Per 1,000 persons. A population of 0 or less is refused: no rate. */
export function ratePer1000(count: Figure, population: Figure): Figure {
  return derive(
    "per 1,000",
    [count, population],
    (x, n) =>
      isZero(n) || isNegative(n)
        ? { mark: "x", reason: "the population is not above 0, so there is no rate" }
        : over(times(THOUSAND, x), n),
    (x, n) => `1000 × ${x} ÷ ${n}`,
  );
}

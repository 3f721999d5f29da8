// The pooled rate of several forces whose numbers and rates are given, but not their populations: Σx ÷ Σ(x ÷ r).

import { derive } from "../core/derive.ts";
import { type Figure, type Gap, isKnown } from "../core/figure.ts";
import { type Exact, isPositive, over, plus } from "../core/number.ts";
import { say } from "../core/words/say.ts";

/**
 * Per 1,000 persons: each number with its rate implies a population, and the numbers are set against all of them. As
 * exact as the rates are given; with a rate of 0 or below, which implies no population, there is no pooled rate.
 */
export function pooledRate(counts: readonly Figure[], rates: readonly Figure[]): Figure {
  const pool = (...values: Exact[]): Exact | Gap => {
    const numbers = values.slice(0, counts.length);
    const per = values.slice(counts.length);
    if (!per.every(isPositive)) {
      return { mark: "x", reason: say("gap.pool") };
    }
    return over(numbers.reduce(plus), numbers.map((number, index) => over(number, per[index] as Exact)).reduce(plus));
  };
  const formula = (...numbers: string[]): string => {
    const [x, r] = [numbers.slice(0, counts.length), numbers.slice(counts.length)];
    return `(${x.join(" + ")}) ÷ (${x.map((number, index) => `${number} ÷ ${r[index]}`).join(" + ")})`;
  };
  const pooled = derive("per 1,000", [...counts, ...rates], pool, formula);
  if (!isKnown(pooled)) return pooled;
  return {
    ...pooled,
    notes: [...(pooled.notes ?? []), pooled.places === undefined ? say("note.pooled") : say("note.pooled-rounded")],
  };
}

// How much more a group's rates differ than chance would make them.
import type { EventsOver } from "./limits.ts";

/**
 * φ = Σ(x − E)²/E ÷ (k − 1) over k members, with E = n × the group's pooled rate: Pearson's statistic over its degrees of
 * freedom (P. McCullagh and J. Nelder, Generalized Linear Models, 1989, section 4.5). About 1 where the members' counts
 * are independent events at one rate; far above it, a test that assumes so is not to be believed. A ratio, no unit.
 * Nothing for fewer than two members, a population not above 0, a count below 0, or no events at all.
 */
export function dispersion(group: readonly EventsOver[]): number | undefined {
  if (group.length < 2 || !group.every(({ x, n }) => x >= 0 && n > 0 && x + n < Infinity)) return undefined;
  const events = total(group.map(({ x }) => x));
  const population = total(group.map(({ n }) => n));
  if (events === 0) return undefined;
  const terms = group.map(({ x, n }) => {
    const expected = (events * n) / population;
    return (x - expected) ** 2 / expected;
  });
  return total(terms) / (group.length - 1);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

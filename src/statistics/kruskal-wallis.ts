// Kruskal–Wallis: whether groups of values lie at different heights, by their ranks alone.
import { chiSquaredBeyond } from "./distributions.ts";

/**
 * The probability of groups that lie so far apart if all were alike (W. Kruskal and W. Wallis, Use of ranks in
 * one-criterion variance analysis, 1952): H, corrected for ties, against chi-squared with one degree of freedom fewer
 * than there are groups. Nothing for fewer than two groups, an empty one, or values that are all equal.
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): number | undefined {
  const all = groups.flat();
  if (groups.length < 2 || groups.some(({ length }) => length === 0)) return undefined;
  const n = all.length;
  const sorted = [...all].sort((a, b) => a - b);
  const ties = new Map<number, { first: number; count: number }>();
  for (const [at, value] of sorted.entries()) {
    const found = ties.get(value);
    if (found) found.count += 1;
    else ties.set(value, { first: at + 1, count: 1 });
  }
  // Equal values share the mean of their ranks.
  const rank = (value: number): number => {
    const { first = 0, count = 1 } = ties.get(value) ?? {};
    return first + (count - 1) / 2;
  };
  const squares = groups.reduce((sum, group) => {
    const ranks = group.reduce((total, value) => total + rank(value), 0);
    return sum + ranks ** 2 / group.length;
  }, 0);
  const h = (12 * squares) / (n * (n + 1)) - 3 * (n + 1);
  const tied = [...ties.values()].reduce((sum, { count }) => sum + count ** 3 - count, 0);
  const correction = 1 - tied / (n ** 3 - n);
  return correction === 0 ? undefined : chiSquaredBeyond(Math.max(0, h / correction), groups.length - 1);
}

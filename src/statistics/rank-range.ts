// The range of a rank: what the limits of a force's own value leave open.
import type { Limits } from "./limits.ts";
import { competitionRanks } from "./ranks.ts";

/** Ranks as in a competition, 1 the best. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/**
 * The ranks that the force would have at either end of its limits, beside the others' values as they are: each counts the
 * others that rank before that end. So a force whose limits leave out the mean of the others has a range that leaves out
 * the rank at that side. Values and limits in one unit; `isLowFirst` says which end is the better one.
 */
export function rankRange(limits: Limits, others: readonly number[], isLowFirst: boolean): RankRange {
  const rankAt = (value: number): number => {
    const ranks = competitionRanks([value, ...others], (a, b) => (isLowFirst ? a - b : b - a));
    return ranks[0] ?? 1;
  };
  const [first, last] = isLowFirst ? [limits.lower, limits.upper] : [limits.upper, limits.lower];
  return { best: rankAt(first), worst: rankAt(last) };
}

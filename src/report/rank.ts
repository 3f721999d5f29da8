// The rank of a force among others, in words.
import { ordinal } from "../core/words/english.ts";
import type { Compared, Comparison } from "./group-comparison.ts";

export interface Rank {
  readonly rank: number;
  readonly words: string;
  /** The forces that have no figure and are not ranked; nothing where all are. */
  readonly without: string | undefined;
}

/** The rank of the plan's force, "5th of 8, 1 being the lowest; between 3rd and 6th by its limits"; a sentence why not where it has none. */
export function rankIn({ compared, measure }: Comparison): Rank | string {
  const force = compared.find(({ isForce }) => isForce);
  if (force?.rank === undefined) return `${force?.name ?? "the force"} has no figure to rank by`;
  const ranked = compared.filter(({ rank }) => rank !== undefined);
  const lost = compared.filter(({ rank }) => rank === undefined).map(({ name }) => name);
  const tied = ranked.filter(({ rank }) => rank === force.rank).length;
  const best = measure.better === "higher" ? "highest" : "lowest";
  const among = lost.length === 0 ? `${ranked.length}` : `the ${ranked.length} that have a figure`;
  return {
    rank: force.rank,
    words: `${tied > 1 ? "joint " : ""}${ordinal(force.rank)} of ${among}, 1 being the ${best}${openRanks(force)}`,
    without: lost.length === 0 ? undefined : `${lost.join(", ")} ${lost.length === 1 ? "has" : "have"} no figure`,
  };
}

/** The ranks that the limits of a force leave open, to be said after its rank; nothing of a force without limits. */
function openRanks({ against }: Compared): string {
  if (!against) return "";
  const { best, worst } = against.ranks;
  return best === worst
    ? "; its limits leave no other rank open"
    : `; between ${ordinal(best)} and ${ordinal(worst)} by its limits`;
}

/** The forces in the order of their ranks, those without a figure last. */
export const byRank = (compared: readonly Compared[]): Compared[] =>
  [...compared].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));

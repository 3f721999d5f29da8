// The rank of a force among others, in words.
import { inRow, ordinal, say } from "../core/words/say.ts";
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
  if (force?.rank === undefined) return say("rank.no-figure", { force: force?.name ?? "" });
  const ranked = compared.filter(({ rank }) => rank !== undefined);
  const lost = compared.filter(({ rank }) => rank === undefined).map(({ name }) => name);
  const tied = ranked.filter(({ rank }) => rank === force.rank).length;
  const n = ranked.length;
  const among = lost.length === 0 ? String(n) : say("rank.among", { n });
  const place = tied > 1 ? say("rank.joint", { place: ordinal(force.rank) }) : ordinal(force.rank);
  const slots = { place, among };
  const said = measure.better === "higher" ? say("rank.highest", slots) : say("rank.lowest", slots);
  return {
    rank: force.rank,
    words: withOpenRanks(said, force),
    without: lost.length === 0 ? undefined : say("rank.without", { n: lost.length, names: inRow(lost) }),
  };
}

/** A rank, with the ranks that the limits of the force leave open. */
function withOpenRanks(rank: string, { against }: Compared): string {
  if (!against) return rank;
  const { best, worst } = against.ranks;
  return best === worst
    ? say("rank.only", { rank })
    : say("rank.open", { rank, best: ordinal(best), worst: ordinal(worst) });
}

/** The forces in the order of their ranks, those without a figure last. */
export const byRank = (compared: readonly Compared[]): Compared[] =>
  [...compared].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));

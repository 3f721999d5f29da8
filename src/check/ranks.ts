// The ranks that a comment gives, against those of the groups: "ranks 7th in the MSG", "3rd of 8", "second highest".
import { periodClaims } from "../audit/comments/find-periods.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { rankIn } from "../report/rank.ts";

interface RankSaid {
  readonly rank: number;
  readonly text: string;
  /** The sentence that it stands in. */
  readonly sentence: string;
}

const inWords = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ordinal = `(\\d{1,2})(?:st|nd|rd|th)|\\b(${inWords.join("|")})`;
const ranked = new RegExp(
  `\\b(?:rank(?:s|ed|ing)?|placed)(?: (?:is|was|of|now|currently|joint|at|as|in|the))* (?:${ordinal})\\b(?: (?:out )?of (?:the )?\\d+)?|\\b(?:${ordinal})(?: (?:out )?of (?:the )?(?:\\d+|eight|seven|nine|ten|six|five)|(?:[- ](?:highest|lowest|best|worst|largest|smallest)\\b)| (?:place|position)\\b| (?:in|among|within) (?:the |its |our )?(?:msg|most similar|similar forces|group))`,
  "gi",
);

/** The sentence around some words of a text, of which no more is looked at than any sentence has. */
function sentenceAround(text: string, at: number, length: number): string {
  const [before, after] = [text.slice(Math.max(0, at - 600), at), text.slice(at, at + length + 600)];
  const start = [...before.matchAll(/[.!?;](?=\s)/g)].at(-1)?.index;
  return `${start === undefined ? before : before.slice(start + 1)}${after.split(/[.!?;](?=\s|$)/)[0]}`;
}

/** The ranks of a text. */
const ranksIn = (text: string): RankSaid[] =>
  [...text.matchAll(ranked)].map((match) => {
    const [words, ...parts] = match;
    const said = parts.find((part) => part !== undefined) ?? "";
    const rank = /^\d/.test(said) ? Number(said) : inWords.indexOf(said.toLowerCase()) + 1;
    return { rank, text: words, sentence: sentenceAround(text, match.index, words.length) };
  });

/** A rank among other areas than the group. */
const otherAreas = /\b(national(ly)?|england|wales|uk|regional(ly)?|across the (country|region)|other forces)\b/i;

/** A rank against those of the row's groups, from either end. */
function rankSaid(
  { rank, text, sentence }: RankSaid,
  comparisons: readonly Comparison[],
): { status: string; says: string } {
  const isPlain =
    /^(rank|placed)|\bof\b/i.test(text) &&
    !otherAreas.test(sentence) &&
    periodClaims(sentence).length === 0 &&
    !/\b(baseline|was|were|rise|increase|growth|fall|decrease|reduction|change|volume|number)\b/i.test(sentence);
  const known = comparisons.flatMap((comparison) => {
    const found = rankIn(comparison);
    const among = comparison.compared.filter((one) => one.rank !== undefined).length;
    return typeof found === "string" || among < 3 ? [] : [{ ...found, among }];
  });
  if (!isPlain || known.length === 0) return { status: "not checked", says: "it may be a rank of something else" };
  const isSo = known.some((found) => rank === found.rank || rank === found.among + 1 - found.rank);
  const says = known.map(({ words }) => `it ranks ${words}`).join("; ");
  return { status: isSo ? "matched" : "wrong-rank", says };
}

/** Every rank of a comment, and whether it is so. */
export const checkedRanks = (text: string, comparisons: readonly Comparison[]) =>
  ranksIn(text).map((said) => ({ text: said.text, ...rankSaid(said, comparisons) }));

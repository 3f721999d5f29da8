// The ranks that a comment gives: "ranks 7th in the MSG", "3rd of 8", "second highest".
import type { RankClaim } from "./claim.ts";

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
export function rankClaims(text: string): RankClaim[] {
  return [...text.matchAll(ranked)].flatMap((match): RankClaim[] => {
    const [words, ...parts] = match;
    const said = parts.find((part) => part !== undefined) ?? "";
    const rank = /^\d/.test(said) ? Number(said) : inWords.indexOf(said.toLowerCase()) + 1;
    return [
      { type: "rank", rank, text: words, at: match.index, sentence: sentenceAround(text, match.index, words.length) },
    ];
  });
}

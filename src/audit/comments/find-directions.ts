// Words of a comment that say which way something moved, or that it is above or below what it was.

import type { DirectionClaim, NumberClaim, SpotAt } from "./claim.ts";
import type { Mention } from "./mentions.ts";
import { againstPeriod, between, type Direction, directions, negation, wished } from "./vocabulary.ts";

/** Words of a direction, and where in their clause they stand. */
export type Seen = { direction: Direction; at: number; end: number; text: string; negated: boolean };

/** The words of a direction that say what was seen, not what was wished for. */
export function seenIn(clause: string, sides: readonly Mention[]): Seen[] {
  const found = directions.flatMap(([pattern, direction]) =>
    [...clause.matchAll(pattern)].map((match) => ({
      direction,
      at: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
  return (
    found
      .filter(({ at }) => !isWished(clause, at))
      // "Less than in the MSG" compares, and says not what moved.
      .filter(({ end, text }) => !/^(more|less|fewer)$/i.test(text) || !isThan(clause, end, sides))
      .map((seen) => ({ ...seen, negated: seen.direction !== "still" && negation.test(clause.slice(0, seen.at)) }))
      .sort((a, b) => a.at - b.at)
  );
}

/** Whether a clause speaks of what was wished for, by the words before a place of it, or of an aim. */
const isWished = (clause: string, at: number): boolean =>
  wished.test(clause.slice(0, at)) || /\baim(s|ed)?\b/i.test(clause);
/** A direction with a number is checked with it. */
const hasNumber = (numbers: readonly NumberClaim[], direction: Direction): boolean =>
  numbers.some((claim) => claim.direction === direction && claim.part === "by");

/** Whether "than" and an area or a number follow: "less than the 10.5% of the MSG". */
const isThan = (clause: string, end: number, sides: readonly Mention[]): boolean =>
  isThanArea(clause, end, sides) || /^ than (?:the |an? |its )?[-+−]?\d/i.test(clause.slice(end));
/** Whether "than" and an area follow: "less than in the MSG". */
export const isThanArea = (clause: string, end: number, sides: readonly Mention[]): boolean => {
  const than =
    /^ than(?: (?:the|its|our|that|those|in|for|of|across|seen|at|rise|increase|fall|reduction|average))* /i.exec(
      clause.slice(end),
    );
  return than !== null && sides.some(({ at, by }) => by === "name" && at === end + than[0].length);
};

/** The directions of a clause that no number of it goes with. */
export function directionsIn(
  clause: string,
  sides: readonly Mention[],
  spot: SpotAt,
  numbers: readonly NumberClaim[],
): DirectionClaim[] {
  return seenIn(clause, sides).flatMap(({ direction, at, end, text, negated }): DirectionClaim[] => {
    if (hasNumber(numbers, direction)) return [];
    const before = sides.filter((mention) => mention.end <= at && between.test(clause.slice(mention.end, at))).at(-1);
    const [, seen = ""] =
      /^ (?:(?:was|has been|is) (?:also )?(?:seen|recorded) )?(?:trend )?(?:in|of|for) (?:the |its )?(.*)$/i.exec(
        clause.slice(end),
      ) ?? [];
    const behind =
      seen === ""
        ? undefined
        : sides.find(
            (mention) => mention.by !== "pronoun" && mention.at >= end && clause.indexOf(seen, end) >= mention.at - 5,
          );
    const isOther = /^ (in|of) (?!(the |this |its )?(last|past|same|period|area|year|month))/i.test(clause.slice(end));
    const side = behind?.by === "name" ? behind.side : (before?.side ?? behind?.side);
    return [
      {
        ...spot(text, at),
        type: "direction",
        direction,
        negated,
        side: isOther && !behind ? undefined : side,
      },
    ];
  });
}

/** "Robbery is still below 2019 levels" says that it fell since. */
export function againstPeriodIn(
  clause: string,
  sides: readonly Mention[],
  spot: SpotAt,
  numbers: readonly NumberClaim[],
): DirectionClaim[] {
  return [...clause.matchAll(againstPeriod)].flatMap((match): DirectionClaim[] => {
    const direction = match[1] === undefined ? "down" : "up";
    if (hasNumber(numbers, direction)) return [];
    const before = clause.slice(0, match.index);
    if (isWished(clause, match.index)) return [];
    const side = sides.filter(({ end }) => end <= match.index).at(-1)?.side;
    const negated = negation.test(before);
    return [{ ...spot(match[0], match.index), type: "direction", direction, negated, side, than: match[0] }];
  });
}

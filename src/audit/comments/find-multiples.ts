// Multiples of a comment: "1.3 times", "doubled", "almost half".

import { around } from "../../core/interval.ts";
import { exact } from "../../core/number.ts";
import type { MultipleClaim, SpotAt } from "./claim.ts";
import type { Mention } from "./mentions.ts";
import { multiples } from "./vocabulary.ts";

export function multiplesIn(clause: string, sides: readonly Mention[], spot: SpotAt): MultipleClaim[] {
  const said = [...clause.matchAll(/(?<![\w.,])(\d+(?:\.\d+)?) times\b/gi)].flatMap((match): MultipleClaim[] => {
    const number = exact(match[1] ?? "");
    const { from, to } = around({ number, places: match[1]?.split(".")[1]?.length ?? 0 });
    const isOther = sides.some(({ side, at }) => side === "group" && at > match.index);
    return [{ ...spot(match[0], match.index), type: "multiple", from, to, isOther, isNumber: true, side: "force" }];
  });
  const inWords = multiples.flatMap(([pattern, plain, almost]) =>
    [...clause.matchAll(pattern)].map((match): MultipleClaim => {
      const isAlmost = /\b(almost|nearly|just under)\s*$/i.test(clause.slice(0, match.index));
      const [from, to] = isAlmost ? almost : plain;
      const subject = sides.filter(({ at, by }) => at < match.index && by === "name").at(-1)?.side ?? "force";
      const isOther = sides.some(
        ({ side, at, by }) => at > match.index && (side === "group" || (subject === "group" && by === "name")),
      );
      return {
        ...spot(match[0], match.index),
        type: "multiple",
        from: exact(from),
        to: exact(to),
        isOther,
        isNumber: false,
        side: subject,
      };
    }),
  );
  return [...said, ...inWords];
}

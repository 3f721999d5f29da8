// Whether a sentence may be of what no table holds: an aim, another period, another area.

import { abbreviates } from "../read/headings.ts";
import type { CommentContext } from "./context.ts";
import { overlaps, periodClaims } from "./find-periods.ts";
import { stem, stems } from "./mentions.ts";
import { countyTowns, monthPattern } from "./vocabulary.ts";

/** Why a sentence may be of what the table does not hold: an aim, another period, another area. */
export function ofElsewhere(clause: string, context: Pick<CommentContext, "groups" | "periods">): string | undefined {
  if (/\b(aim(s|ed)?|target|goal|ambition)\b/i.test(clause)) return "it is of an aim";
  const isGroupNamed = context.groups.some((name) => clause.toLowerCase().includes(name.toLowerCase()));
  if (otherAreas.test(clause) && !isGroupNamed) return "it is of another area";
  return isOtherPeriod(clause, context) ? "it is of another period" : undefined;
}
/** Whether a sentence is dated, and by none of the table's periods. */
export function isOtherPeriod(clause: string, { periods }: Pick<CommentContext, "periods">): boolean {
  const dated = periodClaims(clause).flatMap(({ period }) => period ?? []);
  return dated.length > 0 && dated.every((one) => !overlaps(one, periods.baseline) && !overlaps(one, periods.current));
}
export const otherAreas =
  /\b(national(ly)?|england|wales|uk|regional(ly)?|across the (country|region)|other forces)\b/i;

/** Whether a clause is of a place that is neither the force nor the measure: "fell in Stroud". */
export function isOfPlace(clause: string, { force, groups, measure }: CommentContext): boolean {
  const own = stems(measure);
  return [...clause.matchAll(/\b(?:[Ii]n|[Aa]cross|[Ww]ithin|[Aa]round) ((?:[A-Z][a-z]+[ -]?)+)/g)].some(
    ([, name = ""]) => {
      const place = name.trim().toLowerCase();
      const [first = ""] = place.split(" ");
      const isForce =
        abbreviates(first, force.toLowerCase()) && !(countyTowns.test(first) && first !== force.toLowerCase());
      const isKnown =
        groups.some((group) => abbreviates(place, group.toLowerCase())) || /^(most similar|similar|peer)/.test(place);
      return !isForce && !isKnown && !own.includes(stem(first)) && !monthPattern.test(first);
    },
  );
}

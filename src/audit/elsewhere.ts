// Whether a sentence may be of what no table holds: an aim, another period, another area.
import type { Period } from "../period.ts";
import { claimsOf } from "./claims.ts";
import type { CommentContext } from "./comments.ts";

/** Whether two periods have a month in common. */
export const overlaps = (a: Period, b: Period | undefined): boolean =>
  b !== undefined && a.from <= b.to && b.from <= a.to;

/** Why a sentence may be of what the table does not hold: an aim, another period, another area. */
export function ofElsewhere(
  clause: string,
  { force, groups, periods }: Pick<CommentContext, "force" | "groups" | "periods">,
): string | undefined {
  if (/\b(aim(s|ed)?|target|goal|ambition)\b/i.test(clause)) return "it is of an aim";
  const isGroupNamed = groups.some((name) => clause.toLowerCase().includes(name.toLowerCase()));
  if (otherAreas.test(clause) && !isGroupNamed) return "it is of another area";
  const dated = claimsOf(clause, { measure: "", force, groups: [] }).flatMap((one) =>
    one.type === "period" && one.period ? [one.period] : [],
  );
  const isOther =
    dated.length > 0 && dated.every((one) => !overlaps(one, periods.baseline) && !overlaps(one, periods.current));
  return isOther ? "it is of another period" : undefined;
}
const otherAreas = /\b(national(ly)?|england|wales|uk|regional(ly)?|across the (country|region)|other forces)\b/i;

// The defensible ways to make a group's figure, and whether the force is on another side of the group by one of them.

import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact } from "../core/number.ts";
import { isAddable } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Level, LevelKey } from "../measures/measure-kind.ts";
import { type Comparator, isMade, isWithin, type Member } from "../plan/comparators.ts";
import type { Average } from "../plan/group-schema.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { queryFor, type RowContext } from "./context.ts";
import { levelOf } from "./query.ts";

/** A defensible way to make a group's figure. */
export interface Definition {
  readonly words: string;
  readonly figure: Figure;
  readonly isChosen: boolean;
}

/** Forces of different sizes are compared by rate, where there is one. */
export function basisCompared({ basis }: Measure, levels: readonly Level[]): LevelKey {
  return basis === "count" && levels.some(({ rate }) => rate) ? "rate" : basis;
}

/** The group's figure by each defensible definition: pooled or mean, with the force or without it. */
export function averagesOf(
  context: RowContext,
  measure: Measure,
  side: Comparator,
  when: PlacedWhen,
  basis: LevelKey,
): Definition[] {
  if (!isMade(side) || isAddable(basis)) return [];
  const own = context.sides.force.members[0];
  const isOwn = (member: Member): boolean => member.key === own?.key;
  // The figure of an area around the force has its own, which cannot be taken out.
  if (own && isWithin(own, side.members, context.gazetteer)) return [];
  const others = side.members.filter((member) => !isOwn(member));
  const hasOwn = others.length < side.members.length;
  return (["mean", "pooled"] as const).flatMap((average: Average) =>
    [true, false].flatMap((withForce) => {
      const members = withForce ? [...(own ? [own] : []), ...others] : others;
      const level = levelOf(queryFor(context, measure, { ...side, average, members }, when), measure.kind);
      const figure = level[basis];
      // Shares and times cannot be pooled; those definitions are none.
      if (!figure || (average === "pooled" && basis !== "rate" && !isKnown(figure))) return [];
      const isChosen = average === side.average && withForce === hasOwn;
      return [{ words: wayWords(average, withForce, context.plan.force), figure, isChosen }];
    }),
  );
}

/** The definitions by which the force would be on the other side of a group; none for a group that is one row. */
export function reversals(
  context: RowContext,
  measure: Measure,
  side: Comparator,
  level: Level,
): readonly Definition[] {
  const basis = basisCompared(measure, [level]);
  return onOtherSide(level[basis], averagesOf({ ...context, raise: () => {} }, measure, side, measure.current, basis));
}

/** Those that put the force on the other side of the group, or level with it. */
export function onOtherSide(force: Figure | undefined, definitions: readonly Definition[]): Definition[] {
  const chosen = definitions.find(({ isChosen }) => isChosen);
  if (!isKnown(force) || !chosen || !isKnown(chosen.figure)) return [];
  const sideOfIt = (group: KnownFigure): number => Math.sign(compareExact(force.value, group.value));
  const mine = sideOfIt(chosen.figure);
  return definitions.filter(({ figure }) => isKnown(figure) && sideOfIt(figure) !== mine);
}

/** "mean with Gloucestershire" */
function wayWords(average: Average, withForce: boolean, force: string): string {
  if (average === "mean") return withForce ? say("way.mean-with", { force }) : say("way.mean-without", { force });
  return withForce ? say("way.pooled-with", { force }) : say("way.pooled-without", { force });
}

// The base of a survey estimate: how many people answered; an estimate of few is of low reliability.
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact } from "../core/number.ts";
import type { Level } from "../measures/measure-kind.ts";
import { ANY_BASE, type Comparator } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import type { RowContext } from "./context.ts";

const FEWEST = exact(50);

/** The unweighted base of a survey estimate of a side that is one area; nothing where the data give none. */
export function baseOf(
  { store, sides }: RowContext,
  { series }: Measure,
  { period }: PlacedWhen,
  side: Comparator = sides.force,
): Figure | undefined {
  const [member, ...others] = side.members;
  const [name] = series.add;
  if (!period || !member || others.length > 0 || name === undefined) return undefined;
  return store.find(name, member.key, period, "base") ?? store.find(ANY_BASE, member.key, period, "base");
}

/** A level whose percentage carries `[u]` where fewer than 50 people answered. */
export function markedByBase(
  context: RowContext,
  measure: Measure,
  when: PlacedWhen,
  side: Comparator,
  level: Level,
): Level {
  const { percent } = level;
  const base = isKnown(percent) ? baseOf(context, measure, when, side) : undefined;
  if (!percent || !isKnown(base) || compareExact(base.value, FEWEST) >= 0) return level;
  return { ...level, percent: { ...percent, mark: "u" } };
}

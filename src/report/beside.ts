// The force beside the first group of its table: higher or lower, and by how much; similar by the limits of METHODS alone.
import { derive } from "../core/derive.ts";
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, minus } from "../core/number.ts";
import type { Level } from "../measures/measure-kind.ts";
import { isMade } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import { FEWEST_OTHERS } from "../statistics/funnel-against-others.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import type { Figures, RowContext } from "./context.ts";
import { comparisonOf } from "./group-comparison.ts";

export const besideWords = ["higher", "lower", "similar", "the same"] as const;

/** The force beside the group: rates with rates, shares with shares; never better or worse, which the aim decides. */
export interface Beside {
  readonly word: (typeof besideWords)[number];
  /** How far from the group: in % of its figure, or in percentage points. */
  readonly by: Figure;
}

/** Where the force is beside the first group of the table; nothing where the two cannot be set beside each other. */
export function besideGroup(
  context: RowContext,
  row: { readonly measure: Measure; readonly figures: Figures },
): Beside | undefined {
  const { measure, figures } = row;
  const [side] = context.sides.groups;
  const [group] = figures.current.groups;
  if (!side || !group || measure.kind.inWords) return undefined;
  const found = comparable(figures.current.force, group);
  if (!found) return undefined;
  const [mine, theirs] = found;
  if (!isKnown(mine) || !isKnown(theirs)) return undefined;
  const by =
    mine.unit === "%"
      ? derive("percentage points", [mine, theirs], minus, (a, b) => `${a} − ${b}`)
      : percentDifference(theirs, mine);
  const order = compareExact(mine.value, theirs.value);
  const plain = order > 0 ? "higher" : order < 0 ? "lower" : "the same";
  // By limits where the others give them; otherwise by the figures as they are.
  const hasOthers = isMade(side) && side.members.length > FEWEST_OTHERS;
  const limited =
    hasOthers && figures.current.force.rate
      ? comparisonOf({ ...context, raise: () => {} }, measure, side, measure.current).compared.find(
          ({ isForce }) => isForce,
        )?.against?.at95
      : undefined;
  return { word: limited ?? plain, by };
}

/** The figures of both that are of one kind and do not grow with the size of a force. */
function comparable(force: Level, group: Level): readonly [Figure, Figure] | undefined {
  for (const kind of ["rate", "percent", "seconds", "minutes", "hours", "days", "score", "ratio"] as const) {
    const [mine, theirs] = [force[kind], group[kind]];
    if (mine && theirs) return [mine, theirs];
  }
  return undefined;
}

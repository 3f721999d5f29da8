// The figures of a row that a number agrees with in value.
import { exactText } from "../../core/number.ts";
import type { SaidNumber } from "./claim.ts";
import { agreement, type RowFigure } from "./row-figures.ts";

export interface Agreeing {
  readonly figure: RowFigure;
  readonly agrees: NonNullable<ReturnType<typeof agreement>>;
}
/** The figures that a number agrees with in value, its sign aside. A comment may say one number over and over. */
export function alikeOf(
  said: SaidNumber,
  figures: readonly RowFigure[],
  more: readonly RowFigure[],
): readonly Agreeing[] {
  const key = [exactText(said.number), said.places, said.bound, said.per, said.roughly, more.length].join(" ");
  const known = alikeKnown.get(figures) ?? new Map<string, readonly Agreeing[]>();
  alikeKnown.set(figures, known);
  const alike =
    known.get(key) ??
    [...figures, ...more].flatMap((figure) => {
      const agrees = agreement(said, figure);
      return agrees ? [{ figure, agrees }] : [];
    });
  known.set(key, alike);
  return alike;
}
const alikeKnown = new WeakMap<readonly RowFigure[], Map<string, readonly Agreeing[]>>();

// A number that is in its row against the words around it: they may say the contrary, or be of something else.
import { isChange } from "../read/headings.ts";
import type { NumberClaim } from "./claim.ts";
import { type Checked, type CommentContext, notChecked } from "./context.ts";
import { changesOf, fitsDirection, nameOf, type RowFigure } from "./row-figures.ts";

/** What is told of words that say a direction. */
export const directionWords = { up: "it went up", down: "it went down", still: "it did not change" } as const;

/**
 * What keeps a number that is in its row from being right: words around it that say the contrary, or that nobody knows.
 * Nothing where a pattern has read which way it went.
 */
export function againstWords(
  { said, reading, around: { moves, levelMoves, isOfMeasure, isOfPart, isCertain, when }, isTold }: NumberClaim,
  figure: RowFigure,
  figures: readonly RowFigure[],
  { force }: CommentContext,
): Checked | undefined {
  const { kind, area } = figure.role;
  const isOfChange = isChange(kind);
  if (reading?.direction !== undefined && isOfChange) return undefined;
  const own = isOfChange ? [figure] : changesOf(figures, area === force ? "force" : "group", force);
  const against = (isOfChange ? moves : levelMoves).find(
    (move) => own.length > 0 && !own.some((one) => fitsDirection(move, one)),
  );
  const [change] = own;
  if (against && change && (isOfChange || !isTold)) {
    const says = `the words say ${directionWords[against]}, but the row has ${nameOf(change)}`;
    const isSure = isCertain && !isTold && when === (isOfChange ? undefined : "current");
    return isSure ? { status: "wrong-direction", says } : notChecked(`${says}; say in the comment what rose or fell`);
  }
  if (reading) return undefined;
  if (isOfChange ? !isOfMeasure : isOfPart)
    return notChecked(
      `the row has ${nameOf(figure)}, but the words around the number may be of a part, another time or an aim; give the figure of the whole measure a sentence of its own`,
    );
  if (isOfChange && moves.length === 0 && !said.sign)
    return notChecked(
      `the row has ${nameOf(figure)}, but the words do not say that it went up or down; say whether it rose or fell`,
    );
  return undefined;
}

// A direction that a comment says, against the changes of its row: up, down, the same, or by a factor.
import { magnitudes } from "../../core/interval.ts";
import { compareExact, exact, exactText } from "../../core/number.ts";
import { directionWords } from "./against-words.ts";
import { alikeOf } from "./alike.ts";
import type { DirectionClaim, Factor } from "./claim.ts";
import { type Checked, type CommentContext, notChecked } from "./context.ts";
import { overlaps, periodClaims } from "./find-periods.ts";
import { changesOf, fitsDirection, isOf, nameOf, type RowFigure } from "./row-figures.ts";

/** A direction against the changes of its side. */
export function heldDirection(
  { direction, side, pair, isLoose, factor, since, isCertain }: DirectionClaim,
  figures: readonly RowFigure[],
  { force, periods: { baseline } }: CommentContext,
): Checked {
  // A bare year may be said for a baseline that has months of it; any other period is another.
  const year = since === undefined || !/^\d{4}$/.test(since) ? undefined : periodClaims(since)[0]?.period;
  if (since !== undefined && !(year && baseline && overlaps(year, baseline)))
    return notChecked(`the table has no change since ${since}`);
  const [change, ...more] = changesOf(figures, side, force);
  const isSaid = change !== undefined && [change, ...more].some((one) => fitsDirection(direction, one));
  if (pair) {
    const [from, to] = pair;
    const owned = pair.filter((said) => alikeOf(said, figures, []).some(({ figure }) => isOf(side, force)(figure)));
    const step = compareExact(to.number, from.number);
    const isAgainst = step !== 0 && !from.sign && !to.sign && step > 0 !== (direction === "up");
    const says = `the words say ${directionWords[direction]}, but ${exactText(from.number)} to ${exactText(to.number)} is ${step > 0 ? "up" : "down"}`;
    // Where the row did move so, it is the numbers that are wrong, which are told by themselves.
    if (isAgainst && !(isSaid && owned.length > 0)) return { status: "wrong-direction", says };
    if (owned.length < (isLoose ? 2 : 1)) return notChecked("its numbers are of other figures");
  }
  if (!change) return notChecked("the row gives no change");
  if (isSaid && factor) return factorOf(factor, isCertain, [change, ...more]);
  if (isSaid) return { status: "matched", says: nameOf(change) };
  // How little is no change is a matter of judgement up to 5 %.
  const relative = [change, ...more].find(({ role }) => role.kind === "percent-change");
  const isLittle = relative ? compareExact(magnitudes(relative.interval).from, exact(5)) < 0 : true;
  if (direction === "still" && isLittle) return notChecked(`it is a matter of judgement: ${nameOf(change)}`);
  const words = factor ? `it ${factor.word}` : directionWords[direction];
  return isCertain || direction !== "still"
    ? { status: "wrong-direction", says: `the words say ${words}, but the row has ${nameOf(change)}` }
    : notChecked("the words may be of something else");
}

/** "It doubled" against the change in %: nothing is told where the row has none, or the words may be of something else. */
function factorOf({ word, least }: Factor, isCertain: boolean, changes: readonly RowFigure[]): Checked {
  const relative = changes.filter(({ role }) => role.kind === "percent-change");
  const [first] = relative;
  if (!first) return notChecked("the row gives no change in %");
  const isSo = relative.some(({ interval }) => compareExact(magnitudes(interval).to, exact(least)) >= 0);
  if (isSo) return { status: "matched", says: nameOf(first) };
  if (!isCertain) return notChecked("the words may be of something else");
  return { status: "wrong-direction", says: `the words say it ${word}, but the row has ${nameOf(first)}` };
}

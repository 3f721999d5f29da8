// What stands in a stretch of a text, found in a list that is in the order of the text, without going through all of it.

interface Placed {
  readonly at: number;
}

/** How many of a list stand before a place. */
export function countBefore(list: readonly Placed[], place: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of a list that begin between two places, the second not among them. */
export const standingIn = <T extends Placed>(list: readonly T[], from: number, to: number): readonly T[] =>
  list.slice(countBefore(list, from), countBefore(list, to));

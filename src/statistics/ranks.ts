// Ranks as in a competition: equal values share the better rank, and the next one counts them all (1, 2, 2, 4).

/**
 * The rank of each value, in the order given; `compare` is below 0 where its first value ranks before its second, so it
 * says whether the lowest or the highest is 1. A value that is missing has no rank and is not counted.
 */
export function competitionRanks<T>(
  values: readonly (T | undefined)[],
  compare: (a: T, b: T) => number,
): (number | undefined)[] {
  const known = values.filter((value) => value !== undefined);
  return values.map((value) =>
    value === undefined ? undefined : 1 + known.filter((other) => compare(other, value) < 0).length,
  );
}

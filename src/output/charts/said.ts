// What sentences about charts share: the highest and the lowest, how two figures compare, lists of names.

import { type Figure, isKnown, type KnownFigure } from "../../core/figure.ts";
import { compareExact } from "../../core/number.ts";

type Valued = { readonly figure: KnownFigure };
/** Those that have a figure. */
export const known = <T extends { readonly figure: Figure }>(list: readonly T[]): (T & Valued)[] =>
  list.filter((one): one is T & Valued => isKnown(one.figure));

/** The highest of the list, or with `sign` −1 the lowest; of equal ones the first. */
export const most = <T extends Valued>(list: readonly T[], sign: 1 | -1 = 1): T | undefined =>
  list.reduce<T | undefined>(
    (best, one) => (best && sign * compareExact(one.figure.value, best.figure.value) <= 0 ? best : one),
    undefined,
  );

/** How the first is beside the second: "higher than". */
export const relation = (a: KnownFigure, b: KnownFigure): string =>
  compareExact(a.value, b.value) === 0
    ? "the same as"
    : compareExact(a.value, b.value) > 0
      ? "higher than"
      : "lower than";

/** "A, B and C". */
export const nameList = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

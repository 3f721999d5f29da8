// What sentences about charts share: the highest and the lowest, how two figures compare, lists of names.

import { type Figure, isKnown, type KnownFigure } from "../../core/figure.ts";
import { compareExact } from "../../core/number.ts";
import { say } from "../../core/words/say.ts";

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

/** How the first is beside the second, by name and value: "higher than MSG (14.2)". */
export function relationTo(a: KnownFigure, b: KnownFigure, name: string, value: string): string {
  const order = compareExact(a.value, b.value);
  if (order === 0) return say("chart-words.same-as", { name, value });
  return order > 0 ? say("chart-words.higher-than", { name, value }) : say("chart-words.lower-than", { name, value });
}

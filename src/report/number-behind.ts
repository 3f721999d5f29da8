// How many events or people a figure is of, whatever it is printed as.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, type Exact, exact, fixed, HUNDRED, minus, over, times } from "../core/number.ts";
import type { Period } from "../core/period.ts";
import type { Store } from "../data/store.ts";
import { ANY_BASE } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import { difference } from "../statistics/difference.ts";
import { total } from "../statistics/total.ts";

/**
 * How many events or people a figure of these series is of: their number, or the share that the data give of a base,
 * to the nearest whole. Nothing where the data do not say.
 */
export function numberBehind(store: Store, terms: Terms, areaKey: string, period: Period): Exact | undefined {
  for (const kind of ["count", "people"] as const) {
    const [added, taken] = [terms.add, terms.subtract].map((names) => {
      const figures = names.map((name) => store.find(name, areaKey, period, kind));
      return figures.every((one): one is Figure => one !== undefined) && figures.length > 0
        ? total(figures)
        : undefined;
    });
    if (!added || (terms.subtract.length > 0 && !taken)) continue;
    const figure = taken ? difference(added.unit, taken, added) : added;
    if (isKnown(figure)) return figure.value;
  }
  return shareOf(store, terms, areaKey, period)?.number;
}

/** Whether that number is small, or what it leaves of the number that it is a share of; not where the data do not say. */
export function isSmallNumber(store: Store, terms: Terms, areaKey: string, period: Period, under: number): boolean {
  const isUnder = (number: Exact | undefined): boolean =>
    number !== undefined && compareExact(number, exact(under)) < 0;
  const share = shareOf(store, terms, areaKey, period);
  return (
    isUnder(numberBehind(store, terms, areaKey, period)) ||
    (share !== undefined && isUnder(minus(share.of, share.number)))
  );
}

/** The number that a percentage is, to the nearest whole, and the number that it is of. */
function shareOf(
  store: Store,
  terms: Terms,
  areaKey: string,
  period: Period,
): { readonly number: Exact; readonly of: Exact } | undefined {
  const [name, ...more] = terms.add;
  if (name === undefined || more.length + terms.subtract.length > 0) return undefined;
  const base = store.find(name, areaKey, period, "base") ?? store.find(ANY_BASE, areaKey, period, "base");
  const share = store.find(name, areaKey, period, "percent");
  if (!isKnown(base) || !isKnown(share)) return undefined;
  return { number: numberOfShare(share.value, base.value), of: base.value };
}

/** A percentage of a number, to the nearest whole. */
export const numberOfShare = (percent: Exact, whole: Exact): Exact =>
  exact(fixed(over(times(percent, whole), HUNDRED), 0));

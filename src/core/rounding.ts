// How far a figure was rounded when it was given, and how far that leaves open a figure that is worked out from it.

import type { Figure, Gap, Rounding } from "./figure.ts";
import { compareExact, type Exact, exact, minus, plus, ZERO } from "./number.ts";
import type { Unit } from "./value-kind.ts";

/** From so many decimal places on a figure is as computers hold it, and was not rounded to be read. */
export const UNROUNDED = 9;

/** How far the figure may be from the one that was rounded, in its own unit: half a unit of its last place if it is given. */
export const errorOf = ({ places, error }: Rounding): Exact =>
  error?.() ?? (places === undefined ? ZERO : exact(`5e${-places - 1}`));

/** The decimal places to print it with: those asked for, and never more than it was given with or supports. */
export const placesWithin = ({ places }: Rounding, asked: number): number =>
  Math.max(0, Math.min(asked, places ?? asked));

/**
 * What is worked out in the unit of rounded figures has the places of the coarsest of them; a % of other figures those
 * of which a whole unit is more than their roundings can do. Nothing where none of them was rounded.
 */
export function roundingOf(
  unit: Unit,
  inputs: readonly Figure[],
  values: readonly Exact[],
  answer: Exact,
  compute: (...values: Exact[]) => Exact | Gap,
): Rounding {
  const given = inputs.flatMap(({ places }) => places ?? []);
  if (given.length === 0) return {};
  const error = (): Exact =>
    inputs.reduce((sum, input, place) => {
      if (input.places === undefined) return sum;
      const by = errorOf(input);
      const moves = [plus, minus].map((move) => {
        const moved = compute(...values.map((value, index) => (index === place ? move(value, by) : value)));
        return "reason" in moved ? ZERO : minus(moved, answer).abs();
      });
      return plus(
        sum,
        moves.reduce((most, one) => (compareExact(one, most) > 0 ? one : most), ZERO),
      );
    }, ZERO);
  const isShare = unit === "%" && inputs.some((input) => input.places !== undefined && input.unit !== "%");
  return { places: isShare ? supported(error()) : Math.min(...given), error };
}

/** The decimal places of which a unit is no less than the error; 0 where that is more than 1. */
function supported(error: Exact): number {
  let places = 0;
  while (places < UNROUNDED && compareExact(exact(`1e-${places + 1}`), error) >= 0) places += 1;
  return places;
}

// A rate per 1,000, 10,000 or 100,000 of the population, or per 1,000 households: size·x/n, the multiplication first.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown } from "../core/figure.ts";
import { exact, exactText, isNegative, isZero, over, shifted, times } from "../core/number.ts";
import { PER_1000, type Per } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";

/** In the unit of the rate. A population, or number of households, of 0 or less is refused: no rate. */
export function ratePer(count: Figure, population: Figure, { unit, power, of }: Per = PER_1000): Figure {
  const size = exact(`1e${power}`);
  return derive(
    unit,
    [count, population],
    (x, n) =>
      isZero(n) || isNegative(n)
        ? {
            mark: "x",
            reason: of === "population" ? say("gap.no-population") : say("gap.no-households"),
          }
        : over(times(size, x), n),
    (x, n) => `${exactText(size)} × ${x} ÷ ${n}`,
  );
}

/** A rate per 1,000 that is given, per as many as are asked for: the same with its point moved, and as exact as it was. */
export function givenRatePer(rate: Figure, { unit, power }: Per): Figure {
  const by = power - PER_1000.power;
  if (!isKnown(rate) || by === 0) return rate.unit === unit ? rate : { ...rate, unit };
  const moved = derive(
    unit,
    [rate],
    (value) => shifted(value, by),
    (value) => `${exactText(exact(`1e${by}`))} × ${value}`,
  );
  return rate.places === undefined ? moved : { ...moved, places: rate.places - by };
}

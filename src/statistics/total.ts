// A sum of figures of one unit: months of a year, forces of a group, offences of a measure.
import { derive } from "../core/derive.ts";
import type { Figure } from "../core/figure.ts";
import { type Exact, plus } from "../core/number.ts";

const sum = (...values: Exact[]): Exact => values.reduce(plus);
const added = (...numbers: string[]): string => numbers.join(" + ");

/** In the unit of its parts. A gap in any part is that gap: a sum without a part is not a sum. */
export function total(parts: readonly [Figure, ...Figure[]] | readonly Figure[]): Figure {
  const [first] = parts;
  if (!first) throw new Error("a sum needs a part");
  return parts.length === 1 ? first : derive(first.unit, parts, sum, added);
}

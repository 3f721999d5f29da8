// The mean of the figures of several forces: their rates or shares, each force counting alike.
import { derive } from "../core/derive.ts";
import type { Figure } from "../core/figure.ts";
import { exact, over, plus } from "../core/number.ts";

/** In the unit of its parts. A gap in any part is that gap; of no parts there is no mean, which is refused by throwing. */
export function mean(parts: readonly Figure[]): Figure {
  const [first] = parts;
  if (!first) throw new Error("a mean needs a part");
  return derive(
    first.unit,
    parts,
    (...values) => over(values.reduce(plus), exact(values.length)),
    (...numbers) => `(${numbers.join(" + ")}) ÷ ${numbers.length}`,
  );
}

// An amount in a unit of its own, such as pounds spent, seconds to answer or people in post; no rate is made of it.

import type { Figure } from "../core/figure.ts";
import { type Kind, kinds } from "../core/kind.ts";
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import type { LevelKey, MeasureKind } from "./kind.ts";

/** The kind of measure whose values the data give as that kind, in its unit. */
export function amount(name: Kind & LevelKey): MeasureKind {
  return {
    name,
    bases: [name],
    level: (ask) => ({ [name]: ask.find(name) }),
    change(baseline, current) {
      const [was, is]: (Figure | undefined)[] = [baseline[name], current[name]];
      if (!was || !is) return {};
      return { variance: difference(kinds[name], was, is), percent: percentDifference(was, is) };
    },
  };
}

// An amount in a unit of its own, such as pounds spent, seconds to answer or people in post; no rate is made of it.

import type { Figure } from "../core/figure.ts";
import { type Kind, kinds } from "../core/value-kind.ts";
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import { lowReliability } from "./count.ts";
import type { LevelKey, MeasureKind } from "./measure-kind.ts";

/** The kind of measure whose values the data give as that kind, in its unit. */
export function amount(name: Kind & LevelKey): MeasureKind {
  // Of pounds and seconds few is not unreliable.
  const isCounted = name === "people";
  return {
    name,
    bases: [name],
    level: (ask) => ({ [name]: ask.find(name) }),
    change(baseline, current) {
      const [baselineFigure, currentFigure]: (Figure | undefined)[] = [baseline[name], current[name]];
      if (!baselineFigure || !currentFigure) return {};
      const percent = percentDifference(baselineFigure, currentFigure);
      return {
        variance: difference(kinds[name], baselineFigure, currentFigure),
        percent: isCounted ? lowReliability(percent, [baselineFigure, currentFigure]) : percent,
      };
    },
  };
}

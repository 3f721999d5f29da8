// A change as revised and moved, whose sum is the whole of it, exactly.

import { type Figure, isKnown, isWord } from "../core/figure.ts";
import { compareExact, isZero } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";
import { formatFigure } from "../report/format-figure.ts";
import { difference } from "../statistics/difference.ts";

export interface Split {
  readonly was: Figure;
  /** The old period as the new release has it. */
  readonly restated: Figure;
  readonly is: Figure;
  readonly revised: Figure;
  readonly moved: Figure;
  /** revised + moved, exactly. */
  readonly whole: Figure;
}

/** Is less was, as restated less was and is less restated; a gap in either of two is that gap. Differences of % are in percentage points. */
export function split(baseline: Figure, restated: Figure, current: Figure): Split {
  const [known] = [baseline, current, restated].filter(isKnown);
  const unit: Unit = known?.unit === "%" ? "percentage points" : (known?.unit ?? "count");
  const less = (from: Figure, to: Figure): Figure => difference(unit, from, to);
  return {
    was: baseline,
    restated,
    is: current,
    revised: less(baseline, restated),
    moved: less(restated, current),
    whole: less(baseline, current),
  };
}

/** Whether anything of it is otherwise: its figure, or that there is one; also where what was revised moved back. */
export function isChanged({ was: baseline, is: current, revised, moved }: Split): boolean {
  if (isKnown(baseline) !== isKnown(current)) return true;
  if (isKnown(baseline) && isKnown(current) && compareExact(baseline.value, current.value) !== 0) return true;
  if (isWord(baseline) || isWord(current)) return formatFigure(baseline, 0) !== formatFigure(current, 0);
  return isMoved(revised) || isMoved(moved);
}

/** Whether a difference is one. */
export const isMoved = (figure: Figure): boolean => isKnown(figure) && !isZero(figure.value);

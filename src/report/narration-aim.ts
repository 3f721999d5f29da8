// The sentence of a measure about its aim: where it stands, what was due by now, and how far it was missed.

import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exact, isZero } from "../core/number.ts";
import * as words from "../core/words/narration.ts";
import { monthWords } from "../core/words/periods.ts";
import type { Measure } from "../plan/model.ts";
import { difference } from "../statistics/difference.ts";
import { missSaid, saidValue } from "./narration-figures.ts";
import type { Row } from "./report.ts";

/** Nothing of a total, or of what is judged by hand, whose first sentence says where it stands. */
export function aimSentences({ measure, figures, standing, target, progress }: Row): string[] {
  const { aim, due } = measure;
  if (measure.isTotal || measure.judged) return [];
  if (standing === "no aim") return [words.noAim()];
  if (standing === "not judged" || !aim) return [words.notJudged()];
  const by = due === undefined || aim.due !== undefined ? undefined : monthWords(due);
  if (!isKnown(target) || aim.isDirection || /^maintain\b/i.test(aim.words)) {
    return [words.aimSaid({ aim: aim.words, by, standing })];
  }
  const isPending = standing === "on track" || standing === "behind";
  const isNamed = /^at (?:least|most)\b/i.test(aim.words);
  return [
    words.targetSaid({
      ...{ by, standing },
      target: isNamed ? aim.words : saidValue(measure, false, target),
      aim: isNamed ? undefined : aim.words,
      due: isPending && isKnown(progress?.due) ? saidValue(measure, false, progress.due) : undefined,
      missed: standing === "not achieved" ? missedBy(measure, figures.current.force[measure.basis], target) : undefined,
    }),
  ];
}

/** How far the figure is from the target that it misses; nothing where either has no number. */
function missedBy(measure: Measure, now: Figure | undefined, target: KnownFigure) {
  const unit = target.unit === "%" ? "percentage points" : target.unit;
  const by = now && difference(unit, target, now);
  if (!isKnown(by) || isZero(by.value)) return undefined;
  return {
    amount: missSaid(measure, by),
    side: compareExact(by.value, exact(0)) > 0 ? ("over" as const) : ("short" as const),
  };
}

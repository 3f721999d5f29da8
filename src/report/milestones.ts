// What a measure should have come to by a month: on a straight line between milestones, or by the last one passed.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown, missing, type Origin } from "../core/figure.ts";
import { exact, exactText, HUNDRED, isPositive, isZero, minus, over, plus, times } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Milestone } from "../plan/model.ts";

export interface MilestoneStep {
  readonly month: number;
  readonly value: Figure;
}

/**
 * The value due at the end of a month, in the unit of the steps, which are in order. On a line it moves evenly, month
 * by month, from the baseline through each milestone; in steps it is the last milestone reached, and before the first
 * the baseline. After the last it stays. Nothing where nothing is due yet and there is no baseline.
 */
export function dueAt(
  month: number,
  start: MilestoneStep | undefined,
  steps: readonly MilestoneStep[],
  path: "line" | "steps",
): Figure | undefined {
  const all = [...(start ? [start] : []), ...steps];
  const passed = all.findLast((step) => step.month <= month);
  const next = all.find((step) => step.month > month);
  if (!passed) return undefined;
  if (!next || path === "steps") return passed.value;
  const [gone, whole] = [exact(month - passed.month), exact(next.month - passed.month)];
  return derive(
    passed.value.unit,
    [passed.value, next.value],
    (from, to) => plus(from, over(times(minus(to, from), gone), whole)),
    (from, to) => `${from} + (${to} − ${from}) × ${exactText(gone)} months ÷ ${exactText(whole)} months`,
  );
}

/** Why a % of a baseline means nothing, if so. */
export const noShare = (baseline: Figure): string | undefined =>
  isKnown(baseline) && !isPositive(baseline.value)
    ? isZero(baseline.value)
      ? say("judged.share-of-0")
      : say("judged.share-below-0")
    : undefined;

/** What a milestone comes to, in the unit of its measure; one in % of the baseline is made from that. */
export function milestoneValue(
  { value, isOfBaseline }: Milestone,
  unit: Unit,
  baseline: Figure | undefined,
  from: readonly Origin[],
): Figure {
  if (!isOfBaseline) return { value, unit, from };
  const why = baseline ? noShare(baseline) : say("judged.milestone-share");
  if (!baseline || why !== undefined) return missing(unit, { mark: "z", reason: why ?? "" }, from);
  const share = derive(
    unit,
    [baseline],
    (whole) => over(times(value, whole), HUNDRED),
    (whole) => `${exactText(value)} × ${whole} ÷ 100`,
  );
  return { ...share, from: [...share.from, ...from] };
}

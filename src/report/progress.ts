// Where a measure should be by now on the way to its target, and how far short of that it is.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, isPositive, isZero } from "../core/number.ts";
import { errorOf } from "../core/rounding.ts";
import { say } from "../core/words/say.ts";
import { type Measure, type Milestone, unitOf } from "../plan/model.ts";
import { difference } from "../statistics/difference.ts";
import { holdsForEvery, possibleValues } from "./judge-withheld.ts";
import { dueAt, milestoneValue } from "./milestones.ts";
import { unevenReason } from "./period-lengths.ts";
import { givenTo } from "./rounding-doubt.ts";

export interface Progress {
  /** What was due at the end of the current period; nothing before the first milestone of a measure without a baseline. */
  readonly due: Figure | undefined;
  /** How far short of it the figure is; nothing where it is on track. */
  readonly behind: Figure | undefined;
  /** The milestone to come. */
  readonly next: { readonly month: number; readonly value: Figure } | undefined;
  /** Why it cannot be told. */
  readonly unknown: string | undefined;
  /** In words, for which withheld numbers it holds; nothing where none is withheld. */
  readonly held?: string | undefined;
}

/** The progress at the end of the current period; nothing for a measure without milestones. */
export function milestoneProgress(
  measure: Measure,
  baselineFigure: Figure | undefined,
  currentFigure: Figure | undefined,
  target: Figure | undefined,
): Progress | undefined {
  const { milestones, due, current, baseline, better } = measure;
  if (milestones === "lost") return unknown(say("judged.milestones"));
  const last = due !== undefined && target ? [{ month: due, value: target }] : [];
  if (milestones.length + last.length === 0 || !current.period || better === undefined) return undefined;
  const { file, line = 1, column = 1 } = measure.place("milestones");
  const from = [{ file, line, column }];
  const unit = unitOf(measure);
  const stepOf = (one: Milestone) => ({ month: one.month, value: milestoneValue(one, unit, baselineFigure, from) });
  const steps = [...milestones.map(stepOf), ...last];
  const now = current.period.to;
  const start = baselineFigure && baseline.period ? { month: baseline.period.to, value: baselineFigure } : undefined;
  // Before the first milestone, what is due is made of the baseline, and so is a milestone in % of it.
  const isAgainst = measure.aim?.needs.includes("baseline") || milestones.some(({ isOfBaseline }) => isOfBaseline);
  const uneven = unevenReason(measure, isAgainst || (start && steps.every(({ month }) => month > now)));
  if (uneven !== undefined) return unknown(uneven);
  const wanted = dueAt(now, start, steps, measure.path);
  const next = steps.find(({ month }) => month > now);
  if (!wanted) return { due: undefined, behind: undefined, next, unknown: undefined };
  const changed = currentFigure?.unit === "%" ? "percentage points" : unit;
  const shortOf = (figure: Figure): Figure =>
    better === "lower" ? difference(changed, wanted, figure) : difference(changed, figure, wanted);
  if (!isKnown(currentFigure) && isKnown(wanted)) {
    // Of a number that is withheld, only what holds for every number that it may be is told.
    const behind = possibleValues(currentFigure).map((value) => {
      const short = shortOf({ value, unit, from: [] });
      return isKnown(short) && isPositive(short.value);
    });
    const [isBehind, ...others] = new Set(behind);
    if (currentFigure && isBehind !== undefined && others.length === 0)
      return {
        ...{ due: wanted, behind: isBehind ? shortOf(currentFigure) : undefined, next, unknown: undefined },
        held: holdsForEvery([currentFigure]),
      };
  }
  if (!isKnown(currentFigure))
    return { ...unknown(currentFigure?.gap.reason ?? say("judged.no-current")), due: wanted, next };
  if (!isKnown(wanted)) return { ...unknown(wanted.gap.reason), due: wanted, next };
  const short = shortOf(currentFigure);
  const isBehind = isKnown(short) && isPositive(short.value);
  if (isKnown(short) && !isZero(short.value) && compareExact(short.value.abs(), errorOf(short)) < 0) {
    return {
      ...unknown(say("judged.given-rounded", { places: givenTo([baselineFigure, currentFigure]) })),
      due: wanted,
      next,
    };
  }
  return { due: wanted, behind: isBehind ? short : undefined, next, unknown: undefined };
}

const unknown = (why: string): Progress => ({ due: undefined, behind: undefined, next: undefined, unknown: why });

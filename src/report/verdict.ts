// The verdict on a measure: was its aim achieved, what value would meet it, and is it where it should be by now.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, isPositive, isZero } from "../core/number.ts";
import { problem } from "../core/problems/problems.ts";
import { errorOf } from "../core/rounding.ts";
import { kinds } from "../core/value-kind.ts";
import type { AimInputs } from "../plan/aims.ts";
import type { Measure } from "../plan/model.ts";
import { difference } from "../statistics/difference.ts";
import type { Figures, RowContext } from "./context.ts";
import { formatFigure, placesFor } from "./format-figure.ts";
import { type Comparison, comparisonOf, rankIn, reversals } from "./group-comparison.ts";
import { dueAt } from "./milestones.ts";
import { unevenReason } from "./period-lengths.ts";
import { givenTo, leftOpen } from "./rounding-doubt.ts";

export type Verdict = "achieved" | "not achieved" | "not judged";

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  /** The value that meets the aim, in the unit of the measure's basis; nothing where the aim is no value. */
  readonly target: Figure | undefined;
  readonly progress: Progress | undefined;
  readonly judgedBy: JudgedBy;
  readonly notes: readonly string[];
}

/** What the aim was judged by, on the measure's basis; of what it does not need, or the measure does not have, nothing. */
interface JudgedBy {
  readonly baseline?: Figure | undefined;
  readonly current?: Figure | undefined;
  readonly group?: Figure | undefined;
  /** The forces among which it was ranked. */
  readonly ranked?: Comparison | undefined;
}

interface Progress {
  /** What was due at the end of the current period; nothing before the first milestone of a measure without a baseline. */
  readonly due: Figure | undefined;
  /** How far short of it the figure is; nothing where it is on track. */
  readonly behind: Figure | undefined;
  /** The milestone to come. */
  readonly next: { readonly month: number; readonly value: Figure } | undefined;
  /** Why it cannot be told. */
  readonly unknown: string | undefined;
}

/** Judged on unrounded figures of the force, on the measure's basis; what cannot be judged says why. */
export function judge(context: RowContext, measure: Measure, figures: Figures): Judgement {
  const { raise } = context;
  const { aim } = measure;
  const [baselineFigure, currentFigure] = [figures.baseline.force[measure.basis], figures.current.force[measure.basis]];
  const target = targetOf(measure, baselineFigure);
  const progress = progressOf(measure, baselineFigure, currentFigure, target);
  const ranked = aim?.needs.includes("rank") ? rankedOf(context, measure) : undefined;
  const judgedBy: JudgedBy = {
    current: currentFigure,
    ...(aim?.needs.includes("baseline") && { baseline: baselineFigure }),
    ...(aim?.needs.includes("group") && { group: groupFigure(context, measure, figures) }),
    ranked,
  };
  const notJudged = (reason: string): Judgement => ({
    ...{ verdict: "not judged", reason, target, progress, judgedBy, notes: [] },
  });
  if (measure.isTotal) return notJudged("it is the total of the rows above");
  if (measure.unjudged !== undefined) return notJudged(measure.unjudged);
  if (!aim) return notJudged("the plan states no aim for it");
  const needed = [
    ...(aim.needs.includes("baseline") ? [["baseline", baselineFigure] as const] : []),
    ["current", currentFigure] as const,
    ...(aim.needs.includes("group") ? [["group", judgedBy.group] as const] : []),
  ];
  for (const [when, figure] of needed) {
    if (!figure) {
      raise(problem("no-figure", measure.place("basis"), `${measure.name}, ${measure.basis}`, measure.basis, []));
      return notJudged(`there is no ${measure.basis} to judge its aim on`);
    }
    if (!isKnown(figure)) {
      const [origin] = figure.from;
      if (origin && !figure.gap.reported) {
        raise(problem("figure-missing", origin, `${measure.name}, ${when}`, figure.gap.reason));
      }
      return notJudged(`${when}: ${figure.gap.reason}`);
    }
  }
  const uneven = unevenReason(measure);
  if (uneven !== undefined) return notJudged(uneven);
  const current = currentFigure as KnownFigure;
  const baseline = isKnown(baselineFigure) ? baselineFigure : undefined;
  const { group } = judgedBy;
  const why = baseline && aim.unit === "%" && aim.needs.includes("baseline") ? noShare(baseline) : undefined;
  if (why !== undefined) return notJudged(why);
  const rank = ranked ? rankIn(ranked) : undefined;
  if (aim.needs.includes("rank") && !rank) return notJudged("the plan names no group to rank it in");
  if (typeof rank === "string") return notJudged(rank);
  if (rank?.without !== undefined) return notJudged(`${rank.without} to rank by`);
  const standing: AimInputs = {
    baseline: baseline?.value,
    current: current.value,
    group: isKnown(group) ? group.value : undefined,
    rank: rank?.rank,
  };
  const left = leftOpen(aim, standing, judgedBy);
  if (left === "open") {
    const by = needed.map(([, figure]) => figure);
    return notJudged(`the figures are given rounded, ${givenTo(by)}, and leave open whether it is achieved`);
  }
  const verdict = aim.achieved(standing) ? "achieved" : "not achieved";
  const ranks = rank ? [`it ranks ${rank.words}`] : [];
  const isDirection = ["reduce", "increase"].includes(aim.words.toLowerCase());
  const isSame = baseline !== undefined && isDirection && compareExact(baseline.value, current.value) === 0;
  const aimedAt = isDirection ? baseline : [target, group].find(isKnown);
  const notes = [
    ranks,
    left === "level" ? levelNotes(isSame, needed) : [],
    hiddenNotes(measure, aimedAt, current),
    otherBasisNotes(measure, figures, verdict),
    averageNotes(context, measure, figures),
  ].flat();
  return { verdict, reason: isSame ? "no change" : undefined, target, progress, judgedBy, notes };
}

/** Why a % of a baseline means nothing, if so. */
const noShare = (baseline: Figure): string | undefined =>
  isKnown(baseline) && !isPositive(baseline.value)
    ? `the baseline is ${isZero(baseline.value) ? "0" : "below 0"}, of which a % means nothing`
    : undefined;

/** The current figure of the group that an aim speaks of. */
function groupFigure(context: RowContext, measure: Measure, figures: Figures): Figure | undefined {
  return figures.current.groups[groupIndex(context, measure)]?.[measure.basis];
}

/** The group that an aim speaks of, among those that the table shows. */
const groupIndex = (context: RowContext, { aimGroup }: Measure): number =>
  context.sides.groups.findIndex(({ group }) => group === aimGroup);

function rankedOf(context: RowContext, measure: Measure): Comparison | undefined {
  const side = context.sides.groups[groupIndex(context, measure)];
  return side && comparisonOf(context, measure, side, measure.current);
}

/** The value that meets the aim; nothing for an aim that is no value, a gap where the baseline is one. */
function targetOf(measure: Measure, baselineFigure: Figure | undefined): Figure | undefined {
  const { aim, basis } = measure;
  if (!aim?.target || measure.unjudged !== undefined) return undefined;
  const { file, line = 1, column = 1 } = measure.place("aim");
  const from = [{ file, line, column }];
  if (!aim.needs.includes("baseline")) return { value: aim.target(undefined), unit: kinds[basis], from };
  if (!baselineFigure) return undefined;
  const why = aim.unit === "%" ? noShare(baselineFigure) : undefined;
  if (why !== undefined) return { gap: { mark: "z", reason: why }, unit: kinds[basis], from };
  const target = derive(
    kinds[basis],
    [baselineFigure],
    (baseline) => aim.target?.(baseline) ?? baseline,
    (baseline = "") => aim.formula?.(baseline) ?? baseline,
  );
  return { ...target, from: [...target.from, ...from] };
}

/** Where the measure should be at the end of its current period, and how far short of that it is. */
function progressOf(
  measure: Measure,
  baselineFigure: Figure | undefined,
  currentFigure: Figure | undefined,
  target: Figure | undefined,
): Progress | undefined {
  const { milestones, due, current, baseline, better } = measure;
  if (milestones === "lost") return unknown("its milestones in the plan could not be read");
  const last = due !== undefined && target ? [{ month: due, value: target }] : [];
  if (milestones.length + last.length === 0 || !current.period || better === undefined) return undefined;
  const { file, line = 1, column = 1 } = measure.place("milestones");
  const from = [{ file, line, column }];
  const unit = kinds[measure.basis];
  const steps = [...milestones.map(({ month, value }) => ({ month, value: { value, unit, from } })), ...last];
  const now = current.period.to;
  const start = baselineFigure && baseline.period ? { month: baseline.period.to, value: baselineFigure } : undefined;
  // Before the first milestone, what is due is made of the baseline.
  const uneven = unevenReason(
    measure,
    measure.aim?.needs.includes("baseline") || (start && steps.every(({ month }) => month > now)),
  );
  if (uneven !== undefined) return unknown(uneven);
  const wanted = dueAt(now, start, steps, measure.path);
  const next = steps.find(({ month }) => month > now);
  if (!wanted) return { due: undefined, behind: undefined, next, unknown: undefined };
  if (!isKnown(currentFigure))
    return { ...unknown(currentFigure?.gap.reason ?? "there is no current figure"), due: wanted, next };
  if (!isKnown(wanted)) return { ...unknown(wanted.gap.reason), due: wanted, next };
  const changed = currentFigure.unit === "%" ? "percentage points" : currentFigure.unit;
  const short =
    better === "lower" ? difference(changed, wanted, currentFigure) : difference(changed, currentFigure, wanted);
  const isBehind = isKnown(short) && isPositive(short.value);
  if (isKnown(short) && !isZero(short.value) && compareExact(short.value.abs(), errorOf(short)) < 0) {
    return {
      ...unknown(`the figures are given rounded, ${givenTo([baselineFigure, currentFigure])}`),
      due: wanted,
      next,
    };
  }
  return { due: wanted, behind: isBehind ? short : undefined, next, unknown: undefined };
}

const unknown = (why: string): Progress => ({ due: undefined, behind: undefined, next: undefined, unknown: why });

/** A difference that only rounding hides is told. */
function hiddenNotes(measure: Measure, other: KnownFigure | undefined, current: KnownFigure): string[] {
  if (!other || compareExact(other.value, current.value) === 0) return [];
  const [baseline, currentFigure] = [other, current].map((figure) =>
    formatFigure(figure, placesFor(measure, false, figure)),
  );
  return baseline === currentFigure
    ? [`the aim is judged on unrounded figures, which differ; both are printed as ${baseline}`]
    : [];
}

/** Figures that are given rounded and on which, as given, the verdict hangs by being the same, may yet differ. */
function levelNotes(isSame: boolean, needed: readonly (readonly [string, Figure | undefined])[]): string[] {
  const by = needed.map(([, figure]) => figure);
  const where = givenTo(by);
  if (isSame) return [`both figures are given rounded, ${where}, and may differ beyond that`];
  return [`it is exactly at its aim by figures given rounded, ${where}; unrounded it may be on either side`];
}

/** Above or below a group by one way to average and not by another is told. */
function averageNotes(context: RowContext, measure: Measure, figures: Figures): string[] {
  return context.sides.groups.flatMap((side) => {
    const others = reversals(context, measure, side, figures.current.force);
    if (others.length === 0) return [];
    const ways = others.map(({ words }) => words).join(" or ");
    return [`which side of ${side.name} it is on depends on the way to average: it is not on the same side by ${ways}`];
  });
}

/** A verdict that would be another on the rate, or on the count, is told. */
function otherBasisNotes(measure: Measure, figures: Figures, verdict: Verdict): string[] {
  const { aim, basis } = measure;
  const other = basis === "count" ? "rate" : basis === "rate" ? "count" : undefined;
  if (!aim?.relative || !other) return [];
  const [baseline, current] = [figures.baseline.force[other], figures.current.force[other]];
  if (!isKnown(baseline) || !isKnown(current)) return [];
  const standing = { baseline: baseline.value, current: current.value };
  if (leftOpen(aim, standing, { baseline: baseline, current: current })) return [];
  const would = aim.achieved(standing) ? "achieved" : "not achieved";
  return would === verdict ? [] : [`by the ${basis} its aim is ${verdict}, by the ${other} it would be ${would}`];
}

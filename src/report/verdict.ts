// The verdict on a measure: was its aim achieved, and what value would meet it.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown, isWord, type KnownFigure } from "../core/figure.ts";
import { compareExact } from "../core/number.ts";
import { problem } from "../core/problems/problems.ts";
import { kindInWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { type AimInputs, figuresNeeded, outcomeOf, outcomes } from "../plan/aims/aim.ts";
import { judgedWords } from "../plan/judged.ts";
import { type Measure, unitOf } from "../plan/model.ts";
import type { Figures, RowContext } from "./context.ts";
import { type Comparison, comparisonOf } from "./group-comparison.ts";
import { judgeWithheld } from "./judge-withheld.ts";
import { judgeWords } from "./judge-words.ts";
import { noShare } from "./milestones.ts";
import { unevenReason } from "./period-lengths.ts";
import { milestoneProgress, type Progress } from "./progress.ts";
import { rankIn } from "./rank.ts";
import { givenTo, leftOpen } from "./rounding-doubt.ts";
import { type Tolerance, toleranceOf } from "./tolerance.ts";
import { averageNotes, hiddenNotes, levelNotes, otherBasisNotes } from "./verdict-notes.ts";

/** What became of an aim. */
export const verdicts = [...outcomes, "not judged"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  /** The value that meets the aim, in the unit of the measure's basis; nothing where the aim is no value. */
  readonly target: Figure | undefined;
  readonly progress: Progress | undefined;
  readonly tolerance?: Tolerance | undefined;
  readonly judgedBy: JudgedBy;
  /** Of words, whether they are worse than at the baseline. */
  readonly isWorse?: boolean;
  readonly notes: readonly string[];
}

/** What the aim was judged by, on the measure's basis; of what it does not need, or the measure does not have, nothing. */
export interface JudgedBy {
  readonly baseline?: Figure | undefined;
  readonly current?: Figure | undefined;
  readonly group?: Figure | undefined;
  /** The forces among which it was ranked. */
  readonly ranked?: Comparison | undefined;
}

/** Judged on unrounded figures of the force, on the measure's basis; what cannot be judged says why. */
export function judge(context: RowContext, measure: Measure, figures: Figures): Judgement {
  const { raise } = context;
  const { aim } = measure;
  const [baselineFigure, currentFigure] = [figures.baseline.force[measure.basis], figures.current.force[measure.basis]];
  const target = targetOf(measure, baselineFigure);
  const progress = milestoneProgress(measure, baselineFigure, currentFigure, target);
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
  if (measure.isTotal) return notJudged(say("judged.total"));
  if (measure.unjudged !== undefined) return notJudged(measure.unjudged);
  if (measure.judged) return { ...notJudged(judgedWords(measure.judged)), verdict: outcomeStated(measure.judged) };
  if (!aim) return notJudged(say("judged.no-aim"));
  const needed = figuresNeeded(aim, { baseline: baselineFigure, current: currentFigure, group: judgedBy.group });
  const uneven = unevenReason(measure);
  const hidden = uneven === undefined ? judgeWithheld(measure, judgedBy) : undefined;
  if (typeof hidden === "string") return notJudged(hidden);
  if (hidden) return { ...notJudged(hidden.reason), verdict: hidden.verdict };
  for (const [when, figure] of needed) {
    if (!figure) {
      // Without its period, that there is none only follows.
      if ([measure.baseline, measure.current].some(({ period, none }) => !period && !none))
        return notJudged(say("judged.period-unread"));
      raise(problem("no-figure", measure.place("basis"), `${measure.name}, ${measure.basis}`, measure.basis, []));
      return notJudged(say("judged.no-basis", { basis: kindInWords(measure.basis) }));
    }
    if (!isKnown(figure) && !isWord(figure)) {
      const [origin] = figure.from;
      if (origin && !figure.gap.reported) {
        raise(problem("figure-missing", origin, `${measure.name}, ${when}`, figure.gap.reason));
      }
      return notJudged(gapOf(when, figure.gap.reason));
    }
  }
  if (measure.kind.inWords) {
    const said = judgeWords(measure, baselineFigure, currentFigure);
    return typeof said === "string" ? notJudged(said) : { ...said, target, progress, judgedBy, notes: [] };
  }
  if (uneven !== undefined) return notJudged(uneven);
  const current = currentFigure as KnownFigure;
  const baseline = isKnown(baselineFigure) ? baselineFigure : undefined;
  const { group } = judgedBy;
  const why = baseline && aim.isShare ? noShare(baseline) : undefined;
  if (why !== undefined) return notJudged(why);
  const rank = ranked ? rankIn(ranked) : undefined;
  if (aim.needs.includes("rank") && !rank) return notJudged(say("judged.no-group"));
  if (typeof rank === "string") return notJudged(rank);
  if (rank?.without !== undefined) return notJudged(say("judged.rank-without", { forces: rank.without }));
  const standing: AimInputs = {
    baseline: baseline?.value,
    current: current.value,
    group: isKnown(group) ? group.value : undefined,
    rank: rank?.rank,
  };
  const left = leftOpen(aim, standing, judgedBy);
  if (left === "open") {
    const by = needed.map(([, figure]) => figure);
    return notJudged(say("judged.rounded", { places: givenTo(by) }));
  }
  const verdict = outcomeOf(aim, standing);
  const ranks = rank ? [say("note.ranks", { rank: rank.words })] : [];
  const isSame =
    aim.isDirection === true && baseline !== undefined && compareExact(baseline.value, current.value) === 0;
  const aimedAt = aim.isDirection ? baseline : [target, group].find(isKnown);
  const tolerance = toleranceOf(aim, standing, judgedBy);
  const notes = [
    ranks,
    tolerance?.notes ?? [],
    left === "level" ? levelNotes(isSame, needed) : [],
    hiddenNotes(measure, aimedAt, current),
    otherBasisNotes(measure, figures, verdict),
    averageNotes(context, measure, figures),
  ].flat();
  return {
    verdict,
    reason: isSame ? say("judged.no-change") : undefined,
    target,
    progress,
    tolerance,
    judgedBy,
    notes,
  };
}

/** What a person judged, where it is an outcome: on the way to one, there is none yet. */
const outcomeStated = ({ standing }: NonNullable<Measure["judged"]>): Verdict =>
  standing === "achieved" || standing === "not achieved" ? standing : "not judged";

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
export function targetOf(measure: Measure, baselineFigure: Figure | undefined): Figure | undefined {
  const { aim } = measure;
  if (!aim?.target || measure.unjudged !== undefined) return undefined;
  const { file, line = 1, column = 1 } = measure.place("aim");
  const from = [{ file, line, column }];
  if (!aim.needs.includes("baseline")) return { value: aim.target(undefined), unit: unitOf(measure), from };
  if (!baselineFigure) return undefined;
  const why = aim.isShare ? noShare(baselineFigure) : undefined;
  if (why !== undefined) return { gap: { mark: "z", reason: why }, unit: unitOf(measure), from };
  const target = derive(
    unitOf(measure),
    [baselineFigure],
    (baseline) => aim.target?.(baseline) ?? baseline,
    (baseline = "") => aim.formula?.(baseline) ?? baseline,
  );
  return { ...target, from: [...target.from, ...from] };
}

/** Of which of the figures that it is judged by the reason is. */
export function gapOf(when: "baseline" | "current" | "group", why: string): string {
  if (when === "baseline") return say("untested.baseline-gap", { why });
  return when === "current" ? say("untested.current-gap", { why }) : say("judged.group-gap", { why });
}

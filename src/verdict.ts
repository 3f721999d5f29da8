// The verdict on a measure: was its aim achieved, what value would meet it, and is it where it should be by now.
import type { Standing } from "./aims.ts";
import { comparisonOf, rankIn, reversals } from "./comparison.ts";
import { derive, type Figure, isKnown, type Known } from "./figure.ts";
import { key } from "./names.ts";
import { compare, minus } from "./number.ts";
import { kinds } from "./observations.ts";
import { monthName } from "./period.ts";
import type { Measure } from "./plan.ts";
import { problem } from "./problems.ts";
import { dueAt } from "./progress.ts";
import type { Figures, Making } from "./report.ts";
import { placesFor, shown } from "./table.ts";

export type Verdict = "achieved" | "not achieved" | "not judged";

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  /** The value that meets the aim, in the unit of the measure's basis; nothing where the aim is no value. */
  readonly target: Figure | undefined;
  readonly progress: Progress | undefined;
  readonly notes: readonly string[];
}

export interface Progress {
  /** What was due at the end of the current period; nothing before the first milestone of a measure without a baseline. */
  readonly due: Figure | undefined;
  /** How far short of it the figure is; nothing where it is on track. */
  readonly behind: Figure | undefined;
  readonly next: string | undefined;
}

/** Judged on unrounded figures of the force, on the measure's basis; what cannot be judged says why. */
export function judge(of: Making, measure: Measure, figures: Figures): Judgement {
  const { raise } = of;
  const { aim } = measure;
  const [was, is] = [figures.baseline.force[measure.basis], figures.current.force[measure.basis]];
  const target = targetOf(measure, was);
  const progress = progressOf(measure, was, is, target);
  const notJudged = (reason: string): Judgement => ({ verdict: "not judged", reason, target, progress, notes: [] });
  if (measure.isTotal) return notJudged("it is the total of the rows above");
  if (measure.unjudged !== undefined) return notJudged(measure.unjudged);
  if (!aim) return notJudged("the plan states no aim for it");
  const needed = [
    ...(aim.needs.includes("baseline") ? [["baseline", was] as const] : []),
    ["current", is] as const,
    ...(aim.needs.includes("group") ? [["group", groupFigure(of, measure, figures)] as const] : []),
  ];
  for (const [when, figure] of needed) {
    if (!figure) {
      raise(problem("no-figure", measure.place("basis"), `${measure.name}, ${measure.basis}`, measure.basis, []));
      return notJudged(`there is no ${measure.basis} to judge its aim on`);
    }
    if (!isKnown(figure)) {
      const [origin] = figure.from;
      if (origin && !figure.gap.told) {
        raise(problem("figure-missing", origin, `${measure.name}, ${when}`, figure.gap.reason));
      }
      return notJudged(`${when}: ${figure.gap.reason}`);
    }
  }
  const current = is as Known;
  const baseline = isKnown(was) ? was : undefined;
  const group = needed.find(([when]) => when === "group")?.[1];
  const rank = aim.needs.includes("rank") ? rankOf(of, measure) : undefined;
  if (typeof rank === "string") return notJudged(rank);
  const standing: Standing = {
    baseline: baseline?.value,
    current: current.value,
    group: isKnown(group) ? group.value : undefined,
    rank: rank?.rank,
  };
  const verdict = aim.achieved(standing) ? "achieved" : "not achieved";
  const ranked = rank ? [`it ranks ${rank.words}`] : [];
  const isDirection = /^(reduce|increase)$/i.test(aim.words);
  if (baseline && isDirection && compare(baseline.value, current.value) === 0) {
    const notes = roundedNotes(baseline, current);
    return { verdict, reason: "no change", target, progress, notes };
  }
  const notes = [
    ...ranked,
    ...hiddenNotes(
      measure,
      isDirection ? baseline : isKnown(target) ? target : isKnown(group) ? group : undefined,
      current,
    ),
    ...otherBasisNotes(measure, figures, verdict),
    ...averageNotes(of, measure, figures),
  ];
  return { verdict, reason: undefined, target, progress, notes };
}

/** The current figure of the group that an aim speaks of. */
function groupFigure(of: Making, measure: Measure, figures: Figures): Figure | undefined {
  return figures.current.groups[groupIndex(of, measure)]?.[measure.basis];
}

/** The group that an aim speaks of, among those that the table shows; without a name the first. */
function groupIndex(of: Making, { aim }: Measure): number {
  const wanted = key(aim?.group ?? "");
  return Math.max(
    0,
    of.sides.groups.findIndex(({ name }) => key(name) === wanted),
  );
}

function rankOf(of: Making, measure: Measure): { rank: number; words: string } | string {
  const side = of.sides.groups[groupIndex(of, measure)];
  if (!side) return "the plan names no group to rank it in";
  return rankIn(comparisonOf(of, measure, side, measure.current));
}

/** The value that meets the aim; nothing for an aim that is no value, a gap where the baseline is one. */
function targetOf(measure: Measure, was: Figure | undefined): Figure | undefined {
  const { aim, basis } = measure;
  if (!aim?.target || measure.unjudged !== undefined) return undefined;
  const { file, line = 1, column = 1 } = measure.place("aim");
  const from = [{ file, line, column }];
  if (!aim.needs.includes("baseline")) return { value: aim.target(undefined), unit: kinds[basis], from };
  if (!was) return undefined;
  const target = derive(kinds[basis], [was], (baseline) => aim.target?.(baseline) ?? baseline);
  return { ...target, from: [...target.from, ...from] };
}

/** Where the measure should be at the end of its current period, and how far short of that it is. */
function progressOf(
  measure: Measure,
  was: Figure | undefined,
  is: Figure | undefined,
  target: Figure | undefined,
): Progress | undefined {
  const { milestones, due, current, baseline, better } = measure;
  const last = due !== undefined && target ? [{ month: due, value: target }] : [];
  const { file, line = 1, column = 1 } = measure.place("milestones");
  const steps = [
    ...milestones.map(({ month, value }) => ({
      month,
      value: { value, unit: kinds[measure.basis], from: [{ file, line, column }] } satisfies Figure,
    })),
    ...last,
  ];
  if (steps.length === 0 || !current.period || better === undefined) return undefined;
  const now = current.period.to;
  const start = was && baseline.period ? { month: baseline.period.to, value: was } : undefined;
  const due1 = dueAt(now, start, steps, measure.path);
  const later = steps.find(({ month }) => month > now);
  const next =
    later &&
    `${shown(later.value, placesFor(measure, false, later.value.unit))} by the end of ${monthName(later.month)}`;
  if (!due1 || !is) return { due: due1, behind: undefined, next };
  const short = derive(is.unit, [due1, is], (wanted, value) =>
    better === "lower" ? minus(value, wanted) : minus(wanted, value),
  );
  const behind = isKnown(short) && short.value.isPositive() && !short.value.isZero() ? short : undefined;
  return { due: due1, behind, next };
}

/** A difference that only rounding hides is told. */
function hiddenNotes(measure: Measure, other: Known | undefined, current: Known): string[] {
  if (!other || compare(other.value, current.value) === 0) return [];
  const [was, is] = [other, current].map((figure) => shown(figure, placesFor(measure, false, figure.unit)));
  return was === is ? [`the aim is judged on unrounded figures, which differ; both are printed as ${was}`] : [];
}

/** Two figures that are given rounded and are the same may yet differ. */
function roundedNotes(baseline: Known, current: Known): string[] {
  if (baseline.unit === "count" || baseline.places === undefined || current.places === undefined) return [];
  const places = Math.max(baseline.places, current.places);
  return [`both figures are given to ${places} decimal place${places === 1 ? "" : "s"}, and may differ beyond them`];
}

/** Above or below a group by one way to average and not by another is told. */
function averageNotes(of: Making, measure: Measure, figures: Figures): string[] {
  return of.sides.groups.flatMap((side) => {
    const others = reversals(of, measure, side, figures.current.force);
    if (others.length === 0) return [];
    const ways = others.map(({ words }) => words).join(" or ");
    return [`which side of ${side.name} it is on depends on the way to average: it is on the other by ${ways}`];
  });
}

/** A verdict that would be another on the rate, or on the count, is told. */
function otherBasisNotes(measure: Measure, figures: Figures, verdict: Verdict): string[] {
  const { aim, basis } = measure;
  const other = basis === "count" ? "rate" : basis === "rate" ? "count" : undefined;
  if (!aim?.relative || !other) return [];
  const [was, is] = [figures.baseline.force[other], figures.current.force[other]];
  if (!isKnown(was) || !isKnown(is)) return [];
  const would = aim.achieved({ baseline: was.value, current: is.value }) ? "achieved" : "not achieved";
  return would === verdict ? [] : [`by the ${basis} its aim is ${verdict}, by the ${other} it would be ${would}`];
}

// The significance of a change between survey estimates: by the source's own mark, or by a test with the design factor of the plan.
import { type Figure, type Formula, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, toNumber } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { NO_MARK } from "../input/csv/cell.ts";
import { ANY_BASE } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { estimate, limitOf } from "../statistics/estimate.ts";
import { proportionLimits } from "../statistics/proportion-limits.ts";
import { type SurveyDifference, surveyDifference } from "../statistics/survey-difference.ts";
import type { RowContext } from "./context.ts";
import { type Between, CONFIDENCE, LEVEL, notTested, type Significance } from "./significance.ts";

/** What chance alone would make of a change between two survey estimates of the force. */
export function surveySignificance(
  context: RowContext,
  measure: Measure,
  before: KnownFigure,
  after: KnownFigure,
): Significance {
  const mark = markedSignificance(context, measure, before, after);
  if (mark) return mark;
  const { designFactor } = measure;
  const bases = [measure.baseline, measure.current].map((when) => baseOf(context, measure, when));
  const [base1, base2] = bases;
  if (!isKnown(base1) || !isKnown(base2)) return notTested("the data give no base for the estimates");
  if (designFactor === undefined) return notTested("the plan states no design factor");
  const inputs = [after, base2, before, base1];
  const pick = (what: string, unit: Figure["unit"], from: (difference: SurveyDifference) => number): Figure => {
    const compute = (p1 = 0, n1 = 0, p2 = 0, n2 = 0): number | undefined => {
      const one = { percentage: p1, base: n1, designFactor };
      const found = surveyDifference(one, { percentage: p2, base: n2, designFactor }, CONFIDENCE);
      return found && from(found);
    };
    const formula: Formula = (p1, n1, p2, n2) =>
      `${what}: ${p1}% of a base of ${n1} against ${p2}% of ${n2}, design factor ${designFactor}`;
    return estimate(unit, inputs, "no test can be made of these estimates", compute, formula);
  };
  const p = pick("p of the test of two survey estimates", "ratio", (found) => found.p);
  if (!isKnown(p)) return notTested(p.gap.reason);
  const own = (percent: Figure, base: Figure): Between => {
    const limits = (p1 = 0, n1 = 0) =>
      proportionLimits((p1 / 100) * (n1 / designFactor ** 2), n1 / designFactor ** 2, CONFIDENCE);
    const why = "there are no limits of this estimate";
    return {
      lower: estimate("%", [percent, base], why, (p1, n1) => times100(limits(p1, n1)?.lower), limitOf("lower")),
      upper: estimate("%", [percent, base], why, (p1, n1) => times100(limits(p1, n1)?.upper), limitOf("upper")),
    };
  };
  return {
    words: toNumber(p.value) < LEVEL ? "beyond chance" : "within chance",
    how: `test of two survey estimates with a design factor of ${designFactor}`,
    estimate: pick("difference", "percentage points", (found) => found.difference),
    limits: {
      lower: pick("lower 95% limit of the difference", "percentage points", (found) => found.limits.lower),
      upper: pick("upper 95% limit of the difference", "percentage points", (found) => found.limits.upper),
    },
    p,
    baseline: own(before, base1),
    current: own(after, base2),
  };
}

const times100 = (share: number | undefined): number | undefined => (share === undefined ? undefined : share * 100);

/** The unweighted base of a survey estimate of the force. */
function baseOf({ store, sides }: RowContext, { series }: Measure, { period }: PlacedWhen): Figure | undefined {
  const [member] = sides.force.members;
  const [name] = series.add;
  if (!period || !member || name === undefined) return undefined;
  return store.find(name, member.key, period, "base") ?? store.find(ANY_BASE, member.key, period, "base");
}

/** The reading that the source itself marks its estimate with, against the plan's baseline or against it does not say what. */
function markedSignificance(
  { store, sides }: RowContext,
  { series, baseline, current }: Measure,
  baselineFigure: KnownFigure,
  currentFigure: KnownFigure,
): Significance | undefined {
  const [member] = sides.force.members;
  const [name] = series.add;
  if (!baseline.period || !current.period || !member || name === undefined) return undefined;
  const against = `${name} against ${periodName(baseline.period)}`;
  const dated = store.find(against, member.key, current.period, "significance");
  const mark = dated ?? store.find(name, member.key, current.period, "significance");
  if (!mark) return undefined;
  const since = dated ? "" : " (it does not say since when)";
  if (isKnown(mark)) {
    const moved = compareExact(currentFigure.value, baselineFigure.value);
    const whither = toNumber(mark.value);
    if (moved === 0 || (whither !== 0 && Math.sign(moved) !== Math.sign(whither))) {
      return { words: "not tested", how: "the source's mark does not agree with how the figures moved", mark };
    }
    return { words: "beyond chance", how: `the source marks the change as statistically significant${since}`, mark };
  }
  if (mark.gap.reason !== NO_MARK)
    return { words: "not tested", how: `the source's own mark: ${mark.gap.reason}`, mark };
  return { words: "within chance", how: `the source marks no statistically significant change${since}`, mark };
}

// What a measure should have come to on the way, and when: the milestones of a plan, and what in them contradicts itself.
import { monthName } from "../core/period.ts";
import { problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import { digitsOf, isOfBaseline, unitTrouble } from "./aims/amount.ts";
import { type Measure, type Milestone, unitOf, type Written } from "./model.ts";
import type { Checker, Validated } from "./validate.ts";

/** The milestones in order, the aim's own due date last; "lost" where any of it is wrong, which is told. */
export function milestonesOf(
  check: Checker,
  measure: Measure,
  given: Written,
  path: Validated<Written>["path"],
): readonly Milestone[] | "lost" {
  const { better, due } = measure;
  const written = given.milestones ?? [];
  const start = measure.baseline.period?.to ?? -1;
  const at = (index: number, name: string): Place => check.at([...path, "milestones", index, name]);
  const sound = written.flatMap(({ by, value }, index) => {
    const share = `${digitsOf(value.amount)}% of the baseline`;
    const isShare = isOfBaseline(value.unit);
    const unfit = isShare ? undefined : unitTrouble(value.unit, unitOf(measure), false);
    const none = isShare && measure.baseline.none ? `the plan has no baseline for ${share}` : undefined;
    const trouble = unfit ?? none;
    const hint = unfit !== undefined && value.unit === "%" ? `or value: ${share}` : undefined;
    if (trouble) check.problems.push(problem("plan-invalid", at(index, "value"), `value: ${trouble}`, hint));
    const before = Math.max(written[index - 1]?.by.month ?? -1, start);
    if (by.month <= before) {
      const what = before === start ? "the baseline" : "the milestone before it";
      const message = `by: the end of ${monthName(by.month)} is not after ${what}`;
      check.problems.push(
        problem("plan-invalid", at(index, "by"), message, "put the milestones in the order of their dates"),
      );
    }
    if (due !== undefined && by.month >= due) {
      const message = `by: the end of ${monthName(by.month)} is not before the aim is due`;
      check.problems.push(problem("plan-invalid", at(index, "by"), message, "write an earlier month"));
    }
    const isLate = by.month <= before || (due !== undefined && by.month >= due);
    return trouble || isLate ? [] : [{ month: by.month, value: value.amount, isOfBaseline: isShare }];
  });
  if (due !== undefined && due <= start) {
    const message = `by: the end of ${monthName(due)} is not after the baseline`;
    check.problems.push(problem("plan-invalid", check.at([...path, "by"]), message, "write a later month"));
    return "lost";
  }
  if (sound.length < written.length || check.isDropped([...path, "milestones"]) || check.isDropped([...path, "by"])) {
    return "lost";
  }
  if ((sound.length > 0 || due !== undefined) && better === undefined) {
    const message = "milestones: the measure does not say which way is better";
    check.problems.push(problem("plan-invalid", check.at(path), message, "add better: lower or better: higher"));
    return "lost";
  }
  if (due !== undefined && !measure.aim?.target && measure.aim?.inWords?.grade === undefined) {
    const message = measure.aim ? "by: the aim has no value to reach" : "by: the measure has no aim";
    const hint = "write an aim with a value, such as aim: reduce by 10% or aim: at least 153";
    check.problems.push(problem("plan-invalid", check.at([...path, "by"]), message, hint));
  }
  return sound;
}

// A plan that was opened, with its report and what it lacks: what check prints, and what refresh leaves to a person.
import { lacksOf } from "../check/check.ts";
import type { CommentNumbers } from "../check/comments.ts";
import { problem } from "../core/problems/problems.ts";
import { readComments } from "../input/comments.ts";
import { rowContextOf } from "../report/context.ts";
import { type Comparison, comparisonOf } from "../report/group-comparison.ts";
import { latestProblems } from "../report/latest.ts";
import { type Report, type Row, reportOf } from "../report/report.ts";
import { measuresOf, type OpenPlan } from "./open-plan.ts";

/** The report of a plan with every problem, and what it lacks before it is published. */
export async function checkedOf(opened: OpenPlan): Promise<{ report: Report; found: CommentNumbers }> {
  const { plan, folder } = opened;
  const data = await opened.read(measuresOf(plan));
  const comments = readComments(plan, folder);
  const made = reportOf(plan, data, comments);
  const newer = latestProblems(plan, await opened.latest(), true);
  const chosen = data.choices.map(({ file, source, edition, older, olderEdition, kept }) =>
    problem("release-chosen", { file }, source, edition, older, olderEdition, kept),
  );
  const problems = [...opened.problems, ...newer, ...chosen, ...data.problems, ...made.problems];
  const report: Report = { ...made, inputs: data.inputs, problems };
  const rankedIn = ({ measure }: Row): Comparison[] =>
    (measure.current.none ? [] : plan.groups).flatMap((group) => {
      const of = rowContextOf(plan, data, [group], () => {});
      return of.sides.groups.map((side) => comparisonOf(of, measure, side, measure.current));
    });
  return { report, found: lacksOf(report, comments, rankedIn) };
}

// Measures → the report: each measure's figures, its verdict and comment, and what each priority comes to.

import { figureNotes } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { periodName } from "../core/period.ts";
import { isDoubt, type Problem, problem } from "../core/problems/problems.ts";
import { kindInWords } from "../core/words/names.ts";
import { labelWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import type { Comments } from "../input/comments.ts";
import type { Data, Input } from "../input/ingest.ts";
import { isOfEvents } from "../measures/by-hand.ts";
import { percentage } from "../measures/percentage.ts";
import { type Comparator, groupProblems, isMade } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, Plan, PlanTable } from "../plan/model.ts";
import { type Beside, besideGroup } from "./beside.ts";
import { type Figures, type RowContext, rowContextOf, type Sides } from "./context.ts";
import { type Course, courseOf } from "./course.ts";
import { doubtNotes, type SettledDoubt, settleDoubts, uselessAcceptances } from "./doubts.ts";
import { populationsOld, populationsWaiting } from "./latest.ts";
import { manyNote, withAdjusted } from "./many-at-once.ts";
import { measureFigures } from "./measure-figures.ts";
import { breakNote, breaksBetween, pandemicNotes } from "./not-chance.ts";
import { lengthNotes, unevenPeriods } from "./period-lengths.ts";
import { isRecordedCrime, recordingNote } from "./recorded-crime.ts";
import { releaseNotes } from "./releases.ts";
import { roundedChangeNotes } from "./rounding-doubt.ts";
import { commentOf, type RowComment } from "./row-comment.ts";
import { outOfNotes } from "./score-range.ts";
import type { Significance } from "./significance.ts";
import { smallNumbersNote } from "./small-change.ts";
import { isUnmet, type Standing, standingOf } from "./standing.ts";
import { significanceOf } from "./test-change.ts";
import { unroundedChangeNotes } from "./unrounded-change.ts";
import { type Judgement, judge, type Verdict } from "./verdict.ts";
import { tellingNumbers } from "./withheld-comment.ts";

export type { Verdict } from "./verdict.ts";

export interface Row extends RowComment {
  readonly measure: Measure;
  /** The name as printed, with the label of periods of its own. */
  readonly name: string;
  readonly figures: Figures;
  readonly parts: readonly { readonly name: string; readonly figures: Figures }[];
  /** Its further comparisons: the measure over their periods, and its figures. */
  readonly also: readonly { readonly name: string; readonly measure: Measure; readonly figures: Figures }[];
  /** Where the force is beside the first group of the table, and how it came to where it is. */
  readonly beside: Beside | undefined;
  readonly course: Course;
  /** Today's arithmetic of its aim; where it stands is told to readers. */
  readonly verdict: Verdict;
  readonly standing: Standing;
  readonly reason: string | undefined;
  /** What its aim comes to as a value, and what was due by now. */
  readonly target: Judgement["target"];
  readonly progress: Judgement["progress"];
  readonly judgedBy: Judgement["judgedBy"];
  /** What chance would make of the change, where the plan asks for it. */
  readonly significance: Significance | undefined;
  /** Its numbers are small, and chance alone may explain the change. */
  readonly isWithinChance: boolean;
  readonly notes: readonly string[];
}

export interface ReportTable extends Pick<PlanTable, "title" | "source" | "baseline" | "current"> {
  readonly rows: readonly Row[];
  readonly sides: Sides<Comparator>;
  /** What is to be said of all its figures: different releases, and what their sources note of the force. */
  readonly notes: readonly string[];
}

export interface PrioritySummary {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Report {
  readonly plan: Plan;
  /** What a selection of measures leaves in, in words; nothing where the report is of the whole plan. */
  readonly only?: string | undefined;
  readonly inputs: readonly Input[];
  readonly tables: readonly ReportTable[];
  readonly priorities: readonly PrioritySummary[];
  readonly problems: readonly Problem[];
  /** Doubts about the figures of the tables, accepted or open. */
  readonly doubts: readonly SettledDoubt[];
}

/** Which measures a report is of; all of them where nothing is said. */
export interface Selection {
  readonly measures?: readonly string[] | undefined;
  readonly priorities?: readonly string[] | undefined;
  readonly tables?: readonly string[] | undefined;
}

/** The report of the plan's measures, with the problems of the figures they ask for. */
export function reportOf(
  plan: Plan,
  data: Data,
  comments: Comments,
  selection: Selection = {},
): Omit<Report, "inputs"> {
  const { store, gazetteer } = data;
  const problems: Problem[] = [...comments.problems, ...groupProblems(plan, gazetteer)];
  // Where no file could be read, that nothing is there for an area only follows from it.
  const isNothing = store.names.areas.size === 0 && data.problems.some(({ severity }) => severity === "error");
  const raise = (found: Problem): void => {
    if (!isNothing || found.code !== "area-unknown") problems.push(found);
  };
  const chosen = (list: readonly string[] | undefined, names: readonly string[]): boolean =>
    list === undefined || list.some((one) => names.some((name) => nameKey(one) === nameKey(name)));
  const judged = plan.tables
    .filter((table) => chosen(selection.tables, [table.title]))
    .map((table) => ({ table, of: rowContextOf(plan, data, table.groups, raise) }))
    .map(({ table, of }) => {
      const made = table.measures
        .filter(({ name }) => chosen(selection.measures, [name]))
        .filter(({ priorities }) => chosen(selection.priorities, priorities))
        .map((measure) => rowOf(of, measure, comments));
      for (const row of of.withheld.isAny ? made : []) {
        const telling = tellingNumbers(row, made);
        const { name, place } = row.measure;
        const where = comments.placeOf(name) ?? place("comment");
        if (telling.length > 0) raise(problem("comment-withheld", where, name, telling));
      }
      const rows = withAdjusted(made);
      const recorded = rows.some(({ measure, figures }) => isRecordedCrime(of, measure, figures))
        ? [recordingNote()]
        : [];
      const notes = [releaseNotes(of, rows), recorded, pandemicNotes(rows), manyNote(rows)].flat();
      return { ...table, sides: of.sides, rows, notes };
    })
    .filter((table) => table.rows.length > 0);
  // Several measures may ask for the figure that one is of.
  const all = [...new Set([...data.doubts, ...store.problems, ...problems])].filter(isDoubt);
  const doubts = settleDoubts(
    plan,
    all,
    judged.flatMap((table) => table.rows),
  );
  const tables = judged.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, notes: [...row.notes, ...doubtNotes(row, doubts)] })),
  }));
  const useless = onlyOf(selection) === undefined ? uselessAcceptances(plan, all, doubts) : [];
  const rows = tables.flatMap((table) => table.rows);
  const priorities = plan.priorities
    .filter(({ id }) => chosen(selection.priorities, [id]))
    .map(({ id, name }) => ({ id, name, rows: rows.filter(({ measure }) => measure.priorities.includes(id)) }));
  // Some of what the data disagree in shows only when they are asked.
  const told = [
    ...problems,
    ...populationsOld(plan),
    ...populationsWaiting(plan, data),
    ...store.problems,
    ...useless,
  ].filter((found) => !isDoubt(found));
  return { plan, only: onlyOf(selection), tables, priorities, problems: told, doubts };
}

/** The plan's own area among others. */
export const forceName = (name: string): string => say("compare.own", { force: name });

function onlyOf({ measures, priorities, tables }: Selection): string | undefined {
  const said = [
    ...(measures ? [say("only.measures", { names: inRow(measures) })] : []),
    ...(priorities ? [say("only.priorities", { names: inRow(priorities) })] : []),
    ...(tables ? [say("only.tables", { names: inRow(tables) })] : []),
  ];
  return said.length === 0 ? undefined : say("only.said", { selection: said.join("; ") });
}

/** What is not achieved, within tolerance or behind owes an Additional comment; one that is given is shown whatever the standing. */
export const owesComment = (row: Row): boolean => row.comment !== undefined || isUnmet(row.standing);

/** Whether any measure states an aim, or why it has none: a table without any has no column for them. */
export const hasAims = (rows: readonly Row[]): boolean =>
  rows.some(({ measure }) => (measure.aim ?? measure.unjudged ?? measure.judged) !== undefined);

function rowOf(context: RowContext, measure: Measure, comments: Comments): Row {
  const { raise } = context;
  const figures = measureFigures(context, measure, measure.kind, measure.series);
  const parts = measure.parts.map(({ name, series }) => ({
    name,
    figures: measureFigures(context, measure, percentage, { add: [series], subtract: [] }),
  }));
  const also = measure.also.map(({ name, earlier, later }) => {
    const over = { ...measure, baseline: earlier, current: later };
    return { name, measure: over, figures: measureFigures(context, over, measure.kind, measure.series) };
  });
  const uneven = unevenPeriods(measure);
  if (uneven && measure.unread === undefined && isOfEvents(measure.kind)) {
    const [baseline, current] = uneven.map(periodName) as [string, string];
    raise(problem("period-lengths", measure.current.place(), measure.name, baseline, current));
  }
  const { notes, isWorse, ...judged } = judge(context, measure, figures);
  const stands = standingOf(measure, judged.verdict, judged.reason, judged.progress, {
    isWorse,
    tolerance: judged.tolerance,
  });
  const breaks = breaksBetween(context, measure, isRecordedCrime(context, measure, figures));
  const reading = context.plan.reading && measure.aim ? significanceOf(context, measure, figures, breaks) : undefined;
  const small = smallNumbersNote(context, measure, figures, breaks);
  const isToldElsewhere = reading !== undefined && measure.basis !== "people";
  const chance =
    small === undefined || isToldElsewhere || judged.verdict === "not judged" || judged.reason ? [] : [small];
  const { comment, commentFrom } = commentOf(measure, stands.standing, comments, raise);
  if (isUnmet(stands.standing) && comment === undefined) {
    raise(problem("comment-missing", measure.place("name"), measure.name, stands.standing));
  }
  const own = (["baseline", "current"] as const)
    .filter((when) => measure[when].own)
    .map((when) =>
      when === "baseline"
        ? say("row.baseline", { period: labelWords(measure[when]) })
        : say("row.current", { period: labelWords(measure[when]) }),
    );
  const label = measure.label ?? own.join("; ");
  const name = label ? say("row.name", { measure: measure.name, label }) : measure.name;
  return {
    ...{ measure, name, figures, parts, also, comment, commentFrom },
    ...{ beside: besideGroup(context, { measure, figures }), course: courseOf(context, measure) },
    ...judged,
    ...stands,
    significance: reading,
    isWithinChance: small !== undefined && breaks.length === 0,
    notes: [
      measure.isTotal ? [] : madeOf(measure.series),
      judgedOn(measure),
      averagedOver(measure),
      outOfNotes(measure),
      meanNotes(context, measure),
      figureNotes([figures.baseline, figures.current].flatMap(({ force, groups }) => [force, ...groups])),
      roundedChangeNotes(measure, figures),
      unroundedChangeNotes(measure, figures),
      lengthNotes(measure),
      notes,
      breaks.map(breakNote),
      chance,
    ].flat(),
  };
}

/** The series that a measure is made of, where its name does not say it. */
function madeOf({ add, subtract }: Terms): string[] {
  if (add.length <= 1 && subtract.length === 0) return [];
  return [say("note.made-of", { series: [add.join(" + "), ...subtract].join(" − ") })];
}

/** What an aim is judged on, where that is not the usual. */
const judgedOn = ({ basis, kind }: Measure): string[] =>
  basis === kind.bases[0] ? [] : [say("note.judged-on", { basis: kindInWords(basis) })];

/** The periods that a baseline is the average of, where its label does not say them. */
const averagedOver = ({ baseline: { average, label } }: Measure): string[] =>
  average && label !== undefined ? [say("note.averaged", { average: labelWords({ average }) })] : [];

/** A mean of forces has no number, so that its change is of another thing than that of the force beside it. */
const meanNotes = ({ sides }: RowContext, measure: Measure): string[] =>
  !isOfEvents(measure.kind)
    ? []
    : sides.groups
        .filter((side) => side.average === "mean" && isMade(side))
        .map(({ name }) => say("note.mean", { group: name }));

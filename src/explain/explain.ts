// How a cell of a table came to be: a figure by its formula, a verdict by its rule, and what the plan states by its place.

import { type Figure, isKnown } from "../core/figure.ts";
import { kindName } from "../core/value-kind.ts";
import { byHand } from "../measures/by-hand.ts";
import { linedTables } from "../output/report-tables.ts";
import { type Cell, type Column, cellText, fullHeading, type Topic } from "../output/table.ts";
import type { TableLine } from "../output/table-notes.ts";
import type { Aim, RuleWords } from "../plan/aims/aim.ts";
import { digitsOf } from "../plan/aims/amount.ts";
import type { Plan } from "../plan/model.ts";
import { nextText } from "../report/format-figure.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { holdsForEvery } from "../report/judge-withheld.ts";
import { rankIn } from "../report/rank.ts";
import type { ReportTable, Row } from "../report/report.ts";
import { type CellExplanation, type FormulaStep, ofFigure, stepOf, termOf } from "./figure.ts";
import { readingFound } from "./reading.ts";

/** A cell of a table, and the row of the report that it is of. */
export interface CellAt {
  readonly table: string;
  readonly row: Row;
  /** The name of its line: the measure's, or that of a part of it. */
  readonly name: string;
  readonly column: Column;
  readonly cell: Cell;
}

export interface Explanation extends CellAt, CellExplanation {
  readonly printed: string;
}

/** Every cell of the tables as they are printed, in order; those of a measure's parts stand after their table's. */
export function printedCells(plan: Plan, tables: readonly ReportTable[]): CellAt[] {
  return tables.flatMap((reported) =>
    linedTables(plan, reported).flatMap(({ table, lines }) =>
      table.rows.flatMap((cells, line) => {
        const { row, name } = lines[line] as TableLine;
        return cells.map((cell, index) => ({
          ...{ table: table.title, row, name, cell },
          column: table.columns[index] as Column,
        }));
      }),
    ),
  );
}

/** How a cell came to be; nothing in it is left unsaid. */
export function explanationOf(plan: Plan, at: CellAt): Explanation {
  const { cell, column, row } = at;
  const printed = cellText(cell);
  const found = "figure" in cell ? ofFigure(cell.figure, cell.places) : ofText(plan, row, column, printed, at.name);
  if (column.topic !== "due by now" || !row.progress?.due) return { ...at, printed, ...found };
  const note = [dueNote(row), found.says.note ?? []].flat().join("; ");
  return { ...at, printed, ...found, says: { ...found.says, note } };
}

function ofText(plan: Plan, row: Row, column: Column, printed: string, name: string): CellExplanation {
  const { topic } = column;
  if (topic === undefined) throw new Error(`nothing explains the column ${fullHeading(column)}`);
  return topics[topic]({ plan, row, printed, name, id: column.heading });
}

interface Asked {
  readonly plan: Plan;
  readonly row: Row;
  readonly printed: string;
  readonly name: string;
  /** The heading: of a priority, its id. */
  readonly id: string;
}

/** What a cell says because the plan states it, with the place. */
function stated(row: Row, value: string, what: string, key: string): FormulaStep {
  const { file, line = 1, column = 1 } = row.measure.place(key);
  return { value, what, of: [], from: [{ file, line, column }] };
}

const topics: Readonly<Record<Topic, (asked: Asked) => CellExplanation>> = {
  name({ row, name }) {
    const { series, parts, kind } = row.measure;
    if (kind === byHand) {
      const note = "it has no figures: where it stands is judged by hand";
      return { says: { note }, steps: [stated(row, name, "as the plan names it", "name")] };
    }
    const part = parts.find((one) => one.name === name && name !== row.name);
    const terms = part ? part.series : [series.add.join(" + "), ...series.subtract].join(" − ");
    return {
      says: { note: `its series in the data: ${terms}` },
      steps: [stated(row, name, "as the plan names it", part ? "parts" : "name")],
    };
  },
  compared: ({ row, printed }) => ({
    says: {},
    steps: [stated(row, printed, "the plan asks for the comparison, and its current period says when", "also")],
  }),
  priority({ row, printed, id }) {
    const what = printed === "" ? `the plan does not list ${id} for it` : `the plan lists ${id} for it`;
    return { says: {}, steps: [stated(row, printed === "" ? "blank" : printed, what, "priorities")] };
  },
  Aim({ row, printed }) {
    if (row.measure.isTotal) return { says: { reason: "a total has no aim of its own" }, steps: [] };
    const none = row.measure.unjudged ?? "the plan states no aim for it";
    if (row.measure.judged) return { says: { reason: none }, steps: [] };
    const what = row.measure.aim ? "as the plan states it" : none;
    return { says: {}, steps: [stated(row, printed, what, "aim")] };
  },
  target: ({ row }) => ({
    says: { reason: row.measure.unjudged ?? "this aim has no target to print, as no single value meets it" },
    steps: [],
  }),
  "achieved?": ({ row }) => verdictOf(row),
  reading: ({ row }) => readingFound(row),
  "due by now": ({ row }) => ({ says: { reason: nothingDue(row) }, steps: [] }),
  "on track?": ({ row }) => progressFound(row),
};

/** The rule in words and with the numbers in it; of what it does not speak of, no step. */
function verdictOf(row: Row): CellExplanation {
  const { measure, judgedBy, verdict, reason, target } = row;
  const { aim, basis } = measure;
  if (measure.judged) {
    const says = { reason: reason ?? "", ...(row.notes.length > 0 && { note: row.notes.join("; ") }) };
    return { says, steps: [stated(row, row.standing, "as the plan states it", "judged")] };
  }
  if (measure.isTotal || !aim) return { says: { reason: reason ?? "a total has no aim" }, steps: [] };
  const { baseline, current, group, ranked } = judgedBy;
  const name = aim.group ?? "the group";
  const rank = ranked ? rankStep(ranked) : undefined;
  const figures = { baseline, current, target, group };
  const names: RuleWords = { baseline: "baseline", current: "current", target: "target", group: name, rank: "rank" };
  const numbers: RuleWords = {
    baseline: numberOf(baseline),
    current: numberOf(current),
    target: numberOf(target),
    group: numberOf(group),
    rank: rank?.value ?? "",
  };
  const says = aim.rule({ ...names, group: "group" });
  const by = measure.kind.inWords ? "" : `, by the ${kindName(basis)}, unrounded`;
  const isSo = verdict === "achieved" ? "so" : "not so";
  // A number that is withheld cannot be put into the rule.
  const held = verdict === "not judged" ? undefined : holdsForEvery([baseline, current, group]);
  const why = reason ?? held;
  return {
    says: {
      ...(why !== undefined && { reason: why }),
      rule: `${aim.words}: achieved where ${aim.rule(names)}${toleratedWords(aim, "current")}${laterWords(row)}${by}`,
      ...(verdict !== "not judged" &&
        held === undefined && { here: `${aim.rule(numbers)}, which is ${isSo}${hereTolerated(row, numbers.current)}` }),
      ...(row.notes.length > 0 && { note: row.notes.join("; ") }),
    },
    steps: [
      ...(["baseline", "current", "target", "group"] as const)
        .filter((what) => says.includes(what))
        .flatMap((what) => given(figures[what], names[what])),
      ...(rank ? [rank] : []),
      stated(row, aim.words, "the aim, as the plan states it", "aim"),
    ],
  };
}

/** Where an aim that is not achieved is within its threshold. */
const toleratedWords = (aim: Aim, current: string): string =>
  aim.threshold ? `; within tolerance where ${thresholdRule(aim, current)}` : "";

const thresholdRule = ({ better, threshold }: Aim, current: string): string =>
  threshold ? `${current} ${better === "lower" ? "≤" : "≥"} ${digitsOf(threshold)}` : "";

/** The test that decides between not achieved and within tolerance, with the number in it. */
const hereTolerated = ({ measure: { aim }, verdict, standing }: Row, current: string): string =>
  aim?.threshold && verdict === "not achieved" && (standing === "within tolerance" || standing === "not achieved")
    ? `; ${thresholdRule(aim, current)}, which is ${standing === "within tolerance" ? "so" : "not so"}`
    : "";

/** Of words that are due later, what makes them on track. */
const laterWords = ({ measure: { kind }, standing }: Row): string =>
  kind.inWords && (standing === "on track" || standing === "behind")
    ? "; before its date it is on track unless it is worse than at the baseline"
    : "";

const numberOf = (figure: Figure | undefined): string => (figure ? termOf(figure) : "");

/** The rank, or why there is none, over the figures of all that are ranked. */
function rankStep(ranked: Comparison): FormulaStep {
  const rank = rankIn(ranked);
  const of = ranked.compared.map(({ name, figure }) => stepOf(figure, name));
  if (typeof rank === "string") return { value: "[x]", as: "rank", what: rank, of, from: [] };
  return { value: `${rank.rank}`, as: "rank", what: rank.words, of, from: [] };
}

const given = (figure: Figure | undefined, as: string): FormulaStep[] => (figure ? [stepOf(figure, as)] : []);

/** Why that is the value due: as dueAt has it. */
const dueNote = ({ measure, progress }: Row): string =>
  measure.path === "line" && progress?.next !== undefined
    ? "on a straight line from the baseline through each milestone, month by month"
    : "the value of the last milestone reached; before the first, the baseline";

function nothingDue({ measure, progress }: Row): string {
  if (progress?.unknown !== undefined) return progress.unknown;
  const { next } = progress ?? {};
  return next === undefined
    ? "no value is due for it at any date"
    : `nothing is due yet; next ${nextText(measure, next)}`;
}

function progressFound(row: Row): CellExplanation {
  const { progress, judgedBy, measure } = row;
  const due = progress?.due;
  if (!progress || !due) return { says: { reason: nothingDue(row) }, steps: [] };
  const { behind, next } = progress;
  const { current } = judgedBy;
  const steps = [
    ...given(due, "due by now"),
    ...given(current, "current"),
    ...given(isKnown(behind) ? behind : undefined, "behind by"),
  ];
  const note = next === undefined ? {} : { note: `next due: ${nextText(measure, next)}` };
  const sign = measure.better === "lower" ? "≤" : "≥";
  const rule = `on track where current ${sign} due by now`;
  if (!isKnown(due) || !isKnown(current)) {
    const gap = [due, current].find((one) => one && !isKnown(one));
    const held = progress.unknown === undefined ? holdsForEvery([due, current]) : undefined;
    const reason = held ?? (gap && !isKnown(gap) ? gap.gap.reason : "there is no current figure");
    return { says: { reason, rule, ...note }, steps };
  }
  const here = `${termOf(current)} ${sign} ${termOf(due)}, which is ${behind ? "not so" : "so"}`;
  return { says: { rule, here, ...note }, steps };
}

// The stable interface for scripts: plan-measures/report/1, as output/report-schema.ts defines it.

import { eachFigure, type Figure, isKnown, isWord } from "../../core/figure.ts";
import { writtenAs } from "../../core/json-schema.ts";
import { exactText } from "../../core/number.ts";
import { monthName, periodLabel, periodName, populationDate } from "../../core/period.ts";
import { doubtsJson, problemsJson } from "../../core/problems/doubts-json.ts";
import { printableJson } from "../../core/safe-text.ts";
import { kindName, PER_1000, perWords } from "../../core/value-kind.ts";
import type { Input } from "../../input/ingest.ts";
import { byHand } from "../../measures/by-hand.ts";
import type { PlacedWhen } from "../../plan/model.ts";
import type { Figures, Sides } from "../../report/context.ts";
import { formatFigure, markOf, placesFor } from "../../report/format-figure.ts";
import { sentencesOf } from "../../report/narration.ts";
import type { Report, ReportTable, Row } from "../../report/report.ts";
import { chanceText, type Significance } from "../../report/significance.ts";
import { standingsAmong, tally } from "../../report/standing.ts";
import type { FigureJson } from "../figure-schema.ts";
import type { ReportJson } from "../report-schema.ts";
import type { Render, RenderPage } from "./format.ts";

/** One file, report.json. */
export const json: Render = (report) => [{ name: "report.json", content: printableJson(reportJson(report)) }];

/** What report.json says: also what `diff` compares, of data as of a file that was kept. */
export function reportJson({ plan, only, inputs, tables, priorities, problems, doubts }: Report): ReportJson {
  const shown = standingsAmong(tables.flatMap(({ rows }) => rows));
  return writtenAs<ReportJson>()({
    schema: "plan-measures/report/1",
    plan: {
      file: plan.file,
      title: plan.title,
      force: plan.force,
      ...(plan.similarForces !== undefined && { "similar-forces": plan.similarForces.name }),
      priorities: plan.priorities,
      groups: groupsJson(tables),
      ...(plan.publishing.published && { published: plan.publishing.published }),
      ...(plan.publishing.corrected.length > 0 && { corrected: plan.publishing.corrected }),
    },
    ...(only !== undefined && { only }),
    inputs: inputs.map(inputJson),
    standings: standingsJson(tables.flatMap(({ rows }) => rows).filter(({ measure }) => !measure.isTotal)),
    tables: tables.map(tableJson),
    priorities: priorities.map(({ id, name, rows }) => {
      const verdicts = (verdict: Row["verdict"]): number => rows.filter((row) => row.verdict === verdict).length;
      return {
        id,
        name,
        achieved: verdicts("achieved"),
        "not-achieved": verdicts("not achieved"),
        "not-judged": verdicts("not judged"),
        standings: standingsJson(rows, shown),
        measures: rows.map((row) => row.measure.name),
      };
    }),
    problems: problemsJson(problems),
    doubts: doubtsJson(doubts),
  });
}

/** How many of the measures stand so, each counted once. */
function standingsJson(rows: readonly Row[], shown = standingsAmong(rows)) {
  const counts = tally(rows);
  const named = shown.map((standing) => [standing.replace(" ", "-"), counts[standing]] as const);
  return Object.fromEntries(named) as ReportJson["standings"];
}

/** The groups that the tables show, with the forces that count in their figures. */
const groupsJson = (tables: readonly ReportTable[]) =>
  [...new Map(tables.flatMap(({ sides }) => sides.groups.map((side) => [side.name, side] as const))).values()].map(
    ({ name, average, members }) => ({ name, average, forces: members.map((member) => member.name) }),
  );

/** One file; the command that made the page says what is in it. */
export const jsonPage: RenderPage = ({ name, json: content }) => [
  { name: `${name}.json`, content: printableJson(content) },
];

/** A file that was read; its digest is worked out only here. */
const inputJson = ({ file, source, records, sha256 }: Input) => ({ file, sha256: sha256(), source, records });

function tableJson(table: ReportTable) {
  const names = table.sides.groups.map(({ name }) => name);
  return {
    title: table.title,
    ...(table.source !== undefined && { source: table.source }),
    baseline: periodLabel(table.baseline ?? {}),
    current: periodLabel(table.current ?? {}),
    groups: names,
    ...(table.notes.length > 0 && { notes: table.notes }),
    rows: table.rows.map((row) => ({
      measure: row.measure.name,
      ...(row.measure.short !== undefined && { short: row.measure.short }),
      ...(row.measure.label !== undefined && { label: row.measure.label }),
      ...(row.measure.baseline.own && { baseline: periodLabel(row.measure.baseline) }),
      ...(row.measure.current.own && { current: periodLabel(row.measure.current) }),
      periods: {
        ...(!row.measure.baseline.none && { baseline: whenJson(row.measure.baseline) }),
        current: whenJson(row.measure.current),
      },
      kind: row.measure.kind.name,
      series: row.measure.series,
      ...(row.measure.isTotal && { total: true as const }),
      aim: row.measure.aim?.words ?? null,
      basis: row.measure.kind === byHand ? byHand.name : kindName(row.measure.basis),
      ...(row.measure.per !== PER_1000 && { per: perWords(row.measure.per) }),
      ...(row.measure.judged && { judged: { ...row.measure.judged, on: row.measure.judged.on.words } }),
      ...(row.target && { target: figureJson(row.target, row, false) }),
      ...(row.progress && { progress: progressJson(row.progress, row) }),
      verdict: row.verdict,
      standing: row.standing,
      ...(row.reason !== undefined && { reason: row.reason }),
      priorities: row.measure.priorities,
      ...(row.measure.revised !== undefined && { revised: row.measure.revised }),
      ...(row.measure.owner !== undefined && { owner: row.measure.owner }),
      ...(row.comment !== undefined && { comment: row.comment }),
      ...(row.commentFrom && { "comment-written-for": periodName(row.commentFrom) }),
      ...(row.significance && { reading: readingJson(row.significance, row) }),
      says: sentencesOf(table, row),
      notes: row.notes,
      figures: figuresJson(row.figures, row, names),
      ...(row.beside && {
        beside: { group: names[0] ?? "", is: row.beside.word, by: figureJson(row.beside.by, row, true) },
      }),
      ...(row.course.sinceLastYear && { "since-last-year": figureJson(row.course.sinceLastYear, row, false) }),
      ...(row.also.length > 0 && {
        also: row.also.map(({ name, measure, figures: of }) => ({
          comparison: name,
          periods: { earlier: whenJson(measure.baseline), later: whenJson(measure.current) },
          figures: earlierAndLater(figuresJson(of, row, names)),
        })),
      }),
      ...(row.parts.length > 0 && {
        parts: row.parts.map((part) => ({ name: part.name, figures: figuresJson(part.figures, row, names) })),
      }),
    })),
  };
}

/** A period without its label, so that it can be read again, and the date of the population that rates are made with. */
const whenJson = ({ period, average, population }: PlacedWhen) => ({
  ...(period && { period: periodName(period) }),
  ...(average && { average: average.map(periodName) }),
  ...(population && { population: populationDate(population) }),
});

function progressJson({ due, behind, next, unknown }: NonNullable<Row["progress"]>, row: Row) {
  return {
    "on-track": due === undefined || unknown !== undefined ? null : behind === undefined,
    ...(due && { due: figureJson(due, row, false) }),
    ...(behind && { behind: figureJson(behind, row, false) }),
    ...(next && { next: { by: monthName(next.month), value: figureJson(next.value, row, false) } }),
    ...(unknown !== undefined && { unknown }),
  };
}

/** Limits and chances are as exact as floating point is: to 13 significant digits. */
function readingJson(reading: Significance, row: Row) {
  const { words, how, says, question, assumes, estimate, limits, p, baseline, current } = reading;
  const { adjusted, dispersion, degrees, detectable, step, pairs, shared, against, beside } = reading;
  const figure = (one: Figure) => figureJson(one, row, false);
  const chance = (one: Figure) => ({ ...figure(one), shown: chanceText(one) });
  const between = (pair: { lower: Figure; upper: Figure }) => ({
    lower: figure(pair.lower),
    upper: figure(pair.upper),
  });
  return {
    ...{ words, how, says },
    ...(question !== undefined && { question }),
    ...(assumes !== undefined && { assumes }),
    ...(estimate && { estimate: figure(estimate) }),
    ...(limits && { limits: between(limits) }),
    ...(p && { p: chance(p) }),
    ...(adjusted && { "p-adjusted": chance(adjusted) }),
    ...(dispersion && { dispersion: figure(dispersion), "degrees-of-freedom": degrees }),
    ...(detectable && { "could-have-found": figure(detectable) }),
    ...(reading.found && {
      "could-have-found-rise": figure(reading.found.rise),
      "could-have-found-fall": figure(reading.found.fall),
    }),
    ...(against && { against: figure(against) }),
    ...(step && { step, pairs: pairs?.length ?? 0 }),
    ...(shared !== undefined && { "months-left-out": shared }),
    ...(baseline && { baseline: between(baseline) }),
    ...(current && { current: between(current) }),
    ...(beside && {
      beside: {
        ...{ group: beside.group, words: beside.words, says: beside.says },
        ...{ estimate: figure(beside.estimate), limits: between(beside.limits), p: chance(beside.p) },
      },
    }),
    ...(reading.notBeside && { "beside-not-tested": reading.notBeside.why }),
    ...(reading.notes && { notes: reading.notes }),
  };
}

/** `peers` is the first group of the table; the others are listed by their names. */
function figuresJson(figures: Figures, row: Row, names: readonly string[]) {
  const side = (values: object, ofGroup: boolean) => eachFigure(values, (figure) => figureJson(figure, row, ofGroup));
  const sides = ({ force, groups: [first, ...others] }: Sides<object>) => ({
    force: side(force, false),
    ...(first && { peers: side(first, true) }),
    ...(others.length > 0 && {
      groups: others.map((group, index) => ({ name: names[index + 1] ?? "", figures: side(group, true) })),
    }),
  });
  return { baseline: sides(figures.baseline), current: sides(figures.current), change: sides(figures.change) };
}
const earlierAndLater = <L, C>({ baseline, current, change }: { baseline: L; current: L; change: C }) => ({
  earlier: baseline,
  later: current,
  change,
});

const figureJson = (figure: Figure, row: Row, ofGroup: boolean) =>
  jsonOf(figure, placesFor(row.measure, ofGroup, figure));

/** A figure for scripts: exact, as printed, and with its cells; or the reason that there is none. */
export function jsonOf(figure: Figure, places: number): FigureJson {
  const { unit, from } = figure;
  // Words have no value, so that nobody reckons with them.
  if (isWord(figure)) {
    const { word, scale, on } = figure;
    const shown = formatFigure(figure, places);
    if (unit === "yes-no") return { done: word === "yes", ...(on && { on: on.words }), shown, from };
    if (unit === "steps") return { steps: word, shown: word, from };
    return { grade: word, shown: word, ...(scale && { scale: scale.grades }), from };
  }
  if (!isKnown(figure))
    return { gap: figure.gap.reason, ...(figure.gap.mark !== "x" && { mark: figure.gap.mark }), from };
  const mark = markOf(figure, places);
  return {
    ...{ value: exactText(figure.value), shown: formatFigure(figure, places), unit },
    ...(mark !== undefined && { mark }),
    from,
  };
}

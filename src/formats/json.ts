// The stable interface for scripts: plan-measures/report/1. The README documents it; test/report-shape.ts checks it.
import { type Figure, isKnown } from "../figure.ts";
import { exactText } from "../number.ts";
import { periodLabel } from "../period.ts";
import { printableJson } from "../printable.ts";
import { sorted } from "../problems.ts";
import { type Figures, type ReportTable, type Row, type Side, tally } from "../report.ts";
import { placesFor, shown } from "../table.ts";
import type { Render } from "./index.ts";

/** One file, report.json. */
export const json: Render = (report) => {
  const { plan, only, inputs, tables, priorities, problems } = report;
  const content = {
    schema: "plan-measures/report/1",
    plan: {
      file: plan.file,
      title: plan.title,
      force: plan.force,
      ...(plan.similarForces !== undefined && { "similar-forces": plan.similarForces.name }),
      priorities: plan.priorities,
    },
    ...(only !== undefined && { only }),
    inputs: inputs.map((input) => ({ ...input, sha256: input.sha256() })),
    tables: tables.map(tableJson),
    priorities: priorities.map(({ id, name, rows }) => {
      const counts = tally(rows);
      return {
        id,
        name,
        achieved: counts.achieved,
        "not-achieved": counts["not achieved"],
        "not-judged": counts["not judged"],
        measures: rows.map((row) => row.measure.name),
      };
    }),
    problems: sorted(problems),
  };
  return [{ name: "report.json", content: printableJson(content) }];
};

function tableJson(table: ReportTable) {
  return {
    title: table.title,
    ...(table.source !== undefined && { source: table.source }),
    baseline: periodLabel(table.baseline ?? {}),
    current: periodLabel(table.current ?? {}),
    rows: table.rows.map((row) => ({
      measure: row.measure.name,
      ...(row.measure.label !== undefined && { label: row.measure.label }),
      ...(row.measure.baseline.own && { baseline: periodLabel(row.measure.baseline) }),
      ...(row.measure.current.own && { current: periodLabel(row.measure.current) }),
      aim: row.measure.aim ?? null,
      basis: row.measure.basis === "percent" ? "percentage" : row.measure.basis,
      verdict: row.verdict,
      ...(row.reason !== undefined && { reason: row.reason }),
      priorities: row.measure.priorities,
      ...(row.measure.owner !== undefined && { owner: row.measure.owner }),
      ...(row.comment !== undefined && { comment: row.comment }),
      notes: row.notes,
      figures: figuresJson(row.figures, row),
      ...(row.parts.length > 0 && {
        parts: row.parts.map((part) => ({ name: part.name, figures: figuresJson(part.figures, row) })),
      }),
    })),
  };
}

function figuresJson(figures: Figures, row: Row) {
  const side = (values: Readonly<Record<string, Figure>>, of: Side) =>
    Object.fromEntries(Object.entries(values).map(([kind, figure]) => [kind, figureJson(figure, row, of)]));
  const sides = ({ force, peers }: { force: object; peers?: object }) => ({
    force: side({ ...force }, "force"),
    ...(peers && { peers: side({ ...peers }, "peers") }),
  });
  return { baseline: sides(figures.baseline), current: sides(figures.current), change: sides(figures.change) };
}

function figureJson(figure: Figure, row: Row, side: Side) {
  const { unit, from } = figure;
  if (!isKnown(figure)) return { gap: figure.gap.reason, from };
  return { value: exactText(figure.value), shown: shown(figure, placesFor(row.measure, side, unit)), unit, from };
}

// The tables of a trend: a row for each month or quarter with its limits and signals, and one for each year.

import { isKnown } from "../core/figure.ts";
import { approximately } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import type { Level } from "../measures/measure-kind.ts";
import { sideHeading } from "../output/figure-columns.ts";
import { type Cell, type Column, columnNamed, notApplicable, type Table } from "../output/table.ts";
import { shorthandNotes } from "../output/table-notes.ts";
import { levelColumns, levelIn, wordsFor } from "../output/value-columns.ts";
import { placesFor } from "../report/format-figure.ts";
import { limitNotes, limitPlaces, summaryNotes } from "./limit-notes.ts";
import { areYears, momentName, type TrendPoint } from "./moment.ts";
import { saidOf, standingNotes, trendNotes } from "./notes.ts";
import { markWords, signalsBy } from "./signals.ts";
import type { Trend } from "./trend.ts";

/** The months or quarters with their signals; the limits themselves are in its notes. */
export function tableByStep(trend: Trend, rising: number): Table {
  const { measure, step, moments, stretches } = trend;
  const marks = signalsBy(stretches);
  const leftOut = new Set(stretches.flatMap((stretch) => stretch.leftOut.map(({ period }) => period.to)));
  const notes = [...stretches.flatMap((stretch) => limitNotes(trend, stretch, rising)), ...summaryNotes(trend)];
  const signal = ({ period: { to } }: TrendPoint): string | undefined => {
    const words = [
      ...(marks.has(to) ? [markWords(marks.get(to) ?? [])] : []),
      ...(leftOut.has(to) ? [say("cell.left-out")] : []),
    ];
    return words.length > 0 ? words.join("; ") : undefined;
  };
  return {
    ...tableOf(trend, byStep(measure.name, step), moments, notes, signal),
    of: wholeOf(trend, stepWords(step)),
  };
}

/** The years, or the periods as the data give them where they are of other lengths. */
export function tableByYear(trend: Trend): Table {
  const { measure, years, standings } = trend;
  const hasYears = areYears(years);
  const title = hasYears
    ? say("trend.years", { measure: measure.name })
    : say("trend.as-given", { measure: measure.name });
  return {
    ...tableOf(trend, title, years, standingNotes(trend, standings)),
    of: wholeOf(trend, hasYears ? say("trend.step-year") : say("trend.step-given")),
  };
}

const wholeOf = ({ measure }: Trend, each: string): NonNullable<Table["of"]> => [
  [say("heading.measure"), measure.name],
  [say("heading.step"), each],
];

function tableOf(
  trend: Trend,
  title: string,
  moments: readonly TrendPoint[],
  notes: readonly string[],
  signal?: (moment: TrendPoint) => string | undefined,
): Table {
  const { sides, measure } = trend;
  const columns: (Column & { cell: (moment: TrendPoint) => Cell })[] = [
    {
      ...columnNamed(say("heading.period")),
      cell: ({ period }) => ({ text: momentName(period) }),
    },
  ];
  for (const column of levelColumns) {
    const [kind, words] = column;
    for (const [index, side] of sides.entries()) {
      if (!moments.some(({ levels }) => levelIn(levels[index], column))) continue;
      columns.push({
        ...columnNamed(sideHeading(side, words()), true),
        cell: (moment) => cellOf(trend, moment, index, kind),
      });
    }
  }
  if (signal && moments.some(signal)) {
    columns.push({ ...columnNamed(say("trend.signal")), cell: (moment) => ({ text: signal(moment) ?? "" }) });
  }
  const rows = moments.map((moment) => columns.map(({ cell }) => cell(moment)));
  return {
    title,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows,
    notes: [...trendNotes(trend, moments, rows), ...notes, ...saidOf(moments, measure.name)],
  };
}

/** The table with the limits that hold for each month or quarter, to one more place than its figures. */
export function withLimits(table: Table, trend: Trend): Table {
  const { moments, stretches, fineBasis } = trend;
  const held = new Map(stretches.flatMap(({ each }) => each.map(({ period, limits }) => [period.to, limits] as const)));
  if (held.size === 0) return table;
  const { unit, places } = limitPlaces(trend);
  const group = say("trend.limits-of", { value: wordsFor(fineBasis, trend.measure) });
  const edges = ["mean", "lower", "upper"] as const;
  const rows = table.rows.map((row, index): Cell[] => {
    const limits = held.get(moments[index]?.period.to ?? Number.NaN);
    return [
      ...row,
      ...edges.map((edge) =>
        limits ? { figure: { value: approximately(limits[edge]), unit, from: [] }, places } : notApplicable,
      ),
    ];
  });
  const isInPart = rows.some((row) => row.includes(notApplicable));
  return {
    ...table,
    columns: [...table.columns, ...edges.map((edge) => ({ group, heading: edgeHeading(edge), numeric: true }))],
    rows,
    notes: [...new Set([...table.notes, ...(isInPart ? shorthandNotes(["z"]) : [])])],
  };
}

function cellOf({ measure }: Trend, { levels, broken }: TrendPoint, index: number, kind: keyof Level): Cell {
  const figure = levels[index]?.[kind];
  if (!figure) return { text: "" };
  const places = placesFor(measure, index > 0, figure);
  return { figure: broken[index] && isKnown(figure) ? { ...figure, mark: "b" } : figure, places };
}

function edgeHeading(edge: "mean" | "lower" | "upper"): string {
  if (edge === "mean") return say("trend.mean");
  return edge === "lower" ? say("compare.lower") : say("compare.upper");
}

const byStep = (measure: string, step: Trend["step"]): string =>
  step === "quarter" ? say("trend.by-quarter", { measure }) : say("trend.by-month", { measure });
const stepWords = (step: Trend["step"]): string =>
  step === "quarter" ? say("trend.step-quarter") : say("trend.step-month");

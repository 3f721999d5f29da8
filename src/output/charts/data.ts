// The data of a chart as a table: every figure that it draws.

import { isKnown, missing, shorthand } from "../../core/figure.ts";
import type { ChangeChart, Chart, LineChart, Point } from "../chart.ts";
import type { Cell, Column, Table } from "../table.ts";
import { chartUnit, edgesOf, placesOfLimits } from "./series.ts";

const words = (heading: string): Column => ({ group: "", heading, numeric: false });
const figures = (heading: string): Column => ({ group: "", heading, numeric: true });

/** The chart's figures, a row for each point in time, bar or measure. */
export function chartTable(chart: Chart): Table {
  const made = chart.kind === "line" ? lineTable(chart) : chart.kind === "bars" ? barTable(chart) : changeTable(chart);
  const gaps = made.rows.flat().flatMap((cell) => ("figure" in cell && !isKnown(cell.figure) ? [cell.figure.gap] : []));
  const marks = [...new Set(gaps.map(({ mark }) => mark))];
  const reasons = [...new Set(gaps.map(({ mark, reason }) => `[${mark}]: ${reason}.`))];
  return {
    ...made,
    title: `${chart.title} (${chart.unit})`,
    notes: [...marks.map((mark) => `[${mark}] means ${shorthand[mark]}.`), ...reasons],
  };
}

type Made = Pick<Table, "columns" | "rows">;

function lineTable(chart: LineChart): Made {
  const { lines, places, limits = [], breaks = [] } = chart;
  const months = [...new Set(lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const none = missing(chartUnit(chart), { mark: "z", reason: "there is no such point" });
  const [edges] = limits.map((one) => edgesOf(chart, one)).sort((a, b) => b.length - a.length);
  const hasSignals = lines.some(({ points }) => points.some(({ signal, isLeftOut }) => signal || isLeftOut));
  return {
    columns: [
      words("Period"),
      ...lines.map(({ name }) => figures(name)),
      ...(edges ?? []).map(({ name }) => figures(name)),
      ...(hasSignals ? [words("Signal")] : []),
      ...(breaks.length > 0 ? [words("Break in series")] : []),
    ],
    rows: months.map((month, index): Cell[] => {
      const points = lines.map((line) => line.points.find(({ at }) => at === month));
      const label = points.find((point) => point !== undefined)?.label ?? "";
      const held = limits.find(({ from, to }) => from <= month && month <= to);
      const before = months[index - 1] ?? Number.NEGATIVE_INFINITY;
      const signals = lines.flatMap(({ name }, line) => signalText(points[line], lines.length > 1 ? `${name}: ` : ""));
      const broken = [
        ...breaks.filter(({ at }) => before < at && at <= month).map((one) => one.label),
        ...(points.some((point) => point?.isMixed) ? ["mixes both sides"] : []),
      ];
      return [
        { text: label },
        ...points.map((point) => ({ figure: point?.figure ?? none, places })),
        ...(edges ?? []).map(({ name }) => ({
          figure: (held && edgesOf(chart, held, month).find((one) => one.name === name)?.figure) ?? none,
          places: placesOfLimits(chart),
        })),
        ...(hasSignals ? [{ text: signals.join(", ") || "no" }] : []),
        ...(breaks.length > 0 ? [{ text: broken.join("; ") || "no" }] : []),
      ];
    }),
  };
}

/** What a point is a signal of, and whether the limits leave it out. */
function signalText(point: Point | undefined, name: string): string[] {
  const said = [...(point?.signal ? [point.signal.words] : []), ...(point?.isLeftOut ? ["left out"] : [])];
  return said.length > 0 ? [`${name}${said.join("; ")}`] : [];
}

function barTable({ places, bars, reference, unit }: Extract<Chart, { kind: "bars" }>): Made {
  const hasNotes = bars.some(({ note }) => note !== undefined);
  const row = (name: string, figure: (typeof bars)[number]["figure"], note = ""): Cell[] => [
    { text: name },
    { figure, places },
    ...(hasNotes ? [{ text: note }] : []),
  ];
  return {
    columns: [words("Area"), figures(unit), ...(hasNotes ? [words("Note")] : [])],
    rows: [
      ...bars.map(({ name, figure, note }) => row(name, figure, note)),
      ...(reference ? [row(reference.name, reference.figure)] : []),
    ],
  };
}

function changeTable({ force, others, moves }: ChangeChart): Made {
  return {
    columns: [words("Measure"), figures(force), ...others.map(figures), words("Aim"), words("Achieved?")],
    rows: moves.map(({ name, figure, places, others: values, aim, standing }): Cell[] => [
      { text: name },
      { figure, places },
      ...values,
      { text: aim },
      { text: standing },
    ]),
  };
}

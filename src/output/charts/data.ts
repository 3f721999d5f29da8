// The data of a chart as a table: every figure that it draws.

import { type Figure, isKnown, missing, shorthand } from "../../core/figure.ts";
import type { ChangeChart, Chart, FunnelChart, LineChart, Point, RankChart } from "../chart.ts";
import { type Cell, type Column, type Table, textCells } from "../table.ts";
import { chartUnit, edgesOf, placesOfLimits } from "./series.ts";

const words = (heading: string): Column => ({ group: "", heading, numeric: false });
const figures = (heading: string): Column => ({ group: "", heading, numeric: true });

/** The chart's figures, a row for each point in time, bar or measure. */
export function chartTable(chart: Chart): Table {
  const made = madeOf(chart);
  const gaps = made.rows.flat().flatMap((cell) => ("figure" in cell && !isKnown(cell.figure) ? [cell.figure.gap] : []));
  const marks = [...new Set(gaps.map(({ mark }) => mark))];
  const reasons = [...new Set(gaps.map(({ mark, reason }) => `[${mark}]: ${reason}.`))];
  return {
    ...made,
    title: `${chart.title} (${chart.unit})`,
    notes: [...marks.map((mark) => `[${mark}] means ${shorthand[mark]}.`), ...reasons, ...(made.notes ?? [])],
  };
}

function madeOf(chart: Chart): Made {
  if (chart.kind === "line") return lineTable(chart);
  if (chart.kind === "ranks") return rankTable(chart);
  return chart.kind === "funnel" ? funnelTable(chart) : changeTable(chart);
}

type Made = Pick<Table, "columns" | "rows"> & { readonly notes?: readonly string[] };

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
        ...(points.some((point) => point?.isMixed)
          ? [breaks.some(({ isGap }) => isGap) ? "mixes both sides, or is not whole" : "mixes both sides"]
          : []),
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

const limitHeadings = ["Lower 95% limit", "Upper 95% limit", "Lower 99.8% limit", "Upper 99.8% limit"];

function rankTable({ places, points, reference, unit }: RankChart): Made {
  const cell = (figure: Figure | undefined): Cell => (figure ? { figure, places } : { text: "" });
  const has = (pick: (one: (typeof points)[number]) => unknown): boolean => points.some((one) => pick(one));
  const [hasRank, hasRange, hasLimits] = [has(({ rank }) => rank), has(({ range }) => range), has((one) => one.limits)];
  const row = (one: (typeof points)[number]): Cell[] => [
    ...[{ text: one.name }, cell(one.figure)],
    ...(hasRank ? [{ text: one.rank ?? "" }] : []),
    ...(hasRange ? [{ text: one.range ?? "" }] : []),
    ...(hasLimits ? [...limitCells(one.limits, places), { text: one.note ?? (one.limits ? "similar" : "") }] : []),
  ];
  return {
    columns: [
      ...[words("Area"), figures(unit)],
      ...(hasRank ? [words("Rank")] : []),
      ...(hasRange ? [words("Ranks left open")] : []),
      ...(hasLimits ? [...limitHeadings.map(figures), words("Beside the others")] : []),
    ],
    rows: [...points.map(row), ...(reference ? [row(reference)] : [])],
  };
}

function funnelTable({ places, points, force, unit }: FunnelChart): Made {
  return {
    columns: [words("Area"), figures("Population"), figures(unit), ...limitHeadings.map(figures)],
    rows: points.map(({ name, population, figure, limits }): Cell[] => [
      ...[{ text: name }, { figure: population, places: 0 }, { figure, places }],
      ...limitCells(limits, places),
    ]),
    notes: [
      `The limits are those of a force of each population that is like the others of ${force}; the limits of each force beside its own others are in the table above.`,
    ],
  };
}

const limitCells = (limits: RankChart["points"][number]["limits"], places: number): Cell[] =>
  limits
    ? [limits.at95.lower, limits.at95.upper, limits.at998.lower, limits.at998.upper].map((figure) => ({
        figure,
        places,
      }))
    : textCells("", "", "", "");

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

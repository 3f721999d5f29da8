// The data of a chart as a table: every figure that it draws.

import { type Figure, isKnown, missing } from "../../core/figure.ts";
import { say } from "../../core/words/say.ts";
import { areAnswers } from "../../report/standing.ts";
import type { ChangeChart, Chart, FunnelChart, LineChart, Point, RankChart } from "../chart.ts";
import { besideWord } from "../overview-words.ts";
import { type Cell, type Column, standingCell, type Table, textCells } from "../table.ts";
import { noteOf, shorthandNotes } from "../table-notes.ts";
import { chartUnit, edgesOf, hasGap, placesOfLimits } from "./series.ts";

const words = (heading: string): Column => ({ group: "", heading, numeric: false });
const figures = (heading: string): Column => ({ group: "", heading, numeric: true });

/** The chart's figures, a row for each point in time, bar or measure. */
export function chartTable(chart: Chart): Table {
  const made = madeOf(chart);
  const gaps = made.rows.flat().flatMap((cell) => ("figure" in cell && !isKnown(cell.figure) ? [cell.figure.gap] : []));
  const marks = [...new Set(gaps.map(({ mark }) => mark))];
  const reasons = [...new Set(gaps.map(({ mark, reason }) => noteOf(`[${mark}]`, reason)))];
  return {
    ...made,
    title: say("chart.table-title", { title: chart.title, unit: chart.unit }),
    notes: [...shorthandNotes(marks), ...reasons, ...(made.notes ?? [])],
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
  const none = missing(chartUnit(chart), { mark: "z", reason: say("gap.no-point") });
  const [edges] = limits.map((one) => edgesOf(chart, one)).sort((a, b) => b.length - a.length);
  const hasSignals = lines.some(({ points }) => points.some(({ signal, isLeftOut }) => signal || isLeftOut));
  return {
    columns: [
      words(say("heading.period")),
      ...lines.map(({ name }) => figures(name)),
      ...(edges ?? []).map(({ name }) => figures(name)),
      ...(hasSignals ? [words(say("heading.signal"))] : []),
      ...(breaks.length > 0 ? [words(say("heading.break"))] : []),
    ],
    rows: months.map((month, index): Cell[] => {
      const points = lines.map((line) => line.points.find(({ at }) => at === month));
      const label = points.find((point) => point !== undefined)?.label ?? "";
      const held = limits.find(({ from, to }) => from <= month && month <= to);
      const before = months[index - 1] ?? Number.NEGATIVE_INFINITY;
      const signals = lines.flatMap(({ name }, line) => signalText(points[line], lines.length > 1 ? name : undefined));
      const broken = [
        ...breaks.filter(({ at }) => before < at && at <= month).map((one) => one.label),
        ...(points.some((point) => point?.isMixed) ? [hasGap(chart) ? say("cell.mixed-gap") : say("cell.mixed")] : []),
      ];
      return [
        { text: label },
        ...points.map((point) => ({ figure: point?.figure ?? none, places })),
        ...(edges ?? []).map(({ name }) => ({
          figure: (held && edgesOf(chart, held, month).find((one) => one.name === name)?.figure) ?? none,
          places: placesOfLimits(chart),
        })),
        ...(hasSignals ? [{ text: signals.join(", ") || say("cell.none") }] : []),
        ...(breaks.length > 0 ? [{ text: broken.join("; ") || say("cell.none") }] : []),
      ];
    }),
  };
}

/** What a point is a signal of, and whether the limits leave it out. */
function signalText(point: Point | undefined, name: string | undefined): string[] {
  const said = [...(point?.signal ? [point.signal.words] : []), ...(point?.isLeftOut ? [say("cell.left-out")] : [])];
  if (said.length === 0) return [];
  const words_ = said.join("; ");
  return [name === undefined ? words_ : say("heading.grouped", { group: name, heading: words_ })];
}

const limitHeadings = (): string[] => [
  ...[say("limit.lower-95"), say("limit.upper-95")],
  ...[say("limit.lower-998"), say("limit.upper-998")],
];

function rankTable({ places, points, reference, unit }: RankChart): Made {
  const cell = (figure: Figure | undefined): Cell => (figure ? { figure, places } : { text: "" });
  const has = (pick: (one: (typeof points)[number]) => unknown): boolean => points.some((one) => pick(one));
  const [hasRank, hasRange, hasLimits] = [has(({ rank }) => rank), has(({ range }) => range), has((one) => one.limits)];
  const row = (one: (typeof points)[number]): Cell[] => [
    ...[{ text: one.name }, cell(one.figure)],
    ...(hasRank ? [{ text: one.rank ?? "" }] : []),
    ...(hasRange ? [{ text: one.range ?? "" }] : []),
    ...(hasLimits
      ? [...limitCells(one.limits, places), { text: one.note || one.limits ? besideWord(one.note ?? "similar") : "" }]
      : []),
  ];
  return {
    columns: [
      ...[words(say("heading.area")), figures(unit)],
      ...(hasRank ? [words(say("heading.rank"))] : []),
      ...(hasRange ? [words(say("heading.ranks-open"))] : []),
      ...(hasLimits ? [...limitHeadings().map(figures), words(say("heading.beside-others"))] : []),
    ],
    rows: [...points.map(row), ...(reference ? [row(reference)] : [])],
  };
}

function funnelTable({ places, points, force, unit }: FunnelChart): Made {
  return {
    columns: [
      words(say("heading.area")),
      figures(say("chart.population")),
      figures(unit),
      ...limitHeadings().map(figures),
    ],
    rows: points.map(({ name, population, figure, limits }): Cell[] => [
      ...[{ text: name }, { figure: population, places: 0 }, { figure, places }],
      ...limitCells(limits, places),
    ]),
    notes: [say("chart.funnel-limits", { force })],
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
  const isAnswered = areAnswers(moves.map(({ standing }) => standing));
  return {
    columns: [
      ...[words(say("heading.measure")), figures(force), ...others.map(figures)],
      ...[words(say("heading.aim")), words(say(isAnswered ? "heading.achieved-alone" : "heading.standing"))],
    ],
    rows: moves.map(({ name, figure, places, others: values, aim, standing }): Cell[] => [
      { text: name },
      { figure, places },
      ...values,
      { text: aim },
      standingCell(standing),
    ]),
  };
}

// Charts that Word draws itself: bars of change and of ranks, lines over time, and funnels.

import { type Figure, isKnown } from "../../../core/figure.ts";
import { exact, fixed, toNumber } from "../../../core/number.ts";
import { standingWords } from "../../../core/words/names.ts";
import { say } from "../../../core/words/say.ts";
import { formatFigure } from "../../../report/format-figure.ts";
import type { ChangeChart, Chart, FunnelChart, LineChart, RankChart } from "../../chart.ts";
import { edgesOf, placesOfLimits, runsOf, stylesOf } from "../../charts/series.ts";
import { colourOf, colours } from "../../charts/svg.ts";
import { noteOf } from "../../table-notes.ts";
import { axisXml, chartPart, type DrawnSeries, type DrawnValue, seriesXml } from "./chart-parts.ts";

/** A chart as its part, how high it is, in millimetres, and what is to be read below it. */
export interface NativeChart {
  readonly part: string;
  readonly height: number;
  readonly notes: readonly string[];
}

/** Millimetres: the width of every chart, and the height that a page has room for. */
export const CHART_WIDTH = 240;
const HIGHEST = 150;
/** Measures that a page of bars has room for. */
const MOST_MOVES = 16;

/** The figures that a chart is of. */
function figuresIn(chart: Chart): Figure[] {
  if (chart.kind === "line") return chart.lines.flatMap(({ points }) => points.map(({ figure }) => figure));
  if (chart.kind === "change") return chart.moves.flatMap((move) => [move, ...move.others].map(({ figure }) => figure));
  return chart.points.map(({ figure }) => figure);
}

/** The chart; of many measures in several, as a page has room for no more; none where there is nothing to draw. */
export function nativeCharts(chart: Chart): NativeChart[] {
  if (!figuresIn(chart).some(isKnown)) return [];
  if (chart.kind === "line") return [lineChart(chart)];
  if (chart.kind === "ranks") return [rankChart(chart)];
  if (chart.kind === "funnel") return [funnelChart(chart)];
  const pages = Math.ceil(chart.moves.length / MOST_MOVES);
  const size = Math.ceil(chart.moves.length / Math.max(pages, 1));
  return Array.from({ length: pages }, (_, page) => changeChart(chart, page * size, size, pages > 1));
}

const drawn = (figure: Figure | undefined, places: number): DrawnValue | undefined =>
  isKnown(figure) ? { digits: fixed(figure.value, places) } : undefined;
const labelled = (figure: Figure | undefined, places: number): DrawnValue | undefined =>
  isKnown(figure) ? { digits: fixed(figure.value, places), label: formatFigure(figure, places) } : undefined;

const withGap = (name: string, figure: Figure, places: number): string =>
  isKnown(figure) ? name : `${name}: ${formatFigure(figure, places)}`;

function changeChart(chart: ChangeChart, from: number, size: number, isDivided: boolean): NativeChart {
  const moves = chart.moves.slice(from, from + size);
  const categories = moves.map(
    (move) => `${withGap(move.name, move.figure, move.places)} (${standingWords(move.standing)})`,
  );
  const series = [
    { name: chart.force, colour: colours.force, values: moves.map(({ figure, places }) => labelled(figure, places)) },
    ...chart.others.map((name, group) => ({
      ...{ name, colour: colourOf(group) },
      values: moves.map(({ others }) => labelled(others[group]?.figure, others[group]?.places ?? 0)),
    })),
  ];
  // The parts of a divided chart have one scale, so that bars of two pages compare.
  return bars(series, categories, chart.unit, isDivided ? rangeOf(figuresIn(chart)) : undefined);
}

/** Round numbers around the figures and nought. */
function rangeOf(figures: readonly Figure[]): readonly [number, number] {
  const values = figures.flatMap((figure) => (isKnown(figure) ? [toNumber(figure.value)] : []));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = 10 ** Math.floor(Math.log10(Math.max(most - least, 1)));
  return [Math.floor(least / step) * step, Math.ceil(most / step) * step];
}

function rankChart({ points, reference, places, unit }: RankChart): NativeChart {
  const shown = [...points, ...(reference ? [{ ...reference, rank: undefined, isForce: false }] : [])];
  const values = shown.map((one): DrawnValue | undefined => {
    const value = labelled(one.figure, places);
    const colour = one.isForce
      ? colours.force
      : reference && one.name === reference.name
        ? colours.others[0]
        : colours.faint;
    return value && { ...value, colour };
  });
  const names = shown.map(({ name, rank, figure }) =>
    withGap(rank === undefined ? name : `${rank}: ${name}`, figure, places),
  );
  const made = bars([{ name: unit, colour: colours.faint, values }], names, unit);
  const hasLimits = points.some(({ limits }) => limits);
  return { ...made, notes: hasLimits ? [say("chart.limits-in-table")] : [] };
}

function bars(
  series: readonly DrawnSeries[],
  categories: readonly string[],
  unit: string,
  range?: readonly [number, number],
): NativeChart {
  const all = series.map((one, index) => seriesXml("bar", one, index, categories)).join("");
  const plot = `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}<c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axisXml("cat", { id: 1, crosses: 2, side: "l", isDown: true })}${axisXml("val", { id: 2, crosses: 1, side: "b", title: unit, isDown: true, hasGrid: true, ...(range && { range }) })}`;
  const each = Math.max(series.length * 4, 6) + 1.5;
  return {
    part: chartPart(plot, series),
    height: Math.ceil(Math.min(HIGHEST, 26 + categories.length * each)),
    notes: [],
  };
}

const marks = ["circle", "square", "diamond", "triangle"] as const;

function lineChart(chart: LineChart): NativeChart {
  const { lines, places, limits = [], breaks = [], letters = [], unit } = chart;
  const all = lines.flatMap(({ points }) => points);
  const months = [...new Set(all.map(({ at }) => at))].sort((a, b) => a - b);
  const categories = months.map((month) => all.find(({ at }) => at === month)?.label ?? "");
  const styles = stylesOf(chart);
  const series: DrawnSeries[] = lines.flatMap(({ name, points }, line) => {
    const { colour = colours.quiet, series: mark = 0 } = styles[line] ?? {};
    return runsOf(points, breaks).map((run, piece): DrawnSeries => {
      const at = new Map(run.map((point) => [point.at, point]));
      return {
        ...{ name, colour, mark: marks[mark % marks.length] ?? "circle", isFurther: piece > 0 },
        line: run.some(({ isMixed }) => isMixed) ? "sysDot" : "solid",
        values: months.map((month) => {
          const point = at.get(month);
          const value = drawn(point?.figure, places);
          return value && { ...value, ...(point?.signal && { label: point.signal.letters }) };
        }),
      };
    });
  });
  const known = new Set<string>();
  for (const one of limits) {
    for (const { name, isMean } of edgesOf(chart, one)) {
      const values = months.map((month) => {
        if (month < one.from || month > one.to) return undefined;
        return drawn(edgesOf(chart, one, month).find((edge) => edge.name === name)?.figure, placesOfLimits(chart));
      });
      series.push({ name, colour: colours.rule, values, line: isMean ? "solid" : "dash", isFurther: known.has(name) });
      known.add(name);
    }
  }
  const shapes = series.map((one, index) => seriesXml("line", one, index, categories)).join("");
  const format = places === 0 ? "#,##0" : "General";
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${shapes}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${axisXml("cat", { id: 1, crosses: 2, side: "b" })}${axisXml("val", { id: 2, crosses: 1, side: "l", title: unit, hasGrid: true, format })}`;
  const signals = new Set(all.flatMap(({ signal }) => signal?.letters ?? []));
  const mixed = all.some(({ isMixed }) => isMixed) ? [say("chart.dotted")] : [];
  return {
    part: chartPart(plot, series),
    height: 110,
    notes: [
      ...letters.filter((one) => signals.has(one.letters)).map((one) => noteOf(one.letters, one.words)),
      ...breaks.map(({ label }) => say("chart.break-across", { reason: label })),
      ...mixed,
    ],
  };
}

function funnelChart({ points, curve, rate, places, force, unit }: FunnelChart): NativeChart {
  const scattered = (
    name: string,
    colour: string,
    some: FunnelChart["points"],
    mark: DrawnSeries["mark"],
  ): DrawnSeries => {
    const placed = some.filter(({ population }) => isKnown(population));
    return {
      ...{ name, colour, line: "none" as const, ...(mark && { mark }) },
      values: placed.map(({ figure }) => drawn(figure, places)),
      along: placed.map(({ population }) => (isKnown(population) ? fixed(population.value, 0) : "")),
    };
  };
  const along = curve.map(({ population }) => fixed(exact(population), 0));
  const level = (
    name: string,
    line: DrawnSeries["line"],
    value: (at: (typeof curve)[number]) => number | undefined,
  ): DrawnSeries => ({
    ...{ name, colour: colours.rule, along, ...(line && { line }) },
    values: curve.map((at) => {
      const edge = value(at);
      return edge === undefined ? undefined : { digits: fixed(exact(edge), places + 2) };
    }),
  });
  const mean = isKnown(rate) ? toNumber(rate.value) : undefined;
  const series = [
    scattered(
      say("chart.other-forces"),
      colours.others[1],
      points.filter(({ isForce }) => !isForce),
      "square",
    ),
    scattered(
      force,
      colours.force,
      points.filter(({ isForce }) => isForce),
      "circle",
    ),
    level(say("chart.rate-of-others"), "solid", () => mean),
    level(say("chart.limits-95"), "dash", ({ at95 }) => at95[0]),
    { ...level(say("chart.limits-95"), "dash", ({ at95 }) => at95[1]), isFurther: true },
    level(say("chart.limits-998"), "sysDot", ({ at998 }) => at998[0]),
    { ...level(say("chart.limits-998"), "sysDot", ({ at998 }) => at998[1]), isFurther: true },
  ];
  // LibreOffice draws no series that is shorter than another.
  const longest = Math.max(...series.map(({ values }) => values.length));
  const padded = series.map(({ values, along: own = [], ...rest }) => ({
    ...rest,
    values: Array.from({ length: longest }, (_, place) => values[place]),
    along: Array.from({ length: longest }, (_, place) => own[place]),
  }));
  const shapes = padded.map((one, index) => seriesXml("scatter", one, index, [])).join("");
  const plot = `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${shapes}<c:axId val="1"/><c:axId val="2"/></c:scatterChart>${axisXml("val", { id: 1, crosses: 2, side: "b", title: say("chart.population"), format: "#,##0" })}${axisXml("val", { id: 2, crosses: 1, side: "l", title: unit, hasGrid: true })}`;
  return { part: chartPart(plot, series), height: 110, notes: [] };
}

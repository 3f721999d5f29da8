// A line over time: the measure's points, limits, signals and breaks in series, each line named at its end.

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { isKnown } from "../../core/figure.ts";
import { toNumber } from "../../core/number.ts";
import { seasonWords } from "../../core/words/periods.ts";
import { say } from "../../core/words/say.ts";
import { formatFigure } from "../../report/format-figure.ts";
import type { LineChart, Point } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { wrapped } from "../markup/text-width.ts";
import { type EndLabel, endLabels, endsHeight, SIGN } from "./ends.ts";
import { keyMarks } from "./key.ts";
import { monthTicks } from "./months.ts";
import { chartUnit, edgesOf, placesOfLimits, runsOf, stylesOf } from "./series.ts";
import { signalMarks } from "./signal-marks.ts";
import {
  colours,
  cross,
  DIGITS,
  type Drawing,
  dots,
  letterSizes,
  marker,
  rule,
  type Size,
  textAt,
  textLines,
  tickText,
  widest,
  widestWord,
} from "./svg.ts";
import { axisTitle, valueDomain } from "./value-domain.ts";

/** The least height of the part that holds the lines, and the most width of the names at their ends. */
const rooms = { wide: { height: 300, names: 210 }, narrow: { height: 220, names: 96 } };
/** Points so many pixels apart or fewer are close. */
/** Marks under this area have no edge. */
const SMALL = 30;
const CLOSE = 4;
const quiet = { colour: colours.quiet };

/** Where months and values stand, and the edges of the part that holds the lines. */
interface Plot {
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly letters: number;
  readonly width: number;
}

export function lineDrawing(chart: LineChart, size: Size): Drawing {
  const { width, letters } = letterSizes[size];
  const rowHeight = letters + 4;
  const { y, isCut } = valueScale(chart);
  const ticks = y.ticks(5);
  const tickTexts = ticks.map((tick) => tickText(tick, ticks, chartUnit(chart)));
  const ends = endsOf(chart);

  // From the left: the values of the axis, the lines, the names at their ends.
  const words = ends.map((end) => end.words);
  const most = Math.max(rooms[size].names, Math.min(widestWord(words, letters, true) + 1, 140));
  const room = Math.min(most, widest(words, letters, true) + 1);
  const left = widest(tickTexts, letters) + 10;
  const right = width - room - SIGN;
  const months = monthsOf(chart);
  const x = scaleLinear()
    .domain(months.length > 0 ? [Math.min(...months), Math.max(...months)] : [0, 1])
    .range([left + 10, right]);

  // From the top: what the axis measures, the words of breaks, the lines, the months.
  const head = headMarks(chart, isCut, width, letters);
  const breaks = breakMarks(chart, x, { left, width, top: head.height, letters });
  const top = head.height + breaks.height + 6;
  const bottom = Math.max(top + rooms[size].height, top + endsHeight(ends, room, letters) - rowHeight);
  y.range([bottom, top]);

  const plot: Plot = { x, y, left, right, bottom, letters, width };
  const labels = ends.map(({ of, value, ...end }): EndLabel => ({ ...end, x: of ? x(of.at) : right, y: y(value) }));
  const named = endLabels(labels, { right, room, letters, top: top - 4, bottom: bottom + rowHeight });
  return {
    height: Math.ceil(Math.max(bottom + rowHeight + 14, named.lowest + 4)),
    marks: [
      ...head.marks,
      ...ticks.flatMap((tick, index) => [
        rule(left, y(tick), right, y(tick), tick === 0 ? colours.rule : colours.grid),
        textAt(left - 8, y(tick) + letters / 3, tickTexts[index] ?? "", { anchor: "end", ...quiet }),
      ]),
      ...(ticks.includes(0) ? [] : [rule(left, bottom, right, bottom, colours.rule)]),
      ...monthTicks(chart.lines, x, letters, [0, width]).flatMap((tick) => [
        rule(x(tick.at), bottom, x(tick.at), bottom + 6, colours.rule),
        textAt(tick.middle, bottom + 6 + rowHeight, tick.words, { anchor: "middle", ...quiet }),
      ]),
      ...breaks.marks(bottom),
      ...limitMarks(chart, plot),
      ...lineMarks(chart, plot),
      ...named.marks,
    ],
  };
}

const monthsOf = ({ lines }: LineChart): number[] => lines.flatMap(({ points }) => points.map((point) => point.at));

function valueScale({ lines, limits = [] }: LineChart) {
  const { domain, isCut } = valueDomain([
    ...lines.flatMap(({ points }) => points.flatMap(({ figure }) => (isKnown(figure) ? [toNumber(figure.value)] : []))),
    ...limits
      .flatMap((one) => [one, ...(one.each ?? [])])
      .flatMap(({ mean, lower = mean, upper = mean }) => [lower, mean, upper].map(Number)),
  ]);
  return { y: scaleLinear().domain(domain).nice(5), isCut };
}

/** What the axis measures, and the key. */
function headMarks(chart: LineChart, isCut: boolean, width: number, letters: number) {
  const rowHeight = letters + 4;
  const words = wrapped(axisTitle(chart.unit, isCut), width, letters);
  // The letters above the highest signal need room.
  const hasSignals = chart.lines.some(({ points }) => points.some(({ signal }) => signal?.isUp));
  const key = keyMarks(chart, { top: words.length * rowHeight, width, letters });
  return {
    height: words.length * rowHeight + key.height + 10 + (hasSignals ? letters : 0),
    marks: [...textLines(0, letters, words, rowHeight, quiet), ...key.marks],
  };
}

/** What stands at the right: each line's name and last value at its last point, and the latest limits. */
function endsOf(chart: LineChart): (Omit<EndLabel, "x" | "y"> & { of?: Point; value: number })[] {
  const { lines, places } = chart;
  const styles = stylesOf(chart);
  const latest = chart.limits?.at(-1);
  // Limits that go with the season are of the last month alone.
  const month =
    latest?.each && lines.flatMap(({ points }) => points).some(({ at }) => at === latest.to) ? latest.to : undefined;
  const isQuarter = lines.some(({ points }) => points.length > 1 && (points[1]?.at ?? 0) - (points[0]?.at ?? 0) === 3);
  const season = month === undefined ? undefined : seasonWords(month, isQuarter);
  return [
    ...lines.flatMap(({ name, points }, index) => {
      const of = points.findLast(({ figure }) => isKnown(figure));
      const { isForce, series, colour } = styles[index] ?? { isForce: false, series: index, colour: colours.quiet };
      if (!of || !isKnown(of.figure)) return [];
      const sign = (x: number, y: number): Markup => marker(series, x, y, colour);
      const words = say("chart.end", { name, value: formatFigure(of.figure, places) });
      return [{ words, bold: isForce, of, value: toNumber(of.figure.value), sign }];
    }),
    ...(latest ? edgesOf(chart, latest, latest.to) : []).map(({ name, figure, isMean }) => {
      const sign = (x: number, y: number): Markup => rule(x - 6, y, x + 6, y, colours.quiet, 1.5, isMean ? "" : "4 2");
      const value = isKnown(figure) ? toNumber(figure.value) : 0;
      const said = { name, value: formatFigure(figure, placesOfLimits(chart)) };
      const words = season === undefined ? say("chart.end", said) : say("chart.end-season", { ...said, season });
      return { words, bold: false, value, sign };
    }),
  ];
}

function limitMarks(chart: LineChart, { x, y, left, right }: Plot): Markup[] {
  return (chart.limits ?? []).flatMap((limits) => {
    // Limits reach half a month to either side, so that those of a single month can be seen.
    const [from, to] = [Math.max(left, x(limits.from - 0.5)), Math.min(right, x(limits.to + 0.5))];
    const { each } = limits;
    return edgesOf(chart, limits).map(({ name, figure, isMean }) => {
      const heightAt = (month?: number): number => {
        const own = edgesOf(chart, limits, month).find((one) => one.name === name)?.figure ?? figure;
        return isKnown(own) ? y(toNumber(own.value)) : 0;
      };
      const [weight, dash] = isMean ? [1, ""] : [1.5, "6 4"];
      if (!each) return rule(from, heightAt(), to, heightAt(), colours.quiet, weight, dash);
      // From month to month, as the seasons go.
      const path = line<number>(x, heightAt).digits(DIGITS)(each.map((one) => one.at)) ?? "";
      return markup`<path d="${path}" fill="none" stroke="${colours.quiet}" stroke-width="${weight}"${dash !== "" && markup` stroke-dasharray="${dash}"`}/>`;
    });
  });
}

function lineMarks(chart: LineChart, { x, y, left, right, letters }: Plot): Markup[] {
  const yOf = ({ figure }: Point): number => (isKnown(figure) ? y(toNumber(figure.value)) : 0);
  const path = line<Point>((point) => x(point.at), yOf).digits(DIGITS);
  const styled = stylesOf(chart).flatMap((style, index) => {
    const points = chart.lines[index]?.points;
    return points ? [{ ...style, runs: runsOf(points, chart.breaks) }] : [];
  });
  // The force is drawn last, over the others.
  const order = [...styled.filter(({ isForce }) => !isForce), ...styled.filter(({ isForce }) => isForce)];
  return order.flatMap(({ colour, isForce, series, runs }) => {
    const known = runs.flat();
    // Every point has its mark; the closer they are, the smaller, so that they do not run into each other, and the thinner
    // is the line, so that they are seen on it.
    const apart = (right - left) / Math.max(1, known.length);
    const area = Math.min(44, Math.max(7, 0.6 * apart ** 2));
    const weight = apart < CLOSE ? 1.25 : isForce ? 3 : 2;
    const strokeOf = (isMixed: boolean | undefined): Markup =>
      markup`stroke="${colour}" stroke-width="${isMixed ? Math.min(2, weight) : weight}" stroke-linejoin="round"${isMixed && markup` stroke-dasharray="1 5" stroke-linecap="round"`}`;
    const paths = runs
      .filter(({ length }) => length > 1)
      .map((run) => markup`<path d="${path(run) ?? ""}" fill="none" ${strokeOf(run[0]?.isMixed)}/>`);
    const markOf = (point: Point): Markup =>
      point.isLeftOut
        ? cross(x(point.at), yOf(point), colour)
        : marker(series, x(point.at), yOf(point), colour, point.isMixed ? Math.max(16, area) : area, point.isMixed);
    const plain = known.filter(({ isMixed, isLeftOut }) => area < SMALL && !isMixed && !isLeftOut);
    const small =
      plain.length > 0
        ? [
            dots(
              series,
              plain.map((point) => [x(point.at), yOf(point)]),
              colour,
              area,
            ),
          ]
        : [];
    const others = known.filter((point) => !plain.includes(point));
    const signals = known.flatMap(({ signal, ...point }) =>
      signal ? [{ x: x(point.at), y: yOf(point), signal, label: point.label }] : [],
    );
    // The line over its marks, whose white edges would cut it as a gap does; hollow marks over their dotted line.
    return [
      ...small,
      ...others.filter(({ isMixed }) => !isMixed).map(markOf),
      ...paths,
      ...others.filter(({ isMixed }) => isMixed).map(markOf),
      ...signalMarks(signals, apart, letters),
    ];
  });
}

/** Breaks in series: a dotted line between the points that do not compare, and words above it, each on lines of its own. */
function breakMarks(
  chart: LineChart,
  x: (month: number) => number,
  { left, width, top, letters }: { left: number; width: number; top: number; letters: number },
) {
  const months = monthsOf(chart);
  const rowHeight = letters + 4;
  let height = 0;
  // A break before the first point or after the last one parts nothing.
  const parting = (chart.breaks ?? []).filter(
    ({ at: month }) => Math.min(...months) < month && month <= Math.max(...months),
  );
  const placed = parting.map(({ at: month, label }) => {
    const before = Math.max(...months.filter((one) => one < month));
    const after = Math.min(...months.filter((one) => one >= month));
    const place = x((before + after) / 2);
    const isRight = width - place > place - left;
    const words = wrapped(label, Math.max(60, (isRight ? width - place : place - left) - 6), letters);
    const start = top + height;
    height += words.length * rowHeight;
    return { place, isRight, words, start };
  });
  const marks = (bottom: number): Markup[] =>
    placed.flatMap(({ place, isRight, words, start }) => [
      rule(place, start, place, bottom, colours.quiet, 1, "2 3"),
      ...textLines(place + (isRight ? 6 : -6), start + letters, words, rowHeight, {
        ...quiet,
        ...(!isRight && { anchor: "end" as const }),
      }),
    ]);
  return { height, marks };
}

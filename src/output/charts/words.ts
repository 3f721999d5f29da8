// What a chart shows, in sentences: for those who cannot see it.

import { type Figure, isKnown } from "../../core/figure.ts";
import { grouped } from "../../core/grouped.ts";
import { compareExact } from "../../core/number.ts";
import { spanOf } from "../../core/words/periods.ts";
import { inRow, namesJoined, say } from "../../core/words/say.ts";
import { formatFigure } from "../../report/format-figure.ts";
import { tallyWords } from "../../report/standing.ts";
import type { ChangeChart, Chart, ChartLine, LineChart, Point } from "../chart.ts";
import { funnelWords, rankWords } from "./rank-words.ts";
import { known, most, relationTo } from "./said.ts";
import { edgeSaid, edgesOf, hasGap, placesOfLimits } from "./series.ts";

/** The chart in words: what it is of, its first, last, highest and lowest values, and how they compare. */
export function chartWords(chart: Chart): string {
  return sentencesOf(chart)
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sentencesOf(chart: Chart): string[] {
  if (chart.kind === "line") return lineWords(chart);
  if (chart.kind === "ranks") return rankWords(chart);
  return chart.kind === "funnel" ? funnelWords(chart) : changeWords(chart);
}

function lineWords(chart: LineChart): string[] {
  const { lines, places, limits = [], breaks = [] } = chart;
  const value = (figure: Figure): string => formatFigure(figure, places);
  const points = lines.flatMap((line) => line.points).sort((a, b) => a.at - b.at);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [say("chart-words.line-none")];
  const force = lines.find(({ isForce }) => isForce) ?? lines[0];
  const end = force && known(force.points).at(-1);
  const beside = lines.flatMap((line) => {
    const other = line === force ? undefined : known(line.points).find(({ at }) => at === end?.at);
    return end && other ? [relationTo(end.figure, other.figure, line.name, value(other.figure))] : [];
  });
  return [
    say("chart-words.line", {
      unit: chart.unit,
      span: spanOf(first.label, last.label),
      lines: namesJoined(lines.map(({ name }) => name)),
    }),
    ...lines.map((line) => oneLine(line, value)),
    force && end && beside.length > 0
      ? say("chart-words.beside", {
          period: end.label,
          force: force.name,
          value: value(end.figure),
          relations: namesJoined(beside),
        })
      : "",
    ...limits.map((one) => {
      const [from, to] = [one.from, one.to].map((month) => points.find(({ at }) => at === month)?.label);
      const limits = inRow(
        edgesOf(chart, one).map(({ edge, figure }) => edgeSaid(edge, formatFigure(figure, placesOfLimits(chart)))),
      );
      if (from === undefined || to === undefined) {
        return one.each ? say("chart-words.limits-season", { limits }) : say("chart-words.limits", { limits });
      }
      const span = spanOf(from, to);
      return one.each
        ? say("chart-words.limits-from-season", { span, limits })
        : say("chart-words.limits-from", { span, limits });
    }),
    ...lines.flatMap(({ name, points: all }) => {
      const signals = grouped(
        all.flatMap(({ label, signal }): [string, string][] => (signal ? [[signal.words, label]] : [])),
      );
      const leftOut = all.filter(({ isLeftOut }) => isLeftOut).map(({ label }) => label);
      return [
        ...[...signals].map(([rule, labels]) => say("chart-words.signal", { name, rule, periods: labels.join("; ") })),
        leftOut.length > 0 ? say("chart-words.left-out", { periods: namesJoined(leftOut) }) : "",
      ];
    }),
    mixedWords(chart, points),
    ...breaks.map(({ label }) => say("chart-words.break", { reason: label })),
  ];
}

/** The points that mix both sides of a break, which are drawn apart. */
function mixedWords(chart: LineChart, points: readonly Point[]): string {
  const mixed = [...new Set(points.filter(({ isMixed }) => isMixed).map(({ label }) => label))];
  if (mixed.length === 0) return "";
  const periods = mixed.length > 4 ? spanOf(mixed[0] ?? "", mixed.at(-1) ?? "") : namesJoined(mixed);
  return hasGap(chart) ? say("chart-words.apart-gap", { periods }) : say("chart-words.apart", { periods });
}

function oneLine({ name, points }: ChartLine, value: (figure: Figure) => string): string {
  const with_ = known(points);
  const [first, last, highest, lowest] = [with_[0], with_.at(-1), most(with_), most(with_, -1)];
  if (!first || !last || !highest || !lowest) return say("chart-words.no-figures", { name });
  const said = (point: Point): string => say("chart.value-in", { value: value(point.figure), period: point.label });
  const missing = points.filter(({ figure }) => !isKnown(figure)).map(({ label }) => label);
  const one = { name, first: said(first) };
  const many = { ...one, last: said(last), highest: said(highest), lowest: said(lowest) };
  if (missing.length === 0) {
    return with_.length === 1 ? say("chart-words.one", one) : say("chart-words.course", many);
  }
  const gaps = fewOf(missing, points.length);
  return with_.length === 1
    ? say("chart-words.one-gaps", { ...one, gaps })
    : say("chart-words.course-gaps", { ...many, gaps });
}

/** The periods by their names; of many, how many of all, and which are the first and the last. */
const fewOf = (names: readonly string[], all: number): string =>
  names.length > 4
    ? say("chart-words.few", { n: names.length, all, span: spanOf(names[0] ?? "", names.at(-1) ?? "") })
    : inRow(names);

function changeWords({ unit, force, others, moves }: ChangeChart): string[] {
  const with_ = known(moves);
  const [highest, lowest] = [most(with_), most(with_, -1)];
  const said = (move: (typeof with_)[number]): string =>
    say("chart-words.move", { name: move.name, value: formatFigure(move.figure, move.places) });
  const missing = moves.filter(({ figure }) => !isKnown(figure)).map(({ name }) => name);
  return [
    say("chart-words.bars", { n: moves.length, unit, areas: namesJoined([force, ...others]) }),
    say("chart-words.aims", { tally: tallyWords(moves) }),
    highest && lowest && highest !== lowest
      ? say("chart-words.bars-ends", { force, highest: said(highest), lowest: said(lowest) })
      : highest
        ? say("chart-words.bars-one", { force, value: said(highest) })
        : "",
    ...others.map((name, group) => {
      const pairs = with_.flatMap(({ figure, others: figures }) => {
        const other = figures[group]?.figure;
        return isKnown(other) ? [compareExact(figure.value, other.value)] : [];
      });
      if (pairs.length === 0) return say("chart-words.no-change-known", { name });
      const [more, less] = [pairs.filter((sign) => sign > 0).length, pairs.filter((sign) => sign < 0).length];
      return say("chart-words.bars-beside", { name, force, more, less, all: pairs.length });
    }),
    missing.length > 0 ? say("chart-words.no-change", { names: namesJoined(missing) }) : "",
  ];
}

// What a chart shows, in sentences: for those who cannot see it.

import { type Figure, isKnown } from "../../core/figure.ts";
import { grouped } from "../../core/grouped.ts";
import { compareExact } from "../../core/number.ts";
import { formatFigure } from "../../report/format-figure.ts";
import { tallyWords } from "../../report/standing.ts";
import type { ChangeChart, Chart, ChartLine, LineChart, Point } from "../chart.ts";
import { funnelWords, rankWords } from "./rank-words.ts";
import { known, most, nameList, relation } from "./said.ts";
import { apartWords, edgesOf, placesOfLimits } from "./series.ts";

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
  if (!first || !last) return ["Line chart without points."];
  const force = lines.find(({ isForce }) => isForce) ?? lines[0];
  const end = force && known(force.points).at(-1);
  const beside = lines.flatMap((line) => {
    const other = line === force ? undefined : known(line.points).find(({ at }) => at === end?.at);
    return end && other ? [`${relation(end.figure, other.figure)} ${line.name} (${value(other.figure)})`] : [];
  });
  return [
    `Line chart of ${chart.unit} from ${first.label} to ${last.label}: ${nameList(lines.map(({ name }) => name))}.`,
    ...lines.map((line) => oneLine(line, value)),
    force && end && beside.length > 0
      ? `In ${end.label}, ${force.name} (${value(end.figure)}) was ${nameList(beside)}.`
      : "",
    ...limits.map((one) => {
      const [from, to] = [one.from, one.to].map((month) => points.find(({ at }) => at === month)?.label);
      const own = edgesOf(chart, one).map(
        ({ name, figure }) => `${name.toLowerCase()} ${formatFigure(figure, placesOfLimits(chart))}`,
      );
      const season = one.each ? ", by season, on average" : "";
      return `Limits${from && to ? ` from ${from} to ${to}` : ""}${season}: ${own.join(", ")}.`;
    }),
    ...lines.flatMap(({ name, points: all }) => {
      const signals = grouped(
        all.flatMap(({ label, signal }): [string, string][] => (signal ? [[signal.words, label]] : [])),
      );
      const leftOut = all.filter(({ isLeftOut }) => isLeftOut).map(({ label }) => label);
      return [
        ...[...signals].map(([rule, labels]) => `Signal in ${name}, ${rule}: ${labels.join("; ")}.`),
        leftOut.length > 0 ? `Left out of the limits: ${nameList(leftOut)}.` : "",
      ];
    }),
    mixedWords(chart, points),
    ...breaks.map(({ label }) => `Break in series: ${label}.`),
  ];
}

/** The points that mix both sides of a break, which are drawn apart. */
function mixedWords(chart: LineChart, points: readonly Point[]): string {
  const mixed = [...new Set(points.filter(({ isMixed }) => isMixed).map(({ label }) => label))];
  if (mixed.length === 0) return "";
  const named = mixed.length > 4 ? `${mixed[0]} to ${mixed.at(-1)}` : nameList(mixed);
  return `Dotted and apart, as they ${apartWords(chart, "mix", "are")}: ${named}.`;
}

function oneLine({ name, points }: ChartLine, value: (figure: Figure) => string): string {
  const with_ = known(points);
  const [first, last, highest, lowest] = [with_[0], with_.at(-1), most(with_), most(with_, -1)];
  if (!first || !last || !highest || !lowest) return `${name}: no figures.`;
  const said = (words: string, point: Point): string => `${words} ${value(point.figure)} in ${point.label}`;
  const missing = points.filter(({ figure }) => !isKnown(figure)).map(({ label }) => label);
  const gaps = missing.length > 0 ? `; no figure for ${fewOf(missing, points.length)}` : "";
  if (with_.length === 1) return `${said(`${name}:`, first)}${gaps}.`;
  return `${said(`${name}: from`, first)} to ${said("", last).trim()}; ${said("highest", highest)}, ${said("lowest", lowest)}${gaps}.`;
}

/** The periods by their names; of many, how many of all, and which are the first and the last. */
const fewOf = (names: readonly string[], all: number): string =>
  names.length > 4 ? `${names.length} of ${all} periods, from ${names[0]} to ${names.at(-1)}` : names.join(", ");

function changeWords({ unit, force, others, moves }: ChangeChart): string[] {
  const with_ = known(moves);
  const [highest, lowest] = [most(with_), most(with_, -1)];
  const said = (move: (typeof with_)[number]): string => `${move.name}, ${formatFigure(move.figure, move.places)}`;
  const missing = moves.filter(({ figure }) => !isKnown(figure)).map(({ name }) => name);
  return [
    `Bar chart of ${unit} of ${moves.length} ${moves.length === 1 ? "measure" : "measures"} in ${nameList([force, ...others])}.`,
    `Aims: ${tallyWords(moves)}.`,
    highest && lowest && highest !== lowest
      ? `In ${force}, highest: ${said(highest)}; lowest: ${said(lowest)}.`
      : highest
        ? `In ${force}: ${said(highest)}.`
        : "",
    ...others.map((name, group) => {
      const pairs = with_.flatMap(({ figure, others: figures }) => {
        const other = figures[group]?.figure;
        return isKnown(other) ? [compareExact(figure.value, other.value)] : [];
      });
      if (pairs.length === 0) return `No change is known for ${name}.`;
      const [more, less] = [pairs.filter((sign) => sign > 0).length, pairs.filter((sign) => sign < 0).length];
      return `Beside ${name}, ${force} changed higher in ${more} and lower in ${less} of ${pairs.length}.`;
    }),
    missing.length > 0 ? `No change can be shown for ${nameList(missing)}.` : "",
  ];
}

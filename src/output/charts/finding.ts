// What a chart shows, in a line over it: the latest figure and how it moved, the force's rank, or how many aims are achieved.
import { type Figure, isKnown } from "../../core/figure.ts";
import { compareExact, isZero, ZERO } from "../../core/number.ts";
import { formatFigure } from "../../report/format-figure.ts";
import { tallyWords } from "../../report/standing.ts";
import type { ChangeChart, Chart, FunnelChart, LineChart, RankChart } from "../chart.ts";
import { known } from "./said.ts";

/** A sentence or two without causes; nothing where the chart has no figure of the force. */
export function chartFinding(chart: Chart): string | undefined {
  if (chart.finding !== undefined) return chart.finding;
  if (chart.kind === "line") return lineFinding(chart);
  if (chart.kind === "ranks") return rankFinding(chart);
  return chart.kind === "funnel" ? funnelFinding(chart) : changeFinding(chart);
}

/** What the chart is of: its title; of one over time, the place and the periods too. */
export function chartCaption(chart: Chart): string {
  if (chart.kind !== "line") return chart.title;
  const force = chart.lines.find(({ isForce }) => isForce) ?? chart.lines[0];
  const points = force ? known(force.points) : [];
  const [first, last] = [points[0], points.at(-1)];
  return force && first && last ? `${chart.title}, ${force.name}, ${first.label} to ${last.label}` : chart.title;
}

/** "Northshire: 28.9 in March 2023, down from 30.0 in March 2018. The latest point is a signal: …". */
function lineFinding({ lines, places, limits, breaks = [] }: LineChart): string | undefined {
  const force = lines.find(({ isForce }) => isForce) ?? lines[0];
  const all = force ? known(force.points.filter(({ isMixed }) => !isMixed)) : [];
  // Figures before a break in series do not compare with the latest.
  const latest = all.at(-1)?.at ?? 0;
  const since = Math.max(0, ...breaks.map(({ at }) => at).filter((at) => at <= latest));
  const points = all.filter(({ at }) => at >= since);
  const [first, last] = [points[0], points.at(-1)];
  if (!force || !first || !last) return undefined;
  const value = (figure: Figure): string => formatFigure(figure, places);
  const order = compareExact(last.figure.value, first.figure.value);
  const moved = order === 0 ? "the same as" : order > 0 ? "up from" : "down from";
  const from = first === last ? "" : `, ${moved} ${value(first.figure)} in ${first.label}`;
  const hasLimits = limits?.some(({ lower }) => lower !== undefined) ?? false;
  const signal = last.signal
    ? ` The latest point is a signal: ${last.signal.words}.`
    : hasLimits
      ? " The latest point gives no signal."
      : "";
  return `${force.name}: ${value(last.figure)} in ${last.label}${from}.${signal}`;
}

/** "Northshire: 15.0, ranked 5th of 8 (3rd to 6th by its limits). MSG: 14.2." */
function rankFinding({ points, places, reference }: RankChart): string | undefined {
  const all = known(points);
  const force = all.find(({ isForce }) => isForce);
  if (!force) return undefined;
  const range = force.range === undefined ? "" : ` (${force.range} by its limits)`;
  const rank = force.rank === undefined ? "" : `, ranked ${force.rank} of ${all.length}${range}`;
  const group =
    reference && isKnown(reference.figure) ? ` ${reference.name}: ${formatFigure(reference.figure, places)}.` : "";
  return `${force.name}: ${formatFigure(force.figure, places)}${rank}.${group}`;
}

/** "Northshire: 15.0, higher than a force like the others." */
function funnelFinding({ points, places }: FunnelChart): string | undefined {
  const force = known(points).find(({ isForce }) => isForce);
  if (!force) return undefined;
  const beside =
    force.note === undefined
      ? "within the 95% limits of a force like the others"
      : `${force.note} than a force like the others`;
  return `${force.name}: ${formatFigure(force.figure, places)}, ${beside}.`;
}

/** "Of 18 measures, 10 rose and 8 fell. Aims: 9 achieved, 9 not achieved, 0 not judged." */
function changeFinding({ moves }: ChangeChart): string {
  const figures = known(moves).map(({ figure }) => figure.value);
  const rose = figures.filter((value) => compareExact(value, ZERO) > 0).length;
  const same = figures.filter(isZero).length;
  const fell = figures.length - rose - same;
  const without = moves.length - figures.length;
  const said = [
    ...(rose > 0 ? [`${rose} rose`] : []),
    ...(fell > 0 ? [`${fell} fell`] : []),
    ...(same > 0 ? [`${same} did not change`] : []),
    ...(without > 0 ? [`${without} ${without === 1 ? "has" : "have"} no figure`] : []),
  ];
  const listed = said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
  return `Of ${moves.length} measures, ${listed}. Aims: ${tallyWords(moves)}.`;
}

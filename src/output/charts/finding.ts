// What a chart shows, in a line over it: the latest figure and how it moved, the force's rank, or how many aims are achieved.

import { type Figure, isKnown } from "../../core/figure.ts";
import { compareExact, isZero, ZERO } from "../../core/number.ts";
import * as words from "../../core/words/findings.ts";
import { spanOf } from "../../core/words/periods.ts";
import { say } from "../../core/words/say.ts";
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
  return force && first && last
    ? say("chart.caption", { title: chart.title, force: force.name, span: spanOf(first.label, last.label) })
    : chart.title;
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
  const hasLimits = limits?.some(({ lower }) => lower !== undefined) ?? false;
  return words.line({
    ...{ name: force.name, now: value(last.figure), when: last.label },
    moved:
      first === last
        ? undefined
        : { way: order === 0 ? "same" : order > 0 ? "up" : "down", was: value(first.figure), before: first.label },
    signal: last.signal?.words ?? (hasLimits ? "none" : undefined),
  });
}

/** "Northshire: 15.0, ranked 5th of 8 (3rd to 6th by its limits). MSG: 14.2." */
function rankFinding({ points, places, reference }: RankChart): string | undefined {
  const all = known(points);
  const force = all.find(({ isForce }) => isForce);
  if (!force) return undefined;
  return words.ranked({
    ...{ name: force.name, now: formatFigure(force.figure, places), forces: all.length },
    ...{ rank: force.rank, range: force.range },
    group:
      reference && isKnown(reference.figure)
        ? { name: reference.name, now: formatFigure(reference.figure, places) }
        : undefined,
  });
}

/** "Northshire: 15.0, higher than a force like the others." */
function funnelFinding({ points, places }: FunnelChart): string | undefined {
  const force = known(points).find(({ isForce }) => isForce);
  if (!force) return undefined;
  return words.besideLike({ name: force.name, now: formatFigure(force.figure, places), side: force.note });
}

/** "Of 18 measures, 10 rose and 8 fell. Aims: 9 achieved, 9 not achieved, 0 not judged." */
function changeFinding({ moves }: ChangeChart): string {
  const figures = known(moves).map(({ figure }) => figure.value);
  const rose = figures.filter((value) => compareExact(value, ZERO) > 0).length;
  const same = figures.filter(isZero).length;
  const fell = figures.length - rose - same;
  const without = moves.length - figures.length;
  return words.changesSaid({ ...{ measures: moves.length, rose, fell, same, without }, aims: tallyWords(moves) });
}

// The charts of a trend: a line for the force and for each group that compares with it.

import { isKnown } from "../core/figure.ts";
import { isAddable } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import type { ChartLimits, ChartLine, LineChart, Point } from "../output/chart.ts";
import { wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import { placesFor } from "../report/format-figure.ts";
import type { XmrSignal } from "../statistics/xmr.ts";
import { limitPlaces } from "./limit-notes.ts";
import { momentName, type TrendPoint } from "./moment.ts";
import { markWords, signalsBy } from "./signals.ts";
import type { Stretch, TrendSignal } from "./stretches.ts";
import type { Trend } from "./trend.ts";

/** The letter of each rule beside its points, and what the chart's key says it means. */
const ruleLetters: Readonly<Record<XmrSignal["rule"], readonly [letter: string, words: () => string]>> = {
  outside: ["O", () => say("signal.outside")],
  run: ["R", () => say("signal.run")],
  trend: ["T", () => say("signal.trend")],
  "two of three": ["2", () => say("signal.two")],
};

/** Two points are no line: a table shows them better. */
const FEWEST_DRAWN = 3;

/**
 * The lines of the force and its groups; with their limits, those of months or quarters, which are of the force alone.
 * Nothing where the force has fewer than three figures.
 */
export function trendChart(
  trend: Trend,
  title: string,
  moments: readonly TrendPoint[],
  basis: LevelKey,
  withLimits: boolean,
): LineChart | undefined {
  const { sides, measure, stretches } = trend;
  const breaks = trend.breaks.filter(({ groups }) => !groups);
  const marks = withLimits ? signalsBy(stretches) : new Map<number, TrendSignal[]>();
  const leftOut = new Set(stretches.flatMap((one) => one.leftOut.map(({ period }) => period.to)));
  const lines = sides.flatMap((side, index): ChartLine[] => {
    const points = moments.flatMap(({ period, levels, broken }): Point[] => {
      const figure = levels[index]?.[basis];
      if (!figure) return [];
      const signals = index === 0 ? marks.get(period.to) : undefined;
      return [
        {
          ...{ label: momentName(period), at: period.to, period, figure },
          ...(signals && { signal: signalOf(signals) }),
          ...(withLimits && index === 0 && leftOut.has(period.to) && { isLeftOut: true }),
          ...(broken[index] && { isMixed: true }),
        },
      ];
    });
    // The number of a group of forces says nothing beside that of one.
    if (points.length === 0 || (index > 0 && (isAddable(basis) || withLimits))) return [];
    return [{ name: comparatorLabel(side), isForce: index === 0, points }];
  });
  const force = lines.find(({ isForce }) => isForce)?.points ?? [];
  if (force.filter(({ figure }) => isKnown(figure)).length < FEWEST_DRAWN) return undefined;
  const words = wordsFor(basis, measure);
  const drawn = lines.flatMap(({ points }) => points.map(({ figure }) => placesFor(measure, false, figure)));
  return {
    ...{ kind: "line", title, unit: words, lines },
    places: Math.max(0, ...drawn),
    ...(withLimits && {
      limits: stretches.flatMap(chartLimits),
      limitPlaces: limitPlaces(trend).places,
      letters: Object.values(ruleLetters).map(([letters, meaning]) => ({ letters, words: meaning() })),
    }),
    ...(breaks.length > 0 && {
      breaks: breaks.map(({ from, reason, isGap }) => ({ at: from, label: reason, ...(isGap && { isGap }) })),
    }),
  };
}

function signalOf(signals: readonly TrendSignal[]): NonNullable<Point["signal"]> {
  const letters = [...new Set(signals.map(({ rule }) => ruleLetters[rule][0]))].join("");
  return { words: markWords(signals), letters, isUp: signals[0]?.direction === "up" };
}

/** The limits of a stretch as a chart draws them: the mean alone where there are too few events for limits. */
function chartLimits({ firstShown, last, mean, limits, seasons, each }: Stretch): ChartLimits[] {
  if (mean === undefined) return [];
  const edges = limits ?? { mean };
  const bySeason = seasons && { each: each.map(({ period, limits: own }) => ({ at: period.to, ...own })) };
  return [{ from: firstShown.to, to: last.to, ...edges, ...bySeason }];
}

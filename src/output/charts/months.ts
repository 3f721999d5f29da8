// The months below a chart over time: as many as fit, evenly apart, the last one among them.

import { isKnown } from "../../core/figure.ts";
import type { Period } from "../../core/period.ts";
import { shortMonthOfYear, shortMonthWords } from "../../core/words/periods.ts";
import { say } from "../../core/words/say.ts";
import type { ChartLine } from "../chart.ts";
import { textWidth } from "../markup/text-width.ts";

const steps = [1, 2, 3, 4, 6, 12, 24, 36, 48, 60, 120, 240];
/** A label no longer than this is printed as it is: "2018/19". */
const SHORT = 8;

export interface Tick {
  readonly at: number;
  readonly words: string;
  /** Where its words stand, within the picture. */
  readonly middle: number;
}

/** The ticks of an axis of months; words of a point where they are short, otherwise "YE Mar 2023". */
export function monthTicks(
  lines: readonly ChartLine[],
  x: (month: number) => number,
  size: number,
  [least, most]: readonly [number, number],
): Tick[] {
  const points = lines.flatMap((line) => line.points);
  const months = [...new Set(points.map(({ at }) => at))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [months[0], months.at(-1)];
  const said = new Map(points.map(({ at, label }) => [at, label]));
  const periods = new Map(points.map(({ at, period }) => [at, period]));
  const areShort = points.every(({ label }) => label.length <= SHORT);
  const gaps = months.slice(1).map((month, index) => month - (months[index] ?? 0));
  const closest = Math.min(...gaps, last - first || 1);
  const wordsOf = (month: number): string => (areShort && said.get(month)) || shortPeriod(periods.get(month), month);
  const tickAt = (month: number): Tick => {
    const words = wordsOf(month);
    const half = textWidth(words, size) / 2;
    return { at: month, words, middle: Math.min(Math.max(x(month), least + half), most - half) };
  };
  const ticksAt = (step: number): Tick[] => {
    const ticks: Tick[] = [];
    for (let month = last; month >= first; month -= step) ticks.unshift(tickAt(month));
    return ticks;
  };
  const fits = (ticks: readonly Tick[]): boolean =>
    ticks.every((tick, index) => {
      const next = ticks[index + 1];
      const room = next ? next.middle - tick.middle : Number.POSITIVE_INFINITY;
      return room >= (textWidth(tick.words, size) + textWidth(next?.words ?? "", size)) / 2 + 10;
    });
  const all = ticksAt(closest);
  if (gaps.every((gap) => gap % closest === 0) && fits(all)) return all;
  // A few figures, unevenly apart or with much missing between, are named each: steps from the last would pass some by.
  const own = months.filter((month) => points.some(({ at, figure }) => at === month && isKnown(figure))).map(tickAt);
  if (own.length > 0 && fits(own)) return own;
  for (const step of steps) {
    if (step < closest) continue;
    const ticks = ticksAt(step);
    if (fits(ticks)) return ticks;
  }
  return ticksAt(last - first + 1);
}

/** "YE Mar 2023", "Apr–Jun 2019", "Mar 2023". */
function shortPeriod(period: Period | undefined, month: number): string {
  if (period && period.to - period.from === 11)
    return say("period.short-year-ending", { month: shortMonthWords(month) });
  const isQuarter = period && period.to - period.from === 2;
  return isQuarter
    ? say("period.short-quarter", {
        from: shortMonthOfYear(period.from),
        to: shortMonthOfYear(period.to),
        year: Math.floor(period.to / 12),
      })
    : shortMonthWords(month);
}

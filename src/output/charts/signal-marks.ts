// The marks of signals on a chart over time: a ring about each point, and the letters of its rules.
import { say } from "../../core/words/say.ts";
import type { Point } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { at, SIGNAL, widest } from "./svg.ts";

/**
 * A ring about each signal, and beside it the letters of its rules, or where points are close the first of them; none
 * where it would run into another. The ring's title has the words.
 */
export function signalMarks(
  signals: readonly { x: number; y: number; label: string; signal: NonNullable<Point["signal"]> }[],
  apart: number,
  letters: number,
): Markup[] {
  const radius = Math.min(8, Math.max(4, apart));
  const size = letters - 2;
  const all = signals.map(({ signal }) => signal.letters);
  const isClose = widest(all, size, true) + 2 > apart;
  const placed: { left: number; right: number; y: number }[] = [];
  const words = signals.flatMap(({ x, y, signal }) => {
    const shown = isClose ? signal.letters.slice(0, 1) : signal.letters;
    const half = widest([shown], size, true) / 2;
    const own = { left: x - half, right: x + half, y: signal.isUp ? y - radius - 4 : y + radius + size };
    const isClear = (other: typeof own): boolean =>
      own.left > other.right || own.right < other.left || Math.abs(own.y - other.y) > size;
    if (!placed.every(isClear)) return [];
    placed.push(own);
    return [markup`<text x="${at(x)}" y="${at(own.y)}">${shown}</text>`];
  });
  if (signals.length === 0) return [];
  // What all have in common is said once: a chart may have a hundred.
  const rings = signals.map(
    ({ x, y, label, signal }) =>
      markup`<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}"><title>${say("heading.grouped", { group: label, heading: signal.words })}</title></circle>`,
  );
  return [
    markup`<g fill="none" stroke="${SIGNAL}" stroke-width="2">${rings}</g>`,
    markup`<g text-anchor="middle" font-weight="bold" font-size="${size}" stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${words}</g>`,
  ];
}

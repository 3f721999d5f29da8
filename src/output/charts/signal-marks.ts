// The marks of signals on a chart over time: a ring about each point, and the letters of its rules.
import type { Point } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { ring, textAt, widest } from "./svg.ts";

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
    return [textAt(x, own.y, shown, { anchor: "middle", bold: true, size, edge: true })];
  });
  const rings = signals.map(
    (one) => markup`<g><title>${`${one.label}: ${one.signal.words}`}</title>${ring(one.x, one.y, radius)}</g>`,
  );
  return [...rings, ...words];
}

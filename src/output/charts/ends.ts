// The names at the ends of lines, pushed apart, each beside its mark and led to its line where it had to move.
import type { Markup } from "../markup/markup.ts";
import { wrapped } from "../markup/text-width.ts";
import { spreadLabels } from "./spread.ts";
import { colours, rule, textLines } from "./svg.ts";

export interface EndLabel {
  readonly words: string;
  readonly bold: boolean;
  /** Where its line ends. */
  readonly x: number;
  readonly y: number;
  readonly sign: (x: number, y: number) => Markup;
}

/** From the lines' right edge to a label's words: room for its mark. */
export const SIGN = 26;
const SPACE = 4;

/** How high the labels are together, so that a picture can be made high enough for them. */
export const endsHeight = (words: readonly { words: string; bold: boolean }[], room: number, letters: number): number =>
  words.reduce((sum, one) => sum + wrapped(one.words, room, letters, one.bold).length * (letters + 4) + SPACE, 0);

/** The labels to the right of `right`, between `top` and `bottom`, and how far down they reach. */
export function endLabels(
  labels: readonly EndLabel[],
  { right, room, letters, top, bottom }: { right: number; room: number; letters: number; top: number; bottom: number },
): { marks: Markup[]; lowest: number } {
  const height = letters + 4;
  const placed = labels.map((label) => ({ ...label, lines: wrapped(label.words, room, letters, label.bold) }));
  const middles = spreadLabels(
    placed.map(({ y, lines }) => ({ middle: y, height: lines.length * height + SPACE })),
    top,
    bottom,
  );
  let lowest = bottom;
  const marks = placed.flatMap(({ x, y, bold, lines, sign }, index) => {
    const middle = middles[index] ?? y;
    lowest = Math.max(lowest, middle + (lines.length * height) / 2);
    const isLed = Math.abs(middle - y) > 5 || right - x > 8;
    return [
      ...(isLed ? [rule(x + 6, y, right + 10, middle, colours.rule, 0.75)] : []),
      sign(right + SIGN - 10, middle),
      ...textLines(right + SIGN, middle - (lines.length * height) / 2 + letters, lines, height, { bold }),
    ];
  });
  return { marks, lowest };
}

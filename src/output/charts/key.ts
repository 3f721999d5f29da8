// The key of a chart over time: what rings, letters, crosses, dots and lines in pieces mean, in as many rows as it takes.
import { say } from "../../core/words/say.ts";
import type { LineChart } from "../chart.ts";
import type { Markup } from "../markup/markup.ts";
import { apartWords, isParted } from "./series.ts";
import { colours, cross, marker, ring, rule, textAt, widest } from "./svg.ts";

interface Entry {
  /** Its sign, from x on at the middle of the row, and how much room that takes. */
  readonly sign: (x: number, y: number) => readonly Markup[];
  readonly room: number;
  readonly words: string;
}

const quiet = { colour: colours.quiet };

function entriesOf(chart: LineChart, letters: number): Entry[] {
  const { lines, letters: codes = [] } = chart;
  const points = lines.flatMap((one) => one.points);
  const has = (is: (point: (typeof points)[number]) => boolean | undefined): boolean => points.some(is);
  const used = (code: string): boolean => has(({ signal }) => signal?.letters.includes(code));
  return [
    ...(has(({ signal }) => signal !== undefined)
      ? [{ sign: (x: number, y: number) => [ring(x + 10, y)], room: 24, words: say("key.signal") }]
      : []),
    ...codes
      .filter((one) => used(one.letters))
      .map((one) => ({
        sign: (x: number, y: number) => [textAt(x, y + letters / 3, one.letters, { bold: true })],
        room: widest([one.letters], letters, true) + 6,
        words: one.words,
      })),
    ...(has(({ isLeftOut }) => isLeftOut)
      ? [
          {
            sign: (x: number, y: number) => [cross(x + 6, y, colours.force)],
            room: 18,
            words: say("key.left-out"),
          },
        ]
      : []),
    ...(has(({ isMixed }) => isMixed)
      ? [
          {
            sign: (x: number, y: number) => [
              rule(x, y, x + 28, y, colours.quiet, 2, "1 4"),
              marker(0, x + 14, y, colours.quiet, 30, true),
            ],
            room: 36,
            words: apartWords(chart),
          },
        ]
      : []),
    ...(lines.some((one) => isParted(one.points)) ? [{ sign: pieces, room: 52, words: say("key.no-figure") }] : []),
  ];
}

/** The end of a line and the beginning of the next. */
const pieces = (x: number, y: number): Markup[] => [
  ...[x + 14, x + 30].map((end) => marker(0, end, y, colours.quiet, 30)),
  rule(x, y, x + 14, y, colours.quiet, 2),
  rule(x + 30, y, x + 44, y, colours.quiet, 2),
];

/** The key from `top` down, and how high it is: nothing where the chart has nothing to explain. */
export function keyMarks(chart: LineChart, { top, width, letters }: { top: number; width: number; letters: number }) {
  const rowHeight = letters + 6;
  let [x, row] = [0, 0];
  const marks = entriesOf(chart, letters).flatMap(({ sign, room, words }) => {
    const needs = room + widest([words], letters);
    if (x > 0 && x + needs > width) [x, row] = [0, row + 1];
    const [left, middle] = [x, top + row * rowHeight + rowHeight / 2];
    x += needs + 20;
    return [...sign(left, middle), textAt(left + room, middle + letters / 3, words, quiet)];
  });
  return { marks, height: marks.length > 0 ? (row + 1) * rowHeight : 0 };
}

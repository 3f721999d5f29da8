// Change against baseline: a bar for each measure, on ground tinted where its aim is met, with its verdict.

import { scaleLinear } from "d3-scale";
import { isKnown } from "../../core/figure.ts";
import { toNumber } from "../../core/number.ts";
import { standingWords } from "../../core/words/names.ts";
import { say } from "../../core/words/say.ts";
import { areAnswers } from "../../report/standing.ts";
import type { ChangeChart, Move } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { textWidth, wrapped } from "../markup/text-width.ts";
import { BAR, type ChangeLayout, changeLayout, MOST_GROUPS } from "./change-layout.ts";
import {
  arrow,
  at,
  colourOf,
  colours,
  type Drawing,
  letterSizes,
  marker,
  rule,
  type Size,
  standingColour,
  standingInk,
  standingMark,
  textAt,
  textLines,
  tickText,
} from "./svg.ts";

const TINT = "#e7edf3";

export function changeDrawing(chart: ChangeChart, size: Size): Drawing {
  const { width, letters } = letterSizes[size];
  const layout = changeLayout(chart, size);
  const { left, right, columns, isWide, rowHeight } = layout;
  const { moves } = chart;
  const groups = chart.others.slice(0, MOST_GROUPS);
  const x = changeScale(moves, groups.length).range([left + 7, right - 7]);
  const quiet = { colour: colours.quiet };

  const [low = 0, high = 0] = x.domain();
  const isTinted = moves.some(({ met }) => met && toNumber(met) >= low && toNumber(met) <= high);
  const key = keyMarks(chart, groups, isTinted, width, letters);
  const marks: Markup[] = [...key.marks];
  let y = key.height + 6;
  const unitLines = wrapped(chart.unit, right - left, letters);
  const heads = columns.map(({ name, room }) => wrapped(name, room + 2, letters, true));
  const headLines = Math.max(unitLines.length, ...heads.map(({ length }) => length));
  const headY = (lines: number): number => y + (headLines - lines) * rowHeight + letters;
  marks.push(...textLines(left, headY(unitLines.length), unitLines, rowHeight, quiet));
  for (const [index, lines] of heads.entries()) {
    const { end } = columns[index] ?? { end: 0 };
    marks.push(...textLines(end, headY(lines.length), lines, rowHeight, { bold: true, anchor: "end" }));
  }
  if (isWide) {
    const isAnswered = areAnswers(moves.map(({ standing }) => standing));
    const stacked = isAnswered ? say("heading.aim-achieved-stacked") : say("heading.standing-stacked");
    const words = [layout.isStacked ? stacked : say("heading.aim")];
    const own = isAnswered ? say("heading.achieved-alone") : say("heading.standing");
    marks.push(...textLines(layout.aimX, headY(1), words, rowHeight, { bold: true }));
    if (!layout.isStacked) marks.push(textAt(layout.verdictX, headY(1), own, { bold: true }));
  }
  y += headLines * rowHeight + 4;

  // Where the lines of ticks run: on a narrow picture not through the words above and below the bars.
  const bands: [number, number][] = isWide ? [[y, y]] : [];
  const over: Markup[] = [];
  for (const [index, move] of moves.entries()) {
    const { names, aims, namesY, barY, judgedY, height } = layout.row(move);
    marks.push(rule(0, y, width, y, colours.grid));
    over.push(...textLines(0, y + namesY + letters, names, rowHeight, { bold: !isWide }));
    const middle = y + barY;
    if (!isWide) bands.push([middle - BAR, middle + BAR]);
    if (move.direction && move.met) {
      const met = x(toNumber(move.met));
      const [from, to] = move.direction === "down" ? [left, met] : [met, right];
      if (from < to) marks.push(box(from, to, middle, BAR + 6, TINT, "none"));
    }
    if (isKnown(move.figure)) {
      const end = x(toNumber(move.figure.value));
      const colour = standingColour(move.standing);
      const isOpen = move.standing === "not judged" || move.standing === "no aim";
      over.push(box(x(0), end, middle, BAR, isOpen ? "#fff" : colour, colour, isUnsure(move)));
    }
    for (const group of groups.keys()) {
      const other = move.others[group]?.figure;
      if (isKnown(other)) over.push(marker(group + 2, x(toNumber(other.value)), middle, colourOf(group), 60));
    }
    for (const [column, { values, end }] of columns.entries()) {
      over.push(textAt(end, middle + letters / 3, values[index] ?? "", { anchor: "end", bold: column === 0 }));
    }
    over.push(...judgedMarks(move, aims, y + judgedY, layout, letters));
    y += height;
  }
  if (isWide) bands[0] = [bands[0]?.[0] ?? y, y];
  marks.push(rule(0, y, width, y, colours.grid));

  const unit = moves[0]?.figure.unit ?? "%";
  const ticks = ticksOf(x, unit, letters);
  const lines = ticks.flatMap((tick) => [
    ...bands.map(([from, to]) => rule(x(tick), from, x(tick), to, tick === 0 ? colours.quiet : colours.grid)),
    textAt(x(tick), y + rowHeight, tickText(tick, ticks, unit), { anchor: "middle", ...quiet }),
  ]);
  return { height: Math.ceil(y + rowHeight + 8), marks: [...marks, ...lines, ...over] };
}

/** A figure of low reliability, as of few events: its bar is pale. */
const isUnsure = ({ figure }: Move): boolean => isKnown(figure) && figure.mark === "u";
const PALE = markup` fill-opacity="0.3"`;

/** A bar between two places, at least a pixel long. */
const box = (
  from: number,
  to: number,
  middle: number,
  height: number,
  fill: string,
  stroke: string,
  isPale = false,
): Markup =>
  markup`<rect x="${at(Math.min(from, to))}" y="${at(middle - height / 2)}" width="${at(Math.max(Math.abs(to - from), 1))}" height="${height}" fill="${fill}"${isPale && PALE} stroke="${stroke}"/>`;

/** The aim with its direction, and beside or below it what became of it. */
function judgedMarks(
  move: Move,
  aims: readonly string[],
  top: number,
  { aimX, verdictX, isStacked, rowHeight }: ChangeLayout,
  letters: number,
): Markup[] {
  const middle = top + (aims.length * rowHeight) / 2;
  const verdictY = isStacked ? top + (aims.length + 0.5) * rowHeight : middle;
  const colour = standingInk(move.standing);
  return [
    ...(move.direction ? [arrow(move.direction, aimX + 8, isStacked ? top + rowHeight / 2 : middle)] : []),
    ...textLines(aimX + (move.direction || isStacked ? 22 : 0), top + letters, aims, rowHeight),
    standingMark(move.standing, verdictX + 8, verdictY),
    textAt(verdictX + 22, verdictY + letters / 3, standingWords(move.standing), { colour }),
  ];
}

function changeScale(moves: readonly Move[], groups: number) {
  const values = moves
    .flatMap(({ figure, others }) => [figure, ...others.slice(0, groups).map((other) => other.figure)])
    .flatMap((figure) => (isKnown(figure) ? [toNumber(figure.value)] : []));
  // Room beyond a target shows where it is met; one far beyond all that moved would leave the bars none.
  const far = 4 * Math.max(...values.map(Math.abs), 1);
  values.push(...moves.flatMap(({ met }) => (met && Math.abs(toNumber(met)) <= far ? [1.15 * toNumber(met)] : [])));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return scaleLinear().domain(low === high ? [-1, 1] : [low, high]);
}

/** As many ticks as have room for their words. */
function ticksOf(x: ReturnType<typeof changeScale>, unit: string, letters: number): number[] {
  for (const count of [5, 4, 3, 2]) {
    const ticks = x.ticks(count);
    const widths = ticks.map((tick) => textWidth(tickText(tick, ticks, unit), letters));
    if (Math.abs(x(ticks[1] ?? 0) - x(ticks[0] ?? 0)) >= Math.max(...widths) + 10) return ticks;
  }
  return [0];
}

/** What bars, marks and tint stand for, side by side on as many lines as they need. */
function keyMarks(
  { force, moves }: ChangeChart,
  groups: readonly string[],
  isTinted: boolean,
  width: number,
  letters: number,
) {
  const later = moves.some(({ standing }) => standing === "on track" || standing === "behind");
  const tolerated = moves.some(({ standing }) => standing === "within tolerance");
  const unmet = [
    "not achieved" as const,
    ...(tolerated ? ["within tolerance" as const] : []),
    ...(later ? ["behind" as const] : []),
  ];
  const rowHeight = letters + 8;
  const square =
    (fill: string, stroke: string, isPale = false) =>
    (x: number, y: number) =>
      markup`<rect x="${at(x - 6)}" y="${at(y - 6)}" width="12" height="12" fill="${fill}"${isPale && PALE} stroke="${stroke}"/>`;
  const entries: { words: string; sign: (x: number, y: number) => Markup }[] = [
    {
      words: later ? say("key.achieved-on-track", { force }) : say("key.achieved", { force }),
      sign: square(colours.force, colours.force),
    },
    {
      words: unmet.map(standingWords).reduce((all, one) => say("key.or", { some: all, other: one })),
      sign: square(colours.unmet, colours.unmet),
    },
    { words: say("key.unjudged"), sign: square("#fff", colours.quiet) },
    ...(moves.some(isUnsure) ? [{ words: say("key.pale"), sign: square(colours.quiet, colours.quiet, true) }] : []),
    ...groups.map((words, group) => ({
      words,
      sign: (x: number, y: number) => marker(group + 2, x, y, colourOf(group), 60),
    })),
    ...(isTinted ? [{ words: say("key.met"), sign: square(TINT, TINT) }] : []),
  ];
  let [x, y] = [0, rowHeight / 2];
  const marks = entries.flatMap(({ words, sign }) => {
    const room = 18 + textWidth(words, letters);
    if (x > 0 && x + room > width) {
      x = 0;
      y += rowHeight;
    }
    const entry = [sign(x + 7, y), textAt(x + 18, y + letters / 3, words, { colour: colours.quiet })];
    x += room + 16;
    return entry;
  });
  return { height: y + rowHeight / 2, marks };
}

// A rank plot: a point for each force with the limits of a force like the others, and the group's figure as a line.

import { scaleLinear } from "d3-scale";
import { type Figure, isKnown } from "../../core/figure.ts";
import { toNumber } from "../../core/number.ts";
import { say } from "../../core/words/say.ts";
import { formatFigure } from "../../report/format-figure.ts";
import type { RankChart } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { textWidth, wrapped } from "../markup/text-width.ts";
import { besideWord } from "../overview-words.ts";
import {
  at,
  colours,
  type Drawing,
  letterSizes,
  marker,
  rule,
  type Size,
  textAt,
  textLines,
  tickText,
  widest,
} from "./svg.ts";
import { axisTitle, valueDomain } from "./value-domain.ts";

const BAND = 14;
const SPACE = 10;
const quiet = { colour: colours.quiet };

export function ranksDrawing(chart: RankChart, size: Size): Drawing {
  const { unit, places, points, reference } = chart;
  const { width, letters } = letterSizes[size];
  const rowHeight = letters + 4;
  // On a narrow picture the words are above their points.
  const isBeside = size === "wide";
  const names = points.map(({ name }) => name);
  const nameRoom = isBeside ? Math.min(230, widest(names, letters, true) + 1) : width;
  const columns = columnsOf(chart).map(({ heading, texts }) => ({
    ...{ heading, texts, room: Math.max(widest(texts, letters, true), widest([heading], letters)) + 14 },
  }));
  const wordsRoom = isBeside ? columns.reduce((sum, { room }) => sum + room, 0) : 0;
  const left = isBeside ? nameRoom + 14 : 14;
  const right = width - wordsRoom - 14;

  const { domain, isCut } = valueDomain(valuesOf(chart));
  const x = scaleLinear().domain(domain).nice(5).range([left, right]);
  const ticks = x.ticks(isBeside ? 6 : 4);
  const tickUnit = points[0]?.figure.unit ?? "count";

  const head = wrapped(axisTitle(unit, isCut), width, letters);
  const marks: Markup[] = [...textLines(0, letters, head, rowHeight, quiet)];
  let y = head.length * rowHeight + 4;
  if (points.some(({ limits }) => limits)) {
    const key = keyMarks(width, y, letters);
    marks.push(...key.marks);
    y += key.height;
  }
  const over: Markup[] = [];
  const mean = placeOf(reference?.figure, x);
  if (reference) {
    const lines = wrapped(
      say("chart.end", { name: reference.name, value: formatFigure(reference.figure, places) }),
      right - left,
      letters,
    );
    const half = widest(lines, letters) / 2;
    const middle = Math.min(Math.max(mean ?? left, left + half), Math.max(right - half, left + half));
    over.push(...textLines(middle, y + letters, lines, rowHeight, { anchor: "middle" }));
    y += lines.length * rowHeight + 4;
  }
  if (isBeside) over.push(...headings(columns, right + 8, y - 8));
  const top = y;
  for (const [index, { name, figure, limits, isForce: bold = false }] of points.entries()) {
    const lines = wrapped(name, nameRoom, letters, bold);
    const words = columns.map(({ texts }) => texts[index] ?? "").filter((text) => text !== "");
    if (!isBeside) lines.push(...wrapped(words.join("  "), width, letters, bold));
    const namesHeight = lines.length * rowHeight;
    const height = isBeside ? Math.max(BAND + SPACE, namesHeight + 6) : namesHeight + BAND + SPACE;
    const middle = isBeside ? y + height / 2 : y + namesHeight + BAND / 2 + 2;
    const namesY = (isBeside ? middle - namesHeight / 2 : y) + letters - 1;
    over.push(
      ...textLines(isBeside ? nameRoom : 0, namesY, lines, rowHeight, {
        ...{ bold, edge: true },
        ...(isBeside && { anchor: "end" }),
      }),
    );
    if (limits) {
      const [low, high, least, most] = [limits.at95.lower, limits.at95.upper, limits.at998.lower, limits.at998.upper];
      const [from = 0, to = 0, first = 0, last = 0] = [low, high, least, most].map((limit) => placeOf(limit, x));
      marks.push(rule(first, middle, last, middle, colours.rule, 1.5));
      marks.push(
        markup`<rect x="${at(from)}" y="${at(middle - BAND / 2)}" width="${at(to - from)}" height="${BAND}" fill="${colours.faint}"/>`,
      );
    }
    const place = placeOf(figure, x);
    if (place !== undefined)
      over.push(marker(bold ? 0 : 1, place, middle, bold ? colours.force : colours.quiet, bold ? 110 : 50));
    if (isBeside) {
      let end = right + 8;
      for (const { texts, room } of columns) {
        end += room;
        over.push(textAt(end, middle + letters / 3, texts[index] ?? "", { anchor: "end", bold }));
      }
    }
    y += height;
  }
  const axis = [
    ...ticks.map((tick) => rule(x(tick), top, x(tick), y, tick === 0 ? colours.rule : colours.grid)),
    ...ticks.map((tick) => {
      const text = tickText(tick, ticks, tickUnit);
      const half = textWidth(text, letters) / 2;
      const middle = Math.min(Math.max(x(tick), half), width - half);
      return textAt(middle, y + rowHeight, text, { anchor: "middle", ...quiet });
    }),
    rule(left, y, right, y, colours.rule),
  ];
  const line = mean === undefined ? [] : [rule(mean, top, mean, y, colours.others[0], 2, "6 4")];
  return { height: Math.ceil(y + rowHeight + 8), marks: [...axis, ...marks, ...line, ...over] };
}

interface WordColumn {
  readonly heading: string;
  readonly texts: readonly string[];
}

/** Of each point its value, its rank, the ranks left open, and where it is beside the limits; only those that some point has. */
function columnsOf({ points, places }: RankChart): WordColumn[] {
  const columns = [
    { heading: "", texts: points.map(({ figure }) => formatFigure(figure, places)) },
    { heading: say("heading.rank"), texts: points.map(({ rank = "" }) => rank) },
    { heading: say("heading.left-open"), texts: points.map(({ range }) => (range === undefined ? "" : `(${range})`)) },
    { heading: "", texts: points.map(({ note }) => (note === undefined ? "" : besideWord(note))) },
  ];
  return columns.filter(({ texts }) => texts.some((text) => text !== ""));
}

/** The headings of the columns at the right, over their ends. */
function headings(columns: readonly (WordColumn & { readonly room: number })[], left: number, y: number): Markup[] {
  let end = left;
  return columns.flatMap(({ heading, room }) => {
    end += room;
    return heading === "" ? [] : [textAt(end, y, heading, { anchor: "end", ...quiet })];
  });
}

const valuesOf = ({ points, reference }: RankChart): number[] =>
  [
    ...points.flatMap(({ figure, limits }) =>
      limits ? [figure, ...Object.values(limits.at95), ...Object.values(limits.at998)] : [figure],
    ),
    ...(reference ? [reference.figure] : []),
  ].flatMap((figure: Figure) => (isKnown(figure) ? [toNumber(figure.value)] : []));

const placeOf = (figure: Figure | undefined, x: (value: number) => number): number | undefined =>
  isKnown(figure) ? x(toNumber(figure.value)) : undefined;

/** What the grey bar and the line through it mean. */
function keyMarks(width: number, y: number, letters: number): { marks: Markup[]; height: number } {
  const rowHeight = letters + 4;
  const parts = [
    {
      sign: (middle: number, x: number) =>
        markup`<rect x="${at(x)}" y="${at(middle - 6)}" width="28" height="12" fill="${colours.faint}"/>`,
      words: say("key.limits-95"),
    },
    {
      sign: (middle: number, x: number) => rule(x, middle, x + 28, middle, colours.rule, 1.5),
      words: say("chart.limits-998"),
    },
  ];
  let [x, row] = [0, 0];
  const marks = parts.flatMap(({ sign, words }) => {
    const room = 36 + widest([words], letters);
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const middle = y + (row + 0.5) * rowHeight;
    const made = [sign(middle, x), textAt(x + 36, middle + letters / 3, words, quiet)];
    x += room + 24;
    return made;
  });
  return { marks, height: (row + 1) * rowHeight + 6 };
}

// Charts drawn as SVG: each with its title, what it shows in words, and its data as a table.
import type { Chart } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { wrapped } from "../markup/text-width.ts";
import { changeDrawing } from "./change.ts";
import { funnelDrawing } from "./funnel.ts";
import { lineDrawing } from "./line.ts";
import { ranksDrawing } from "./ranks.ts";
import { colours, type Drawing, letterSizes, type Size, textLines } from "./svg.ts";
import { chartWords } from "./words.ts";

export { chartTable } from "./data.ts";
export { chartCaption, chartFinding } from "./finding.ts";

function drawingOf(chart: Chart, size: Size): Drawing {
  if (chart.kind === "line") return lineDrawing(chart, size);
  if (chart.kind === "ranks") return ranksDrawing(chart, size);
  return chart.kind === "funnel" ? funnelDrawing(chart, size) : changeDrawing(chart, size);
}

/**
 * The chart as an element of a page; `id` is used by no other. Its title is left to the page. With `wordsOf`, the drawing of
 * that id has its words, which the page then holds once.
 */
export const drawChart = (chart: Chart, id: string, size: Size, wordsOf?: string): Markup =>
  frame(chart, drawingOf(chart, size), { id, size, wordsOf: wordsOf ?? id });

/** The chart as a file of its own, with its title above it on white, and below it what must be read with it, such as its source. */
export function svgFile(chart: Chart, below: readonly string[] = []): string {
  const { width } = letterSizes.wide;
  const { height, marks } = drawingOf(chart, "wide");
  const margin = 20;
  const title = wrapped(chart.title, width, 18, true);
  const head = title.length * 23 + 12;
  const from = below.flatMap((words) => wrapped(words, width, 13));
  const foot = from.length === 0 ? 0 : from.length * 18 + 10;
  const whole = height + head + foot + 2 * margin;
  const all = [
    markup`<rect width="${width + 2 * margin}" height="${whole}" fill="#fff"/>`,
    ...textLines(margin, margin + 16, title, 23, { bold: true, size: 18 }),
    markup`<g transform="translate(${margin},${margin + head})">${marks}</g>`,
    ...textLines(margin, margin + head + height + 23, from, 18, { size: 13, colour: colours.quiet }),
  ];
  const drawing = { height: whole, marks: all };
  return `${frame(chart, drawing, { id: "chart", size: "wide", wordsOf: "chart" }, width + 2 * margin).markup}\n`;
}

function frame(
  chart: Chart,
  { height, marks }: Drawing,
  { id, size, wordsOf }: { readonly id: string; readonly size: Size; readonly wordsOf: string },
  width: number = letterSizes[size].width,
) {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="xMinYMin" role="img" aria-labelledby="${id}_title" aria-describedby="${wordsOf}_words" font-family="Arial, Helvetica, sans-serif" font-size="${letterSizes[size].letters}" fill="${colours.text}">
<title id="${id}_title">${chart.title}</title>
${id === wordsOf && markup`<desc id="${id}_words">${chartWords(chart)}</desc>\n`}${marks.map((mark) => markup`${mark}\n`)}</svg>`;
}

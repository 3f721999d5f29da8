// Bars from zero: the rates of a group with the force emphasised, and the group's figure as a line across them.
import { scaleLinear } from "d3-scale";
import { isKnown } from "../../core/figure.ts";
import { toNumber } from "../../core/number.ts";
import { formatFigure } from "../../report/format-figure.ts";
import type { BarChart } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { textWidth, wrapped } from "../markup/text-width.ts";
import { at, colours, type Drawing, letterSizes, rule, type Size, textAt, textLines, widest } from "./svg.ts";

const BAR = 20;
const SPACE = 10;

export function barsDrawing({ unit, places, bars, reference }: BarChart, size: Size): Drawing {
  const { width, letters } = letterSizes[size];
  const rowHeight = letters + 4;
  // On a narrow picture the names stand above their bars.
  const isBeside = size === "wide";
  const nameRoom = isBeside
    ? Math.min(
        230,
        widest(
          bars.map(({ name }) => name),
          letters,
          true,
        ) + 1,
      )
    : width;
  const left = isBeside ? nameRoom + 12 : 0;
  const values = [...bars, ...(reference ? [reference] : [])].flatMap(({ figure }) =>
    isKnown(figure) ? [toNumber(figure.value)] : [],
  );
  const said = bars.map(({ figure, note }) => ({ value: formatFigure(figure, places), note }));
  const saidRoom = Math.max(...said.map(({ value, note }) => saidWidth(value, note, letters)), 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range([left + (low < 0 ? saidRoom + 8 : 0), width - saidRoom - 10]);

  const marks: Markup[] = [];
  const head = wrapped(unit, width, letters);
  marks.push(...textLines(0, letters, head, rowHeight, { colour: colours.quiet }));
  let y = head.length * rowHeight + 10;
  const mean = reference && isKnown(reference.figure) ? x(toNumber(reference.figure.value)) : undefined;
  const over: Markup[] = [];
  if (reference) {
    const words = `${reference.name} ${formatFigure(reference.figure, places)}`;
    const lines = wrapped(words, width - left, letters);
    const half = widest(lines, letters) / 2;
    const middle = Math.min(Math.max(mean ?? 0, left + half), width - half);
    over.push(...textLines(middle, y + letters, lines, rowHeight, { anchor: "middle" }));
    y += lines.length * rowHeight + 6;
  }
  const top = y - 4;
  for (const [index, { name, figure, isForce }] of bars.entries()) {
    const bold = isForce ?? false;
    const lines = wrapped(name, nameRoom, letters, bold);
    const namesHeight = lines.length * rowHeight;
    const rowRoom = isBeside ? Math.max(BAR, namesHeight) : BAR;
    const nameX = isBeside ? nameRoom : 0;
    const nameY = isBeside ? y + (rowRoom - namesHeight) / 2 + letters - 1 : y + letters;
    marks.push(
      ...textLines(nameX, nameY, lines, rowHeight, { bold, ...(isBeside && { anchor: "end" }), edge: !isBeside }),
    );
    if (!isBeside) y += namesHeight;
    const middle = y + rowRoom / 2;
    const { value, note } = said[index] ?? { value: "", note: undefined };
    const end = isKnown(figure) ? x(toNumber(figure.value)) : x(0);
    if (isKnown(figure)) {
      const fill = bold ? colours.force : colours.faint;
      const [from, to] = [Math.min(x(0), end), Math.max(x(0), end)];
      // The edge of a pale bar is told from the paper by its line.
      marks.push(
        markup`<rect x="${at(from)}" y="${at(middle - BAR / 2)}" width="${at(to - from)}" height="${BAR}" fill="${fill}" stroke="${bold ? fill : colours.rule}"/>`,
      );
    }
    const isLeft = end < x(0);
    const valueX = isLeft ? end - 6 - saidWidth(value, note, letters) : end + 6;
    // What the line of the group would run through stands on paper of its own.
    over.push(
      markup`<rect x="${at(valueX - 3)}" y="${at(middle - BAR / 2 + 1)}" width="${at(saidWidth(value, note, letters) + 4)}" height="${BAR - 2}" fill="#fff"/>`,
    );
    over.push(textAt(valueX, middle + letters / 3, value, { bold }));
    if (note !== undefined) {
      const noteX = valueX + textWidth(value, letters, bold) + 6;
      over.push(textAt(noteX, middle + letters / 3, note, { colour: colours.quiet }));
    }
    y += rowRoom + SPACE;
  }
  const bottom = y - SPACE + 4;
  const lines = [
    rule(x(0), top, x(0), bottom, colours.rule),
    ...(mean === undefined ? [] : [rule(mean, top, mean, bottom, colours.others[0], 2, "6 4")]),
  ];
  return { height: Math.ceil(bottom + 4), marks: [...marks, ...lines, ...over] };
}

const saidWidth = (value: string, note: string | undefined, letters: number): number =>
  textWidth(value, letters, true) + (note === undefined ? 0 : 6 + textWidth(note, letters));

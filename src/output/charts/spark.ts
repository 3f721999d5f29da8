// A small line without axes: how a measure came to where it is, beside its words in an overview.
import { type Exact, toNumber } from "../../core/number.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { at, colours } from "./svg.ts";

const EDGE = 3;
/** The widths and heights of one in a line of text, and of one in a picture of many. */
const sizes = { line: [72, 18], many: [224, 64] } as const;

/**
 * The values from left to right, between the lowest and the highest, the last with a mark. The line ends where there is no
 * value. `words` say the values to those who cannot see them.
 */
export function sparkDrawing(
  values: readonly (Exact | undefined)[],
  words: string,
  size: keyof typeof sizes = "line",
): Markup {
  const [WIDTH, HEIGHT] = sizes[size];
  // Whole pixels are near enough for hundreds of points.
  const round = size === "many" ? (place: number): number => Number(place.toFixed(0)) : at;
  const numbers = values.map((value) => (value === undefined ? undefined : toNumber(value)));
  const known = numbers.filter((value) => value !== undefined);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = (WIDTH - 2 * EDGE) / Math.max(1, numbers.length - 1);
  let path = "";
  let [x, y] = [0, 0];
  for (const [index, value] of numbers.entries()) {
    if (value === undefined) continue;
    const share = high === low ? 0.5 : (value - low) / (high - low);
    [x, y] = [round(EDGE + index * step), round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))];
    path += `${numbers[index - 1] === undefined ? "M" : "L"}${x},${y}`;
  }
  return markup`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${words}"><path d="${path}" fill="none" stroke="${colours.force}" stroke-width="1.5" stroke-linejoin="round"/><circle cx="${x}" cy="${y}" r="2.5" fill="${colours.force}"/></svg>`;
}

// A small line without axes: how a measure came to where it is, beside its words in an overview.
import type { Exact } from "../../core/number.ts";
import { toNumber } from "../../core/number.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { at, colours } from "./svg.ts";

const [WIDTH, HEIGHT, EDGE] = [72, 18, 3];

/** The values from left to right, between the lowest and the highest, the last with a mark; `words` say them to who cannot see. */
export function sparkDrawing(values: readonly Exact[], words: string): Markup {
  const numbers = values.map(toNumber);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const step = (WIDTH - 2 * EDGE) / Math.max(1, numbers.length - 1);
  const places = numbers.map((value, index) => {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return [at(EDGE + index * step), at(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))] as const;
  });
  const [x, y] = places.at(-1) ?? [0, 0];
  return markup`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${words}"><path d="M${places.map((place) => place.join(",")).join("L")}" fill="none" stroke="${colours.force}" stroke-width="1.5" stroke-linejoin="round"/><circle cx="${x}" cy="${y}" r="2.5" fill="${colours.force}"/></svg>`;
}

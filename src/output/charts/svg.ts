// The pieces that charts are drawn with: text, marks and the frame, in the palette for official statistics.
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTriangle } from "d3-shape";
import { isUnmet, type Standing } from "../../report/standing.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { textWidth } from "../markup/text-width.ts";

/** The palette of METHODS: the force, then what it is compared with; `faint` is what stands behind. */
export const colours = {
  force: "#12436D",
  others: ["#F46A25", "#28A197", "#801650"],
  /** Of what is not achieved or behind: far lighter than the force's. */
  unmet: "#A285D1",
  text: "#0b0c0c",
  quiet: "#3D3D3D",
  rule: "#767676",
  grid: "#d9d9d9",
  faint: "#BFBFBF",
} as const;
export const colourOf = (index: number): string => colours.others[index] ?? colours.quiet;

/** The two widths that charts are drawn in, in pixels, and the size of their letters. */
export const letterSizes = {
  wide: { width: 860, letters: 14 },
  narrow: { width: 320, letters: 13 },
} as const;
export type Size = keyof typeof letterSizes;

/** What a chart is made of: its marks, and how high they are. */
export interface Drawing {
  readonly height: number;
  readonly marks: readonly Markup[];
}

/** A coordinate to a tenth of a pixel, so that the same figures give the same bytes everywhere. */
export const at = (coordinate: number): number => Number(coordinate.toFixed(1)) + 0;
/** How many decimals d3's paths are written with. */
export const DIGITS = 1;

interface TextOptions {
  readonly anchor?: "end" | "middle";
  readonly bold?: boolean;
  readonly colour?: string;
  readonly size?: number;
  /** A white edge, for text that stands on lines. */
  readonly edge?: boolean;
}

/** A line of text with its baseline at y. */
export function textAt(x: number, y: number, words: string, options: TextOptions = {}): Markup {
  const { anchor, bold, colour, size, edge } = options;
  return markup`<text x="${at(x)}" y="${at(y)}"${anchor && markup` text-anchor="${anchor}"`}${bold && markup` font-weight="bold"`}${colour !== undefined && markup` fill="${colour}"`}${size !== undefined && markup` font-size="${size}"`}${edge && markup` stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`}>${words}</text>`;
}

/** Lines of text, the first with its baseline at y. */
export const textLines = (
  x: number,
  y: number,
  lines: readonly string[],
  height: number,
  options: TextOptions = {},
): Markup[] => lines.map((words, index) => textAt(x, y + index * height, words, options));

/** A straight line. */
export const rule = (x1: number, y1: number, x2: number, y2: number, colour: string, width = 1, dash = ""): Markup =>
  markup`<path d="M${at(x1)},${at(y1)}L${at(x2)},${at(y2)}" fill="none" stroke="${colour}" stroke-width="${width}"${dash !== "" && markup` stroke-dasharray="${dash}"`}/>`;

const shapes = [symbolCircle, symbolSquare, symbolDiamond2, symbolTriangle];
/** The mark of a series, another shape for each: the force's is a circle. A small one has no edge; `isHollow` fills it white. */
export function marker(series: number, x: number, y: number, colour: string, area = 44, isHollow = false): Markup {
  const path = symbol(shapes[series % shapes.length] ?? symbolCircle, area).digits(DIGITS)();
  const edge = isHollow ? markup` stroke="${colour}" stroke-width="1.5"` : area >= 30 && markup` stroke="#fff"`;
  return markup`<path transform="translate(${at(x)},${at(y)})" d="${path ?? ""}" fill="${isHollow ? "#fff" : colour}"${edge}/>`;
}

/** A ring about a point that is a signal. */
export const ring = (x: number, y: number, radius = 8): Markup =>
  markup`<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" fill="none" stroke="${colours.others[2]}" stroke-width="2"/>`;

/** A cross, in place of the mark of a point that is left out. */
export const cross = (x: number, y: number, colour: string): Markup =>
  markup`<path transform="translate(${at(x)},${at(y)})" d="M-4,-4L4,4M-4,4L4,-4" fill="none" stroke="${colour}" stroke-width="2"/>`;

/** The signs of standings in a ring; on track is a disc in it, and behind half of one. */
const standingSigns: Readonly<Partial<Record<Standing, string>>> = {
  achieved: "M-3.5,0L-1,3L4,-3",
  "not achieved": "M-3,-3L3,3M3,-3L-3,3",
  "within tolerance": "M-4,-1.5C-2,-4 2,1 4,-1.5M-4,2.5C-2,0 2,5 4,2.5",
  "on track": "M-1.5,0L1.5,0M0,-1.5L0,1.5M-1.5,-1.5L1.5,1.5M-1.5,1.5L1.5,-1.5",
  behind: "M0,-6L0,6M-2,-5L-2,5M-4,-4L-4,4",
};

/** Where a measure stands, as a shape: a tick on a disc; a cross, two waves, a dot, a half or a bar in a ring. */
export function standingMark(standing: Standing, x: number, y: number): Markup {
  const colour = standingColour(standing);
  const isDisc = standing === "achieved";
  const disc = markup`<circle r="7" fill="${isDisc ? colour : "#fff"}" stroke="${colour}" stroke-width="1.5"/>`;
  const sign = standingSigns[standing] ?? "M-3,0L3,0";
  const stroke = isDisc ? "#fff" : colour;
  return markup`<g transform="translate(${at(x)},${at(y)})">${disc}<path d="${sign}" fill="none" stroke="${stroke}" stroke-width="2"/></g>`;
}
const isMet = (standing: Standing): boolean => standing === "achieved" || standing === "on track";

/** The colour goes with the shape and the words: dark on the way the aim asks, lighter on the other. */
export const standingColour = (standing: Standing): string =>
  isMet(standing) ? colours.force : isUnmet(standing) ? colours.unmet : colours.quiet;
/** The same for words, which have to be dark. */
export const standingInk = (standing: Standing): string => (isMet(standing) ? colours.force : colours.quiet);

/** A small triangle up or down. */
export const arrow = (direction: "up" | "down", x: number, y: number): Markup =>
  markup`<path transform="translate(${at(x)},${at(y)})" d="${direction === "up" ? "M-4,3.5L4,3.5L0,-3.5Z" : "M-4,-3.5L4,-3.5L0,3.5Z"}" fill="${colours.quiet}"/>`;

/** The widest of the texts. */
export const widest = (texts: readonly string[], size: number, bold = false): number =>
  Math.max(0, ...texts.map((one) => textWidth(one, size, bold)));

/** The widest word of the texts: less room would break it. */
export const widestWord = (texts: readonly string[], size: number, bold = false): number =>
  widest(
    texts.flatMap((one) => one.split(/\s+/)),
    size,
    bold,
  );

/** The tick of an axis in words, with as many decimals as its steps need. */
export function tickText(value: number, ticks: readonly number[], unit: string): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  const places = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const digits = Math.abs(value)
    .toFixed(places)
    .replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
  return `${value < 0 ? "-" : ""}${digits}${unit === "%" ? "%" : ""}`;
}

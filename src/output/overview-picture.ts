// The overview as a picture: the lines that a terminal shows, as an SVG of real text.
import type { Paint } from "../io/paint.ts";
import { colours } from "./charts/svg.ts";
import { markup } from "./markup/markup.ts";

/** What paints a text puts around it; they are taken off what a plan and its data say. */
const marks = { bold: "\u{E000}", red: "\u{E001}", green: "\u{E002}", yellow: "\u{E003}" } as const;
const END = "\u{E00F}";
const around =
  (mark: string) =>
  (text: string): string =>
    text
      .split("\n")
      .map((line) => `${mark}${line}${END}`)
      .join("\n");

/** Paints for `pictureOf`. */
export const inPicture: Paint = {
  bold: around(marks.bold),
  red: around(marks.red),
  green: around(marks.green),
  yellow: around(marks.yellow),
};

/** The width of a letter, and the height of a line, in pixels; the letters are all of one width. */
const [LETTER, LINE, MARGIN] = [8.4, 19, 20];
const painted: Readonly<Record<string, { readonly fill: string; readonly bold: boolean }>> = {
  [marks.bold]: { fill: colours.text, bold: true },
  [marks.red]: { fill: "#A8071A", bold: true },
  [marks.green]: { fill: "#0B6B2E", bold: true },
  [marks.yellow]: { fill: "#7A4A00", bold: true },
};

/** A text without the signs of paints, which none of a reader's files may set. */
export const unpainted = (text: string): string => text.replace(/[\u{E000}-\u{E00F}]/gu, "");

/** Lines of text that were painted with `inPicture`, drawn as they stand; `alternative` says in words what they show. */
export function pictureOf(text: string, title: string, alternative: string): string {
  const lines = text.split("\n");
  const plain = lines.map((line) => unpainted(line));
  const width = Math.ceil(Math.max(...plain.map((line) => [...line].length)) * LETTER) + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  const drawn = lines.map((line, index) => {
    // Each word keeps its column, whichever letters a reader's machine has.
    const parts = [...line.matchAll(/([\u{E000}-\u{E003}]?)([^\u{E000}-\u{E00F}]*)/gu)];
    let column = 0;
    const words = parts.flatMap(([, mark = "", part = ""]) => {
      const found = [...part.matchAll(/\S+(?: \S+)*/g)].map(({ 0: word, index: at }) => {
        const x = MARGIN + (column + [...part.slice(0, at)].length) * LETTER;
        const look = painted[mark];
        const length = Number(([...word].length * LETTER).toFixed(1));
        return markup`<text x="${Number(x.toFixed(1))}" y="${MARGIN + 14 + index * LINE}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look && markup` fill="${look.fill}"`}${look?.bold && markup` font-weight="bold"`}>${word}</text>`;
      });
      column += [...part].length;
      return found;
    });
    return words;
  });
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title words" font-family="Consolas, 'DejaVu Sans Mono', Menlo, monospace" font-size="14" fill="${colours.text}"><title id="title">${title}</title><desc id="words">${alternative}</desc><rect width="${width}" height="${height}" fill="#fff"/>${drawn.flat()}</svg>`
      .markup
  }\n`;
}

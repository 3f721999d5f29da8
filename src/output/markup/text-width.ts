// How wide a text is, near enough to lay out labels and tables where no browser measures them.

/** Parts of the size of the letters, as in Arial; capitals, digits and what is not listed stand at the end. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!]/, 0.27],
  [/[ft()[\]/ -]/, 0.32],
  [/[mwMW@%—]/, 0.88],
  [/[a-z]/, 0.53],
  [/\d/, 0.56],
];
const CAPITAL = 0.7;
/** Room for a reader whose letters are wider than Arial's. */
const SAFETY = 1.06;

const byLetter = new Map<string, number>();

/** The width in the unit of `size`; bold letters are a little wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) {
    let width = byLetter.get(letter);
    if (width === undefined) {
      width = widths.find(([pattern]) => pattern.test(letter))?.[1] ?? CAPITAL;
      if (byLetter.size < 1000) byLetter.set(letter, width);
    }
    sum += width;
  }
  return sum * size * SAFETY * (bold ? 1.07 : 1);
}

/** The words on lines no wider than `room`; a word that is wider than a line is broken. */
export function wrapped(text: string, room: number, size: number, bold = false): string[] {
  const fits = (words: string): boolean => textWidth(words, size, bold) <= room;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    let rest = [...word];
    while (!fits(rest.join("")) && rest.length > 1) {
      let count = 1;
      while (fits(rest.slice(0, count + 1).join(""))) count += 1;
      lines.push(rest.slice(0, count).join(""));
      rest = rest.slice(count);
    }
    lines.push(rest.join(""));
  }
  return lines;
}

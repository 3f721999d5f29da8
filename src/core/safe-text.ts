// Text from files, made safe to print.
import { inColumns, isEven } from "./text-columns.ts";

/** The text without what could move the cursor, colour the screen or turn the direction of reading. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}

/** A path as a word of a command to be typed: in quotation marks that every shell knows, where it needs some. */
export const asWord = (path: string): string => (/^[\p{L}\p{M}\p{N}._/\\:-]+$/u.test(path) ? path : `"${path}"`);

/** A value as JSON, indented, with the same characters written as escapes. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${text.replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

/** The words on lines of at most the width, each after the indent; a word longer than a line is broken. */
export function wrap(text: string, width: number, indent = ""): string {
  const room = Math.max(1, width - indent.length);
  if (text.length <= room && isEven(text)) return indent + printable(text);
  const words = printable(text).replace(/\s+/g, " ");
  const lines: string[] = [];
  for (let from = 0, to = 0; to < words.length; from = words[to] === " " ? to + 1 : to) {
    to = endOfLine(words, from, room);
    lines.push(indent + words.slice(from, to));
  }
  return lines.join("\n");
}

/** Where a line ends that begins there: at the last space in reach, or within a word that is longer than a line. */
function endOfLine(words: string, from: number, columns: number): number {
  const reach = inColumns(words.slice(from, from + 2 * columns + MARKS), columns);
  const room = isEven(reach) ? columns : reach.length;
  if (words.length - from <= room) return words.length;
  const space = words.lastIndexOf(" ", from + room);
  if (space > from) return space;
  const [word = ""] = words.slice(from).split(" ", 1);
  // A sign of two units is not broken, nor a letter from its marks.
  return from + inColumns(word, columns).length;
}

/** Units beside those of the letters of a line that are looked at: marks take none of its columns. */
const MARKS = 1000;

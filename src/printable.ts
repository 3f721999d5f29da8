// Text from files, made safe to print.

/** The text without what could move the cursor, colour the screen or turn the direction of reading. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}

/** A value as JSON, indented, with the same characters written as escapes. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${text.replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

/** The words on lines of at most the width, each after the indent; a word longer than a line is broken. */
export function wrap(text: string, width: number, indent = ""): string {
  const room = Math.max(1, width - indent.length);
  if (text.length <= room) return indent + printable(text);
  const pieces = printable(text)
    .split(/\s+/)
    .flatMap((word) => (word.length > room ? (word.match(new RegExp(`.{1,${room}}`, "gu")) ?? []) : [word]));
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + piece.length <= room) lines[lines.length - 1] = `${line} ${piece}`;
    else lines.push(piece);
  }
  return lines.map((line) => indent + line).join("\n");
}

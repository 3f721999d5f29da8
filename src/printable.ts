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

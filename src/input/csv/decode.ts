// Bytes to text, in whichever of the known encodings they are.
import { isAscii, isUtf8 } from "node:buffer";
import { eachOf } from "../each-of.ts";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** What bytes 0x80 to 0x9F are in Windows-1252 (TextDecoder on Node 20 gets them wrong). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A quoted cell longer than this is one that was never closed. */
export const LONGEST_CELL = 8 * 2 ** 20;

/** A part of a file that ends at the end of a line, where it has one: bytes where it is UTF-8, otherwise text. */
type Window = { readonly encoding: Encoding } & (
  | { readonly bytes: Uint8Array; readonly isAscii: boolean }
  | { readonly bytes?: undefined; readonly text: string }
);

export const textOf = (window: Window, start = 0): string =>
  window.bytes ? bufferOf(window.bytes).toString("utf8", start) : window.text;

/** The windows of a file, or why there are no more: it is no text, or its next line is of another encoding. */
export function* decoder(parts: Iterable<Uint8Array>): Generator<Window, "binary" | "mixed" | undefined> {
  let single: Encoding | undefined;
  let kept: Uint8Array = new Uint8Array();
  let wide: { decode: (bytes: Uint8Array) => string; encoding: "utf-16le" | "utf-16be" } | undefined;
  let keptText = "";
  let first = true;
  for (const part of parts) {
    let bytes = kept.length > 0 ? Buffer.concat([kept, part]) : part;
    if (first) {
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
      const encoding = utf16Of(bytes);
      if (encoding) {
        const utf16 = new TextDecoder(encoding);
        wide = { decode: (some) => utf16.decode(some, { stream: true }), encoding };
      }
      first = false;
    }
    if (wide) {
      const text = keptText + wide.decode(bytes);
      if (text.includes("\0")) return "binary";
      const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r", text.length - 2)) + 1;
      keptText = text.slice(end);
      if (end > 0) yield { text: text.slice(0, end), encoding: wide.encoding };
      continue;
    }
    if (bytes.includes(0)) return "binary";
    const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d, bytes.length - 2)) + 1;
    kept = bytes.subarray(end);
    if (end > 0) {
      const window = windowOf(bytes.subarray(0, end));
      if (isMixed(window, single)) {
        const sound = oddLine(bytes.subarray(0, end), single);
        if (sound > 0) yield windowOf(bytes.subarray(0, sound));
        return "mixed";
      }
      if (!isPlain(window)) single = window.encoding;
      yield window;
    }
    if (kept.length > LONGEST_CELL) return "binary";
  }
  if (kept.length > 0) {
    const window = windowOf(kept);
    if (isMixed(window, single)) return "mixed";
    yield window;
  }
  if (wide && keptText !== "") yield { text: keptText, encoding: wide.encoding };
  return undefined;
}

/** Whether the bytes of a window are the same letters in every encoding; those that are not UTF-8 never are. */
const isPlain = (window: Window): boolean => window.bytes !== undefined && window.isAscii;

/** A file is of one encoding: not UTF-8 here and single bytes there, within a part or from one part to the next. */
function isMixed(window: Window, before: Encoding | undefined): boolean {
  if (before !== undefined && window.encoding !== before) return !isPlain(window);
  // Two bytes of UTF-8, read as Windows-1252, are such a pair of letters and signs, which no word has.
  return window.encoding === "windows-1252" && /[ÂÃ][\u00a0-\u00bf]|â€/.test(textOf(window));
}

/** Where the line begins that is not of the encoding of those before it, in bytes of which one is not. */
function oddLine(bytes: Uint8Array, before: Encoding | undefined): number {
  let single = before;
  for (let start = 0; start < bytes.length; ) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end += 1;
    const line = windowOf(bytes.subarray(start, end));
    if (isMixed(line, single)) return start;
    if (!isPlain(line)) single = line.encoding;
    start = end + 1;
  }
  return 0;
}

/** Text saved as UTF-16 begins with its mark or, without one, has a zero byte beside each Latin letter. */
function utf16Of([a, b, c]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if ((a === 0xff && b === 0xfe) || (a !== undefined && a !== 0 && b === 0 && c !== 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0 && c === 0)) return "utf-16be";
  return undefined;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

function windowOf(bytes: Uint8Array): Window {
  const isPlain = isAscii(bytes);
  if (isPlain || isUtf8(bytes)) return { bytes, isAscii: isPlain, encoding: "utf-8" };
  const text = bufferOf(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
  return { text, encoding: "windows-1252" };
}

/** The text of bytes in whichever of the encodings they are; "binary" where it is no text. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | "binary" {
  let text = "";
  let encoding: Encoding = "utf-8";
  const stop = eachOf(decoder([bytes]), (window) => {
    text += textOf(window);
    if (window.encoding !== "utf-8") encoding = window.encoding;
  });
  return stop === undefined ? { text, encoding } : "binary";
}

/** The bytes of a text in an encoding; the first letter that it does not have, where there is one. */
export function encode(text: string, encoding: Encoding): Uint8Array | string {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding !== "windows-1252") {
    const bytes = Buffer.from(text, "utf16le");
    return encoding === "utf-16le" ? bytes : bytes.swap16();
  }
  const letters = [...text];
  const codes = letters.map((letter) => {
    const special = WINDOWS_1252.indexOf(letter);
    const code = special >= 0 ? 0x80 + special : (letter.codePointAt(0) ?? 0);
    return special < 0 && (code > 0xff || (code >= 0x80 && code <= 0x9f)) ? undefined : code;
  });
  const lost = codes.indexOf(undefined);
  return lost >= 0 ? (letters[lost] ?? "") : Uint8Array.from(codes as number[]);
}

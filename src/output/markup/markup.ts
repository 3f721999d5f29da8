// Markup in which every text is escaped: the one way that HTML and SVG are written.
import { printable } from "../../core/safe-text.ts";

/** Markup that is already safe; any other text becomes safe when it is put into a template. */
export interface Markup {
  readonly markup: string;
}
type Part = string | number | Markup | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** The text as it stands in an element or between quotation marks; what XML cannot hold is shown as "\ufffd". */
const escaped = (text: string): string =>
  printable(text)
    .replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? "");

/** A template of markup: markup\`<p>${text}</p>\`. Texts are escaped, markup is kept, what is not there leaves nothing. */
export function markup(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: words.map((word, index) => word + (index < parts.length ? written(parts[index]) : "")).join("") };
}

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escaped(part);
  return "markup" in part ? part.markup : part.map(written).join("");
}

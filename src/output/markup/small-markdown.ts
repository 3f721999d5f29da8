// A small part of Markdown as markup: paragraphs, lists, headings, bold, italic and links. All else stays text.
import { type Markup, markup } from "./markup.ts";

/** Where a link may lead; anything else stays text. */
const SAFE = /^(?:https:\/\/|mailto:)[^\s<>"']+$/i;
const INLINE =
  /(?<![\w*])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?![\w*])|(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])|\[([^\]]+)\]\(([^()\s]+)\)/;

/** The text as markup that loads and runs nothing, whatever it holds. Headings of any depth are of the second level. */
export function smallMarkdown(text: string): Markup {
  const blocks = text.replace(/\r\n?/g, "\n").split(/\n(?:[ \t]*\n)+/);
  return markup`${blocks.flatMap((block) => blocksOf(block.split("\n")))}`;
}

/** Lines without a blank one between them: headings, lists, and the paragraphs between those. */
function blocksOf(lines: readonly string[]): Markup[] {
  const made: { kind: "heading" | "list" | "text"; lines: string[] }[] = [];
  for (const line of lines) {
    const [, heading] = /^#{1,6} +(.+)$/.exec(line) ?? [];
    const [, item] = /^ {0,3}[-*] +(.+)$/.exec(line) ?? [];
    const last = made.at(-1);
    if (heading !== undefined) made.push({ kind: "heading", lines: [heading] });
    else if (item !== undefined && last?.kind === "list") last.lines.push(item);
    else if (item !== undefined) made.push({ kind: "list", lines: [item] });
    else if (last && last.kind !== "heading") last.lines.push(`${last.lines.pop()}${" "}${line.trim()}`);
    else if (line.trim() !== "") made.push({ kind: "text", lines: [line.trim()] });
  }
  return made.map(({ kind, lines: texts }) => {
    if (kind === "heading") return markup`<h2>${inline(texts[0] ?? "")}</h2>\n`;
    if (kind === "text") return markup`<p>${inline(texts[0] ?? "")}</p>\n`;
    return markup`<ul>\n${texts.map((one) => markup`<li>${inline(one)}</li>\n`)}</ul>\n`;
  });
}

function inline(text: string): (Markup | string)[] {
  const parts: (Markup | string)[] = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    const [whole, bold, italic, words = "", target = ""] = found;
    parts.push(rest.slice(0, found.index));
    if (bold !== undefined) parts.push(markup`<strong>${inline(bold)}</strong>`);
    else if (italic !== undefined) parts.push(markup`<em>${italic}</em>`);
    else parts.push(SAFE.test(target) ? markup`<a href="${target}">${words}</a>` : whole);
    rest = rest.slice(found.index + whole.length);
  }
  return [...parts, rest];
}

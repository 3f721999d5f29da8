// What check, explain, inspect and audit found, as a page to send on: how much, what was looked at, then each finding.
import type { Block, Branch } from "../../findings.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import type { RenderFindings } from "../format.ts";
import { htmlPage } from "./page.ts";
import { tableMarkup } from "./tables.ts";

/** Sentences take the room; what is typed keeps its lines and is never wider than the page. */
const STYLE = `.findings tbody th{min-width:4.5rem;max-width:20rem;overflow-wrap:break-word}
.findings td.w{min-width:4.5rem;max-width:40rem}
.findings td.w:last-child{min-width:9rem;overflow-wrap:anywhere}
.findings dl{display:grid;grid-template-columns:minmax(min-content,max-content) 1fr;gap:.25rem 1rem;max-width:60rem}
.findings dt::first-letter{text-transform:uppercase}
.findings dd{margin:0}
.findings dd,.findings li{overflow-wrap:anywhere}
pre,code{font:.875rem/1.5 Consolas,Menlo,"Liberation Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
pre{margin:0 0 1rem;padding:.75rem 1rem;border-left:3px solid #767676}
.comment code{display:block}
`;

/** One file, named after the command. */
export const htmlFindings: RenderFindings = async (findings) => {
  const { title, counts, about, sections } = await findings.page();
  let tables = 0;
  const blockMarkup = (block: Block): Markup => {
    if ("heading" in block) return markup`<h3>${block.heading}</h3>\n`;
    if ("text" in block) return markup`<p>${block.text}</p>\n`;
    if ("typed" in block) return markup`<pre>${linesOf(block.typed)}</pre>\n`;
    if ("terms" in block)
      return markup`<dl>\n${block.terms.map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>\n`)}</dl>\n`;
    if ("branches" in block) return branchesMarkup(block.branches);
    tables += 1;
    const { table, hints } = block;
    const comment = (row: number): Markup | undefined => {
      const hint = hints?.[row];
      return hint && markup`${hint.text}${hint.typed !== undefined && markup` <code>${linesOf(hint.typed)}</code>`}`;
    };
    return tableMarkup(table, { id: `table_${tables}`, ...(hints && { comment }) });
  };
  const content = htmlPage({
    title,
    description: counts,
    style: STYLE,
    intro: markup`<p class="counts"><strong>${counts}</strong></p>\n${about.map((one) => markup`<p>${one}</p>\n`)}`,
    sections: sections.map((section) => ({
      title: section.title,
      className: "findings",
      body: markup`${section.blocks.map(blockMarkup)}`,
    })),
  });
  return [{ name: `${findings.name}.html`, content }];
};

/** Text as it is typed: its line breaks stay, which a template would make spaces. */
const linesOf = (text: string): Markup =>
  markup`${text.split("\n").map((line, index) => markup`${index > 0 && { markup: "\n" }}${line}`)}`;

const branchesMarkup = (branches: readonly Branch[]): Markup =>
  markup`<ul>\n${branches.map(
    ({ text, of }) => markup`<li>${text}${of.length > 0 && markup`\n${branchesMarkup(of)}`}</li>\n`,
  )}</ul>\n`;

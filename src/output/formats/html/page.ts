// A page: one file that needs no network and no script, with its contents and sections.

import { slug } from "../../../core/names.ts";
import { languageCode, say } from "../../../core/words/say.ts";
import type { Publishing } from "../../../plan/publishing-schema.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { smallMarkdown } from "../../markup/small-markdown.ts";
import { footerMarkup, publishedMarkup } from "./published.ts";
import { styleWith } from "./style.ts";

export interface Section {
  readonly title: string;
  /** Said under the title: the periods of a table. */
  readonly about?: string | undefined;
  /** How it looks, where that is not as other sections do. */
  readonly className?: string;
  readonly body: Markup;
}

export interface HtmlPage {
  readonly title: string;
  /** The language that it is written in; that of the run where nothing is said. */
  readonly lang?: string;
  /** What it is of, for those who search for it. */
  readonly description?: string;
  /** Who published it, how it begins, its colour. */
  readonly publishing?: Publishing | undefined;
  /** Rules of style that no other page needs. */
  readonly style?: string;
  /** Between the title and the contents. */
  readonly intro?: Markup;
  readonly sections: readonly Section[];
}

/** The page as the text of a file. Nothing may be fetched or run by it, whatever its texts hold. */
export function htmlPage({
  title,
  lang = languageCode(),
  description,
  publishing,
  style = "",
  intro,
  sections,
}: HtmlPage): string {
  const ids = idsOf(sections.map((section) => section.title));
  const page = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
${description !== undefined && markup`<meta name="description" content="${description}">\n`}<style>${{ markup: styleWith(publishing?.accent) + style }}</style>
</head>
<body>
<a class="skip" href="#main">${say("page.skip")}</a>
<header>
<h1>${title}</h1>
${intro}${publishing && publishedMarkup(publishing)}${publishing?.introduction !== undefined && smallMarkdown(publishing.introduction)}</header>
<nav aria-labelledby="contents">
<h2 id="contents">${say("sheet.contents")}</h2>
<ol>
${sections.map((section, index) => markup`<li><a href="#${ids[index]}">${section.title}</a></li>\n`)}</ol>
</nav>
<main id="main" tabindex="-1">
${sections.map(
  (section, index) =>
    markup`<section${section.className !== undefined && markup` class="${section.className}"`} aria-labelledby="${ids[index]}">
<h2 id="${ids[index]}">${section.title}</h2>
${section.about !== undefined && markup`<p class="about">${section.about}</p>\n`}${section.body}</section>
`,
)}</main>
${publishing && footerMarkup(publishing)}</body>
</html>
`;
  return page.markup;
}

/** An id for each title, to be linked to: its words, or with a number where those are taken or say nothing. */
function idsOf(titles: readonly string[]): string[] {
  const taken = new Set(["", "main", "contents"]);
  return titles.map((title) => {
    const words = slug(title);
    let id = words;
    for (let number = 1; taken.has(id); number += 1) id = words === "" ? `section-${number}` : `${words}-${number + 1}`;
    taken.add(id);
    return id;
  });
}

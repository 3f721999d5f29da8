// Who published a page, when, and what was corrected: at its beginning and at its end, in the plan's own words.

import { say } from "../../../core/words/say.ts";
import type { Publishing } from "../../../plan/publishing-schema.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { publishedSentence } from "../../published-words.ts";

/** Below the title: by whom, when, and the corrections; nothing where the plan says none of it. */
export function publishedMarkup({ published, corrected }: Publishing): Markup | undefined {
  if (!published && corrected.length === 0) return undefined;
  return markup`${published && markup`<p class="about">${publishedSentence(published)}</p>\n`}${
    corrected.length > 0 &&
    markup`<div class="notice">
<p><strong>${say("page.corrections", { n: corrected.length })}</strong></p>
<ul>
${corrected.map(({ on: day, what }) => markup`<li>${say("page.correction", { on: day, what })}</li>\n`)}</ul>
</div>
`
  }`;
}

/** The end of the page; nothing where the plan says nothing for it. */
export function footerMarkup({ published }: Publishing): Markup | undefined {
  if (!published) return undefined;
  const { by, on, contact, licence, next } = published;
  const said: readonly (readonly [string, Markup | string | undefined])[] = [
    [say("page.published-by"), by],
    [say("page.date"), on],
    [say("page.contact"), contact === undefined ? undefined : contactMarkup(contact)],
    [say("page.licence"), licence],
    [say("page.next"), next],
  ];
  return markup`<footer>
<dl>
${said.map(([term, what]) => what !== undefined && markup`<div><dt>${term}</dt><dd>${what}</dd></div>\n`)}</dl>
</footer>
`;
}

/** An address is a link; anything else is words. */
function contactMarkup(contact: string): Markup | string {
  if (/^https:\/\/[^\s<>"']+$/i.test(contact)) return markup`<a href="${contact}">${contact}</a>`;
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(contact) ? markup`<a href="mailto:${contact}">${contact}</a>` : contact;
}

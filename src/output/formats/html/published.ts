// Who published a page, when, and what was corrected: at its beginning and at its end, in the plan's own words.
import type { Publishing } from "../../../plan/publishing-schema.ts";
import { type Markup, markup } from "../../markup/markup.ts";

/** Below the title: by whom, when, and the corrections; nothing where the plan says none of it. */
export function publishedMarkup({ published, corrected }: Publishing): Markup | undefined {
  if (!published && corrected.length === 0) return undefined;
  const on = published?.on === undefined ? "" : `, ${published.on}`;
  const next = published?.next === undefined ? "" : ` Next report: ${published.next}.`;
  return markup`${published && markup`<p class="about">Published by ${published.by}${on}.${next}</p>\n`}${
    corrected.length > 0 &&
    markup`<div class="notice">
<p><strong>${corrected.length === 1 ? "Correction" : "Corrections"}</strong></p>
<ul>
${corrected.map(({ on: day, what }) => markup`<li>${day}: ${what}</li>\n`)}</ul>
</div>
`
  }`;
}

/** The end of the page; nothing where the plan says nothing for it. */
export function footerMarkup({ published }: Publishing): Markup | undefined {
  if (!published) return undefined;
  const { by, on, contact, licence, next } = published;
  const said: readonly (readonly [string, Markup | string | undefined])[] = [
    ["Published by", by],
    ["Published on", on],
    ["Contact", contact === undefined ? undefined : contactMarkup(contact)],
    ["Licence", licence],
    ["Next report", next],
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

// Who published a report, when, and what was corrected, in sentences, for formats that are documents.
import { say } from "../core/words/say.ts";
import type { Publishing } from "../plan/publishing-schema.ts";

/** Who published it and when, and when the next one is due. */
export function publishedSentence({ by, on, next }: NonNullable<Publishing["published"]>): string {
  const first = on === undefined ? say("page.published", { by }) : say("page.published-on", { by, on });
  return next === undefined ? first : say("page.published-next", { published: first, next });
}

/** The sentences, in the plan's own words; none where the plan says nothing of it. */
export function publishedWords({ published, corrected }: Publishing): string[] {
  const corrections = corrected.map(({ on, what }) => say("page.corrected-on", { on, what }));
  if (!published) return corrections;
  const { contact, licence } = published;
  const more = [
    ...(contact === undefined ? [] : [say("page.contact-line", { contact })]),
    ...(licence === undefined ? [] : [say("page.licence-line", { licence })]),
  ];
  return [[publishedSentence(published), ...more].join(" "), ...corrections];
}

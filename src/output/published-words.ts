// Who published a report, when, and what was corrected, in sentences, for formats that are documents.
import type { Publishing } from "../plan/publishing-schema.ts";

/** The sentences, in the plan's own words; none where the plan says nothing of it. */
export function publishedWords({ published, corrected }: Publishing): string[] {
  const corrections = corrected.map(({ on, what }) => `Corrected on ${on}: ${what}`);
  if (!published) return corrections;
  const { by, on, contact, licence, next } = published;
  const said = [
    `Published by ${by}${on === undefined ? "" : `, ${on}`}`,
    ...(next === undefined ? [] : [`Next report: ${next}`]),
    ...(contact === undefined ? [] : [`Contact: ${contact}`]),
    ...(licence === undefined ? [] : [`Licence: ${licence}`]),
  ];
  return [`${said.join(". ")}.`, ...corrections];
}

// What a plan says of its own publication: by whom and when, what was corrected, and how the page begins and looks.
import * as z from "zod/mini";
import { contrast } from "../core/contrast.ts";
import { languages } from "../core/words/languages.ts";
import { described, name, optional, textValue } from "./schema-words.ts";

/** As WCAG 2.2 asks for text (AA). */
const LEAST_CONTRAST = 4.5;

const published = z.strictObject({
  by: described(textValue, "Who publishes the report", "Police and Crime Commissioner for Gloucestershire"),
  on: optional(name, "When, in words", "12 December 2023"),
  contact: optional(textValue, "Whom to ask: words, an email address or a link", "performance@example.org"),
  licence: optional(textValue, "The terms of use", "Open Government Licence v3.0"),
  next: optional(name, "When the next report is due, in words", "March 2024"),
});

const correction = z.strictObject({
  on: described(name, "When it was corrected, in words", "3 January 2024"),
  what: described(textValue, "What was wrong, and what it is now", "Robbery in 2019 was 384; it is 348."),
});

const accent = textValue.check(
  z.regex(/^#[0-9a-f]{6}$/i, 'write a colour as # and six digits, such as "#12436D"'),
  z.refine((colour) => !/^#[0-9a-f]{6}$/i.test(colour) || contrast(colour, "#ffffff") >= LEAST_CONTRAST, {
    error: "the contrast with white is less than 4.5 : 1; choose a darker colour",
  }),
);

/** The name of a language that the tool has. */
const language = z.enum(Object.keys(languages));

/** The keys of the plan that are of its publication. */
export const publishingKeys = {
  published: optional(published, "Who publishes the report, when, and whom to ask; printed at its start and end", {
    by: "Police and Crime Commissioner for Gloucestershire",
    on: "12 December 2023",
  }),
  corrected: optional(z.array(correction), "What was corrected since it was published", [
    { on: "3 January 2024", what: "Robbery in 2019 was 384; it is 348." },
  ]),
  accent: optional(
    accent,
    "The colour of headings and links on the page; it must be dark enough to read on white",
    "#12436D",
  ),
  language: optional(
    language,
    `The language of what report, compare, trend and diff print: ${Object.keys(languages).join(", ")}`,
    "English",
  ),
  introduction: optional(
    textValue,
    "Text before the figures on the page: paragraphs, - lists, ## headings, **bold**, *italic*, [links](https://…)",
    "This report covers the year to **September 2023**.",
  ),
};

export interface Publishing {
  readonly published: z.output<typeof published> | undefined;
  readonly corrected: readonly z.output<typeof correction>[];
  readonly accent: string | undefined;
  readonly introduction: string | undefined;
  /** By its name; English where the plan names none. */
  readonly language: string | undefined;
}

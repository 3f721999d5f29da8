// The shelf of languages that a plan may be published in: adding one is a file and its line here.
import { english } from "./english.ts";
import type { Language } from "./language.ts";

/** By the name that a plan gives in `language:`; a language other than English is loaded where it is asked for. */
export const languages: Readonly<Record<string, () => Promise<Language>>> = {
  English: async () => english,
};

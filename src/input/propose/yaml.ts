// Texts of a file as YAML gives them back: what is proposed is pasted into a plan, letter for letter.

/** Signs that nobody sees, or that turn or end a line, as escapes. */
const UNSEEN = /[\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

/** A text in quotation marks: FALSE, 1E05, 0012, null and dates stay these letters. */
export const inQuotes = (text: string): string =>
  JSON.stringify(text).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Comments are short lines. */
const LONGEST = 60;

/** The same in a comment, cut where it is long. */
export const shown = (text: string): string =>
  inQuotes(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text.replace(/\s+/g, " "));

/** So many values are listed, and the others counted. */
const MOST_LISTED = 8;

/** The values of a column for a comment: "Female", "Male" … (12). */
export const valuesListed = (values: readonly string[]): string =>
  values.length > MOST_LISTED
    ? `${values.slice(0, MOST_LISTED).map(shown).join(", ")} … (${values.length})`
    : values.map(shown).join(", ");

/** What a person has to look at before the plan can be right. */
export const CHOOSE = "# choose one";

// The title of a file as it names the release: without doubled spaces, notes and the digits of notes glued to a year.

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const NOTES = "\\d{1,2}(?:, ?\\d{1,2})*";
/** "March 20191,2", "March 20191, 2 compared with": a year has four digits. Only behind a month or another year is it one. */
const FULL_YEAR = new RegExp(`(\\b(?:${MONTH}|(?:19|20)\\d\\d (?:to|and)) (?:19|20)\\d\\d)${NOTES}(?!\\d)`, "gi");
/** "2002 to 2016 1,2" where the title ends. */
const LAST_YEAR = /((?:19|20)\d\d) \d{1,2}(?:, ?\d{1,2})+$/;
/** "March 181,2,3": two digits are the year. */
const SHORT_YEAR = new RegExp(`((?<=\\b${MONTH} )\\d\\d(?=\\d(?:,|$)))\\d{1,2}(?:, ?\\d{1,2})*$`, "i");
/** "year ending March 2018 CSEW1". */
const SURVEY = new RegExp(`\\b(CSEW)${NOTES}(?!\\d)`, "g");

/** A title without what its footnotes add to it. */
export const releaseTitle = (title: string): string =>
  title
    .replace(/\[notes? [^\][]*\]/gi, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(FULL_YEAR, "$1")
    .replace(LAST_YEAR, "$1")
    .replace(SHORT_YEAR, "$1")
    .replace(SURVEY, "$1");

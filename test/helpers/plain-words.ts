// The rules of plain words that a program can hold: how long a sentence may be, and phrases of an older way of writing.

/** GOV.UK and the Government Analysis Function ask for sentences of about 20 words; none may be longer than this. */
export const MOST_WORDS = 30;

/** Phrases of an older way of writing, which readers had to read twice. */
const oldPhrases = [
  /\bis told\b/,
  /\bis said\b/,
  /\bare told\b/,
  /\bgives no number\b/,
  /\ba word of its own\b/,
  /\bof its own\b/,
  /\bnothing says\b/,
  /\bnone is asked\b/,
  /\bnone of it\b/,
  /\bstands? (?:here|there|in|on|beside|for|where|above|below)\b/,
  /\bput together\b/,
  /\bcomes? again\b/,
  /\bthe one that you mean\b/,
  /\bis no (?!longer|comment|column|answer|doubt|file|folder|such|plan|series|rank|measure|refresh|trend|reading|assurance|signal)\b/,
  /\bthat it is of\b/,
  /\bit is of\b/,
  /\bis of (?!a known kind)/,
  /\bwhat (?:it|they) (?:takes?|gives?|says?)\b/,
  /\bsee whether\b/,
  /\be\.g\./,
];

/** Sentences end at a full stop, a semicolon or a colon. */
export const isLong = (said: string): boolean =>
  said.split(/[.;:](?:\s|$)/).some((one) => one.trim().split(/\s+/).length > MOST_WORDS);

/** The old phrases of a text. */
export const oldIn = (said: string): string[] => oldPhrases.flatMap((phrase) => phrase.exec(said)?.[0] ?? []);

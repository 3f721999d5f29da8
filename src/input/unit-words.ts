// What the words of a heading, a title or a series say of the unit: per how many a rate is, thousands, £m, %.

/** Of what words say: as a power of ten, what a number has to be multiplied by, and the words that say it. */
export interface SaidUnit {
  readonly power: number;
  readonly words: string;
  /** Of a rate that is not of the population, what it is of: "households". */
  readonly of?: string;
}

const powers: Readonly<Record<string, number>> = {
  head: 0,
  capita: 0,
  person: 0,
  resident: 0,
  inhabitant: 0,
  hundred: 2,
  thousand: 3,
  k: 3,
  "ten thousand": 4,
  "hundred thousand": 5,
  million: 6,
  m: 6,
};
const named = Object.keys(powers)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** "per 100,000 population", "per 100 000", "per 100k", "per million", "per head"; "/100,000" but not "2018/19". */
const PER = new RegExp(
  `(?:\\bper (?:a |one )?|/ ?(?=1\\d{0,2}[ ,]?000))(?:(?<number>1(?:0|[ ,\\u2009]?000)*)(?![\\d,.]*\\d) ?(?<unit>(?:${named})\\b)?|(?<word>${named})\\b)(?<of>[^:;,()\\[\\]\\d/|]*)`,
  "i",
);
const ofPeople =
  /^(the |resident |usual |usually |total |mid-year )*(population|pop|people|persons?|residents?|inhabitants?)\b(?!.*\b(aged|over|under)\b)/i;
/** What a rate may be of in place of the population. */
const ofOthers =
  /\b(households?|dwellings?|homes|adults?|women|men|females?|males?|child(?:ren)?|young people|aged|vehicles?|officers?|staff|employees?|offences?|crimes?|incidents?|visitors?|pupils?|victims?|users?|journeys?)\b/i;

/** Per how many the words say that a rate is: "per 100,000" is power -2, as it is printed per 1,000; nothing where they do not say. */
export function perSaid(text: string): SaidUnit | undefined {
  const found = PER.exec(spaced(text));
  if (!found?.groups) return undefined;
  const { number, unit, word, of = "" } = found.groups;
  const base = number === undefined ? 0 : number.replace(/\D/g, "").length - 1;
  const size = base + (powers[(unit ?? word ?? "").toLowerCase()] ?? 0);
  const others = ofPeople.test(of.trim())
    ? undefined
    : ofOthers.exec(of.trim().split(/\b(?:in|for|by|from)\b/i)[0] ?? "");
  const words = `${found[0].slice(0, found[0].length - of.length).trim()}${others ? ` ${others[0]}` : ""}`;
  return { power: 3 - size, words, ...(others && { of: /^aged$/i.test(others[0]) ? "people of an age" : others[0] }) };
}

/** A number before it, or words such as "over a", make it an amount and not a unit. */
const AMOUNT = /(?:\d[\d.,]*|\b(?:per|nearest|an?|one|ten|hundred|every|each|over|under|than|few))\s*$/i;
const SCALE =
  /(?<pounds>£)?\s?(?:(?<thousand>\bthousands?\b|\b1[ ,]?000s\b|['’‘]?\b000['’]?s?\b|(?<=£\s?)k\b|(?<=\()k(?=\)))|(?<million>\bmillions?\b|\bmn\b|(?<=£\s?)m\b|(?<=\()m(?=\)))|(?<billion>\bbillions?\b|\bbn\b))/gi;
/** In a title the word alone says nothing: "in thousands", "(thousands)", ", thousands". */
const OF_TITLE = /^(?:\s*(?:[),;.|]|$))/;
const BEFORE_IN_TITLE = /(?:^|[(,:;|-]|\bin|\bof)\s*(?:£\s?)?['’‘]?$/i;

/** How large a unit the words say that numbers are in: thousands are power 3; nothing where they do not say. */
export function scaleSaid(text: string, isTitle = false): (SaidUnit & { readonly isPounds: boolean }) | undefined {
  const words = spaced(text);
  for (const found of words.matchAll(SCALE)) {
    const { pounds, thousand, million } = found.groups ?? {};
    const before = words.slice(0, found.index);
    if (AMOUNT.test(before)) continue;
    const after = words.slice(found.index + found[0].length);
    if (isTitle && !(BEFORE_IN_TITLE.test(before) && OF_TITLE.test(after))) continue;
    const power = thousand !== undefined ? 3 : million !== undefined ? 6 : 9;
    return { power, words: found[0].trim(), isPounds: pounds !== undefined };
  }
  return undefined;
}

/** What kind of number the words say stands below them; nothing where they do not say. */
export function unitSaid(text: string): "rate" | "percentage" | "amount in £" | undefined {
  const words = spaced(text).trim();
  if (perSaid(words)) return "rate";
  if (/^(%|per ?cent\b|percentage\b)|(%|\bper ?cent|\bpercentage)\)?$/i.test(words)) return "percentage";
  return /(^£|\(£|£)['’]?\s?(k|m|bn|000s?|thousands?|millions?|billions?)?\)?$/i.test(words)
    ? "amount in £"
    : undefined;
}

const spaced = (text: string): string => text.replace(/[\u00a0\u2009\u202f\s]+/g, " ");

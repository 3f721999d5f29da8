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
/** "per 100,000 population", "per 100 000", "per 100k", "for every million", "per head"; "/100,000" but not "2018/19". */
const PER = new RegExp(
  `(?:\\b(?:per|for every|p\\.) ?(?:population of )?(?:a |one )?|/ ?(?=1\\d{0,2}(?:[ ,.]?000|k)))(?:(?<number>1(?:0|[ ,.]?000)*)(?![\\d,.^-]*\\d|\\^) ?(?<unit>(?:${named})s?\\b)?|(?<word>${named})\\b)(?<of>[^:;\\[\\]\\d/|]*(?:\\d{1,2}\\+)?)`,
  "i",
);
const ofPeople =
  /^(the |of the |resident |usual |usually |total |mid-year )*(population|pop|people|persons?|residents?|inhabitants?)\b(?!.*\b(aged|over|under)\b|.*\d\+)/i;
/** What a rate may be of in place of the population. */
const ofOthers =
  /^\(?(?:\w+ )?(households?|hhlds?|dwellings?|homes|properties|addresses|adults?|women|men|females?|males?|child(?:ren)?|young people|population(?: aged)?|people aged|persons aged|vehicles?|fte|officers?|staff|employees?|workers?|stops|visitors?|pupils?|users?|journeys?|calls|crimes|offences)\b/i;

/** What all words have that say per how many, and few others: to look for it first is a tenth of the work. */
const HAS_PER = /(?:(?<![A-Za-z0-9])[Pp][Ee][Rr]|Per)(?!son|cent|iod)|[Ee][Vv][Ee][Rr][Yy]|[Pp]\.|\/[\s_]*1/;

/** Per how many the words say that a rate is: "per 100,000" is power -2, as it is printed per 1,000; nothing where they do not say. */
export function perSaid(text: string): SaidUnit | undefined {
  if (!HAS_PER.test(text)) return undefined;
  const found = PER.exec(spaced(text));
  if (!found?.groups) return undefined;
  const { number, unit, word, of = "" } = found.groups;
  const base = number === undefined ? 0 : number.replace(/\D/g, "").length - 1;
  const size = base + (powers[(unit ?? word ?? "").toLowerCase().replace(/s$/, "")] ?? 0);
  // "per 1,000 excluding fraud", "per 1,000 in 2019", "per 1,000 - victims" do not say of what.
  const thing = (
    of.trim().split(/^[-–]|\b(?:in|for|by|from|excluding|excl|except|and|with|without)\b| [-–] /i)[0] ?? ""
  ).trim();
  const others = ofPeople.test(thing) ? undefined : ofOthers.exec(thing);
  const words = found[0].slice(0, found[0].length - of.length).trim();
  const who = others?.[1] ?? "";
  const called = /^(population|people|persons)/i.test(who) ? "people of an age" : who;
  return { power: 3 - size, words: others ? `${words} ${called}` : words, ...(others && { of: called }) };
}

/** Words such as "over a", or a number before it that is no year, make it an amount and not a unit. */
const AMOUNT = /(?:\d[\d.,]*|\b(?:per|nearest|an?|one|ten|hundred|every|each|over|under|than|few))\s*$/i;
const YEAR_AT_END = /\b(19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?[ ,]*$/;
const SCALE =
  /(?<pounds>£)?\s?(?:(?<thousand>\bthousands?\b|\b1[ ,]?000s\b|['’‘]?\b000['’]?s?\b|(?<=£\s?)[kK]\b|(?<=\()k(?=\)))|(?<million>\bmillions?\b|\bmn\b|(?<=£\s?)[mM]\b|(?<=\()m(?=\)))|(?<billion>\bbillions?\b|\b[Bb][Nn]\b))/g;
/** In a title, and in the name of a series, the word alone says nothing: it has to stand at the end, and in brackets or behind "in". */
const AT_END = /^\s*[).;]*\s*$/;
const BEFORE_AT_END = /(?:^|[(,:;|-]|\bin)\s*(?:£\s?)?['’‘]?$/i;

/** The same of words that say how large a unit is, and below of those that say its kind. */
const HAS_SCALE = /000|thousand|illion|mn|bn|£[\s_]*[km]|\([km]\)/i;

/** How large a unit the words say that numbers are in: thousands are power 3; nothing where they do not say. */
export function scaleSaid(text: string, isLoose = false): (SaidUnit & { readonly isPounds: boolean }) | undefined {
  if (!HAS_SCALE.test(text)) return undefined;
  const words = spaced(text);
  for (const found of words.matchAll(SCALE)) {
    const { pounds, thousand, million } = found.groups ?? {};
    const before = words.slice(0, found.index).replace(YEAR_AT_END, "");
    if (AMOUNT.test(before) || /\d\s*$/.test(before)) continue;
    const after = words.slice(found.index + found[0].length);
    if (isLoose && !(AT_END.test(after) && (pounds !== undefined || BEFORE_AT_END.test(before)))) continue;
    const power = thousand !== undefined ? 3 : million !== undefined ? 6 : 9;
    return { power, words: found[0].trim(), isPounds: pounds !== undefined };
  }
  return undefined;
}

const HAS_UNIT = /[%£]|per ?cent|rate/i;

/** What kind of number the words say stands below them; nothing where they do not say. */
export function unitSaid(text: string): "rate" | "percentage" | "change" | "amount in £" | undefined {
  if (!HAS_UNIT.test(text) && !HAS_PER.test(text)) return undefined;
  const words = spaced(text)
    .trim()
    .replace(/^(19|20)\d\d([/-]\d\d(\d\d)?)?[ :,-]+|[ :,-]*\(?\b(19|20)\d\d([/-]\d\d(\d\d)?)?\)?$/g, "");
  const per = perSaid(words);
  const isPercent = /^(%|per ?cent\b|percentage\b)|(%|\bper ?cent|\bpercentage)\)?$|\(%\)/i.test(words);
  const isChange = /\b(change|difference|variance)\b/i.test(words);
  if (isChange && (isPercent || /\brates?\b/i.test(words) || per)) return "change";
  // "Two or more crimes per person" counts; "per 100 calls" is a rate.
  if (per && (per.power < 3 || /\brates?\b/i.test(words))) return "rate";
  if (isPercent) return "percentage";
  return /^£\s?(?:k|m|bn|000s?|thousands?|millions?|billions?)?(?:\b|$)|(\(£|£)['’]?\s?(k|m|bn|000s?|thousands?|millions?|billions?)?\)?$/i.test(
    words,
  )
    ? "amount in £"
    : undefined;
}

/** "Rate_per_100000", "RatePer100000" and "per100000" are the words that they are made of. */
function spaced(text: string): string {
  const words = text.replace(/[\u00a0\u2009\u202f\s_]+/g, " ");
  const isApart = /^[ -~]*$/.test(words) && !/[a-z][A-Z][a-z]/.test(words);
  return (isApart ? words : words.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, "$1 ")).replace(/(\bper|\bPer)(?=\d)/g, "$1 ");
}

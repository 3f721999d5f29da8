// Names as people write them: when two are the same, and which known one was meant.
import leven, { closestMatch } from "leven";

/** The source of a file whose headings are area, series, period, kind and value. */
export const OWN_TABLE = "own table";

/** Two names are the same when their keys are: case, spacing, "&" and typographic marks do not tell names apart. */
export function nameKey(name: string): string {
  // A file says the same few names over and over.
  const known = keys.get(name);
  if (known !== undefined) return known;
  const made = PLAIN.test(name) ? name.toLowerCase() : plainOf(name);
  if (keys.size < MOST_KEYS) keys.set(name, made);
  return made;
}
/** Letters, digits and signs of ASCII, a space at a time, without "&": all there is to do is to lower its case. */
const PLAIN = /^[!-%'-~]+(?: [!-%'-~]+)*$/;

function plainOf(name: string): string {
  return name
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(/[‘’]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/&/g, " and ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
/** Signs that nobody sees: soft hyphens, and spaces, marks and joiners of no width. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** A name, area or period without the "[note 4]" at its end, which changes its number with each release. */
export const withoutNote = (words: string): string =>
  words.includes("[") ? words.replace(/(?:\s*\[notes? \d+(?:(?:,| and) \d+)*\])+$/i, "") : words;

/** Letters of other scripts, and digits, that look like Latin letters: each stands above the one that it looks like. */
const LOOKS = "аеорсухіјѕԁһАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧον01";
const LATIN = "aeopcyxijsdhABEKMHOPCTXIJSABEZHIKMNOPTYXovol";

/** The sign by which a name differs from one that looks the same: "о" is the Cyrillic letter; nothing where they look different. */
export function signApart(written: string, known: string): string | undefined {
  const plain = (name: string): string => nameKey([...name].map((sign) => LATIN[LOOKS.indexOf(sign)] ?? sign).join(""));
  if (nameKey(written) === nameKey(known) || plain(written) !== plain(known)) return undefined;
  const isOdd = (sign: string): boolean => LOOKS.includes(sign);
  return [...known].find(isOdd) ?? [...written].find(isOdd);
}

const keys = new Map<string, string>();
const MOST_KEYS = 10_000;

/**
 * The known name nearest to what was written (a third of its letters may differ), or the only one that begins with it;
 * nothing where there is none.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const byKey = new Map([...known].map((name) => [nameKey(name), name]));
  const wanted = nameKey(written);
  const maxDistance = Math.max(2, Math.floor(wanted.length / 3));
  const found = closestMatch(wanted, [...byKey.keys()], { maxDistance });
  // Of two or three letters little is left to tell by: a near one begins alike.
  const isNear = found !== undefined && (wanted.length > 3 || found[0] === wanted[0]);
  if (isNear) return byKey.get(found);
  const begun = wanted.length > 3 ? [...byKey.keys()].filter((one) => one.startsWith(wanted)) : [];
  return begun.length === 1 ? byKey.get(begun[0] ?? "") : undefined;
}

/** Of more names than a message lists, the nearest to what was written first; others as they come. */
export function nearestFirst(written: string, known: readonly string[]): readonly string[] {
  return known.length <= MOST_LISTED ? known : byNearness(written, known);
}

/** The names that are nearest to one that is not there. */
export const closest = (written: string, known: readonly string[], most = 3): readonly string[] =>
  byNearness(written, known).slice(0, most);

function byNearness(written: string, known: readonly string[]): readonly string[] {
  const wanted = nameKey(written).slice(0, MOST_COMPARED);
  // By the share of letters that differ, so that "Theft" is nearer to "Theft offences" than to "Arson".
  const far = (name: string): number => {
    const said = nameKey(name).slice(0, MOST_COMPARED);
    return said.startsWith(wanted) ? 0 : leven(wanted, said) / Math.max(wanted.length, said.length, 1);
  };
  const distances = known.map((name) => ({ name, distance: far(name) }));
  return distances.sort((a, b) => a.distance - b.distance).map(({ name }) => name);
}
/** A message lists so many names, and counts the others. */
export const MOST_LISTED = 8;
const MOST_COMPARED = 60;

/** "Recorded crime: Glos/MSG" → "recorded-crime-glos-msg": a file name that is safe on every system. */
export function slug(title: string): string {
  // A letter with a mark becomes the letter: ŵ, ï, é.
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/**
 * Names for files that are safe on every system and that no two share, whatever the titles; where a title has no letter
 * to make one of, `what` it is with a number.
 */
export function fileNames(titles: readonly string[], what: "table" | "chart"): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = slug(title);
    // Windows keeps these names for devices.
    const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(plain);
    const base = plain === "" ? what : isDevice ? `${what}-${plain}` : plain;
    let name = plain === "" ? `${what}-1` : base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
    taken.add(name);
    return name;
  });
}

// Names as people write them: when two are the same, and which known one was meant.
import { closestMatch } from "leven";

/** Two names are the same when their keys are: case, spacing, "&" and typographic marks do not tell names apart. */
export function key(name: string): string {
  // A file says the same few names over and over.
  const known = keys.get(name);
  if (known !== undefined) return known;
  const made = name
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, "-")
    .replace(/&/g, " and ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  if (keys.size < MOST_KEYS) keys.set(name, made);
  return made;
}
const keys = new Map<string, string>();
const MOST_KEYS = 10_000;

/** The known name nearest to what was written, or nothing where none is near (a third of its letters may differ). */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const byKey = new Map([...known].map((name) => [key(name), name]));
  const wanted = key(written);
  const maxDistance = Math.max(2, Math.floor(wanted.length / 3));
  const found = closestMatch(wanted, [...byKey.keys()], { maxDistance });
  // Of two or three letters little is left to tell by: a near one begins alike.
  const isNear = found !== undefined && (wanted.length > 3 || found[0] === wanted[0]);
  return isNear ? byKey.get(found) : undefined;
}

/** "Recorded crime: Glos/MSG" → "recorded-crime-glos-msg": a file name that is safe on every system. */
export function slug(title: string): string {
  const plain = title.normalize("NFKD").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

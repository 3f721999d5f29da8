// Which of several known names is meant by some words of it.
import { nameKey, nearest } from "../core/names.ts";

const wordsOf = (name: string): string[] => nameKey(name).match(/[\p{L}\p{N}%£]+/gu) ?? [];

/**
 * The known names that are meant, each once: the one of that very name, otherwise those that hold every word, otherwise
 * those that hold a word beginning with each. None where there is none.
 */
export function meantBy(words: string, known: readonly string[]): readonly string[] {
  const names = [...new Set(known)];
  const asked = wordsOf(words);
  const same = names.filter((name) => nameKey(name) === nameKey(words));
  if (same.length > 0 || asked.length === 0) return same;
  const holding = (current: (word: string, wanted: string) => boolean): string[] =>
    names.filter((name) => asked.every((wanted) => wordsOf(name).some((word) => current(word, wanted))));
  const whole = holding((word, wanted) => word === wanted);
  return whole.length > 0 ? whole : holding((word, wanted) => word.startsWith(wanted));
}

/** The name, or the word of one, that is nearest to words that mean none; nothing where none is near. */
export function nearestName(words: string, known: readonly string[]): string | undefined {
  const name = nearest(words, known);
  if (name !== undefined) return name;
  const all = [...new Set(known.flatMap(wordsOf))];
  const odd = wordsOf(words).find((word) => !all.some((one) => one.startsWith(word)));
  return odd === undefined ? undefined : nearest(odd, all);
}

// Says a sentence of a published output in the language of the run. It holds which language that is, from the start of a run.
import { english } from "./english.ts";
import type { Forms, Language, SlotsFor, WordKey } from "./language.ts";

let first: Language = english;
let spoken: Language = first;
const rules = new Map<string, Intl.PluralRules>();

/** From here on, sentences are said in this language. */
export function speak(language: Language): void {
  spoken = language;
}

/** A run, or a plan that names no language, begins in English; a test may have all runs begin in another. */
export const speakFirst = (language: Language = first): void => {
  first = language;
  spoken = language;
};

/** What is made in English, whatever the run speaks: what a program or the analyst alone reads. */
export function inEnglish<Made>(make: () => Made): Made {
  const before = spoken;
  spoken = english;
  try {
    return make();
  } finally {
    spoken = before;
  }
}

/** The code of the language that is spoken, as documents give it. */
export const languageCode = (): string => spoken.code;

/** The sentence, heading or word of that name, with its slots filled. */
export function say<Key extends WordKey>(key: Key, ...[slots]: SlotsFor<Key>): string {
  const entry: string | Forms = spoken.words[key];
  const values: Readonly<Record<string, string | number>> = slots ?? {};
  return filled(typeof entry === "string" ? entry : formFor(entry, Number(values.n), "cardinal"), values);
}

/** "1st", "2nd": a place in an order. */
export function ordinal(n: number): string {
  const entry: string | Forms = spoken.words["number.ordinal"];
  return filled(typeof entry === "string" ? entry : formFor(entry, n, "ordinal"), { n });
}

/** "A, B and C". */
export const namesJoined = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : say("list.last", { names: inRow(names.slice(0, -1)), last: names.at(-1) ?? "" });

/** "A, B, C". */
export const inRow = (names: readonly string[]): string => names.join(say("list.between"));

/** Names in a row, the first of many. */
export const fewSaid = (names: readonly string[], most = 8): string =>
  names.length > most ? say("list.more", { n: names.length - most, names: inRow(names.slice(0, most)) }) : inRow(names);

function formFor(forms: Forms, n: number, type: "cardinal" | "ordinal"): string {
  const id = `${spoken.code} ${type}`;
  const rule = rules.get(id) ?? new Intl.PluralRules(spoken.code, { type });
  rules.set(id, rule);
  return forms[rule.select(n)] ?? forms.other;
}

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.includes("{") ? text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot)) : text;

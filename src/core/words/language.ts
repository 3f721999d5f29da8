// The contract of a language: what its file holds, and how the slots and the plural forms of its sentences are written.
import type { english } from "./english.ts";

/** A sentence with slots in braces, or its forms by number: the slot {n} decides which of them is said. */
export type WordEntry = string | Forms;

/** The forms of a sentence by number, as Unicode names them for each language; "other" is always there. */
export type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

type EnglishWords = typeof english.words;

/** The names of all sentences, headings and words. */
export type WordKey = keyof EnglishWords;

/** What must be there to add a language: its code, and every entry that English has. */
export interface Language {
  /** The code that documents give for it, and by which its plural forms are known: "en-GB", "cy". */
  readonly code: string;
  readonly words: { readonly [Key in WordKey]: WordEntry };
}

type SlotsIn<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
type SlotOf<Value> = Value extends string ? SlotsIn<Value> : SlotsIn<Value[keyof Value]> | "n";

/** The slots of a sentence: those of its English, each a text or a number. */
export type SlotsFor<Key extends WordKey> = [SlotOf<EnglishWords[Key]>] extends [never]
  ? []
  : [{ readonly [Slot in SlotOf<EnglishWords[Key]>]: string | number }];

// Where the words of a comment speak of the force, of the group it is compared with, or of the measure itself.

import { abbreviates } from "../read/headings.ts";
import type { Whose } from "./claim.ts";

const groupPattern =
  "\\b(?:msg|msf|most similar (?:group|forces)(?: of forces)?|similar forces|peers|peer group|group average|the group(?=['’]s\\b| (?:as a whole|mean|figure|rate|fell|rose|saw|recorded|was|is|had)\\b))";
/** Names that a county's begins with, and that are of a town of it. */
const countyTowns =
  /^(gloucester|leicester|lincoln|bedford|northampton|nottingham|derby|stafford|warwick|hertford|cambridge|lancaster|durham|worcester|hereford|shrewsbury|oxford|york)$/i;

/** What a comment is about: its measure and the force, whose names it may use. */
export interface Subject {
  readonly measure: string;
  readonly force: string;
  /** The areas that the force is compared with. */
  readonly groups: readonly string[];
}

export interface Mention {
  readonly side: Whose;
  readonly at: number;
  readonly end: number;
  /** A name is certain; a word of the measure's name, or "this", is of the force if nothing else is said. */
  readonly by: "name" | "measure" | "pronoun";
}

/** Where a text speaks of the force, of the group, or of the measure itself. */
export function mentions(text: string, { measure, force, groups }: Subject): Mention[] {
  const escaped = groups.map((name) => name.replace(/[^A-Za-z0-9]+/g, "[^A-Za-z0-9]+"));
  const pattern = new RegExp([groupPattern, ...escaped.map((name) => `\\b${name}\\b`)].join("|"), "gi");
  const group = [...text.matchAll(pattern)].map((match): Mention => {
    return { side: "group", at: match.index, end: match.index + match[0].length, by: "name" };
  });
  const own = stems(measure);
  const words = [...text.matchAll(/[A-Za-z][\w’'-]*/g)].flatMap((match): Mention[] => {
    const plain = match[0].toLowerCase().replace(/[’']s$/, "");
    const isNamed =
      plain.length > 3 &&
      force.length > 2 &&
      /^[A-Z]/.test(match[0]) &&
      abbreviates(plain, force.toLowerCase()) &&
      !(countyTowns.test(plain) && plain !== force.toLowerCase());
    const by =
      isNamed || /^(county|constabulary)$/.test(plain)
        ? "name"
        : own.includes(stem(plain))
          ? "measure"
          : /^(this|it|these)$/.test(plain)
            ? "pronoun"
            : undefined;
    return by ? [{ side: "force", at: match.index, end: match.index + match[0].length, by }] : [];
  });
  return [...group, ...words.filter(({ at }) => !group.some((one) => one.at <= at && at < one.end))].sort(
    (a, b) => a.at - b.at,
  );
}

export const stem = (word: string): string => word.toLowerCase().replace(/(ies|y|es|e|s)$/, "");
export const stems = (name: string): string[] =>
  (name.match(/[A-Za-z]{4,}/g) ?? [])
    .filter(
      (word) =>
        !/^(percentage|people|that|believe|their|area|with|from|other|data|year|ending|most|total|force)$/i.test(word),
    )
    .map(stem);

// The areas that headings speak of: words decide, and what only one column says is no area.

import { nameKey } from "../../core/names.ts";
import { gazetteer } from "../../data/areas.ts";
import { abbreviates, isGroup, spokenBy } from "../read/headings.ts";
import type { Heading } from "../read/read-table.ts";
import type { Draft } from "./draft.ts";

/** "Glos" and "MSG", each over headings of the same words: what says nothing else and tells them apart is an area. */
export function areaGroups(headings: readonly Heading[]): (group: string) => boolean {
  const isBare = ({ group }: Heading): boolean => {
    const { kinds, period, when, span } = spokenBy(group, "");
    return group !== "" && kinds.length === 0 && period === undefined && when === undefined && span === "";
  };
  const bare = headings.filter(isBare);
  const areas = new Set(
    bare.flatMap(({ group, text }) =>
      text !== "" && bare.some((other) => other.group !== group && nameKey(other.text) === nameKey(text))
        ? [group]
        : [],
    ),
  );
  return (group) => areas.has(group);
}

/** The forces by their names, once. */
let known: readonly string[] | undefined;
const forces = (): readonly string[] => {
  known ??= gazetteer().forces.flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey));
  return known;
};
/** Whether words name an area: a group, a country, a force or the beginning of its name, or the force as such. */
export const namesArea = (words: string): boolean =>
  isGroup(words) ||
  /^(the )?(force|constabulary|force area|county|local|our area|pcc area)$/.test(words) ||
  forces().some(
    (name) =>
      name === words ||
      (words.length > 3 && name.startsWith(words)) ||
      // "Glos", "Notts"
      (/^[a-z]{4,6}$/.test(words) && name.startsWith(words.slice(0, 3)) && abbreviates(words, name)),
  );

/** Which area each column is of, as a key that columns of one area share; or why that is not known. */
export interface Areas {
  readonly of: (draft: Draft) => string | { readonly why: string };
  readonly all: readonly string[];
  readonly force: string;
}

/** Names that abbreviate each other are one, where no two columns of the same words are told apart by them. */
export function areasOf(
  drafts: readonly Draft[],
  headings: readonly Heading[],
  isLevelDraft: (draft: Draft) => boolean,
): Areas {
  const said = (draft: Draft): string | undefined => draft.spoken.area;
  const names = [...new Set(drafts.flatMap((draft) => said(draft) ?? []))];
  const asked = (name: string): string[] =>
    drafts
      .filter((draft) => said(draft) === name)
      .map(({ spoken }) => `${spoken.kinds[0]} ${spoken.when} ${spoken.period?.to} ${spoken.span}`);
  const same = new Map<string, string>();
  for (const name of names) {
    const twin = names.find(
      (other) =>
        other !== name &&
        same.get(other) === other &&
        abbreviates(name, other) &&
        isGroup(name) === isGroup(other) &&
        !asked(name).some((as) => asked(other).includes(as)),
    );
    same.set(name, twin ?? name);
  }
  const keyOf = (name: string): string => asWritten(same.get(name) ?? name, headings);
  const levels = drafts.filter(isLevelDraft);
  const level = [...new Set(levels.flatMap((draft) => (said(draft) === undefined ? [] : [keyOf(said(draft) ?? "")])))];
  const own = level.filter((area) => !isGroup(area));
  const isUnnamed = levels.some((draft) => said(draft) === undefined);
  // A column without an area is the force's: the one that is named, or that none is.
  const recognised = own.filter((area) => namesArea(area.toLowerCase()));
  // One that only some columns name is the force only where it is known as an area.
  const [known] = recognised;
  const force = recognised.length === 1 && known ? known : isUnnamed ? "" : (known ?? own[0] ?? "");
  const of = (draft: Draft): string | { why: string } => {
    const words = said(draft);
    if (words === undefined)
      return own.length > 1 && recognised.length !== 1 && !isUnnamed
        ? isLevelDraft(draft)
          ? ""
          : { why: "its heading does not say which of them it is of" }
        : force;
    const key = keyOf(words);
    const isKnown = level.includes(key) || namesArea(words) || isLevelDraft(draft);
    return isKnown ? key : { why: `"${words}" in its heading is not understood` };
  };
  return { of, all: [force, ...level.filter((area) => area !== force)], force };
}

/** "glos" as the headings write it: "Glos". */
function asWritten(area: string, headings: readonly Heading[]): string {
  const pattern = new RegExp(area.replace(/[^a-z0-9]+/g, "[^a-z0-9]+"), "i");
  const found =
    headings.flatMap(({ text, group }) => pattern.exec(text)?.[0] ?? pattern.exec(group)?.[0] ?? [])[0] ?? area;
  return found.includes("(") && !found.includes(")") ? `${found})` : found;
}

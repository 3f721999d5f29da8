// The areas that headings speak of: which words are an area, and which of its names are one.

import { nameKey } from "../../core/names.ts";
import { periodKey } from "../../core/period.ts";
import { abbreviates, isGroup, spokenBy } from "../read/headings.ts";
import type { Heading } from "../read/read-table.ts";
import type { Draft } from "./roles-allowed.ts";

/** "Glos" and "MSG", each over headings of the same words: what says nothing else and tells them apart is an area. */
export function areaGroups(headings: readonly Heading[]): (group: string) => boolean {
  const isBare = ({ group }: Heading): boolean => {
    const { kinds, period, when } = spokenBy(group, "");
    return group !== "" && kinds.length === 0 && period === undefined && when === undefined;
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

/** Names of areas that abbreviate each other are one, where no two columns tell them apart. */
export function areaNames(drafts: readonly Draft[]): (area: string) => string {
  const said = drafts.flatMap(({ spoken }) =>
    spoken.area === undefined
      ? []
      : [
          {
            area: spoken.area,
            as: `${spoken.kinds[0]} ${spoken.when} ${spoken.period ? periodKey(spoken.period) : ""}`,
          },
        ],
  );
  const names = [...new Set(said.map(({ area }) => area))];
  const of = (name: string): string[] => said.filter(({ area }) => area === name).map(({ as }) => as);
  const same = new Map<string, string>();
  for (const name of names) {
    const twin = names.find(
      (other) =>
        other !== name &&
        !same.has(other) &&
        abbreviates(name, other) &&
        isGroup(name) === isGroup(other) &&
        !of(name).some((as) => of(other).includes(as)),
    );
    same.set(name, twin !== undefined && same.has(twin) ? (same.get(twin) ?? twin) : name);
    if (twin !== undefined && !same.has(twin) && names.indexOf(twin) > names.indexOf(name)) same.set(twin, name);
  }
  return (area) => same.get(area) ?? area;
}

/** "glos" as the headings write it: "Glos". */
export function asWritten(area: string, headings: readonly Heading[]): string {
  const pattern = new RegExp(area.replace(/[^a-z0-9]+/g, "[^a-z0-9]+"), "i");
  const found =
    headings.flatMap(({ text, group }) => pattern.exec(text)?.[0] ?? pattern.exec(group)?.[0] ?? [])[0] ?? area;
  return found.includes("(") && !found.includes(")") ? `${found})` : found;
}

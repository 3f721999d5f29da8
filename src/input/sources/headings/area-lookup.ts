// A file without figures that says which area is part of which: its records as areas.

import type { Area } from "../../../data/areas.ts";
import type { Lookup } from "../sheet.ts";

/** A reader of such records; `columnOf` gives the column under a heading. */
export function areaReader(lookup: Lookup, columnOf: (pattern: RegExp) => number): (cells: readonly string[]) => Area {
  const [name, code, within] = [lookup.name, lookup.code, lookup.within].map(columnOf);
  const aliases = lookup.aliases.map(columnOf);
  const at = (cells: readonly string[], column = -1): string => (cells[column] ?? "").trim();
  return (cells) => ({
    name: at(cells, name),
    code: at(cells, code),
    within: at(cells, within),
    aliases: aliases.map((alias) => at(cells, alias)),
    type: lookup.type,
  });
}

// Where a record's figures are of: its area and the one around it, or what is wrong with what it says.

import { type Problem, problem } from "../core/problems/problems.ts";
import { type Area, areaTypes, type Gazetteer } from "../data/areas.ts";
import type { CellPlaces } from "./cell-places.ts";
import { readCell } from "./csv/cell.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import type { AreaWords } from "./parts-check.ts";
import { areaOf, rawArea } from "./record.ts";
import type { Layout, ValueColumn } from "./sources/layout.ts";

/** The area of a record: as itself and, where it is said, the area around it. */
export interface Located {
  readonly keys: readonly { readonly key: string; readonly label: string; readonly area: Area | undefined }[];
  readonly first: Located["keys"][number];
  readonly parent: AreaWords | undefined;
  /** Of a file of parts, a record that names the area around them alone: their total. */
  readonly isTotal: boolean;
  readonly notes: readonly string[];
}

const MOST_SEEN = 20_000;

/** Tells the areas of a file's records; what cannot be told is handed to `refuse`. */
export function locator(
  layout: Layout,
  { headingAt, placeOf }: CellPlaces,
  places: Gazetteer,
  refuse: (found: Problem) => void,
) {
  const areasSeen = new Map<string, Located>();

  /** The area of a record, and the one that it is part of where the record says it; nothing where it cannot be told. */
  return (row: Record, values: ValueColumn): Located | undefined => {
    const raw = rawArea(row, values.area);
    const known = areasSeen.get(raw);
    if (known) return known;
    const area = areaOf(row, values.area, layout.footnotes);
    if (area.name === "") {
      // The last lines of some exports have text where figures stand, and no area.
      if (layout.notes && readCell(cellAt(row, values.column)) === "not a number") return undefined;
      refuse(problem("name-blank", placeOf(row, area.column), headingAt(area.column), "area"));
      return undefined;
    }
    const all = area.all.length > 0 ? area.all : [area];
    const keys: Located["keys"][number][] = [];
    const notes: string[] = [];
    for (const [index, said] of all.entries()) {
      const found = places.find(said.name, said.code, said.type);
      if ("ambiguous" in found) {
        if (index > 0) continue;
        const types = found.ambiguous.map((one) => one.type);
        refuse(problem("area-ambiguous", placeOf(row, said.column), headingAt(said.column), said.name, types));
        return undefined;
      }
      keys.push({ key: found.key, label: labelOf(found.key, found.area, said.name), area: found.area });
      if (!found.contradiction) continue;
      const { name } = found.contradiction;
      refuse(problem("code-contradicts", placeOf(row, said.column), said.code ?? "", name, said.name));
      notes.push(`its record carries the code of ${name}`);
    }
    const [first] = keys as [Located["first"]];
    const isTotal = layout.sums === true && Array.isArray(values.area) && values.area.length > 1 && all.length === 1;
    const place: Located = { keys, first, parent: area.parent, isTotal, notes };
    // A record with something to be told is made out by itself, so that each is told.
    if (notes.length === 0 && areasSeen.size < MOST_SEEN) areasSeen.set(raw, place);
    return place;
  };
}

/** How an area is named in lists: with its type where another has its name. */
function labelOf(key: string, area: Area | undefined, name: string): string {
  const type = areaTypes.find((one) => key.endsWith(`(${one})`));
  return type === undefined ? (area?.name ?? name) : `${area?.name ?? name} (${type})`;
}

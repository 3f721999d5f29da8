// Where a record's figures are of: its area and the one around it, or what is wrong with what it says.

import { type Problem, problem } from "../core/problems/problems.ts";
import { type Area, type AreaMatch, type AreaType, areaTypes, type Gazetteer, isOnsCode } from "../data/areas.ts";
import { type LocalAuthority, localAuthority } from "../data/local-authorities.ts";
import type { CellPlaces } from "./cell-places.ts";
import { about, type CountyCheck } from "./county-check.ts";
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
  /** The local authority whose code the record carries. */
  readonly authority?: LocalAuthority;
  /** The force whose name it has, where its code is of something else. */
  readonly notForce?: { readonly area: Area; readonly code: string };
  /** Its name is a county's as well as a force's, and nothing in the record says which. */
  readonly shared?: AreaWords;
}

const MOST_SEEN = 20_000;

/** Tells the areas of a file's records; what cannot be told is handed to `refuse`. */
export function locator(
  layout: Layout,
  { headingAt, placeOf }: CellPlaces,
  places: Gazetteer,
  counties: CountyCheck,
  refuse: (found: Problem) => void,
) {
  const areasSeen = new Map<string, Located>();
  const ambiguous = new Set<string>();
  const order = layout.regionsAbove ? regionsAbove() : undefined;
  /** Of a region and a force of one name, the heading of the column that names them may say which is meant. */
  const find = ({ cells }: Record, { name, code, type, column, isAround }: AreaWords): AreaMatch => {
    const found = places.find(name, code, type);
    if (!("ambiguous" in found)) return found;
    if (isAround) return places.find(name, code, "region");
    const told = order?.typeOf(found.ambiguous);
    if (told) return places.find(name, code, told);
    const isRead = (cells[column] ?? "").includes(name);
    return isRead && about(layout.headings[column] ?? "") === "forces" ? places.find(name, code, "force") : found;
  };

  /** What a record says of counties and local authorities, by its code or, where it has none, by its name. */
  const authorityOf = (row: Record, words: AreaWords | undefined, area: Area | undefined): Partial<Located> => {
    if (!words) return {};
    const found = find(row, words);
    const code = [words.code, words.name].find((text) => text !== undefined && isOnsCode(text))?.trim();
    const authority = code === undefined ? undefined : localAuthority(code);
    const isShared = counties.isShared(row, words) && area?.type === "force";
    return {
      ...(authority && { authority }),
      ...("notForce" in found && code !== undefined && { notForce: { area: found.notForce, code } }),
      ...(isShared && { shared: words }),
    };
  };

  /** The area of a record, and the one that it is part of where the record says it; nothing where it cannot be told. */
  return (row: Record, values: ValueColumn): Located | undefined => {
    const raw = rawArea(row, values.area);
    const known = order ? undefined : areasSeen.get(raw);
    if (known) return known;
    const area = areaOf(row, values.area, layout.footnotes);
    if (area.name === "") {
      // The last lines of some exports have text where figures stand, and no area.
      if (layout.notes && readCell(cellAt(row, values.column)) === "not a number") return undefined;
      refuse(problem("name-blank", placeOf(row, area.column), headingAt(area.column), "area"));
      return undefined;
    }
    const all: readonly AreaWords[] = area.all.length > 0 ? area.all : [{ name: area.name, column: area.column }];
    const keys: Located["keys"][number][] = [];
    const notes: string[] = [];
    for (const [index, said] of all.entries()) {
      const found = find(row, said);
      if ("ambiguous" in found) {
        if (index > 0) continue;
        const types = found.ambiguous.map((one) => one.type);
        // A long file says it over and over.
        if (!ambiguous.has(said.name))
          refuse(problem("area-ambiguous", placeOf(row, said.column), headingAt(said.column), said.name, types));
        ambiguous.add(said.name);
        return undefined;
      }
      const label = found.label ?? labelOf(found.key, found.area, said.name);
      keys.push({ key: found.key, label, area: found.area });
      if (!("contradiction" in found) || !found.contradiction) continue;
      const { name } = found.contradiction;
      refuse(problem("code-contradicts", placeOf(row, said.column), said.code ?? "", name, said.name));
      notes.push(`its record carries the code of ${name}`);
    }
    const [first] = keys as [Located["first"]];
    order?.pass(first.area);
    const isTotal = layout.sums === true && Array.isArray(values.area) && values.area.length > 1 && all.length === 1;
    const place: Located = {
      keys,
      first,
      parent: area.parent,
      isTotal,
      notes,
      ...authorityOf(row, all[0], first.area),
    };
    // A record with something to be told is made out by itself, so that each is told.
    if (notes.length === 0 && areasSeen.size < MOST_SEEN) areasSeen.set(raw, place);
    return place;
  };
}

/** In a table of regions with their forces below them: of a region and a force of one name, which is the next. */
function regionsAbove() {
  const regions = new Set<string>();
  let before: Area | undefined;
  return {
    typeOf([one]: readonly Area[]): AreaType | undefined {
      const isWithin = before?.type === "force" && before.within === one?.name;
      const isBelow = regions.has(one?.name ?? "");
      // In another order, as when it was sorted by name, nothing says which it is.
      return isWithin === isBelow ? (isBelow ? "force" : "region") : undefined;
    },
    pass(area: Area | undefined): void {
      if (area?.type === "region") regions.add(area.name);
      before = area;
    },
  };
}

/** How an area is named in lists: with its type where another has its name. */
function labelOf(key: string, area: Area | undefined, name: string): string {
  const type = areaTypes.find((one) => key.endsWith(`(${one})`));
  return type === undefined ? (area?.name ?? name) : `${area?.name ?? name} (${type})`;
}

// Which columns name the areas of a table: by what they hold, names and codes that the gazetteer knows, before their headings.

import { nameKey } from "../../core/names.ts";
import { type Gazetteer, gazetteer, isOnsCode } from "../../data/areas.ts";
import { isAuthorityName } from "../../data/local-authorities.ts";
import { follows, isNumeric, type SeenColumn } from "./column.ts";
import { isAreaHeading } from "./headings.ts";

/** The columns of areas: their names, the codes beside them, and others that follow from those. */
export interface AreasFound {
  readonly name: SeenColumn | undefined;
  readonly code: SeenColumn | undefined;
  readonly others: readonly SeenColumn[];
  /** Names in it that are a region's and a force's, where the heading does not say which. */
  readonly ambiguous: readonly string[];
}

/** From this share of its values on, a column is of areas. */
const KNOWN = 0.5;
const CODES = 0.9;

const isKnownArea = (places: Gazetteer, value: string): boolean => {
  const found = places.find(value);
  return "ambiguous" in found || "notForce" in found || found.area !== undefined || isAuthorityName(value);
};

/** Whether words name an area that is known. */
export function isArea(words: string): boolean {
  known ??= gazetteer();
  return isKnownArea(known, words);
}
let known: Gazetteer | undefined;

const isCodes = ({ values }: SeenColumn): boolean =>
  values.length > 0 && values.filter(isOnsCode).length >= CODES * values.length;

const shareKnown = ({ values }: SeenColumn): number => {
  const some = values.slice(0, 1_000);
  return some.filter(isArea).length / Math.max(1, some.length);
};

/** Finds them among the columns. */
export function areasAmong(columns: readonly SeenColumn[]): AreasFound {
  const texts = columns.filter((column) => column.filled > 0 && !isNumeric(column));
  const coded = texts.filter(isCodes);
  const plain = texts.filter((column) => !coded.includes(column));
  const held = plain.filter((column) => shareKnown(column) >= KNOWN);
  const headed = plain.filter(({ heading }) => isAreaHeading(heading) && !/\b(codes?|id)$/i.test(heading));
  // Of forces beside their regions, forces: those from which the others follow.
  const finest = (among: readonly SeenColumn[]): SeenColumn | undefined =>
    among.find((one) => among.every((other) => other === one || follows(other, one))) ??
    among.toSorted((a, b) => b.filled * b.values.length - a.filled * a.values.length)[0];
  const name = finest(held) ?? finest(headed);
  const beside = name && coded.find((code) => follows(name, code) && code.values.length >= name.values.length / 2);
  const code = beside ?? (name ? undefined : finest(coded));
  const main = name ?? code;
  const others = main
    ? [...held, ...headed, ...coded].filter(
        (one, at, all) => one !== name && one !== code && follows(one, main) && all.indexOf(one) === at,
      )
    : [];
  const saysForces = /\b(police|forces?|pfa|constabular)/i.test((name?.heading ?? "").replaceAll("_", " "));
  known ??= gazetteer();
  const places = known;
  const ambiguous =
    name && !code && !saysForces ? name.values.filter((value) => "ambiguous" in places.find(value)) : [];
  return { name, code, others, ambiguous };
}

/** An area that lines above a table name: as a whole line, or between the commas of a title. */
export function areaAbove(lines: readonly string[]): string | undefined {
  const parts = lines
    .flatMap((line) => [line, ...line.split(/[,:;–-]\s/)])
    .map((part) => part.trim().replace(/[\d,]+$/, ""));
  const named = parts.filter((part) => part.length > 3 && isArea(part));
  return new Set(named.map(nameKey)).size === 1 ? named[0] : named.find((part) => /england and wales/i.test(part));
}

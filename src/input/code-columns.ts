// A column of ONS area codes beside the names that a plan's map reads: where a record has a code, the code decides.

import { nameKey } from "../core/names.ts";
import { isOnsCode } from "../data/areas.ts";
import type { Record } from "./csv/csv.ts";
import type { AreaColumns, ValueColumn, Words } from "./sources/layout.ts";

/** Areas that the plan finds by the column of their names, with the column of their codes where the file has one. */
export function withCodes(
  values: readonly ValueColumn[],
  headings: readonly string[],
  rows: readonly Record[],
): ValueColumn[] {
  const known = new Map<Words, readonly AreaColumns[] | undefined>();
  return values.map((value) => {
    const { area } = value;
    if ("columns" in area) return { ...value, area: pairedArea(area.columns, rows) };
    if (!("column" in area)) return value;
    if (!known.has(area)) known.set(area, codedArea(area.column, values, headings, rows));
    return { ...value, area: known.get(area) ?? area };
  });
}

/** Of two columns that the plan names for the areas, the one of codes and the one of names. */
function pairedArea([one = 0, other = 0]: readonly number[], rows: readonly Record[]): readonly AreaColumns[] {
  const codes = (column: number): number => rows.filter(({ cells }) => isOnsCode((cells[column] ?? "").trim())).length;
  return codes(other) > codes(one) ? [{ name: one, code: other }] : [{ name: other, code: one }];
}

function codedArea(
  name: number,
  values: readonly ValueColumn[],
  headings: readonly string[],
  rows: readonly Record[],
): readonly AreaColumns[] | undefined {
  // Below the records stand sources and notes, which name no area; an area without a code may have a sign for one.
  const named = rows.filter(({ cells }) => (cells[name] ?? "").trim() !== "");
  const isCodes = (column: number): boolean => {
    const cells = named.map(({ cells }) => (cells[column] ?? "").trim()).filter((cell) => cell !== "");
    return cells.length > 0 && cells.filter(isOnsCode).length > cells.length / 2;
  };
  const taken = values.map(({ column }) => column);
  const codes = [...headings.keys()].filter((one) => one !== name && !taken.includes(one) && isCodes(one));
  const stem = (column: number): string => stemOf(headings[column] ?? "");
  const own = codes.find((one) => stem(one) !== "" && stem(one) === stem(name));
  const plain = codes.filter((one) => stem(one) === "" || stem(name) === "");
  const code =
    own ?? [name - 1, name + 1].find((one) => plain.includes(one)) ?? (plain.length === 1 ? plain[0] : undefined);
  return code === undefined ? undefined : [{ name, code }];
}

/** What a heading is of, without the words that say whether it is of names or of codes: "LAD16CD" → "lad16". */
const stemOf = (heading: string): string =>
  nameKey(heading)
    .replace(/\b(ons|gss|area|geography|codes?|names?|labels?|mnemonic|ids?|column \d+)\b|(cd|nm)$/g, "")
    .replace(/[^a-z\d]+/g, " ")
    .trim();

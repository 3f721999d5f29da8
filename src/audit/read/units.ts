// A table whose rows are in several units → one table for each, its headings saying which: "Unit" columns, or units in the cells.
import { nameKey } from "../../core/names.ts";
import { spokenBy } from "./headings.ts";
import type { Heading, PublishedTable, TableRow } from "./read-table.ts";

/** A number with its unit behind or before it, as the tool prints tables of several kinds. */
const withUnit =
  /^(?:(?<score>score) )?(?<number>[(+−–-]? ?£?[\d,]*\d(?:\.\d+)?%?\)?)(?: ?(?<unit>per 1(?:0|00)?,000(?: (?:people|population|households))?|per (?:person|household)|percentage points?|points?|pp|offences|incidents|people|days|hours|minutes|seconds))?$/;

/** What a heading would say of a column of levels, and of changes, in a unit. */
const sayings: readonly (readonly [unit: RegExp, level: string, change: string])[] = [
  [/^(number|count|offences|incidents|crimes)?$/, "number", "variance"],
  [/^(%|per ?cent|percent(age)?|percentage points?|points?|pp)$/, "percentage", "percentage points"],
  [/^per (1|10|100)?[ ,]?\d*,?000\b|^per household/, "rate", "difference in rate"],
  [/^[£$€]|^pounds/, "£", "difference in £"],
  [/./, "value", "difference in hours"],
];

interface Split {
  readonly row: TableRow;
  readonly unit: string;
  readonly rate: string;
}

/** The tables by unit; the table itself where its rows are all in one. */
export function byUnit(table: PublishedTable): PublishedTable[] {
  const at = (pattern: RegExp): number => table.headings.findIndex(({ text }) => pattern.test(nameKey(text)));
  const [unitAt, rateAt] = [at(/^unit( of measure(ment)?)?$/), at(/^unit of rate$/)];
  const bare = table.headings.map(({ text, group }, index) => (index > 0 ? bareKind(text, group) : undefined));
  const isMixed = (index: number): boolean => bare[index] !== undefined;
  const rows = table.rows.map((row): Split => {
    const cells = row.cells.map((cell, index) =>
      isMixed(index) || bare.length === 0 ? (withUnit.exec(cell)?.groups?.number ?? cell) : plainRate(cell),
    );
    const first = row.cells.find((cell, index) => bare[index] === "level" && /\d/.test(cell)) ?? "";
    const own = row.cells[unitAt] ?? unitIn(first);
    return { row: { ...row, cells }, unit: nameKey(own), rate: nameKey(row.cells[rateAt] ?? rateIn(row.cells)) };
  });
  const kindOf = ({ unit }: Split): string => sayings.find(([pattern]) => pattern.test(unit))?.[1] ?? "";
  const kinds = [...new Set(rows.map((split) => `${kindOf(split)} ${split.rate}`))];
  if (unitAt < 0 && rateAt < 0 && (kinds.length < 2 || !bare.includes("level"))) return [table];
  return kinds.map((kind) => {
    const own = rows.filter((split) => `${kindOf(split)} ${split.rate}` === kind);
    const [, level = "", change = ""] = sayings.find(([, words]) => words === kindOf(own[0] as Split)) ?? [];
    const headings = table.headings.map((heading, index): Heading => {
      const says = bare[index] === "level" ? level : bare[index] === "change" ? change : undefined;
      if (says !== undefined) return { ...heading, says: `${heading.text} ${says}` };
      return /\brate\b/i.test(heading.text) && own[0]?.rate
        ? { ...heading, says: `${heading.text} ${own[0].rate}` }
        : heading;
    });
    return { ...table, headings, rows: own.map(({ row }) => row) };
  });
}

/** A column whose heading says when it is, or that it changes, and not in what. */
function bareKind(text: string, group: string): "level" | "change" | undefined {
  const { kinds, period, when } = spokenBy(text, group);
  if (kinds.length > 1 && kinds[0] === "count" && (period !== undefined || when !== undefined)) return "level";
  return kinds.length > 2 && kinds[0] === "variance" ? "change" : undefined;
}

/** The unit of a cell: "52.6%" is %, "9.4 per 1,000" that; a bare number is one of events. */
function unitIn(cell: string): string {
  const { score, number = "", unit } = withUnit.exec(cell)?.groups ?? {};
  if (unit !== undefined) return unit;
  if (number === "") return cell === "" ? "" : "other";
  return score ?? (number.includes("%") ? "%" : number.includes("£") ? "£" : "");
}
const rateOf =
  /^([(+−–-]? ?[\d,]*\d(?:\.\d+)?\)?) (per 1(?:0|00)?,000(?: (?:people|population|households))?|per household)$/;
const rateIn = (cells: readonly string[]): string => cells.flatMap((cell) => rateOf.exec(cell)?.[2] ?? [])[0] ?? "";
const plainRate = (cell: string): string => rateOf.exec(cell)?.[1] ?? cell;

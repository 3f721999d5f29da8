// The headings of a file that the plan maps: one line of them or several, and what stands above.

import { findPeriod } from "../core/heading-period.ts";
import { withoutNote } from "../core/names.ts";
import { parsePeriod } from "../core/period.ts";
import type { ColumnMap } from "../plan/data-schema.ts";
import { isBlank, type Record } from "./csv/csv.ts";

export type Dimension = "area" | "series" | "period";

export type MappedHeadings = ReturnType<typeof mappedHeadings>;

/** The headings of these records by the plan, asked for by column; without any, columns are named by their positions. */
export function mappedHeadings({ header }: Pick<ColumnMap, "header">, records: readonly Record[]) {
  const wanted = header === undefined || header === "none" ? undefined : [header].flat();
  const isLast = ({ line }: Record): boolean => wanted === undefined || line === Math.max(...wanted);
  const last = records.findIndex((record) => !isBlank(record) && isLast(record));
  const own = records[last];
  const others = records.slice(0, Math.max(0, last)).filter(({ line }) => wanted?.includes(line));
  const width = own?.cells.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  const plain = (words: string | undefined): string => (words ?? "").trim();
  // A heading over several columns stands in the first of them.
  const spanned = ({ cells }: Record): string[] =>
    columns.map((column) => plain(cells.slice(0, column + 1).findLast((cell) => cell.trim() !== "")));
  const rows = own && header !== "none" ? [...others.map(spanned), own.cells.map(plain)] : [];
  const joined = (column: number, of: readonly (readonly string[])[]): string =>
    [...new Set(of.map((row) => row[column] ?? "").filter((words) => words !== ""))].join(" ");
  const isPeriod = (words: string): boolean => typeof parsePeriod(findPeriod(words, false) ?? "") === "object";

  /** What the headings of a column say of a dimension: a line of them each, where several are named. */
  const said = (column: number, dimensions: Dimension | readonly Dimension[], name: Dimension): string => {
    const words = (row: readonly string[] | undefined): string => withoutNote(row?.[column] ?? "");
    if (Array.isArray(dimensions)) return words(rows[dimensions.indexOf(name)]);
    if (rows.length < 2) return words(rows[0]);
    const dated = rows.filter((row) => isPeriod(row[column] ?? ""));
    if (name === "period") {
      // "2018" over "January", "12 months to" over "March 2019": together they say one period, or one that has two meanings.
      const both = [joined(column, rows), joined(column, rows.toReversed())].map(withoutNote);
      const whole = both.find((one) => parsePeriod(one) !== undefined);
      const isOfParts = rows.some((row) => isPart(row[column] ?? ""));
      return whole ?? (isOfParts ? both[0] : undefined) ?? (words(dated.at(-1)) || withoutNote(joined(column, rows)));
    }
    return withoutNote(
      joined(
        column,
        rows.filter((row) => !dated.includes(row)),
      ),
    );
  };

  return {
    /** What each column is called in messages, and by the plan. */
    names: own
      ? rows.length === 0
        ? columns.map((column) => `column ${column + 1}`)
        : columns.map((column) => joined(column, rows))
      : [],
    said,
    line: rows.length > 0 ? own?.line : undefined,
    /** The first record below them, counted from 0. */
    firstRecord: rows.length > 0 ? last + 1 : Math.max(0, last),
    above: rows.length > 0 ? records.slice(0, last).filter((record) => !others.includes(record)) : [],
    /** The words over a column, the nearest first. */
    over: (column: number): string[] => rows.toReversed().map((row) => row[column] ?? ""),
  };
}

/** A month or a quarter alone, which is a period with its year only. */
const isPart = (words: string): boolean =>
  /^(q(tr|uarter)? ?[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(words.trim()) && !/\d{2}/.test(words);

/** Headings such as "04/05" that follow one another are financial years; alone, one may be April 2005. */
export function financialYears(texts: readonly string[]): (text: string) => string {
  const years = new Set(texts.map((text) => text.trim()));
  const isYear = (text: string): boolean => {
    const [, one = "", next = ""] = /^(\d\d)\/(\d\d)$/.exec(text) ?? [];
    return one !== "" && Number(next) === (Number(one) + 1) % 100;
  };
  const all = [...years];
  if (all.length < 2 || !all.every(isYear)) return (text) => text;
  return (text) => `${Number(text.trim().slice(0, 2)) < LAST_CENTURY ? "20" : "19"}${text.trim()}`;
}
/** Two digits from here on are of the last century. */
const LAST_CENTURY = 69;

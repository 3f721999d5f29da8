// What the headings and title of a file say of a column: its own words, those above it, and the period they name.

import { findPeriod } from "../../../core/heading-period.ts";
import type { AreaColumns, Condition, Words } from "../layout.ts";
import type { From, SheetSource, Where } from "../sheet.ts";
import type { FoundHeadings } from "./find-headings.ts";

export type HeadingRows = ReturnType<typeof headingRows>;

/** The rows of headings of a file, asked for by column. */
export function headingRows({ rows, width }: FoundHeadings) {
  const full = rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ""));
  return {
    columns: Array.from({ length: width }, (_, column) => column),
    /** The lowest heading over a column. */
    own: (column: number): string => full.findLast((cells) => cells[column] !== "")?.[column] ?? "",
    /** Those above the lowest row, from the top. A heading over several columns stands in the first of them. */
    over: (column: number): readonly string[] =>
      full.slice(0, -1).flatMap((cells) => cells.slice(0, column + 1).findLast((cell) => cell !== "") ?? []),
  };
}

/** A template with what a pattern caught in the places of {0}, {1} and so on. */
const filled = (template: string, caught: readonly string[]): string =>
  template.replace(/\{(\d)\}/g, (_, index) => caught[Number(index)] ?? "");

export type ColumnWords = ReturnType<typeof columnWords>;

/** What is said over the columns of a sheet with these areas; `columnOf` gives the column under a heading. */
export function columnWords(
  sheet: SheetSource,
  { own, over }: HeadingRows,
  title: string,
  areas: readonly AreaColumns[],
  columnOf: (pattern: RegExp) => number,
) {
  const lastArea = Math.max(...areas.map(({ name }) => name));
  const heading = (column: number): string =>
    own(column) || (column === lastArea + 1 && sheet.unnamed !== undefined ? sheet.unnamed : "");

  // What is said in columns of the record is the same for every column of values: one value, so that it is read once.
  const inColumns = new Map<From, Words | undefined>();
  const wordsIn = (from: { readonly columns: readonly RegExp[]; readonly template?: string }): Words | undefined => {
    if (!inColumns.has(from)) {
      const columns = from.columns.map(columnOf);
      const [first = -1] = columns;
      const said = from.template ? { columns, template: from.template } : { column: first };
      inColumns.set(from, columns.some((one) => one < 0) ? undefined : said);
    }
    return inColumns.get(from);
  };

  // One list for all columns of a rule, so that a record is looked at once.
  const conditions = new Map<Where, readonly Condition[] | undefined>();
  /** Which records a rule means; nothing where the file has no column to choose them by. */
  const chosen = (where: Where): readonly Condition[] | undefined => {
    if (!conditions.has(where)) {
      const { column: heading, ...texts } = where;
      const column = columnOf(heading);
      conditions.set(where, column >= 0 ? [{ column, ...texts }] : where.is ? undefined : []);
    }
    return conditions.get(where);
  };

  /** What is said of a column there; nothing where nothing is. */
  const words = (from: From, column: number, rule?: RegExp): Words | undefined => {
    if (from === "own") return { text: heading(column) };
    if (from === "above") return over(column)[0] === undefined ? undefined : { text: over(column)[0] ?? "" };
    if (from === "title") return { text: title };
    if ("text" in from) return from;
    if ("title" in from) {
      const caught = from.title.exec(title);
      const said = caught && filled(from.template ?? "{1}", caught).trim();
      return said ? { text: said } : undefined;
    }
    if ("heading" in from) {
      const caught = rule?.exec(heading(column)) ?? [];
      return { text: filled(from.heading, [heading(column), ...caught.slice(1)]) };
    }
    return wordsIn(from);
  };

  /** The period that is said of a column there. */
  const periodWords = (from: From, column: number, isOfPeople: boolean, rule: RegExp): Words | undefined => {
    const said = words(from, column, rule);
    if (!said || !("text" in said)) return said;
    // Of the lines above the headings, the one that names the table says its period.
    const lines = title.split("\n");
    const titles = [...lines.filter((line) => sheet.title?.test(line)), ...lines];
    const texts =
      from === "above"
        ? [...over(column).toReversed(), heading(column), ...titles]
        : from === "title"
          ? titles
          : [said.text];
    const [found] = texts.flatMap((text) => findPeriod(text, isOfPeople) ?? []);
    return found === undefined ? undefined : { text: found };
  };

  return {
    heading,
    /** What stands over the column, the nearest first. */
    over: (column: number): readonly string[] => [heading(column), ...over(column).toReversed()],
    titles: title.split("\n").filter((line) => line !== ""),
    words,
    chosen,
    periodWords,
    /** The heading nearest to the column that says what its values are, and then the title, decides. */
    spoken: (column: number): string | undefined =>
      [heading(column), ...over(column).toReversed(), title].find((text) => sheet.speaks?.test(text)),
  };
}

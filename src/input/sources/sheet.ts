// How a source is declared: which headings it is known by, and what the columns under which headings mean.

import { findPeriod } from "../../core/heading-period.ts";
import type { Kind } from "../../core/value-kind.ts";
import type { Area, AreaType } from "../../data/areas.ts";
import { isBlank, type Record } from "../csv/csv.ts";
import type { AreaColumns, Layout, ValueColumn, Words } from "./layout.ts";
import { repeatedHeadings } from "./same-columns.ts";

/** Where a declared column's series, period or kind is said. */
export type From =
  /** In its own heading, in the heading that stands over it and its neighbours, or in the lines above the headings. */
  | "own"
  | "above"
  | "title"
  /** The own heading put into a template: "mid-{0}". */
  | { readonly heading: string }
  /** In other columns of the record, by their headings, put into a template: "{0} Q{1}". */
  | { readonly columns: readonly RegExp[]; readonly template?: string }
  | { readonly text: string }
  /** What a pattern catches in the lines above the headings. */
  | { readonly title: RegExp };

export interface ColumnRule {
  /** The heading of the columns meant; cleaned of notes and line breaks. */
  readonly heading: RegExp;
  /** Words of a column that are not themselves kinds mean the kind of the first pattern that they fit. */
  readonly kind: Kind | { readonly columns: readonly RegExp[]; readonly as?: readonly (readonly [RegExp, Kind])[] };
  /** Of several, the first that the file has; of the last with a title, the plan may say what it does not. */
  readonly series: From | readonly From[];
  readonly period: From;
  /** Words added to the series that the headings give, to keep two kinds of it apart. */
  readonly suffix?: (own: string) => string;
  readonly level?: number;
  /** What the headings above the column, or the lines above them, must say. */
  readonly within?: RegExp;
  /** Each record is one of what the column says. */
  readonly counted?: boolean;
}

export interface SheetSource {
  readonly name: string;
  /** Each stands in the row of headings. */
  readonly headings: readonly RegExp[];
  /** None of these does: another source has them. */
  readonly without?: readonly RegExp[];
  /** The lines above the headings must not say this. */
  readonly unless?: RegExp;
  /** None but these headings: any other column may be what was cut off a number by a comma. */
  readonly exact?: boolean;
  /** The lines above the headings, or the units below them, must say this, where there are any (`titled`: there must be). */
  readonly title?: RegExp;
  readonly titled?: boolean;
  readonly areas: readonly { readonly name: RegExp; readonly code?: RegExp; readonly type?: AreaType }[];
  /** What headings and titles say that tells numbers from rates. */
  readonly speaks?: RegExp;
  /** Where the title names the one area of a file without a column of areas. */
  readonly areaInTitle?: RegExp;
  /** Rows of headings above and below the one with the headings named. */
  readonly above?: number;
  readonly below?: number;
  /** The name of a column without a heading right of the areas: analysts cut the row that names it. */
  readonly unnamed?: string;
  readonly rules: readonly ColumnRule[];
  readonly sums?: boolean;
  /** Lines of text may not stand among the records. */
  readonly strict?: boolean;
  readonly lookup?: Lookup;
}

/** Columns of a file without figures that says which area is part of which. */
interface Lookup {
  readonly name: RegExp;
  readonly code: RegExp;
  readonly within: RegExp;
  readonly aliases: readonly RegExp[];
  readonly type: AreaType;
}

/** How far down a file its headings may stand. */
const DEEPEST_HEADING = 60;

const LONGEST_NAME = 500;

/** A heading or name without line breaks, doubled spaces and the digits of notes glued to it. */
export function cleaned(text: string): string {
  // No heading and no name is so long; what is would be slow to look at.
  if (text.length > LONGEST_NAME) return "";
  if (!/[\d[\n\r\t]| {2}/.test(text)) return text.trim();
  return text
    .replace(/\[note [^\][]*\]/gi, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=[\p{L})%])\s?\d{1,2}(?:, ?\d{1,2})*(?=\)|\s*$)/gu, "")
    .trim();
}

/** The cells of a record, cleaned: once, as every source looks at the same first records. */
function cleanedCells(record: Record): readonly string[] {
  const known = clean.get(record);
  if (known) return known;
  const made = record.cells.map(cleaned);
  clean.set(record, made);
  return made;
}
const clean = new WeakMap<Record, readonly string[]>();

/** The layout of a file of this sheet; nothing for a file that is not one. */
export function sheetLayout(sheet: SheetSource, records: readonly Record[]): Layout | undefined {
  const top = records.slice(0, DEEPEST_HEADING);
  const has = (cells: readonly string[], pattern: RegExp): boolean => cells.some((cell) => pattern.test(cell));
  const row = top.findIndex((record) => sheet.headings.every((heading) => has(cleanedCells(record), heading)));
  if (row < 0) return undefined;
  const heads = top.slice(Math.max(0, row - (sheet.above ?? 0)), row + (sheet.below ?? 0) + 1).map(cleanedCells);
  if (heads.some((cells) => sheet.without?.some((heading) => has(cells, heading)))) return undefined;
  const title = top
    .slice(0, row)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" "))
    .join("\n")
    .trim();
  const headings = top[row] ? cleanedCells(top[row]) : [];
  const below = row + (sheet.below ?? 0) + 1;
  if (sheet.title) {
    const said = `${title}\n${unitsOf(sheet, headings, top.slice(below, below + 2))}`.trim();
    if ((said !== "" || sheet.titled) && !sheet.title.test(said)) return undefined;
  }
  const others = headings.filter((cell) => cell !== "" && !sheet.headings.some((heading) => heading.test(cell)));
  if (sheet.unless?.test(title)) return undefined;
  if (sheet.exact && others.length > 0) return undefined;

  const main = top[row]?.cells ?? [];
  const width = main.length;
  const columnsOf = heads.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ""));
  const own = (column: number): string => columnsOf.findLast((cells) => cells[column] !== "")?.[column] ?? "";
  /** A heading over several columns stands in the first of them. */
  const over = (column: number): string[] =>
    columnsOf.slice(0, -1).flatMap((cells) => cells.slice(0, column + 1).findLast((cell) => cell !== "") ?? []);
  const all = Array.from({ length: width }, (_, column) => column);
  const repeated = repeatedHeadings(all, own);
  const { columnOf } = repeated;

  const areas: AreaColumns[] = sheet.areas.flatMap(({ name, code, type }) => {
    const nameColumn = columnOf(name);
    const codeColumn = code ? columnOf(code) : -1;
    if (nameColumn < 0) return [];
    return [{ name: nameColumn, ...(codeColumn >= 0 && { code: codeColumn }), ...(type && { type }) }];
  });
  const isArea = (column: number): boolean => areas.some(({ name, code }) => column === name || column === code);
  const lastArea = Math.max(...areas.map(({ name }) => name));
  const heading = (column: number): string =>
    own(column) || (column === lastArea + 1 && sheet.unnamed !== undefined ? sheet.unnamed : "");

  // What is said in columns of the record is the same for every column of values: one value, so that it is read once.
  const inColumns = new Map<From, Words | undefined>();
  const words = (from: From, column: number): Words | undefined => {
    if (from === "own") return { text: heading(column) };
    if (from === "above") return over(column)[0] === undefined ? undefined : { text: over(column)[0] ?? "" };
    if (from === "title") return { text: title };
    if ("text" in from) return from;
    if ("title" in from) {
      const caught = from.title.exec(title)?.[1]?.trim();
      return caught ? { text: caught } : undefined;
    }
    if ("heading" in from) return { text: from.heading.replace("{0}", heading(column)) };
    if (!inColumns.has(from)) {
      const columns = from.columns.map(columnOf);
      const [first = -1] = columns;
      const said = from.template ? { columns, template: from.template } : { column: first };
      inColumns.set(from, columns.some((one) => one < 0) ? undefined : said);
    }
    return inColumns.get(from);
  };
  const periodOf = (from: From, column: number, people: boolean): Words | undefined => {
    const said = words(from, column);
    if (!said || !("text" in said)) return said;
    // Of the lines above the headings, the one that names the table says its period.
    const lines = title.split("\n");
    const titles = [...lines.filter((line) => sheet.title?.test(line)), ...lines];
    const texts =
      from === "above"
        ? [...over(column).reverse(), heading(column), ...titles]
        : from === "title"
          ? titles
          : [said.text];
    const [found] = texts.flatMap((text) => findPeriod(text, people) ?? []);
    return found === undefined ? undefined : { text: found };
  };

  const values = all.flatMap((column): ValueColumn[] => {
    if (isArea(column) || heading(column) === "") return [];
    return sheet.rules
      .filter((rule) => rule.heading.test(heading(column)))
      .filter((rule) => {
        // The heading nearest to the column that says what its values are, and then the title, decides.
        const says = [heading(column), ...over(column).reverse(), title].find((text) => sheet.speaks?.test(text));
        return rule.within === undefined || rule.within.test(says ?? "");
      })
      .flatMap((rule) => {
        const ways = [rule.series].flat() as readonly From[];
        const [series] = ways.flatMap((way) => words(way, column) ?? []);
        const kind = typeof rule.kind === "string" ? { text: rule.kind } : words(rule.kind, column);
        if (!kind || (!series && ways.length === 1)) return [];
        const named =
          rule.suffix && series && "text" in series
            ? { text: `${series.text}${rule.suffix(heading(column))}` }
            : series;
        return [
          {
            column,
            kind,
            ...(typeof rule.kind === "object" && rule.kind.as && { kinds: rule.kind.as }),
            area: areas.length > 0 || !sheet.areaInTitle ? areas : (words({ title: sheet.areaInTitle }, column) ?? []),
            series: named,
            period: periodOf(rule.period, column, rule.kind === "population" || rule.kind === "households"),
            ...(rule.level !== undefined && { level: rule.level }),
            ...(rule.counted && { counted: true }),
          },
        ];
      });
  });
  // Below the headings may stand a row of units, which names no area.
  const data = records.findIndex(
    (record, index) =>
      index > row + (sheet.below ?? 0) &&
      !isBlank(record) &&
      (areas.length === 0 || areas.some(({ name }) => (record.cells[name] ?? "").trim() !== "")),
  );
  const areaOf = sheet.lookup && areaReader(sheet.lookup, columnOf);
  const twice = repeated.among(values);
  return {
    source: sheet.name,
    headings: all.map(heading),
    firstRecord: data < 0 ? records.length : data,
    values,
    notes: !sheet.strict,
    // The names of a publication carry its notes; those of a plain export are as they stand.
    ...(sheet.title && { footnotes: true }),
    ...(sheet.sums && { sums: true }),
    ...(areaOf && { areaOf }),
    ...(twice.length > 0 && { twice: { line: top[row]?.line ?? 1, columns: twice } }),
  };
}

/** What the records below the headings say of their columns' units: those that name no area. */
function unitsOf(sheet: SheetSource, headings: readonly string[], below: readonly Record[]): string {
  const areaColumns = headings.flatMap((cell, column) =>
    sheet.areas.some(({ name }) => name.test(cell)) ? [column] : [],
  );
  return below
    .map(cleanedCells)
    .filter((cells) => areaColumns.every((column) => (cells[column] ?? "") === ""))
    .flat()
    .filter((cell) => /[a-z]/i.test(cell))
    .join(" ");
}

function areaReader(lookup: Lookup, columnOf: (pattern: RegExp) => number): (cells: readonly string[]) => Area {
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

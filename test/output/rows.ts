// The rows of tables, as each format has them, without what only people need: what tests compare formats by.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Opened } from "../helpers/office.ts";

/** The rows of the report's tables of figures: in each the name of the measure, then its figures and words. */
export type Rows = readonly (readonly string[])[];

/** The words of units that stand in cells of tables of mixed kinds. */
const UNIT =
  /^((?:score |ratio )?)(-?[\d.,:]+)(?: (?:seconds?|minutes?|hours?|days?|people|percentage points?|per 1[0,]+(?: households)?))?(?=$| \[)/;

/** A cell without what only people need: separators of thousands, units and the signs of per cent and of pounds, notes, spaces. */
export const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/ ?\[note \d+\]/g, "")
    .replace(UNIT, "$2")
    // Minutes and seconds, which are decimals of a minute for machines.
    .replace(
      /^(-?)(\d+):(\d\d)(?=$| \[)/,
      (_, sign, minutes, seconds) => `${sign}${(Number(minutes) + Number(seconds) / 60).toFixed(2)}`,
    )
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/^(-?)£(?=\d)/, "$1")
    .replace(/^(-?[\d.]+)%(?=$| \[)/, "$1")
    .replace(/^No$/, "")
    .trim();

export const isFigure = (cell: string): boolean => /^(-?\d+(\.\d+)?( \[[a-z]+\])?|\[[a-z]+\])$/.test(cell);

/** A CSV with the shorthand of a figure in its own cell, in place of a column beside it; its first row is the headings. */
export const withoutShorthand = ([heads = [], ...rows]: Rows): Rows => {
  const isMark = (index: number): boolean => heads[index]?.endsWith("(shorthand)") ?? false;
  return [
    heads.filter((_, index) => !isMark(index)),
    ...rows.map((row) =>
      row.flatMap((cell, index) =>
        isMark(index) ? [] : [bare(`${cell} ${isMark(index + 1) ? (row[index + 1] ?? "") : ""}`)],
      ),
    ),
  ];
};

/** A table for machines as one for people is: without its columns of units. */
export const withoutUnits = ([heads = [], ...rows]: Rows): Rows =>
  [heads, ...rows].map((row) => row.filter((_, index) => !/^Unit( of [a-z]+)?$/.test(heads[index] ?? "")));

/** A table for machines as a workbook has it: the columns of its priorities are one, which names those that a measure serves. */
export const withPriorities = ([heads = [], ...rows]: Rows): Rows => {
  const of = heads.flatMap((head, index) => (head.startsWith("Priority: ") ? [index] : []));
  const [first] = of;
  if (first === undefined) return [heads, ...rows];
  const joined = (cells: readonly string[], words: string): string[] =>
    cells.flatMap((cell, index) => (index === first ? [words] : of.includes(index) ? [] : [cell]));
  const named = (cells: readonly string[]): string =>
    of.flatMap((index) => (cells[index] === "Yes" ? [heads[index]?.replace("Priority: ", "")] : [])).join(", ");
  return [joined(heads, "Priority"), ...rows.map((cells) => joined(cells, named(cells)))];
};

/** The rows of a folder of CSV; shorthand stands in the column beside. A text that does not apply is blank, and a workbook has no blanks. */
export function csvRows(where: string, units: "with units" | "without units" = "with units"): Rows {
  const others = ["overview.csv", "notes.csv", "additional-comments.csv", "priorities.csv", "priority-measures.csv"];
  const order = parse(readFileSync(join(where, "notes.csv"), "utf8"), { from: 2 }) as string[][];
  const metadata = readdirSync(where).filter((name) => name.endsWith(".json"));
  const tables = metadata.map((name) => JSON.parse(readFileSync(join(where, name), "utf8")));
  const files = tables.filter(({ url }) => !others.includes(url));
  const titles = [...new Set(order.map(([title]) => title))];
  files.sort((a, b) => titles.indexOf(a["dc:title"]) - titles.indexOf(b["dc:title"]));
  return files.flatMap(({ url }) => {
    const whole = withoutShorthand(parse(readFileSync(join(where, url), "utf8")) as string[][]);
    return withPriorities(units === "with units" ? whole : withoutUnits(whole)).slice(1);
  });
}

/** The rows of the overview of a folder of CSV. */
export const overviewRows = (where: string, units: "with units" | "without units" = "with units"): Rows => {
  const whole = withoutShorthand(parse(readFileSync(join(where, "overview.csv"), "utf8")) as string[][]);
  return (units === "with units" ? whole : withoutUnits(whole)).slice(1);
};

/** The rows of the tables of figures of a workbook, without their headings; or of its overview. */
export const bookRows = ({ sheets }: Opened, which: "figures" | "overview" = "figures"): Rows =>
  sheets
    .filter(({ cells }) => cells[0]?.value.startsWith("Table "))
    .filter(({ cells }) => /^Table 1: Overview( \[note \d+\])*$/.test(cells[0]?.value ?? "") === (which === "overview"))
    .flatMap(({ cells, tables }) => {
      const [, first = ""] = /^A(\d+):/.exec(tables[0]?.range ?? "") ?? [];
      const rows = new Map<number, string[]>();
      for (const { row, value, style } of cells.filter(({ row }) => row > Number(first))) {
        const mark = /"( \[[a-z]+\])"$/.exec(style.format)?.[1] ?? "";
        rows.set(row, [...(rows.get(row) ?? []), bare(`${value}${mark}`)]);
      }
      return [...rows.values()];
    });

/** A text that does not apply is blank in text, and marked in a workbook, which has no blank cells. */
export const full = (rows: Rows): Rows => rows.map((row) => row.map((cell) => (cell === "" ? "[z]" : cell)));

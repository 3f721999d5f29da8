// A column map to begin with, for a file that no source knows: guesses from headings and cells, for a person to correct.

import { nameKey } from "../../core/names.ts";
import { toNumber } from "../../core/number.ts";
import { parsePeriod } from "../../core/period.ts";
import { firstDayOf, spreadsheetHint } from "../../core/spreadsheet-dates.ts";
import { kindNames } from "../../core/value-kind.ts";
import { readCell } from "../csv/cell.ts";
import { isBlank, type Record } from "../csv/csv.ts";
import { perSaid } from "../unit-words.ts";

const guesses = [
  ["area", /\b(area|force|district|partnership|authority|region|geography)\b/i],
  ["period", /\b(period|year|month|quarter|date|ending)\b/i],
  ["series", /\b(series|offence|crime|measure|indicator|type|category|question)\b/i],
] as const;

const kindGuesses = [
  ["rate", (words: string) => /\brates?\b/i.test(words) || perSaid(words) !== undefined],
  ["population", (words: string) => /population|residents/i.test(words)],
  ["percent", (words: string) => /%|per ?cent/i.test(words)],
  ["pounds", (words: string) => /£/.test(words)],
] as const;

/** What kind the values of a column probably are: by the words over them, and by how they are written. */
function kindFor(words: string, cells: readonly string[]): string {
  const numbers = cells.flatMap((cell) => {
    const read = readCell(cell);
    return read === "not a number" || "gap" in read ? [] : [read];
  });
  const said = kindGuesses.find(([, isSaid]) => isSaid(words))?.[0];
  const hasDecimals = numbers.some(({ places }) => places > 0);
  const isFractions =
    numbers.some(({ places }) => places > 1) &&
    numbers.every(({ number, percent }) => !percent && toNumber(number) >= 0 && toNumber(number) <= 1);
  if (isFractions && (said === undefined || said === "percent")) return "percent, fraction: true";
  if (said) return said;
  // There is no half of what is counted.
  return numbers.some(({ percent }) => percent) || hasDecimals ? "percent" : "count";
}

/** What is made of other figures, and no figure of a period. */
const isChange = /\b(change|difference|variance|percentage points|pp)\b/i;

/** YAML for the plan's data: which column is probably what; nothing where no column holds figures. */
export function mapFor(file: string, head: readonly Record[]): string | undefined {
  // The headings are the first row that is as wide as the rows that follow it.
  const width = head.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const index = head.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > width / 2);
  const header = head[index];
  const headings = (header?.cells ?? []).map((cell) => cell.replace(/\s+/g, " ").trim());
  const below = head.slice(index + 1).filter((record) => !isBlank(record) && record.cells.length === width);
  // A row of units may stand under the headings.
  const isUnits = ({ cells }: Record): boolean =>
    (cells[0] ?? "").trim() === "" && cells.every((cell) => cell.trim() === "" || readCell(cell) === "not a number");
  const units = below[0] && isUnits(below[0]) ? below[0] : undefined;
  const rows = units ? below.slice(1) : below;
  const isNumeric = (column: number): boolean =>
    rows.length > 0 && rows.every(({ cells }) => readCell(cells[column] ?? "") !== "not a number");
  const cellsOf = (column: number): string[] => rows.map(({ cells }) => cells[column] ?? "");
  const wordsOver = (column: number): string =>
    `${units?.cells.slice(0, column + 1).findLast((cell) => cell.trim() !== "") ?? ""} ${headings[column] ?? ""}`;
  const named = new Map<string, number>();
  for (const [name, pattern] of guesses) {
    const column = headings.findIndex(
      (heading, at) => pattern.test(heading) && !isPeriod(heading) && ![...named.values()].includes(at),
    );
    if (column >= 0) named.set(name, column);
  }
  const values = headings.flatMap((heading, column) =>
    isNumeric(column) && ![...named.values()].includes(column) && heading !== "" && !isChange.test(heading)
      ? [column]
      : [],
  );
  if (values.length === 0) return undefined;
  const across = values.filter((column) => isPeriod(headings[column] ?? "") || isMadeOfOne(headings[column] ?? ""));
  const made = across.flatMap((column) => spreadsheetHint(headings[column] ?? "") ?? []);
  const areDays = across.some((column) => firstDayOf(headings[column] ?? "") !== undefined);
  const text = (words: string): string => JSON.stringify(words);
  // Where each record says its kind, that is what its value is; whatever the heading over it suggests.
  const isKinds = (column: number): boolean =>
    rows.length > 0 && rows.every(({ cells }) => kindNames.some((kind) => kind === nameKey(cells[column] ?? "")));
  const kindColumn = headings.findIndex((_, column) => isKinds(column));
  const value = values.find((column) => /^(value|figure|number|amount)s?$/i.test(headings[column] ?? "")) ?? values[0];
  const refer = (column = 0): string => {
    const heading = headings[column] ?? "";
    const isAlone = headings.filter((one) => nameKey(one) === nameKey(heading)).length === 1;
    return heading !== "" && isAlone ? text(heading) : String(column + 1);
  };
  const others = values.filter((column) => column !== value).map(refer);
  const or = others.length > 0 ? ` # or ${others.join(", ")}` : "";
  const valueLines =
    kindColumn < 0 ? undefined : [`      kind: ${refer(kindColumn)}`, `      value: ${refer(value)}${or}`];
  const lines = [
    `  - files: ${text(file)}`,
    ...(header && header.line > 1 ? [`    header: ${header.line}`] : []),
    ...(across.length > 1 && areDays ? ["    dates: month # if the first day of a month stands for the month"] : []),
    "    columns:",
    ...[...named].map(([name, column]) => `      ${name}: ${refer(column)}`),
    ...(valueLines ?? [
      "      values:",
      ...(across.length > 1
        ? [
            `        - { column: ${(across[0] ?? 0) + 1}, to: ${(across.at(-1) ?? 0) + 1}, kind: ${kindFor(wordsOver(across[0] ?? 0), across.flatMap(cellsOf))}, headings: period }${made.length > 1 && !areDays ? ` # ${made[0]}` : ""}`,
          ]
        : values.map((column) => {
            const heading = headings[column] ?? "";
            const kind = kindFor(wordsOver(column), cellsOf(column));
            const series = named.has("series") ? "" : `, series: ${text(heading)}`;
            return `        - { column: ${column + 1}, kind: ${kind}${series} } # ${heading}`;
          })),
    ]),
  ];
  const lacking = ["area", "period"].filter((name) => !named.has(name) && !(name === "period" && across.length > 1));
  if (lacking.length > 0)
    lines.push(`    fixed: { ${lacking.map((name) => `${name}: …`).join(", ")} } # what the file does not say`);
  return lines.join("\n");
}

/** Whether a spreadsheet may have made a heading of a period. */
const isMadeOfOne = (heading: string): boolean => spreadsheetHint(heading) !== undefined;
const isPeriod = (heading: string): boolean => typeof parsePeriod(heading) === "object";

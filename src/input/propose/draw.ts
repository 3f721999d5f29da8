// What is proposed as YAML: an entry of a plan's data, with what was left out and what a person has to choose in comments.

import { nameKey } from "../../core/names.ts";
import type { Choice } from "./choice.ts";
import { isMostlyNumbers, isNumeric, oddCells, type SeenColumn } from "./column.ts";
import { type Entry, entryLine } from "./entries.ts";
import { type DatesSaid, shortYears } from "./periods.ts";
import type { LeftOut, Roles } from "./roles.ts";
import type { SeenTable } from "./table.ts";
import { CHOOSE, inQuotes, shown, valuesListed } from "./yaml.ts";

/** All that is proposed of a file. */
export interface Drawn {
  readonly file: string;
  readonly table: SeenTable;
  readonly columns: readonly SeenColumn[];
  readonly roles: Roles;
  readonly area: readonly SeenColumn[];
  readonly period: readonly SeenColumn[];
  readonly dates: DatesSaid | undefined;
  readonly series: SeenColumn | undefined;
  /** Columns that might as well be the series. */
  readonly seriesOthers: readonly SeenColumn[];
  readonly entries: readonly Entry[];
  /** Where each record says its own kind, the column of kinds and that of values. */
  readonly kindColumn?: SeenColumn;
  readonly value?: SeenColumn | undefined;
  readonly choice: Choice;
  readonly leftOut: readonly LeftOut[];
  readonly isEvents: boolean;
  /** What the columns do not say; nothing where a person has to say it. */
  readonly fixed: readonly {
    readonly what: "area" | "period" | "series";
    readonly said: string | undefined;
    readonly isSure: boolean;
  }[];
  /** So many records were looked at, and there are more. */
  readonly seen?: number;
}

/** The entry, line by line. */
export function draw(drawn: Drawn): string {
  const { file, table, columns, entries, isEvents, fixed, choice } = drawn;
  // Of headings in several lines a column has all that stand over it, and is named by its position.
  const isAlone = ({ heading }: SeenColumn): boolean =>
    table.lines.length === 1 &&
    heading !== "" &&
    columns.filter((one) => nameKey(one.heading) === nameKey(heading)).length === 1;
  const refer = (column: SeenColumn): string => (isAlone(column) ? inQuotes(column.heading) : String(column.index + 1));
  const referAll = (of: readonly SeenColumn[]): string =>
    of.length === 1 && of[0] ? refer(of[0]) : `[${of.map(refer).join(", ")}]`;
  const { header, lines } = table;
  const line = lines.length > 1 ? `[${lines.join(", ")}]` : lines[0];
  return [
    `  - files: ${inQuotes(file)}`,
    ...remarksOf(drawn).map((words) => `    # ${words}`),
    ...(!header ? ["    header: none"] : table.isFirst ? [] : [`    header: ${line}`]),
    ...datesLine(drawn),
    ...(isEvents ? [`    each-record: 1${countsBeside(drawn)}`] : []),
    "    columns:",
    ...(drawn.area.length > 0 ? [`      area: ${referAll(drawn.area)}`] : []),
    ...(drawn.period.length > 0 ? [`      period: ${referAll(drawn.period)}`] : []),
    ...(drawn.series ? [`      series: ${refer(drawn.series)}${orElse(drawn)}`] : []),
    ...(drawn.kindColumn ? [`      kind: ${refer(drawn.kindColumn)}`] : []),
    ...(drawn.value ? [`      value: ${refer(drawn.value)}`] : []),
    ...(entries.length > 0 ? ["      values:", ...entries.map((one) => entryLine(one, refer))] : []),
    ...whereLines(choice, refer, isAlone),
    ...addLines(choice, refer, entries),
    ...(fixed.length > 0 ? ["    fixed:"] : []),
    ...fixed.map(
      ({ what, said, isSure }) =>
        `      ${what}: ${said === undefined ? "…" : inQuotes(said)}${isSure ? "" : ` ${CHOOSE}: the ${what} that the figures are of`}`,
    ),
  ].join("\n");
}

const orElse = ({ seriesOthers }: Drawn): string =>
  seriesOthers.length === 0 ? "" : ` ${CHOOSE}: or ${seriesOthers.map(({ heading }) => shown(heading)).join(", ")}`;

/** Where records have numbers of their own, a person sees whether those are what is counted. */
function countsBeside({ leftOut }: Drawn): string {
  const numbers = leftOut
    .filter(({ why }) => why === "a number of each event")
    .map(({ column }) => shown(column.heading));
  return numbers.length === 0 ? "" : ` ${CHOOSE}: count the records, or map the numbers in ${numbers.join(", ")}`;
}

function datesLine({ dates, entries }: Drawn): string[] {
  const firsts = entries.some(
    ({ headings, column }) => headings === "period" && /^\d{4}-\d\d-01|^01\/\d\d\/\d{4}/.test(column.heading),
  );
  if (firsts) return ["    dates: month begins # where the first day of a month stands for the month"];
  if (!dates) return [];
  const doubt = dates.isSure
    ? ""
    : ` ${CHOOSE}: month begins, snapshot (figures of that day or month), year ending (of the 12 months to it)`;
  return [`    dates: ${dates.as}${doubt}`];
}

/** Conditions by headings, or, where a heading does not tell its column, by positions. */
function whereLines(
  { where, series }: Choice,
  refer: (column: SeenColumn) => string,
  isAlone: (column: SeenColumn) => boolean,
): string[] {
  if (where.length === 0) return [];
  const byPosition = where.some(({ column }) => !isAlone(column));
  return [
    "    where:",
    ...where.map(({ column, value, isSure }) => {
      const others = column.values.filter((one) => one !== value);
      const note = isSure
        ? `the total; beside it ${valuesListed(others)}`
        : `${CHOOSE.slice(2)}: ${valuesListed(others)}`;
      const said = byPosition
        ? `- { column: ${column.index + 1}, is: ${inQuotes(value)} }`
        : `${refer(column)}: ${inQuotes(value)}`;
      return `      ${said} # ${note}`;
    }),
    ...(series ? [] : []),
  ];
}

function addLines({ add }: Choice, refer: (column: SeenColumn) => string, entries: readonly Entry[]): string[] {
  if (add.length === 0) return [];
  const gaps = entries.reduce((sum, { column }) => sum + column.gaps + (column.codes.length - column.filled), 0);
  return [
    `    add: [${add.map(refer).join(", ")}] ${CHOOSE}: add up over each, or choose values of it under where:`,
    ...add.map((column) => `    # ${shown(column.heading)} is ${valuesListed(column.values)}`),
    ...(gaps > 0
      ? [
          `    # ${gaps} cells have no figure, which leaves no sum; to add up the others, and to print how many are left out:`,
          `    # missing: left out ${CHOOSE}`,
          `    # reason: "…" ${CHOOSE}`,
        ]
      : []),
  ];
}

/** What has to be known of the columns: what was left out and why, cells that cannot be read, and what is open. */
function remarksOf({ roles, leftOut, choice, period, entries, seen, isEvents, table }: Drawn): string[] {
  const byWhy = new Map<string, SeenColumn[]>();
  for (const { column, why } of leftOut) byWhy.set(why, [...(byWhy.get(why) ?? []), column]);
  const name = (column: SeenColumn): string =>
    column.heading === "" ? `column ${column.index + 1}` : shown(column.heading);
  const names = (of: readonly SeenColumn[]): string =>
    of.length > 6 ? `${of.slice(0, 5).map(name).join(", ")} … (${of.length})` : of.map(name).join(", ");
  const odd = roles.periods && period.length > 0 ? roles.periods.odd : [];
  const isShort = entries.some(
    ({ headings, column }) => headings === "period" && shortYears(column.heading) !== undefined,
  );
  // Its other cells may be mistyped: what may be figures is a person's to leave out.
  const unsure = isEvents ? [] : choice.idle.filter((one) => isMostlyNumbers(one) && !isNumeric(one));
  const idle = choice.idle.filter((one) => !unsure.includes(one));
  const nameless = roles.dimensions.filter(({ heading, index }) => heading === "" && index > 0);
  return [
    ...(seen === undefined ? [] : [`only the first ${seen} lines were looked at`]),
    ...(isEvents ? ["each record is one event, and counts as 1"] : []),
    ...[...byWhy].map(([why, of]) => `left out: ${names(of)} (${why})`),
    ...unsure.map(
      (column) =>
        `${CHOOSE.slice(2)}: ${name(column)} is left out, but most of its cells are numbers; if it holds figures, correct ${valuesListed(oddCells(column))}`,
    ),
    ...(idle.length > 0
      ? isEvents
        ? [`where: can choose records by ${names(idle)}`]
        : [`not needed to tell the figures apart: ${names(idle)}`]
      : []),
    ...(odd.length > 0 ? [`no period that can be read, and refused: ${valuesListed(odd)}`] : []),
    ...(isShort ? ["headings such as 04/05 are taken as financial years"] : []),
    ...(roles.areas.ambiguous.length > 0
      ? [
          `${valuesListed(roles.areas.ambiguous)} may be the region or the force, and is refused: write which, as "West Midlands (force)"`,
        ]
      : []),
    ...(nameless.length > 0 && table.header
      ? [`column ${nameless[0] ? nameless[0].index + 1 : ""} has no heading, and its cells are refused: give it one`]
      : []),
    ...(choice.isOpen && roles.areas.ambiguous.length === 0
      ? ["records of one figure are left that nothing here tells apart: they are refused where they differ"]
      : []),
  ];
}

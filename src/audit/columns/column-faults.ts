// What is wrong with whole columns: headings that are cut off, misspelt, unknown or contradicted; units; loss of precision.

import { rangeText } from "../../core/interval.ts";
import { nameKey, nearest } from "../../core/names.ts";
import { readCell } from "../../input/csv/cell.ts";
import type { AuditColumn } from "../checks/audit-column.ts";
import type { PrintedValue, Role, Values } from "../checks/cells.ts";
import type { Finding } from "../checks/findings.ts";
import { cutOff, isChange, isLevel, kindWords } from "../read/headings.ts";
import { leftoverText } from "../read/leftover-text.ts";
import { isSpoilt, type PublishedTable, type TableRow } from "../read/read-table.ts";

const roleWords = ({ kind, when, area }: Role): string =>
  [when, kindWords[kind], area].filter((part) => part).join(" ");
const isFigure = (role: Role | undefined): role is Role =>
  role !== undefined && (isLevel(role.kind) || isChange(role.kind));

/** What is wrong with the headings of one table. */
export function headingFaults(table: PublishedTable, columns: readonly AuditColumn[]): Finding[] {
  return columns.flatMap((column, index): Finding[] => {
    const { heading, role, headedAs, evidence, by } = column;
    const at = { file: table.file, line: heading.line, column: heading.column, heading: heading.text };
    const cells = table.rows.map((row) => row.cells[index] ?? "").filter((cell) => cell !== "");
    if (headedAs && role && evidence) {
      const message = `it says ${roleWords(headedAs)}, but the column holds ${roleWords(role)}: so ${evidence.hold} more checks of the table hold, and ${evidence.failed} that failed no longer do`;
      return [{ ...at, class: "heading-contradicts", message }];
    }
    if (
      role &&
      role.kind !== "priority" &&
      heading.text.includes(" ") &&
      cutOff.test(heading.text.replace(/[?:.)\s]+$/, "")) &&
      // "MSG current" is whole: it says which figure.
      !(isLevel(role.kind) && role.when === "current" && /current$/i.test(heading.text)) &&
      !/\?$/.test(heading.text)
    ) {
      return [
        {
          ...at,
          class: "heading-cut-off",
          message: `it ends with "${heading.text.split(" ").at(-1)}"; the column holds the ${kindWords[role.kind]}`,
        },
      ];
    }
    if (!role && cells.length > 0) {
      const what = cells.some((cell) => /\d/.test(cell)) ? "figures" : "aims or verdicts";
      const merged = heading.isUnclear
        ? "the headings above were merged, and which of them is over it is not clear; "
        : "";
      const message = `${merged}its ${what} were not checked; say what it holds: --column "${heading.column}=…"`;
      return [
        {
          ...at,
          class: "heading-unknown",
          message: heading.text === "" ? `column ${heading.column} has no heading; ${message}` : message,
        },
      ];
    }
    if (
      role?.kind === "points" &&
      /per ?cent(age)? (difference|change)|% (difference|change)/i.test(heading.text) &&
      by !== "hand"
    ) {
      return [{ ...at, class: "heading-loose", message: "the column holds percentage points, not a % difference" }];
    }
    if (role && by === "figures" && isFigure(role)) {
      return [
        {
          ...at,
          class: "heading-loose",
          message: `it does not say so, but by its figures the column holds ${roleWords(role)}`,
        },
      ];
    }
    return [];
  });
}

/** Headings of priorities that no other table has, where the others have one much like it in its place. */
export function misspelt(
  tables: readonly { table: PublishedTable; columns: readonly AuditColumn[] }[],
  known: readonly string[],
): Finding[] {
  const headed = tables.map(({ table, columns }) => ({
    table,
    headings: columns
      .filter(({ role, heading }) => role?.kind === "priority" && heading.text !== "")
      .map(({ heading }) => heading),
  }));
  return headed.flatMap(({ table, headings }) => {
    const own = headings.map(({ text }) => nameKey(text));
    const elsewhere = headed
      .filter((other) => other.table !== table)
      .flatMap((other) => other.headings.map(({ text }) => text));
    const counted = new Map<string, number>();
    for (const name of elsewhere) counted.set(name, (counted.get(name) ?? 0) + 1);
    // What the plan calls a priority is right; without it, what two tables call it.
    const right = known.length > 0 ? known : [...counted].flatMap(([name, count]) => (count > 1 ? [name] : []));
    return headings.flatMap(({ text, line, column }): Finding[] => {
      if (right.some((name) => nameKey(name) === nameKey(text))) return [];
      const near = nearest(
        text,
        right.filter((name) => !own.includes(nameKey(name))),
      );
      if (near === undefined) return [];
      const who = known.length > 0 ? "the plan has" : "the other tables have";
      return [{ file: table.file, line, column, heading: text, class: "heading-misspelt", message: `${who} ${near}` }];
    });
  });
}

/** Cells whose sign or text contradicts the unit of their column. */
export function unitFaults(table: PublishedTable, columns: readonly AuditColumn[]): Finding[] {
  return columns.flatMap(({ role, heading }, index) => {
    if (!isFigure(role)) return [];
    const cells = table.rows.filter((row) => !row.continues).map((row) => ({ row, text: row.cells[index] ?? "" }));
    const read = cells.map(({ row, text }) => ({ row, text, cell: readCell(text) }));
    const marked = read.filter(({ cell }) => typeof cell === "object" && "percent" in cell && cell.percent);
    const at = (row: TableRow) => ({
      file: table.file,
      line: row.line,
      column: heading.column,
      measure: row.name,
      heading: heading.text,
    });
    const words = read.flatMap(({ row, text, cell }): Finding[] => {
      if (cell !== "not a number" || /%.*%/.test(text) || text.startsWith("#")) return [];
      const said = isSpoilt(text) && !text.startsWith("#");
      return said
        ? [{ ...at(row), class: "not-a-number", printed: text, message: `"${text}" is not a number` }]
        : [{ ...at(row), class: "cannot-be-checked", printed: text, message: `"${text}" is words` }];
    });
    const takesPercent = role.kind === "percent" || role.kind === "percent-change";
    if (takesPercent || marked.length === 0) return words;
    const numbers = read.filter(({ cell }) => typeof cell === "object" && "number" in cell).length;
    if (role.kind === "points" && marked.length > numbers / 2) {
      const message = "percentage points are written with % in the whole column";
      return [
        ...words,
        {
          file: table.file,
          line: heading.line,
          column: heading.column,
          heading: heading.text,
          class: "heading-loose",
          message,
        },
      ];
    }
    return [
      ...words,
      ...marked.map(
        ({ row, text }): Finding => ({
          ...at(row),
          class: "wrong-unit",
          printed: text,
          message: `it is written with %, and is ${role.kind === "points" ? "percentage points" : `a ${kindWords[role.kind]}`}`,
        }),
      ),
    ];
  });
}

/** Figures printed with fewer decimals than the others of their kind: each stands for more than it seems to. */
export function precisionFaults(table: PublishedTable, rows: readonly { row: TableRow; values: Values }[]): Finding[] {
  const all = rows
    .flatMap(({ row, values }) => [...values.values()].map((value) => ({ row, value })))
    .filter(({ value }) => value.column !== undefined && (value.role.kind === "rate" || value.role.kind === "percent"));
  const placesOf = new Map<string, number[]>();
  for (const { value } of all) {
    const list = placesOf.get(value.role.kind) ?? [];
    if (list.length === 0) placesOf.set(value.role.kind, list);
    list.push(value.places);
  }
  const usualOf = new Map<string, number>();
  for (const [kind, list] of placesOf) {
    const most = list.reduce((a, b) => (b > a ? b : a));
    if (list.filter((places) => places === most).length > list.length / 2) usualOf.set(kind, most);
  }
  return all.flatMap(({ row, value }): Finding[] => {
    const most = usualOf.get(value.role.kind);
    if (most === undefined || value.places >= most) return [];
    return [
      {
        ...placeOf(table, row, value),
        class: "precision",
        printed: value.text,
        range: value.interval,
        message: `the other ${kindWords[value.role.kind]}s have ${most} decimals; it stands for anything from ${rangeText(value.interval, value.places)}`,
      },
    ];
  });
}

const placeOf = (table: PublishedTable, row: TableRow, { column = 1 }: PrintedValue) => ({
  file: table.file,
  line: row.line,
  column,
  measure: row.name,
  heading: table.headings[column - 1]?.text,
});

/** What was left in cells other than comments, which are read for it by themselves. */
export function leftInCells(table: PublishedTable, columns: readonly AuditColumn[]): Finding[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, index) =>
      columns[index]?.role?.kind === "comment" || columns[index]?.role?.kind === "verdict"
        ? []
        : leftoverText.flatMap(({ class: kind, pattern }) =>
            [...cell.matchAll(pattern)].map(
              ([text]): Finding => ({
                file: table.file,
                line: row.line,
                column: index + 1,
                measure: row.name,
                class: kind,
                printed: text,
                message: `"${text}" was left in the cell`,
              }),
            ),
          ),
    ),
  );
}

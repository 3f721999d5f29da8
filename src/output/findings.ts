// What check, explain, inspect and audit say as a page to send on, and the tables that they say it in.

import { type Problem, sorted } from "../core/problems/problems.ts";
import { counted, listed } from "../core/problems/sentence.ts";
import { inRuns } from "../core/runs.ts";
import { columnNamed, type Table, textCells } from "./table.ts";

/** What a command found, for those who were not there: how much was found, what was looked at and what was not, then each finding. */
export interface FindingsPage {
  readonly title: string;
  /** How many findings there are, in a sentence. */
  readonly counts: string;
  /** What was checked, and what was not. */
  readonly about: readonly string[];
  readonly sections: readonly FindingsSection[];
}

export interface FindingsSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A part of a section: a heading, a sentence, names with what they are, a table, lines within lines, or text as typed. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly terms: readonly (readonly [term: string, text: string])[] }
  | { readonly branches: readonly Branch[] }
  | { readonly typed: string }
  | HintedTable;

/** A line, and the lines that it is made of. */
export interface Branch {
  readonly text: string;
  readonly of: readonly Branch[];
}

/** A table with what to do below its rows, in their order: a sentence, and what to type. */
export interface HintedTable {
  readonly table: Table;
  readonly hints?: readonly (Hint | undefined)[];
}

interface Hint {
  readonly text: string;
  readonly typed?: string;
}

/** A table of words. */
export const wordTable = (
  title: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Table => ({
  title,
  columns: headings.map((heading, index) =>
    columnNamed(heading, index > 0 && rows.some((row) => typeof row[index] === "number")),
  ),
  rows: rows.map((row) => textCells(...row.map(String))),
  notes: [],
});

/** Lines as a reader looks them up: "3 to 9, 12". */
export const linesText = (lines: readonly number[]): string =>
  inRuns(
    [...new Set(lines)].sort((a, b) => a - b),
    (last, next) => next === last + 1,
  )
    .map(([first = 0, ...more]) => (more.length > 1 ? `${first} to ${more.at(-1)}` : [first, ...more].join(", ")))
    .join(", ");

/** A message for a page, which is forwarded: without the numbers that a comment may give away. */
export const toSendOn = (message: string): string =>
  message.replace(/(may give away a withheld number): .*$/s, "$1; the terminal lists which");

/** Problems of plans and data, a table for each file; `whereIs` gives the path of a file. */
export function problemTables(problems: readonly Problem[], whereIs: (file: string) => string): HintedTable[] {
  const all = sorted(problems);
  return [...new Set(all.map(({ file }) => file))].map((file) => {
    const own = all.filter((one) => one.file === file);
    const counts = (["error", "doubt", "warning"] as const).flatMap((severity) => {
      const count = own.filter((one) => one.severity === severity).length;
      return count === 0 ? [] : [counted(count, severity)];
    });
    return {
      table: wordTable(
        `${whereIs(file)}: ${listed(counts)}`,
        ["Line", "Kind", "What is wrong"],
        own.map(({ line, severity, message }) => [
          line === undefined ? "whole file" : `${line}`,
          severity,
          toSendOn(message),
        ]),
      ),
      hints: own.map(({ hint, note }) => {
        const said = [
          ...(note
            ? [`${whereIs(note.file)}${note.line === undefined ? "" : `, line ${note.line}`}: ${note.message}`]
            : []),
          ...(hint === undefined ? [] : [`What to do: ${hint}`]),
        ];
        return said.length === 0 ? undefined : { text: said.join(". ") };
      }),
    };
  });
}

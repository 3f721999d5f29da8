// The file, lines and column of every figure of a table, as a table.

import { lineRunsOf, type Origin } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { say } from "../core/words/say.ts";
import { columnNamed, fullHeading, type Table, textCells } from "./table.ts";

/** A row for each measure and origin, with the figures that come from it; nothing where no figure has an origin. */
export function originsTable(table: Table, title: string): Table | undefined {
  const rows = table.rows.flatMap((row) => {
    const [name] = row;
    const places = row.flatMap((cell, index): [string, string][] => {
      const column = table.columns[index];
      if (!column || !("figure" in cell) || cell.figure.from.length === 0) return [];
      return [[originWords(cell.figure.from), fullHeading(column)]];
    });
    return [...grouped(places)].map(([from, headings]) => [
      name ?? { text: "" },
      ...textCells(headings.join("; "), from),
    ]);
  });
  if (rows.length === 0) return undefined;
  const columns = [say("heading.measure"), say("heading.figures"), say("heading.come-from")].map((heading) =>
    columnNamed(heading),
  );
  return { title, columns, rows, notes: [] };
}

/** "data/crime.csv lines 2-6, column 3; data/populations.csv line 4, column 5". */
export function originWords(from: readonly Origin[]): string {
  const files = grouped(from.map((origin) => [origin.file, origin]));
  const places = (origins: readonly Origin[]): string =>
    [...grouped(origins.map((origin) => [origin.column, origin] as const))]
      .map(([column, own]) => {
        const lines = runsText(own.flatMap(lineRunsOf));
        return /\D/.test(lines) ? say("origin.lines", { lines, column }) : say("origin.line", { line: lines, column });
      })
      .reduce((all, one) => say("origin.and", { places: all, place: one }));
  return [...files].map(([file, origins]) => say("origin.file", { file, places: places(origins) })).join("; ");
}

/** Runs of lines in words, those that follow each other as one: "2-13, 15". */
function runsText(runs: readonly (readonly [number, number])[]): string {
  const joined: [number, number][] = [];
  for (const [from, to] of [...runs].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}

/** "Where the figures of table 1 come from" */
export const originsTitle = (number: number): string => say("origin.title", { number });

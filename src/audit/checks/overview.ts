// The tool's own list of all measures: each figure in it is a copy, and stands in the row of its measure in another table.

import { nameKey } from "../../core/names.ts";
import type { PublishedTable } from "../read/read-table.ts";
import type { AuditCheck, AuditedTable, CellCheck } from "./check.ts";

export const overview: AuditCheck = { name: "overview", cells: found };

const isOverview = ({ headings }: PublishedTable): boolean =>
  ["standing", "now"].every((wanted) => headings.some(({ text }) => nameKey(text) === wanted));
/** The number that a cell begins with, without its unit and the commas of its thousands. */
const numberIn = (cell: string): string | undefined => /^[−-]?£?\d[\d,.:]*/.exec(cell)?.[0].replaceAll(",", "");

function found({ table, all }: AuditedTable): CellCheck[] {
  if (!isOverview(table)) return [];
  const others = all.map((one) => one.table).filter((other) => !isOverview(other));
  const made = table.rows.flatMap((row) => {
    const same = others.flatMap((other) => other.rows.filter(({ name }) => name === row.name));
    const known = new Set(same.flatMap(({ cells }) => cells.slice(1).map(numberIn)));
    return table.headings.flatMap(({ text, column }): CellCheck[] => {
      const number = numberIn(row.cells[column - 1] ?? "");
      if (known.size < 2 || number === undefined || !/^now$|\bchange\b/i.test(text)) return [];
      const of = { row, column, check: "copy" };
      if (known.has(number)) return [{ ...of, status: "matches" }];
      const message = "no cell of this measure in the other tables has this figure: these figures cannot both be right";
      return [{ ...of, status: "does-not-match", finding: { class: "does-not-match", message } }];
    });
  });
  // Where many are in no other table, the list is of something else.
  return made.filter(({ finding }) => finding).length * 4 > made.length ? [] : made;
}

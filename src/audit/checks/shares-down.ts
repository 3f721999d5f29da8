// Rows that are the shares of one whole: a column of them adds to 100.

import { contains, point } from "../../core/interval.ts";
import { compareExact, exact, HUNDRED, minus } from "../../core/number.ts";
import type { AuditCheck, CellCheck, NumberedTable } from "./check.ts";
import { cellsIn, isHundred, isTotal, partsOf, sharesMade, sumOf } from "./sum.ts";

export const sharesDown: AuditCheck = { name: "shares down a column", sums };

const isRest = /^(all )?others?( \w+)?$|^(unknown|not known|not stated|don.?t know|remainder|the rest)$/i;

/** Rows that are shares of one whole: where they say so, or where most of the columns add to 100. */
function sums(context: NumberedTable): CellCheck[] {
  const { table, columns, rows } = context;
  const measures = rows.filter(({ row }) => !row.continues && !isTotal(row.name));
  if (measures.length < 2) return [];
  const found = columns.flatMap(({ role, heading }) => {
    if (role?.kind !== "percent") return [];
    const cells = cellsIn(measures, role);
    if (cells.length !== measures.length) return [];
    const sum = sumOf(cells.map(({ value }) => value.interval));
    return [
      {
        column: heading.column,
        sum,
        cells,
        holds: contains(sum, HUNDRED),
        near: compareExact(minus(sum.from, HUNDRED).abs(), exact(5)) < 0,
      },
    ];
  });
  const said = /\bshares?\b|\bproportions? of\b|\bsplit\b/i.test(
    `${table.title} ${table.headings[0]?.text} ${table.file}`,
  );
  // A total of 100 %, or a row of all others, says that the rows are the shares of one whole.
  const isWhole =
    rows.some(({ row, values }) => isTotal(row.name) && columns.some(({ role }) => isHundred(role, values))) ||
    measures.some(({ row }) => isRest.test(row.name));
  const isShares =
    said || isWhole
      ? found.some(({ near }) => near)
      : measures.length > 2 && found.some(({ holds }) => holds) && found.every(({ near }) => near);
  const last = measures.at(-1)?.row;
  if (!isShares || !last) return [];
  return found
    .filter(({ near }) => near)
    .map(({ column, sum, cells }) => ({
      ...sharesMade(
        last,
        column,
        sum,
        Math.max(...cells.map(({ value }) => value.places)),
        "the shares of the column add to",
      ),
      parts: () => partsOf(cells, sum, point(HUNDRED)),
    }));
}

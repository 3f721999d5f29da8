// The cells of printed tables that have a number, for whoever has the figure and not the name of its measure.
import { isKnown } from "../core/figure.ts";
import { compareExact, exact } from "../core/number.ts";
import { cellText } from "../output/table.ts";
import type { CellAt } from "./explain.ts";

const FORM = /^([+\-−–])?\s*£?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:%|pp)?$/;

/** Whether words are a number, as a table has it: "1,036", "+22.0%", "£1,204". */
export const isNumber = (words: string): boolean => FORM.test(words.trim());

/** The number that a text is, with its sign where it has one. */
function numberIn(text: string) {
  const [, sign, whole, decimals = ""] = FORM.exec(text.trim()) ?? [];
  return whole === undefined
    ? undefined
    : { value: exact(whole.replaceAll(",", "") + decimals), sign: sign === undefined || sign === "+" ? sign : "-" };
}

/** The cells whose figure is printed as that number; one without a sign may have either. */
export function cellsPrinted(cells: readonly CellAt[], words: string): readonly CellAt[] {
  const asked = numberIn(words);
  if (!asked) return [];
  return cells.filter(({ cell }) => {
    if (!("figure" in cell) || !isKnown(cell.figure)) return false;
    const there = numberIn(cellText(cell));
    if (!there || compareExact(there.value, asked.value) !== 0) return false;
    return asked.sign === undefined || (asked.sign === "-") === (there.sign === "-");
  });
}

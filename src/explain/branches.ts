// The numbers that a cell is made of as lines of text, those that each is made of below it.
import type { Origin } from "../core/figure.ts";
import { withThousands } from "../core/number.ts";
import type { Branch } from "../output/findings.ts";
import type { FormulaStep } from "./figure.ts";

const MOST_RUNS = 8;

/**
 * A line for each number, those that it is made of below it. In one cell none is told twice; what a number is made of is
 * told once in all cells.
 */
export function branchesOf(steps: readonly FormulaStep[], here: Set<string>, told: Set<string>): Branch[] {
  return steps.flatMap((step) => {
    const text = stepText(step);
    if (here.has(text)) return [];
    here.add(text);
    const isTold = step.of.length > 0 && told.has(text);
    told.add(text);
    return [isTold ? { text: `${text}, as above`, of: [] } : { text, of: branchesOf(step.of, here, told) }];
  });
}

/** "395: Robbery, Gloucestershire, 12 months to September 2023, count: figures.csv line 7, column 5 (value)". */
function stepText({ value, as, what, reason, from, figure }: FormulaStep): string {
  const heading = figure?.observed?.heading ? ` (${figure.observed.heading})` : "";
  const head = as === undefined ? value : value === as ? as : `${as} ${value}`;
  const places = from.map(placeText).join("; ");
  return [head, what === value ? "" : what, reason ?? "", places === "" ? "" : `${places}${heading}`]
    .filter((part) => part !== "")
    .join(": ");
}

/** "figures.csv line 7, column 5"; of a sum its lines, as far as a reader can use them. */
function placeText({ file, line, column, lines }: Origin): string {
  if (lines === undefined) return `${file} line ${line}, column ${column}`;
  const runs = lines.split(",");
  const count = runs.reduce((sum, run) => sum + lengthOf(run), 0);
  const shown = runs.slice(0, MOST_RUNS).join(", ");
  const more = runs.length > MOST_RUNS ? " … (all of them with --format json)" : "";
  return `${file} column ${column}, ${withThousands(`${count}`)} lines: ${shown}${more}`;
}

/** How many lines "2-13" is. */
function lengthOf(run: string): number {
  const [first = 0, last = first] = run.split("-").map(Number);
  return last - first + 1;
}

// Sums of records: a figure that the records of a file add up to, with all their lines.
import type { Record } from "./csv.ts";
import { type Figure, isKnown } from "./figure.ts";
import { type Exact, exact, plus, smallWhole } from "./number.ts";
import { kinds, type Observation } from "./observations.ts";

/** What adds up to one figure while the records of a file go by. */
export interface Sum extends Omit<Observation, "figure"> {
  readonly level: number;
  readonly column: number;
  value: Exact;
  /** The same for the same records, in whatever order; with others it is another. */
  mark: number;
  whole: number;
  gap: Figure | undefined;
  /** First and last line of each run of lines. */
  readonly runs: number[];
}

/** Whole numbers are added as such, as long as they are exact; decimals only where there are any. */
export function addTo(sum: Sum, figure: Figure, line: number, mark: number): void {
  sum.mark = (sum.mark + mark) % 2 ** 52;
  const last = sum.runs.length - 1;
  if (sum.runs[last] === line - 1) sum.runs[last] = line;
  else if (sum.runs[last] !== line) sum.runs.push(line, line);
  if (!isKnown(figure)) {
    sum.gap ??= figure;
    return;
  }
  const whole = smallWhole(figure.value);
  if (whole !== undefined && Math.abs(sum.whole + whole) <= Number.MAX_SAFE_INTEGER) sum.whole += whole;
  else sum.value = plus(sum.value, figure.value);
}

/** "2-13,15" for the runs of lines; nothing for a single line. */
function linesOf(runs: readonly number[]): string | undefined {
  if (runs.length === 2 && runs[0] === runs[1]) return undefined;
  const parts: string[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    parts.push(runs[index] === runs[index + 1] ? `${runs[index]}` : `${runs[index]}-${runs[index + 1]}`);
  }
  return parts.join(",");
}

/** The figure that the records added up to, its origin being all their lines. */
export function figureOf({ runs, column, gap, value, whole, kind }: Sum, file: string): Figure {
  const lines = linesOf(runs);
  const from = [{ file, line: runs[0] ?? 1, column, ...(lines !== undefined && { lines }) }];
  return gap ?? { value: plus(value, exact(whole)), unit: kinds[kind], from };
}

/** A number made from what a record says (FNV-1a), to tell apart sums of different records. */
export function markOf({ cells }: Record): number {
  let mark = 0x811c9dc5;
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) mark = Math.imul(mark ^ cell.charCodeAt(index), 0x01000193);
    mark = Math.imul(mark ^ 1, 0x01000193);
  }
  return mark >>> 0;
}

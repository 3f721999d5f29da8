// Percentages that may be fractions of 1: judged on every one of a file's column, whether or not anybody wants it.
import { exactText, toNumber } from "../core/number.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import type { Located } from "./area-of.ts";
import type { CellPlaces } from "./cell-places.ts";
import { readCell } from "./csv/cell.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import type { NamedValue } from "./series-of.ts";

/** A percentage as the file gives it. */
interface Percentage {
  readonly line: number;
  readonly text: string;
  readonly value: number;
  readonly places: number;
}

/** The percentages of a column, by their series and area. */
interface PercentColumn {
  readonly heading: string;
  readonly bySeries: Map<string, Percentage[]>;
  most: number;
  places: number;
  count: number;
}

export type FractionCheck = ReturnType<typeof fractionCheck>;

/** So many percentages of a column are remembered; a file of more has enough to judge by. */
const MOST_HELD = 50_000;

/** Looks at the percentages of a file that neither their sign nor the plan says anything about. */
export function fractionCheck(file: string, cells: CellPlaces) {
  const columns = new Map<number, PercentColumn>();
  return {
    take(row: Record, { values, kind, seriesKey }: NamedValue, { first }: Located): void {
      if (kind !== "percent" || values.fraction) return;
      const cell = readCell(cellAt(row, values.column));
      if (cell === "not a number" || "gap" in cell) return;
      const value = toNumber(cell.number);
      const heading = cells.headingAt(values.column);
      const column = columns.get(values.column) ?? { heading, bySeries: new Map(), most: 0, places: 0, count: 0 };
      columns.set(values.column, column);
      column.most = Math.max(column.most, Math.abs(value));
      // "0.6%" is what it says.
      if (!cell.percent) column.places = Math.max(column.places, cell.places);
      column.count += 1;
      if (cell.percent || column.count > MOST_HELD) return;
      const id = `${seriesKey}\n${first.key}`;
      const known = column.bySeries.get(id) ?? [];
      column.bySeries.set(id, known);
      known.push({ line: row.line, text: exactText(cell.number), value, places: cell.places });
    },
    doubts: (): Doubt[] =>
      [...columns].flatMap(([column, found]) =>
        found.most <= 1 ? wholeDoubt(file, column, found) : mixedDoubts(file, column, found),
      ),
  };
}

/** Of a column in which every percentage is at most 1: small percentages have one decimal, and fractions more. */
function wholeDoubt(file: string, column: number, { heading, bySeries, places, most }: PercentColumn): Doubt[] {
  const all = [...bySeries.values()].flat().sort((a, b) => a.line - b.line);
  const [first] = all;
  if (!first || places < 2 || most === 0) return [];
  const sorted = [...all].sort((a, b) => a.value - b.value);
  const range = [sorted[0]?.text ?? "", sorted.at(-1)?.text ?? ""] as const;
  const lines = all.map(({ line }) => [line, line] as const);
  const place = { file, line: first.line, column: column + 1 };
  return [doubt("percent-fractions", place, { file, column: column + 1, lines }, heading, all.length, range)];
}

/** A percentage of at most 1 beside others of its series and area that are about 100 times as large. */
function mixedDoubts(file: string, column: number, { heading, bySeries }: PercentColumn): Doubt[] {
  return [...bySeries.values()].flatMap((all) => {
    const large = all.filter(({ value }) => value > 1);
    if (large.length === 0) return [];
    const isLike = (small: number): boolean =>
      large.every(({ value }) => 100 * small <= NEAR * value && value <= NEAR * 100 * small);
    return all
      .filter(({ value, places }) => value > 0 && value <= 1 && places >= 2 && isLike(value))
      .map(({ line, text }) => {
        const place = { file, line, column: column + 1 };
        const cell = { file, column: column + 1, lines: [[line, line] as const] };
        return doubt("percent-mixed", place, cell, heading, text, large[0]?.text ?? "");
      });
  });
}

/** As near as this many times. */
const NEAR = 1.5;

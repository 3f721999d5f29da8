// Percentages that may be fractions of 1: judged on every one of a file's column, whether or not anybody wants it.
import { exactText, toNumber } from "../core/number.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { isLikeFraction, maybeFraction } from "../data/mixed-percentages.ts";
import type { Located } from "./area-of.ts";
import type { CellPlaces } from "./cell-places.ts";
import { readCell } from "./csv/cell.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import { lineRuns } from "./line-runs.ts";
import type { NamedValue } from "./series-of.ts";

/** A percentage as the file gives it. */
interface Percentage {
  readonly text: string;
  readonly value: number;
}

/** The percentages of an area in a series: the ends of those above 1, and those that may be fractions. */
interface AreaPercentages {
  large?: { readonly least: Percentage; readonly most: Percentage };
  readonly small: (Percentage & { readonly line: number })[];
  /** How many are at most 1 and no fractions by the look of them: 0, 1 and those of one decimal. */
  others: number;
}

/** The percentages of a column; they are not kept themselves. */
interface PercentColumn {
  readonly heading: string;
  readonly bySeries: Map<string, Map<string, AreaPercentages>>;
  readonly runs: ReturnType<typeof lineRuns>;
  least: Percentage;
  most: Percentage;
  largest: number;
  places: number;
  count: number;
  smallOnes: number;
}

export type FractionCheck = ReturnType<typeof fractionCheck>;

/** So many that may be fractions are kept of a column. */
const MOST_SMALL = 50_000;

/** Looks at the percentages of a file that neither their sign nor the plan says anything about. */
export function fractionCheck(file: string, cells: CellPlaces) {
  const columns = new Map<number, PercentColumn>();
  return {
    take(row: Record, { values, kind, seriesKey }: NamedValue, { first }: Located): void {
      if (kind !== "percent" || values.written?.fraction) return;
      const cell = readCell(cellAt(row, values.column));
      if (cell === "not a number" || "gap" in cell) return;
      const seen = { text: exactText(cell.number), value: toNumber(cell.number) };
      const column = columns.get(values.column) ?? emptyColumn(cells.headingAt(values.column), seen);
      columns.set(values.column, column);
      column.largest = Math.max(column.largest, Math.abs(seen.value));
      // "0.6%" is what it says.
      if (cell.percent) return;
      column.places = Math.max(column.places, cell.places);
      column.runs.add(row.line);
      column.count += 1;
      if (seen.value < column.least.value) column.least = seen;
      if (seen.value > column.most.value) column.most = seen;
      const areas = column.bySeries.get(seriesKey) ?? new Map<string, AreaPercentages>();
      column.bySeries.set(seriesKey, areas);
      const area = areas.get(first.key) ?? { small: [], others: 0 };
      areas.set(first.key, area);
      if (seen.value > 1) {
        const { least, most } = area.large ?? { least: seen, most: seen };
        area.large = { least: seen.value < least.value ? seen : least, most: seen.value > most.value ? seen : most };
      } else if (maybeFraction(seen.value, cell.places) && column.smallOnes < MOST_SMALL) {
        column.smallOnes += 1;
        area.small.push({ ...seen, line: row.line });
      } else area.others += 1;
    },
    doubts: (): Doubt[] =>
      [...columns].flatMap(([column, found]) =>
        found.largest <= 1
          ? wholeDoubt(file, column, found)
          : [...mixedDoubts(file, column, found), ...seriesDoubts(file, column, found)],
      ),
  };
}

const emptyColumn = (heading: string, first: Percentage): PercentColumn => ({
  ...{ heading, bySeries: new Map(), runs: lineRuns(), least: first, most: first },
  ...{ largest: 0, places: 0, count: 0, smallOnes: 0 },
});

/** Of a column in which every percentage is at most 1: small percentages have one decimal, and fractions more. */
function wholeDoubt(file: string, column: number, all: PercentColumn): Doubt[] {
  const { heading, runs, places, largest, least, most, count } = all;
  const lines = runs.all();
  const [first] = lines;
  if (!first || places < 2 || largest === 0) return [];
  const place = { file, line: first[0], column: column + 1 };
  const of = { file, column: column + 1, lines };
  return [doubt("percent-fractions", place, of, heading, count, [least.text, most.text])];
}

/** Of a column of several series, those of which every percentage may be a fraction. */
function seriesDoubts(file: string, column: number, { heading, bySeries }: PercentColumn): Doubt[] {
  return [...bySeries.values()].flatMap((areas) => {
    const all = [...areas.values()];
    const small = all.flatMap((area) => area.small).sort((a, b) => a.line - b.line);
    const [first] = small;
    const isWhole = all.every(({ large, others }) => large === undefined && others === 0);
    if (!first || small.length < FEWEST || !isWhole) return [];
    const [least, most] = [...small]
      .sort((a, b) => a.value - b.value)
      .flatMap((one, index, { length }) => (index === 0 || index === length - 1 ? [one.text] : []));
    const lines = small.map(({ line }) => [line, line] as const);
    const place = { file, line: first.line, column: column + 1 };
    return [
      doubt("percent-fractions", place, { file, column: column + 1, lines }, heading, small.length, [
        least ?? "",
        most ?? "",
      ]),
    ];
  });
}
/** One small percentage of a series among others may well be one. */
const FEWEST = 2;

/** Of areas compared with others, so many in a hundred are about 100 times as large. */
const MOST_AREAS = 90;

/** Percentages of at most 1 beside others of their series, of their area or else of the others, that are about 100 times as large. */
function mixedDoubts(file: string, column: number, { heading, bySeries }: PercentColumn): Doubt[] {
  return [...bySeries.values()].flatMap((areas) => {
    const larges = [...areas.values()].flatMap(({ large }) => large ?? []);
    return [...areas.values()].flatMap(({ small, large }) => {
      const others = large ? [large] : larges;
      return small.flatMap(({ line, text, value }) => {
        const like = others.filter(
          ({ least, most }) => isLikeFraction(value, least.value) && isLikeFraction(value, most.value),
        );
        const [first] = like;
        if (!first || 100 * like.length < MOST_AREAS * others.length) return [];
        const place = { file, line, column: column + 1 };
        const cell = { file, column: column + 1, lines: [[line, line] as const] };
        return [doubt("percent-mixed", place, cell, heading, text, first.least.text)];
      });
    });
  });
}

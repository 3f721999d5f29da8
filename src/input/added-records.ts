// Records that add up as the plan says: each combination of what they are added over comes once, and no total among its parts.

import { type Figure, isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { toNumber } from "../core/number.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import type { Layout } from "./sources/layout.ts";

/** What a value of an added column is called where it is the sum of the others. */
const TOTAL = new RegExp(
  [
    "^(all|totals?|both|both sexes|any|persons|people|everyone)$",
    "^(all|total)[ :,-]+(ages?|persons|people|sexes|genders?|groups?|ethnicit(y|ies)|ethnic groups?|categories|outcomes|offences|types?|forces|total)\\b",
    "[ :,-]+(total|all)$",
    "^\\*?total\\b",
    ", of which:?$",
  ].join("|"),
  "i",
);
/** From so much on, that one value is the sum of the others is no chance. */
const LEAST_TOTAL = 20;
/** Of so many figures, neither. */
const MANY_FIGURES = 3;
/** Figures that are no whole numbers add up as nearly as this. */
const ROUNDING = 1e-9;
/** The cells of so many records are remembered, for what is said where two are of one figure. */
const MOST_CELLS = 100_000;

interface AddedColumn {
  readonly column: number;
  readonly heading: string;
  /** The plan chooses its values one by one. */
  readonly isChosen: boolean;
  /** By value, what it comes to in each figure. */
  readonly values: Map<string, { readonly said: string; readonly figures: Map<string, number> }>;
}

export type AddedRecords = ReturnType<typeof addedRecords>;

/** Watches over the records of a file that add up; nothing for a layout of which the plan says nothing. */
export function addedRecords(file: string, { additions, where = [], headings, values }: Layout) {
  if (!additions) return undefined;
  const headingAt = (column: number): string => headings[column] || `column ${column + 1}`;
  const columns = additions.columns.map(
    (column): AddedColumn => ({
      ...{ column, heading: headingAt(column), values: new Map() },
      isChosen: where.some((one) => one.column === column && one.is !== undefined),
    }),
  );
  const firsts = new Map<string, Record | number>();
  let collision: Problem | undefined;
  return {
    /** Takes a record that adds to a figure, which `id` tells from others. */
    see(row: Record, id: string, figure: Figure): void {
      const said = columns.map(({ column }) => cellAt(row, column).trim());
      const key = `${id}\n${said.map(nameKey).join("\n")}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, firsts.size < MOST_CELLS ? row : row.line);
      else collision ??= collisionOf(first, row);
      if (!isKnown(figure)) return;
      const number = toNumber(figure.value);
      for (const [index, { values }] of columns.entries()) {
        const text = said[index] ?? "";
        const known = values.get(nameKey(text)) ?? { said: text, figures: new Map<string, number>() };
        values.set(nameKey(text), known);
        known.figures.set(id, (known.figures.get(id) ?? 0) + number);
      }
    },
    /** What keeps them from being added, if anything. */
    problems(): readonly Problem[] {
      const totals = columns.flatMap(({ heading, isChosen, values }) => {
        const total = isChosen || values.size < 2 ? undefined : totalAmong(values);
        return total === undefined ? [] : [problem("add-total", additions.place, heading, total.said, total.isSum)];
      });
      return [...(collision ? [collision] : []), ...totals];
    },
  };

  function collisionOf(first: Record | number, row: Record): Problem {
    const there = typeof first === "number" ? first : first.line;
    const cells = typeof first === "number" ? [] : first.cells;
    const differing = cells.flatMap((cell, column) => {
      const [one, other] = [cell.trim(), (row.cells[column] ?? "").trim()];
      const isValue = values.some((of) => of.column === column);
      return one === other || isValue ? [] : [`${headingAt(column)} ("${one}", "${other}")`];
    });
    return problem(
      "add-collides",
      { file, line: row.line },
      columns.map(({ heading }) => heading),
      there,
      differing,
    );
  }
}

/** The value that is the sum of the others, by its name or by what it comes to in every figure. */
function totalAmong(values: AddedColumn["values"]): { said: readonly string[]; isSum: boolean } | undefined {
  const all = [...values.values()];
  const named = all.filter(({ said }) => TOTAL.test(said)).map(({ said }) => said);
  if (named.length > 0) return { said: named, isSum: false };
  const ids = new Set(all.flatMap(({ figures }) => [...figures.keys()]));
  const sums = new Map([...ids].map((id) => [id, all.reduce((sum, { figures }) => sum + (figures.get(id) ?? 0), 0)]));
  const total = all.find(({ figures }) => {
    const own = [...figures.values()].reduce((sum, one) => sum + one, 0);
    const isSum = [...sums].every(([id, sum]) => Math.abs(2 * (figures.get(id) ?? 0) - sum) <= ROUNDING * sum);
    const isMany = figures.size >= MANY_FIGURES || (all.length > 2 && own >= LEAST_TOTAL);
    return isSum && own > 0 && isMany;
  });
  return total && { said: [total.said], isSum: true };
}

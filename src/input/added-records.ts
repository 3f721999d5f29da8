// Records that add up as the plan says: each combination of what they are added over comes once, and no total among its parts.

import { type Figure, isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { toNumber } from "../core/number.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { isAddable, type Kind, kindName } from "../core/value-kind.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import type { Layout } from "./sources/layout.ts";

/** What a value of an added column is called where it is the sum of the others. */
const TOTAL = new RegExp(
  [
    "^(all|totals?|both sexes|persons)( \\(.*\\))?$",
    "^(all|total)[ :,-]+(ages?|persons|people|sexes|genders?|groups?|ethnicit(y|ies)|ethnic groups?|categories|outcomes|offences|types?|forces|total)\\b",
    "[ :,-]+(total|all)$",
    "^\\*?total\\b",
    ", of which:?$",
  ].join("|"),
  "i",
);
/** Whether a value of a column is named as the sum of the others is: All, Total, Persons. */
export const isTotalName = (said: string): boolean => TOTAL.test(said);
/** From so much on, that one value is the sum of the others is no chance. */
const LEAST_TOTAL = 100;
/** Of so many figures, neither. */
const MANY_FIGURES = 3;
/** Figures that are no whole numbers add up as nearly as this. */
const ROUNDING = 1e-9;
/** A subtotal is looked for among so many neighbours. */
const MOST_PARTS = 12;
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

/** A figure that records add up to: its names and its period, one after the other, and what it is called. */
export interface AddedFigure {
  readonly id: string;
  readonly name: () => string;
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
  // What a source adds up, no plan says.
  const place = additions.place ?? { file };
  const firsts = new Map<string, Record | number>();
  const figureNames = new Map<string, string>();
  let collision: Problem | undefined;
  let unfit: Problem | undefined;
  return {
    /** Takes a record that adds to a figure, which `id` tells from others. */
    see(row: Record, { id, name }: AddedFigure, figure: Figure, kind: Kind): void {
      if (!figureNames.has(id)) figureNames.set(id, name());
      if (!isAddable(kind)) unfit ??= problem("add-kind", place, kindName(kind));
      const said = columns.map(({ column }) => cellAt(row, column).trim());
      const key = `${id}\n${said.map(nameKey).join("\n")}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, firsts.size < MOST_CELLS ? row : row.line);
      else collision ??= collisionOf(first, row);
      const number = isKnown(figure) ? toNumber(figure.value) : 0;
      for (const [index, { values }] of columns.entries()) {
        const text = said[index] ?? "";
        const known = values.get(nameKey(text)) ?? { said: text, figures: new Map<string, number>() };
        values.set(nameKey(text), known);
        known.figures.set(id, (known.figures.get(id) ?? 0) + number);
      }
    },
    /** Values that have records in one period of a figure, and none in another: there they count as nothing. */
    uneven(): readonly Problem[] {
      return columns.flatMap(({ heading, values }) => {
        const found = [...values.values()].flatMap(({ said, figures }) =>
          unevenOf(figures, allIds(values)).map((id) => ({ said, id })),
        );
        const [first] = found;
        if (!first) return [];
        const more = new Set(found.map(({ said }) => said)).size - 1;
        return [problem("add-uneven", place, heading, first.said, figureNames.get(first.id) ?? "", more)];
      });
    },
    /** What keeps them from being added, if anything. */
    problems(): readonly Problem[] {
      const totals = columns.flatMap(({ heading, isChosen, values }) => {
        const total = isChosen || values.size < 2 ? undefined : totalAmong(values, additions.place === undefined);
        return total === undefined ? [] : [problem("add-total", place, heading, total.said, total.isSum)];
      });
      return [...(unfit ? [unfit] : []), ...(collision ? [collision] : []), ...totals];
    },
  };

  function collisionOf(first: Record | number, row: Record): Problem {
    const there = typeof first === "number" ? first : first.line;
    const cells = typeof first === "number" ? [] : first.cells;
    const differing = cells.flatMap((cell, column) => {
      const [one, other] = [cell.trim(), (row.cells[column] ?? "").trim()];
      const isValue = values.some((of) => of.column === column);
      return one === other || isValue ? [] : [{ heading: headingAt(column), values: [one, other] as const }];
    });
    return problem(
      "add-collides",
      { file, line: row.line },
      columns.map(({ heading }) => heading),
      [there, row.line],
      differing,
    );
  }
}

const allIds = (values: AddedColumn["values"]): readonly string[] => [
  ...new Set([...values.values()].flatMap(({ figures }) => [...figures.keys()])),
];

/** The figures of which a value has no record, while it has for another period of the same. */
function unevenOf(figures: ReadonlyMap<string, number>, ids: readonly string[]): string[] {
  const ofNames = (id: string): string => id.slice(0, id.lastIndexOf("\n"));
  const given = new Set([...figures].filter(([, number]) => number > 0).map(([id]) => ofNames(id)));
  return ids.filter((id) => !figures.has(id) && given.has(ofNames(id)));
}

/**
 * The value that is the sum of the others, by its name or by what it comes to in every figure. Of a source it is known
 * that no value is a subtotal of its neighbours: in a single figure some come to the same by chance.
 */
function totalAmong(
  values: AddedColumn["values"],
  isOfSource: boolean,
): { said: readonly string[]; isSum: boolean } | undefined {
  const all = [...values.values()];
  const named = all.filter(({ said }) => isTotalName(said)).map(({ said }) => said);
  if (named.length > 0) return { said: named, isSum: false };
  const around = all.filter((one) => all.some((other) => other !== one && holds(one.said, other.said)));
  if (around.length > 0) return { said: around.map(({ said }) => said), isSum: false };
  const ids = [...new Set(all.flatMap(({ figures }) => [...figures.keys()]))];
  const sums = all.flatMap((one, index) => {
    const own = [...one.figures.values()].reduce((sum, number) => sum + number, 0);
    const isMany = one.figures.size >= MANY_FIGURES || (all.length > 2 && own >= LEAST_TOTAL);
    // In a single figure, some are the sum of neighbours by chance.
    const isSure = !isOfSource && one.figures.size > 1;
    const parts = [all.filter((other) => other !== one), ...(isSure ? runsBeside(all, index) : [])];
    const isSum = own > 0 && isMany && parts.some((of) => of.length > 0 && isSumOf(one, of, ids));
    return isSum ? [one.said] : [];
  });
  return sums.length > 0 ? { said: sums, isSum: true } : undefined;
}

type AddedValue = AddedColumn["values"] extends Map<string, infer Value> ? Value : never;

/** The values that stand next to one, before it and after it, in runs of two and more: a subtotal stands beside its parts. */
function* runsBeside(all: readonly AddedValue[], index: number): Generator<readonly AddedValue[]> {
  for (let length = 2; length <= MOST_PARTS; length += 1) {
    if (index >= length) yield all.slice(index - length, index);
    if (index + length < all.length) yield all.slice(index + 1, index + 1 + length);
  }
}

/** Whether the ages, or other numbers, that a value spans hold those of another: "Under 18" has "10 to 17" in it. */
function holds(one: string, other: string): boolean {
  const [wide, narrow] = [spanOf(one), spanOf(other)];
  return (
    wide !== undefined &&
    narrow !== undefined &&
    wide[0] <= narrow[0] &&
    narrow[1] <= wide[1] &&
    (wide[0] < narrow[0] || narrow[1] < wide[1])
  );
}

/** "10 - 17 years", "Under 18", "65 and over", "18+": the whole numbers that it spans. */
function spanOf(text: string): readonly [from: number, to: number] | undefined {
  const plain = text
    .toLowerCase()
    .replace(/^(aged?|ages)\b/, "")
    .replace(/\b(years?( old)?|yrs?)\b/g, "")
    .trim();
  const [, from, to] = /^(\d{1,3}) ?(?:-|–|to) ?(\d{1,3})$/.exec(plain) ?? [];
  if (from !== undefined && to !== undefined) return [Number(from), Number(to)];
  const below = /^(?:under|below|less than) (\d{1,3})$/.exec(plain)?.[1];
  if (below !== undefined) return [0, Number(below) - 1];
  const least =
    /^(\d{1,3}) ?(?:\+|and (?:over|above|older)|or (?:over|more|older))$/.exec(plain)?.[1] ??
    /^over (\d{1,3})$/.exec(plain)?.[1];
  return least === undefined ? undefined : [Number(least), Number.POSITIVE_INFINITY];
}

/** Whether a value is the sum of others in every figure. */
const isSumOf = (one: AddedValue, parts: readonly AddedValue[], ids: readonly string[]): boolean =>
  ids.every((id) => {
    const own = one.figures.get(id) ?? 0;
    const sum = parts.reduce((total, { figures }) => total + (figures.get(id) ?? 0), 0);
    return Math.abs(own - sum) <= ROUNDING * Math.max(own, sum);
  });

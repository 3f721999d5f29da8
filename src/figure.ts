// A figure: a number with its unit and the cells it comes from, or the reason there is none.
import type { Exact } from "./number.ts";
import type { Kind } from "./observations.ts";
import type { Period } from "./period.ts";
import { type Rounding, roundingOf } from "./rounding.ts";

/** A finger on a cell: its file, its line and its place in the line (both counted from 1). */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of a sum, all its lines: "2-13,15"; `line` is the first of them. */
  readonly lines?: string;
}

export type Unit =
  | "count"
  | "per 1,000"
  | "%"
  | "percentage points"
  | "persons"
  | "households"
  | "£"
  | "seconds"
  | "hours"
  | "people"
  | "rank"
  | "ratio";

/** Shorthand for a cell without a figure, as the Government Analysis Function recommends for statistical tables. */
export const shorthand = {
  b: "break in series",
  c: "confidential",
  low: "rounds to zero",
  u: "low reliability",
  w: "none recorded in survey",
  x: "not available",
  z: "not applicable",
} as const;
export type Mark = keyof typeof shorthand;

/** Why there is no figure. */
export interface Gap {
  readonly mark: Mark;
  readonly reason: string;
  /** A problem says so already; a reason that the data give on purpose has none. */
  readonly told?: boolean;
  /** Of a period as a whole, some months or quarters are given and others are not. */
  readonly isPartial?: boolean;
}

/** What a figure of the data is of; of one that they do not give, what was looked for. */
export interface Named {
  readonly series: string;
  readonly area: string;
  readonly period: Period;
  readonly kind: Kind;
  /** The heading over its cell. */
  readonly heading?: string;
  /** Its lines count as one each; the cell says what they are. */
  readonly counted?: boolean;
}

/** The arithmetic of a figure in words, given its numbers as text, in their order: "1000 × 395 ÷ 646,627". */
export type Formula = (...numbers: string[]) => string;

/** How a figure was worked out, and from which others. */
export interface Made {
  readonly formula: Formula;
  readonly of: readonly Figure[];
}

export type Figure = Rounding & {
  readonly unit: Unit;
  readonly from: readonly Origin[];
  /** Of a figure of the data. */
  readonly is?: Named;
  /** Of a figure that was worked out. */
  readonly made?: Made;
  /** What must be said wherever it is used. */
  readonly notes?: readonly string[];
  /** Shorthand beside the number: it is there, with a reserve. */
  readonly mark?: Mark;
} & ({ readonly value: Exact } | { readonly gap: Gap });

export type Known = Extract<Figure, { value: Exact }>;

/** Whether there is a number, rather than a reason for none. */
export const isKnown = (figure: Figure | undefined): figure is Known => figure !== undefined && "value" in figure;

/** A figure that is not there, for a reason. */
export function missing(unit: Unit, gap: Gap, from: readonly Origin[] = []): Figure {
  return { gap, unit, from };
}

/**
 * The one way to compute: a gap in is that gap out, and the origins add up. So nothing is computed past a missing
 * figure, and no figure is without its sources and the formula that explains it, which is put into words only when it is
 * asked for. `compute` may itself answer with a gap (a baseline of 0).
 */
export function derive(
  unit: Unit,
  inputs: readonly Figure[],
  compute: (...values: Exact[]) => Exact | Gap,
  formula: Formula,
): Figure {
  const made: Made = { formula, of: inputs };
  const from: Origin[] = [];
  const byLine = new Map<number, Origin[]>();
  const notes = new Set<string>();
  const values: Exact[] = [];
  for (const input of inputs) {
    // The reason keeps its finger on the cell that caused it; its problem was raised where it was found.
    if (!isKnown(input)) return { gap: input.gap, unit, from: input.from, made };
    values.push(input.value);
    for (const origin of input.from) {
      const others = byLine.get(origin.line);
      if (others?.some((one) => isSame(one, origin))) continue;
      if (others) others.push(origin);
      else byLine.set(origin.line, [origin]);
      from.push(origin);
    }
    for (const note of input.notes ?? []) notes.add(note);
  }
  const noted = notes.size > 0 ? { notes: [...notes] } : {};
  const answer = compute(...values);
  return "reason" in answer
    ? { gap: answer, unit, from, made, ...noted }
    : { value: answer, unit, from, made, ...noted, ...roundingOf(unit, inputs, values, answer, compute) };
}

const isSame = (a: Origin, b: Origin): boolean =>
  a === b || (a.line === b.line && a.column === b.column && a.file === b.file && a.lines === b.lines);

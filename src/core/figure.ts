// A figure: a number with its unit and the cells it comes from, or the reason there is none.

import type { Day } from "./day.ts";
import type { Exact } from "./number.ts";
import type { Period } from "./period.ts";
import { type Remark, remarkNotes } from "./remarks.ts";
import type { Scale } from "./scales.ts";
import type { Kind, Unit } from "./value-kind.ts";

/** A finger on a cell: its file, its line and its place in the line (both counted from 1). */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of a sum, all its lines: "2-13,15"; `line` is the first of them. */
  readonly lines?: string;
  /** The figure is that none of these lines is of it. */
  readonly among?: true;
}

/** Cells of a file: all of them, those of a column or of some, or those of some lines. Columns and lines are counted from 1. */
export interface Cells {
  readonly file: string;
  readonly column?: number;
  readonly columns?: readonly number[];
  readonly lines?: readonly (readonly [first: number, last: number])[];
}

/** Whether a finger is on one of the cells; one on the lines of a sum is where any of them is. */
export function isAmong(origin: Origin, { file, column, columns, lines }: Cells): boolean {
  if (origin.file !== file || (column !== undefined && origin.column !== column)) return false;
  if (columns !== undefined && !columns.includes(origin.column)) return false;
  if (lines === undefined) return true;
  return lineRunsOf(origin).some(([from, to]) => lines.some(([first, last]) => from <= last && first <= to));
}

/** The lines of an origin, as runs: "2-13,15" is 2 to 13 and 15. */
export function lineRunsOf({ line, lines }: Origin): (readonly [number, number])[] {
  if (lines === undefined) return [[line, line]];
  return lines.split(",").map((run) => {
    const [from = "", to = from] = run.split("-");
    return [Number(from), Number(to)] as const;
  });
}

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
export const allMarks = Object.keys(shorthand) as Mark[];

/** Why there is no figure. */
export interface Gap {
  readonly mark: Mark;
  readonly reason: string;
  /** A problem says so already; a reason that the data give on purpose has none. */
  readonly reported?: boolean;
  /** There is a number, and the plan withholds it: it is under that, where it is small itself, or would give such a number away. */
  readonly withheld?: { readonly below: number; readonly isSmall: boolean };
  /** Of a period as a whole, some months or quarters are given and others are not. */
  readonly isPartial?: boolean;
}

/** What a figure of the data is of; of one that they do not give, what was looked for. */
export interface Observed {
  readonly series: string;
  readonly area: string;
  readonly period: Period;
  readonly kind: Kind;
  /** The heading over its cell. */
  readonly heading?: string;
  /** Its lines count as one each; the cell says what they are. */
  readonly counted?: boolean;
  /** Of a 0 that no record gives: how many records of other series its lines are. */
  readonly among?: number;
}

/** The arithmetic of a figure in words, given its numbers as text, in their order: "1000 × 395 ÷ 646,627". */
export type Formula = (...numbers: string[]) => string;

/** How a figure was worked out, and from which others. */
export interface Derivation {
  readonly formula: Formula;
  readonly of: readonly Figure[];
}

export type Figure = Rounding & {
  readonly unit: Unit;
  readonly from: readonly Origin[];
  /** Of a figure of the data. */
  readonly observed?: Observed;
  /** Of a figure that was worked out. */
  readonly derivation?: Derivation;
  /** What must be said wherever it is used. */
  readonly notes?: readonly string[];
  /** What must be said as well, in one sentence with what is said of others. */
  readonly remarks?: readonly Remark[];
  /** Shorthand beside the number: it is there, with a reserve. */
  readonly mark?: Mark;
} & (
    | { readonly value: Exact }
    | {
        readonly gap: Gap;
        /** Its value is a word, such as a grade; no arithmetic is made of it, so that as a number it is a gap. */
        readonly word?: string;
        /** What the word is one of. */
        readonly scale?: Scale;
        /** Of what is done, the day. */
        readonly on?: Day;
      }
  );

export type KnownFigure = Extract<Figure, { value: Exact }>;
export type MissingFigure = Extract<Figure, { gap: Gap }>;

export type WordFigure = MissingFigure & { readonly word: string };

/** Whether its value is a word. */
export const isWord = (figure: Figure | undefined): figure is WordFigure =>
  figure !== undefined && "word" in figure && figure.word !== undefined;

/** Whether there is a number, rather than a reason for none. */
export const isKnown = (figure: Figure | undefined): figure is KnownFigure => figure !== undefined && "value" in figure;

/** A figure that is not there, for a reason. */
export function missing(unit: Unit, gap: Gap, from: readonly Origin[] = []): Figure {
  return { gap, unit, from };
}

/** The figures of a level, a change or another list of them by kind, in its order. */
export const figuresIn = (figures: object): Figure[] => Object.values(figures as Record<string, Figure>);

/** What is made of each figure of such a list, under the name of its kind. */
export const eachFigure = <Made>(figures: object, make: (figure: Figure) => Made): Record<string, Made> =>
  Object.fromEntries(Object.entries(figures as Record<string, Figure>).map(([kind, one]) => [kind, make(one)]));

/** What must be said of the figures of such lists, each sentence once. */
export function figureNotes(lists: readonly object[]): string[] {
  const figures = lists.flatMap(figuresIn);
  const notes = new Set(figures.flatMap((figure) => figure.notes ?? []));
  return [...notes, ...remarkNotes([...new Set(figures.flatMap(({ remarks }) => remarks ?? []))])];
}

/** What a figure that is given rounded carries, and one that is worked out from such. */
export interface Rounding {
  /** The decimal places that it has, or supports; below 0 where not even its last whole digit is known. */
  readonly places?: number;
  /** Of a figure that was worked out, how far it may be from what unrounded figures would give; few are asked. */
  readonly error?: () => Exact;
}

// One line of a comparison of two editions, and those of the force or a group.
import type { Split } from "./split.ts";

export interface SideDiff {
  readonly name: string;
  readonly isForce: boolean;
  readonly lines: readonly DiffLine[];
}

export const moments = ["current", "baseline", "change"] as const;

export type Moment = (typeof moments)[number];

/** The changes that are compared: the % difference and percentage points. */
export const kindsOfChange = ["percent", "points"] as const;
export const isKindOfChange = (kind: string): boolean => kindsOfChange.some((one) => one === kind);

/** What the revision of a figure may come from. */
export const revisedWith = ["number", "population", "baseline", "current"] as const;
export type RevisedBy = (typeof revisedWith)[number];

/** One figure in both; of `change` those that a table prints as such: the % difference and percentage points. */
export interface DiffLine extends Split {
  readonly when: Moment;
  readonly kind: string;
  readonly places: number;
  /** What its revision came from, where that can be told. */
  readonly revisedBy: readonly RevisedBy[];
}

// The contract of the measure kinds: what one computes, and at which levels.

import type { Figure } from "../core/figure.ts";
import type { Period } from "../core/period.ts";
import type { Problem } from "../core/problems/problems.ts";
import type { Kind, Per } from "../core/value-kind.ts";

/** The kinds of value that a measure may have in a period. */
export const levelKeys = [
  ...(["count", "rate", "percent", "pounds", "seconds", "minutes", "hours", "days"] as const),
  ...(["score", "ratio", "people", "grade", "yes-no"] as const),
] as const;
export type LevelKey = (typeof levelKeys)[number];
/** The values of one area in one period; a kind of value that the measure does not have is absent. */
export type Level = { readonly [kind in LevelKey]?: Figure };

/** The ways in which a level may move. */
export const changeKeys = ["variance", "percent", "rate", "points", "grade"] as const;
/** How a level moved between baseline and current. */
export type Change = { readonly [kind in (typeof changeKeys)[number]]?: Figure };

/** What a measure kind may ask of the data for one area in one period. */
export interface DataQuestion {
  /** The figure, or a gap that says what is missing. */
  find(kind: Kind): Figure;
  /** Whether the data give that kind for the measure in one of its two periods, for any area of the plan. */
  gives(kind: Kind): boolean;
  /** What its rates are given per. */
  readonly per: Per;
  /** The population, or the households, at the date that the plan chose for this period; nothing where the plan chose none. */
  population(): Figure | undefined;
  /** Compares a rate per 1,000 that was computed with one that the data give; a disagreement is told. */
  confirm(rate: Figure, population: Figure): void;
  readonly period: Period | undefined;
  /** Whether it is asked for the baseline, and the data give none of that kind in it. */
  mayLack(kind: Kind): boolean;
  /** Tells of a value that the measure cannot have. */
  tell(found: Problem): void;
}

export interface MeasureKind {
  readonly name: string;
  /** What the aim may be judged on, the usual one first. */
  readonly bases: readonly [LevelKey, ...LevelKey[]];
  /** Its values are words, if it has any: no group's are made of them, and they are neither ranked nor drawn. */
  readonly inWords?: true;
  level(ask: DataQuestion): Level;
  change(baseline: Level, current: Level): Change;
}

// The contract of the measure kinds: what one computes, and at which levels.

import type { Figure } from "../core/figure.ts";
import type { Kind } from "../core/value-kind.ts";

/** The values of one area in one period; a kind of value that the measure does not have is absent. */
export interface Level {
  readonly count?: Figure;
  readonly rate?: Figure;
  readonly percent?: Figure;
  readonly pounds?: Figure;
  readonly seconds?: Figure;
  readonly minutes?: Figure;
  readonly hours?: Figure;
  readonly days?: Figure;
  readonly score?: Figure;
  readonly ratio?: Figure;
  readonly people?: Figure;
}

export type LevelKey = keyof Level;

/** How a level moved between baseline and current. */
export interface Change {
  readonly variance?: Figure;
  readonly percent?: Figure;
  readonly rate?: Figure;
  readonly points?: Figure;
}

/** What a measure kind may ask of the data for one area in one period. */
export interface DataQuestion {
  /** The figure, or a gap that says what is missing. */
  find(kind: Kind): Figure;
  /** Whether the data give that kind for the measure in one of its two periods, for any area of the plan. */
  gives(kind: Kind): boolean;
  /** The population at the date that the plan chose for this period; nothing where the plan chose none. */
  population(): Figure | undefined;
  /** Compares a rate that was computed with one that the data give; a disagreement is told. */
  confirm(rate: Figure, population: Figure): void;
}

export interface MeasureKind {
  readonly name: string;
  /** What the aim may be judged on, the usual one first. */
  readonly bases: readonly [LevelKey, ...LevelKey[]];
  level(ask: DataQuestion): Level;
  change(baseline: Level, current: Level): Change;
}

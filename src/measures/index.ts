// The shelf of measure kinds. A kind says what a measure's values are; adding one is a file and its line here.
import type { Figure } from "../figure.ts";
import type { Kind } from "../observations.ts";
import { amount } from "./amount.ts";
import { count } from "./count.ts";
import { percentage } from "./percentage.ts";
import { rate } from "./rate.ts";

/** The values of one area in one period; a kind of value that the measure does not have is absent. */
export interface Level {
  readonly count?: Figure;
  readonly rate?: Figure;
  readonly percent?: Figure;
  readonly pounds?: Figure;
  readonly seconds?: Figure;
  readonly hours?: Figure;
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
export interface Question {
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
  level(ask: Question): Level;
  change(baseline: Level, current: Level): Change;
}

/** The first is what a measure is that does not say its kind. */
export const measureKinds: readonly [MeasureKind, ...MeasureKind[]] = [
  count,
  rate,
  percentage,
  amount("pounds"),
  amount("seconds"),
  amount("hours"),
  amount("people"),
];
/** The names that a plan may give a kind. */
export const measureKindNames = measureKinds.map((kind) => kind.name);

/** The kind of that name, or several in one; the plan's check lets no other name through. */
export function measureKind(names: readonly string[]): MeasureKind {
  const kinds = names.map((name) => {
    const found = measureKinds.find((kind) => kind.name === name);
    if (!found) throw new Error(`no measure kind is called ${name}`);
    return found;
  });
  const [first] = kinds as [MeasureKind];
  if (kinds.length === 1) return first;
  return {
    name: names.join(" and "),
    bases: kinds.flatMap((kind) => kind.bases) as unknown as MeasureKind["bases"],
    level: (ask) => Object.assign({}, ...kinds.map((kind) => kind.level(ask))),
    // A table has one column of variance: that of the first.
    change: (baseline, current) => first.change(baseline, current),
  };
}

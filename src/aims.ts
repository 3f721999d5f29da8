// Aims: was it achieved, and by what rule. Judged on unrounded values; an aim is one entry of this list.
import { compare, type Exact } from "./number.ts";

export interface Aim {
  readonly name: string;
  /** Whether it is, by the unrounded values of the measure's basis. */
  readonly achieved: (baseline: Exact, current: Exact) => boolean;
}

/** Equal is not achieved, for either direction. */
export const aims: readonly Aim[] = [
  { name: "reduce", achieved: (b, c) => compare(c, b) < 0 },
  { name: "increase", achieved: (b, c) => compare(c, b) > 0 },
];

/** The names that a plan may give an aim. */
export const aimNames = aims.map((aim) => aim.name);
/** The aim of that name, or nothing. */
export const aimNamed = (name: string): Aim | undefined => aims.find((aim) => aim.name === name);

// Aims: was it achieved, and by what rule. Judged on unrounded values; an aim is one entry of this list.
import { compare, type Exact } from "./number.ts";

export interface Aim {
  readonly name: string;
  /** The rule in words, for the reader of a verdict. */
  readonly rule: string;
  readonly achieved: (baseline: Exact, current: Exact) => boolean;
}

/** Equal is not achieved, for either direction. */
export const aims: readonly Aim[] = [
  { name: "reduce", rule: "current is below baseline", achieved: (b, c) => compare(c, b) < 0 },
  { name: "increase", rule: "current is above baseline", achieved: (b, c) => compare(c, b) > 0 },
];

export const aimNames = aims.map((aim) => aim.name);
export const aimNamed = (name: string): Aim | undefined => aims.find((aim) => aim.name === name);

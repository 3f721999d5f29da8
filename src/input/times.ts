// A cell that writes a time as a clock does, "9:42" or "1:02:03": how long that is, in the unit of its kind.

import { clockSeconds, SIXTY } from "../core/clock.ts";
import { derive } from "../core/derive.ts";
import type { Figure, Origin } from "../core/figure.ts";
import { type Exact, exactText, HALF, ONE, over, times, withThousands } from "../core/number.ts";
import { type Kind, kinds } from "../core/value-kind.ts";

/**
 * A unit of time: how many seconds it has, how many decimals of it a second supports, and, one for all cells so that two
 * readings come to the same, its arithmetic and how far a time that was rounded to a second may be off.
 */
const unitOf = (seconds: Exact, places: number) => ({
  ...{ seconds, places },
  formula: (part: string): string => `${part} ÷ ${withThousands(exactText(seconds))}`,
  error: (): Exact => over(HALF, seconds),
});
const units: Readonly<Partial<Record<Kind, ReturnType<typeof unitOf>>>> = {
  seconds: unitOf(ONE, 0),
  minutes: unitOf(SIXTY, 2),
  hours: unitOf(times(SIXTY, SIXTY), 3),
};

/**
 * The time that a cell says, which was rounded to a second; "two meanings" where it is of a kind in hours and may be
 * hours and minutes; nothing for a cell that says none, or is of a kind that is none.
 */
export function readTime(said: string, kind: Kind, from: readonly Origin[]): Figure | "two meanings" | undefined {
  const [unit, clock] = [units[kind], clockSeconds(said)];
  if (!unit || !clock) return undefined;
  if (kind === "hours" && !clock.hasHours) return "two meanings";
  const written: Figure = { value: clock.seconds, unit: "seconds", from };
  const { seconds: length, places, formula, error } = unit;
  if (kind === "seconds") return { ...written, places };
  return { ...derive(kinds[kind], [written], (seconds) => over(seconds, length), formula), places, error };
}

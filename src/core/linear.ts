// Sums of unknown numbers, each known as a whole: what they say together of the numbers in them.

import { type Exact, exact, minus, over, plus, times } from "./number.ts";

/** How often each unknown number is in a sum, in the order of the unknown numbers, and what the sum comes to. */
export interface Sum {
  readonly often: readonly number[];
  readonly value: Exact;
}

/**
 * The same knowledge in its simplest form (Gauss-Jordan elimination in whole numbers): each sum begins with an unknown
 * number that no other has. A sum that follows from those before it is left out, whether or not it agrees with them.
 */
export function simplest(sums: readonly Sum[]): readonly Sum[] {
  let found: readonly Sum[] = [];
  for (const sum of sums) {
    const rest = lowest(found.reduce((left, one) => without(left, one), sum));
    if (leadOf(rest) < 0) continue;
    found = [...found.map((one) => lowest(without(one, rest))), rest];
  }
  return found;
}

/** What a sum comes to by sums in their simplest form; nothing where they leave it open. */
export function valueBy(known: readonly Sum[], often: readonly number[]): Exact | undefined {
  const left = [...often];
  const used = known.flatMap((sum) => {
    const lead = leadOf(sum);
    const [have = 0, own = 1] = [often[lead], sum.often[lead]];
    if (have === 0) return [];
    for (const [place, count] of sum.often.entries()) left[place] = (left[place] ?? 0) - (have / own) * count;
    return [{ sum, have, own }];
  });
  if (left.some((one) => Math.abs(one) > NEAR)) return undefined;
  return used.reduce(
    (value, { sum, have, own }) => plus(value, over(times(sum.value, exact(have)), exact(own))),
    exact(0),
  );
}
/** Shares of small whole numbers differ from nothing by more. */
const NEAR = 1e-9;

const leadOf = ({ often }: Sum): number => often.findIndex((one) => one !== 0);

/** A sum without the unknown number that another begins with. */
function without(sum: Sum, other: Sum): Sum {
  const lead = leadOf(other);
  const [have = 0, own = 1] = [sum.often[lead], other.often[lead]];
  if (have === 0) return sum;
  return {
    often: sum.often.map((one, place) => one * own - (other.often[place] ?? 0) * have),
    value: minus(times(sum.value, exact(own)), times(other.value, exact(have))),
  };
}

/** A sum by the largest number that divides all of it, its first unknown number counted upwards. */
function lowest({ often, value }: Sum): Sum {
  const shared = often.reduce((most, one) => divisor(most, Math.abs(one)), 0);
  const by = (often.find((one) => one !== 0) ?? 1) < 0 ? -shared : shared;
  if (by === 0 || by === 1) return { often, value };
  return { often: often.map((one) => (one === 0 ? 0 : one / by)), value: over(value, exact(by)) };
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

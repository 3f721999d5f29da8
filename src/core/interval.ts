// What a printed figure can stand for: intervals of exact decimals, arithmetic on them, and the ways of rounding.
import {
  ceiling,
  compareExact,
  type Exact,
  exact,
  exactText,
  fixed,
  floor,
  HALF,
  HUNDRED,
  isNegative,
  isZero,
  minus,
  over,
  plus,
  times,
} from "./number.ts";

/** All values from one to the other, both among them. */
export interface Interval {
  readonly from: Exact;
  readonly to: Exact;
}

/** A figure as printed: its number, and how many decimals stand behind its point, zeros among them. */
export interface Printed {
  readonly number: Exact;
  readonly places: number;
}

/** The interval of one value alone. */
export const point = (value: Exact): Interval => ({ from: value, to: value });
/** One unit of the last decimal: 0.01 for two places. */
export const lastPlace = (places: number): Exact => lastPlaces[places] ?? exact(`1e-${places}`);
const lastPlaces = Array.from({ length: 10 }, (_, places) => exact(`1e-${places}`));
/** Every value that is no further from one than so much. */
export const within = (value: Exact, distance: Exact): Interval => ({
  from: minus(value, distance),
  to: plus(value, distance),
});
/** Half a unit of the last decimal: how far a figure that was rounded may be from what it was. */
export const halfOf = (places: number): Exact => times(HALF, lastPlace(places));
/** Every value within half of the last decimal of a printed figure. */
export const around = ({ number, places }: Printed): Interval => within(number, halfOf(places));

const low = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b);
const high = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b);
/** From the lowest of some values to the highest. */
export const span = (ends: readonly Exact[]): Interval => ({ from: ends.reduce(low), to: ends.reduce(high) });
/** Nearer to the end of an interval than any figure is that is not the end itself. */
const NUDGE = exact("1e-30");
/** The interval without its ends, which are values of the next digit. */
export const inside = ({ from, to }: Interval): Interval => ({ from: plus(from, NUDGE), to: minus(to, NUDGE) });
/** What is next to a value, on either side. */
export const beside = (value: Exact): Interval => within(value, NUDGE);
/** The whole numbers of an interval, for persons and events; nothing where none is in it. */
export function wholeNumbers({ from, to }: Interval): Interval | undefined {
  const whole = { from: ceiling(from), to: floor(to) };
  return compareExact(whole.from, whole.to) <= 0 ? whole : undefined;
}

export const add = (a: Interval, b: Interval): Interval => ({ from: plus(a.from, b.from), to: plus(a.to, b.to) });
export const subtract = (a: Interval, b: Interval): Interval => ({
  from: minus(a.from, b.to),
  to: minus(a.to, b.from),
});
/** A sum without one of its parts, which is what is left of it at either end. */
export const without = (sum: Interval, part: Interval): Interval => ({
  from: minus(sum.from, part.from),
  to: minus(sum.to, part.to),
});
export const multiply = (a: Interval, b: Interval): Interval =>
  span([times(a.from, b.from), times(a.from, b.to), times(a.to, b.from), times(a.to, b.to)]);
/** Whether a value lies in it. */
export const contains = (a: Interval, value: Exact): boolean =>
  compareExact(a.from, value) <= 0 && compareExact(value, a.to) <= 0;
/** a ÷ b; nothing where b may be 0. */
export const divide = (a: Interval, b: Interval): Interval | undefined =>
  contains(b, exact(0))
    ? undefined
    : span([over(a.from, b.from), over(a.from, b.to), over(a.to, b.from), over(a.to, b.to)]);
/** The values that are in both; nothing where none is. */
export function meet(a: Interval, b: Interval): Interval | undefined {
  const both = { from: high(a.from, b.from), to: low(a.to, b.to) };
  return compareExact(both.from, both.to) <= 0 ? both : undefined;
}
/** The magnitudes of what is of one sign; an interval of both signs is left as it is. */
export const magnitudes = (of: Interval): Interval =>
  isNegative(of.to) || (isNegative(of.from) && isZero(of.to)) ? subtract(point(exact(0)), of) : of;
/** % difference, 100 × current ÷ baseline − 100; nothing where the baseline may be 0 or below. */
export function percentChange(baseline: Interval, current: Interval): Interval | undefined {
  if (compareExact(baseline.from, exact(0)) <= 0) return undefined;
  const ratio = divide(multiply(point(HUNDRED), current), baseline);
  return ratio && subtract(ratio, point(HUNDRED));
}
/** Below 0, 0 or above 0 for certain; nothing where it may be one or the other. */
export function signOf({ from, to }: Interval): -1 | 0 | 1 | undefined {
  if (isZero(from) && isZero(to)) return 0;
  if (isNegative(to)) return -1;
  return compareExact(from, exact(0)) > 0 ? 1 : undefined;
}

/** The exact values that a way of rounding prints alike; an open end is not among them. */
interface Cut extends Interval {
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** A way of rounding: the values that it prints as a figure of a last decimal. */
interface Rounding {
  readonly name: string;
  readonly cut: (printed: Printed) => Cut;
}

/** Half a unit to either side; ties belong to it as said. */
const halves = (printed: Printed, ties: { down: boolean; up: boolean }): Cut => ({
  ...around(printed),
  openFrom: !ties.down,
  openTo: !ties.up,
});
/** A whole unit, to the one side or the other; the printed figure itself is always of it. */
function whole({ number, places }: Printed, side: "above" | "below"): Cut {
  const unit = lastPlace(places);
  return side === "above"
    ? { from: number, to: plus(number, unit), openFrom: false, openTo: true }
    : { from: minus(number, unit), to: number, openFrom: true, openTo: false };
}
const signed = ({ number }: Printed): -1 | 0 | 1 => (isZero(number) ? 0 : isNegative(number) ? -1 : 1);
const isEven = ({ number, places }: Printed): boolean => /[02468]$/.test(fixed(number, places));

/** The rounding that figures are printed with: half away from zero, as spreadsheets show them. */
const usual: Rounding = {
  name: "half away from zero",
  cut: (p) => halves(p, { down: signed(p) > 0, up: signed(p) < 0 }),
};
/** The others that are met with, the likeliest first. */
const otherRoundings: readonly Rounding[] = [
  { name: "half to even", cut: (p) => halves(p, { down: isEven(p), up: isEven(p) }) },
  {
    name: "half towards zero, as binary arithmetic at times gives",
    cut: (p) => halves(p, { down: signed(p) <= 0, up: signed(p) >= 0 }),
  },
  { name: "half upwards", cut: (p) => halves(p, { down: true, up: false }) },
  {
    name: "truncation",
    cut: (p) =>
      signed(p) === 0
        ? { ...within(p.number, lastPlace(p.places)), openFrom: true, openTo: true }
        : whole(p, signed(p) > 0 ? "above" : "below"),
  },
];

function touches(cut: Cut, { from, to }: Interval): boolean {
  const [below, above] = [compareExact(cut.from, to), compareExact(from, cut.to)];
  return (cut.openFrom ? below < 0 : below <= 0) && (cut.openTo ? above < 0 : above <= 0);
}

/** Whether some value of the interval is printed so; by which other roundings, where not by the usual one. */
export function printsAs(printed: Printed, computed: Interval): { usual: boolean; others: readonly string[] } {
  // No rounding moves a number by more than its last decimal; most figures are further off, which is soon seen.
  if (!meet(within(printed.number, lastPlace(printed.places)), computed)) return { usual: false, others: [] };
  if (touches(usual.cut(printed), computed)) return { usual: true, others: [] };
  return {
    usual: false,
    others: otherRoundings.filter(({ cut }) => touches(cut(printed), computed)).map(({ name }) => name),
  };
}

/** An end of a range in words: in full where it is short, otherwise cut to some decimals more than the figure has. */
function endText(value: Exact, places: number): string {
  const full = exactText(value);
  const [, fraction = ""] = full.split(".");
  return fraction.length <= places + 3 ? full : fixed(value, places + 2);
}

/** "13.5 to 13.6", or one number where both ends are printed alike. */
export function rangeText({ from, to }: Interval, places: number): string {
  const [a, b] = [endText(from, places), endText(to, places)];
  return a === b ? a : `${a} to ${b}`;
}

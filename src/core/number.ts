// Exact decimals. The only file that imports decimal.js, and the only one that rounds.
import { Decimal } from "decimal.js";

/**
 * A quotient is kept to 60 significant digits. Before rounding or comparing, a value is taken at 45: a true value
 * that is not a tie differs from one by more than that, as long as the numbers divided have under 20 digits each;
 * so 0.4999…9 left behind by 5/6 − 1/3 is the half it stands for.
 */
const Working = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
const CERTAIN_DIGITS = 45;
const PRINTED_DIGITS = 30;

/** A decimal number without binary rounding. */
export type Exact = Decimal;

/** The number that plain digits stand for: "-1204.50". Refuses, by throwing, anything else. */
export function exact(digits: string | number): Exact {
  return new Working(digits);
}

/** The numbers that formulas are written with. */
export const ZERO = exact(0);
export const HALF = exact("0.5");
export const ONE = exact(1);
export const HUNDRED = exact(100);
export const THOUSAND = exact(1000);

/** a + b, exactly. */
export const plus = (a: Exact, b: Exact): Exact => a.plus(b);
/** a − b, exactly. */
export const minus = (a: Exact, b: Exact): Exact => a.minus(b);
/** a × b, exactly. */
export const times = (a: Exact, b: Exact): Exact => a.times(b);
/** a divided by b; b must not be 0. */
export const over = (a: Exact, b: Exact): Exact => a.dividedBy(b);
/** a with its decimal point moved: by 2, 0.6072 is 60.72; by -2, 49.03 is 0.4903. */
export const shifted = (a: Exact, power: number): Exact => a.times(`1e${power}`);
/** Whether it is 0, whichever its sign. */
export const isZero = (a: Exact): boolean => a.isZero();
/** Whether it is below 0. */
export const isNegative = (a: Exact): boolean => a.isNegative() && !a.isZero();
/** Whether it is above 0. */
export const isPositive = (a: Exact): boolean => !a.isNegative() && !a.isZero();

/** The number itself where it is whole and small, so that many can be added without decimals; nothing for any other. */
export const smallWhole = (a: Exact): number | undefined =>
  a.isInteger() && a.abs().lte(1e9) ? a.toNumber() : undefined;

/** The nearest floating-point number, for statistics that are estimates in any case and for drawings; never to print. */
export const toNumber = (a: Exact): number => a.toNumber();

/** A floating-point result, to the 13 significant digits that it can be trusted to. */
export const approximately = (value: number): Exact => new Working(value.toPrecision(13));

/** So many digits stand together in `d`: a value of few of those is as exact already as it can be taken at. */
const WORD = 7;

/** A value at the digits that are certain. */
const certain = (value: Exact): Exact =>
  value.d?.length <= CERTAIN_DIGITS / WORD ? value : value.toSignificantDigits(CERTAIN_DIGITS);

/** Below 0 where a is less than b, 0 where they are equal, above 0 where a is greater. */
export const compareExact = (a: Exact, b: Exact): number => certain(a).comparedTo(certain(b));

/** Digits with so many decimal places, rounded once, half away from zero; never "-0.0". */
export function fixed(value: Exact, places: number): string {
  const digits = certain(value).toFixed(places);
  return digits.startsWith("-") && isNought(digits) ? digits.slice(1) : digits;
}

/** Whether printed digits are those of 0: "0", "0.000", "-0.0". */
export const isNought = (digits: string): boolean => !/[1-9]/.test(digits);

/** Whether a value that is not 0 would be printed as 0 with so many decimal places. */
export const isHidden = (value: Exact, places: number): boolean =>
  // Only what is below 1 in the last place can be: the logarithm tells most without any rounding.
  value.e < -places && !value.isZero() && isNought(fixed(value, places));

/** The value as text, in full where its decimals end, otherwise to 30 significant digits. */
export function exactText(value: Exact): string {
  const digits = value.d?.length <= PRINTED_DIGITS / WORD ? value : value.toSignificantDigits(PRINTED_DIGITS);
  return (value.isZero() ? value.abs() : digits).toFixed();
}

/** The value as text, in full where its decimals end, otherwise its first 15 digits, cut and not rounded: "0.666666666666666…". */
export function leadingText(value: Exact): string {
  const text = exactText(value);
  if (compareExact(exact(text), value) === 0) return text;
  const digits = Math.max(LEADING_DIGITS, value.e + 4);
  return `${value.toSignificantDigits(digits, Decimal.ROUND_DOWN).toFixed()}…`;
}
const LEADING_DIGITS = 15;

/** "12345.6" with thousands separators: "12,345.6". */
export const withThousands = (digits: string): string => digits.replace(/\B(?<!\..*)(?=(?:\d{3})+(?:\.|$))/g, ",");

/** Ten to a power of nought or more, as a reader sees it: 3 is "1,000". */
export const powerOfTen = (power: number): string => withThousands(`1${"0".repeat(power)}`);

/** The whole numbers next below (or at) and next above (or at) a value. */
export const floor = (value: Exact): Exact => certain(value).floor();
/** Whether a number is so many of a unit, with nothing left over: 1,385 is 277 fives. */
export const isMultiple = (value: Exact, unit: Exact): boolean =>
  compareExact(times(floor(over(value, unit)), unit), value) === 0;
export const ceiling = (value: Exact): Exact => certain(value).ceil();

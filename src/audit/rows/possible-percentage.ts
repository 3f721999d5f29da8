// Which percentages so many persons can give: 33.4 % of 12 is none.

import { around, divide, multiply, point, printsAs, rangeText } from "../../core/interval.ts";
import { ceiling, compareExact, exact, floor, HUNDRED, times } from "../../core/number.ts";
import type { PrintedValue } from "./printed-value.ts";

/** Whether a whole number of persons is printed as such a percentage of a base. */
export function canBe(percent: Pick<PrintedValue, "number" | "places">, base: Pick<PrintedValue, "number">): boolean {
  const persons = multiply(around(percent), point(base.number));
  const [from, to] = [ceiling(overHundred(persons.from)), floor(overHundred(persons.to))];
  if (compareExact(from, to) > 0) return false;
  const range = divide(point(times(HUNDRED, from)), point(base.number));
  return range !== undefined && (compareExact(from, to) < 0 || printsAs(percent, range).usual);
}
const overHundred = (value: PrintedValue["number"]): PrintedValue["number"] => times(value, exact("0.01"));

/** The percentages that the whole numbers next to it give. */
export function nearestPercentages(
  percent: Pick<PrintedValue, "number" | "places">,
  base: Pick<PrintedValue, "number">,
): string {
  const persons = overHundred(times(percent.number, base.number));
  const shares = [floor(persons), ceiling(persons)].map((whole) =>
    divide(point(times(HUNDRED, whole)), point(base.number)),
  );
  return shares.flatMap((share) => (share ? [`${rangeText(share, percent.places)}%`] : [])).join(" and ");
}

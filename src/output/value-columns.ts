// The columns that the values of a measure and their changes take, and the words over them.
import type { Figure } from "../core/figure.ts";
import type { Change, LevelKey } from "../measures/measure-kind.ts";

/** The kinds of value that a level has, in the order of the columns, and their words. */
export const levelColumns = [
  ["count", "number"],
  ["rate", "rate per 1,000 population"],
  ["percent", "percentage"],
  ["people", "people"],
  ["pounds", "£"],
  ["seconds", "seconds"],
  ["minutes", "minutes"],
  ["hours", "hours"],
  ["days", "days"],
  ["score", "score"],
  ["ratio", "ratio"],
  ["grade", "grade"],
  ["yes-no", "done?"],
] as const;
/** What a kind of value is called over a column. */
export const wordsFor = (kind: LevelKey): string => levelColumns.find(([name]) => name === kind)?.[1] ?? kind;

/** The kinds of change, in the order of the columns, with their words; a variance has a column for each unit. */
export const changeColumns = [
  ["variance", "variance", "count"],
  ["variance", "variance in people", "people"],
  ["variance", "variance in £", "£"],
  ["variance", "variance in seconds", "seconds"],
  ["variance", "variance in minutes", "minutes"],
  ["variance", "variance in hours", "hours"],
  ["variance", "variance in days", "days"],
  ["variance", "variance in score", "score"],
  ["variance", "variance in ratio", "ratio"],
  ["percent", "% difference"],
  ["rate", "difference in rate"],
  ["points", "difference in percentage points"],
  ["grade", "change in grade"],
] as const;
/** The words over columns of words. */
export const wordColumns: readonly string[] = ["grade", "change in grade", "done?"];
/** What a change has for such a column; nothing where it is of another kind or in another unit. */
export function changeIn(
  change: Change | undefined,
  [kind, , unit]: (typeof changeColumns)[number],
): Figure | undefined {
  const figure = change?.[kind];
  return unit === undefined || figure?.unit === unit ? figure : undefined;
}

// The columns that the values of a measure and their changes take, and the words over them.
import type { Figure } from "../core/figure.ts";
import { perWords, rates, type Unit } from "../core/value-kind.ts";
import type { Change, Level, LevelKey } from "../measures/measure-kind.ts";
import type { Measure } from "../plan/model.ts";

/** The kinds of value that a level has, in the order of the columns, and their words; rates have a column for each unit. */
export const levelColumns: readonly (readonly [kind: LevelKey, words: string, unit?: Unit])[] = [
  ["count", "number"],
  ...rates.map((per) => ["rate", `rate per ${perWords(per)}`, per.unit] as const),
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
];
/** What a level has for such a column; nothing where its value is in another unit. */
export function levelIn(level: Level | undefined, [kind, , unit]: (typeof levelColumns)[number]): Figure | undefined {
  const figure = level?.[kind];
  return unit === undefined || figure?.unit === unit ? figure : undefined;
}
/** What the values of a measure of that kind are called over a column. */
export const wordsFor = (kind: LevelKey, { per }: Pick<Measure, "per">): string =>
  kind === "rate" ? `rate per ${perWords(per)}` : (levelColumns.find(([name]) => name === kind)?.[1] ?? kind);

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

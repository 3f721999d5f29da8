// The columns that the values of a measure and their changes take, and the words over them.

import type { Figure } from "../core/figure.ts";
import { type Per, rates, type Unit } from "../core/value-kind.ts";
import { perSay } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import type { Change, Level, LevelKey } from "../measures/measure-kind.ts";
import type { Measure } from "../plan/model.ts";

/** The kinds of value that a level has, in the order of the columns, and their words; rates have a column for each unit. */
export const levelColumns: readonly (readonly [kind: LevelKey, words: () => string, unit?: Unit])[] = [
  ["count", () => say("value.number")],
  ...rates.map((per) => ["rate", () => rateHeading(per), per.unit] as const),
  ["percent", () => say("value.percentage")],
  ["people", () => say("value.people")],
  ["pounds", () => say("value.pounds")],
  ["seconds", () => say("value.seconds")],
  ["minutes", () => say("value.minutes")],
  ["hours", () => say("value.hours")],
  ["days", () => say("value.days")],
  ["score", () => say("value.score")],
  ["ratio", () => say("value.ratio")],
  ["grade", () => say("value.grade")],
  ["yes-no", () => say("value.done")],
];
/** "rate per 1,000 population" */
export const rateHeading = (per: Per): string => say("value.rate-per", { per: perSay(per) });
/** What a level has for such a column; nothing where its value is in another unit. */
export function levelIn(level: Level | undefined, [kind, , unit]: (typeof levelColumns)[number]): Figure | undefined {
  const figure = level?.[kind];
  return unit === undefined || figure?.unit === unit ? figure : undefined;
}
/** What the values of a measure of that kind are called over a column. */
export const wordsFor = (kind: LevelKey, { per }: Pick<Measure, "per">): string =>
  kind === "rate" ? rateHeading(per) : (levelColumns.find(([name]) => name === kind)?.[1]() ?? kind);

/** The kinds of change, in the order of the columns, with their words; a variance has a column for each unit. */
export const changeColumns = [
  ["variance", () => say("change.variance"), "count"],
  ["variance", () => say("change.variance-people"), "people"],
  ["variance", () => say("change.variance-pounds"), "£"],
  ["variance", () => say("change.variance-seconds"), "seconds"],
  ["variance", () => say("change.variance-minutes"), "minutes"],
  ["variance", () => say("change.variance-hours"), "hours"],
  ["variance", () => say("change.variance-days"), "days"],
  ["variance", () => say("change.variance-score"), "score"],
  ["variance", () => say("change.variance-ratio"), "ratio"],
  ["percent", () => say("change.percent")],
  ["rate", () => say("change.rate")],
  ["points", () => say("change.points")],
  ["grade", () => say("change.grade")],
] as const;
/** The kinds whose columns hold words. */
const wordKinds: readonly string[] = ["grade", "yes-no"];
/** Whether a column of that kind holds numbers. */
export const isOfNumbers = (kind: string): boolean => !wordKinds.includes(kind);
/** What a change has for such a column; nothing where it is of another kind or in another unit. */
export function changeIn(
  change: Change | undefined,
  [kind, , unit]: (typeof changeColumns)[number],
): Figure | undefined {
  const figure = change?.[kind];
  return unit === undefined || figure?.unit === unit ? figure : undefined;
}

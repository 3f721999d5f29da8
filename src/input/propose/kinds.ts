// What kind of figures a column probably holds: by the words over it, by the titles, and by how its numbers are written.

import { nameKey } from "../../core/names.ts";
import { kindNames } from "../../core/value-kind.ts";
import { readCell } from "../csv/cell.ts";
import { perSaid } from "../unit-words.ts";
import { type SeenColumn, someNumbers } from "./column.ts";
import { isUnit, spoken } from "./headings.ts";
import { isPeriodHeading } from "./periods.ts";

/** A kind with what the plan says of how its numbers are written, and what a person has to look at. */
export interface KindFound {
  readonly kind: string;
  readonly isFraction?: boolean;
  /** Per how many, where the heading does not say it in words that are read. */
  readonly per?: number;
  readonly doubt?: string;
}

/** Rates that are shares of a whole, and not of a population. */
const SHARES =
  /\b(unemployment|employment|inactivity|detection|conviction|response|positive outcome|charge|attrition|turnover|sickness|vacancy|take-?up|completion|reoffending|satisfaction|confidence) rates?\b|\bproportion\b|\bprevalence\b/;

const said: readonly (readonly [string, RegExp])[] = [
  ["population", /\b(population|residents|mid-?year estimates?|all ages|mid-?(19|20)\d\d)\b/],
  ["households", /\bhouseholds\b|\bhousehold (estimates|projections)\b|\bdwellings\b/],
  ["pounds", /£|\bgbp\b/],
  ["people", /\b(head ?count|full-?time equivalents?|fte|officers in post|strength|workforce|people in post)\b/],
];
const STAFF = /^(total )?(police )?(officers|staff|pcsos|special constables|employees)$/;

/** Whether each record says its own kind in this column: count, rate, percent. */
export const isKinds = ({ values, filled, codes }: SeenColumn): boolean =>
  filled === codes.length &&
  values.length > 0 &&
  values.every((value) => kindNames.some((kind) => kind === nameKey(value)));

/** Whether a column says of what unit each record is, in other words: "Number", "%", "Rate per 1,000". */
export const isUnits = ({ values }: SeenColumn): boolean =>
  values.length > 1 &&
  values.every((value) => isUnit(value) || /^(proportion|percent(age)?|mean|median)$/i.test(value));

/** The kind of a column of numbers. */
export function kindSeen(column: SeenColumn, titles: readonly string[]): KindFound {
  const [first = "", ...above] = column.words;
  // "Number" and "%" are of what stands above them; other headings speak for themselves.
  const over = spoken((isUnit(first) ? [first, ...above] : [first]).join(" | "));
  const title = spoken(titles.join(" | "));
  const own = byWords(over, column);
  if (own) return own;
  const numbers = someNumbers(column);
  const isSigned = column.values.slice(0, 1_000).some((value) => {
    const read = readCell(value);
    return read !== "not a number" && !("gap" in read) && read.percent;
  });
  if (isSigned) return { kind: "percent" };
  const isFractions = !column.isWhole && numbers.every((one) => one >= 0 && one <= 1);
  const byTitle = byWords(title.replace(/\b(offences|crimes|incidents) (per|by)\b/g, ""), column);
  // Births stand in a table of populations too.
  const isOfPeople =
    column.isWhole &&
    (isPeriodHeading(column.heading) || /^$|all ages|total|persons|people|males|females/.test(spoken(column.heading)));
  if (byTitle && ((byTitle.kind !== "population" && byTitle.kind !== "households") || isOfPeople) && !isFractions)
    return byTitle;
  if (STAFF.test(spoken(column.heading))) return { kind: "people" };
  if (column.isWhole) return { kind: "count" };
  // There is no half of what is counted.
  if (isFractions) return { kind: "percent", isFraction: true };
  return {
    kind: "percent",
    doubt: "percent, rate, people (full-time equivalents), pounds: the file does not say what these decimals are",
  };
}

function byWords(words: string, column: SeenColumn): KindFound | undefined {
  const numbers = someNumbers(column);
  const isFractions = !column.isWhole && numbers.every((one) => one >= 0 && one <= 1);
  const percent: KindFound = isFractions ? { kind: "percent", isFraction: true } : { kind: "percent" };
  if (SHARES.test(words)) return percent;
  const per = perSaid(words);
  if (per || /\brates?\b/.test(words)) {
    const size = per && 10 ** (3 - per.power);
    const isRead = column.words.some((one) => perSaid(one) !== undefined);
    return {
      kind: "rate",
      ...(size !== undefined && !isRead && { per: size }),
      ...(!per && { doubt: "rate (per 1,000 people, if no per: is said here), or percent" }),
    };
  }
  if (/%|\bper ?cent|\bpercentage|\bpct\b/.test(words)) return percent;
  // Nor is there half a person: an age or a density may stand in a table of populations.
  const fit = said.filter(([kind]) => column.isWhole || (kind !== "population" && kind !== "households"));
  const kind = fit.find(([, pattern]) => pattern.test(words))?.[0];
  return kind === undefined ? undefined : { kind };
}

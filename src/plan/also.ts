// What a measure is compared with besides its baseline: the periods of each such comparison, by its name.
import * as z from "zod/mini";
import { nearest } from "../core/names.ts";
import { type Period, periodName } from "../core/period.ts";
import { meant } from "../core/problems/sentence.ts";
import { described, textValue } from "./schema-words.ts";
import type { When } from "./when.ts";

const YEAR = 12;
const QUARTER = 3;

type Windows = readonly [earlier: Period, later: Period];

const before = ({ from, to }: Period, months: number): Period => ({ from: from - months, to: to - months });
const lastQuarter = ({ to }: Period): Period => ({ from: to - QUARTER + 1, to });
/** The months of the financial year, which begins in April, up to the end of a period. */
const yearToDate = ({ to }: Period): Period => ({ from: to - ((to - 3) % YEAR), to });

/** Each comparison: the earlier and the later of the periods that it sets against each other. */
const comparisons = {
  "previous year": (current: Period): Windows => [before(current, YEAR), current],
  "previous quarter": (current: Period): Windows => [before(lastQuarter(current), QUARTER), lastQuarter(current)],
  "same quarter last year": (current: Period): Windows => [before(lastQuarter(current), YEAR), lastQuarter(current)],
  "year to date": (current: Period): Windows => [before(yearToDate(current), YEAR), yearToDate(current)],
} as const;
export type AlsoName = keyof typeof comparisons;

/** What people call them as well. */
const otherNames: Readonly<Record<string, AlsoName>> = {
  "last year": "previous year",
  "previous 12 months": "previous year",
  "last quarter": "previous quarter",
  ytd: "year to date",
};

const names = Object.keys(comparisons) as AlsoName[];
export const alsoSchema = z.optional(
  described(
    z.pipe(
      z.union([textValue, z.array(textValue)]),
      z.transform((given: string | string[], context): AlsoName[] =>
        [given].flat().flatMap((words, index) => {
          const found = names.find((name) => name === words.toLowerCase());
          if (found) return [found];
          const message = `expected ${names.join(", ")}, but found ${JSON.stringify(words)}${meant(otherNames[words.toLowerCase()] ?? nearest(words, names))}`;
          context.issues.push({
            code: "custom",
            message,
            input: words,
            path: typeof given === "string" ? [] : [index],
          });
          return [];
        }),
      ),
    ),
    `What its measures are compared with besides the baseline: ${names.join(", ")}; [] for nothing`,
    ["previous year", "same quarter last year"],
  ),
);

/** A further comparison of a measure: the periods, with the dates of their populations. */
export interface Further {
  readonly name: AlsoName;
  readonly earlier: When;
  readonly later: When;
}

/** The further comparisons of a measure with that current period; in words, why there can be one of them not. */
export function furtherOf(asked: readonly AlsoName[], current: When): (Further | string)[] {
  return [...new Set(asked)].map((name) => {
    const { period, population } = current;
    const long = period.to - period.from + 1;
    if (name === "previous year" && long > YEAR) {
      return `the current period, ${periodName(period)}, is longer than a year, so it shares months with the one a year before`;
    }
    if (name.includes("quarter") && long < QUARTER) {
      return `the current period, ${periodName(period)}, is shorter than a quarter`;
    }
    const [earlier, later] = comparisons[name](period);
    // A rate of the quarter before is of the same population; that of a year before is of the one a year before.
    const date = population && name !== "previous quarter" ? before(population, YEAR) : population;
    return { name, earlier: { period: earlier, population: date }, later: { period: later, population } };
  });
}

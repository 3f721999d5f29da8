// The words of a plan file: every key, what it may hold, and a right example of it. The JSON Schema is made from this.
import * as z from "zod/mini";
import type { Exact } from "../core/number.ts";
import { endOfMonth, type Period } from "../core/period.ts";
import { doubtCodes } from "../core/problems/problems.ts";
import { measureKindNames } from "../measures/index.ts";
import type { Aim } from "./aims/aim.ts";
import { amountOf } from "./aims/amount.ts";
import { aimExamples, aimMeant, aimOf, aimPattern } from "./aims/index.ts";
import { dataSchema } from "./data-schema.ts";
import { described, listOf, meaning, name, optional, period, textValue } from "./schema-words.ts";

/** A period as a table names it, and the date of the population that its rates are computed with. */
export interface When {
  readonly period: Period;
  readonly label?: string | undefined;
  readonly population?: Period | undefined;
}

const periodAndPopulation = z.union([
  z.pipe(
    period,
    z.transform((months: Period): When => ({ period: months })),
  ),
  z.strictObject({
    period: described(period, "The months it covers", "12 months to September 2023"),
    label: optional(textValue, "How the tables name it", "Baseline year (2019)"),
    population: optional(period, "The date of the population that rates are computed with", "mid-2021"),
  }),
]);
const baseline = described(periodAndPopulation, "The period compared with", "2019", {
  period: "2019",
  population: "mid-2017",
});
const current = described(periodAndPopulation, "The latest period", "12 months to September 2023");

const places = z.optional(z.int().check(z.minimum(0), z.maximum(10)));
const decimalPlaces = {
  count: places,
  rate: places,
  percent: places,
  points: places,
  pounds: places,
  seconds: places,
  hours: places,
  people: places,
};
const decimals = optional(
  z.strictObject({ ...decimalPlaces, "similar-forces": z.optional(z.strictObject(decimalPlaces)) }),
  "Decimal places printed, where they differ: rate 3; percent, points, seconds and hours 1; count, pounds and people 0",
  { rate: 2, "similar-forces": { percent: 2 } },
);

const source = described(textValue, "Where the figures come from, as printed under a table", "iQuanta, Home Office");
const kinds = described(
  z.union([
    z.pipe(
      z.enum(measureKindNames),
      z.transform((one: string) => [one]),
    ),
    listOf(z.enum(measureKindNames)),
  ]),
  "What its values are; of several, the first is the one that its aim is judged on",
  "count",
  ["count", "pounds"],
);
const designFactor = z.optional(
  described(z.number().check(z.gt(0)), "Of a survey estimate, the design factor (DEFT) of its standard error", 1.2),
);

const anyAim = meaning<Aim>((words) => {
  const found = aimOf(words);
  if (found) return found;
  const near = aimMeant(words);
  const known = near ? "an aim" : aimExamples.join(", ");
  return `expected ${known} but found ${JSON.stringify(words)}${near ? `; did you mean ${near}?` : ""}`;
}, textValue);
const aim = described(anyAim, "What the plan wants of it", ...aimExamples);
z.globalRegistry.add(aim, { ...z.globalRegistry.get(aim), pattern: aimPattern });
const dueDate = meaning<Due>((words) => {
  const month = endOfMonth(words);
  return month === undefined ? `"${words}" is not the end of a month` : { month };
});
interface Due {
  readonly month: number;
}
const amount = meaning<{ amount: Exact; unit: string | undefined }>(
  (words) => amountOf(words) ?? `"${words}" is not an amount`,
);

const milestone = z.strictObject({
  by: described(dueDate, "The end of the month that it is due at", "31 March 2023"),
  value: described(amount, "What the figure should have come to by then", 153),
});

/** A priority of the plan. */
export const prioritySchema = z.strictObject({
  id: described(name, "A short name for the columns of the tables", "CSC"),
  name: described(textValue, "The priority in full", "Creating safer communities"),
});

const bases = ["count", "rate", "percentage", "pounds", "seconds", "hours", "people"] as const;

const part = z.union([
  z.pipe(
    name,
    z.transform((words: string) => ({ name: words, series: words })),
  ),
  z.pipe(
    z.strictObject({
      name: described(name, "What the part is called in the tables", "personal"),
      series: optional(name, "Its name in the data", "ASB: personal"),
    }),
    z.transform((given: { name: string; series?: string | undefined }) => ({
      name: given.name,
      series: given.series ?? given.name,
    })),
  ),
]);

const names = z.union([name, listOf(name)]);
const seriesOf = z.union([
  z.pipe(
    names,
    z.transform((given: string | string[]): Terms => ({ add: [given].flat(), subtract: [] })),
  ),
  z.pipe(
    z.strictObject({
      add: described(names, "The series that are added", ["Theft of a vehicle", "Theft from a vehicle"]),
      subtract: optional(names, "The series that are taken away", "Fraud offences"),
    }),
    z.transform(
      (given: { add: string | string[]; subtract?: string | string[] | undefined }): Terms => ({
        add: [given.add].flat(),
        subtract: [given.subtract ?? []].flat(),
      }),
    ),
  ),
]);
/** The series of the data that make up a measure: the sum of some less the sum of others. */
export interface Terms {
  readonly add: readonly string[];
  readonly subtract: readonly string[];
}

/** How the figures of a group's forces make one. */
export const averages = ["pooled", "mean"] as const;
export type Average = (typeof averages)[number];

const group = z.union([
  z.pipe(
    name,
    z.transform((words: string): Group => ({ name: words, forces: [words] })),
  ),
  z.strictObject({
    name: described(name, "What the group is called in the tables", "MSG"),
    forces: described(
      z.union([
        z.pipe(
          name,
          z.transform((words: string) => [words]),
        ),
        listOf(name),
      ]),
      "Its forces; all forces are the 43 of England and Wales",
      ["Gloucestershire", "Wiltshire"],
      "all forces",
    ),
    average: optional(
      z.enum(averages),
      "pooled: numbers and populations are added (the usual one); mean: the mean of the forces' rates",
      "pooled",
    ),
    "includes-force": optional(
      z.boolean(),
      "Whether the plan's own force counts in the group's figure; otherwise as it is listed",
      true,
    ),
    "as-of": optional(name, "When its membership was so", "April 2019"),
    source: optional(textValue, "Who says so", "Home Office"),
  }),
]);
/** A group to compare with, such as the Most Similar Group: one row of the data, or forces that make one figure. */
export interface Group {
  readonly name: string;
  readonly forces: readonly string[];
  readonly average?: Average | undefined;
  readonly "includes-force"?: boolean | undefined;
  readonly "as-of"?: string | undefined;
  readonly source?: string | undefined;
}

/** A measure: a row of a table. */
export const measureSchema = z.strictObject({
  name: described(name, "What the measure is called in the tables", "Robbery"),
  series: optional(
    seriesOf,
    "Its name in the data, where that differs; several are added, and some may be subtracted",
    "All other theft offences",
    ["Domestic burglary", "Residential burglary"],
    { add: "All offences", subtract: "Fraud offences" },
  ),
  aim: z.optional(aim),
  better: optional(
    z.enum(["lower", "higher"]),
    "Which way is better, where its aim does not say so: ranks go by it",
    "lower",
  ),
  by: optional(dueDate, "When its aim is due", "31 March 2023"),
  milestones: optional(listOf(milestone), "What it should have come to on the way", [
    { by: "31 March 2022", value: 100 },
  ]),
  path: optional(
    z.enum(["line", "steps"]),
    "What is due between milestones: line (the usual one) or the last one's value, in steps",
    "steps",
  ),
  basis: optional(
    z.pipe(
      z.enum(bases),
      z.transform((basis: (typeof bases)[number]) => (basis === "percentage" ? "percent" : basis)),
    ),
    "What the aim is judged on; otherwise the count, or the rate or percentage of a measure without one",
    "rate",
  ),
  kind: z.optional(kinds),
  "design-factor": designFactor,
  priorities: optional(z.array(name), "The ids of the priorities it serves", ["CSC", "ELC"]),
  baseline: z.optional(baseline),
  current: z.optional(current),
  label: optional(textValue, "Printed after its name", "data for year ending March 23"),
  parts: optional(listOf(part), "A split into shares, each a percentage in the data", ["personal"]),
  comment: optional(textValue, "The Additional comment of an unmet aim", "Recording has improved."),
  owner: optional(textValue, "Who answers for it", "Chief Inspector, Neighbourhoods"),
  decimals,
});

/** A performance table. */
export const tableSchema = z.strictObject({
  title: described(textValue, "Printed above the table", "Recorded crime"),
  source: z.optional(source),
  kind: z.optional(kinds),
  "design-factor": designFactor,
  baseline: z.optional(baseline),
  current,
  groups: optional(
    z.array(name),
    "The groups that it shows, if any; otherwise the similar forces, or the first group",
    ["MSG", "South West"],
  ),
  total: optional(name, "A last row of this name, to which its measures add up", "Total"),
  decimals,
  measures: listOf(measureSchema),
});

/** A break in a series of figures over time. */
const breakInSeries = z.strictObject({
  from: described(period, "The first month, quarter or year after it", "April 2014"),
  reason: described(textValue, "What changed", "recording rules changed"),
  measures: optional(listOf(name), "The measures it is of; otherwise all", ["All crime"]),
});
export type BreakInSeries = z.output<typeof breakInSeries>;

const acceptance = z.strictObject({
  code: described(z.enum(doubtCodes), "The code of the doubt, as check names it", "records-doubled"),
  file: optional(textValue, "The file that it is about", "data/offences.csv"),
  measure: optional(name, "The measure that it is about", "Robbery"),
  at: described(name, "What is doubted, as check names it", "Robbery, Gloucestershire, May 2023"),
  value: described(name, "Its value as it is accepted; another value opens the doubt again", 300),
  reason: described(textValue, "Why the figure is right; printed with the table", "an operation that month"),
  by: optional(textValue, "Who accepts it", "J. Smith, analyst"),
  on: optional(textValue, "When", "30 November 2023"),
});
/** What the plan says of a doubt: that the figure is right as it stands, and why. */
export type Acceptance = z.output<typeof acceptance>;

/** The whole plan. */
export const planSchema = z.strictObject({
  title: described(name, "The title of the plan", "Police and Crime Plan 2021–2025"),
  force: described(name, "The area the plan is of, as the data name it", "Gloucestershire"),
  "similar-forces": optional(group, "The Most Similar Group: a row of the data, or a list of forces", "MSG", {
    name: "MSG",
    forces: ["Gloucestershire", "Wiltshire"],
    "as-of": "April 2019",
  }),
  groups: optional(z.array(group), "Further groups to compare with", ["South West", "England and Wales"]),
  reading: optional(z.boolean(), "Whether each verdict has a reading beside it: within chance or beyond chance", true),
  breaks: optional(z.array(breakInSeries), "Where figures before and after are not comparable", [
    { from: "April 2014", reason: "recording rules changed" },
  ]),
  accept: optional(z.array(acceptance), "Doubts about the data that someone has looked at and accepts", [
    { code: "records-doubled", file: "data.csv", at: "data.csv", value: "2 records", reason: "two events" },
  ]),
  priorities: described(z.array(prioritySchema), "The plan's priorities, in order", [
    { id: "CSC", name: "Creating safer communities" },
  ]),
  data: described(listOf(dataSchema), "The files that hold the figures", ["data/*.csv"]),
  comments: optional(textValue, "A CSV with the headings measure,comment", "comments.csv"),
  tables: described(listOf(tableSchema), "The performance tables"),
});

/** The JSON Schema of the plan file, for editors. */
export function planJsonSchema(): object {
  return z.toJSONSchema(planSchema, {
    io: "input",
    // zod leaves out the examples of a value that it transforms; ours are of what is written.
    override: ({ zodSchema, jsonSchema }) => {
      const { examples, pattern } = z.globalRegistry.get(zodSchema) ?? {};
      if (typeof pattern === "string") jsonSchema.pattern = pattern;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
}

// The words of a plan file: every key, what it may hold, and a right example of it. The JSON Schema is made from this.
// zod/mini is zod without a method for every check on every schema: making those takes longer than checking a plan.
import * as z from "zod/mini";
import { aimNames } from "./aims.ts";
import { measureKindNames } from "./measures/index.ts";
import { kindNames } from "./observations.ts";
import { type Period, parsePeriod } from "./period.ts";
import { periodExamples } from "./problems.ts";

// Compiling a schema to code pays only when many values are checked; a plan is one.
z.config({ jitless: true });

const text = z.string().check(z.trim(), z.minLength(1));
/** YAML reads a bare 2019 or 1 as a number; as a name it is its digits. */
const name = z.pipe(
  z.union([text, z.number()]),
  z.transform((words: string | number) => String(words).replace(/\s+/g, " ")),
);
const described = <S extends z.ZodMiniType>(schema: S, description: string, ...examples: unknown[]): S => {
  // A copy: the same schema may be described differently in another place.
  const copy = z.clone(schema) as S;
  z.globalRegistry.add(copy, { description, ...(examples.length && { examples }) });
  return copy;
};

const optional = <S extends z.ZodMiniType>(schema: S, description: string, ...examples: unknown[]) =>
  z.optional(described(schema, description, ...examples));
const listOf = <S extends z.ZodMiniType>(item: S) => z.array(item).check(z.minLength(1));
const position = z.int().check(z.minimum(1));

const noPeriod = (words: string, doubt: string | undefined): string =>
  doubt ? `"${words}" has two meanings: ${doubt}` : `"${words}" is not a period; ${periodExamples}`;

const period = z.pipe(
  name,
  z.transform((words: string, context): Period => {
    const meaning = parsePeriod(words);
    if (typeof meaning === "object") return meaning;
    const message = noPeriod(words, meaning);
    context.issues.push({ code: "custom", message, input: words });
    return z.NEVER;
  }),
);

/** A period in words, for a file that does not say it: checked here, where it is written. */
const periodWords = z.pipe(
  name,
  z.transform((words: string, context): string => {
    const meaning = parsePeriod(words);
    if (typeof meaning !== "object")
      context.issues.push({ code: "custom", message: noPeriod(words, meaning), input: words });
    return words;
  }),
);

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
    label: optional(text, "How the tables name it", "Baseline year (2019)"),
    population: optional(period, "The date of the population that rates are computed with", "mid-2021"),
  }),
]);
const baseline = described(periodAndPopulation, "The period compared with", "2019", {
  period: "2019",
  population: "mid-2017",
});
const current = described(periodAndPopulation, "The latest period", "12 months to September 2023");

const places = z.optional(z.int().check(z.minimum(0), z.maximum(10)));
const decimalPlaces = { count: places, rate: places, percent: places, points: places };
const decimals = optional(
  z.strictObject({ ...decimalPlaces, "similar-forces": z.optional(z.strictObject(decimalPlaces)) }),
  "Decimal places printed, where they differ: count 0, rate 3, percent 1, points 1",
  { rate: 2, "similar-forces": { percent: 2 } },
);

const source = described(text, "Where the figures come from, as printed under a table", "iQuanta, Home Office");
const kind = described(z.enum(measureKindNames), "What its values are", "count");

/** A priority of the plan. */
export const prioritySchema = z.strictObject({
  id: described(name, "A short name for the columns of the tables", "CSC"),
  name: described(text, "The priority in full", "Creating safer communities"),
});

const column = described(
  z.union([text, position]),
  "A column, by its heading or by its position (1 is the first)",
  "Offence",
);
const valueKind = z.enum(kindNames);
const dimensions = ["area", "series", "period"] as const;
const valueColumn = z.strictObject({
  column,
  to: optional(column, "The last of a run of columns"),
  kind: described(valueKind, "What the values are", "count"),
  area: optional(name, "The area they are of", "Gloucestershire"),
  series: optional(name, "The series they are of", "Robbery"),
  period: optional(periodWords, "The period they are of", "2019"),
  headings: optional(z.enum(dimensions), "What the headings of the columns name", "period"),
  fraction: optional(z.boolean(), "true where 0.6072 means 60.72 %"),
});

const fixed = z.strictObject({
  area: optional(name, "The area of the whole file", "Gloucestershire"),
  series: optional(name, "The series of the whole file", "All crime"),
  period: optional(periodWords, "The period of the whole file", "2019"),
  kind: optional(valueKind, "The kind of its values", "count"),
});

const columns = z.strictObject({
  area: z.optional(column),
  series: z.optional(column),
  period: z.optional(column),
  kind: z.optional(column),
  value: optional(column, "The column of values, where another says their kind"),
  ...Object.fromEntries(kindNames.map((one) => [one, optional(column, `The column of ${one} values`)])),
  values: optional(listOf(valueColumn), "Value columns, one by one, where each is of something else"),
} as {
  [key in (typeof dimensions)[number] | "kind" | "value" | (typeof kindNames)[number]]: z.ZodMiniOptional<
    typeof column
  >;
} & { values: z.ZodMiniOptional<z.ZodMiniArray<typeof valueColumn>> });

const columnMap = z.strictObject({
  files: described(z.union([text, listOf(text)]), "The files meant", "data/offences-*.csv"),
  header: optional(
    z.union([position, z.literal("none")]),
    "The line of the headings, where it is not the first; none for a file without any",
    3,
  ),
  columns: optional(columns, "Which column is what, of a file that no source knows", {
    area: "Force",
    series: "Offence",
    period: 3,
    count: "Number",
  }),
  fixed: optional(fixed, "What the file does not say", { period: "2019" }),
});
export type ColumnMap = z.output<typeof columnMap>;

/** Files of data: a pattern, or a pattern with what the plan says of them. */
export const dataSchema = described(
  z.union([text, columnMap]),
  "Files to read, relative to the plan's folder",
  "data/*.csv",
);

const bases = ["count", "rate", "percentage"] as const;

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

const similarForces = z.union([
  z.pipe(
    name,
    z.transform((words: string): Group => ({ name: words, forces: [words] })),
  ),
  z.strictObject({
    name: described(name, "What the group is called in the tables", "MSG"),
    forces: described(listOf(name), "Its forces, the plan's own among them, which are pooled", [
      "Gloucestershire",
      "Wiltshire",
    ]),
    "as-of": optional(name, "When its membership was so", "April 2019"),
    source: optional(text, "Who says so", "Home Office"),
  }),
]);
/** The Most Similar Group: one row of the data, or forces whose counts and populations are added. */
export interface Group {
  readonly name: string;
  readonly forces: readonly string[];
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
  aim: optional(z.enum(aimNames), "What the plan wants of it", "reduce"),
  basis: optional(
    z.pipe(
      z.enum(bases),
      z.transform((basis: (typeof bases)[number]) => (basis === "percentage" ? "percent" : basis)),
    ),
    "What the aim is judged on; otherwise the count, or the rate or percentage of a measure without one",
    "rate",
  ),
  kind: z.optional(kind),
  priorities: optional(z.array(name), "The ids of the priorities it serves", ["CSC", "ELC"]),
  baseline: z.optional(baseline),
  current: z.optional(current),
  label: optional(text, "Printed after its name", "data for year ending March 23"),
  parts: optional(listOf(part), "A split into shares, each a percentage in the data", ["personal"]),
  comment: optional(text, "The Additional comment of an unmet aim", "Recording has improved."),
  owner: optional(text, "Who answers for it", "Chief Inspector, Neighbourhoods"),
  decimals,
});

/** A performance table. */
export const tableSchema = z.strictObject({
  title: described(text, "Printed above the table", "Recorded crime"),
  source: z.optional(source),
  kind: z.optional(kind),
  baseline,
  current,
  decimals,
  measures: listOf(measureSchema),
});

/** The whole plan. */
export const planSchema = z.strictObject({
  title: described(name, "The title of the plan", "Police and Crime Plan 2021–2025"),
  force: described(name, "The area the plan is of, as the data name it", "Gloucestershire"),
  "similar-forces": optional(
    similarForces,
    "The Most Similar Group: a row of the data, or a list of forces to be pooled",
    "MSG",
    { name: "MSG", forces: ["Gloucestershire", "Wiltshire"], "as-of": "April 2019" },
  ),
  priorities: described(z.array(prioritySchema), "The plan's priorities, in order", [
    { id: "CSC", name: "Creating safer communities" },
  ]),
  data: described(listOf(dataSchema), "The files that hold the figures", ["data/*.csv"]),
  comments: optional(text, "A CSV with the headings measure,comment", "comments.csv"),
  tables: described(listOf(tableSchema), "The performance tables"),
});

/** The JSON Schema of the plan file, for editors. */
export function planJsonSchema(): object {
  return z.toJSONSchema(planSchema, {
    io: "input",
    // zod leaves out the examples of a value that it transforms; ours are of what is written.
    override: ({ zodSchema, jsonSchema }) => {
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
}

// The words of a plan file: every key, what it may hold, and a right example of it. The JSON Schema is made from this.
import * as z from "zod/mini";
import { doubtCodes } from "../core/problems/problems.ts";
import { alsoSchema } from "./also.ts";
import { dataSchema } from "./data-schema.ts";
import { groupSchema } from "./group-schema.ts";
import {
  baselineSchema,
  currentSchema,
  decimalsSchema,
  designFactorSchema,
  kindsSchema,
  measureSchema,
  revisedSchema,
  scaleSchema,
} from "./measure-schema.ts";
import { perSchema } from "./per.ts";
import { publishingKeys } from "./publishing-schema.ts";
import { releasesSchema } from "./releases.ts";
import { described, listOf, name, optional, period, reasonText, textValue } from "./schema-words.ts";
import { suppressSchema } from "./suppress.ts";

/** A priority of the plan. */
export const prioritySchema = z.strictObject({
  id: described(name, "A short name for the columns of the tables", "CSC"),
  name: described(textValue, "The priority in full", "Creating safer communities"),
});

const source = described(textValue, "Where the figures come from, as printed under a table", "iQuanta, Home Office");

/** A performance table. */
export const tableSchema = z.strictObject({
  title: described(textValue, "Printed above the table", "Recorded crime"),
  source: z.optional(source),
  kind: z.optional(kindsSchema),
  per: perSchema,
  scale: scaleSchema,
  "design-factor": designFactorSchema,
  baseline: z.optional(baselineSchema),
  current: currentSchema,
  also: alsoSchema,
  groups: optional(z.array(name), "The groups to show; by default the similar forces, or else the first group", [
    "MSG",
    "South West",
  ]),
  total: optional(name, "The name of a last row, the total of the measures", "Total"),
  suppress: z.optional(suppressSchema),
  revised: revisedSchema,
  decimals: decimalsSchema,
  measures: listOf(measureSchema),
});

/** A break in a series of figures over time. */
const breakInSeries = z.strictObject({
  from: described(period, "The first month, quarter or year after the break", "April 2014"),
  reason: described(textValue, "What changed", "recording rules changed"),
  measures: optional(listOf(name), "The measures it applies to; by default all", ["All crime"]),
});
export type BreakInSeries = z.output<typeof breakInSeries>;

const measuresMeant = optional(listOf(name), "The measures it applies to; by default all", ["All crime"]);

/** The stretch that the limits of a trend are worked out from; the rest is judged against them. */
const limitsStretch = z
  .strictObject({
    months: optional(period, "The months that the limits are worked out from", "2019/20"),
    from: optional(period, "Instead of months: the first month of new limits", "April 2021"),
    to: optional(
      period,
      "The last month of the new limits; without it, all months after `from` are used",
      "March 2022",
    ),
    reason: optional(reasonText, "The reason, printed with the limits", "a new way of recording since then"),
    measures: measuresMeant,
  })
  .check(
    z.refine(
      ({ months, from, to }) => (months === undefined) !== (from === undefined) && (months === undefined || !to),
      "write months, or write from and to",
    ),
    z.refine(
      ({ from, to }) => !from || !to || from.from <= to.to,
      "to is before from; write the earlier one under from",
    ),
  );
export type LimitsStretch = z.output<typeof limitsStretch>;

/** A month that is in neither the mean nor a moving range of a trend, and why. */
const leftOut = z.strictObject({
  month: described(period, "The month or quarter, or a range of them", "January 2021"),
  reason: described(reasonText, "The reason, printed with the limits", "a single event with 150 victims"),
  measures: measuresMeant,
});
export type ExceptedMonth = z.output<typeof leftOut>;

const acceptance = z.strictObject({
  code: described(z.enum(doubtCodes), "The code of the doubt, as check prints it", "records-doubled"),
  file: optional(textValue, "The file of the doubt", "data/offences.csv"),
  measure: optional(name, "The measure of the doubt", "Robbery"),
  at: described(name, "What is in doubt, as check prints it", "Robbery, Gloucestershire, May 2023"),
  value: described(name, "The value that is accepted; another value opens the doubt again", 300),
  reason: described(reasonText, "Why the figure is right, printed with the table", "an operation that month"),
  by: optional(textValue, "Who accepts it", "J. Smith, analyst"),
  on: optional(textValue, "When", "30 November 2023"),
});
/** What the plan says of a doubt: that the figure is right as it stands, and why. */
export type Acceptance = z.output<typeof acceptance>;

/** A format of the report that refresh writes, and where to. */
export const outputSchema = z.strictObject({
  format: described(
    z.enum(["html", "docx", "markdown", "csv", "json", "xlsx", "ods", "svg"]),
    "The format of the report",
    "html",
  ),
  folder: described(textValue, "The folder to write into, inside the plan's folder", "published"),
});

/** The whole plan. */
export const planSchema = z.strictObject({
  title: described(name, "The title of the plan", "Police and Crime Plan 2021–2025"),
  force: described(name, "The plan's force, as the data name it", "Gloucestershire"),
  "similar-forces": optional(groupSchema, "The Most Similar Group: a row of the data, or a list of forces", "MSG", {
    name: "MSG",
    forces: ["Gloucestershire", "Wiltshire"],
    "as-of": "April 2019",
  }),
  groups: optional(z.array(groupSchema), "More groups to compare with", ["South West", "England and Wales"]),
  reading: optional(z.boolean(), "Whether each verdict says if the change is within chance or beyond chance", true),
  breaks: optional(z.array(breakInSeries), "Dates before and after which figures are not comparable", [
    { from: "April 2014", reason: "recording rules changed" },
  ]),
  limits: optional(
    z.union([limitsStretch, z.array(limitsStretch)]),
    "The months that the control limits of trend are worked out from; by default all",
    { months: "2019/20" },
    [
      { from: "April 2019", to: "March 2020" },
      { from: "April 2021", reason: "a new way of recording" },
    ],
  ),
  except: optional(
    z.array(leftOut),
    "Months that the control limits of trend leave out; they are still drawn and judged",
    [{ month: "January 2021", reason: "a single event with 150 victims" }],
  ),
  accept: optional(z.array(acceptance), "Doubts about the data that a person has checked and accepts", [
    { code: "records-doubled", file: "data.csv", at: "data.csv", value: "2 records", reason: "two events" },
  ]),
  ...publishingKeys,
  priorities: described(z.array(prioritySchema), "The plan's priorities, in order", [
    { id: "CSC", name: "Creating safer communities" },
  ]),
  data: described(listOf(dataSchema), "The files that hold the figures", ["data/*.csv"]),
  releases: releasesSchema,
  history: optional(
    textValue,
    "The folder, inside the plan's, where refresh keeps replaced files and old reports; by default history",
    "history",
  ),
  outputs: optional(listOf(outputSchema), "The report files that refresh writes", [
    { format: "html", folder: "published" },
    { format: "csv", folder: "published" },
  ]),
  comments: optional(textValue, "A CSV file with the headings measure,comment", "comments.csv"),
  tables: described(listOf(tableSchema), "The performance tables", [
    {
      title: "Recorded crime",
      baseline: 2019,
      current: "12 months to September 2023",
      measures: [{ name: "Robbery", aim: "reduce", priorities: ["CSC"] }],
    },
  ]),
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

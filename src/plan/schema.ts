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
  groups: optional(
    z.array(name),
    "The groups that it shows, if any; otherwise the similar forces, or the first group",
    ["MSG", "South West"],
  ),
  total: optional(name, "A last row of this name, to which its measures add up", "Total"),
  suppress: z.optional(suppressSchema),
  revised: revisedSchema,
  decimals: decimalsSchema,
  measures: listOf(measureSchema),
});

/** A break in a series of figures over time. */
const breakInSeries = z.strictObject({
  from: described(period, "The first month, quarter or year after it", "April 2014"),
  reason: described(textValue, "What changed", "recording rules changed"),
  measures: optional(listOf(name), "The measures it is of; otherwise all", ["All crime"]),
});
export type BreakInSeries = z.output<typeof breakInSeries>;

const measuresMeant = optional(listOf(name), "The measures it is of; otherwise all", ["All crime"]);

/** The stretch that the limits of a trend are worked out from; the rest is judged against them. */
const limitsStretch = z
  .strictObject({
    months: optional(period, "The months that the limits are worked out from, the first to the last", "2019/20"),
    from: optional(period, "In place of months, the first of them: new limits begin with it", "April 2021"),
    to: optional(
      period,
      "The last of them; without it, limits are worked out from all months after `from`",
      "March 2022",
    ),
    reason: optional(reasonText, "Why; printed with the limits", "a new way of recording since then"),
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
  month: described(period, "The month or quarter, or the first to the last of several", "January 2021"),
  reason: described(reasonText, "Why it is left out; printed with the limits", "a single event with 150 victims"),
  measures: measuresMeant,
});
export type ExceptedMonth = z.output<typeof leftOut>;

const acceptance = z.strictObject({
  code: described(z.enum(doubtCodes), "The code of the doubt, as check names it", "records-doubled"),
  file: optional(textValue, "The file that it is about", "data/offences.csv"),
  measure: optional(name, "The measure that it is about", "Robbery"),
  at: described(name, "What is doubted, as check names it", "Robbery, Gloucestershire, May 2023"),
  value: described(name, "Its value as it is accepted; another value opens the doubt again", 300),
  reason: described(reasonText, "Why the figure is right; printed with the table", "an operation that month"),
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
  folder: described(textValue, "The folder that it is written into, below the plan's", "published"),
});

/** The whole plan. */
export const planSchema = z.strictObject({
  title: described(name, "The title of the plan", "Police and Crime Plan 2021–2025"),
  force: described(name, "The area the plan is of, as the data name it", "Gloucestershire"),
  "similar-forces": optional(groupSchema, "The Most Similar Group: a row of the data, or a list of forces", "MSG", {
    name: "MSG",
    forces: ["Gloucestershire", "Wiltshire"],
    "as-of": "April 2019",
  }),
  groups: optional(z.array(groupSchema), "Further groups to compare with", ["South West", "England and Wales"]),
  reading: optional(z.boolean(), "Whether each verdict has a reading beside it: within chance or beyond chance", true),
  breaks: optional(z.array(breakInSeries), "Where figures before and after are not comparable", [
    { from: "April 2014", reason: "recording rules changed" },
  ]),
  limits: optional(
    z.union([limitsStretch, z.array(limitsStretch)]),
    "Which months the limits of trend are worked out from; otherwise all",
    { months: "2019/20" },
    [
      { from: "April 2019", to: "March 2020" },
      { from: "April 2021", reason: "a new way of recording" },
    ],
  ),
  except: optional(z.array(leftOut), "Months that the limits of trend leave out, drawn and judged all the same", [
    { month: "January 2021", reason: "a single event with 150 victims" },
  ]),
  accept: optional(z.array(acceptance), "Doubts about the data that someone has looked at and accepts", [
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
    "The folder below the plan's that refresh keeps replaced files and reports in; otherwise history",
    "history",
  ),
  outputs: optional(listOf(outputSchema), "The files of the report that refresh writes", [
    { format: "html", folder: "published" },
    { format: "csv", folder: "published" },
  ]),
  comments: optional(textValue, "A CSV with the headings measure,comment", "comments.csv"),
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

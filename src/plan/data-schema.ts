// The words of a plan's data: files, and what the plan says of the columns of those that no source knows.
import * as z from "zod/mini";
import { kindNames } from "../core/value-kind.ts";
import {
  described,
  listOf,
  meaning,
  name,
  optional,
  period,
  periodText,
  position,
  reasonText,
  textValue,
} from "./schema-words.ts";

const column = described(
  z.union([textValue, position]),
  "A column, by its heading or by its position (1 is the first)",
  "Offence",
);
const valueKind = z.enum(kindNames);
const dimensions = ["area", "series", "period"] as const;

/** A power of ten in words, as what it is a power of: "100,000" is 5. */
const powerOfTen = meaning<number>((words) => {
  const power = ["thousands", "millions"].indexOf(words.toLowerCase());
  if (power >= 0) return 3 * (power + 1);
  const digits = words.replace(/[ ,\u00a0]/g, "");
  return /^10{0,9}$/.test(digits) ? digits.length - 1 : `"${words}" is not 1, 10, 100, 1,000 and so on`;
});
const numberForm = {
  per: optional(powerOfTen, "The number of people that rates are per, if not 1,000", 100_000),
  scale: optional(powerOfTen, "The unit of counts, amounts and populations, if not 1", 1000),
  fraction: optional(z.boolean(), "true if 0.6072 means 60.72 %"),
};
const valueColumn = z.strictObject({
  column,
  to: optional(column, "The last column of a range"),
  kind: described(valueKind, "What the values are", "count"),
  area: optional(name, "The area of the values", "Gloucestershire"),
  series: optional(name, "The series of the values", "Robbery"),
  period: optional(periodText, "The period of the values", "2019"),
  headings: optional(
    z.union([z.enum(dimensions), listOf(z.enum(dimensions))]),
    "What the headings of the columns name, one entry for each line of headings",
    "period",
  ),
  ...numberForm,
});

const fixed = z.strictObject({
  area: optional(name, "The area of the whole file", "Gloucestershire"),
  series: optional(name, "The series of the whole file", "All crime"),
  period: optional(periodText, "The period of the whole file", "2019"),
  kind: optional(valueKind, "The kind of its values", "count"),
});

/** The text of a cell: what YAML reads as a number, as true or as nothing is its letters. */
const cellText = z.pipe(
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
  z.transform((said) => String(said)),
);
const cellTexts = z.pipe(
  z.union([cellText, listOf(cellText)]),
  z.transform((said) => [said].flat()),
);
const condition = z.pipe(
  z.union([cellTexts, z.strictObject({ not: described(cellTexts, "The values to leave out", "Total") })]),
  z.transform((said) => (Array.isArray(said) ? { is: said } : said)),
);
const where = z.pipe(
  z.union([
    z.record(z.string(), condition),
    listOf(
      z
        .strictObject({
          column,
          is: optional(cellTexts, "The values of the records that are read", ["Male", "Female"]),
          not: optional(cellTexts, "The values of the records that are left out", "Total"),
        })
        .check(z.refine(({ is, not }) => is !== undefined || not !== undefined, "write is: or not:, or both")),
    ),
  ]),
  z.transform((said): readonly { column: string | number; is?: string[] | undefined; not?: string[] | undefined }[] =>
    Array.isArray(said) ? said : Object.entries(said).map(([heading, of]) => ({ column: heading, ...of })),
  ),
);

const covers = z
  .strictObject({
    from: described(period, "The first month with complete data", "January 2022"),
    to: described(period, "The last month with complete data", "December 2023"),
    areas: optional(listOf(name), "The areas with complete data; by default all areas in the files", [
      "Gloucestershire",
    ]),
  })
  .check(z.refine(({ from, to }) => from.from <= to.to, "its last month is before its first; swap them"));

const columnOrTwo = z.union([column, z.array(column).check(z.minLength(2), z.maxLength(2))]);
const columns = z.strictObject({
  area: optional(columnOrTwo, "The column of areas, or the two columns of codes and names", ["Code", "Force"]),
  series: z.optional(column),
  period: optional(columnOrTwo, "The column of periods, or the two columns of years and of months or quarters", [
    "Year",
    "Month",
  ]),
  kind: z.optional(column),
  value: optional(column, "The column of values, if another column gives their kind"),
  ...Object.fromEntries(kindNames.map((one) => [one, optional(column, `The column of ${one} values`)])),
  values: optional(listOf(valueColumn), "Value columns one by one, if each holds something different"),
} as {
  [key in "area" | "period"]: z.ZodMiniOptional<typeof columnOrTwo>;
} & {
  [key in "series" | "kind" | "value" | (typeof kindNames)[number]]: z.ZodMiniOptional<typeof column>;
} & { values: z.ZodMiniOptional<z.ZodMiniArray<typeof valueColumn>> });

const columnMap = z.strictObject({
  files: described(z.union([textValue, listOf(textValue)]), "The files to read", "data/offences-*.csv"),
  header: optional(
    z.union([position, z.literal("none"), listOf(position)]),
    "The line or lines of the headings, if not the first; none for a file without headings",
    3,
  ),
  columns: optional(columns, "What each column holds, for a file that is not known", {
    area: "Force",
    series: "Offence",
    period: 3,
    count: "Number",
  }),
  where: optional(where, "Which records to read: values of columns, or { not: … } for those to leave out", {
    Sex: "Persons",
    Age: { not: "Total" },
  }),
  add: optional(listOf(column), "The columns over which records are added up", ["Sex", "Age"]),
  missing: optional(z.enum(["left out"]), "Leaves records without a figure out of the sums; needs a reason"),
  reason: optional(reasonText, "Why records without a figure are left out", "Two forces sent no figures by age"),
  "each-record": optional(z.literal(1), "1 if each record is one event to count", 1),
  dates: optional(
    z.enum(["month", "month begins", "snapshot", "year ending"]),
    "What a date means: month (or month begins) if 2019-03-01 is March 2019; snapshot if figures are for that day; year ending if they are for the 12 months to it",
  ),
  covers: optional(covers, "The months in which no record means 0, for files with one record for each event", {
    from: "January 2022",
    to: "December 2023",
  }),
  fixed: optional(fixed, "What the file itself does not say", { period: "2019" }),
  ...numberForm,
});
export type ColumnMap = z.output<typeof columnMap>;

/** Files of data: a pattern, or a pattern with what the plan says of them. */
export const dataSchema = described(
  z.union([textValue, columnMap]),
  "Files to read, relative to the plan's folder",
  "data/*.csv",
);

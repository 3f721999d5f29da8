// The words of a measure of a plan: every key, what it may hold, and a right example of it.

import * as z from "zod/mini";
import type { Exact } from "../core/number.ts";
import { endOfMonth, type Period, parsePeriod } from "../core/period.ts";
import { meant } from "../core/problems/sentence.ts";
import { namedScales, ownScale, type ScaleOf } from "../core/scales.ts";
import { measureKindNames, numberKindNames } from "../measures/index.ts";
import type { Aim } from "./aims/aim.ts";
import { amountOf } from "./aims/amount.ts";
import { aimExamples, aimMeant, aimOf, aimPattern } from "./aims/index.ts";
import { alsoSchema } from "./also.ts";
import { doneSchema } from "./done.ts";
import { judgedSchema } from "./judged.ts";
import { type CurrentWhen, type Latest, latestIn } from "./latest.ts";
import { perSchema } from "./per.ts";
import { described, listOf, meaning, name, noPeriod, optional, period, reasonText, textValue } from "./schema-words.ts";
import { suppressSchema } from "./suppress.ts";
import { averageOf, averageTrouble, type When } from "./when.ts";

const label = optional(textValue, "How the tables name it", "Baseline year (2019)");
const population = optional(period, "The date of the population used for rates", "mid-2021");
const onePeriod = z.pipe(
  period,
  z.transform((months: Period): When => ({ period: months })),
);
const months = described(period, "The months it covers", "12 months to September 2023");
/** A period, or `latest`. */
const periodOrLatest = <T>(of: (period: Period) => T, ofLatest: (latest: Latest) => T) =>
  meaning<T>((words) => {
    const latest = latestIn(words);
    if (latest !== undefined) return typeof latest === "string" ? latest : ofLatest(latest);
    const found = parsePeriod(words);
    return typeof found === "object" ? of(found) : noPeriod(words, found);
  });
const currentMonths = periodOrLatest<CurrentWhen>(
  (period) => ({ period }),
  (latest) => ({ latest, ...(latest.kept && { period: latest.kept }) }),
);
const currentPopulation = periodOrLatest<CurrentWhen>(
  (found) => ({ population: found }),
  (latest) => ({ latestPopulation: latest, ...(latest.kept && { population: latest.kept }) }),
);
const namedCurrent = z.pipe(
  z.strictObject({
    period: described(currentMonths, "The months it covers", "12 months to September 2023", "latest 12 months"),
    label,
    population: optional(
      currentPopulation,
      "The date of the population used for rates; latest is the last mid-year before the end of the period",
      "mid-2021",
      "latest",
    ),
  }),
  z.transform(({ period: of, label: words, population: people }): CurrentWhen => ({ ...of, label: words, ...people })),
);
const periods = described(listOf(period), "The periods, each as long as the others", ["2017/18", "2018/19", "2019/20"]);
// One object, and not one for each way: what is wrong in it is then found under its own key.
const periodOrAverage = z.pipe(
  z.strictObject({ period: z.optional(months), average: z.optional(periods), label, population }),
  z.transform(({ period: single, average, ...given }, context): When => {
    const refuse = (message: string, path: string[]): never => {
      context.issues.push({ code: "custom", message, input: average, path });
      return z.NEVER;
    };
    if (!average) return single ? { ...given, period: single } : refuse("give a period or an average", []);
    if (single) return refuse("give a period or an average, not both", ["average"]);
    const wrong = averageTrouble(average);
    return wrong === undefined ? { ...given, ...averageOf(average) } : refuse(wrong, ["average"]);
  }),
);
export const baselineSchema = described(
  z.union([onePeriod, periodOrAverage]),
  "The period to compare with, or several periods, whose average is used",
  "2019",
  { period: "2019", population: "mid-2017" },
  { average: ["2017/18", "2018/19", "2019/20"] },
);
export const currentSchema = described(
  z.union([currentMonths, namedCurrent]),
  "The period that is judged; latest is the last one with complete data",
  "12 months to September 2023",
  "latest 12 months",
);

const places = z.optional(z.int().check(z.minimum(0), z.maximum(10)));
const decimalPlaces = {
  count: places,
  rate: places,
  percent: places,
  points: places,
  pounds: places,
  seconds: places,
  minutes: places,
  hours: places,
  days: places,
  score: places,
  ratio: places,
  people: places,
};
export const decimalsSchema = optional(
  z.strictObject({ ...decimalPlaces, "similar-forces": z.optional(z.strictObject(decimalPlaces)) }),
  "Decimal places printed, where they differ: rate 3; ratio 2; percent, points, seconds, hours, days and score 1; count, pounds and people 0; minutes 2, which are printed as minutes and seconds",
  { rate: 2, "similar-forces": { percent: 2 } },
);

export const kindsSchema = described(
  z.union([
    z.pipe(
      z.enum(measureKindNames),
      z.transform((one: string) => [one]),
    ),
    listOf(z.enum(measureKindNames)).check(
      z.refine((all) => all.length === 1 || all.every((one) => numberKindNames.includes(one)), {
        error: "grade and yes-no cannot be in a list with other kinds",
      }),
    ),
  ]),
  "What kind of figure it is; the aim is judged on the first of several",
  "count",
  ["count", "pounds"],
);
const grades = z.array(z.string().check(z.trim(), z.regex(/^[a-z]/i))).check(z.minLength(2));
const scaleNames = Object.keys(namedScales) as (keyof typeof namedScales)[];
export const scaleSchema = z.optional(
  described(
    z.union([
      z.pipe(
        z.enum(scaleNames),
        z.transform((one: keyof typeof namedScales): ScaleOf => namedScales[one]),
      ),
      z.pipe(
        grades,
        z.transform((given: string[]) => ownScale(given)),
      ),
      z.pipe(
        z.strictObject({ "worst-first": described(grades, "The grades, the worst first", ["Bronze", "Silver"]) }),
        z.transform((given: { "worst-first": string[] }) => ownScale(given["worst-first"].toReversed())),
      ),
    ]),
    "The scale of a grade: a named one (HMICFRS has five grades from 2021/22, four before), or a list of grades, best first",
    "HMICFRS",
    ["Gold", "Silver", "Bronze"],
  ),
);
export const designFactorSchema = z.optional(
  described(z.number().check(z.gt(0)), "The design factor (DEFT) of the standard error of a survey estimate", 1.2),
);

const anyAim = meaning<Aim>((words) => {
  const found = aimOf(words);
  if (found) return found;
  const near = aimMeant(words);
  const known = near ? "an aim" : aimExamples.join(", ");
  return `expected ${known} but found ${JSON.stringify(words)}${meant(near)}`;
}, textValue);
const aim = described(anyAim, "What the plan wants it to do", ...aimExamples);
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
  by: described(dueDate, "The end of the month in which it is due", "31 March 2023"),
  value: described(amount, "The figure that should be reached by then", 153, "90% of the baseline"),
});

const bases = [
  ...(["count", "rate", "percentage", "pounds", "people"] as const),
  ...(["seconds", "minutes", "hours", "days", "score", "ratio"] as const),
] as const;

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
      subtract: optional(names, "The series that are subtracted", "Fraud offences"),
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

/** So many letters stand in a line of the overview. */
export const SHORT = 27;
const shortName = textValue.check(z.maxLength(SHORT, `a short name has at most ${SHORT} letters`));

export const revisedSchema = optional(
  reasonText,
  "Why its source revised past figures; diff prints it with the revision",
  "the force moved 120 burglaries to robbery after an audit",
);

/** A measure: a row of a table. */
export const measureSchema = z.strictObject({
  name: described(name, "What the measure is called in the tables", "Robbery"),
  short: optional(shortName, "A shorter name for the overview, of at most 27 letters", "Theft from person"),
  says: optional(
    textValue,
    "Its name in sentences, if the other name reads badly before a colon",
    "People who think the police do a good job",
  ),
  series: optional(
    seriesOf,
    "Its name in the data, if different; several series are added, and some may be subtracted",
    "All other theft offences",
    ["Domestic burglary", "Residential burglary"],
    { add: "All offences", subtract: "Fraud offences" },
  ),
  aim: z.optional(aim),
  better: optional(
    z.enum(["lower", "higher"]),
    "Which way is better, if its aim does not say so; ranks use it",
    "lower",
  ),
  by: optional(dueDate, "When its aim is due", "31 March 2023"),
  milestones: optional(listOf(milestone), "Figures that it should reach on the way to the aim", [
    { by: "31 March 2022", value: 100 },
  ]),
  path: optional(
    z.enum(["line", "steps"]),
    "What is due between milestones: line (the default), or steps, which keeps the last milestone's value",
    "steps",
  ),
  basis: optional(
    z.pipe(
      z.enum(bases),
      z.transform((basis: (typeof bases)[number]) => (basis === "percentage" ? "percent" : basis)),
    ),
    "What the aim is judged on; otherwise its count, or its rate or percentage if it has no count",
    "rate",
  ),
  kind: z.optional(kindsSchema),
  per: perSchema,
  scale: scaleSchema,
  "design-factor": designFactorSchema,
  "out-of": z.optional(described(z.number().check(z.gt(0)), "The highest possible score", 10)),
  priorities: optional(z.array(name), "The ids of the priorities it serves", ["CSC", "ELC"]),
  baseline: z.optional(baselineSchema),
  current: z.optional(currentSchema),
  also: alsoSchema,
  label: optional(textValue, "Printed after its name", "data for year ending March 23"),
  done: optional(
    doneSchema,
    "For yes or no: the day it was done, or yes or no; the data are then not used",
    "14 March 2024",
  ),
  judged: optional(judgedSchema, "A person's judgement, for a measure without figures", {
    standing: "achieved",
    by: "J. Smith, head of safeguarding",
    on: "14 March 2024",
    because: "all eight boards took part",
  }),
  parts: optional(listOf(part), "A split into shares, each a percentage in the data", ["personal"]),
  comment: optional(textValue, "The additional comment on an unmet aim", "Recording has improved."),
  revised: revisedSchema,
  owner: optional(textValue, "Who is responsible for it", "Chief Inspector, Neighbourhoods"),
  suppress: z.optional(suppressSchema),
  decimals: decimalsSchema,
});

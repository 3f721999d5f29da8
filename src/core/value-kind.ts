// The kinds of value that data give, and their units.
/** The kinds of value that data give, each with its unit. */
export const kinds = {
  count: "count",
  rate: "per 1,000",
  percent: "%",
  population: "persons",
  base: "persons",
  households: "households",
  change: "%",
  pounds: "£",
  seconds: "seconds",
  minutes: "minutes",
  hours: "hours",
  days: "days",
  score: "score",
  ratio: "ratio",
  people: "people",
  significance: "count",
  grade: "grade",
  "yes-no": "yes-no",
} as const satisfies Record<string, Unit>;

export type Kind = keyof typeof kinds;

/** The names of the kinds, for plans, and for own tables. */
export const kindNames = Object.keys(kinds) as Kind[];

/** Populations and households are found by area and date alone, whatever the data call their series. */
export const isPeople = (kind: Kind): boolean => kind === "population" || kind === "households";

/** The kinds whose values are words. */
export const isOfWords = (kind: Kind): boolean => kind === "grade" || kind === "yes-no";

/** A kind of value as plans, scripts and sentences call it. */
export const kindName = (kind: string): string => (kind === "percent" ? "percentage" : kind);

/** The figures of areas, months or rows of these kinds add up to one; of rates, shares and times they do not. */
export const isAddable = (kind: Kind): boolean =>
  ["count", "population", "households", "base", "pounds", "people"].includes(kind);

/** Times, scores and ratios are measured one by one: those of several areas or series have no sum, only a mean. */
export const measuredKinds = ["seconds", "minutes", "hours", "days", "score", "ratio"] as const satisfies Kind[];

/** Whether it is one of these. */
export const isMeasured = (kind: Kind): boolean => (measuredKinds as readonly Kind[]).includes(kind);

/** What a rate is of: so many of the population, or of households. */
export interface Per {
  readonly unit: RateUnit;
  /** How many of them, as a power of ten. */
  readonly power: 3 | 4 | 5;
  readonly of: "population" | "households";
}

/** Every way to give a rate; the first is the usual one, in which the data are kept. */
export const rates = [
  { unit: "per 1,000", power: 3, of: "population" },
  { unit: "per 10,000", power: 4, of: "population" },
  { unit: "per 100,000", power: 5, of: "population" },
  { unit: "per 1,000 households", power: 3, of: "households" },
] as const satisfies readonly Per[];

type RateUnit = "per 1,000" | "per 10,000" | "per 100,000" | "per 1,000 households";

/** "10,000 population", "1,000 households". */
export const perWords = ({ unit, of }: Per): string =>
  `${unit.replace("per ", "")}${of === "population" ? " population" : ""}`;

/** "per 10,000 of the population", "per 1,000 households". */
export const perOf = ({ unit, of }: Per): string => `${unit}${of === "population" ? " of the population" : ""}`;

/** The usual way to give a rate. */
export const [PER_1000, , , PER_1000_HOUSEHOLDS] = rates;

/** Whether it is the unit of a rate. */
export const isRateUnit = (unit: Unit): unit is RateUnit => rates.some((one) => one.unit === unit);

export type Unit =
  | "count"
  | RateUnit
  | "%"
  | "percentage points"
  | "persons"
  | "households"
  | "£"
  | "seconds"
  | "minutes"
  | "hours"
  | "days"
  | "score"
  | "people"
  | "rank"
  | "grade"
  | "steps"
  | "yes-no"
  | "ratio";

// Charts that try what drawing must cope with: gaps, breaks, signals, labels that crowd, long names, hostile text.

import { type Figure, missing } from "../../src/core/figure.ts";
import { exact } from "../../src/core/number.ts";
import type { Unit } from "../../src/core/value-kind.ts";
import type { ChangeChart, Chart, FunnelChart, LineChart, Point, RankChart } from "../../src/output/chart.ts";

/** A figure of a made-up cell, or a gap where nothing is given. */
export const figure = (value: string | undefined, unit: Unit = "per 1,000"): Figure =>
  value === undefined
    ? missing(unit, { mark: "x", reason: "it was not published" })
    : { value: exact(value), unit, from: [{ file: "made-up.csv", line: 2, column: 1 }] };

/** March of a year, counted as in period.ts. */
export const march = (year: number): number => year * 12 + 2;
const yearly = (values: readonly (string | undefined)[], first = 2018, unit: Unit = "per 1,000"): Point[] =>
  values.map((value, index) => ({
    label: `year ending March ${first + index}`,
    at: march(first + index),
    figure: figure(value, unit),
  }));

export const years: LineChart = {
  kind: "line",
  title: "Incidents in Northshire",
  unit: "Incidents per 1,000 population",
  places: 1,
  lines: [
    { name: "England", points: yearly(["40", "38", "36", "33", "30", "29.5"]) },
    { name: "Northshire", isForce: true, points: yearly(["30", "32", undefined, "31", "28", "29"]) },
    { name: "The South of the North", points: yearly(["35", "35", "34", "32", "29.5", "29.2"]) },
    { name: "MSG", points: yearly(["33", "33", "32", "31.5", "29", "28.9"]) },
  ],
  breaks: [{ at: march(2022), label: "Other rules of recording from April 2021" }],
};

const monthly = Array.from({ length: 36 }, (_, index): Point => {
  const value =
    index === 17 ? undefined : String(300 + ((index * 37) % 80) + (index > 23 ? 60 : 0) + (index === 30 ? 90 : 0));
  const at = march(2020) + 1 + index;
  const label = `month ${index + 1}`;
  return {
    label,
    at,
    figure: figure(value, "count"),
    ...(index === 30 && { signal: { words: "above the limits (concerning)", letters: "O", isUp: true } }),
  };
});
export const months: LineChart = {
  kind: "line",
  title: "Thefts each month",
  unit: "Offences a month",
  places: 0,
  lines: [{ name: "Northamptonshire", isForce: true, points: monthly }],
  limits: [
    { from: march(2020) + 1, to: march(2022), lower: 221.5, mean: 339.5, upper: 457.5 },
    { from: march(2022) + 1, to: march(2023), lower: exact("281.25"), mean: exact("402.5"), upper: exact("523.75") },
  ],
  limitPlaces: 1,
  letters: [
    { letters: "O", words: "outside the limits" },
    { letters: "R", words: "run on one side of the mean" },
  ],
};

/** Seven years whose limits go with the season, with signals side by side, a month left out, and months that mix. */
const height = (at: number): number => 900 + 400 * Math.sin((Math.PI * at) / 6);
export const seasonal: LineChart = {
  kind: "line",
  title: "Anti-social behaviour each month",
  unit: "Incidents a month",
  places: 0,
  limitPlaces: 1,
  lines: [
    {
      name: "Northshire",
      isForce: true,
      points: Array.from({ length: 84 }, (_, index): Point => {
        const isRun = index > 40 && index < 56;
        return {
          label: `month ${index + 1}`,
          at: march(2017) + index,
          figure: figure(String(Math.round(height(index) + (isRun ? 60 : (index * 37) % 50))), "count"),
          ...(isRun && { signal: { words: "run above the mean (concerning)", letters: "R", isUp: true } }),
          ...(index === 3 && { signal: { words: "above the limits (concerning)", letters: "OR2", isUp: true } }),
          ...((index === 3 || index === 70) && { isLeftOut: true }),
          ...(index > 72 && index < 80 && { isMixed: true }),
        };
      }),
    },
  ],
  limits: [
    {
      ...{ from: march(2017), to: march(2017) + 83, lower: 780.25, mean: 920.5, upper: 1060.75 },
      each: Array.from({ length: 84 }, (_, index) => ({
        ...{ at: march(2017) + index, mean: height(index) + 20, lower: height(index) - 120 },
        upper: height(index) + 160,
      })),
    },
  ],
  letters: [
    { letters: "O", words: "outside the limits" },
    { letters: "R", words: "run on one side of the mean" },
    { letters: "T", words: "rising or falling" },
    { letters: "2", words: "two of three near a limit" },
  ],
  breaks: [{ at: march(2017) + 73, label: "Other rules of recording" }],
};

const crowded: LineChart = {
  kind: "line",
  title: "Confidence",
  unit: "Percentage of adults",
  places: 1,
  lines: ["Cambridgeshire", "Warwickshire", "Northshire", "England and Wales", "A region with a long name"].map(
    (name, index) => ({
      name,
      isForce: name === "Northshire",
      points: yearly([`${58 + index * 0.4}`, "56", "55", `${54 + index * 0.1}`], 2019, "%"),
    }),
  ),
};

const within = (lower: string, upper: string, least: string, most: string) => ({
  at95: { lower: figure(lower), upper: figure(upper) },
  at998: { lower: figure(least), upper: figure(most) },
});
export const ranks: RankChart = {
  kind: "ranks",
  title: "Robbery in the group",
  unit: "Offences per 1,000 population",
  places: 3,
  points: [
    {
      ...{ name: "Devon, Cornwall and the Isles of Scilly", figure: figure("0.309"), rank: "1st", range: "1st" },
      ...{ limits: within("0.350", "0.576", "0.250", "0.676"), note: "lower" },
    },
    {
      ...{ name: "Westshire", figure: figure("0.463"), rank: "2nd", range: "1st to 3rd" },
      limits: within("0.300", "0.626", "0.100", "0.826"),
    },
    {
      ...{ name: "Northshire", isForce: true, figure: figure("0.611"), rank: "3rd", range: "2nd to 3rd" },
      ...{ limits: within("0.320", "0.600", "0.150", "0.770"), note: "higher" },
    },
    { name: "Eastshire", figure: figure(undefined) },
  ],
  reference: { name: "MSG (pooled)", figure: figure("0.463") },
};
/** Without limits: percentages, which have none, far from 0. */
const plain: RankChart = {
  ...{ kind: "ranks", title: "Confidence in the group", unit: "percentage", places: 1 },
  points: ["81.0", "80.5", "79.9"].map((value, index) => ({
    ...{ name: `Force ${index + 1}`, isForce: index === 1, figure: figure(value, "%"), rank: `${index + 1}.` },
  })),
};

/** Made-up limits that widen to the left; four of the forces crowd around the plan's own. */
export const funnel: FunnelChart = {
  ...{ kind: "funnel", title: "Robbery by population", unit: "Offences per 1,000 population", places: 3 },
  force: "Northshire",
  points: [
    ["Northshire", "0.611", "600000"],
    ["Westshire", "0.600", "620000"],
    ["Southshire", "0.622", "640000"],
    ["Northamptonshire and Rutland", "0.590", "590000"],
    ["Eastshire", "0.400", "1000000"],
    ["Devon, Cornwall and the Isles of Scilly", "0.309", "1800000"],
  ].map(([name = "", value, population]) => ({
    ...{ name, figure: figure(value), population: figure(population, "persons"), isForce: name === "Northshire" },
    ...(name === "Northshire" && { note: "higher" }),
    limits: within("0.320", "0.600", "0.150", "0.770"),
  })),
  rate: figure("0.460"),
  curve: [500_000, 800_000, 1_200_000, 1_900_000].map((population) => {
    const width = 100 / Math.sqrt(population);
    return { population, at95: [0.46 - width, 0.46 + width], at998: [0.46 - 2 * width, 0.46 + 2 * width] };
  }),
};
/** As many forces as there are, all but alike. */
export const national: FunnelChart = {
  ...funnel,
  title: "Robbery in all forces",
  points: Array.from({ length: 43 }, (_, index) => ({
    ...{ name: `Force ${index + 1}`, isForce: index === 20, limits: within("0.320", "0.600", "0.150", "0.770") },
    figure: figure(index === 30 ? "0.645" : `0.${440 + ((index * 17) % 40)}`),
    population: figure(`${550_000 + 30_000 * ((index * 7) % 43)}`, "persons"),
  })),
};

const move = (name: string, force: string | undefined, other: string | undefined, aim: string, standing: string) => ({
  name,
  figure: figure(force, "%"),
  places: 1,
  aim,
  ...(aim === "reduce" && { direction: "down" as const, met: exact(0) }),
  ...(aim === "increase" && { direction: "up" as const, met: exact(0) }),
  standing: standing as "achieved",
  others: [{ figure: figure(other, "%"), places: 2 }],
});
export const changes: ChangeChart = {
  kind: "change",
  title: "Change from baseline",
  unit: "% difference",
  force: "Northamptonshire",
  others: ["MSG"],
  moves: [
    move("All crime", "35.7", "2.66", "reduce", "not achieved"),
    move(
      "Stalking and harassment, with every offence that was recorded beside it",
      "151.2",
      "35.98",
      "increase",
      "achieved",
    ),
    move("Burglary", "-16.4", "-32.58", "reduce", "achieved"),
    move("Theft of a bicycle", "-5.4", undefined, "reduce", "achieved"),
    move("Robbery", undefined, "-12.95", "reduce", "not judged"),
    move("Confidence", "0", "3.2", "none", "not judged"),
  ],
};

/** Two groups are drawn, the third is said; aims that need several lines. */
const groups: ChangeChart = {
  ...changes,
  title: "Change beside three groups",
  others: ["MSG", "South West", "England and Wales"],
  moves: changes.moves.map((one) => ({
    ...one,
    aim: `${one.aim} by 50% until March 2025, on the rate`,
    others: [...one.others, { figure: figure("12.5", "%"), places: 1 }, { figure: figure("-3", "%"), places: 1 }],
  })),
};

/** What a plan or a file may hold to get out of the text that it stands in. */
export const hostile = `</title></desc></style><script>alert("1")</script>&amp;' onload='x' ]]> \u202e\u0000\ud800`;
export const attack: LineChart = {
  ...years,
  title: hostile,
  unit: hostile,
  lines: years.lines.map((line) => ({
    ...line,
    name: hostile,
    points: line.points.map((p) => ({ ...p, label: hostile })),
  })),
  breaks: [{ at: march(2020), label: hostile }],
};
const empty: LineChart = { ...years, title: "Nothing", lines: [{ name: "Northshire", points: yearly([undefined]) }] };
const alone: LineChart = { ...years, title: "One point", lines: [{ name: "Northshire", points: yearly(["3"]) }] };
const none: RankChart = { ...ranks, title: "No points", points: [] };
const odd: FunnelChart = { ...funnel, title: hostile, force: hostile, points: [], curve: [] };

export const gallery: readonly (readonly [string, Chart])[] = [
  ["years", years],
  ["months", months],
  ["seasonal", seasonal],
  ["crowded", crowded],
  ["ranks", ranks],
  ["plain", plain],
  ["funnel", funnel],
  ["national", national],
  ["odd", odd],
  ["changes", changes],
  ["groups", groups],
  ["attack", attack],
  ["empty", empty],
  ["alone", alone],
  ["none", none],
];

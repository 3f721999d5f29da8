// Crime Survey for England and Wales open table: estimates by measure, level and geography, with the unweighted count.
import type { SheetSource } from "./sheet.ts";

const series = { columns: [/^measurementvar$/i, /^measurementlevel$/i], template: "{0}: {1}" } as const;
const meanings = [
  [/percent|prevalence|%/i, "percent"],
  [/rate|per 1,?000/i, "rate"],
  [/number|incidents|victims|count/i, "count"],
] as const;
const period = { columns: [/^year$/i, /^quarter$/i], template: "{0} {1}" } as const;

export const csew: SheetSource = {
  name: "Crime Survey open table",
  headings: [/^measurementvar$/i, /^measurementlevel$/i, /^geography$/i, /^estimate$/i],
  areas: [{ name: /^geography$/i }],
  rules: [
    { heading: /^estimate$/i, kind: { columns: [/^measurementtype$/i], as: meanings }, series, period },
    { heading: /^unweightedcount$/i, kind: "base", series, period },
  ],
};
